#include "engine/bind/catalogue/datasets/datasets_out_of_reach.h"

#include <cstdint>
#include <string_view>

#include "engine/bind/catalogue/datasets/people_by_dataset.h"
#include "engine/model/document/collection.h"
#include "engine/model/schema/keyword.h"

namespace muster::bind {

absl::StatusOr<std::vector<model::Symbol>> DatasetsOutOfReach(const CatalogueView& view, model::Entity entity,
                                                              const PeopleKey& key, FindPeople people_of) {
  constexpr uint64_t kOneIn = 20;
  const auto all = DatasetsToCompare(view);
  if (!all.ok()) return all.status();
  const auto datasets =
      CountByDataset(view, *all, entity, key, people_of, [](uint64_t found) { return found >= kFewestOfDataset; });
  if (!datasets.ok()) return datasets.status();
  std::vector<model::Symbol> out_of_reach;
  for (const PeopleOfDataset& dataset : *datasets) {
    if ((dataset.with_rows - dataset.found) * kOneIn <= dataset.with_rows) out_of_reach.push_back(dataset.dataset);
  }
  return out_of_reach;
}

std::string DatasetAsWritten(const CatalogueView& view, model::Symbol dataset) {
  const std::string_view keyword = view.dictionary().Text(dataset);
  for (const model::Collection& one : view.collections()) {
    if (one.kind == model::Collection::Kind::kDataset && model::NormalizeKeyword(one.id) == keyword) return one.id;
  }
  return std::string(keyword);
}

}  // namespace muster::bind
