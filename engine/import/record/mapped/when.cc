#include "engine/import/record/mapped/when.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/import/mapping/follow.h"
#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/rules/words/consent_word.h"
#include "engine/import/record/rules/words/not_done_word.h"
#include "engine/model/schema/standard_word.h"
#include "engine/model/text/blank.h"
#include "engine/model/text/composed.h"
#include "engine/model/text/digits.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kTickUnclear{
    ImportProblem::Kind::kKeptOnly, "neither a yes nor a no where a rule of the mapping reads a tick: no row is made",
    "say in the rule which values make a row, as \"when\": {\"/diabetes\": [\"1\", \"2\"]}, or what they mean by "
    "\"values\" of the table's column; where a date stands, let the rule take it into a field"};
constexpr RemarkKind kSaysNo{
    ImportProblem::Kind::kNote, "a no where a \"when\" of the mapping looks for a value: no row is made",
    "nothing, if it says that there was none; what was looked for and not found is read by \"excluded\"; a value that "
    "makes a row all the same is named: \"when\": {\"/score\": [\"0\", \"1\"]}"};
constexpr RemarkKind kNotYet{
    ImportProblem::Kind::kKeptOnly,
    "a word for what did not take place, or not yet, where a \"when\" of the mapping looks for a value: no row is made",
    "nothing, if there was none; if it makes a row all the same, name it: \"when\": {\"/wgs\": [\"yes\", "
    "\"planned\"]}"};
constexpr RemarkKind kMayBeNo{
    ImportProblem::Kind::kNote,
    "what may be a no, or a class, where a \"when\" of the mapping looks for a value: a row is made",
    "nothing, if it is a class or a number, such as N of normal, 0 of a lane and 2 of a version of a form; if it says "
    "that there is none, name what makes a row: \"when\": {\"/wgs\": [\"1\", \"yes\"]}"};
constexpr RemarkKind kNearMiss{ImportProblem::Kind::kNote,
                               "value that may mean what a \"when\" of the mapping asks for, and is not taken",
                               "nothing, if it means something else; else give the rule this value, too"};
constexpr RemarkKind kNotTaken{ImportProblem::Kind::kNote,
                               "element that no rule of the mapping takes, by what its \"when\" asks for",
                               "nothing, if it is not wanted; else give the rule this value, too: small and capital "
                               "letters count"};

constexpr RemarkKind kObjectForText{
    ImportProblem::Kind::kNote, "object where a \"when\" of the mapping compares a text: nothing of it is compared",
    "nothing, if the element is not wanted; else let \"when\" lead to the member that it asks for: "
    "\"/code/coding/0/code\" of a concept of FHIR"};

// What something that stands at a condition without values says, where the rule takes it for nothing else.
enum class Reads {
  kPresence,  // that the row is there, whatever it says
  kAnEnd,     // the same, unless it is an answer of no: a date, a reason or "refused" says that a consent has ended
  kAClass,    // the same, unless it is a no in full: N of normal, 0 of a lane and NO of Norway are none
  kANo,       // the same, unless it is a no
  kAConsent,  // the same, unless it is a word for a consent that was refused or withdrawn
  kATick,     // whether the row is there, such as a checkbox or an answer of yes and no: of a constant code
};

const FieldRule* ConstantOf(const RowRule& rule, model::FieldId id) {
  const auto found = std::find_if(rule.fields.begin(), rule.fields.end(), [&](const FieldRule& field) {
    return field.constant && !field.excluded && field.field == id;
  });
  return found == rule.fields.end() ? nullptr : &*found;
}

// A consent that the mapping itself calls granted is given by a yes only. One that it calls withdrawn, refused or the
// like is so by whatever is no answer of no: a person who has withdrawn is never lost. Of other entities without a
// polarity something else may say that there is one, such as an id or a date.
Reads WhatIsRead(const RowRule& rule, const Condition& condition) {
  if (!condition.values.empty()) return Reads::kPresence;
  for (const FieldRule& field : rule.fields) {
    if (!field.constant && field.steps == condition.steps) return Reads::kPresence;
  }
  const model::EntityInfo& info = model::Info(rule.entity);
  if (const FieldRule* status = ConstantOf(rule, model::field::kConsentStatus)) {
    return model::StandardWord(model::field::kConsentStatus, status->text) == "granted" ? Reads::kATick : Reads::kAnEnd;
  }
  const bool tick =
      info.polar && info.primary >= 0 && ConstantOf(rule, static_cast<model::FieldId>(info.primary)) != nullptr;
  if (tick) return Reads::kATick;
  if (rule.entity == model::Entity::kConsent) return Reads::kAConsent;
  return info.polar ? Reads::kANo : Reads::kAClass;
}

