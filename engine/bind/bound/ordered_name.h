// Names of fields of the first or last record: value of last measurement, first diagnosis.
#ifndef MUSTER_ENGINE_BIND_BOUND_ORDERED_NAME_H_
#define MUSTER_ENGINE_BIND_BOUND_ORDERED_NAME_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/model/schema/schema.h"

namespace muster::bind {

struct OrderedName {
  std::string name;  ///< without `first` or `last`: value of measurement
  Order order = Order::kAny;
};
/// Nullopt if neither `first` nor `last` is among its words. Names of fields may contain them, too: age at last
/// contact.
std::optional<OrderedName> WithoutOrder(std::string_view name);

/// What to write instead of another word that picks one record of several: latest, baseline, highest. Empty if there is
/// none.
std::vector<std::string> WordsForOneRecord(std::string_view name);

/// The fields that `name` may mean if rows of `space` are counted: fields of that entity, of one above it, or of one
/// below it. `disease` means the term of diseases; `sample stage` and `value of measurement` name the entity. Several
/// if fields of several entities below have the name.
std::vector<model::FieldId> FieldsCalled(std::string_view name, model::Entity space);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_ORDERED_NAME_H_
