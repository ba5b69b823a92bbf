// Group-by on one segment over cached columns of value ids, by segment-local ids.
#ifndef MUSTER_ENGINE_EXECUTE_AGGREGATE_DENSE_GROUP_COUNTER_H_
#define MUSTER_ENGINE_EXECUTE_AGGREGATE_DENSE_GROUP_COUNTER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/execute/rows/cached_column.h"
#include "engine/execute/rows/row_set.h"

namespace muster::execute {

/// The fast path of the most frequent counts: up to three dimensions with one id of one byte for each row, or one
/// dimension with lists. The bytes of a row index an array of counts; a group's id in other segments is looked up once,
/// after all rows are counted. Not thread-safe.
class DenseGroupCounter {
 public:
  /// Counts rows by `dimensions`, and sums `amounts` (numbers of descendants); null: not cached. Nothing when the
  /// columns do not have the form above, or when there are too many groups for `needed` rows. Both outlive it.
  static std::optional<DenseGroupCounter> Make(std::vector<const CachedColumn*> dimensions,
                                               std::vector<const CachedColumn*> amounts, uint64_t needed);

  /// Counts `rows` of an entity with `size` rows. To be called once.
  void Add(const RowSet& rows, uint32_t size);

  /// Calls f(ids, counts) for each group with rows: the id of each dimension; the number of rows and the sum of each
  /// amount.
  template <typename F>
  void ForEach(F&& f) const {
    std::vector<uint32_t> ids(dimensions_.size());
    std::vector<int64_t> counts(counts_.size());
    for (size_t place = 0; place < places_; ++place) {
      if (counts_[0][place] == 0) continue;
      size_t rest = place;
      for (size_t d = 0; d < ids.size(); ++d) {
        ids[d] = static_cast<uint32_t>(rest % sizes_[d]);
        rest /= sizes_[d];
      }
      for (size_t e = 0; e < counts.size(); ++e) counts[e] = counts_[e][place];
      f(std::span<const uint32_t>(ids), std::span<const int64_t>(counts));
    }
  }
  /// For one dimension, by its id: the number of rows (0), or the sum of an amount (1, 2, ...).
  std::span<const int64_t> by_id(size_t counted) const { return counts_[counted]; }

 private:
  DenseGroupCounter(std::vector<const CachedColumn*> dimensions, std::vector<const CachedColumn*> amounts);

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

  std::vector<const CachedColumn*> dimensions_;
  std::vector<const CachedColumn*> amounts_;
  std::vector<size_t> sizes_;  // of each dimension: all its numbers are below
  size_t places_ = 1;
  size_t lane_ = 0;                           // from one lane of words to the next; 0: there is one
  std::vector<int64_t> words_;                // by lane and place
  std::vector<std::vector<int64_t>> counts_;  // of rows and of each amount, by place
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_AGGREGATE_DENSE_GROUP_COUNTER_H_
