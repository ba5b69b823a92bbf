// Criteria that speak of rows by name: decided person by person, not by sets.
#ifndef MUSTER_ENGINE_EXECUTE_EVENT_MATCHER_H_
#define MUSTER_ENGINE_EXECUTE_EVENT_MATCHER_H_

#include <memory>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/execute/moment_reader.h"
#include "engine/execute/row_counter.h"
#include "engine/plan/plan.h"
#include "storage/bitmap.h"
#include "storage/segment_reader.h"

namespace muster::execute {

class SegmentExecutor;

/// Whether a node can be evaluated as a set: it neither names rows for others nor speaks of named ones.
bool IsSet(const plan::Node& node);

/// Evaluates one kEvents node on one segment. What does not depend on named rows is evaluated as sets first, and only
/// the rows that are left are gone through: for each, all ways to name rows, in the order of the criteria. Not
/// thread-safe.
class EventMatcher {
 public:
  EventMatcher(const storage::SegmentReader& segment, SegmentExecutor* executor)
      : segment_(segment), executor_(executor) {}

  /// The rows of `node` among `candidates` (null: all). ResourceExhausted when going through the ways to name rows
  /// takes more than kMostSteps.
  absl::StatusOr<storage::Bitmap> Evaluate(const plan::Node& node, const storage::Bitmap* candidates);

  static constexpr uint64_t kMostSteps = 1'000'000'000;

 private:
  // A node made ready to be asked of single rows.
  struct Step {
    const plan::Node* node = nullptr;
    storage::BitmapPtr rows;  // of a node that does not depend on named rows: the answer
    std::vector<Step> inputs;
    Upwards up;      // kLower
    Downwards down;  // kLift
    RowCounter counter;
    MomentReader left, left_end, right, right_end;
  };

  absl::StatusOr<Step> Compile(const plan::Node& node, const storage::Bitmap* candidates);
  absl::Status CompileTimes(Step* step);
  bool Matches(const Step& step, uint32_t row);
  bool MatchesLift(const Step& step, uint32_t row);
  bool MatchesTimes(const Step& step, uint32_t row) const;
  // Whether the inputs of a kEvents step from `next` on hold, with the rows named so far.
  bool MatchesFrom(const Step& step, size_t next, uint32_t row);
  uint32_t RowOf(bind::Slot slot, uint32_t row) const {
    return slot == bind::kThisRow ? row : slots_[static_cast<size_t>(slot)];
  }

  const storage::SegmentReader& segment_;
  SegmentExecutor* executor_;
  std::vector<uint32_t> slots_;
  uint64_t steps_ = 0;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_EVENT_MATCHER_H_
