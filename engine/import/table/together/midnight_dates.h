// Columns whose dates are all written with midnight, in which 1970-01-01T00:00:00Z is a day like any other.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_MIDNIGHT_DATES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_MIDNIGHT_DATES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::import {

/// Looks at the cells of a column, one after another. Databases and protobuf write days so; the moment from which
/// computers count the time is a default where others have a time of day, or where it is more frequent than the same
/// day of the years beside it, unless it is only a little so among many.
class MidnightDates {
 public:
  enum class Epoch {
    kDefault,
    kDay,      ///< as frequent as the same day of 1969 or 1971, or less so
    kPerhaps,  ///< a day, or defaults among days: a little more frequent, or one, and nobody has that day of those
               ///< years
  };
  void Add(std::string_view cell) {
    if (cell.size() >= kShortest && (cell[10] == ' ' || cell[10] == 'T') && cell[4] == '-') Look(cell);
  }
  /// What 1970-01-01T00:00:00Z is.
  Epoch Meaning() const;
  uint64_t epochs() const { return epochs_; }
  /// How it is written.
  const std::string& example() const { return example_; }

 private:
  static constexpr size_t kShortest = 16;  // "2020-01-01 00:00"
  void Look(std::string_view cell);

  uint64_t others_ = 0;  // other days, at midnight
  uint64_t times_ = 0;   // of day
  uint64_t epochs_ = 0;
  uint64_t before_ = 0;  // 1969-01-01
  uint64_t after_ = 0;   // 1971-01-01
  std::string example_;
  std::vector<std::string> years_;  // at most kEnoughYears
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_MIDNIGHT_DATES_H_
