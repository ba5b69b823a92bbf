#include "engine/import/table/together/serial_dates.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr uint64_t kFewest = 10;
constexpr uint64_t kFewestNegative = 3;

// "-3000", and not -99 or -9999, which stand for nothing.
bool IsNegativeDay(std::string_view cell) {
  if (cell.size() < 4 || cell.size() > 6 || cell.front() != '-') return false;
  const std::string_view digits = cell.substr(1);
  return std::all_of(digits.begin(), digits.end(), model::IsAsciiDigit) &&
         !std::all_of(digits.begin(), digits.end(), [&](char c) { return c == digits.front(); });
}

}  // namespace

void SerialDates::Add(std::string_view cell) {
  cell = model::Trim(cell);
  if (IsNegativeDay(cell)) {
    ++negative_;
    return;
  }
  const std::optional<std::string> iso = form_.ToIso(cell);
  if (!iso.has_value()) return;
  if (days_++ == 0) first_ = last_ = *iso;
  first_ = std::min(first_, *iso);
  last_ = std::max(last_, *iso);
}

std::string SerialDates::Remark(bool births) const {
  const bool before_zero = negative_ >= kFewestNegative;
  const std::string_view end = births ? "1930" : "1975";
  const bool long_ago = days_ >= kFewest && last_ < end;
  if (!before_zero && !long_ago) return "";
  std::string text;
  if (days_ > 0) text = model::Concat({std::to_string(days_), " day numbers are taken as ", first_, " to ", last_});
  if (!before_zero) return text;
  if (!text.empty()) text += ", and ";
  return text + model::Concat({std::to_string(negative_), " are negative, which no spreadsheet has"});
}

}  // namespace muster::import
