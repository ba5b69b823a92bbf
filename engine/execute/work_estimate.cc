#include "engine/execute/work_estimate.h"

#include <array>
#include <optional>

#include "engine/execute/segment_executor.h"
#include "engine/model/schema.h"

namespace muster::execute {
namespace {

using model::Entity;
using plan::Node;
using plan::Op;

// Nanoseconds for a thousand rows: orders of magnitude, from what the questions of docs/performance.md take. Bits are
// handled 64 at a time, values of a column mostly as one byte of its sketch, and the rest row by row.
constexpr uint64_t kBits = 15;
constexpr uint64_t kColumn = 150;
constexpr uint64_t kRowByRow = 5000;
constexpr uint64_t kDimension = 3000;
// And for a thousand postings that are read.
constexpr uint64_t kPostings = 1'500'000;

class Estimate {
 public:
  Estimate(const storage::Snapshot& snapshot, UnionCache* unions) : snapshot_(snapshot), unions_(unions) {}

  uint64_t Rows(Entity entity) {
    std::optional<uint64_t>& rows = rows_[static_cast<size_t>(entity)];
    if (!rows) {
      rows = 0;
      for (const storage::SegmentReaderPtr& segment : snapshot_.segments) {
        *rows += segment->rows(static_cast<uint8_t>(entity));
      }
    }
    return *rows;
  }

  uint64_t Of(const Node& node) {
    uint64_t sum = 0;
    for (const plan::NodePtr& input : node.inputs) sum += Of(*input);
    const uint64_t rows = Rows(node.entity);
    switch (node.op) {
      case Op::kNone:
      case Op::kAll:
        return sum;
      case Op::kPostings:
        return rows * kBits + Unread(node);
      case Op::kAnd:
      case Op::kOr:
      case Op::kNot:
      case Op::kRelative:
        return sum + rows * kBits;
      case Op::kAtLeast:
        return sum + rows * kBits * node.inputs.size() * static_cast<uint64_t>(node.count);
      case Op::kRange:
        return sum + rows * kColumn;
      case Op::kLift:
      case Op::kLower:
        return sum + (rows + Rows(node.inputs[0]->entity)) * kColumn;
      default:
        return sum + rows * kRowByRow;
    }
  }

  // For the unions of a kPostings node that have to be made.
  uint64_t Unread(const Node& node) const {
    if (node.symbols == nullptr || node.symbols->size() < 2) return 0;
    uint64_t sum = 0;
    for (const model::Family family : node.families) {
      // Mostly all segments have theirs, or none.
      const uint32_t last = snapshot_.segments.back()->info().id;
      if (unions_->Find(SegmentExecutor::KeyOfUnion(last, family, node)) != nullptr) continue;
      sum += node.symbols->size() * snapshot_.segments.size() * kPostings;
    }
    return sum;
  }

 private:
  const storage::Snapshot& snapshot_;
  UnionCache* unions_;
  std::array<std::optional<uint64_t>, model::kEntityCount> rows_;
};

}  // namespace

uint64_t EstimatedNanoseconds(const bind::Query& query, const plan::Plan& plan, const storage::Snapshot& snapshot,
                              UnionCache* unions) {
  if (snapshot.segments.empty()) return 0;
  Estimate estimate(snapshot, unions);
  // A set that is there is counted by looking at it.
  uint64_t sum = plan.root->op == Op::kPostings ? estimate.Unread(*plan.root) : estimate.Of(*plan.root);
  if (!query.by.empty()) sum += estimate.Rows(query.counted[0].entity) * kDimension * query.by.size();
  for (size_t e = 1; e < query.counted.size(); ++e) sum += estimate.Rows(query.counted[e].entity) * kColumn;
  return sum / 1000;
}

}  // namespace muster::execute
