#include "engine/import/record/mapped/mapped_rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/import/mapping/follow.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/mapped/empty_rows.h"
#include "engine/import/record/mapped/observed.h"
#include "engine/import/record/mapped/row_not_made.h"
#include "engine/import/record/mapped/taken_members.h"
#include "engine/import/record/mapped/two_rules.h"
#include "engine/import/record/mapped/unticked.h"
#include "engine/import/record/mapped/when.h"
#include "engine/import/record/rules/words/consent_word.h"
#include "engine/model/text/blank.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kNoParent{ImportProblem::Kind::kKeptOnly,
                               "row of which the mapping finds no row that it belongs to",
                               "see whether the id that the mapping names is that of a row of this individual, and "
                               "written alike"};

constexpr RemarkKind kConsentUnsaid{
    ImportProblem::Kind::kNote, "consent without a status, of a rule that reads one: taken as unknown",
    "nothing, if nobody knows; if each row is a consent that was given, let the rule say so: \"status\": {\"const\": "
    "\"granted\"}"};

constexpr RemarkKind kRefusedPermission{
    ImportProblem::Kind::kKeptOnly, "word for a refusal or a withdrawal in place of the permission: no consent is made",
    "nothing, if there is none; if it is to be asked for, let the rule read the word as the \"status\", and give the "
    "permission as {\"const\": ...}"};

constexpr RemarkKind kDenyingPlace{
    ImportProblem::Kind::kNote,
    "row that counts as observed, of a place whose name says that it was not there, not certain or a relative's",
    "if it was looked for and not found, say so in the rule: \"excluded\": {\"const\": true}; if it was observed, "
    "{\"const\": false}; of what is not certain, or a relative's, leave the rule out",
    RemarkPlace::kFirst};

using model::Entity;
using model::FieldId;

