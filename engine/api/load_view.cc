#include "engine/api/load_view.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"

namespace muster::api {
namespace {

absl::StatusOr<model::DictionaryPtr> LoadDictionary(const storage::Store& store, const storage::Manifest& manifest) {
  auto dictionary = std::make_shared<model::Dictionary>();
  for (uint32_t block = 0; block < manifest.dictionary_blocks; ++block) {
    absl::StatusOr<std::string> bytes = store.DictionaryBlock(block);
    if (!bytes.ok()) return bytes.status();
    if (absl::Status status = dictionary->DecodeBlock(*bytes); !status.ok()) return status;
  }
  return dictionary;
}

// Of each ontology, the version that was loaded last.
std::vector<storage::OntologyInfo> CurrentOntologies(const storage::Manifest& manifest) {
  std::vector<storage::OntologyInfo> current;
  for (const storage::OntologyInfo& info : manifest.ontologies) {
    const auto same =
        std::find_if(current.begin(), current.end(), [&](const auto& other) { return other.id == info.id; });
    if (same == current.end()) {
      current.push_back(info);
    } else {
      *same = info;
    }
  }
  return current;
}

}  // namespace

absl::StatusOr<bind::CatalogueViewPtr> LoadView(const storage::Store& store, const bind::CatalogueView* previous,
                                                bool same_ontologies) {
  storage::SnapshotPtr snapshot = store.snapshot();
  const storage::Manifest& manifest = snapshot->manifest;
  model::DictionaryPtr dictionary;
  if (previous != nullptr && previous->snapshot().manifest.dictionary_blocks == manifest.dictionary_blocks) {
    dictionary = previous->dictionary_ptr();
  } else {
    absl::StatusOr<model::DictionaryPtr> loaded = LoadDictionary(store, manifest);
    if (!loaded.ok()) return loaded.status();
    dictionary = *std::move(loaded);
  }
  std::vector<ontology::OntologyPtr> ontologies;
  if (previous != nullptr && same_ontologies) {
    ontologies = previous->terminology().ontologies();
  } else {
    for (const storage::OntologyInfo& info : CurrentOntologies(manifest)) {
      absl::StatusOr<std::string> bytes = store.Ontology(info.id, info.version);
      if (!bytes.ok()) return bytes.status();
      absl::StatusOr<ontology::OntologyPtr> ontology = ontology::Ontology::Decode(*bytes);
      if (!ontology.ok()) return ontology.status();
      ontologies.push_back(*std::move(ontology));
    }
  }
  auto terminology = std::make_shared<const ontology::Terminology>(std::move(ontologies), dictionary);
  absl::StatusOr<model::SavedCohorts> cohorts = model::CohortsIn(*snapshot->documents);
  if (!cohorts.ok()) return cohorts.status();
  absl::StatusOr<std::vector<model::Collection>> collections = model::CollectionsIn(*snapshot->documents);
  if (!collections.ok()) return collections.status();
  return std::make_shared<const bind::CatalogueView>(std::move(snapshot), std::move(dictionary), std::move(terminology),
                                                     *std::move(cohorts), *std::move(collections));
}

}  // namespace muster::api
