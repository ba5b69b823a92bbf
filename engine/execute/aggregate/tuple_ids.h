// Dense group ids for tuples of value ids.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_TUPLE_IDS_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_TUPLE_IDS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/execute/rows/block_ids.h"
#include "engine/execute/rows/value_ids.h"

namespace muster::execute {

/// Gives tuples of `width` ids dense group ids, in order of first appearance; the tuple of zeros has id 0. A tuple of
/// one is its own id.
///
/// The bits of all parts, concatenated, index a table. Where that would be too large, hash maps chain the parts: the
/// first two give an id, that and the third the next, and so on.
class TupleIds {
 public:
  explicit TupleIds(size_t width);
  /// The group ids of the tuples of each row of a block.
  void Combine(std::span<const BlockIds> parts, BlockIds* combined);
  /// The group id of one tuple.
  uint32_t Of(std::span<const uint32_t> parts);
  /// The parts of the tuple with this id, `width` of them.
  void PartsOf(uint32_t id, uint32_t* parts) const;
  /// All ids are below it. There must be several parts.
  size_t size() const { return hashed() ? pairs_.back().size() : places_.size(); }
  /// Whether it uses hash maps.
  bool hashed() const { return !pairs_.empty(); }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr unsigned kMaxBits = 20;

  /// Makes the table wide enough for parts that have no other bits than `parts`; false when it cannot be.
  bool Fit(std::span<const uint32_t> parts);
  uint32_t IdAt(uint32_t place);
  void Hash();
  uint32_t PlaceOf(const uint32_t* parts) const;

  const size_t width_;
  std::vector<unsigned> bits_;    // of each part
  std::vector<uint32_t> table_;   // from place to id
  std::vector<uint32_t> places_;  // from id to place
  std::vector<PairIds> pairs_;
  BlockIds scratch_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_TUPLE_IDS_H_