// The row of `entity` around `row`, or nullopt. Around all is what was made of the record itself; rows of tables stand
// beside it.
std::optional<uint32_t> Around(const RecordDraft& draft, uint32_t row, Entity entity) {
  const std::vector<model::Row>& rows = draft.record().rows;
  while (rows[row].entity != entity) {
    if (row == 0) return draft.of_table() ? std::nullopt : draft.RowOfRecord(entity);
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

// An empty status of a consent is as one that is unknown: without a status it would count as given.
void SetUnsaidStatus(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value, const RowRule& rule) {
  bool stands = false;  // an object without the member says nothing of a status
  for (const FieldRule& field : rule.fields) {
    if (field.constant || field.field != model::field::kConsentStatus) continue;
    stands = stands || rule.of_table || (field.steps.size() == 1 && Member(value, field.steps[0]).has_value());
  }
  if (!stands || draft.row(row).Find(model::field::kConsentStatus) != nullptr) return;
  draft.SetKeyword(row, model::field::kConsentStatus, "unknown");
  draft.reporter().Report(kConsentUnsaid, at.Pointer(), {}, "no status stands there: it is taken as unknown");
}

// A word for a refusal where the permission is read: what was not permitted is not said, and that it was not is
// certain. (A letter or a digit, F or 0, may be the name of a permission.)
std::string RefusalInPlaceOfPermission(const JsonPath& at, Element value, const RowRule& rule) {
  std::string refusal;
  if (rule.entity != Entity::kConsent) return refusal;
  for (const FieldRule& field : rule.fields) {
    // (A status that the rule reads counts, and one that it gives where that is no grant.)
    if (field.field == model::field::kConsentStatus && !(field.constant && GrantsConsent(field.text))) return {};
    if (field.constant || field.field != model::field::kConsentPermission) continue;
    Follow(field.steps, 0, at, value, [&](const JsonPath&, Element found) {
      const std::optional<std::string> text = ScalarText(found);
      if (text.has_value() && model::TrimAll(*text).size() > 1 && RefusesConsent(*text)) refusal = *text;
    });
  }
  return refusal;
}

bool IsConditional(const RowRule* rule) { return !rule->when.empty(); }

// `any`: whether something is made of the element.
void ReportSkipped(RecordDraft& draft, const JsonPath& at, Element value, const std::vector<const RowRule*>& rules,
                   bool any) {
  for (const RowRule* rule : rules) {
    if (!IsConditional(rule) || Applies(draft, *rule, at, value)) continue;
    ReportUnclearTick(draft, at, value, *rule);
    NoteFilledBesideNoTick(draft, at, value, *rule, rules);
    if (any) ReportNearMiss(draft, at, value, *rule, rules);
  }
}

void NoteDenyingPlace(RecordDraft& draft, const JsonPath& at, const RowRule& rule) {
  draft.reporter().ReportOfEach(kDenyingPlace, at.Path(), rule.denying_place, [&] {
    return std::pair(at.Pointer(),
                     model::Concat({"\"", Shown(rule.denying_place), "\" is where this ", model::Info(rule.entity).name,
                                    " is read, and it counts as observed"}));
  });
}

void MakeRow(RecordDraft& draft, JsonPath& at, Element value, const RowRule& rule) {
  if (draft.full()) return;  // it will be rejected
  const std::vector<const RowRule*>& rules = at.node()->rows();
  if (IsEmptyRow(draft, rule, rules, at, value)) return KeepEmptyRow(draft, rule, at, value);
  const Entity parent_entity = model::Info(rule.entity).parent;
  const std::optional<uint32_t> parent =
      rule.parent_by_id ? ParentById(draft, parent_entity, rule, at, value) : Around(draft, at.row(), parent_entity);
  if (!parent.has_value()) {
    draft.NoteWithoutParent();
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
  if (IsDeniedByTime(draft, row, rule)) {
    KeepRead(draft, row, at, value, rule);
    return draft.DropRow();
  }
  if (const std::string refusal = RefusalInPlaceOfPermission(at, value, rule); !refusal.empty()) {
    draft.reporter().Report(kRefusedPermission, at.Pointer(), refusal);
    KeepRead(draft, row, at, value, rule);
    return draft.DropRow();
  }
  if (IsRuledOut(draft, row, rule, at, value)) {
    draft.DropRow();
    ReportRuledOut(draft, at, rule);
    return draft.KeepAsIs(at, value);
  }
  if (model::Info(rule.entity).polar) NoteUnsaidPolarity(draft, at, value, rule);
  if (LacksItsCode(draft, row, rule)) {
    draft.DropRow();
    return KeepWithoutCode(draft, at, value, rule);
  }
  if (IsUnread(draft, rule, rules, row, at, value)) {
    KeepRead(draft, row, at, value, rule);
    return draft.DropRow();
  }
  NoteTimeOfExcluded(draft, row, at, value, rule);
  if (!rule.denying_place.empty()) NoteDenyingPlace(draft, at, rule);
  NoteWhatMayBeNo(draft, at, value, rule);
  if (rule.entity == Entity::kConsent) SetUnsaidStatus(draft, row, at, value, rule);
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

bool HasRowsBelow(Entity entity) {
  return entity == Entity::kSample || entity == Entity::kRun || entity == Entity::kInterpretation;
}

}  // namespace

void MakeParentsOfRecord(RecordDraft& draft, const JsonPath& root, Element record) {
  if (root.node() == nullptr) return;
  std::vector<const RowRule*> sorted;
  JsonPath here(root);
  for (const RowRule* rule : ParentsFirst(root.node()->rows(), sorted)) {
    // (A row that names its parent by an id may come before it here: it is made with the others.)
    if (!HasRowsBelow(rule->entity) || rule->parent_by_id || !Applies(draft, *rule, here, record)) continue;
    const size_t before = draft.record().rows.size();
    MakeRow(draft, here, record, *rule);
    const bool made = draft.record().rows.size() > before;
    draft.NoteMadeOfRecord(rule, made ? std::optional(static_cast<uint32_t>(before)) : std::nullopt);
  }
}

void MakeMappedRows(RecordDraft& draft, JsonPath& at, Element value) {
  std::vector<const RowRule*> sorted;
  const std::vector<const RowRule*>& rules = ParentsFirst(at.node()->rows(), sorted);
  const size_t rows_before = draft.record().rows.size();
  bool any = false;
  for (const RowRule* rule : rules) {
    if (!Applies(draft, *rule, at, value)) continue;
    any = true;
    if (!draft.IsMadeOfRecord(rule)) MakeRow(draft, at, value, *rule);
  }
  if (draft.record().rows.size() > rows_before + 1) NoteMadeTwice(draft, at, rows_before);
  ReportSkipped(draft, at, value, rules, any);
  if (std::any_of(rules.begin(), rules.end(), IsConditional)) KeepSkipped(draft, at, value);
  if (!any && !rules.empty()) ReportNotTaken(draft, at, value, *rules.front());
}

void MapRecord(RecordDraft& draft, const Mapping& mapping, const JsonPath& root, Element record) {
  SetMappedFields(draft, 0, mapping.individual(), root, record);
  if (root.node() == nullptr || root.node()->rows().empty()) return;
  JsonPath here(root);
  here.set_row(draft.LastRowOfRecord());
  MakeMappedRows(draft, here, record);
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
    NoteDenyingTimeAlone(draft, *row);
    const bool ruled_out = read && !draft.row(*row).excluded && IsRuledOut(draft, *row, *rule, at, value);
    if (read && !ruled_out) continue;
    if (ruled_out) ReportRuledOut(draft, at, *rule);
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
