#include "engine/api/catalogue_info.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/api/versions/load_view.h"
#include "engine/execute/filter/segment_executor.h"
#include "engine/model/document/remarks_of_ontologies.h"
#include "engine/model/document/stored_import.h"
#include "engine/model/schema/schema.h"
#include "muster/import.h"
#include "storage/bits/bitmap.h"
#include "storage/manifest.h"
#include "storage/segment_reader.h"
#include "storage/store.h"

namespace muster::api {
namespace {

// Which import put other contents in the place of an ontology's file without another version, the last one; 0: none.
uint64_t ContentsReplaced(const std::vector<ImportReport>& imports, const storage::OntologyInfo& ontology) {
  uint64_t version = 0;
  for (const ImportReport& import : imports) {
    for (const ImportRemark& remark : import.remarks) {
      if (remark.what != model::kContentsReplaced) continue;
      for (const ImportRemark::Value& value : remark.values) {
        if (value.path == ontology.id && value.value == ontology.version) version = import.catalogue_version;
      }
    }
  }
  return version;
}

}  // namespace

absl::StatusOr<CatalogueInfo> InfoOf(const bind::CatalogueView& view, uint64_t disk_bytes,
                                     execute::UnionCache* unions) {
  const storage::Snapshot& snapshot = view.snapshot();
  CatalogueInfo info;
  info.version = snapshot.manifest.version;
  info.format_version = snapshot.manifest.format;
  info.segments = snapshot.segments.size();
  info.disk_bytes = disk_bytes;
  for (const model::EntityInfo& entity : model::Entities()) info.entities.push_back({std::string(entity.plural), 0});
  absl::StatusOr<ontology::SymbolSet> datasets = view.FieldValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  std::vector<uint64_t> dataset_counts((*datasets)->size(), 0);
  for (const storage::SegmentReaderPtr& segment : snapshot.segments) {
    execute::SegmentExecutor executor(*segment, unions, nullptr);
    absl::StatusOr<storage::BitmapPtr> live = segment->Live();
    if (!live.ok()) return live.status();
    for (const model::EntityInfo& entity : model::Entities()) {
      absl::StatusOr<storage::BitmapPtr> rows = executor.Live(entity.entity);
      if (!rows.ok()) return rows.status();
      const auto number = static_cast<uint8_t>(entity.entity);
      info.entities[number].rows += *rows == nullptr ? segment->rows(number) : (*rows)->Cardinality();
    }
    for (size_t d = 0; d < dataset_counts.size(); ++d) {
      absl::StatusOr<storage::BitmapPtr> members = segment->Posting(
          {static_cast<uint8_t>(model::PostingKind::kRows), 0, model::field::kDataset, (**datasets)[d]},
          segment->rows(0));
      if (!members.ok()) return members.status();
      dataset_counts[d] += *live == nullptr ? (*members)->Cardinality() : storage::Bitmap::AndCount(**members, **live);
    }
  }
  for (size_t d = 0; d < dataset_counts.size(); ++d) {
    if (dataset_counts[d] == 0) continue;
    const model::Symbol symbol = (**datasets)[d];
    const std::string_view label = view.dictionary().Label(symbol);
    info.datasets.push_back({std::string(label.empty() ? view.dictionary().Text(symbol) : label), dataset_counts[d]});
  }
  absl::StatusOr<std::vector<ImportReport>> imports = model::ImportsIn(*snapshot.documents);
  if (!imports.ok()) return imports.status();
  info.imports = *std::move(imports);
  const std::vector<storage::OntologyInfo> used = UsedOntologies(snapshot.manifest);
  for (const storage::OntologyInfo& ontology : snapshot.manifest.ontologies) {
    const bool current = std::any_of(used.begin(), used.end(), [&](const storage::OntologyInfo& one) {
      return one.id == ontology.id && one.version == ontology.version;
    });
    info.ontologies.push_back({ontology.id, ontology.version, ontology.terms, ontology.obsolete, current,
                               ContentsReplaced(info.imports, ontology)});
  }
  return info;
}

}  // namespace muster::api
