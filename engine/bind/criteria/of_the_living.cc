#include "engine/bind/criteria/of_the_living.h"

#include <memory>
#include <utility>
#include <vector>

#include "engine/bind/bound/conditions.h"

namespace muster::bind {

ConditionPtr DenyToTheLiving(const CatalogueView& view, ConditionPtr condition, model::FieldId field) {
  const bool of_deaths = field == model::field::kDeath || field == model::field::kCauseOfDeath;
  const auto alive = view.dictionary().Find("alive");
  if (condition == nullptr || !of_deaths || !alive) return condition;
  // The field is not missing for somebody who is recorded as alive and nevertheless has a death.
  ConditionPtr living = RecordedButNot(
      MakeCodes(model::field::kVitalStatus,
                std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{*alive}), 0, "alive"),
      Recorded(field));
  const model::Entity space = condition->entity;
  return Both(std::move(condition), InSpace(Negate(std::move(living)), space));
}

}  // namespace muster::bind
