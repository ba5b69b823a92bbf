// Private to PairMatcher: named rows, a block at a time.
#ifndef MUSTER_ENGINE_EXECUTE_NAMED_ROWS_H_
#define MUSTER_ENGINE_EXECUTE_NAMED_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/execute/kinship.h"
#include "storage/bits.h"

namespace muster::execute {

/// Named rows and the row above each, in order.
struct NamedRows {
  std::vector<uint32_t> rows;
  std::vector<uint32_t> parents;

  size_t size() const { return rows.size(); }
  void resize(size_t size) {
    rows.resize(size);
    parents.resize(size);
  }
};

/// Goes through named rows in blocks. All below one row above are in one block.
class NamedBlocks {
 public:
  /// Of `rows`, those whose row above is in `among`, if there is that.
  NamedBlocks(std::vector<uint32_t> rows, const Upwards& up, std::optional<storage::Bits> among)
      : rows_(std::move(rows)), up_(up), among_(std::move(among)) {}
  size_t rows() const { return rows_.size(); }
  /// False when there are no more. A block may be empty.
  bool Next(NamedRows* block);

 private:
  std::vector<uint32_t> rows_;
  const Upwards& up_;
  std::optional<storage::Bits> among_;
  size_t done_ = 0;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_NAMED_ROWS_H_
