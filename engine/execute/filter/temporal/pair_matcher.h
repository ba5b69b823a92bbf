// A fast path of EventMatcher for its most frequent form: one named row, and another row of the same parent compared
// with it in time. "has disease X as dx and has sample collected after dx.onset".
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_PAIR_MATCHER_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_PAIR_MATCHER_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/filter/temporal/set_evaluator.h"
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

  const plan::Node* naming_ = nullptr;      // kToParent of a set, with a slot
  const plan::Node* other_ = nullptr;       // kToParent of rows that are compared with the named one
  const plan::Node* times_ = nullptr;       // the comparison in time
  std::vector<const plan::Node*> filters_;  // further conditions on them: sets
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_PAIR_MATCHER_H_
