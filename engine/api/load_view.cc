#include "engine/api/load_view.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace muster::api {
namespace {

absl::StatusOr<model::DictionaryPtr> LoadDictionary(const storage::Store& store, const storage::Manifest& manifest) {
  auto dictionary = std::make_shared<model::Dictionary>();
  for (uint32_t block = 0; block < manifest.dictionary_blocks; ++block) {
    absl::StatusOr<std::string> bytes = store.DictionaryBlock(block);
    if (!bytes.ok()) return bytes.status();
    if (absl::Status status = dictionary->DecodeBlock(*std::move(bytes)); !status.ok()) return status;
  }
  return dictionary;
}

using Versions = std::map<std::string, std::string>;

bool IsVersion(const storage::OntologyInfo& info, const std::string& version) {
  return info.version == version || (!version.empty() && absl::EndsWith(info.version, absl::StrCat("/", version)));
}

// Of each ontology, the version that is asked for, else the one that was loaded last.
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

absl::StatusOr<bind::CatalogueViewPtr> MakeView(storage::SnapshotPtr snapshot, model::DictionaryPtr dictionary,
                                                ontology::TerminologyPtr terminology, parallel::Workers* workers) {
  absl::StatusOr<model::SavedCohorts> cohorts = model::CohortsIn(*snapshot->documents);
  if (!cohorts.ok()) return cohorts.status();
  absl::StatusOr<std::vector<model::Collection>> collections = model::CollectionsIn(*snapshot->documents);
  if (!collections.ok()) return collections.status();
  return std::make_shared<const bind::CatalogueView>(std::move(snapshot), std::move(dictionary), std::move(terminology),
                                                     *std::move(cohorts), *std::move(collections), workers);
}

}  // namespace

absl::StatusOr<bind::CatalogueViewPtr> LoadView(const storage::Store& store, parallel::Workers* workers) {
  storage::SnapshotPtr snapshot = store.snapshot();
  absl::StatusOr<model::DictionaryPtr> dictionary = LoadDictionary(store, snapshot->manifest);
  if (!dictionary.ok()) return dictionary.status();
  auto ontologies = LoadOntologies(store, snapshot->manifest, {});
  if (!ontologies.ok()) return ontologies.status();
  auto terminology = std::make_shared<const ontology::Terminology>(*std::move(ontologies), *dictionary);
  return MakeView(std::move(snapshot), *std::move(dictionary), std::move(terminology), workers);
}

absl::StatusOr<bind::CatalogueViewPtr> NextView(const storage::Store& store, const bind::CatalogueView& previous,
                                                model::DictionaryPtr dictionary, bool new_ontologies) {
  storage::SnapshotPtr snapshot = store.snapshot();
  const bool same_dictionary = dictionary->size() == previous.dictionary().size();  // it only grows
  if (same_dictionary) dictionary = previous.dictionary_ptr();
  if (same_dictionary && !new_ontologies) {
    return MakeView(std::move(snapshot), std::move(dictionary), previous.terminology_ptr(), previous.workers());
  }
  std::vector<ontology::OntologyPtr> ontologies = previous.terminology().ontologies();
  if (new_ontologies) {
    auto loaded = LoadOntologies(store, snapshot->manifest, {});
    if (!loaded.ok()) return loaded.status();
    ontologies = *std::move(loaded);
  }
  auto terminology = std::make_shared<const ontology::Terminology>(std::move(ontologies), dictionary);
  return MakeView(std::move(snapshot), std::move(dictionary), std::move(terminology), previous.workers());
}

absl::StatusOr<bind::CatalogueViewPtr> WithOntologies(const storage::Store& store, const bind::CatalogueView& view,
                                                      const Versions& versions) {
  auto ontologies = LoadOntologies(store, view.snapshot().manifest, versions);
  if (!ontologies.ok()) return ontologies.status();
  auto terminology = std::make_shared<const ontology::Terminology>(*std::move(ontologies), view.dictionary_ptr());
  return std::make_shared<const bind::CatalogueView>(view.snapshot_ptr(), view.dictionary_ptr(), std::move(terminology),
                                                     view.cohorts(), view.collections(), view.workers());
}

}  // namespace muster::api
