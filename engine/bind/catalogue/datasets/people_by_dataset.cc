#include "engine/bind/catalogue/datasets/people_by_dataset.h"

#include <cstddef>

#include "engine/bind/catalogue/people_with_rows.h"

namespace muster::bind {

absl::StatusOr<std::vector<model::Symbol>> DatasetsToCompare(const CatalogueView& view) {
  constexpr size_t kMostDatasets = 200;
  const auto datasets = view.RecordedValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  if ((*datasets)->size() < 2 || (*datasets)->size() > kMostDatasets) return std::vector<model::Symbol>();
  return std::vector<model::Symbol>((*datasets)->begin(), (*datasets)->end());
}

absl::StatusOr<std::vector<PeopleOfDataset>> CountByDataset(const CatalogueView& view,
                                                            const std::vector<model::Symbol>& datasets,
                                                            model::Entity entity, const PeopleKey& key, FindPeople find,
                                                            absl::FunctionRef<bool(uint64_t found)> is_wanted) {
  const auto found = view.people().CountOfEach(datasets, key, find);
  if (!found.ok()) return found.status();
  std::vector<PeopleOfDataset> wanted;
  std::vector<model::Symbol> symbols;
  for (size_t i = 0; i < datasets.size(); ++i) {
    if (!is_wanted((*found)[i].with)) continue;
    wanted.push_back({datasets[i], (*found)[i].with, 0});
    symbols.push_back(datasets[i]);
  }
  const auto with_rows = view.people().CountOfEach(
      symbols, KeyOfRows(entity, WhichRows::kObserved),
      [&](const storage::SegmentReader& segment) { return PeopleWithRows(segment, entity, WhichRows::kObserved); });
  if (!with_rows.ok()) return with_rows.status();
  for (size_t i = 0; i < wanted.size(); ++i) wanted[i].with_rows = (*with_rows)[i].with;
  return wanted;
}

}  // namespace muster::bind
