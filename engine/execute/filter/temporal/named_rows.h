// Private to PairMatcher: named rows, a block at a time.
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_NAMED_ROWS_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_NAMED_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/execute/rows/row_hierarchy.h"
#include "storage/bits/bits.h"

namespace muster::execute {

/// Named rows and the parent of each, in order.
struct NamedRows {
  std::vector<uint32_t> rows;
  std::vector<uint32_t> parents;

  size_t size() const { return rows.size(); }
  void resize(size_t size) {
    rows.resize(size);
    parents.resize(size);
  }
};

/// Iterates over named rows in blocks. All rows of one parent are in one block.
class NamedBlocks {
 public:
  /// Of `rows`, those whose parent is in `among`, if that is given.
  NamedBlocks(std::vector<uint32_t> rows, const ParentMap& up, std::optional<storage::Bits> among)
      : rows_(std::move(rows)), up_(up), among_(std::move(among)) {}
  size_t rows() const { return rows_.size(); }
  /// False if there are no more blocks. A block may be empty.
  bool Next(NamedRows* block);

 private:
  std::vector<uint32_t> rows_;
  const ParentMap& up_;
  std::optional<storage::Bits> among_;
  size_t done_ = 0;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_NAMED_ROWS_H_
