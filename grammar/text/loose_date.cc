#include "grammar/text/loose_date.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace muster::grammar {
namespace {

struct Digits {
  int number = 0;
  size_t count = 0;
};

// The numbers of 2020-1-31, of up to four digits each with one and the same mark between them; else none.
std::vector<Digits> NumbersOf(std::string_view text) {
  std::vector<Digits> numbers(1);
  char mark = 0;
  for (const char c : text) {
    if (absl::ascii_isdigit(static_cast<unsigned char>(c))) {
      Digits& last = numbers.back();
      if (++last.count > 4) return {};
      last.number = last.number * 10 + (c - '0');
      continue;
    }
    if ((c != '-' && c != '/' && c != '.') || (mark != 0 && c != mark) || numbers.back().count == 0) return {};
    mark = c;
    numbers.emplace_back();
  }
  return numbers;
}

std::string TwoDigits(int number) { return absl::StrCat(number < 10 ? "0" : "", number); }

bool IsMonth(int number) { return number >= 1 && number <= 12; }
bool IsDay(int number) { return number >= 1 && number <= 31; }

// 31 Jan 2020, January 31, 2020, Jan 2020
std::optional<std::string> DateInWords(std::string_view text) {
  int year = 0, month = 0, day = 0;
  const std::vector<std::string> parts = absl::StrSplit(std::string(text), absl::ByAnyChar(" ,."), absl::SkipEmpty());
  for (const std::string& part : parts) {
    int number = 0;
    if (absl::SimpleAtoi(part, &number)) {
      int& place = part.size() == 4 ? year : day;
      if (place != 0 || (part.size() != 4 && (part.size() > 2 || !IsDay(number)))) return std::nullopt;
      place = number;
    } else {
      if (month != 0) return std::nullopt;
      month = MonthInWords(part);
      if (month == 0) return std::nullopt;
    }
  }
  if (month == 0 || year < 1800 || year >= 2200) return std::nullopt;
  return absl::StrCat(year, "-", TwoDigits(month), day == 0 ? "" : absl::StrCat("-", TwoDigits(day)));
}

// 19800501
std::optional<std::string> DateInDigits(std::string_view text) {
  int number = 0;
  if (text.size() != 8 || text.find_first_not_of("0123456789") != std::string_view::npos ||
      !absl::SimpleAtoi(std::string(text), &number)) {
    return std::nullopt;
  }
  const int year = number / 10000, month = number / 100 % 100, day = number % 100;
  if (year < 1800 || year >= 2200 || !IsMonth(month) || !IsDay(day)) return std::nullopt;
  return absl::StrCat(year, "-", TwoDigits(month), "-", TwoDigits(day));
}

}  // namespace

int MonthInWords(std::string_view word) {
  constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                          "july",    "august",   "september", "october", "november", "december"};
  const std::string lower = absl::AsciiStrToLower(std::string(word));
  if (lower.size() < 3) return 0;
  int month = 0;
  for (const std::string_view name : kMonths) {
    ++month;
    if (name.starts_with(lower)) return month;
  }
  return 0;
}

std::optional<std::string> DateToWrite(std::string_view text) {
  constexpr auto kDigitsOfYear = 4;  // which no date is without
  if (std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) < kDigitsOfYear) {
    return std::nullopt;
  }
  if (auto date = DateInWords(text)) return date;
  if (auto date = DateInDigits(text)) return date;
  const std::vector<Digits> n = NumbersOf(text);
  if (n.size() < 2 || n.size() > 3) return std::nullopt;
  const bool short_rest = std::all_of(n.begin(), n.end(), [&](const Digits& digits) {
    return digits.count >= 1 && (digits.count <= 2 || &digits == &n.front() || &digits == &n.back());
  });
  if (!short_rest) return std::nullopt;
  const auto write = [](int year, int month, int day) {
    return absl::StrCat(year, "-", TwoDigits(month), "-", TwoDigits(day));
  };
  const Digits& first = n.front();
  const Digits& last = n.back();
  if (n.size() == 2) {  // a year and a month
    const bool year_first = first.count == 4 && last.count <= 2;
    if (!year_first && !(last.count == 4 && first.count <= 2)) return std::nullopt;
    const int month = year_first ? last.number : first.number;
    if (!IsMonth(month)) return std::nullopt;
    return absl::StrCat(year_first ? first.number : last.number, "-", TwoDigits(month));
  }
  const int middle = n[1].number;
  if (first.count == 4 && last.count <= 2) {
    if (!IsMonth(middle) || !IsDay(last.number)) return std::nullopt;
    return write(first.number, middle, last.number);
  }
  if (last.count != 4 || first.count > 2) return std::nullopt;
  const bool day_first = IsDay(first.number) && IsMonth(middle);
  const bool month_first = IsMonth(first.number) && IsDay(middle);
  if (day_first && month_first && first.number != middle) {
    return absl::StrCat(write(last.number, middle, first.number), " or ", write(last.number, first.number, middle));
  }
  if (day_first) return write(last.number, middle, first.number);
  if (month_first) return write(last.number, first.number, middle);
  return std::nullopt;
}

}  // namespace muster::grammar
