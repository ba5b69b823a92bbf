// Criteria on named rows (`as therapy`): matched person by person, by backtracking over the rows that can be named.
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_EVENT_MATCHER_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_EVENT_MATCHER_H_

#include <memory>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/execute/filter/temporal/set_evaluator.h"
#include "engine/execute/rows/panels.h"
#include "engine/execute/values/moment_reader.h"
#include "engine/execute/values/quantity_reader.h"
#include "engine/execute/values/row_counter.h"
#include "engine/plan/plan.h"
#include "storage/bits/bitmap.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Whether a node can be evaluated as a set: it neither names rows nor refers to named ones.
bool IsSet(const plan::Node& node);

/// The error if assigning rows to names takes too many attempts.
absl::Status TooManySteps(uint64_t max_steps);

/// Evaluates one kEvents node on one segment. Inputs that do not depend on named rows are evaluated as sets first; for
/// each row that is left, all assignments of rows to names are tried, in the order of the criteria. Not thread-safe.
class EventMatcher {
 public:
  /// `sets` must outlive it.
  EventMatcher(const storage::SegmentReader& segment, SetEvaluator sets) : segment_(segment), sets_(sets) {}

  /// The rows of `node` among `candidates` (null: all). ResourceExhausted when trying the
  /// assignments takes more than MaxSteps.
  absl::StatusOr<storage::Bitmap> Evaluate(const plan::Node& node, const storage::Bitmap* candidates);

  /// Attempts that are made in one segment for a node with `names` named rows: a second or two of them. It grows with
  /// the people, so that what is answered does not depend on how many there are; with many names, attempts multiply.
  static uint64_t MaxSteps(size_t names, uint64_t individuals) {
    constexpr size_t kFewNames = 3;
    return names <= kFewNames ? 10'000'000 + individuals * 100 : 5'000'000 + individuals * 50;
  }
  /// Pairs of rows that PairMatcher looks at, which takes much less for each.
  static constexpr uint64_t kMaxPairs = 1'000'000'000;

 private:
  // A node compiled for tests of single rows.
  struct Step {
    const plan::Node* node = nullptr;
    storage::BitmapPtr rows;  // of a node that does not depend on named rows: the answer
    std::vector<Step> inputs;
    ParentMap up;      // kToChild
    ChildRanges down;  // kToParent
    RowCounter counter;
    std::optional<Panels> panels;  // kToParent with `others`: of which its rows may be
    MomentReader left, left_end, right, right_end;
    QuantityReader left_number, right_number;
  };

  absl::StatusOr<Step> Compile(const plan::Node& node, const storage::Bitmap* candidates);
  absl::Status CompileTimes(Step* step);
  bool Matches(const Step& step, uint32_t row);
  bool MatchesToParent(const Step& step, uint32_t row);
  bool MatchesTimes(const Step& step, uint32_t row) const;
  // Whether the inputs of a kEvents step from `next` on hold, with the rows named so far.
  bool MatchesFrom(const Step& step, size_t next, uint32_t row);
  uint32_t RowOf(bind::Slot slot, uint32_t row) const {
    return slot == bind::kThisRow ? row : slots_[static_cast<size_t>(slot)];
  }
  // Whether the row is one that the kToParent `step` leaves out, as it has a name at present.
  bool IsTaken(const Step& step, uint32_t row) const {
    for (const bind::Slot slot : step.node->others) {
      const uint32_t other = slots_[static_cast<size_t>(slot)];
      if (step.panels ? step.panels->IsOf(row, other) : row == other) return true;
    }
    return false;
  }

  const storage::SegmentReader& segment_;
  const SetEvaluator sets_;
  std::vector<uint32_t> slots_;
  uint64_t steps_ = 0;
  uint64_t max_steps_ = 0;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_EVENT_MATCHER_H_
