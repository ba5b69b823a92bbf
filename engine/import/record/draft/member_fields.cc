#include "engine/import/record/draft/member_fields.h"

#include <optional>
#include <variant>

namespace muster::import {

bool ReadMember(RecordDraft& draft, uint32_t row, MemberFields fields, std::string_view key, const JsonPath& at,
                Element value) {
  for (const MemberField& known : fields) {
    if (known.member != key) continue;
    switch (known.written) {
      case Written::kCode:
        draft.SetCode(row, known.field, at, value);
        return true;
      case Written::kCodes:
        draft.SetCodes(row, known.field, at, value);
        return true;
      case Written::kCodeOrCodes:
        if (IsString(value)) {
          draft.SetCode(row, known.field, at, value);
        } else {
          draft.SetCodes(row, known.field, at, value);
        }
        return true;
      case Written::kTime:
        draft.SetTime(row, known.field, at, value);
        return true;
      case Written::kPartOfTime:
        AddTime(draft, row, known.field, at, value);
        return true;
      case Written::kNumber:
        draft.SetNumber(row, known.field, at, value);
        return true;
      case Written::kText:
        draft.SetText(row, known.field, at, value);
        return true;
      case Written::kKeyword:
        draft.SetKeyword(row, known.field, at, value);
        return true;
    }
  }
  return false;
}

void ReadMembers(RecordDraft& draft, uint32_t row, MemberFields fields, const JsonPath& at, Element value) {
  ForEachMember(draft, at, value, [&](std::string_view key, const JsonPath& place, Element member) {
    if (!ReadMember(draft, row, fields, key, place, member)) draft.Keep(place, member);
  });
}

namespace {

constexpr RemarkKind kAnotherTime{ImportProblem::Kind::kKeptOnly, "another time than the one that is read already",
                                  "date and age are of different days: find out which is right"};

}  // namespace

void AddTime(RecordDraft& draft, uint32_t row, model::FieldId field, const JsonPath& at, Element value) {
  const std::optional<model::TimeValue> time = draft.ReadBeaconTimeOf(field, at, value);
  if (!time.has_value()) return;
  for (model::FieldValue& present : draft.row(row).values) {
    if (present.field != field) continue;
    model::TimeValue both = std::get<model::TimeValue>(present.value);
    if (both.age.empty()) both.age = time->age;
    if (both.date.empty()) both.date = time->date;
    if (both.term == model::kNoSymbol) both.term = time->term;
    if ((!time->age.empty() && time->age != both.age) || (!time->date.empty() && time->date != both.date) ||
        (time->term != model::kNoSymbol && time->term != both.term)) {
      return draft.KeepUnreadable(at, value, kAnotherTime);
    }
    present.value = both;
    return;
  }
  draft.SetValue(row, field, at, value, *time);
}

}  // namespace muster::import
