#include "engine/import/date_format.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "engine/model/text.h"

namespace muster::import {
namespace {

constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Takes at least `least` and at most `most` digits from the front.
std::optional<int> TakeDigits(std::string_view& text, size_t least, size_t most) {
  size_t digits = 0;
  int number = 0;
  while (digits < most && digits < text.size() && IsDigit(text[digits])) number = number * 10 + (text[digits++] - '0');
  if (digits < least) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

std::optional<int> TakeMonthName(std::string_view& text) {
  if (text.size() < 3) return std::nullopt;
  const std::string name = model::ToLower(text.substr(0, 3));
  const auto* month = std::find(std::begin(kMonths), std::end(kMonths), name);
  if (month == std::end(kMonths)) return std::nullopt;
  text.remove_prefix(3);
  return static_cast<int>(month - std::begin(kMonths)) + 1;
}

}  // namespace

bool DateFormat::Has(Part part) const {
  return std::any_of(steps_.begin(), steps_.end(), [&](const Step& step) { return step.part == part; });
}

absl::StatusOr<DateFormat> DateFormat::Parse(std::string_view text) {
  struct Token {
    std::string_view text;
    Part part;
  };
  static constexpr Token kTokens[] = {{"YYYY", Part::kYear}, {"MMM", Part::kMonthName}, {"MM", Part::kMonth},
                                      {"DD", Part::kDay},    {"hh", Part::kHour},       {"mm", Part::kMinute},
                                      {"ss", Part::kSecond}};
  const auto wrong = [&](std::string_view why) {
    return absl::InvalidArgumentError(
        model::Concat({"\"", text, "\" is no form of dates: ", why,
                       "; write it with YYYY, MM or MMM, DD, hh, mm, ss, such as \"DD.MM.YYYY\""}));
  };
  DateFormat format;
  for (size_t at = 0; at < text.size();) {
    const Token* token = std::find_if(std::begin(kTokens), std::end(kTokens),
                                      [&](const Token& known) { return text.substr(at).starts_with(known.text); });
    if (token != std::end(kTokens)) {
      if (format.Has(token->part)) return wrong(model::Concat({token->text, " stands there twice"}));
      format.steps_.push_back({token->part});
      at += token->text.size();
    } else if (IsDigit(text[at]) || (IsLetter(text[at]) && text[at] != 'T')) {
      return wrong(text.substr(at).starts_with("YY") ? "a year of two digits does not say the century"
                                                     : "it has other letters or digits");
    } else {
      format.steps_.push_back({Part::kLiteral, text[at++]});
    }
  }
  const bool month = format.Has(Part::kMonth) || format.Has(Part::kMonthName);
  if (format.Has(Part::kMonth) && format.Has(Part::kMonthName)) return wrong("the month stands there twice");
  if (!format.Has(Part::kYear)) return wrong("the year is missing");
  if (format.Has(Part::kDay) && !month) return wrong("it has a day without a month");
  if (format.Has(Part::kHour) && !format.Has(Part::kDay)) return wrong("it has an hour without a day");
  if (format.Has(Part::kHour) != format.Has(Part::kMinute)) return wrong("hours and minutes go together");
  if (format.Has(Part::kSecond) && !format.Has(Part::kMinute)) return wrong("it has seconds without minutes");
  return format;
}

std::optional<std::string> DateFormat::ToIso(std::string_view date) const {
  std::array<std::optional<int>, static_cast<size_t>(Part::kLiteral)> found;
  for (size_t i = 0; i < steps_.size(); ++i) {
    const Step& step = steps_[i];
    if (step.part == Part::kLiteral) {
      if (date.empty() || date.front() != step.literal) return std::nullopt;
      date.remove_prefix(1);
      continue;
    }
    std::optional<int> number;
    if (step.part == Part::kMonthName) {
      number = TakeMonthName(date);
    } else if (step.part == Part::kYear) {
      number = TakeDigits(date, 4, 4);
    } else {
      // "1.5.2020" where something stands between; "20200501" where nothing does.
      const bool adjacent = (i + 1 < steps_.size() && steps_[i + 1].part != Part::kLiteral) ||
                            (i > 0 && steps_[i - 1].part != Part::kLiteral && steps_[i - 1].part != Part::kMonthName);
      number = TakeDigits(date, adjacent ? 2 : 1, 2);
    }
    if (!number.has_value()) return std::nullopt;
    const Part part = step.part == Part::kMonthName ? Part::kMonth : step.part;
    found[static_cast<size_t>(part)] = number;
  }
  if (!date.empty()) return std::nullopt;
  const auto part = [&](Part which) { return found[static_cast<size_t>(which)]; };
  char iso[32];
  const int month = part(Part::kMonth).value_or(0);
  const int day = part(Part::kDay).value_or(0);
  if (month == 0 && day != 0) return std::nullopt;  // a day of no month
  int size = std::snprintf(iso, sizeof(iso), "%04d", *part(Part::kYear));
  const auto add = [&](const char* form, int number) {
    size += std::snprintf(iso + size, sizeof(iso) - static_cast<size_t>(size), form, number);
  };
  if (month != 0) add("-%02d", month);
  if (day != 0) {
    add("-%02d", day);
    if (part(Part::kHour).has_value()) {
      add("T%02d", *part(Part::kHour));
      add(":%02d", *part(Part::kMinute));
      add(":%02d", part(Part::kSecond).value_or(0));
    }
  }
  return std::string(iso, static_cast<size_t>(size));
}

}  // namespace muster::import
