// Ages of 0 years that stand for nobody: files of pedigrees write them for who is unaffected.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_ZERO_AGES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_ZERO_AGES_H_

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "engine/import/mapping/mapping.h"
#include "engine/import/mapping/table.h"

namespace muster::import {

/// Looks at the cells of a column of ages, one after another.
class ZeroAges {
 public:
  explicit ZeroAges(TableColumn::Age unit) : unit_(unit) {}
  void Add(const std::string& cell);
  /// Whether at least three, and half of all, are 0, and the others are of people of ten years or more.
  bool MayBeNobody() const;
  uint64_t zeros() const { return zeros_; }
  uint64_t all() const { return zeros_ + others_; }

 private:
  TableColumn::Age unit_;
  uint64_t zeros_ = 0;
  uint64_t others_ = 0;
  double least_ = std::numeric_limits<double>::infinity();  // of the others
};

/// Whether a rule for the rows at `node` (which may be null) reads the column, in camel case, as the time of what a
/// constant code is.
bool IsAgeOfConstant(const MappingNode* node, std::string_view column);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_ZERO_AGES_H_
