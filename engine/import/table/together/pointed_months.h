// Ages written as years and months with a point between them: 4.11 for four years and eleven months.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_POINTED_MONTHS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_POINTED_MONTHS_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace muster::import {

/// Looks at the cells of a column of ages in years, one after another.
class PointedMonths {
 public:
  void Add(std::string_view cell);
  /// Whether what stands behind the points is 0 to 11 throughout, 10 or 11 somewhere, and one digit elsewhere: decimals
  /// have as many digits in each cell, or no 0 at their end, and go on to 9 and 99.
  bool MayBe() const { return only_months_ && two_digits_ > 0 && one_digit_ > 0 && two_digits_ + one_digit_ >= 4; }
  const std::string& example() const { return example_; }

 private:
  bool only_months_ = true;
  uint64_t one_digit_ = 0;
  uint64_t two_digits_ = 0;
  std::string example_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_POINTED_MONTHS_H_
