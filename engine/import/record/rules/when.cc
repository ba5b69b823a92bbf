#include "engine/import/record/rules/when.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/import/mapping/follow.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/record/record_draft.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kTickUnclear{
    ImportProblem::Kind::kKeptOnly, "neither a yes nor a no where a rule of the mapping reads a tick: no row is made",
    "say in the rule which values make a row, as \"when\": {\"/diabetes\": [\"1\", \"2\"]}, or what they mean by "
    "\"values\" of the table's column; where a date stands, let the rule take it into a field"};
constexpr RemarkKind kNearMiss{ImportProblem::Kind::kNote,
                               "value that may mean what a \"when\" of the mapping asks for, and is not taken",
                               "nothing, if it means something else; else give the rule this value, too"};
constexpr RemarkKind kNotTaken{ImportProblem::Kind::kNote,
                               "element that no rule of the mapping takes, by what its \"when\" asks for",
                               "nothing, if it is not wanted; else give the rule this value, too: small and capital "
                               "letters count"};

// Whether a rule makes a row of a constant code where something stands at `condition`, and takes that for nothing else:
// it reads a tick, such as a checkbox or an answer of yes and no.
bool ReadsATick(const RowRule& rule, const Condition& condition) {
  const model::EntityInfo& info = model::Info(rule.entity);
  if (!info.polar || info.primary < 0 || !condition.values.empty()) return false;
  bool constant = false;
  for (const FieldRule& field : rule.fields) {
    if (!field.constant && field.steps == condition.steps) return false;
    constant =
        constant || (field.constant && !field.excluded && field.field == static_cast<model::FieldId>(info.primary));
  }
  return constant;
}

// Nothing is ticked by a marker of a missing value. An object or an array is no tick: it is there.
Polarity TickOf(const WordRules& words, Element found) {
  const std::optional<std::string> text = ScalarText(found);
  if (!text.has_value()) return Polarity::kObserved;
  return words.IsMissing(*text) ? Polarity::kExcluded : PolarityOfPresence(*text);
}

// Whole numbers that are written as floating-point numbers are the same.
bool AsksFor(const Condition& condition, std::string_view text) {
  return std::any_of(condition.values.begin(), condition.values.end(),
                     [&](const std::string& value) { return WithoutZeroFraction(value) == WithoutZeroFraction(text); });
}

std::string_view WithoutLeadingZeros(std::string_view number) {
  number = WithoutZeroFraction(number);
  const bool whole = !number.empty() && number.find_first_not_of("0123456789") == number.npos;
  return whole ? number.substr(std::min(number.find_first_not_of('0'), number.size() - 1)) : number;
}

bool MayAskFor(const Condition& condition, std::string_view text) {
  const std::string small = model::ToLower(WithoutLeadingZeros(text));
  return std::any_of(condition.values.begin(), condition.values.end(), [&](const std::string& value) {
    return small == model::ToLower(WithoutLeadingZeros(value)) ||
           (PolarityOfPresence(value) == Polarity::kObserved && PolarityOfPresence(text) == Polarity::kObserved);
  });
}

}  // namespace

bool Holds(const WordRules& words, const RowRule& rule, const Condition& condition, const JsonPath& at, Element value) {
  bool holds = false;
  const bool tick = ReadsATick(rule, condition);
  Follow(condition.steps, 0, at, value, [&](const JsonPath&, Element found) {
    if (tick) {
      holds = holds || TickOf(words, found) == Polarity::kObserved;
    } else if (condition.values.empty()) {
      // A marker of a missing value is not there, unless the mapping names it.
      holds = holds || !IsString(found) || !words.IsMissing(StringOf(found));
    } else if (const std::optional<std::string> text = ScalarText(found)) {
      holds = holds || AsksFor(condition, *text);
    }
  });
  return holds;
}

void ReportUnclearTick(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule) {
  for (const Condition& condition : rule.when) {
    if (!ReadsATick(rule, condition)) continue;
    Follow(condition.steps, 0, at, value, [&](const JsonPath& place, Element found) {
      if (TickOf(draft.rules(), found) != Polarity::kUnclear) return;
      const std::string text = ScalarText(found).value_or("");
      draft.reporter().ReportOfEach(kTickUnclear, place.Path(), text, [&] {
        return std::pair(place.Pointer(), model::Concat({"\"", Shown(text), "\" is neither a yes nor a no, so no ",
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
      const std::optional<std::string> text = ScalarText(found);
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
  Follow(first.when.front().steps, 0, at, value, [&](const JsonPath&, Element here) {
    if (found.empty()) found = ScalarText(here).value_or("");
  });
  if (found.empty()) return;
  draft.reporter().ReportOfEach(kNotTaken, {}, found, [&] {
    return std::pair(at.Pointer(), model::Concat({"no rule of the mapping takes \"", Shown(found), "\""}));
  });
}

}  // namespace muster::import