// The answer in an object of an electronic form: {"value": false}, {"answer": "no", "date": ...}.
std::optional<Element> AnswerIn(Element object) {
  for (const std::string_view name :
       {"value", "answer", "valueBoolean", "valueString", "response", "checked", "selected"}) {
    if (const std::optional<Element> answer = Member(object, name); answer.has_value()) return answer;
  }
  return std::nullopt;
}

// Whether what stands there, an object or an array, says no and nothing else.
bool IsNoInParts(const WordRules& words, Element found) {
  if (IsObject(found)) {
    const std::optional<Element> answer = AnswerIn(found);
    const std::optional<std::string> text = answer.has_value() ? ScalarText(*answer) : std::nullopt;
    return text.has_value() && (words.IsMissing(*text) || PolarityOfPresence(*text) == Polarity::kExcluded);
  }
  Array array;
  if (found.get(array) != simdjson::SUCCESS || array.begin() == array.end()) return false;
  return std::all_of(array.begin(), array.end(), [&](Element one) {
    const std::optional<std::string> text = ScalarText(one);
    if (!text.has_value()) return IsObject(one) && IsNoInParts(words, one);
    return words.IsMissing(*text) || PolarityOfPresence(*text) == Polarity::kExcluded;
  });
}

// Nothing is ticked by a marker of a missing value. An object or an array is there, unless it is an answer that is a
// no. A consent is given by words of its own, too: "signed".
Polarity TickOf(const WordRules& words, const RowRule& rule, Element found) {
  const std::optional<std::string> text = ScalarText(found);
  if (!text.has_value()) return IsNoInParts(words, found) ? Polarity::kExcluded : Polarity::kObserved;
  if (words.IsMissing(*text)) return Polarity::kExcluded;
  const bool given = rule.entity == model::Entity::kConsent && GrantsConsent(*text);
  return given ? Polarity::kObserved : PolarityOfPresence(*text);
}

// An answer: "no", and not a word that says what was not there ("denied", "absent").
bool IsAnswerOfNo(std::string_view text) {
  return PolarityOfPresence(text) == Polarity::kExcluded && PolarityOfExclusion(text) == Polarity::kObserved;
}

bool IsZero(std::string_view text) { return WithoutZeroFraction(model::TrimAll(text)) == "0"; }

bool IsNotYet(std::string_view text) { return IsWordOfNotDone(Letters(text).text()); }

// Whether `found` is a no, and no class or number that looks like one.
bool IsNoInFull(Element found, std::string_view text) {
  if (!IsString(found)) return IsAnswerOfNo(text);
  return text.size() > 1 && text != "NO" && !IsZero(text) && IsAnswerOfNo(text);
}

// Whether a value of the element says that there is a row. The rule's constants and its "when" alone do not.
bool HasValue(const WordRules& words, const RowRule& rule, const JsonPath& at, Element value) {
  bool has = false;
  for (const FieldRule& field : rule.fields) {
    if (field.constant || has) continue;
    Follow(field.steps, 0, at, value, [&](const JsonPath&, Element found) {
      has = has || (!IsEmpty(found) && !(IsString(found) && words.IsMissing(StringOf(found))));
    });
  }
  return has;
}

// A digit that is neither a yes nor a no, where a consent is looked for: 2 is "no" where 1 is "yes", or "not sure", or
// the version of a form.
bool IsUnclearAnswer(std::string_view text) {
  text = WithoutZeroFraction(model::TrimAll(text));
  return text.size() == 1 && text[0] >= '2' && text[0] <= '9';
}

// What looks like a no is one where nothing else is known of the row: a constant is all that the rule gives it.
bool IsTickOfConstants(const WordRules& words, const RowRule& rule, const JsonPath& at, Element value) {
  const bool constant = std::any_of(rule.fields.begin(), rule.fields.end(),
                                    [](const FieldRule& field) { return field.constant && !field.excluded; });
  return constant && !HasValue(words, rule, at, value);
}

