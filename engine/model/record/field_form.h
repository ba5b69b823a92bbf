// The form of a field's values, for code that inspects whole records.
#ifndef MUSTER_ENGINE_MODEL_RECORD_FIELD_FORM_H_
#define MUSTER_ENGINE_MODEL_RECORD_FIELD_FORM_H_

#include <array>
#include <cstdint>
#include <type_traits>
#include <variant>

#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"

namespace muster::model {

/// The entity that has a field, and the alternative of Value that the field's kind calls for; -1 for no field.
struct FieldForm {
  int8_t entity = -1;
  int8_t alternative = -1;

  bool Fits(FieldId field, const Value& value) const {
    constexpr int kBounds = 4;
    static_assert(std::is_same_v<std::variant_alternative_t<kBounds, Value>, NumberBounds>);
    const auto index = static_cast<int>(value.index());
    return alternative == index || (index == kBounds && MayHaveBounds(field));
  }
};

/// By the field's number.
const std::array<FieldForm, 256>& FieldForms();

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_FIELD_FORM_H_
