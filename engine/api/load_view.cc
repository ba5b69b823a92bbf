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

// The ontology of `previous` with the id and version of `info`, or null.
ontology::OntologyPtr Reuse(const bind::CatalogueView* previous, const storage::OntologyInfo& info) {
  if (previous == nullptr) return nullptr;
  for (const storage::OntologyInfo& old : previous->snapshot().manifest.ontologies) {
    // Loading the same version anew may bring other content; only the very same entry is reused.
    if (old.id != info.id || old.version != info.version || old.terms != info.terms || old.obsolete != info.obsolete)
      continue;
    for (const ontology::OntologyPtr& ontology : previous->terminology().ontologies()) {
      if (ontology->id() == info.id && ontology->version() == info.version) return ontology;
    }
  }
  return nullptr;
}

}  // namespace

absl::StatusOr<bind::CatalogueViewPtr> LoadView(const storage::Store& store, const bind::CatalogueView* previous) {
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
  for (const storage::OntologyInfo& info : CurrentOntologies(manifest)) {
    ontology::OntologyPtr ontology = Reuse(previous, info);
    if (ontology == nullptr) {
      absl::StatusOr<std::string> bytes = store.Ontology(info.id, info.version);
      if (!bytes.ok()) return bytes.status();
      absl::StatusOr<ontology::OntologyPtr> decoded = ontology::Ontology::Decode(*bytes);
      if (!decoded.ok()) return decoded.status();
      ontology = *std::move(decoded);
    }
    ontologies.push_back(std::move(ontology));
  }
  auto terminology = std::make_shared<const ontology::Terminology>(std::move(ontologies), dictionary);
  return std::make_shared<const bind::CatalogueView>(std::move(snapshot), std::move(dictionary),
                                                     std::move(terminology));
}

}  // namespace muster::api
