// Dates with a year of two digits that are a default: 31-DEC-99 is how 9999-12-31 is written so.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SHORT_YEARS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SHORT_YEARS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/mapping/date_format.h"

namespace muster::import {

/// Looks at the cells of a column, one after another.
///
/// The last day of a year 99 stands for 9999-12-31, and the first of a year 01 for 0001-01-01. Somebody may be born on
/// these days: they are a default where several cells, and one in a hundred, have the day, and the same day of other
/// years is rare.
class ShortYears {
 public:
  /// `forms` must outlive this.
  explicit ShortYears(const std::vector<DateFormat>& forms) : forms_(forms) {}
  void Add(std::string_view cell);
  /// Such a cell, and how many there are; "" where there is none, or they may well be days.
  std::pair<std::string, uint64_t> Default() const;

 private:
  // Cells of one day of the year: of the year that stands for a default, and of others.
  struct Day {
    uint64_t defaults = 0;
    uint64_t others = 0;
    std::string example;
  };
  const Day* DefaultDay() const;

  const std::vector<DateFormat>& forms_;
  uint64_t cells_ = 0;
  Day last_;
  Day first_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SHORT_YEARS_H_
