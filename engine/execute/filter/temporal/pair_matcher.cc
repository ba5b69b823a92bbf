#include "engine/execute/filter/temporal/pair_matcher.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "allowance/allowance.h"
#include "engine/execute/filter/temporal/child_age_range.h"
#include "engine/execute/filter/temporal/event_matcher.h"
#include "engine/execute/filter/temporal/named_rows.h"
#include "engine/execute/filter/temporal/pair_times.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/execute/rows/selectivity.h"
#include "engine/execute/values/moment_reader.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using plan::Node;
using plan::Op;
using storage::Bitmap;

namespace {

// Whether it asks for one row below, and nothing more.
bool IsAnyToParent(const Node& node) {
  return node.op == Op::kToParent && node.count <= 1 && !node.distinct && node.dates == 0;
}

uint32_t RowsOf(const storage::SegmentReader& segment, const Node& node) {
  return segment.rows(model::EntityNumber(node.entity));
}

}  // namespace

std::optional<PairMatcher> PairMatcher::Of(const Node& events) {
  PairMatcher pair;
  for (const plan::NodePtr& input : events.inputs) {
    if (IsSet(*input)) continue;
    if (!IsAnyToParent(*input)) return std::nullopt;
    const Node*& place = input->slot != bind::kThisRow ? pair.naming_ : pair.other_;
    if (place != nullptr) return std::nullopt;
    place = input.get();
  }
  if (pair.naming_ == nullptr || pair.other_ == nullptr || !IsSet(*pair.naming_->inputs[0])) return std::nullopt;
  const Node& asked = *pair.other_->inputs[0];
  if (asked.op == Op::kTimes) {
    pair.times_ = &asked;
  } else if (asked.op == Op::kAnd) {
    for (const plan::NodePtr& input : asked.inputs) {
      if (IsSet(*input)) {
        pair.filters_.push_back(input.get());
      } else if (input->op == Op::kTimes && pair.times_ == nullptr) {
        pair.times_ = input.get();
      } else {
        return std::nullopt;
      }
    }
  }
  if (pair.times_ == nullptr || pair.times_->left.constant || pair.times_->right.constant) return std::nullopt;
  // One moment is of the row itself, the other one of the named row.
  const bind::Slot left = pair.times_->left.slot;
  const bind::Slot right = pair.times_->right.slot;
  const bind::Slot name = pair.naming_->slot;
  // (Their entities are those of the rows, which the columns that are read rely on.)
  const auto& [own, of_name] =
      left == name ? std::tie(pair.times_->right, pair.times_->left) : std::tie(pair.times_->left, pair.times_->right);
  if (own.entity != pair.other_->inputs[0]->entity || of_name.entity != pair.naming_->inputs[0]->entity)
    return std::nullopt;
  const bool fits = (left == bind::kThisRow && right == name) || (left == name && right == bind::kThisRow);
  return fits ? std::optional<PairMatcher>(std::move(pair)) : std::nullopt;
}

bool PairMatcher::TellsMeasurementsApart() const {
  return !other_->others.empty() && other_->inputs[0]->entity == model::Entity::kMeasurement;
}

absl::StatusOr<RowSet> PairMatcher::RowsBelow(const storage::SegmentReader& segment, SetEvaluator evaluate,
                                              const Bitmap* candidates, const Node& node,
                                              const std::vector<const Node*>& sets) const {
  std::optional<RowSet> rows;
  // When few rows are left to decide, only what lies below them matters.
  if (candidates != nullptr && IsSparse(candidates->Cardinality(), kDenseForNamedRows, RowsOf(segment, *naming_))) {
    auto below = DescendantRows(segment, *candidates, naming_->entity, node.entity);
    if (!below.ok()) return below.status();
    rows = RowSet(*std::move(below));
  }
  for (const Node* set : sets) {
    auto next = evaluate(*set, rows ? &*rows : nullptr);
    if (!next.ok()) return next.status();
    rows = rows ? RowSet::And(*std::move(rows), *next) : *std::move(next);
  }
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  return *std::move(rows);
}

