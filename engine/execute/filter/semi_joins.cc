// SegmentExecutor: from rows to those above and below them.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "allowance/allowance.h"
#include "engine/execute/filter/posting_slice.h"
#include "engine/execute/filter/segment_executor.h"
#include "engine/execute/rows/nesting.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/execute/rows/selectivity.h"
#include "engine/execute/values/moment_reader.h"
#include "engine/execute/values/row_counter.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using model::Entity;
using plan::Node;
using storage::Bitmap;

namespace {

// Whether values of the rows are read one row after the other.
bool IsRowByRow(const Node& node) {
  switch (node.op) {
    case plan::Op::kPick:
    case plan::Op::kTimes:
    case plan::Op::kNumbers:
      return true;
    case plan::Op::kAnd:
    case plan::Op::kOr:
    case plan::Op::kNot:
      return std::any_of(node.inputs.begin(), node.inputs.end(), [](const auto& input) { return IsRowByRow(*input); });
    default:
      return false;
  }
}

}  // namespace

absl::StatusOr<RowSet> SegmentExecutor::Above(RowSet rows, Entity from, Entity to) {
  const uint32_t size = segment_.rows(model::EntityNumber(from));
  if (!rows.is_bits() && IsSparse(rows.Cardinality(), kDenseForRelated, size)) {
    auto above = AncestorRows(segment_, *rows.bitmap(), from, to);
    return above.ok() ? absl::StatusOr<RowSet>(RowSet(*std::move(above))) : above.status();
  }
  auto above = AncestorBits(segment_, std::move(rows).TakeBits(size), from, to);
  return above.ok() ? absl::StatusOr<RowSet>(RowSet(*std::move(above))) : above.status();
}

absl::StatusOr<RowSet> SegmentExecutor::Below(RowSet rows, Entity from, Entity to) {
  const uint32_t size = segment_.rows(model::EntityNumber(from));
  if (!rows.is_bits() && IsSparse(rows.Cardinality(), kDenseForRelated, size)) {
    auto below = DescendantRows(segment_, *rows.bitmap(), from, to);
    return below.ok() ? absl::StatusOr<RowSet>(RowSet(*std::move(below))) : below.status();
  }
  auto below = DescendantBits(segment_, std::move(rows).TakeBits(size), from, to);
  return below.ok() ? absl::StatusOr<RowSet>(RowSet(*std::move(below))) : below.status();
}

absl::StatusOr<RowSet> SegmentExecutor::ToParent(const Node& node, const RowSet* candidates) {
  const Entity child = node.inputs[0]->entity;
  if (segment_.rows(model::EntityNumber(child)) == 0) return RowSet();
  // When few rows are left to decide, look only below them.
  std::optional<RowSet> below;
  const uint64_t dense = IsRowByRow(*node.inputs[0]) ? kDenseForRowByRow : kDenseForRelated;
  if (candidates != nullptr &&
      IsSparse(candidates->Cardinality(), dense, segment_.rows(model::EntityNumber(node.entity)))) {
    Result descendants = Below(*candidates, node.entity, child);
    if (!descendants.ok()) return descendants;
    below = *std::move(descendants);
  }
  const bool any = node.count <= 1 && !node.distinct && node.dates == 0;
  if (any && !below) {
    if (auto slice = PostingSlice::Of(segment_, node)) {
      auto above = slice->Evaluate(this, stats_);
      if (!above.ok()) return above.status();
      if (*above) return RowSet::Within(RowSet(**std::move(above)), candidates);
    }
  }
  Result rows = Rows(*node.inputs[0], below ? &*below : nullptr);
  if (!rows.ok()) return rows;
  if (rows->Empty()) return RowSet();
  if (any) {
    Result above = Above(*std::move(rows), child, node.entity);
    if (!above.ok()) return above;
    return RowSet::Within(*std::move(above), below ? nullptr : candidates);
  }
  auto enough = WithEnoughBelow(node, *rows->bitmap());
  if (!enough.ok()) return enough.status();
  return RowSet::Within(RowSet(*std::move(enough)), below ? nullptr : candidates);
}

// The rows above that have enough of `rows` below them.
absl::StatusOr<Bitmap> SegmentExecutor::WithEnoughBelow(const Node& node, const Bitmap& rows) {
  auto up = ParentMap::Make(segment_, node.inputs[0]->entity, node.entity);
  if (!up.ok()) return up.status();
  auto counter = RowCounter::Make(segment_, node);
  if (!counter.ok()) return counter.status();
  const std::vector<uint32_t> below = rows.ToVector();
  std::vector<uint32_t> above;
  up->Map(below, &above);
  std::vector<uint32_t> enough;
  size_t next_check = 0;
  for (size_t begin = 0, end = 0; begin < below.size(); begin = end) {
    if (begin >= next_check) {
      constexpr size_t kBetweenChecks = 4096;
      next_check = begin + kBetweenChecks;
      if (absl::Status status = CheckStop(); !status.ok()) return status;
    }
    while (end < below.size() && above[end] == above[begin]) ++end;
    if (counter->Enough({below.data() + begin, end - begin})) enough.push_back(above[begin]);
  }
  return Bitmap::FromSorted(enough);
}

absl::StatusOr<RowSet> SegmentExecutor::ToChild(const Node& node, const RowSet* candidates) {
  Result above = Rows(*node.inputs[0]);
  if (!above.ok()) return above;
  Result below = Below(*std::move(above), node.inputs[0]->entity, node.entity);
  if (!below.ok()) return below;
  return RowSet::Within(*std::move(below), candidates);
}

// Which row is the first depends on its siblings, so that candidates narrow the input to themselves and these.
absl::StatusOr<RowSet> SegmentExecutor::Pick(const Node& node, const RowSet* candidates) {
  Result rows = Rows(*node.inputs[0]);
  if (!rows.ok()) return rows;
  if (candidates != nullptr && IsSparse(candidates->Cardinality(), kDenseForRowByRow, rows->Cardinality())) {
    Result above = Above(*candidates, node.entity, node.above);
    if (!above.ok()) return above;
    Result siblings = Below(*std::move(above), node.above, node.entity);
    if (!siblings.ok()) return siblings;
    rows = RowSet::And(*std::move(rows), *siblings);
  }
  auto first = FirstOfEach(segment_, *rows->bitmap(), node.entity, node.above, node.left.field, node.last);
  if (!first.ok()) return first.status();
  return RowSet::Within(RowSet(*std::move(first)), candidates);
}

}  // namespace muster::execute
