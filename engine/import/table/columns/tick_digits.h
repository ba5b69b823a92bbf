// Columns of digits that rules read as ticks: if there is a 2 and no 0, a 1 may mean "no".
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_TICK_DIGITS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_TICK_DIGITS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/mapping/mapping.h"

namespace muster::import {

/// Looks at the cells of a column, one after another.
class TickDigits {
 public:
  void Add(std::string_view cell) {
    const bool digit = cell.size() == 1 || (cell.size() == 3 && cell.ends_with(".0"));
    if (digit && cell[0] >= '0' && cell[0] <= '9') ++count_[cell[0] - '0'];
    pedigree_ = pedigree_ || cell == "-9";
  }
  /// Whether there is a 1, a 2 and nothing from 4 to 6, and no 0 that may be the no: of 1 and 2 either may be the yes.
  /// (Beside -9, a 0 is unknown, as files of pedigrees have it: 1 is unaffected there, and 2 affected.)
  bool OneMayBeNo() const;
  /// "1" (3 times), "2" (5 times)
  std::string Values() const;
  bool has_zeros() const { return count_[0] > 0; }
  uint64_t ones() const { return count_[1]; }

 private:
  uint64_t count_[10] = {};
  bool pedigree_ = false;  // -9 was there
};

/// The columns, as steps of pointers, from which rules for the rows at `rows` (or null) read whether something was
/// there: for a code in the mapping, if it does not define what a 1 means; or for a consent, or a family history.
std::vector<std::string> TickColumns(const MappingNode* rows);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_TICK_DIGITS_H_
