// How the rows of an entity lie below those of the entity above, as bits: for lifting and lowering large sets.
#ifndef MUSTER_ENGINE_EXECUTE_NESTING_H_
#define MUSTER_ENGINE_EXECUTE_NESTING_H_

#include <memory>
#include <span>
#include <utility>

#include "absl/status/statusor.h"
#include "engine/model/schema.h"
#include "storage/bits.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The rows below one row stand together, in the order of the rows above. So it suffices to know which rows are the
/// last of their row above, and which rows above have any: going up and down costs a few operations for 64 rows,
/// however many of them are in the set.
class Nesting {
 public:
  /// Of the rows of `child` below those of its parent. Made when first asked for and kept with the segment. DataLoss
  /// when rows do not stand together.
  static absl::StatusOr<std::shared_ptr<const Nesting>> Of(const storage::SegmentReader& segment, model::Entity child);

  /// Of rows of which the rows above are `parents`, each less than `size`. DataLoss when these are not in order.
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

  storage::Bits last_;     // rows that are the last below their row above
  storage::Bits parents_;  // rows above that have rows below
};

/// The rows of `ancestor` above `rows` of `child`, each once.
absl::StatusOr<storage::Bits> AncestorBits(const storage::SegmentReader& segment, storage::Bits rows,
                                           model::Entity child, model::Entity ancestor);
/// The rows of `descendant` below `rows` of `parent`.
absl::StatusOr<storage::Bits> DescendantBits(const storage::SegmentReader& segment, storage::Bits rows,
                                             model::Entity parent, model::Entity descendant);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_NESTING_H_
