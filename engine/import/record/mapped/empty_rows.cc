#include "engine/import/record/mapped/empty_rows.h"

#include <algorithm>
#include <optional>
#include <string>

#include "engine/import/mapping/follow.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/import/record/rules/words/consent_word.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Entity;
using model::FieldId;

constexpr RemarkKind kNothingRead{
    ImportProblem::Kind::kKeptOnly, "nothing could be read of what a row of a constant would say: none is made",
    "if it was there all the same, let \"when\" say which values make a row: \"when\": {\"/diabetes\": [\"yes\"]}; "
    "else nothing, or write the values so that the fields take them"};

constexpr RemarkKind kOnlyConstants{
    ImportProblem::Kind::kNote,
    "nothing but constants: of what a rule reads, nothing stands there that is a value, and no row is made",
    "nothing, if that says that there was none; if the row itself says that it was there, say so in the rule: "
    "\"excluded\": {\"const\": false}, or \"when\" with what tells it"};

constexpr RemarkKind kNothingStands{
    ImportProblem::Kind::kNote, "row of a table in which nothing stands that a rule reads: none is made of it",
    "nothing, if that says that there was none (a person without a sample, a sample without a run); if the row itself "
    "says that it was there, let \"when\" say so: \"when\": \"/sample_id\""};

constexpr RemarkKind kNoResult{
    ImportProblem::Kind::kNote, "row of a table with a test and no result: no measurement is made of it",
    "nothing, if it was not measured; if that it was asked for is to count, leave \"value\" out of a rule with "
    "\"when\": such a rule makes a measurement of each row"};

constexpr RemarkKind kReadsNothing{
    ImportProblem::Kind::kNote, "row that a rule makes without reading anything: everybody has it",
    "nothing, if each row or record stands for one, as \"excluded\": {\"const\": false} in the rule says; else let "
    "\"when\" say which have it: \"when\": \"/diabetes\""};

bool IsPointer(const FieldRule& field) { return !field.constant && !field.excluded && !field.comparator; }

bool IsNumberOfMeasurement(FieldId field) {
  return field == model::field::kMeasurementValue || field == model::field::kMeasurementCode;
}

bool HasConstant(const RowRule& rule) {
  return std::any_of(rule.fields.begin(), rule.fields.end(), [](const FieldRule& field) { return field.constant; });
}

// Whether rows of a table are to be measurements with a value, whatever else says which: then one without a value is
// none.
bool ReadsResultOfTable(const RowRule& rule) {
  return rule.of_table && std::any_of(rule.fields.begin(), rule.fields.end(), [](const FieldRule& field) {
           return IsPointer(field) && IsNumberOfMeasurement(field.field);
         });
}

// Fields by which the element says that there is something: of a measurement its value, or, but in a table that has
// one, what was measured where no constant says it, and not its day.
std::vector<const FieldRule*> Telling(const RowRule& rule) {
  const bool constant = HasConstant(rule) || ReadsResultOfTable(rule);
  const auto is_of_measurement = [&](const FieldRule& field) {
    return IsNumberOfMeasurement(field.field) || (!constant && (field.field == model::field::kMeasurementAssay ||
                                                                field.field == model::field::kMeasurementComponent));
  };
  std::vector<const FieldRule*> telling;
  bool any = false;
  for (const FieldRule& field : rule.fields) any = any || (IsPointer(field) && is_of_measurement(field));
  for (const FieldRule& field : rule.fields) {
    if (IsPointer(field) && (!any || is_of_measurement(field))) telling.push_back(&field);
  }
  return telling;
}

// "when" with values, or with a pointer that no field takes.
bool SaysByCondition(const RowRule& rule) {
  return std::any_of(rule.when.begin(), rule.when.end(), [&](const Condition& condition) {
    return !condition.values.empty() || std::none_of(rule.fields.begin(), rule.fields.end(), [&](const FieldRule& f) {
      return IsPointer(f) && f.steps == condition.steps;
    });
  });
}

// An element of a list is a record by itself.
bool IsOneOfSeveral(const RowRule& rule) { return !rule.of_table && !rule.from.empty() && rule.from.back() == "*"; }

// Whether rows of `other` belong to rows of `rule`.
bool IsBelow(const RowRule& other, const RowRule& rule) {
  return other.entity != rule.entity && model::IsAncestorOrSelf(rule.entity, other.entity);
}

bool MayBeUnsaid(const RowRule& rule, const std::vector<const RowRule*>& rules) {
  if (IsOneOfSeveral(rule) || (SaysByCondition(rule) && !ReadsResultOfTable(rule))) return false;
  const model::EntityInfo& info = model::Info(rule.entity);
  for (const FieldRule& field : rule.fields) {
    if (field.excluded) return false;  // it tells whether it was there
    // Without its code no row is made anyway.
    if (IsPointer(field) && info.polar && info.primary >= 0 && field.field == static_cast<FieldId>(info.primary)) {
      return false;
    }
  }
  // Rows of tables have all cells, of whatever they have none as well.
  if (!HasConstant(rule)) return rule.of_table;
  return std::none_of(rules.begin(), rules.end(), [&](const RowRule* other) { return IsBelow(*other, rule); });
}

