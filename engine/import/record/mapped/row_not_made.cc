#include "engine/import/record/mapped/row_not_made.h"

#include "engine/import/mapping/follow.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/model/schema/schema.h"

namespace muster::import {
namespace {

using model::FieldId;

constexpr RemarkKind kRowWithoutCode{ImportProblem::Kind::kNote,
                                     "row without a code: none is made of it, and what else it says is kept",
                                     "nothing, if nothing was recorded; else see to the column of the code"};

// Keeps what was taken into fields of a row that is not made, but for those where `is_kept`. Returns whether there was
// any.
template <typename IsKept>
bool KeepDropped(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule, IsKept is_kept) {
  bool any = false;
  for (const FieldRule& field : rule.fields) {
    if (field.constant || is_kept(field)) continue;
    Follow(field.steps, 0, at, value, [&](const JsonPath& place, Element found) {
      any = true;
      draft.KeepAsIs(place, found);
    });
  }
  return any;
}

}  // namespace

void KeepWithoutCode(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule) {
  const auto primary = static_cast<FieldId>(model::Info(rule.entity).primary);
  const auto is_code = [&](const FieldRule& field) { return !field.excluded && field.field == primary; };
  if (KeepDropped(draft, at, value, rule, is_code)) {
    draft.reporter().Report(kRowWithoutCode, at.Pointer(), model::Info(rule.entity).name);
  }
}

void KeepWithoutPolarity(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule) {
  KeepDropped(draft, at, value, rule, [](const FieldRule& field) { return field.excluded; });
}

void KeepRead(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value, const RowRule& rule) {
  for (const FieldRule& field : rule.fields) {
    if (field.constant || field.excluded || draft.row(row).Find(field.field) == nullptr) continue;
    Follow(field.steps, 0, at, value, [&](const JsonPath& place, Element found) { draft.KeepAsIs(place, found); });
  }
}

}  // namespace muster::import
