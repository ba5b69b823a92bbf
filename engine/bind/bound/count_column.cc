#include "engine/bind/bound/count_column.h"

#include <utility>

namespace muster::bind {

Column CountColumn(const Counted& counted, std::string name) {
  const bool people = counted.entity == model::Entity::kIndividual && counted.distinct != Counted::Distinct::kFamilies;
  return people ? Column::People(std::move(name)) : Column::Rows(std::move(name));
}

Column CountColumn(const Counted& counted) { return CountColumn(counted, counted.name); }

}  // namespace muster::bind
