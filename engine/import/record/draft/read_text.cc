// Values of any field by their texts.
#include <algorithm>
#include <string>

#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/draft/time_text.h"
#include "engine/import/record/rules/words/time_word.h"
#include "engine/model/text/text.h"
#include "engine/model/time/onset.h"

namespace muster::import {

std::optional<model::Interval> RecordDraft::DateOf(std::string_view text) { return DateOfText(text); }

bool RecordDraft::IsDay(const JsonPath& at, std::string_view text) const {
  if (paths_of_days_ == nullptr || !model::Trim(text).starts_with("1970-01-01")) return false;
  const std::string path = at.Path();
  return std::find(paths_of_days_->begin(), paths_of_days_->end(), path) != paths_of_days_->end();
}

std::optional<model::Value> RecordDraft::ReadText(model::FieldId field, std::string_view text,
                                                  std::string* implausible) {
  const auto is_plausible = [&](bool rule, std::string_view why) {
    if (implausible == nullptr || !rule || why.empty()) return true;
    *implausible = why;
    return false;
  };
  const std::string_view trimmed = model::Trim(text);
  if (trimmed.empty() || text.size() > kMaxTextBytes) return std::nullopt;
  switch (model::Info(field).kind) {
    case model::Kind::kCode: {
      if (text.size() > kMaxCodeBytes) return std::nullopt;
      const Symbols::Code code = symbols_.OfCode(trimmed, {});
      if (code.missing) return std::nullopt;
      return code.symbol;
    }
    case model::Kind::kKeyword: {
      if (text.size() > kMaxCodeBytes) return std::nullopt;
      const Symbols::Word word = symbols_.OfWord(field, trimmed);
      if (word.meaning != WordRules::Meaning::kWord) return std::nullopt;
      return word.symbol;
    }
    case model::Kind::kNumber: {
      // "31.9x" for a depth, "98 %" for a breadth. In other fields it would be another unit than the field's: "30%" is
      // not a depth.
      std::string_view number = trimmed;
      const bool fold = field == model::field::kRunDepth && (number.ends_with('x') || number.ends_with('X'));
      if (fold || (field == model::field::kRunBreadth && number.ends_with('%'))) number.remove_suffix(1);
      const std::optional<double> value = NumberOf(number);
      if (!value.has_value() && model::MayHaveBounds(field)) {
        if (const auto bounds = NumberBoundsOf(number)) return *bounds;
      }
      if (!value.has_value() || !is_plausible(plausibility_.numbers, model::WhyNoNumber(field, *value))) {
        return std::nullopt;
      }
      return *value;
    }
    case model::Kind::kTime: {
      model::TimeValue time;
      std::optional<model::Interval> onset;
      if (const std::optional<model::Interval> age = DurationOfText(trimmed, MinutesOf(field))) {
        if (!is_plausible(plausibility_.ages, model::WhyNoAge(age->low))) return std::nullopt;
        time.age = *age;
      } else if (const std::optional<model::Interval> date = DateOfText(trimmed)) {
        if (!is_plausible(plausibility_.dates, WhyNoDateOf(trimmed, *date))) return std::nullopt;
        time.date = *date;
      } else {
        const std::string_view named = TakesOnsets(field) ? model::OnsetCalled(trimmed) : std::string_view();
        const Symbols::Code code = symbols_.OfCode(named.empty() ? trimmed : named, {});
        if (code.missing || !code.onset->has_value()) return std::nullopt;
        time.term = code.symbol;
        onset = *code.onset;
      }
      Complete(time, onset);
      return time;
    }
    case model::Kind::kText:
      return std::string(text);
  }
  return std::nullopt;
}

}  // namespace muster::import
