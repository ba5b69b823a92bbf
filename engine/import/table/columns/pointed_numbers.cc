#include "engine/import/table/columns/pointed_numbers.h"

#include <algorithm>
#include <charconv>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void PointedNumbers::Add(std::string_view cell) {
  if (decimals_) return;
  if (cell.find(point_) == std::string_view::npos) {
    const bool whole = !cell.empty() && std::all_of(cell.begin(), cell.end(), IsDigit);
    if (whole) (cell.size() > 3 ? large_ : small_) = true;
    return;
  }
  std::string_view number = model::Trim(cell);
  while (!number.empty() && std::string_view("<>=+- ").find(number.front()) != std::string_view::npos) {
    number.remove_prefix(1);
  }
  const bool numeric =
      !number.empty() && std::all_of(number.begin(), number.end(), [&](char c) { return IsDigit(c) || c == point_; });
  const size_t first = number.find(point_);
  if (!numeric || first == std::string_view::npos) return;
  const auto points = static_cast<size_t>(std::count(number.begin(), number.end(), point_));
  // Groups of three digits behind one to three, of which the first is no zero.
  bool thousands = first >= 1 && first <= 3 && number.front() != '0' && number.size() == first + 4 * points;
  for (size_t at = first; thousands && at < number.size(); at += 4) thousands = number[at] == point_;
  if (!thousands) {
    decimals_ = decimals_ || points == 1;
    return;
  }
  const size_t part = static_cast<size_t>(number[0] - '0') * 1000;
  size_t rest = 0;
  std::from_chars(number.data() + first + 1, number.data() + first + 4, rest);
  const auto value = static_cast<double>(part + rest) / 1000;
  low_ = as_thousands_ == 0 ? value : std::min(low_, value);
  high_ = std::max(high_, value);
  large_part_ = large_part_ || first > 1 || points > 1;
  odd_ = odd_ || number.back() != '0';
  ++as_thousands_;
  if (example_.empty() || (points > 1 && !two_points_)) example_ = number.substr(0, 80);
  two_points_ = two_points_ || points > 1;
}

bool PointedNumbers::AreClose() const {
  constexpr double kClose = 1.1;
  return !large_part_ && !large_ && odd_ && high_ > low_ && high_ < kClose * low_;
}

}  // namespace muster::import
