// Private to PairMatcher: comparison in time of a block of named rows with the other rows of their parents.
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_PAIR_TIMES_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_PAIR_TIMES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/execute/rows/row_hierarchy.h"
#include "engine/execute/values/moment_reader.h"
#include "engine/model/time/moment.h"
#include "engine/plan/plan.h"
#include "storage/bits/bits.h"

namespace muster::execute {

/// Sibling groups: a parent row, its named rows and its other rows.
struct PairBlock {
  std::vector<uint32_t> rows;          ///< named rows
  std::vector<uint32_t> group_of_row;  ///< the sibling group of each
  std::vector<uint32_t> parents;       ///< the parent row of each group
  std::vector<uint32_t> begins, ends;  ///< the range of each group's rows in `others`
  std::vector<uint32_t> others;

  /// Named rows, in order, and the parent of each.
  void SetRows(std::span<const uint32_t> named, std::span<const uint32_t> above);
  /// To be called after that: finds the others, all or those in `wanted`.
  void AddOthers(const ChildRanges& down, const storage::Bits* wanted);
};

/// Decides which sibling groups have a pair that satisfies a kTimes node.
class PairTimes {
 public:
  /// `named_left`: the named row's time is the left one of `times`. `distinct`: a named row and another one are two
  /// rows of one entity, so that a row makes no pair with itself. `most`: how many pairs may be looked at.
  PairTimes(const plan::Node& times, bool named_left, MomentReader named, MomentReader other, bool distinct,
            uint64_t most);

  /// What the others' ages are compared with, where ages alone are; nothing where they are not.
  const std::optional<model::AgeWindows>& windows() const { return windows_; }
  const MomentReader& named() const { return named_; }
  const MomentReader& other() const { return other_; }

  /// Appends the parent rows that have such a pair. False if there are too many pairs.
  bool Match(const PairBlock& block, std::vector<uint32_t>* matching);

 private:
  // By ages alone, as bounds that the others' ages are compared with.
  template <bool kDistinct>
  bool MatchAges(const PairBlock& block);
  // By whatever times they have.
  bool MatchAll(const PairBlock& block);
  bool Spend(uint64_t pairs);

  const plan::Node& times_;
  const bool named_left_;
  const bool distinct_;
  MomentReader named_;
  MomentReader other_;
  std::optional<model::AgeWindows> windows_;
  uint64_t left_;              // pairs that may still be looked at
  std::vector<uint8_t> hits_;  // of each sibling group
  std::vector<int64_t> named_lows_, named_highs_, other_lows_, other_highs_;
  std::vector<model::TimeBounds> named_times_, other_times_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_PAIR_TIMES_H_
