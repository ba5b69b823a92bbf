#include "engine/import/table/columns/short_years.h"

#include <optional>

#include "engine/import/record/remarks.h"

namespace muster::import {

void ShortYears::Add(std::string_view cell) {
  for (const DateFormat& form : forms_) {
    const std::optional<std::string> day = form.ToIso(cell);
    if (!day.has_value()) continue;
    ++cells_;
    if (!form.ReadsShortYears() || day->size() < 10) return;
    const std::string_view of_year = std::string_view(*day).substr(5, 5);
    const std::string_view year = std::string_view(*day).substr(2, 2);
    const bool last = of_year == "12-31";
    if (!last && of_year != "01-01") return;
    Day& counted = last ? last_ : first_;
    const bool is_default = year == (last ? "99" : "01");
    ++(is_default ? counted.defaults : counted.others);
    if (is_default && counted.example.empty()) counted.example = Shown(cell, 80);
    return;
  }
}

const ShortYears::Day* ShortYears::DefaultDay() const {
  constexpr uint64_t kFarMore = 3;
  constexpr uint64_t kRare = 100;
  for (const Day* day : {&last_, &first_}) {
    if (day->defaults >= 2 && day->defaults > kFarMore * day->others && day->defaults * kRare >= cells_) return day;
  }
  return nullptr;
}

std::pair<std::string, uint64_t> ShortYears::Default() const {
  const Day* day = DefaultDay();
  return day == nullptr ? std::pair<std::string, uint64_t>() : std::pair(day->example, day->defaults);
}

}  // namespace muster::import
