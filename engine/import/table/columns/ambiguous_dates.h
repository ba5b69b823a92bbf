// Dates that fit two forms of their column, which read them as different days: 03/04/1980.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_AMBIGUOUS_DATES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_AMBIGUOUS_DATES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/mapping/date_format.h"

namespace muster::import {

/// Looks at the cells of a column with several forms, one after another. `forms` must outlive this.
class AmbiguousDates {
 public:
  explicit AmbiguousDates(const std::vector<DateFormat>& forms) : forms_(forms), alone_(forms.size()) {}
  void Add(std::string_view cell);
  /// The remark on such cells; "" if there are none.
  std::string Remark() const;
  /// The first of them.
  const std::string& example() const { return example_; }

 private:
  const std::vector<DateFormat>& forms_;
  std::vector<uint64_t> alone_;  // cells that only this form fits
  uint64_t open_ = 0;            // cells that fit two
  size_t taken_ = 0;             // the form by which the first of them was read
  std::string example_;
  std::string days_;  // which days it may be
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_AMBIGUOUS_DATES_H_
