// A fast path of EventMatcher for its most frequent form: one named row, and another row of the same parent compared
// with it in time. "has disease X as dx and has sample collected after dx.onset".
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_PAIR_MATCHER_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_PAIR_MATCHER_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/filter/temporal/child_age_range.h"
#include "engine/execute/filter/temporal/named_rows.h"
#include "engine/execute/filter/temporal/pair_times.h"
#include "engine/execute/filter/temporal/set_evaluator.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/plan/plan.h"
#include "storage/bits/bitmap.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// The parts of such a kEvents node, and its evaluation by columns. The answers are those of EventMatcher.
class PairMatcher {
 public:
  /// Nothing when the inputs of `events` that are not sets are not of this form.
  static std::optional<PairMatcher> Of(const plan::Node& events);

  /// Whether the other row is a measurement that may not be the named one. Evaluate knows rows, not panels.
  bool TellsMeasurementsApart() const;

  /// The rows of the kEvents node among `candidates` (null: all). ResourceExhausted when there are more than `most`
  /// pairs to look at.
  absl::StatusOr<storage::Bitmap> Evaluate(const storage::SegmentReader& segment, SetEvaluator evaluate,
                                           const storage::Bitmap* candidates, uint64_t most) const;

 private:
  PairMatcher() = default;

  // The rows of `node` that are in all `sets`, below the candidates where these are few; others may be among them.
  absl::StatusOr<RowSet> RowsBelow(const storage::SegmentReader& segment, SetEvaluator evaluate,
                                   const storage::Bitmap* candidates, const plan::Node& node,
                                   const std::vector<const plan::Node*>& sets) const;
  // What is compared.
  absl::StatusOr<PairTimes> Times(const storage::SegmentReader& segment, uint64_t most) const;
  const bind::Moment& OtherMoment() const { return times_->left.slot == naming_->slot ? times_->right : times_->left; }
  // A row is not the other one of itself, where both are of one entity.
  bool IsDistinct() const { return !other_->others.empty(); }
  // The parents of `named` that have a pair. `wanted`: which other rows, or null for all; `ages` decides most parents,
  // where it is given.
  absl::StatusOr<storage::Bitmap> Match(NamedBlocks* named, const ChildRanges& down, const storage::Bits* wanted,
                                        ChildAgeRange* ages, PairTimes* pairs, uint64_t most) const;

  const plan::Node* naming_ = nullptr;      // kToParent of a set, with a slot
  const plan::Node* other_ = nullptr;       // kToParent of rows that are compared with the named one
  const plan::Node* times_ = nullptr;       // the comparison in time
  std::vector<const plan::Node*> filters_;  // further conditions on them: sets
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_PAIR_MATCHER_H_
