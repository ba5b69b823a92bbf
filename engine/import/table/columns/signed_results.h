// Results that are signs: where a + is one, a - is a negative one, and no marker of a missing value.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SIGNED_RESULTS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SIGNED_RESULTS_H_

#include <cstdint>
#include <string_view>

#include "engine/model/text/text.h"

namespace muster::import {

/// Looks at the cells of a column, one after another.
class SignedResults {
 public:
  void Add(std::string_view cell) {
    cell = model::Trim(cell);
    if (cell.starts_with('(') && cell.ends_with(')')) cell = cell.substr(1, cell.size() - 2);
    // (A hyphen, or the sign of Unicode.)
    if (cell == "-" || cell == "\xE2\x88\x92" || cell == "\xE2\x80\x93") {
      ++minus_;
    } else if (!cell.empty() && cell.size() <= 4 && cell.find_first_not_of('+') == cell.npos) {
      ++plus_;
    }
  }
  /// How many are -, where some are + or ++; else 0.
  uint64_t minus() const { return plus_ > 0 ? minus_ : 0; }

 private:
  uint64_t plus_ = 0;
  uint64_t minus_ = 0;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SIGNED_RESULTS_H_
