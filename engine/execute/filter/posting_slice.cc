#include "engine/execute/filter/posting_slice.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/execute/filter/segment_executor.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/execute/rows/selectivity.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using plan::Node;
using plan::Op;
using storage::Bits;
using storage::DerivedKey;

namespace {

// Whether it is the rows that have a certain value.
bool IsOnePosting(const Node& node) {
  return node.op == Op::kPostings && node.symbols != nullptr && node.symbols->size() == 1;
}

// Whether the rows of `node` can be told from values of these rows alone.
bool IsLocal(const Node& node) {
  switch (node.op) {
    case Op::kRange:
      return true;
    case Op::kPostings:
      return node.symbols == nullptr || IsOnePosting(node);
    case Op::kAnd:
    case Op::kOr:
    case Op::kNot:
      return std::all_of(node.inputs.begin(), node.inputs.end(), [](const auto& input) { return IsLocal(*input); });
    case Op::kNone:
    case Op::kAll:
    case Op::kAtLeast:
    case Op::kToParent:
    case Op::kToChild:
    case Op::kPick:
    case Op::kTimes:
    case Op::kNumbers:
    case Op::kOverlap:
    case Op::kEvents:
    case Op::kNamed:
    case Op::kRelative:
    case Op::kPersons:
      break;
  }
  return false;
}

bool HasRange(const Node& node) {
  return node.op == Op::kRange ||
         std::any_of(node.inputs.begin(), node.inputs.end(), [](const auto& input) { return HasRange(*input); });
}

// Which of `items` are in a set: a bit for each.
template <typename T, typename F>
Bits BitsOf(const std::vector<T>& items, F&& is_in) {
  std::vector<uint8_t> bytes(items.size());
  for (size_t i = 0; i < items.size(); ++i) bytes[i] = is_in(items[i]) ? 1 : 0;
  Bits bits(static_cast<uint32_t>(items.size()));
  bits.Assign(0, bytes);
  return bits;
}

}  // namespace

std::optional<PostingSlice> PostingSlice::Of(const storage::SegmentReader& segment, const Node& to_parent) {
  const Node& asked = *to_parent.inputs[0];
  if (asked.op != Op::kAnd || !IsLocal(asked) || !HasRange(asked)) return std::nullopt;
  // Of several, the primary code tells rows apart best.
  const Node* posting = nullptr;
  for (const plan::NodePtr& input : asked.inputs) {
    if (!IsOnePosting(*input) || input->posting_kinds.size() != 1) continue;
    if (posting == nullptr || model::Info(input->entity).primary == input->field) posting = input.get();
  }
  return posting == nullptr ? std::nullopt : std::optional<PostingSlice>(PostingSlice(segment, to_parent, *posting));
}

absl::StatusOr<std::optional<Bits>> PostingSlice::Evaluate(SegmentExecutor* executor, std::vector<NodeStats>* stats) {
  executor_ = executor;
  stats_ = stats;
  // Looked at past the executor, which would count a posting twice that turns out to be too large.
  const auto kind = static_cast<uint8_t>(posting_.posting_kinds[0]);
  const uint32_t size = segment_.rows(model::EntityNumber(posting_.entity));
  auto peeked =
      segment_.Posting({kind, model::EntityNumber(posting_.entity), posting_.field, (*posting_.symbols)[0]}, size);
  if (!peeked.ok()) return peeked.status();
  if ((*peeked)->Cardinality() * kDenseForScan > size) return std::nullopt;
  auto rows = executor->Evaluate(posting_);
  if (!rows.ok()) return rows.status();
  rows_ = *std::move(rows);
  size_ = static_cast<uint32_t>(rows_->Cardinality());
  if (size_ == 0) return std::optional<Bits>(Bits(segment_.rows(model::EntityNumber(to_parent_.entity))));
  auto found = Rows(*to_parent_.inputs[0]);
  if (!found.ok()) return found.status();
  auto nesting = NestingOf();
  if (!nesting.ok()) return nesting.status();
  return std::optional<Bits>((*nesting)->Above(*found));
}

absl::StatusOr<Bits> PostingSlice::Rows(const Node& node) {
  auto rows = Dispatch(node);
  if (!rows.ok() || stats_ == nullptr || &node == &posting_) return rows;
  const absl::StatusOr<storage::BitmapPtr> live = executor_->Live(posting_.entity);
  if (!live.ok()) return live.status();
  uint64_t& counted = (*stats_)[static_cast<size_t>(node.id)].rows;
  if (*live == nullptr) {
    counted += rows->Count();
  } else {
    const std::vector<uint32_t>& numbers = Numbers();
    for (uint32_t i = 0; i < size_; ++i) counted += (*rows)[i] && (*live)->Contains(numbers[i]) ? 1 : 0;
  }
  return rows;
}

