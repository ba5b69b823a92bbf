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
  std::string name;  ///< without the word: value of measurement
  Order order = Order::kAny;
};
/// Nullopt where neither `first` nor `last` is among its words. A field may well be called so: age at last contact.
std::optional<OrderedName> WithoutOrder(std::string_view name);

/// What to write where another word picks one record of several: latest, baseline, highest. Empty where there is none.
std::vector<std::string> WordsForOneRecord(std::string_view name);

/// The fields that `name` means where rows of `space` are counted: of the entity counted, of one above it, or of one
/// below it; `disease` is the term of diseases; `sample stage` and `value of measurement` say whose. Several where it
/// is the name of fields of several entities below.
std::vector<model::FieldId> FieldsCalled(std::string_view name, model::Entity space);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_ORDERED_NAME_H_
