#include "engine/import/table/together/pointed_months.h"

#include "engine/model/text/text.h"

namespace muster::import {

void PointedMonths::Add(std::string_view cell) {
  if (!only_months_) return;
  cell = model::Trim(cell);
  const size_t point = cell.find_first_of(".,");
  if (point == cell.npos || point == 0) return;
  const std::string_view behind = cell.substr(point + 1);
  if (behind.size() == 1 && model::IsAsciiDigit(behind.front())) {
    ++one_digit_;
  } else if (behind == "10" || behind == "11") {
    ++two_digits_;
    if (example_.empty()) example_ = cell;
  } else {
    only_months_ = false;
  }
}

}  // namespace muster::import
