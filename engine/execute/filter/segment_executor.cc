#include "engine/execute/filter/segment_executor.h"

#include <chrono>
#include <utility>

#include "allowance/allowance.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/execute/filter/temporal/event_matcher.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using model::Entity;
using plan::Node;
using plan::Op;
using storage::Bitmap;
using storage::BitmapPtr;

absl::StatusOr<BitmapPtr> SegmentExecutor::Evaluate(const Node& node, const Bitmap* candidates) {
  return EvaluateSet([this](const Node& set, const RowSet* among) { return Rows(set, among); }, node, candidates);
}

absl::StatusOr<RowSet> SegmentExecutor::Rows(const Node& node, const RowSet* candidates) {
  if (absl::Status status = MayEvaluate(node); !status.ok()) return status;
  NodeStats* stats = StatsOf(node);
  if (stats == nullptr) return Dispatch(node, candidates);
  const auto start = std::chrono::steady_clock::now();
  Result result = Dispatch(node, candidates);
  if (!result.ok()) return result;
  stats->microseconds +=
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  // `explain analyse` shows this number: rows of deleted individuals do not count.
  const absl::StatusOr<BitmapPtr> live = Live(node.entity);
  if (!live.ok()) return live.status();
  stats->rows += *live == nullptr ? result->Cardinality() : Bitmap::AndCount(*result->bitmap(), **live);
  return result;
}

absl::Status SegmentExecutor::MayEvaluate(const Node& node) {
  // The caches are charged for postings. Every other node makes a set of at most one bit per row; all sets of a segment
  // are charged together, although most are freed earlier.
  constexpr size_t kRowsOfByte = 8;
  if (node.op != Op::kPostings) working_sets_.Add(segment_.rows(model::EntityNumber(node.entity)) / kRowsOfByte);
  return CheckStop();
}

absl::StatusOr<RowSet> SegmentExecutor::Dispatch(const Node& node, const RowSet* candidates) {
  const uint32_t size = segment_.rows(model::EntityNumber(node.entity));
  if (size == 0 || (candidates != nullptr && candidates->Empty())) return RowSet();
  switch (node.op) {
    case Op::kNone:
      return RowSet();
    case Op::kAll:
      return RowSet::Within(RowSet(Bitmap::Range(0, size)), candidates);
    case Op::kPostings:
      return Postings(node, candidates);
    case Op::kRange: {
      const Node* const one[] = {&node};
      return Ranges(one, candidates);
    }
    case Op::kAnd:
      return And(node, candidates);
    case Op::kOr:
      return Or(node, candidates);
    case Op::kNot:
      return Not(node, candidates);
    case Op::kAtLeast:
      return AtLeast(node, candidates);
    case Op::kToParent:
      return ToParent(node, candidates);
    case Op::kToChild:
      return ToChild(node, candidates);
    case Op::kPick:
      return Pick(node, candidates);
    case Op::kTimes:
      return Times(node, candidates);
    case Op::kNumbers:
      return Numbers(node, candidates);
    case Op::kRelative:
    case Op::kPersons:
      return FromPrepared(node, candidates);
    case Op::kEvents: {
      const auto sets = [this](const Node& set, const RowSet* among) { return Rows(set, among); };
      auto rows =
          EventMatcher(segment_, sets).Evaluate(node, candidates == nullptr ? nullptr : candidates->bitmap().get());
      if (!rows.ok()) return rows.status();
      return RowSet(*std::move(rows));
    }
    case Op::kOverlap:
    case Op::kNamed:
      break;  // dependent: evaluated by EventMatcher
  }
  return absl::InternalError("a plan node cannot be evaluated by itself");
}

absl::StatusOr<RowSet> SegmentExecutor::FromPrepared(const Node& node, const RowSet* candidates) {
  const auto prepared = prepared_ == nullptr ? CrossSegmentRows::const_iterator() : prepared_->find(&node);
  if (prepared_ == nullptr || prepared == prepared_->end())
    return absl::InternalError("a plan node that needs all segments was not prepared");
  return RowSet::Within(RowSet(prepared->second[segment_index_]), candidates);
}

absl::StatusOr<BitmapPtr> SegmentExecutor::Live(Entity entity) { return bind::LiveRows(segment_, entity); }

absl::StatusOr<BitmapPtr> SegmentExecutor::OfPolarity(Entity entity, bind::Polarity polarity) {
  return RowsOfPolarity(segment_, entity, polarity);
}

absl::StatusOr<RowSet> SegmentExecutor::Related(const RowSet& rows, Entity from, Entity to) {
  return model::IsAncestorOrSelf(to, from) ? Above(rows, from, to) : Below(rows, from, to);
}

}  // namespace muster::execute
