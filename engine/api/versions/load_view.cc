#include "engine/api/versions/load_view.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/ontology/edition.h"

namespace muster::api {
namespace {

absl::StatusOr<model::DictionaryPtr> LoadDictionary(const storage::Store& store, const storage::Manifest& manifest) {
  auto dictionary = std::make_shared<model::Dictionary>();
  for (uint32_t block = 0; block < manifest.dictionary_blocks; ++block) {
    absl::StatusOr<std::string> bytes = store.DictionaryBlock(block);
    if (!bytes.ok()) return bytes.status();
    if (absl::Status status = dictionary->DecodeBlock(*std::move(bytes)); !status.ok()) return status;
  }
  const storage::DictionaryState& state = manifest.dictionary;
  if (state != storage::DictionaryState() &&
      (state.symbols != dictionary->size() || state.checksum != dictionary->checksum_of_blocks())) {
    return absl::DataLossError(absl::StrCat("the dictionary has ", dictionary->size(),
                                            " symbols and is not that of the manifest, with ", state.symbols));
  }
  return dictionary;
}

using Versions = std::map<std::string, std::string>;

bool IsVersion(const storage::OntologyInfo& info, const std::string& version) {
  if (info.version == version) return true;
  // "hp/releases/2026-01-08" of an OBO file, "http://purl.obolibrary.org/obo/hp/releases/2026-01-08/hp.json" of JSON.
  return !version.empty() && absl::StrContains(absl::StrCat(info.version, "/"), absl::StrCat("/", version, "/"));
}

// Of each ontology, the version that is asked for, else the one that was loaded last. What another ontology imports of
// it, a few terms as that one needs them, is of use only where the ontology itself is not loaded.
absl::StatusOr<std::vector<storage::OntologyInfo>> ChosenOntologies(const storage::Manifest& manifest,
                                                                    const Versions& versions) {
  std::vector<storage::OntologyInfo> chosen;
  for (const storage::OntologyInfo& info : manifest.ontologies) {
    const auto asked = versions.find(info.id);
    if (asked != versions.end() && !IsVersion(info, asked->second)) continue;
    const auto same =
        std::find_if(chosen.begin(), chosen.end(), [&](const auto& other) { return other.id == info.id; });
    if (same == chosen.end()) {
      chosen.push_back(info);
    } else {
      *same = info;
    }
  }
  std::erase_if(chosen, [&](const storage::OntologyInfo& info) {
    const std::string_view home = ontology::HomeOfSlice(info.id);
    return !home.empty() && std::any_of(manifest.ontologies.begin(), manifest.ontologies.end(),
                                        [&](const storage::OntologyInfo& other) { return other.id == home; });
  });
  for (const auto& [id, version] : versions) {
    if (std::any_of(chosen.begin(), chosen.end(), [&, &id = id](const auto& info) { return info.id == id; })) continue;
    std::string known;
    for (const storage::OntologyInfo& info : manifest.ontologies) {
      if (info.id == id) absl::StrAppend(&known, known.empty() ? "" : ", ", info.version);
    }
    return absl::NotFoundError(
        known.empty() ? absl::StrCat("the catalogue has no ontology \"", id, "\"")
                      : absl::StrCat("the catalogue has no version \"", version, "\" of ", id, "; it has: ", known));
  }
  return chosen;
}

absl::StatusOr<std::vector<ontology::OntologyPtr>> LoadOntologies(const storage::Store& store,
                                                                  const storage::Manifest& manifest,
                                                                  const Versions& versions) {
  const auto chosen = ChosenOntologies(manifest, versions);
  if (!chosen.ok()) return chosen.status();
  std::vector<ontology::OntologyPtr> ontologies;
  for (const storage::OntologyInfo& info : *chosen) {
    absl::StatusOr<std::string> bytes = store.Ontology(info.id, info.version);
    if (!bytes.ok()) return bytes.status();
    absl::StatusOr<ontology::OntologyPtr> ontology = ontology::Ontology::Decode(*std::move(bytes));
    if (!ontology.ok()) return ontology.status();
    ontologies.push_back(*std::move(ontology));
  }
  return ontologies;
}

// What documents say, which is shared from one view to the next while they are the same.
struct Documents {
  bind::SavedCohortsPtr cohorts;
  bind::CollectionsPtr collections;
};

absl::StatusOr<Documents> Read(const storage::Snapshot& snapshot, const bind::CatalogueView* previous) {
  if (previous != nullptr && previous->snapshot().documents == snapshot.documents) {
    return Documents{previous->cohorts_ptr(), previous->collections_ptr()};
  }
  absl::StatusOr<model::SavedCohorts> cohorts = model::CohortsIn(*snapshot.documents);
  if (!cohorts.ok()) return cohorts.status();
  absl::StatusOr<std::vector<model::Collection>> collections = model::CollectionsIn(*snapshot.documents);
  if (!collections.ok()) return collections.status();
  return Documents{std::make_shared<const model::SavedCohorts>(*std::move(cohorts)),
                   std::make_shared<const std::vector<model::Collection>>(*std::move(collections))};
}

absl::StatusOr<bind::CatalogueViewPtr> MakeView(storage::SnapshotPtr snapshot, const bind::CatalogueView* previous,
                                                model::DictionaryPtr dictionary, ontology::TerminologyPtr terminology,
                                                parallel::Workers* workers) {
  absl::StatusOr<Documents> documents = Read(*snapshot, previous);
  if (!documents.ok()) return documents.status();
  return std::make_shared<const bind::CatalogueView>(std::move(snapshot), std::move(dictionary), std::move(terminology),
                                                     std::move(documents->cohorts), std::move(documents->collections),
                                                     workers);
}

// The ontologies that LoadOntologies would read after a commit of `added`; each of them is in `before` or was added.
absl::StatusOr<std::vector<ontology::OntologyPtr>> AfterAdding(const storage::Manifest& manifest,
                                                               const std::vector<ontology::OntologyPtr>& before,
                                                               const std::vector<ontology::OntologyPtr>& added) {
  const auto chosen = ChosenOntologies(manifest, {});
  if (!chosen.ok()) return chosen.status();
  std::vector<ontology::OntologyPtr> ontologies;
  for (const storage::OntologyInfo& info : *chosen) {
    ontology::OntologyPtr found;
    for (const auto* const known : {&before, &added}) {
      for (const ontology::OntologyPtr& ontology : *known) {
        if (ontology->id() == info.id && ontology->version() == info.version) found = ontology;
      }
    }
    if (found == nullptr) return absl::InternalError(absl::StrCat("ontology ", info.id, " is in no view"));
    ontologies.push_back(std::move(found));
  }
  return ontologies;
}

}  // namespace

std::vector<storage::OntologyInfo> UsedOntologies(const storage::Manifest& manifest) {
  auto chosen = ChosenOntologies(manifest, {});
  return chosen.ok() ? *std::move(chosen) : std::vector<storage::OntologyInfo>();
}

absl::StatusOr<bind::CatalogueViewPtr> LoadView(const storage::Store& store, parallel::Workers* workers) {
  storage::SnapshotPtr snapshot = store.snapshot();
  absl::StatusOr<model::DictionaryPtr> dictionary = LoadDictionary(store, snapshot->manifest);
  if (!dictionary.ok()) return dictionary.status();
  auto ontologies = LoadOntologies(store, snapshot->manifest, {});
  if (!ontologies.ok()) return ontologies.status();
  auto terminology = std::make_shared<const ontology::Terminology>(*std::move(ontologies), *dictionary);
  return MakeView(std::move(snapshot), nullptr, *std::move(dictionary), std::move(terminology), workers);
}

absl::StatusOr<bind::CatalogueViewPtr> NextView(storage::SnapshotPtr snapshot, const bind::CatalogueView& previous,
                                                model::DictionaryPtr dictionary,
                                                const std::vector<ontology::OntologyPtr>& new_ontologies) {
  // It grows, or loses texts; either way it has another checksum then.
  const bool same_dictionary = dictionary->size() == previous.dictionary().size() &&
                               dictionary->checksum_of_blocks() == previous.dictionary().checksum_of_blocks();
  if (same_dictionary) dictionary = previous.dictionary_ptr();
  ontology::TerminologyPtr terminology = previous.terminology_ptr();
  if (!same_dictionary || !new_ontologies.empty()) {
    std::vector<ontology::OntologyPtr> ontologies = previous.terminology().ontologies();
    if (!new_ontologies.empty()) {
      auto after = AfterAdding(snapshot->manifest, ontologies, new_ontologies);
      if (!after.ok()) return after.status();
      ontologies = *std::move(after);
    }
    terminology = std::make_shared<const ontology::Terminology>(std::move(ontologies), dictionary);
  }
  return MakeView(std::move(snapshot), &previous, std::move(dictionary), std::move(terminology), previous.workers());
}

absl::StatusOr<bind::CatalogueViewPtr> WithOntologies(const storage::Store& store, const bind::CatalogueView& view,
                                                      const Versions& versions) {
  auto ontologies = LoadOntologies(store, view.snapshot().manifest, versions);
  if (!ontologies.ok()) return ontologies.status();
  auto terminology = std::make_shared<const ontology::Terminology>(*std::move(ontologies), view.dictionary_ptr());
  return std::make_shared<const bind::CatalogueView>(view.snapshot_ptr(), view.dictionary_ptr(), std::move(terminology),
                                                     view.cohorts_ptr(), view.collections_ptr(), view.workers());
}

}  // namespace muster::api
