// Whether the decimal points in the numbers of a column, or its decimal commas, may set thousands apart.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_POINTED_NUMBERS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_POINTED_NUMBERS_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace muster::import {

/// Looks at the cells of a column, one after another.
class PointedNumbers {
 public:
  /// `point`: what parts decimals in the column.
  explicit PointedNumbers(char point = '.') : point_(point) {}
  void Add(std::string_view cell);
  /// Whether all numbers with a point can be thousands ("250.000"), and there are two of them, or one with two points,
  /// or one beside others that are all beyond 999.
  bool MayBeThousands() const {
    return !decimals_ && !AreClose() &&
           (as_thousands_ >= 2 || two_points_ || (as_thousands_ == 1 && large_ && !small_));
  }
  /// A number that can be thousands, the first with two points if there is one.
  const std::string& example() const { return example_; }
  char point() const { return point_; }

 private:
  // 7.394 and 7.421, 1.006 and 1.025: numbers of thousands differ more, or end with a 0.
  bool AreClose() const;

  char point_;
  bool decimals_ = false;  // one can be nothing else
  bool two_points_ = false;
  bool large_ = false;  // whole numbers of more than three digits, and of fewer
  bool small_ = false;
  bool large_part_ = false;  // one with several digits before the point
  bool odd_ = false;         // one that does not end with a 0
  uint64_t as_thousands_ = 0;
  double low_ = 0;  // of those that can be thousands, read as decimals
  double high_ = 0;
  std::string example_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_POINTED_NUMBERS_H_
