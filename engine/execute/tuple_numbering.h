// Small dense numbers for combinations of numbers.
#ifndef MUSTER_ENGINE_EXECUTE_TUPLE_NUMBERING_H_
#define MUSTER_ENGINE_EXECUTE_TUPLE_NUMBERING_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/execute/numbering.h"
#include "engine/execute/row_numbers.h"

namespace muster::execute {

/// Numbers combinations of `width` parts in the order in which they are first seen; the combination of nothing but 0 is
/// 0. One part is its own number.
///
/// The bits that the parts need, side by side, are the combination's place in a table. Where that would be too large,
/// there is a hash map from the first two parts to a number, from that and the third to the next, and so on.
class TupleNumbering {
 public:
  explicit TupleNumbering(size_t width);
  /// The numbers of the combinations that each row of a block has.
  void Combine(std::span<const RowNumbers> parts, RowNumbers* combined);
  /// The number of one combination.
  uint32_t Of(std::span<const uint32_t> parts);
  /// The parts of `number`, `width` of them.
  void PartsOf(uint32_t number, uint32_t* parts) const;
  /// All numbers are below it. There must be several parts.
  size_t size() const { return hashed() ? pairs_.back().size() : places_.size(); }
  /// Whether it has gone over to hash maps.
  bool hashed() const { return !pairs_.empty(); }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr unsigned kMostBits = 20;

  /// Makes the table wide enough for parts that have no other bits than `parts`; false when it cannot be.
  bool Fit(std::span<const uint32_t> parts);
  uint32_t NumberAt(uint32_t place);
  void Hash();
  uint32_t PlaceOf(const uint32_t* parts) const;

  const size_t width_;
  std::vector<unsigned> bits_;    // of each part
  std::vector<uint32_t> table_;   // from place to number
  std::vector<uint32_t> places_;  // from number to place
  std::vector<PairNumbering> pairs_;
  RowNumbers scratch_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_TUPLE_NUMBERING_H_
