#include "engine/model/record/field_form.h"

namespace muster::model {
namespace {

int8_t AlternativeOf(Kind kind) {
  switch (kind) {
    case Kind::kCode:
    case Kind::kKeyword:
      return 0;
    case Kind::kNumber:
      return 1;
    case Kind::kTime:
      return 2;
    case Kind::kText:
      return 3;
  }
  return -1;
}

}  // namespace

const std::array<FieldForm, 256>& FieldForms() {
  static const std::array<FieldForm, 256> forms = [] {
    std::array<FieldForm, 256> result;
    for (const Field& field : Fields()) {
      result[field.id] = {static_cast<int8_t>(field.entity), AlternativeOf(field.kind)};
    }
    return result;
  }();
  return forms;
}

}  // namespace muster::model
