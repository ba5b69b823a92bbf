#include "engine/import/mapping/date_format.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "engine/model/text/blank.h"
#include "engine/model/text/text.h"
#include "engine/model/time/time.h"

namespace muster::import {
namespace {

// Names of months in dates of registries, in lower case. A unique prefix of three or more letters also means the month:
// "mai" is May in German and in French; "jui" is June and July, so it is ambiguous.
struct MonthName {
  std::string_view name;
  int month;
};
constexpr MonthName kMonths[] = {
    {"january", 1},    {"januar", 1},     {"jänner", 1},    {"janvier", 1},   {"enero", 1},     {"gennaio", 1},
    {"januari", 1},    {"janeiro", 1},    {"february", 2},  {"februar", 2},   {"février", 2},   {"fevrier", 2},
    {"febrero", 2},    {"febbraio", 2},   {"fevereiro", 2}, {"march", 3},     {"märz", 3},      {"maerz", 3},
    {"mrz", 3},        {"mars", 3},       {"marzo", 3},     {"março", 3},     {"maart", 3},     {"mrt", 3},
    {"april", 4},      {"avril", 4},      {"abril", 4},     {"aprile", 4},    {"may", 5},       {"mai", 5},
    {"mayo", 5},       {"maggio", 5},     {"maio", 5},      {"mei", 5},       {"maj", 5},       {"june", 6},
    {"juni", 6},       {"juin", 6},       {"junio", 6},     {"giugno", 6},    {"junho", 6},     {"july", 7},
    {"juli", 7},       {"juillet", 7},    {"julio", 7},     {"luglio", 7},    {"julho", 7},     {"august", 8},
    {"août", 8},       {"aout", 8},       {"agosto", 8},    {"augustus", 8},  {"augusti", 8},   {"september", 9},
    {"septembre", 9},  {"septiembre", 9}, {"settembre", 9}, {"setembro", 9},  {"october", 10},  {"oktober", 10},
    {"octobre", 10},   {"octubre", 10},   {"ottobre", 10},  {"outubro", 10},  {"november", 11}, {"novembre", 11},
    {"noviembre", 11}, {"novembro", 11},  {"december", 12}, {"dezember", 12}, {"décembre", 12}, {"decembre", 12},
    {"diciembre", 12}, {"dicembre", 12},  {"dezembro", 12},
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
// Also a byte of a letter beyond ASCII.
bool IsOfLetter(char c) { return IsLetter(c) || static_cast<unsigned char>(c) >= 0x80; }

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
  size_t size = 0;
  while (size < text.size() && IsOfLetter(text[size])) ++size;
  std::string name = model::ToLower(text.substr(0, size));
  for (size_t at = name.find("\xc3\x84"); at != std::string::npos; at = name.find("\xc3\x84")) name[at + 1] = '\xa4';
  if (size < 3) return std::nullopt;
  int found = 0;
  for (const MonthName& month : kMonths) {
    if (!month.name.starts_with(name)) continue;
    if (found != 0 && found != month.month) return std::nullopt;
    found = month.month;
  }
  if (found == 0) return std::nullopt;
  text.remove_prefix(size);
  if (text.starts_with('.')) text.remove_prefix(1);  // "Sept."
  return found;
}

// A day or month that is not known, as CDISC and others write it: "UN", "UNK", "XX".
bool TakeUnknown(std::string_view& text) {
  for (const std::string_view word : {"unk", "xxx", "un", "xx"}) {
    if (model::ToLower(text.substr(0, word.size())) != word) continue;
    if (text.size() > word.size() && IsOfLetter(text[word.size()])) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

std::string IsoOfDay(int64_t day) {
  const model::CivilDate date = model::CivilFromDays(day);
  char iso[32];
  const int size = std::snprintf(iso, sizeof(iso), "%04d-%02d-%02d", date.year, date.month, date.day);
  return std::string(iso, static_cast<size_t>(size));
}

// A day number of a spreadsheet: 3654 is 1910-01-01. Smaller numbers are refused: among cells of dates they are years
// ("1980"), ages, or dates that were typed as text. Any text behind the number is refused, too, except its fraction,
// the time of day.
std::optional<std::string> ExcelDay(std::string_view text) {
  constexpr int kFirst = 3654;
  constexpr int kLast = 401768;  // 2999-12-31
  const size_t point = text.find_first_of(".,");
  std::string_view digits = text.substr(0, point);
  if (digits.size() > 6) return std::nullopt;
  const std::optional<int> number = TakeDigits(digits, 4, 6);
  if (!number.has_value() || !digits.empty() || *number < kFirst || *number > kLast) return std::nullopt;
  if (point != text.npos) {
    const std::string_view fraction = text.substr(point + 1);
    if (fraction.empty() || !std::all_of(fraction.begin(), fraction.end(), IsDigit)) return std::nullopt;
  }
  return IsoOfDay(model::DaysFromCivil({1899, 12, 30}) + *number);
}

// A day number of SAS, Stata or R, which may be negative, counted from `origin`: a day from 1850 to 2999.
std::optional<std::string> DayFrom(int64_t origin, std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const size_t point = text.find_first_of(".,");
  std::string_view digits = text.substr(0, point);
  const std::optional<int> number = TakeDigits(digits, 1, 6);
  if (!number.has_value() || !digits.empty()) return std::nullopt;
  if (point != text.npos) {
    const std::string_view fraction = text.substr(point + 1);
    if (fraction.empty() || !std::all_of(fraction.begin(), fraction.end(), IsDigit)) return std::nullopt;
    if (negative && fraction.find_first_not_of('0') != fraction.npos) return std::nullopt;
  }
  const int64_t day = origin + (negative ? -*number : *number);
  if (day < model::DaysFromCivil({1850, 1, 1}) || day > model::DaysFromCivil({2999, 12, 31})) return std::nullopt;
  return IsoOfDay(day);
}

}  // namespace

bool DateFormat::Has(Part part) const {
  return std::any_of(steps_.begin(), steps_.end(), [&](const Step& step) { return step.part == part; });
}

absl::StatusOr<DateFormat> DateFormat::Parse(std::string_view text, std::optional<int> century) {
  struct Token {
    std::string_view text;
    Part part;
  };
  static constexpr Token kTokens[] = {{"YYYY", Part::kYear},     {"YY", Part::kShortYear}, {"MMMM", Part::kMonthName},
                                      {"MMM", Part::kMonthName}, {"MM", Part::kMonth},     {"M", Part::kMonth},
                                      {"DD", Part::kDay},        {"D", Part::kDay},        {"hh", Part::kHour},
                                      {"mm", Part::kMinute},     {"ss", Part::kSecond}};
  const auto wrong = [&](std::string_view why) {
    return absl::InvalidArgumentError(
        model::Concat({"\"", text, "\" is no form of dates: ", why,
                       "; write it with YYYY, MM or MMM, DD, hh, mm, ss, such as \"DD.MM.YYYY\""}));
  };
  DateFormat format;
  format.century_ = century;
  if (model::ToLower(text) == "excel") {
    format.excel_ = true;
    return format;
  }
  const std::string program = model::ToLower(text);
  if (program == "sas" || program == "stata" || program == "unix days") {
    format.origin_ = program == "unix days" ? 0 : model::DaysFromCivil({1960, 1, 1});
    return format;
  }
  for (size_t at = 0; at < text.size();) {
    const Token* token = std::find_if(std::begin(kTokens), std::end(kTokens),
                                      [&](const Token& known) { return text.substr(at).starts_with(known.text); });
    if (token != std::end(kTokens)) {
      if (format.Has(token->part)) return wrong(model::Concat({token->text, " stands there twice"}));
      format.steps_.push_back({token->part});
      at += token->text.size();
    } else if (IsLetter(text[at]) && text[at] != 'T') {
      return wrong("it has other letters");
    } else {
      format.steps_.push_back({Part::kLiteral, text[at++]});
    }
  }
  const bool month = format.Has(Part::kMonth) || format.Has(Part::kMonthName);
  if (format.Has(Part::kMonth) && format.Has(Part::kMonthName)) return wrong("the month stands there twice");
  if (format.Has(Part::kYear) && format.Has(Part::kShortYear)) return wrong("the year stands there twice");
  if (!format.Has(Part::kYear) && !format.Has(Part::kShortYear)) return wrong("the year is missing");
  const bool digits = std::any_of(format.steps_.begin(), format.steps_.end(), [](const Step& step) {
    return step.part == Part::kLiteral && IsDigit(step.literal);
  });
  if (digits && !format.Has(Part::kYear)) return wrong("digits that are always there stand beside YYYY only");
  if (format.Has(Part::kShortYear) && !century.has_value()) {
    return wrong(
        "a year of two digits does not say the century; \"century\": 1930 beside \"date\" says that 30 is 1930 "
        "and 29 is 2029");
  }
  if (format.Has(Part::kDay) && !month) return wrong("it has a day without a month");
  if (format.Has(Part::kHour) && !format.Has(Part::kDay)) return wrong("it has an hour without a day");
  if (format.Has(Part::kHour) != format.Has(Part::kMinute)) return wrong("hours and minutes go together");
  if (format.Has(Part::kSecond) && !format.Has(Part::kMinute)) return wrong("it has seconds without minutes");
  return format;
}

std::optional<std::string> DateFormat::ToIso(std::string_view date) const {
  date = model::TrimAll(date);
  if (excel_) return ExcelDay(date);
  if (origin_.has_value()) return DayFrom(*origin_, date);
  std::array<std::optional<int>, static_cast<size_t>(Part::kLiteral)> found;
  for (size_t i = 0; i < steps_.size(); ++i) {
    const Step& step = steps_[i];
    if (step.part == Part::kLiteral) {
      if (date.empty() || date.front() != step.literal) return std::nullopt;
      date.remove_prefix(1);
      continue;
    }
    std::optional<int> number;
    const bool may_be_unknown = step.part == Part::kMonthName || step.part == Part::kMonth || step.part == Part::kDay;
    if (may_be_unknown && TakeUnknown(date)) {
      number = 0;
    } else if (step.part == Part::kMonthName) {
      number = TakeMonthName(date);
    } else if (step.part == Part::kShortYear) {
      number = TakeDigits(date, 2, 2);
      if (number.has_value()) *number += *century_ / 100 * 100 + (*number < *century_ % 100 ? 100 : 0);
    } else if (step.part == Part::kYear) {
      number = TakeDigits(date, 4, 4);
    } else {
      // "1.5.2020" where something stands between; "20200501" where nothing does.
      const bool adjacent = (i + 1 < steps_.size() && steps_[i + 1].part != Part::kLiteral) ||
                            (i > 0 && steps_[i - 1].part != Part::kLiteral && steps_[i - 1].part != Part::kMonthName);
      number = TakeDigits(date, adjacent ? 2 : 1, 2);
    }
    if (!number.has_value()) return std::nullopt;
    // Registries of tumours write 99 for a month or a day that is not known.
    if (number == 99 && (step.part == Part::kMonth || step.part == Part::kDay)) number = 0;
    const Part part = step.part == Part::kMonthName   ? Part::kMonth
                      : step.part == Part::kShortYear ? Part::kYear
                                                      : step.part;
    found[static_cast<size_t>(part)] = number;
  }
  if (!date.empty()) return std::nullopt;
  const auto part = [&](Part which) { return found[static_cast<size_t>(which)]; };
  char iso[32];
  const int month = part(Part::kMonth).value_or(0);
  const int day = part(Part::kDay).value_or(0);
  if (month == 0 && day != 0) return std::nullopt;  // a day of no month
  if (month > 12 || day > 31) return std::nullopt;
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

std::optional<std::string> DateFormat::ToIsoExchanged(std::string_view date) const {
  DateFormat exchanged = *this;
  for (Step& step : exchanged.steps_) {
    if (step.part == Part::kDay) {
      step.part = Part::kMonth;
    } else if (step.part == Part::kMonth) {
      step.part = Part::kDay;
    }
  }
  return exchanged.Has(Part::kDay) && exchanged.Has(Part::kMonth) ? exchanged.ToIso(date) : std::nullopt;
}

}  // namespace muster::import
