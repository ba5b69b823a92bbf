// SegmentExecutor: times and quantities of one row, compared with each other.
#include <utility>
#include <vector>

#include "engine/execute/filter/segment_executor.h"
#include "engine/execute/values/moment_reader.h"
#include "engine/execute/values/quantity_reader.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using plan::Node;
using storage::Bitmap;

template <typename Predicate>
RowSet SegmentExecutor::RowsThat(const Node& node, const RowSet* candidates, const Predicate& holds) {
  std::vector<uint32_t> rows;
  const auto check = [&](uint32_t row) {
    if (holds(row)) rows.push_back(row);
  };
  const uint32_t size = segment_.rows(model::EntityNumber(node.entity));
  if (candidates != nullptr) {
    candidates->bitmap()->ForEach(check);
  } else {
    for (uint32_t row = 0; row < size; ++row) check(row);
  }
  if (NodeStats* stats = StatsOf(node)) stats->rows_checked += candidates != nullptr ? candidates->Cardinality() : size;
  return RowSet(Bitmap::FromSorted(rows));
}

absl::StatusOr<RowSet> SegmentExecutor::Times(const Node& node, const RowSet* candidates) {
  auto left = MomentReader::Make(segment_, node.entity, node.left.field);
  if (!left.ok()) return left.status();
  MomentReader right;
  if (!node.right.constant) {
    auto made = MomentReader::Make(segment_, node.entity, node.right.field);
    if (!made.ok()) return made.status();
    right = *std::move(made);
  }
  return RowsThat(node, candidates, [&](uint32_t row) {
    const model::TimeBounds other = node.right.constant ? *node.right.constant : right(row);
    return model::Holds(node.time_relation, (*left)(row), other, node.distance, node.possibly, node.unknown);
  });
}

absl::StatusOr<RowSet> SegmentExecutor::Numbers(const Node& node, const RowSet* candidates) {
  auto left = QuantityReader::Make(segment_, node.entity, node.left.field);
  if (!left.ok()) return left.status();
  auto right = QuantityReader::Make(segment_, node.entity, node.right.field);
  if (!right.ok()) return right.status();
  return RowsThat(node, candidates, [&](uint32_t row) {
    return model::Holds(node.time_relation, (*left)(row), (*right)(row), node.factor, *node.quantities, node.possibly,
                        node.unknown);
  });
}

}  // namespace muster::execute