absl::StatusOr<PairTimes> PairMatcher::Times(const storage::SegmentReader& segment, uint64_t most) const {
  const bool named_left = times_->left.slot == naming_->slot;
  const bind::Moment& named_moment = named_left ? times_->left : times_->right;
  const bind::Moment& other_moment = OtherMoment();
  auto named = MomentReader::Make(segment, named_moment.entity, named_moment.field);
  if (!named.ok()) return named.status();
  // Dates are compared with dates.
  auto other = MomentReader::Make(segment, other_moment.entity, other_moment.field, named->has_dates());
  if (!other.ok()) return other.status();
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  return PairTimes(*times_, named_left, *std::move(named), *std::move(other), IsDistinct(), most);
}

absl::StatusOr<Bitmap> PairMatcher::Evaluate(const storage::SegmentReader& segment, SetEvaluator evaluate,
                                             const Bitmap* candidates, uint64_t most) const {
  const Node& naming = *naming_->inputs[0];
  const Node& other = *other_->inputs[0];
  auto named_rows = RowsBelow(segment, evaluate, candidates, naming, {&naming});
  if (!named_rows.ok()) return named_rows.status();
  std::optional<storage::Bits> wanted;  // null: all
  if (!filters_.empty()) {
    auto rows = RowsBelow(segment, evaluate, candidates, other, filters_);
    if (!rows.ok()) return rows.status();
    wanted = std::move(*rows).TakeBits(RowsOf(segment, other));
  }
  auto up = ParentMap::Make(segment, naming.entity, naming_->entity);
  if (!up.ok()) return up.status();
  auto down = ChildRanges::Make(segment, naming_->entity, other.entity);
  if (!down.ok()) return down.status();
  auto pairs = Times(segment, most);
  if (!pairs.ok()) return pairs.status();
  std::optional<storage::Bits> among;
  if (candidates != nullptr) among = candidates->ToBits(RowsOf(segment, *naming_));
  NamedBlocks named(named_rows->ToVector(), *up, std::move(among));
  if (absl::Status status = CheckStop(); !status.ok()) return status;
  std::optional<ChildAgeRange> ages;
  if (pairs->windows() && !times_->unknown) {
    ages = ChildAgeRange::Of(segment, naming_->entity, OtherMoment(), *down, pairs->other(), times_->possibly,
                             named.rows());
  }
  return Match(&named, *down, wanted ? &*wanted : nullptr, ages ? &*ages : nullptr, &*pairs, most);
}

absl::StatusOr<Bitmap> PairMatcher::Match(NamedBlocks* named, const ChildRanges& down, const storage::Bits* wanted,
                                          ChildAgeRange* ages, PairTimes* pairs, uint64_t most) const {
  std::vector<uint32_t> matching;
  NamedRows some;
  PairBlock block;
  while (named->Next(&some)) {
    if (absl::Status status = CheckStop(); !status.ok()) return status;
    const size_t before = matching.size();
    if (ages != nullptr) {
      ages->Decide(*pairs->windows(), pairs->named(), wanted == nullptr && !IsDistinct(), &some, &matching);
    }
    if (some.size() == 0) continue;
    const size_t decided = matching.size();
    block.SetRows(some.rows, some.parents);
    block.AddOthers(down, wanted);
    if (!pairs->Match(block, &matching)) return TooManySteps(most);
    // Two of the named rows of one parent may have been decided differently.
    const auto first = matching.begin() + static_cast<ptrdiff_t>(before);
    if (decided == before) continue;
    std::inplace_merge(first, matching.begin() + static_cast<ptrdiff_t>(decided), matching.end());
    matching.erase(std::unique(first, matching.end()), matching.end());
  }
  return Bitmap::FromSorted(matching);
}

}  // namespace muster::execute