bool IsMarker(const RecordDraft& draft, const FieldRule& field, Element found) {
  if (const std::optional<std::string> text = ScalarText(found)) {
    if (draft.rules().IsMissing(*text)) return true;
    if (model::Info(field.field).kind == model::Kind::kCode && draft.rules().IsMissingCode(*text)) return true;
  }
  if (IsString(found)) return false;
  const std::optional<double> number = NumberOf(found);
  return number.has_value() && draft.rules().IsMissing(*number);
}

// "revoked" in place of the date of what the rule calls a withdrawal: nobody who has withdrawn is lost.
bool EndsConsentByWord(const RowRule& rule, const std::vector<const FieldRule*>& telling, const JsonPath& at,
                       Element value) {
  bool ends = false;
  if (rule.entity != Entity::kConsent) return ends;
  for (const FieldRule* field : telling) {
    Follow(field->steps, 0, at, value, [&](const JsonPath&, Element found) {
      const std::optional<std::string> text = ScalarText(found);
      ends = ends || (text.has_value() && RefusesConsent(*text));
    });
  }
  return ends;
}

void ReportNothingRead(RecordDraft& draft, const RowRule& rule, const JsonPath& at) {
  draft.reporter().Report(kNothingRead, at.Pointer(), model::Info(rule.entity).name,
                          model::Concat({"no ", model::Info(rule.entity).name, " is made of it"}));
}

}  // namespace

bool IsEmptyRow(RecordDraft& draft, const RowRule& rule, const std::vector<const RowRule*>& rules, const JsonPath& at,
                Element value) {
  if (!MayBeUnsaid(rule, rules)) return false;
  const std::vector<const FieldRule*> telling = Telling(rule);
  if (telling.empty()) {
    const std::string_view name = model::Info(rule.entity).name;
    if (model::Info(rule.entity).polar && rule.when.empty()) draft.reporter().Report(kReadsNothing, at.Pointer(), name);
    return false;
  }
  bool has_value = false;
  for (const FieldRule* field : telling) {
    if (has_value) break;
    Follow(field->steps, 0, at, value, [&](const JsonPath&, Element found) {
      // What was written of a consent and is not understood may be a refusal.
      has_value = has_value || rule.entity == Entity::kConsent || !IsMarker(draft, *field, found);
    });
  }
  if (has_value) return false;
  // A run says that there is a sample.
  return HasConstant(rule) || std::none_of(rules.begin(), rules.end(), [&](const RowRule* other) {
           return IsBelow(*other, rule) && !IsEmptyRow(draft, *other, rules, at, value);
         });
}

void KeepEmptyRow(RecordDraft& draft, const RowRule& rule, const JsonPath& at, Element value) {
  bool unread = false;
  bool any = false;
  for (const FieldRule& field : rule.fields) {
    if (!IsPointer(field)) continue;
    Follow(field.steps, 0, at, value, [&](const JsonPath& place, Element found) {
      const std::optional<std::string> text = ScalarText(found);
      if (text.has_value() && IsMarker(draft, field, found)) return draft.KeepMissing(place, found, *text);
      any = true;
      draft.KeepAsIs(place, found);
    });
    // A cell that is not written as the mapping says stands under another name.
    unread = unread ||
             (field.steps.size() == 1 && Member(value, model::Concat({field.steps[0], " (as written)"})).has_value());
  }
  if (unread) return ReportNothingRead(draft, rule, at);
  // Of a column for each test, as most have no result in most rows, it is nothing to tell.
  if (ReadsResultOfTable(rule) && (SaysByCondition(rule) || !HasConstant(rule))) {
    return draft.reporter().Report(kNoResult, at.Pointer(), model::Info(rule.entity).name);
  }
  // (A visit at which something else was measured is nothing to tell, nor is a person without one in a table that has a
  // row for each person.)
  if (any || (!HasConstant(rule) && (rule.from.empty() || rule.from.back() != "*"))) return;
  draft.reporter().Report(HasConstant(rule) ? kOnlyConstants : kNothingStands, at.Pointer(),
                          model::Info(rule.entity).name);
}

bool IsUnread(RecordDraft& draft, const RowRule& rule, const std::vector<const RowRule*>& rules, uint32_t row,
              const JsonPath& at, Element value) {
  // (What "when" names is there, with a result that is no number.)
  if (!HasConstant(rule) || SaysByCondition(rule) || !MayBeUnsaid(rule, rules)) return false;
  const std::vector<const FieldRule*> telling = Telling(rule);
  const bool read = std::any_of(telling.begin(), telling.end(),
                                [&](const FieldRule* field) { return draft.row(row).Find(field->field) != nullptr; });
  if (telling.empty() || read || EndsConsentByWord(rule, telling, at, value)) return false;
  ReportNothingRead(draft, rule, at);
  return true;
}

}  // namespace muster::import
