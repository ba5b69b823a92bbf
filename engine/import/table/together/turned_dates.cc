#include "engine/import/table/together/turned_dates.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <optional>

#include "engine/import/record/remarks.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr uint64_t kFewest = 8;

// A day that stands for a month, the 1st or the 15th, is that of all.
bool HasSeveralDays(uint32_t days) { return std::popcount(days) > 1; }

}  // namespace

void TurnedDates::Add(std::string_view cell) {
  constexpr size_t kWhole = 10;  // "1980-05-17"
  for (size_t i = 0; i < forms_.size(); ++i) {
    const std::optional<std::string> iso = forms_[i].ToIso(cell);
    if (!iso.has_value()) continue;
    if (iso->size() < kWhole) return;
    Found& found = found_[i];
    const int day = ((*iso)[8] - '0') * 10 + (*iso)[9] - '0';
    ++(day <= 12 ? found.early : found.late);
    found.days |= uint32_t{1} << day;
    if (found.example.empty()) found.example = Shown(cell, 80);
    return;
  }
}

const TurnedDates::Found* TurnedDates::Turned() const {
  const auto found = std::find_if(found_.begin(), found_.end(), [](const Found& one) {
    return one.early >= kFewest && one.late == 0 && HasSeveralDays(one.days);
  });
  return found == found_.end() ? nullptr : &*found;
}

const TurnedDates::Found* TurnedDates::Left() const {
  const auto found = std::find_if(found_.begin(), found_.end(), [](const Found& one) {
    return one.late >= kFewest && one.early == 0 && HasSeveralDays(one.days);
  });
  return found == found_.end() ? nullptr : &*found;
}

std::string TurnedDates::Remark() const {
  const Found* turned = Turned();
  const Found* left = Left();
  if (turned == nullptr || left == nullptr) return "";
  return model::Concat({"no day of the ", std::to_string(turned->early), " cells such as \"", turned->example,
                        "\" is beyond the 12th, and all of the ", std::to_string(left->late), " such as \"",
                        left->example, "\" are"});
}

const std::string& TurnedDates::example() const {
  static const std::string& none = *new std::string();
  const Found* turned = Turned();
  return turned == nullptr ? none : turned->example;
}

}  // namespace muster::import
