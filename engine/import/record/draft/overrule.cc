// Where a mapping says another thing than the record: which of the two counts, and what becomes of the other.
#include <string>
#include <utility>
#include <variant>

#include "engine/import/record/draft/record_draft.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/unite.h"
#include "engine/model/text/missing_marker.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::FieldId;
using model::Symbol;
using model::Value;

constexpr RemarkKind kOverruled{
    ImportProblem::Kind::kKeptOnly, "value that the mapping overrules with another one",
    "find out which of the two is right, and correct the other in its source; if the record's own should count, take "
    "the field out of the mapping"};
}  // namespace

bool RecordDraft::SaysNothing(const model::FieldValue& value) const {
  return model::Info(value.field).kind == model::Kind::kKeyword &&
         model::IsNullFlavour(symbols_.dictionary().Text(std::get<Symbol>(value.value)));
}

std::string RecordDraft::WhyAnotherPerson(const model::Row& before) const {
  std::string why;
  for (const FieldId field : {model::field::kSex, model::field::kBirth}) {
    const Value* one = before.Find(field);
    const Value* other = record_.rows[0].Find(field);
    if (one == nullptr || other == nullptr || *one == *other) return "";
    if (field == model::field::kSex && (SaysNothing({field, *one}) || SaysNothing({field, *other}))) return "";
    if (field == model::field::kBirth) {
      const model::Interval a = std::get<model::TimeValue>(*one).date;
      const model::Interval b = std::get<model::TimeValue>(*other).date;
      if (a.low <= b.high && b.low <= a.high) return "";
    }
    why.append(why.empty() ? "" : "; ").append(model::Show({field, *one, *other}, symbols_.dictionary()));
  }
  return why;
}

void RecordDraft::AddSecond(FieldId field, const JsonPath& at, Element source, Value value,
                            model::FieldValue& present) {
  const auto* before = std::get_if<model::TimeValue>(&present.value);
  const auto* after = std::get_if<model::TimeValue>(&value);
  if (before != nullptr && after != nullptr && !after->date.empty() && before->date == after->date) return;  // again
  model::Row first, other;
  first.values.push_back(present);
  other.values.push_back({field, std::move(value)});
  second_->contradiction = model::UniteRows(other, first, symbols_.dictionary());
  if (second_->contradiction.has_value()) second_->place = at.Pointer();
  second_->counts = first.values[0].value != present.value;
  if (!second_->counts) return KeepAsIs(at, source);
  present.value = std::move(first.values[0].value);
  if (field == model::field::kBirth) std::get<model::TimeValue>(present.value).age = {};  // which is that of all
  index_.Note(0, field, present.value);
}

void RecordDraft::Overrule(uint32_t row_index, FieldId field, const JsonPath& at, Value value,
                           model::FieldValue& present) {
  if (present.value == value) return;
  const auto* before = std::get_if<model::TimeValue>(&present.value);
  const auto* after = std::get_if<model::TimeValue>(&value);
  if (before != nullptr && after != nullptr && model::IsAtLeastAsExact(*before, *after)) return;
  const bool same = (before != nullptr && after != nullptr && model::IsAtLeastAsExact(*after, *before)) ||
                    SaysNothing(present) || SaysNothing({field, value});
  if (!same) {
    const model::Contradiction both{field, present.value, value};
    const std::string shown = model::Show(both, symbols_.dictionary());
    reporter_.Report(kOverruled, at.Pointer(), shown, model::Concat({shown, ": the mapping's counts"}));
    const std::string_view entity = model::Info(row(row_index).entity).name;
    const std::string path = model::Concat({"/", entity, "/", model::Info(field).name, " (overruled)"});
    reporter_.CountKept(path);
    KeepText(row_index == 0 ? path : model::Concat({path, " ", std::to_string(row_index)}),
             model::ShowValue(both.first, symbols_.dictionary()));
  }
  present.value = std::move(value);
  index_.Note(row_index, field, present.value);
}

}  // namespace muster::import
