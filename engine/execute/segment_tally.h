// Counts of one segment by what is kept of its rows, in the numbers that they have there.
#ifndef MUSTER_ENGINE_EXECUTE_SEGMENT_TALLY_H_
#define MUSTER_ENGINE_EXECUTE_SEGMENT_TALLY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/execute/derive.h"
#include "engine/execute/row_set.h"

namespace muster::execute {

/// The short way for what is asked most: up to three dimensions with a value of one byte for each row, or one dimension
/// with lists. A combination's place in an array is worked out from the bytes themselves; what it is called elsewhere
/// is asked once for each combination, when all rows are counted. Not thread-safe.
class SegmentTally {
 public:
  /// Of rows by `dimensions`, and of what is below each by `amounts`; null stands for what is not kept. Nothing when
  /// these cannot be counted so, or there are too many combinations for `asked` rows. Both outlive it.
  static std::optional<SegmentTally> Make(std::vector<const Derived*> dimensions, std::vector<const Derived*> amounts,
                                          uint64_t asked);

  /// Counts `rows`, of an entity that has `size` of them. To be called once.
  void Add(const RowSet& rows, uint32_t size);

  /// Calls f(numbers, counts) for each combination that rows have: a number of each dimension; how many rows, and how
  /// much of each amount.
  template <typename F>
  void ForEach(F&& f) const {
    std::vector<uint32_t> numbers(dimensions_.size());
    std::vector<int64_t> counts(counts_.size());
    for (size_t place = 0; place < places_; ++place) {
      if (counts_[0][place] == 0) continue;
      size_t rest = place;
      for (size_t d = 0; d < numbers.size(); ++d) {
        numbers[d] = static_cast<uint32_t>(rest % sizes_[d]);
        rest /= sizes_[d];
      }
      for (size_t e = 0; e < counts.size(); ++e) counts[e] = counts_[e][place];
      f(std::span<const uint32_t>(numbers), std::span<const int64_t>(counts));
    }
  }
  /// Of one dimension, by its number: how many rows there are (0), or how much of an amount (1, 2, ...).
  std::span<const int64_t> by_number(size_t counted) const { return counts_[counted]; }

 private:
  SegmentTally(std::vector<const Derived*> dimensions, std::vector<const Derived*> amounts);

  // One byte for each row: adds rows and the amounts [begin, begin + Amounts), packed into a word.
  template <size_t Dimensions, size_t Amounts, typename RowAt>
  void AddWords(size_t begin, size_t size, RowAt&& row_at);
  template <size_t Dimensions, typename RowAt>
  void AddAmounts(size_t size, RowAt&& row_at);
  template <typename RowAt>
  void AddBytes(size_t size, RowAt&& row_at);
  template <typename T, typename RowAt>
  void AddLists(size_t size, RowAt&& row_at);
  // Adds what is in the words to the counts of rows and of the amounts from `begin` on, and clears them.
  void Flush(size_t begin, size_t amounts);

  std::vector<const Derived*> dimensions_;
  std::vector<const Derived*> amounts_;
  std::vector<size_t> sizes_;  // of each dimension: all its numbers are below
  size_t places_ = 1;
  size_t lane_ = 0;                           // from one lane of words to the next; 0: there is one
  std::vector<int64_t> words_;                // by lane and place
  std::vector<std::vector<int64_t>> counts_;  // of rows and of each amount, by place
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_SEGMENT_TALLY_H_
