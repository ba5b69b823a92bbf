// Parent and child rows as two bit sets: semi-joins of large sets, 64 rows at a time.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_NESTING_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_NESTING_H_

#include <memory>
#include <span>
#include <utility>

#include "absl/status/statusor.h"
#include "engine/model/schema/schema.h"
#include "storage/bits/bits.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The child rows of one parent are adjacent, and in the order of the parents. So it is enough to know which child rows
/// are the last of their parent, and which parents have any child: a step up or down takes a few operations for 64
/// rows, however many of them are in the set.
class Nesting {
 public:
  /// Of entity `child` and its parent. Built on first use and cached with the segment. DataLoss when the child rows of
  /// one parent are not adjacent.
  static absl::StatusOr<std::shared_ptr<const Nesting>> Of(const storage::SegmentReader& segment, model::Entity child);

  /// Of child rows whose parents are `parents`, each less than `size`. DataLoss when these do not ascend.
  static absl::StatusOr<Nesting> OfParents(const storage::SegmentReader& segment, std::span<const uint32_t> parents,
                                           uint32_t size);

  /// The rows above those of `rows`.
  storage::Bits Above(const storage::Bits& rows) const;
  /// The rows below those of `rows`.
  storage::Bits Below(const storage::Bits& rows) const;
  size_t SizeInBytes() const { return sizeof(*this) + last_.SizeInBytes() + parents_.SizeInBytes(); }

 private:
  class Builder;
  Nesting(storage::Bits last, storage::Bits parents) : last_(std::move(last)), parents_(std::move(parents)) {}

  storage::Bits last_;     // child rows that are the last of their parent
  storage::Bits parents_;  // parents that have child rows
};

/// The rows of `ancestor` above `rows` of `child`, each once.
absl::StatusOr<storage::Bits> AncestorBits(const storage::SegmentReader& segment, storage::Bits rows,
                                           model::Entity child, model::Entity ancestor);
/// The rows of `descendant` below `rows` of `parent`.
absl::StatusOr<storage::Bits> DescendantBits(const storage::SegmentReader& segment, storage::Bits rows,
                                             model::Entity parent, model::Entity descendant);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_NESTING_H_