// Whether what `found` says makes no row where the rule reads `reads`. A no that is doubted makes none either, but of
// the end of a consent. `is_tick` is asked of what may be a class.
template <typename IsTick>
bool IsNo(Reads reads, Element found, std::string_view text, const IsTick& is_tick) {
  if (reads == Reads::kAnEnd) return IsAnswerOfNo(text);
  if (reads == Reads::kAConsent && RefusesConsent(text)) return true;
  if (IsNotYet(text)) return true;
  if (PolarityOfLetters(text) != Polarity::kExcluded) return false;
  return reads != Reads::kAClass || IsNoInFull(found, text) || is_tick();
}

bool MayBeNo(const WordRules& words, Reads reads, const RowRule& rule, const JsonPath& at, Element value,
             Element found) {
  const std::optional<std::string> text = ScalarText(found);
  return text.has_value() && (words.IsMissing(*text) ||
                              IsNo(reads, found, *text, [&] { return IsTickOfConstants(words, rule, at, value); }));
}

// What values are compared with: of a class, such as a cell whose column has a "label", its id.
std::optional<std::string> ComparedText(Element found) {
  if (!IsObject(found)) return ScalarText(found);
  const std::optional<Element> id = Member(found, "id");
  return id.has_value() ? ScalarText(*id) : std::nullopt;
}

// Whole numbers that are written as floating-point numbers are the same, and so are the two forms of an accent.
bool AsksFor(const Condition& condition, std::string_view text) {
  std::string in_one_form;
  if (model::IsComposedOtherwise(text, in_one_form)) text = in_one_form;
  return std::any_of(condition.values.begin(), condition.values.end(),
                     [&](const std::string& value) { return WithoutZeroFraction(value) == WithoutZeroFraction(text); });
}

std::string_view WithoutLeadingZeros(std::string_view number) {
  number = WithoutZeroFraction(number);
  const bool whole = model::OnlyDigits(number);
  return whole ? number.substr(std::min(number.find_first_not_of('0'), number.size() - 1)) : number;
}

bool MayAskFor(const Condition& condition, std::string_view text) {
  const std::string small = model::ToLower(WithoutLeadingZeros(text));
  return std::any_of(condition.values.begin(), condition.values.end(), [&](const std::string& value) {
    return small == model::ToLower(WithoutLeadingZeros(value)) ||
           (PolarityOfPresence(value) == Polarity::kObserved && PolarityOfPresence(text) == Polarity::kObserved);
  });
}

// Of a constant code a no is what a checkbox says. Elsewhere "when" may have been meant to look for a value only.
void ReportNo(RecordDraft& draft, const JsonPath& place, Element found, const RowRule& rule) {
  const std::optional<std::string> text = ScalarText(found);
  if (!text.has_value() || draft.rules().IsMissing(*text)) return;
  if (IsNotYet(*text)) {
    return draft.reporter().ReportOfEach(kNotYet, place.Path(), *text, [&] {
      return std::pair(place.Pointer(), model::Concat({"\"", Shown(*text), "\" is no yes, so no ",
                                                       model::Info(rule.entity).name, " is made"}));
    });
  }
  draft.reporter().ReportOfEach(kSaysNo, place.Path(), *text, [&] {
    return std::pair(place.Pointer(), model::Concat({"\"", Shown(*text), "\" says that there was none, so no ",
                                                     model::Info(rule.entity).name, " is made"}));
  });
}

}  // namespace

bool Holds(const WordRules& words, const RowRule& rule, const Condition& condition, const JsonPath& at, Element value) {
  bool holds = false;
  const Reads reads = WhatIsRead(rule, condition);
  Follow(condition.steps, 0, at, value, [&](const JsonPath&, Element found) {
    if (reads == Reads::kATick) {
      holds = holds || TickOf(words, rule, found) == Polarity::kObserved;
    } else if (reads != Reads::kPresence && MayBeNo(words, reads, rule, at, value, found)) {
      // A 0, or a marker of a missing value.
    } else if (condition.values.empty()) {
      // A marker of a missing value is not there, unless the mapping names it.
      holds = holds || !IsString(found) || !words.IsMissing(StringOf(found));
    } else if (const std::optional<std::string> text = ComparedText(found)) {
      holds = holds || AsksFor(condition, *text);
    }
  });
  return holds;
}

