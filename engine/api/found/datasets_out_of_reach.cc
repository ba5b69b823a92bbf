#include "engine/api/found/datasets_out_of_reach.h"

#include <cstddef>
#include <cstdint>
#include <map>

#include "engine/bind/catalogue/people_with_rows.h"
#include "engine/model/record/symbol_list.h"

namespace muster::api {

absl::StatusOr<std::vector<model::Symbol>> DatasetsOutOfReach(const bind::CatalogueView& view, model::Entity entity,
                                                              const bind::PeopleKey& key, bind::FindPeople people_of) {
  constexpr size_t kMostDatasets = 200;
  constexpr uint64_t kFewest = 5, kOneIn = 20;
  const auto datasets = view.RecordedValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  std::vector<model::Symbol> out_of_reach;
  if ((*datasets)->size() < 2 || (*datasets)->size() > kMostDatasets) return out_of_reach;
  std::map<const storage::SegmentReader*, storage::Bitmap> found;  // the same for each dataset
  const auto find = [&](const storage::SegmentReader& segment) -> absl::StatusOr<storage::Bitmap> {
    if (const auto known = found.find(&segment); known != found.end()) return known->second;
    auto people = people_of(segment);
    if (people.ok()) found.emplace(&segment, *people);
    return people;
  };
  for (const model::Symbol dataset : **datasets) {
    const model::SymbolList one({dataset});
    const std::vector<bind::CodesOfEntity> in_dataset = {{model::Entity::kIndividual, &one}};
    const auto theirs = view.people().Count(in_dataset, key, find);
    if (!theirs.ok()) return theirs.status();
    if (theirs->with < kFewest) continue;
    const auto any = view.people().Count(in_dataset, bind::KeyOfRows(entity, bind::WhichRows::kObserved),
                                         [&](const storage::SegmentReader& segment) {
                                           return bind::PeopleWithRows(segment, entity, bind::WhichRows::kObserved);
                                         });
    if (!any.ok()) return any.status();
    if ((any->with - theirs->with) * kOneIn <= any->with) out_of_reach.push_back(dataset);
  }
  return out_of_reach;
}

}  // namespace muster::api
