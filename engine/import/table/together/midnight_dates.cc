#include "engine/import/table/together/midnight_dates.h"

#include <algorithm>

namespace muster::import {
namespace {

constexpr size_t kEnoughYears = 3;
constexpr uint64_t kEnoughDays = 10;
constexpr uint64_t kOften = 3;  // times as frequent as the years beside it

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
  const uint64_t beside = std::max(before_, after_);
  if (beside > 0) return epochs_ <= kOften * beside ? Epoch::kDay : Epoch::kDefault;
  return epochs_ == 1 ? Epoch::kPerhaps : Epoch::kDefault;
}

}  // namespace muster::import