bool Applies(const RecordDraft& draft, const RowRule& rule, const JsonPath& at, Element value) {
  Note(rule.reached);
  const bool applies = std::all_of(rule.when.begin(), rule.when.end(), [&](const Condition& condition) {
    return Holds(draft.rules(), rule, condition, at, value);
  });
  if (applies) Note(rule.applied);
  return applies;
}

void ReportUnclearTick(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule) {
  for (const Condition& condition : rule.when) {
    const Reads reads = WhatIsRead(rule, condition);
    if (reads == Reads::kPresence) continue;
    Follow(condition.steps, 0, at, value, [&](const JsonPath& place, Element found) {
      if (reads != Reads::kATick) {
        if (MayBeNo(draft.rules(), reads, rule, at, value, found)) ReportNo(draft, place, found, rule);
        return;
      }
      if (TickOf(draft.rules(), rule, found) != Polarity::kUnclear) return;
      const std::string text = ScalarText(found).value_or("");
      draft.reporter().ReportOfEach(kTickUnclear, place.Path(), text, [&] {
        return std::pair(place.Pointer(), model::Concat({"\"", Shown(text), "\" is neither a yes nor a no, so no ",
                                                         model::Info(rule.entity).name, " is made"}));
      });
    });
  }
}

void NoteWhatMayBeNo(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule) {
  for (const Condition& condition : rule.when) {
    const Reads reads = WhatIsRead(rule, condition);
    if (reads != Reads::kAClass && reads != Reads::kAConsent) continue;
    Follow(condition.steps, 0, at, value, [&](const JsonPath& place, Element found) {
      const std::optional<std::string> text = ScalarText(found);
      if (!text.has_value()) return;
      const bool may_be_no =
          reads == Reads::kAConsent ? IsUnclearAnswer(*text) : PolarityOfLetters(*text) == Polarity::kExcluded;
      if (!may_be_no) return;
      draft.reporter().ReportOfEach(kMayBeNo, place.Path(), *text, [&] {
        return std::pair(place.Pointer(), model::Concat({"\"", Shown(*text), "\" may be a no or a class: a ",
                                                         model::Info(rule.entity).name, " is made"}));
      });
    });
  }
}

void ReportNearMiss(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule,
                    const std::vector<const RowRule*>& rules) {
  for (const Condition& condition : rule.when) {
    if (condition.values.empty()) continue;
    const auto is_asked_for = [&](std::string_view text) {
      return std::any_of(rules.begin(), rules.end(), [&](const RowRule* other) {
        return std::any_of(other->when.begin(), other->when.end(), [&](const Condition& of_other) {
          return of_other.steps == condition.steps && AsksFor(of_other, text);
        });
      });
    };
    Follow(condition.steps, 0, at, value, [&](const JsonPath& place, Element found) {
      const std::optional<std::string> text = ComparedText(found);
      if (!text.has_value() || !MayAskFor(condition, *text) || is_asked_for(*text)) return;
      draft.reporter().ReportOfEach(kNearMiss, place.Path(), *text, [&] {
        return std::pair(place.Pointer(), model::Concat({"no rule of the mapping asks for \"", Shown(*text), "\""}));
      });
    });
  }
}

void ReportNotTaken(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& first) {
  if (first.when.empty() || first.when.front().values.empty()) return;
  std::string found;
  Follow(first.when.front().steps, 0, at, value, [&](const JsonPath& place, Element here) {
    if (found.empty()) found = ComparedText(here).value_or("");
    if (found.empty() && IsObject(here) && !IsEmpty(here)) {
      draft.reporter().ReportOfEach(kObjectForText, place.Path(), {}, [&] {
        return std::pair(place.Pointer(), model::Concat({"no rule of the mapping takes the object ",
                                                         Shown(std::string(simdjson::minify(here)), 80)}));
      });
    }
  });
  if (found.empty()) return;
  draft.reporter().ReportOfEach(kNotTaken, {}, found, [&] {
    return std::pair(at.Pointer(), model::Concat({"no rule of the mapping takes \"", Shown(found), "\""}));
  });
}

}  // namespace muster::import
