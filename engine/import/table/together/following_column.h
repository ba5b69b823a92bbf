// Whether what one column has follows from what others have: names of tests from their codes.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_FOLLOWING_COLUMN_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_FOLLOWING_COLUMN_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/input/text_map.h"
#include "engine/import/table/rows/csv_rows.h"

namespace muster::import {

/// Looks at the rows of a table, one after another.
class FollowingColumn {
 public:
  /// What is compared of a cell; "" may be anything.
  using Plain = std::string (*)(std::string_view cell);
  /// Whether column number `column` follows from `others`; of none, nothing does. `plain`: of its cells; null: letters
  /// and digits.
  FollowingColumn(size_t column, std::vector<size_t> others, Plain plain = nullptr)
      : column_(column), others_(std::move(others)), plain_(plain), follows_(!others_.empty()) {}

  void Add(const CsvRow& row) {
    if (follows_) Compare(row);
  }
  /// Whether rows that are alike in the others are alike in it, but for capitals and signs. Empty cells may be
  /// anything.
  bool Follows() const { return follows_; }

 private:
  void Compare(const CsvRow& row);

  size_t column_;
  std::vector<size_t> others_;
  Plain plain_;
  bool follows_;
  TextMap<std::string> first_;  // what the column has, by the others
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_FOLLOWING_COLUMN_H_
