#include "engine/import/table/together/midnight_dates.h"

#include <algorithm>

namespace muster::import {
namespace {

constexpr size_t kEnoughYears = 3;
constexpr uint64_t kEnoughDays = 10;
constexpr uint64_t kEnoughOfEach = 5;  // so few differ from year to year by a default or two

// ":00", ":00.000", "Z", "+00:00" and the like behind hours and minutes: nothing but zeros, and no offset.
bool IsMidnight(std::string_view time) {
  if (!time.starts_with("00:00")) return false;
  return time.find_first_not_of("0:.Z+") == time.npos;
}

}  // namespace

void MidnightDates::Look(std::string_view cell) {
  constexpr size_t kDate = 10;
  if (!IsMidnight(cell.substr(kDate + 1))) {
    ++times_;
    return;
  }
  const std::string_view day = cell.substr(0, kDate);
  if (day == "1970-01-01") {
    ++epochs_;
    if (example_.empty()) example_ = cell;
    return;
  }
  ++others_;
  if (day == "1969-01-01") ++before_;
  if (day == "1971-01-01") ++after_;
  const std::string_view year = day.substr(0, 4);
  if (years_.size() < kEnoughYears && std::find(years_.begin(), years_.end(), year) == years_.end()) {
    years_.emplace_back(year);
  }
}

MidnightDates::Epoch MidnightDates::Meaning() const {
  if (epochs_ == 0 || times_ > 0 || others_ < kEnoughDays || years_.size() < kEnoughYears) return Epoch::kDefault;
  if (epochs_ <= std::max(before_, after_)) return Epoch::kDay;
  const uint64_t beside = before_ + after_;  // of two years
  if (beside == 0) return epochs_ == 1 ? Epoch::kPerhaps : Epoch::kDefault;
  // At most one and a half times their mean.
  return beside >= 2 * kEnoughOfEach && 4 * epochs_ <= 3 * beside ? Epoch::kPerhaps : Epoch::kDefault;
}

}  // namespace muster::import
