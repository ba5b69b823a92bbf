// Day numbers that a column reads as those of a spreadsheet, and that may be those of another program.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_SERIAL_DATES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_SERIAL_DATES_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/import/mapping/date_format.h"

namespace muster::import {

/// Looks at the cells of a column with the form "excel", one after another.
class SerialDates {
 public:
  /// `form` is that one, and must outlive this.
  explicit SerialDates(const DateFormat& form) : form_(form) {}
  void Add(std::string_view cell);
  /// What there is to say where all days are long ago (of `births`: before 1930, of others before 1975) or some numbers
  /// are negative; else "".
  std::string Remark(bool births) const;

 private:
  const DateFormat& form_;
  uint64_t days_ = 0;
  uint64_t negative_ = 0;
  std::string first_;  // of the days
  std::string last_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_SERIAL_DATES_H_
