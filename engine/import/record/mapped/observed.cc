#include "engine/import/record/mapped/observed.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/import/mapping/follow.h"
#include "engine/import/record/draft/allelic_state.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/mapped/row_not_made.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/record/rules/judgements.h"
#include "engine/import/record/rules/words/consent_word.h"
#include "engine/model/codes/zygosity.h"
#include "engine/model/schema/schema.h"

namespace muster::import {
namespace {

using model::Entity;
using model::FieldId;

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

constexpr RemarkKind kDenyingTime{
    ImportProblem::Kind::kKeptOnly,
    "word in place of a time that says that it was not there, or was not done: no row is made",
    "nothing, if there was none; if there was, say so in the rule: \"excluded\": {\"const\": false}; the word is then "
    "kept"};
constexpr RemarkKind kDenyingTimeAlone{
    ImportProblem::Kind::kKeptOnly,
    "word in place of a time that says that it was not there, or was not done: the row counts",
    "if there was none, leave the row out; if there was, correct the time in the source"};

bool NamesConstantCode(const RowRule& rule) {
  const auto primary = static_cast<FieldId>(model::Info(rule.entity).primary);
  return std::any_of(rule.fields.begin(), rule.fields.end(), [&](const FieldRule& field) {
    return field.constant && !field.excluded && field.field == primary;
  });
}

bool SaysPolarity(const RowRule& rule) {
  return std::any_of(rule.fields.begin(), rule.fields.end(), [](const FieldRule& field) { return field.excluded; });
}

// The status of a disease says that it was not there, or that the record is an error. A doubt is what the field is for.
bool SaysThatItWasNot(RecordDraft& draft, uint32_t row) {
  if (draft.row(row).entity != Entity::kDisease) return false;
  const model::Value* status = draft.row(row).Find(model::field::kDiseaseStatus);
  if (status == nullptr) return false;
  const std::string_view word = draft.dictionary().Text(std::get<model::Symbol>(*status));
  const bool tick = word.size() < 3 || word == "false" || word == "true";
  return (!tick && PolarityOfLetters(word) == Polarity::kExcluded) || Letters(word).text() == "enteredinerror";
}

// The severity that a rule reads is that of nothing: "none" of none, mild and severe, or 0.
bool IsOfNoSeverity(RecordDraft& draft, const RowRule& rule, const JsonPath& at, Element value) {
  bool none = false;
  for (const FieldRule& field : rule.fields) {
    if (field.constant) continue;
    if (field.field != model::field::kPhenotypeSeverity && field.field != model::field::kDiseaseSeverity) continue;
    Follow(field.steps, 0, at, value, [&](const JsonPath&, Element found) {
      const std::optional<std::string> text = ScalarText(found);
      none = none || (text.has_value() && (draft.judgements().DenialBy(*text, {}).no_disease ||
                                           PolarityOfPresence(*text) == Polarity::kExcluded));
    });
  }
  return none;
}

// The same of a treatment whose status the rule reads, by words that the field does not have: planned, refused.
bool DidNotTakePlace(const RowRule& rule, const JsonPath& at, Element value) {
  bool not_done = false;
  for (const FieldRule& field : rule.fields) {
    if (field.constant || field.field != model::field::kTreatmentStatus) continue;
    Follow(field.steps, 0, at, value, [&](const JsonPath&, Element found) {
      const std::optional<std::string> word = ScalarText(found);
      not_done = not_done || (word.has_value() && AssertionOfAction(*word) != Assertion::kNothing);
    });
  }
  return not_done;
}

// What the expressions, or the labels, that a rule reads of a variant say.
enum class VariantCall {
  kNothing,
  kSameProtein,  // "p.(=)" alone: of the DNA nothing is said
  kNone,
  kSome,
};

VariantCall VariantCallOf(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule, FieldId id) {
  VariantCall call = VariantCall::kNothing;
  for (const FieldRule& field : rule.fields) {
    if (field.constant || field.field != id) continue;
    Follow(field.steps, 0, at, value, [&](const JsonPath&, Element found) {
      const std::optional<std::string> text = ScalarText(found);
      if (!text.has_value() || text->empty() || draft.rules().IsMissing(*text)) return;
      const VariantCall one = model::IsEqualProtein(*text)      ? VariantCall::kSameProtein
                              : model::HgvsSaysNoVariant(*text) ? VariantCall::kNone
                                                                : VariantCall::kSome;
      call = std::max(call, one);
    });
  }
  return call;
}

bool IsOfPlace(FieldId id) {
  return id == model::field::kVariantPosition || id == model::field::kVariantReference ||
         id == model::field::kVariantAlternate;
}

// Whether something else that the rule reads of the variant says that there is one: another expression that has a
// change, and of a protein that is the same also an allelic state or a position.
bool IsCalledElsewhere(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule, VariantCall call) {
  bool called = false;
  for (const FieldRule& field : rule.fields) {
    if (field.constant || field.excluded) continue;
    Follow(field.steps, 0, at, value, [&](const JsonPath&, Element found) {
      if (call == VariantCall::kSameProtein && field.field == model::field::kVariantAllelicState) {
        called = called || IsAllelicState(found);
        return;
      }
      const std::optional<std::string> text = ScalarText(found);
      if (!text.has_value() || text->empty() || draft.rules().IsMissing(*text)) return;
      if (IsOfPlace(field.field)) {
        called = called || call == VariantCall::kSameProtein;
      } else {
        called = called || (!model::HgvsSaysNoVariant(*text) && model::NamesChange(*text));
      }
    });
  }
  return called;
}

// "c.76=" in place of a change, "no pathogenic variant found". Of two alleles one may be the reference.
bool IsExpressionOfNone(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule) {
  const VariantCall hgvs = VariantCallOf(draft, at, value, rule, model::field::kVariantHgvs);
  const VariantCall call =
      hgvs == VariantCall::kNothing ? VariantCallOf(draft, at, value, rule, model::field::kVariantLabel) : hgvs;
  if (call == VariantCall::kNothing || call == VariantCall::kSome) return false;
  if (IsCalledElsewhere(draft, at, value, rule, call)) return false;
  const FieldId id = hgvs == VariantCall::kNothing ? model::field::kVariantLabel : model::field::kVariantHgvs;
  for (const FieldRule& field : rule.fields) {
    if (field.constant || field.field != id) continue;
    Follow(field.steps, 0, at, value,
           [&](const JsonPath& place, Element found) { ReportNoVariant(draft, place, found); });
  }
  return true;
}

// The genotype of a variant, its HGVS expression or label, or what stands in place of its gene, says that the person
// does not have it.
bool IsGenotypeOfNone(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule) {
  bool none = IsExpressionOfNone(draft, at, value, rule);
  for (const FieldRule& field : rule.fields) {
    if (field.constant) continue;
    if (field.field != model::field::kVariantAllelicState && field.field != model::field::kVariantGene) continue;
    Follow(field.steps, 0, at, value,
           [&](const JsonPath& place, Element found) { none = none || IsNoVariant(draft, place, found); });
  }
  if (none) KeepWithoutPolarity(draft, at, value, rule);
  return none;
}

// Of a consent the mapping's own "granted" says nothing of what the source knows of this one.
bool IsStatusKnown(const model::FieldValue& value, const RowRule& rule) {
  if (value.field == model::field::kTreatmentStatus || value.field == model::field::kDiseaseStatus) return true;
  if (value.field != model::field::kConsentStatus) return false;
  return std::none_of(rule.fields.begin(), rule.fields.end(), [](const FieldRule& field) {
    return field.constant && field.field == model::field::kConsentStatus && GrantsConsent(field.text);
  });
}

}  // namespace

bool IsNotObserved(RecordDraft& draft, JsonPath& at, Element value, const RowRule& rule) {
  if (rule.entity == Entity::kVariant) return IsGenotypeOfNone(draft, at, value, rule);
  const model::EntityInfo& info = model::Info(rule.entity);
  const bool says_it = SaysPolarity(rule);
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

bool IsRuledOut(RecordDraft& draft, uint32_t row, const RowRule& rule, const JsonPath& at, Element value) {
  return SaysThatItWasNot(draft, row) ||
         (!draft.row(row).excluded && (DidNotTakePlace(rule, at, value) || IsOfNoSeverity(draft, rule, at, value)));
}

bool IsDeniedByTime(RecordDraft& draft, uint32_t row, const RowRule& rule) {
  const std::optional<DenyingTime> time = draft.TakeDenyingTime(row);
  if (!time.has_value()) return false;
  const std::vector<model::FieldValue>& values = draft.row(row).values;
  const bool known =
      SaysPolarity(rule) || std::any_of(values.begin(), values.end(), [&](const model::FieldValue& value) {
        return IsStatusKnown(value, rule) || model::Info(value.field).kind == model::Kind::kTime;
      });
  draft.reporter().Report(known ? kDenyingTimeAlone : kDenyingTime, time->place, time->word);
  return !known;
}

void NoteDenyingTimeAlone(RecordDraft& draft, uint32_t row) {
  const std::optional<DenyingTime> time = draft.TakeDenyingTime(row);
  if (time.has_value()) draft.reporter().Report(kDenyingTimeAlone, time->place, time->word);
}

void ReportRuledOut(RecordDraft& draft, const JsonPath& at, const RowRule& rule) {
  draft.reporter().Report(kExcludedNotRead, at.Pointer(), model::Info(rule.entity).name);
}

bool LacksItsPolarity(const JsonPath& at, const RowRule& rule) {
  return at.polarity_unknown() && model::Info(rule.entity).polar && !SaysPolarity(rule);
}

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
  bool written = false;
  Follow(polarity->steps, 0, at, value, [&](const JsonPath&, Element) { written = true; });
  if (written) return;
  draft.reporter().Report(constant ? kPolarityNotSaid : kPolarityEmpty, at.Pointer(), model::Info(rule.entity).name);
}

void LookAtTextsBelow(RecordDraft& draft, JsonPath& at, Element value) {
  if (at.node() == nullptr || at.texts_unclear()) return;
  const bool unclear = at.node()->AnyRuleOfTexts([&](const RowRule* rule) {
    const model::EntityInfo& info = model::Info(rule->entity);
    if (!info.polar || info.primary < 0 || SaysPolarity(*rule) || NamesConstantCode(*rule)) return false;
    // A row that tells of a person has the person's status.
    const bool of_person = rule->of_table && rule->from.size() > 1 && rule->from[1] != "*";
    const bool status_tells = !of_person && (rule->entity == Entity::kPhenotype || rule->entity == Entity::kDisease);
    JsonPath element(at);
    const std::optional<bool> excluded = draft.ReadExclusion(element, value, status_tells);
    if (excluded.has_value() && !*excluded) return false;
    if (excluded.has_value()) draft.reporter().Report(kExcludedNotRead, at.Pointer(), info.name);
    return true;
  });
  if (unclear) at.set_texts_unclear();
}

}  // namespace muster::import
