#include "engine/execute/work_estimate.h"

#include <array>
#include <optional>

#include "engine/execute/filter/segment_executor.h"
#include "engine/model/schema/entity_number.h"
#include "engine/model/schema/schema.h"
#include "engine/plan/cost.h"

namespace muster::execute {
namespace {

using model::Entity;
using plan::Node;
using plan::Op;

class Estimate {
 public:
  Estimate(const storage::Snapshot& snapshot, UnionCache* unions) : snapshot_(snapshot), unions_(unions) {}

  uint64_t Rows(Entity entity) {
    std::optional<uint64_t>& rows = rows_[static_cast<size_t>(entity)];
    if (!rows) {
      rows = 0;
      for (const storage::SegmentReaderPtr& segment : snapshot_.segments) {
        *rows += segment->rows(model::EntityNumber(entity));
      }
    }
    return *rows;
  }

  // In picoseconds, as the costs of plan/cost.h are nanoseconds for a thousand rows.
  uint64_t Of(const Node& node) {
    uint64_t sum = 0;
    for (const plan::NodePtr& input : node.inputs) sum += Of(*input);
    const uint64_t rows = Rows(node.entity);
    switch (node.op) {
      case Op::kNone:
      case Op::kAll:
        return sum;
      case Op::kPostings:
        return rows * plan::kNanosecondsOfBits + Unread(node);
      case Op::kAnd:
      case Op::kOr:
      case Op::kNot:
      case Op::kRelative:
      case Op::kPersons:
        return sum + rows * plan::kNanosecondsOfBits;
      case Op::kAtLeast:
        return sum + rows * plan::kNanosecondsOfBits * node.inputs.size() * static_cast<uint64_t>(node.count);
      case Op::kRange:
        return sum + rows * plan::kNanosecondsOfColumn;
      case Op::kToParent:
      case Op::kToChild:
        return sum + (rows + Rows(node.inputs[0]->entity)) * plan::kNanosecondsOfColumn;
      case Op::kPick:
      case Op::kTimes:
      case Op::kNumbers:
      case Op::kOverlap:
      case Op::kEvents:
      case Op::kNamed:
        return sum + rows * plan::kNanosecondsRowByRow;
    }
    return sum;
  }

  // The same for the unions of a kPostings node that are not cached.
  uint64_t Unread(const Node& node) const {
    if (node.symbols == nullptr || node.symbols->size() < 2) return 0;
    uint64_t sum = 0;
    for (const model::PostingKind kind : node.posting_kinds) {
      // Usually all segments have theirs cached, or none.
      const uint32_t last = snapshot_.segments.back()->info().id;
      if (unions_->Find(SegmentExecutor::KeyOfUnion(last, kind, node)) != nullptr) continue;
      sum += node.symbols->size() * snapshot_.segments.size() * plan::kNanosecondsOfPostings;
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
  // One posting is only counted.
  uint64_t sum = plan.root->op == Op::kPostings ? estimate.Unread(*plan.root) : estimate.Of(*plan.root);
  if (!query.by.empty())
    sum += estimate.Rows(query.counted[0].entity) * plan::kNanosecondsOfDimension * query.by.size();
  for (size_t e = 1; e < query.counted.size(); ++e)
    sum += estimate.Rows(query.counted[e].entity) * plan::kNanosecondsOfColumn;
  return sum / 1000;
}

}  // namespace muster::execute
