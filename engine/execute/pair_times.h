// Private to PairMatcher: a block of named rows with the rows that could stand to them, and which of them do.
#ifndef MUSTER_ENGINE_EXECUTE_PAIR_TIMES_H_
#define MUSTER_ENGINE_EXECUTE_PAIR_TIMES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/execute/kinship.h"
#include "engine/execute/moment_reader.h"
#include "engine/model/moment.h"
#include "engine/plan/plan.h"
#include "storage/bits.h"

namespace muster::execute {

/// Families: a row above, its named rows and the other rows below it.
struct PairBlock {
  std::vector<uint32_t> rows;           ///< named rows
  std::vector<uint32_t> family_of_row;  ///< of each, the number of its family
  std::vector<uint32_t> parents;        ///< of each family, the row above
  std::vector<uint32_t> begins, ends;   ///< of each family, where in `others` its rows are
  std::vector<uint32_t> others;

  /// Named rows, in order, and the row above each.
  void SetRows(std::span<const uint32_t> named, std::span<const uint32_t> above);
  /// To be called after that: finds the others, all or those in `wanted`.
  void AddOthers(const Downwards& down, const storage::Bits* wanted);
};

/// Decides which families have a pair that stands to each other as a kTimes node says.
class PairTimes {
 public:
  /// `named_left`: the named row's time is the left one of `times`. `most`: how many pairs may be looked at.
  PairTimes(const plan::Node& times, bool named_left, MomentReader named, MomentReader other, uint64_t most);

  /// What the others' ages are compared with, where ages alone are; nothing where they are not.
  const std::optional<model::AgeWindows>& windows() const { return windows_; }
  const MomentReader& named() const { return named_; }
  const MomentReader& other() const { return other_; }

  /// Appends the rows above that have such a pair. False when there are too many pairs.
  bool Match(const PairBlock& block, std::vector<uint32_t>* matching);

 private:
  // By ages alone, as bounds that the others' ages are compared with.
  bool MatchAges(const PairBlock& block);
  // By whatever times they have.
  bool MatchAll(const PairBlock& block);
  bool Spend(uint64_t pairs);

  const plan::Node& times_;
  const bool named_left_;
  MomentReader named_;
  MomentReader other_;
  std::optional<model::AgeWindows> windows_;
  uint64_t left_;              // pairs that may still be looked at
  std::vector<uint8_t> hits_;  // of each family
  std::vector<int64_t> named_lows_, named_highs_, other_lows_, other_highs_;
  std::vector<model::TimeBounds> named_times_, other_times_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_PAIR_TIMES_H_
