// Fields of a row that a mapping reads from an element.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/import/mapping/follow_many.h"
#include "engine/import/record/assay.h"
#include "engine/import/record/draft/allelic_state.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/draft/time_text.h"
#include "engine/import/record/mapped/mapped_rows.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/import/record/rules/certainty_member.h"
#include "engine/import/record/rules/judgements.h"
#include "engine/import/record/rules/words/consent_word.h"
#include "engine/import/record/rules/words/time_word.h"
#include "engine/model/codes/register_code.h"
#include "engine/model/text/text.h"
#include "engine/model/time/onset.h"

namespace muster::import {
namespace {

using model::FieldId;
using model::Kind;

constexpr RemarkKind kArrayForOne{ImportProblem::Kind::kKeptOnly, "the field has one value, and an array stands here",
                                  "name one element in the mapping, such as \"/names/0\""};
constexpr RemarkKind kObjectForValue{ImportProblem::Kind::kKeptOnly, "an object stands here instead of a value",
                                     "let the mapping's pointer end at a member of the object"};
constexpr RemarkKind kNotAValue{
    ImportProblem::Kind::kKeptOnly, "not a value of the field that the mapping names",
    "write numbers with a decimal point, without thousands and units (a column says \"decimal\": \",\"); texts get a "
    "meaning by \"values\" or \"missing\" of a table's column; results in words (POS, trace) are read by \"coded "
    "value\""};
constexpr RemarkKind kAgeForNumber{
    ImportProblem::Kind::kKeptOnly, "an age, or a length of time, where the field has a number",
    "where the table's column has \"age\", each of its numbers becomes an age, \"P403D\" of 403: leave it out, or read "
    "the number from another column; survival is in days"};
constexpr RemarkKind kNotATime{ImportProblem::Kind::kKeptOnly, "neither a date nor an age nor an onset",
                               "say how the column writes dates: \"date\": \"DD.MM.YYYY\", \"excel\" or an array of "
                               "forms; ages: \"age\": \"years\""};
constexpr RemarkKind kVagueOnset{ImportProblem::Kind::kKeptOnly,
                                 "age in words, which are other years in each source: not read",
                                 "say which term of HPO each means, by \"values\" of the table's column: "
                                 "{\"Childhood\": \"HP:0011463\"} is from one to five years"};
constexpr RemarkKind kOnsetElsewhere{
    ImportProblem::Kind::kKeptOnly, "age in words in place of a time that is no onset: not read",
    "write the date or the age: \"birth\" and \"antenatal\" may be those of a woman's child; where they are the "
    "person's own, say so by \"values\" of the table's column: {\"At birth\": \"HP:0003577\"}"};
constexpr RemarkKind kPolarityUnclear{
    ImportProblem::Kind::kKeptOnly, "\"excluded\" leads to what says neither yes nor no: no row is made of it",
    "say what the words mean: \"values\": {\"ruled out\": \"true\"} of a table's column; a column that does not say "
    "whether the record is excluded is none for \"excluded\""};

constexpr RemarkKind kAsksForPresence{
    ImportProblem::Kind::kKeptOnly,
    "\"excluded\" leads to a yes or a no of a member that says by its name that it was there: no row is made of it",
    "let the column say it the other way round: \"columns\": {\"present\": {\"values\": {\"1\": \"false\", \"0\": "
    "\"true\"}}}; without \"excluded\" members of such names are read as they are"};
constexpr RemarkKind kAsksForNothing{
    ImportProblem::Kind::kNote,
    "yes or no where \"excluded\" leads, in a column whose name does not say that it excludes: a yes excludes",
    "nothing, if a yes says that it was not there; of a column such as \"diabetes\" let it say so by \"values\": "
    "{\"1\": \"false\", \"0\": \"true\"}, beside a \"when\" with the same pointer"};

// Whether the name of a column begins or ends as a denial: "no_diabetes", "never", "diabetes_neg".
bool AsksForAbsence(std::string_view key) {
  constexpr std::string_view kBegins[] = {"no",    "not",  "never", "without", "kein",
                                          "keine", "ohne", "sans",  "sin",     "non"};
  constexpr std::string_view kEnds[] = {"no", "not", "neg", "never", "absent", "free"};
  const size_t end = std::min(key.find_first_of("_- ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1), key.size());
  const std::string begins = model::ToLower(key.substr(0, end));
  const std::string all = model::ToLower(key);
  return std::find(std::begin(kBegins), std::end(kBegins), begins) != std::end(kBegins) ||
         std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view e) { return all.ends_with(e); });
}

// Of the fields of a row of `entity`.
bool NamesConstantCode(model::Entity entity, const std::vector<FieldRule>& rules) {
  const model::EntityInfo& info = model::Info(entity);
  return info.polar && info.primary >= 0 && std::any_of(rules.begin(), rules.end(), [&](const FieldRule& rule) {
           return rule.constant && !rule.excluded && rule.field == static_cast<model::FieldId>(info.primary);
         });
}

// Ages of dates follow from the date of birth that the mapping has found.
void NoteBirth(RecordDraft& draft, uint32_t row) {
  const model::Value* birth = draft.row(row).Find(model::field::kBirth);
  if (birth != nullptr) draft.ChangeBirth(std::get<model::TimeValue>(*birth).date);
}

// Units and genes are known by names as well.
bool NeedsSystem(FieldId field) {
  return field != model::field::kMeasurementUnit && field != model::field::kExposureUnit &&
         field != model::field::kVariantGene;
}

void SetAssayFrom(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value, bool sets_strategy) {
  std::optional<std::string> text = ScalarText(value);
  if (IsObject(value)) {
    // A code speaks for itself where it is known, and else by its label.
    const std::string id(StringOf(Member(value, "id").value_or(value)));
    const std::string label(StringOf(Member(value, "label").value_or(value)));
    text = (NormalizeAssay(id).known || label.empty()) ? id : label;
  }
  if (!text.has_value() || text->empty() || text->size() > kMaxCodeBytes) {
    return draft.KeepUnreadable(at, value, kNoClass);
  }
  if (draft.rules().IsMissing(*text)) return draft.KeepMissing(at, value, *text);
  draft.SetAssay(row, at, *text, sets_strategy);
}

void SetFromObject(RecordDraft& draft, uint32_t row, FieldId id, const JsonPath& at, Element value) {
  const Kind kind = model::Info(id).kind;
  if (kind == Kind::kCode) {
    draft.SetCode(row, id, at, value);
  } else if (kind == Kind::kTime) {
    draft.SetTime(row, id, at, value);
    if (id == model::field::kBirth) NoteBirth(draft, row);
  } else if (kind == Kind::kKeyword && Member(value, "label").has_value()) {
    draft.SetKeyword(row, id, JsonPath(at, "label"), *Member(value, "label"));
  } else {
    draft.KeepUnreadable(at, value, kObjectForValue);
  }
}

void SetFromCode(RecordDraft& draft, uint32_t row, FieldId id, const JsonPath& at, Element value,
                 std::string_view code) {
  if (draft.SetStageText(row, id, at, value)) return;
  if (id == model::field::kCauseOfDeath && model::IsNoCauseOfDeath(code)) return draft.KeepMissing(at, value, code);
  if (draft.IsDenial(id, at, code, {}, draft.row(row).excluded)) return draft.KeepAsIs(at, value);
  const std::optional<model::Symbol> symbol = draft.InternCode(at, code, {}, NeedsSystem(id));
  if (!symbol.has_value()) return draft.KeepAsIs(at, value);
  draft.SetValue(row, id, at, value, *symbol);
}

// Whether a text that is no time was kept and reported for what it says, or says that there was no such row.
bool KeptAsTimeWord(RecordDraft& draft, uint32_t row, FieldId id, const JsonPath& at, Element value,
                    std::string_view text) {
  const TimeWord word = TimeWordOf(text);
  if (DeniesInPlaceOf(id, word) || (id == model::field::kConsentDate && RefusesConsent(text))) {
    draft.KeepAsIs(at, value);
    draft.NoteDenyingTime(row, at, text);
  } else if (word == TimeWord::kUndetermined) {
    draft.KeepMissing(at, value, text);
  } else if (word == TimeWord::kVagueOnset) {
    draft.KeepUnreadable(at, value, kVagueOnset);
  } else if (word == TimeWord::kOnset && id != model::field::kBirth && !TakesOnsets(id)) {
    draft.KeepUnreadable(at, value, kOnsetElsewhere);
  } else {
    return false;
  }
  return true;
}

// Of texts, times and numbers in words; `text` is what is written, if there is one.
void SetFromText(RecordDraft& draft, uint32_t row, FieldId id, const JsonPath& at, Element value,
                 std::optional<std::string_view> text) {
  const bool is_time = model::Info(id).kind == Kind::kTime;
  if (text.has_value() && draft.rules().IsMissing(*text)) {
    if (!is_time || !KeptAsTimeWord(draft, row, id, at, value, *text)) draft.KeepMissing(at, value, *text);
    return;
  }
  std::optional<model::Value> read;
  std::string implausible;
  if (text.has_value() && (IsString(value) || !is_time)) read = draft.ReadText(id, *text, &implausible);
  if (!implausible.empty() && draft.IsDay(at, *text)) {
    implausible.clear();
    read = draft.ReadText(id, *text);
  }
  if (!implausible.empty()) return draft.KeepImplausible(at, value, implausible);
  if (!read.has_value()) {
    if (!is_time) {
      const bool is_age = model::Info(id).kind == Kind::kNumber && text.has_value() &&
                          DurationOfText(*text, Minutes::kMinutes).has_value();
      return draft.KeepUnreadable(at, value, is_age ? kAgeForNumber : kNotAValue);
    }
    if (!text.has_value() || !KeptAsTimeWord(draft, row, id, at, value, *text)) {
      draft.KeepUnreadable(at, value, kNotATime);
    }
    return;
  }
  if (MinutesOf(id) == Minutes::kPerhapsMonths && MayMeanMonths(*text)) draft.NoteMinutes(at, *text);
  if (is_time && std::get<model::TimeValue>(*read).term != model::kNoSymbol) draft.NoteOnsetInWords(at, *text);
  draft.SetValue(row, id, at, value, *std::move(read));
  if (id == model::field::kBirth) NoteBirth(draft, row);
}

void SetFromElement(RecordDraft& draft, uint32_t row, const FieldRule& rule, const JsonPath& at, Element value,
                    bool sets_strategy) {
  const model::Field& field = model::Info(rule.field);
  Array array;
  if (value.get(array) == simdjson::SUCCESS) {
    if (!field.multiple) return draft.KeepUnreadable(at, value, kArrayForOne);
    size_t index = 0;
    for (const Element element : array) SetFromElement(draft, row, rule, JsonPath(at, index++), element, sets_strategy);
    return;
  }
  if (rule.field == model::field::kRunAssay) return SetAssayFrom(draft, row, at, value, sets_strategy);
  if (rule.field == model::field::kVariantAllelicState && SetAllelicState(draft, row, at, value)) return;
  if (IsObject(value)) return SetFromObject(draft, row, rule.field, at, value);
  if (field.kind == Kind::kNumber && !IsString(value)) {
    draft.SetNumber(row, rule.field, at, value);
  } else if (field.kind == Kind::kKeyword) {
    draft.SetKeyword(row, rule.field, at, value);
  } else {
    std::string scratch;
    const std::optional<std::string_view> text = ScalarText(value, scratch);
    if (field.kind == Kind::kCode && text.has_value()) {
      SetFromCode(draft, row, rule.field, at, value, *text);
    } else {
      SetFromText(draft, row, rule.field, at, value, text);
    }
  }
}

// Of a field: that it leads to a value somewhere. A marker of a missing value is none.
void NoteFound(const RecordDraft& draft, const FieldRule& rule, Element found) {
  if (rule.found->load(std::memory_order_relaxed)) return;
  if (!IsString(found) || !draft.rules().IsMissing(StringOf(found))) Note(rule.found);
}

// Sets the polarity that `found` says; false after keeping it when it says none. `constant`: the code stands in the
// mapping.
bool SetPolarity(RecordDraft& draft, uint32_t row, const FieldRule& rule, const JsonPath& at, Element found,
                 bool constant) {
  const std::string word = ScalarText(found).value_or(simdjson::minify(found));
  const Polarity polarity = PolarityOfExclusion(word);
  if (polarity == Polarity::kUnclear) {
    draft.KeepUnreadable(at, found, kPolarityUnclear);
    return false;
  }
  // Of a yes and a no it depends on what is asked; words such as "absent" speak for themselves.
  const bool is_answer = polarity != PolarityOfPresence(word);
  if (is_answer && !rule.by_values && !rule.steps.empty()) {
    const AssertionKind kind = draft.judgements().AssertionKindBy(rule.steps.back());
    if (kind == AssertionKind::kPresence) {
      draft.KeepUnreadable(at, found, kAsksForPresence);
      return false;
    }
    if (constant && rule.of_cell && kind == AssertionKind::kNone && !AsksForAbsence(rule.steps.back())) {
      draft.reporter().ReportOfEach(kAsksForNothing, at.Path(), word, [&] {
        return std::pair(at.Pointer(),
                         model::Concat({"\"", Shown(word), "\" makes ",
                                        polarity == Polarity::kExcluded ? "an excluded" : "an observed", " row"}));
      });
    }
  }
  draft.row(row).excluded = polarity == Polarity::kExcluded;
  return true;
}

// A cell that is not written as the mapping says is reported, and stands under another name (ReadTable).
bool IsUnreadCell(const Steps& steps, Element row) {
  return steps.size() == 1 && Member(row, model::Concat({steps[0], " (as written)"})).has_value();
}

}  // namespace

bool SetMappedFields(RecordDraft& draft, uint32_t row, const std::vector<FieldRule>& rules, const JsonPath& at,
                     Element value, bool sets_strategy, bool replacing) {
  bool polarity_known = true;
  FollowMany follow(at, value);
  draft.set_replacing(replacing);
  for (const FieldRule& rule : rules) {
    if (rule.comparator) continue;
    if (rule.constant && rule.excluded) {
      draft.row(row).excluded = rule.text == "true";
    } else if (rule.constant && rule.field == model::field::kRunAssay) {
      draft.SetAssay(row, at, rule.text, sets_strategy);
    } else if (rule.constant) {
      if (std::optional<model::Value> read = draft.ReadText(rule.field, rule.text)) {
        draft.SetValue(row, rule.field, at, value, *std::move(read));
        if (rule.field == model::field::kBirth) NoteBirth(draft, row);
      }
    } else if (rule.excluded) {
      const bool constant = NamesConstantCode(draft.row(row).entity, rules);
      follow(rule.steps, [&](const JsonPath& place, Element found) {
        NoteFound(draft, rule, found);
        if (!SetPolarity(draft, row, rule, place, found, constant)) polarity_known = false;
      });
      if (IsUnreadCell(rule.steps, value)) polarity_known = false;
    } else {
      follow(rule.steps, [&](const JsonPath& place, Element found) {
        NoteFound(draft, rule, found);
        SetFromElement(draft, row, rule, place, found, sets_strategy);
      });
    }
  }
  for (const FieldRule& rule : rules) {
    if (!rule.comparator) continue;
    follow(rule.steps, [&](const JsonPath& place, Element found) {
      NoteFound(draft, rule, found);
      draft.SetComparator(row, rule.field, place, found);
    });
  }
  draft.set_replacing(false);
  return polarity_known;
}

}  // namespace muster::import
