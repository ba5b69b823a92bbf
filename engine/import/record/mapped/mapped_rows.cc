#include "engine/import/record/mapped/mapped_rows.h"

#include <algorithm>
#include <string>
#include <variant>

#include "engine/import/mapping/follow.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/mapped/unsaid.h"
#include "engine/import/record/mapped/when.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/certainty_word.h"

namespace muster::import {
namespace {

constexpr RemarkKind kNoParent{ImportProblem::Kind::kKeptOnly,
                               "row of which the mapping finds no row that it belongs to",
                               "see whether the id that the mapping names is that of a row of this individual, and "
                               "written alike"};

using model::Entity;
using model::FieldId;

constexpr RemarkKind kRowWithoutCode{ImportProblem::Kind::kNote,
                                     "row without a code: none is made of it, and what else it says is kept",
                                     "nothing, if nothing was recorded; else see to the column of the code"};

constexpr RemarkKind kPolarityNotSaid{
    ImportProblem::Kind::kNote, "row of a constant code, taken as observed: nothing stands where \"excluded\" leads",
    "\"when\" with the same pointer makes rows only where something stands there"};
constexpr RemarkKind kPolarityEmpty{
    ImportProblem::Kind::kNote, "row of a table, taken as observed: the cell of \"excluded\" is empty",
    "nothing, if the table marks only what is excluded; else \"when\" with the same pointer makes rows only where "
    "something stands there"};

constexpr RemarkKind kExcludedNotRead{
    ImportProblem::Kind::kKeptOnly,
    "excluded record, of which a rule of the mapping would make an observed row: none is made",
    "let the rule read it: \"fields\": {\"excluded\": \"/excluded\"}; or say that the row was observed all the same: "
    "\"excluded\": {\"const\": false}"};

// The row of `entity` around `row`, or nullopt.
std::optional<uint32_t> Around(const RecordDraft& draft, uint32_t row, Entity entity) {
  const std::vector<model::Row>& rows = draft.record().rows;
  while (rows[row].entity != entity) {
    if (row == 0) return std::nullopt;
    row = rows[row].parent;
  }
  return row;
}

// The field by which rows of an entity are known.
std::optional<FieldId> IdField(Entity entity) {
  switch (entity) {
    case Entity::kSample:
      return model::field::kSampleId;
    case Entity::kRun:
      return model::field::kRunId;
    case Entity::kInterpretation:
      return model::field::kInterpretationId;
    default:
      return std::nullopt;
  }
}

std::optional<uint32_t> ParentById(RecordDraft& draft, Entity entity, const RowRule& rule, const JsonPath& at,
                                   Element value) {
  const std::optional<FieldId> field = IdField(entity);
  std::optional<std::string> id;
  Follow(rule.parent_id, 0, at, value, [&](const JsonPath&, Element found) {
    if (!id.has_value()) id = ScalarText(found);
  });
  if (!field.has_value() || !id.has_value()) return std::nullopt;
  return draft.RowOf(*field, *id);
}

bool Applies(const RecordDraft& draft, const RowRule& rule, const JsonPath& at, Element value) {
  Note(rule.reached);
  const bool applies = std::all_of(rule.when.begin(), rule.when.end(), [&](const Condition& condition) {
    return Holds(draft.rules(), rule, condition, at, value);
  });
  if (applies) Note(rule.applied);
  return applies;
}

// Whether a rule reads something from the member `key` of its element.
bool Names(const RowRule& rule, std::string_view key) {
  const auto begins = [&](const Steps& steps) { return !steps.empty() && KeyIs(key, steps[0]); };
  return std::any_of(rule.fields.begin(), rule.fields.end(),
                     [&](const FieldRule& field) { return !field.constant && begins(field.steps); }) ||
         std::any_of(rule.when.begin(), rule.when.end(),
                     [&](const Condition& condition) { return begins(condition.steps); }) ||
         (rule.parent_by_id && begins(rule.parent_id));
}

// Of an element, what only rules name that do not apply to it: nobody else takes it.
void KeepSkipped(RecordDraft& draft, const JsonPath& at, Element value) {
  Object object;
  if (value.get(object) != simdjson::SUCCESS) return;
  for (const auto field : object) {
    if (IsEmpty(field.value)) continue;
    bool skipped = false;
    bool used = false;
    for (const RowRule* rule : at.node()->rows()) {
      if (Names(*rule, field.key)) (Applies(draft, *rule, at, value) ? used : skipped) = true;
    }
    if (skipped && !used) draft.KeepAsIs(JsonPath(at, field.key), field.value);
  }
}

// A feature, disease, treatment or the like whose code the mapping names and the element does not have, says nothing.
bool LacksItsCode(RecordDraft& draft, uint32_t row, const RowRule& rule) {
  const model::EntityInfo& info = model::Info(rule.entity);
  if (!info.polar || info.primary < 0) return false;
  const auto primary = static_cast<FieldId>(info.primary);
  const bool named = std::any_of(rule.fields.begin(), rule.fields.end(), [&](const FieldRule& field) {
    return field.field == primary && !field.constant && !field.excluded;
  });
  return named && draft.row(row).Find(primary) == nullptr;
}

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

// Without a code, what stands in its place is kept already, or nothing does.
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

// That nothing is said of it may mean that nobody asked: where nobody wrote the code, and in a column's empty cells.
void NoteUnsaidPolarity(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule) {
  bool constant = false;
  const FieldRule* polarity = nullptr;
  for (const FieldRule& field : rule.fields) {
    if (field.excluded) {
      if (!field.constant) polarity = &field;
    } else if (field.field == static_cast<FieldId>(model::Info(rule.entity).primary)) {
      constant = field.constant;
    }
  }
  if (polarity == nullptr || (!constant && !rule.of_table)) return;
  bool said = false;
  Follow(polarity->steps, 0, at, value, [&](const JsonPath&, Element) { said = true; });
  if (said) return;
  draft.reporter().Report(constant ? kPolarityNotSaid : kPolarityEmpty, at.Pointer(), model::Info(rule.entity).name);
}

// A row of unknown polarity would be a wrong count, unless the rule says which it is.
bool LacksItsPolarity(const JsonPath& at, const RowRule& rule) {
  return at.polarity_unknown() && model::Info(rule.entity).polar &&
         std::none_of(rule.fields.begin(), rule.fields.end(), [](const FieldRule& field) { return field.excluded; });
}

bool NamesConstantCode(const RowRule& rule) {
  const auto primary = static_cast<FieldId>(model::Info(rule.entity).primary);
  return std::any_of(rule.fields.begin(), rule.fields.end(), [&](const FieldRule& field) {
    return field.constant && !field.excluded && field.field == primary;
  });
}

// Whether the element says that what a rule would make an observed row of was not there, or may say so; it is then kept
// and reported. A row of a table says nothing about a code that stands in the mapping; a table of one row for each
// person has the person's status.
bool IsNotObserved(RecordDraft& draft, JsonPath& at, Element value, const RowRule& rule) {
  const model::EntityInfo& info = model::Info(rule.entity);
  const bool says_it =
      std::any_of(rule.fields.begin(), rule.fields.end(), [](const FieldRule& field) { return field.excluded; });
  const bool is_record_of_it = !rule.from.empty() && !(rule.of_table && NamesConstantCode(rule));
  if (info.polar && info.primary >= 0 && !says_it && is_record_of_it && at.texts_unclear() && !IsObject(value)) {
    draft.KeepAsIs(at, value);
    return true;
  }
  if (!info.polar || info.primary < 0 || says_it || !is_record_of_it || !IsObject(value)) return false;
  if (at.polarity_unknown()) return true;
  const bool of_person = rule.of_table && rule.from.back() != "*";
  const bool status_tells = !of_person && (rule.entity == Entity::kPhenotype || rule.entity == Entity::kDisease);
  const std::optional<bool> excluded = draft.ReadExclusion(at, value, status_tells);
  if (!excluded.value_or(false)) return !excluded.has_value();
  at.set_polarity_unknown();
  draft.reporter().Report(kExcludedNotRead, at.Pointer(), info.name);
  draft.KeepAsIs(at, value);
  return true;
}

// The status of a disease says that it was not there, or that the record is an error. A doubt is what the field is for.
bool SaysThatItWasNot(RecordDraft& draft, uint32_t row) {
  if (draft.row(row).entity != Entity::kDisease) return false;
  const model::Value* status = draft.row(row).Find(model::field::kDiseaseStatus);
  if (status == nullptr) return false;
  const std::string_view word = draft.dictionary().Text(std::get<model::Symbol>(*status));
  const bool tick = word.size() < 3 || word == "false" || word == "true";
  return (!tick && PolarityOfPresence(word) == Polarity::kExcluded) || Letters(word).text() == "enteredinerror";
}

// The same of a treatment whose status the rule reads, by words that the field does not have: planned, refused.
bool DidNotTakePlace(const RowRule& rule, const JsonPath& at, Element value) {
  bool not_done = false;
  for (const FieldRule& field : rule.fields) {
    if (field.constant || field.field != model::field::kTreatmentStatus) continue;
    Follow(field.steps, 0, at, value, [&](const JsonPath&, Element found) {
      const std::optional<std::string> word = ScalarText(found);
      not_done = not_done || (word.has_value() && SaysOfAction(*word) != Says::kNothing);
    });
  }
  return not_done;
}

bool IsConditional(const RowRule* rule) { return !rule->when.empty(); }

// `any`: whether something is made of the element.
void ReportSkipped(RecordDraft& draft, const JsonPath& at, Element value, const std::vector<const RowRule*>& rules,
                   bool any) {
  for (const RowRule* rule : rules) {
    if (!IsConditional(rule) || Applies(draft, *rule, at, value)) continue;
    ReportUnclearTick(draft, at, value, *rule);
    if (any) ReportNearMiss(draft, at, value, *rule, rules);
  }
}

// What was set already is not set any more: it is kept.
void KeepRead(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value, const RowRule& rule) {
  for (const FieldRule& field : rule.fields) {
    if (field.constant || field.excluded || draft.row(row).Find(field.field) == nullptr) continue;
    Follow(field.steps, 0, at, value, [&](const JsonPath& place, Element found) { draft.KeepAsIs(place, found); });
  }
}

void MakeRow(RecordDraft& draft, JsonPath& at, Element value, const RowRule& rule) {
  if (draft.full()) return;  // it will be rejected
  const std::vector<const RowRule*>& rules = at.node()->rows();
  if (IsUnsaid(draft, rule, rules, at, value)) return KeepUnsaid(draft, rule, at, value);
  const Entity parent_entity = model::Info(rule.entity).parent;
  const std::optional<uint32_t> parent =
      rule.parent_by_id ? ParentById(draft, parent_entity, rule, at, value) : Around(draft, at.row(), parent_entity);
  if (!parent.has_value()) {
    return draft.KeepUnreadable(
        at, value, kNoParent,
        model::Concat({"the mapping finds no ", model::Info(parent_entity).name, " that this belongs to"}));
  }
  if (IsNotObserved(draft, at, value, rule)) return;
  Note(rule.made);
  const uint32_t row = draft.AddRow(rule.entity, *parent);
  if (!SetMappedFields(draft, row, rule.fields, at, value, rule.sets_strategy)) {
    draft.DropRow();
    return KeepWithoutPolarity(draft, at, value, rule);
  }
  if (SaysThatItWasNot(draft, row) || (!draft.row(row).excluded && DidNotTakePlace(rule, at, value))) {
    draft.DropRow();
    draft.reporter().Report(kExcludedNotRead, at.Pointer(), model::Info(rule.entity).name);
    return draft.KeepAsIs(at, value);
  }
  if (model::Info(rule.entity).polar) NoteUnsaidPolarity(draft, at, value, rule);
  if (LacksItsCode(draft, row, rule)) {
    draft.DropRow();
    return KeepWithoutCode(draft, at, value, rule);
  }
  if (IsUnread(draft, rule, rules, row, at)) {
    KeepRead(draft, row, at, value, rule);
    return draft.DropRow();
  }
  at.set_row(row);
}

// Parents before children: a run and its analysis may come of one element. In `sorted` if they are not so already.
const std::vector<const RowRule*>& ParentsFirst(const std::vector<const RowRule*>& rules,
                                                std::vector<const RowRule*>& sorted) {
  const auto by_entity = [](const RowRule* a, const RowRule* b) { return a->entity < b->entity; };
  if (std::is_sorted(rules.begin(), rules.end(), by_entity)) return rules;
  sorted = rules;
  std::stable_sort(sorted.begin(), sorted.end(), by_entity);
  return sorted;
}

bool SaysPolarity(const RowRule& rule) {
  return std::any_of(rule.fields.begin(), rule.fields.end(), [](const FieldRule& field) { return field.excluded; });
}

}  // namespace

void LookAtTextsBelow(RecordDraft& draft, JsonPath& at, Element value) {
  if (at.node() == nullptr || at.texts_unclear()) return;
  for (const RowRule* rule : at.node()->RulesOfTexts()) {
    const model::EntityInfo& info = model::Info(rule->entity);
    if (!info.polar || info.primary < 0 || SaysPolarity(*rule) || NamesConstantCode(*rule)) continue;
    // A row that tells of a person has the person's status.
    const bool of_person = rule->of_table && rule->from.size() > 1 && rule->from[1] != "*";
    const bool status_tells = !of_person && (rule->entity == Entity::kPhenotype || rule->entity == Entity::kDisease);
    JsonPath element(at);
    const std::optional<bool> excluded = draft.ReadExclusion(element, value, status_tells);
    if (excluded.has_value() && !*excluded) continue;
    if (excluded.has_value()) draft.reporter().Report(kExcludedNotRead, at.Pointer(), info.name);
    at.set_texts_unclear();
    return;
  }
}

void MakeMappedRows(RecordDraft& draft, JsonPath& at, Element value) {
  std::vector<const RowRule*> sorted;
  const std::vector<const RowRule*>& rules = ParentsFirst(at.node()->rows(), sorted);
  bool any = false;
  for (const RowRule* rule : rules) {
    if (!Applies(draft, *rule, at, value)) continue;
    any = true;
    MakeRow(draft, at, value, *rule);
  }
  ReportSkipped(draft, at, value, rules, any);
  if (std::any_of(rules.begin(), rules.end(), IsConditional)) KeepSkipped(draft, at, value);
  if (!any && !rules.empty()) ReportNotTaken(draft, at, value, *rules.front());
}

bool IsMappedAway(const JsonPath& at, std::initializer_list<Entity> standard) {
  if (at.node() == nullptr || at.node()->rows().empty()) return false;
  for (const RowRule* rule : at.node()->rows()) {
    for (const Entity entity : standard) {
      if (model::IsAncestorOrSelf(entity, rule->entity)) return false;
    }
  }
  return true;
}

bool IsTakenByRule(const RecordDraft& draft, const JsonPath& at, Element element, std::string_view key) {
  if (at.node() == nullptr || at.node()->Child(key) == nullptr) return false;
  bool named = false;
  for (const RowRule* rule : at.node()->rows()) {
    if (!Names(*rule, key)) continue;
    if (Applies(draft, *rule, at, element)) return true;
    named = true;
  }
  return !named;
}

void ExtendMappedRow(RecordDraft& draft, JsonPath& at, Element value, std::optional<uint32_t> row) {
  if (at.node() == nullptr || at.of_another()) return;
  std::vector<const RowRule*> sorted;
  const std::vector<const RowRule*>& rules = ParentsFirst(at.node()->rows(), sorted);
  const auto extends = [&, entity = row.has_value() ? draft.row(*row).entity : Entity::kIndividual](
                           const RowRule& rule) { return row.has_value() && rule.entity == entity; };
  const auto holds = [&](const RowRule& rule) {
    return Applies(draft, rule, at, value) && !LacksItsPolarity(at, rule);
  };
  // The row itself before others are made: of one with a polarity nothing comes behind it yet, so that it can be
  // dropped.
  for (const RowRule* rule : rules) {
    if (!extends(*rule) || !holds(*rule)) continue;
    Note(rule->made);
    const bool read = SetMappedFields(draft, *row, rule->fields, at, value, rule->sets_strategy);
    const bool ruled_out =
        read && !draft.row(*row).excluded && (SaysThatItWasNot(draft, *row) || DidNotTakePlace(*rule, at, value));
    if (read && !ruled_out) continue;
    if (ruled_out) draft.reporter().Report(kExcludedNotRead, at.Pointer(), model::Info(rule->entity).name);
    draft.DropRow();
    draft.KeepAsIs(at, value);
    at.set_polarity_unknown();
    break;
  }
  for (const RowRule* rule : rules) {
    if (!extends(*rule) && holds(*rule)) MakeRow(draft, at, value, *rule);
  }
  ReportSkipped(draft, at, value, rules, /*any=*/true);
}

}  // namespace muster::import
