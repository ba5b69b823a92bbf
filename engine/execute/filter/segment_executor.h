// Evaluates plan nodes on one segment: bitmaps in, a set of rows out.
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_SEGMENT_EXECUTOR_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_SEGMENT_EXECUTOR_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "allowance/allowance.h"
#include "containers/hash_table.h"
#include "engine/execute/rows/row_set.h"
#include "engine/execute/rows/union_cache.h"
#include "engine/plan/plan.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Work of one plan node, summed over segments.
struct NodeStats {
  uint64_t rows = 0;          ///< rows that came out
  uint64_t bitmaps = 0;       ///< postings and cached row sets read
  uint64_t rows_checked = 0;  ///< column values tested
  int64_t microseconds = 0;   ///< its inputs included, summed over threads
};

/// Answers of kRelative and kPersons nodes, which need all segments: for each node, a bitmap per segment.
using CrossSegmentRows = HashMap<const plan::Node*, std::vector<storage::BitmapPtr>>;

/// Evaluates the nodes of one plan on one segment. Not thread-safe. Its operators are in read_postings.cc,
/// set_operations.cc, semi_joins.cc and comparisons.cc.
class SegmentExecutor {
 public:
  /// `stats` has an entry per node of the plan, or is null.
  SegmentExecutor(const storage::SegmentReader& segment, UnionCache* unions, std::vector<NodeStats>* stats)
      : segment_(segment), unions_(unions), stats_(stats) {}
  /// For plans with such nodes; `segment_index` is the segment's place in `prepared`.
  void Use(const CrossSegmentRows* prepared, size_t segment_index) {
    prepared_ = prepared;
    segment_index_ = segment_index;
  }

  const storage::SegmentReader& segment() const { return segment_; }
  size_t segment_index() const { return segment_index_; }

  /// The rows of `node`, dead ones included. With `candidates` (rows of the same entity) the result is restricted to
  /// them.
  absl::StatusOr<storage::BitmapPtr> Evaluate(const plan::Node& node, const storage::Bitmap* candidates = nullptr);
  /// The same, in whatever representation it is computed.
  absl::StatusOr<RowSet> Rows(const plan::Node& node, const RowSet* candidates = nullptr);

  /// The cache key of the union of a kPostings node with several symbols.
  static UnionKey KeyOfUnion(uint32_t segment, model::PostingKind kind, const plan::Node& node);
  /// The rows of one value of a kPostings node.
  absl::StatusOr<storage::BitmapPtr> Posting(const plan::Node& node, model::PostingKind kind, uint32_t value);
  /// The rows of `entity` that belong to live individuals, or null when all do.
  absl::StatusOr<storage::BitmapPtr> Live(model::Entity entity);
  /// The rows of `entity` with `polarity`, or null when all have it.
  absl::StatusOr<storage::BitmapPtr> OfPolarity(model::Entity entity, bind::Polarity polarity);
  /// The rows of `to` above or below `rows` of `from`, one of which is above the other.
  absl::StatusOr<RowSet> Related(const RowSet& rows, model::Entity from, model::Entity to);

 private:
  using Result = absl::StatusOr<RowSet>;

  // Whether the node may be evaluated.
  absl::Status MayEvaluate(const plan::Node& node);

  Result Dispatch(const plan::Node& node, const RowSet* candidates);
  Result Postings(const plan::Node& node, const RowSet* candidates);
  absl::StatusOr<storage::BitmapPtr> Union(model::PostingKind kind, const plan::Node& node);
  // All of the ranges, which are of one entity.
  Result Ranges(std::span<const plan::Node* const> nodes, const RowSet* candidates);
  Result And(const plan::Node& node, const RowSet* candidates);
  Result Or(const plan::Node& node, const RowSet* candidates);
  Result Not(const plan::Node& node, const RowSet* candidates);
  Result AtLeast(const plan::Node& node, const RowSet* candidates);
  Result ToParent(const plan::Node& node, const RowSet* candidates);
  absl::StatusOr<storage::Bitmap> WithEnoughBelow(const plan::Node& node, const storage::Bitmap& rows);
  Result Pick(const plan::Node& node, const RowSet* candidates);
  // Of the candidates, or of all rows of the node's entity, those that `holds` is true of.
  template <typename Predicate>
  RowSet RowsThat(const plan::Node& node, const RowSet* candidates, const Predicate& holds);
  Result Times(const plan::Node& node, const RowSet* candidates);
  Result Numbers(const plan::Node& node, const RowSet* candidates);
  Result FromPrepared(const plan::Node& node, const RowSet* candidates);
  Result ToChild(const plan::Node& node, const RowSet* candidates);
  // The ancestor or descendant rows in `to` of `rows`.
  Result Above(RowSet rows, model::Entity from, model::Entity to);
  Result Below(RowSet rows, model::Entity from, model::Entity to);

  NodeStats* StatsOf(const plan::Node& node) {
    return stats_ == nullptr ? nullptr : &(*stats_)[static_cast<size_t>(node.id)];
  }

  const storage::SegmentReader& segment_;
  UnionCache* unions_;
  std::vector<NodeStats>* stats_;
  const CrossSegmentRows* prepared_ = nullptr;
  size_t segment_index_ = 0;
  MemoryCharge working_sets_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_SEGMENT_EXECUTOR_H_
