// Numbers of records in a unit that is written.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_QUANTITY_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_QUANTITY_H_

#include <optional>
#include <string>

#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::property {

/// The bounds of a number of `row`, in `unit`; nothing when they do not convert. Infinite bounds stay.
std::optional<model::NumberBounds> InWrittenUnit(model::NumberBounds bounds, const model::Row& row,
                                                 model::FieldId field, const std::string& unit,
                                                 const model::Dictionary& dictionary);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_QUANTITY_H_