absl::StatusOr<Bits> PostingSlice::Dispatch(const Node& node) {
  if (node.op == Op::kRange) {
    auto rows = InRange(node, static_cast<uint8_t>(node.part));
    if (absl::IsNotFound(rows.status()) && (node.part == model::kAgeHigh || node.part == model::kDateHigh)) {
      // Bounds that never differ are stored once.
      rows = InRange(node, static_cast<uint8_t>(node.part - 1));
    }
    if (absl::IsNotFound(rows.status())) return Bits(size_);
    if (rows.ok() && stats_ != nullptr) (*stats_)[static_cast<size_t>(node.id)].rows_checked += size_;
    return rows;
  }
  if (node.op == Op::kPostings) {
    Bits either(size_);
    if (&node == &posting_) {
      either.Flip();
      return either;
    }
    for (const model::PostingKind kind : node.posting_kinds) {
      auto members = Members(node, kind);
      if (!members.ok()) return members.status();
      either |= **members;
    }
    return either;
  }
  std::optional<Bits> all;
  for (const plan::NodePtr& input : node.inputs) {
    // In a conjunction the posting itself says nothing.
    if (node.op == Op::kAnd && input.get() == &posting_) continue;
    if (node.op == Op::kAnd && all && all->Count() == 0) break;
    auto rows = Rows(*input);
    if (!rows.ok()) return rows.status();
    if (!all) {
      all = *std::move(rows);
    } else if (node.op == Op::kAnd) {
      *all &= *rows;
    } else {
      *all |= *rows;
    }
  }
  if (node.op == Op::kNot) all->Flip();
  return *std::move(all);
}

DerivedKey PostingSlice::Key(DerivedKey::Kind kind, uint64_t detail) const {
  return {kind, model::EntityNumber(posting_.entity), posting_.field, (*posting_.symbols)[0],
          detail << 8 | static_cast<uint8_t>(posting_.posting_kinds[0])};
}

const std::vector<uint32_t>& PostingSlice::Numbers() {
  if (numbers_.empty()) numbers_ = rows_->ToVector();
  return numbers_;
}

absl::StatusOr<std::shared_ptr<const Bits>> PostingSlice::Members(const Node& node, model::PostingKind kind) {
  const uint32_t value = node.symbols == nullptr ? model::kAnyValue : (*node.symbols)[0];
  const auto number = static_cast<uint8_t>(kind);
  const DerivedKey key =
      Key(DerivedKey::Kind::kSlicePosting, uint64_t{value} << 16 | uint32_t{node.field} << 8 | uint32_t{number});
  if (auto kept = storage::KeptAs<Bits>(segment_, key)) return kept;
  auto posting = executor_->Posting(node, kind, value);
  if (!posting.ok()) return posting.status();
  auto members = std::make_shared<Bits>(size_);
  // Mostly none or all: units of an assay.
  const uint64_t both = storage::Bitmap::And(*rows_, **posting).Cardinality();
  if (both == size_) {
    members->Flip();
  } else if (both > 0) {
    const Bits all = (*posting)->ToBits(segment_.rows(model::EntityNumber(node.entity)));
    *members = BitsOf(Numbers(), [&all](uint32_t row) { return all[row]; });
  }
  segment_.Keep(key, members, members->SizeInBytes());
  return members;
}

// The rows of the slice with a value in the range of `node`.
absl::StatusOr<Bits> PostingSlice::InRange(const Node& node, uint8_t part) {
  const DerivedKey key = Key(DerivedKey::Kind::kSliceColumn, uint32_t{node.field} << 8 | uint32_t{part});
  if (const auto kept = storage::KeptAs<Values>(segment_, key)) {
    return kept->sketch.FindRange(kept->column, node.low, node.high);
  }
  std::vector<int64_t>& numbers = gathered_[{node.field, part}];
  if (numbers.empty()) {
    std::vector<int64_t> read(size_);
    absl::Status status = segment_.ValuesAt({model::EntityNumber(posting_.entity), node.field, part}, Numbers(), read);
    if (!status.ok()) return status;
    numbers = std::move(read);
    if (SeenBefore(segment_, key)) {
      storage::Column values = storage::Column::Of(numbers);
      storage::ColumnSketch sketch(values);
      const size_t bytes = sizeof(Values) + values.SizeInBytes() + sketch.SizeInBytes();
      segment_.Keep(key, std::make_shared<const Values>(std::move(values), std::move(sketch)), bytes);
    }
  }
  const int64_t low = std::max(node.low, storage::kNull + 1);
  return BitsOf(numbers, [&](int64_t value) { return value >= low && value <= node.high; });
}

absl::StatusOr<std::shared_ptr<const Nesting>> PostingSlice::NestingOf() {
  const DerivedKey key = Key(DerivedKey::Kind::kSliceNesting, model::EntityNumber(to_parent_.entity));
  if (auto kept = storage::KeptAs<Nesting>(segment_, key)) return kept;
  auto parents = RowsAbove(segment_, Numbers(), posting_.entity, to_parent_.entity);
  if (!parents.ok()) return parents.status();
  auto made = Nesting::OfParents(segment_, *parents, segment_.rows(model::EntityNumber(to_parent_.entity)));
  if (!made.ok()) return made.status();
  auto nesting = std::make_shared<const Nesting>(*std::move(made));
  segment_.Keep(key, nesting, nesting->SizeInBytes());
  return nesting;
}

}  // namespace muster::execute
