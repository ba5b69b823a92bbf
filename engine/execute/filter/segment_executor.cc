#include "engine/execute/filter/segment_executor.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/execute/filter/posting_slice.h"
#include "engine/execute/filter/range_rows.h"
#include "engine/execute/filter/temporal/event_matcher.h"
#include "engine/execute/rows/at_least.h"
#include "engine/execute/rows/nesting.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/execute/rows/selectivity.h"
#include "engine/execute/values/moment_reader.h"
#include "engine/execute/values/quantity_reader.h"
#include "engine/execute/values/row_counter.h"

namespace muster::execute {

using model::Entity;
using plan::Node;
using plan::Op;
using storage::Bitmap;
using storage::BitmapPtr;

namespace {

BitmapPtr Share(Bitmap bitmap) { return std::make_shared<const Bitmap>(std::move(bitmap)); }

uint8_t Number(Entity entity) { return static_cast<uint8_t>(entity); }

}  // namespace

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
  // An explanation tells numbers as well: the rows of individuals who are gone are in none.
  const absl::StatusOr<BitmapPtr> live = Live(node.entity);
  if (!live.ok()) return live.status();
  stats->rows += *live == nullptr ? result->Cardinality() : Bitmap::AndCount(*result->bitmap(), **live);
  return result;
}

absl::Status SegmentExecutor::MayEvaluate(const Node& node) {
  // Postings are those of the caches. Of the others each makes a set, at most a bit for each row, and all of a segment
  // count together, though most go earlier.
  constexpr size_t kRowsOfByte = 8;
  if (node.op != Op::kPostings) working_sets_.Add(segment_.rows(Number(node.entity)) / kRowsOfByte);
  return Look();
}

absl::StatusOr<RowSet> SegmentExecutor::Dispatch(const Node& node, const RowSet* candidates) {
  const uint32_t size = segment_.rows(Number(node.entity));
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
      break;  // dependent: asked of by EventMatcher
  }
  return absl::InternalError("a plan node cannot be evaluated by itself");
}

absl::StatusOr<RowSet> SegmentExecutor::Postings(const Node& node, const RowSet* candidates) {
  BitmapPtr all;
  for (const model::Family family : node.families) {
    absl::StatusOr<BitmapPtr> one = Union(family, node);
    if (!one.ok()) return one.status();
    all = all == nullptr ? *std::move(one) : Share(Bitmap::Or(*all, **one));
  }
  return RowSet::Within(RowSet(std::move(all)), candidates);
}

absl::StatusOr<BitmapPtr> SegmentExecutor::Posting(const Node& node, model::Family family, uint32_t value) {
  if (NodeStats* stats = StatsOf(node)) ++stats->bitmaps;
  // Postings of individuals are filed under the entity of their field.
  const uint8_t entity = Number(model::Info(node.field).entity);
  return segment_.Posting({static_cast<uint8_t>(family), entity, node.field, value},
                          segment_.rows(Number(node.entity)));
}

UnionKey SegmentExecutor::KeyOfUnion(uint32_t segment, model::Family family, const Node& node) {
  const model::Fingerprint& fingerprint = node.symbols->fingerprint();
  return {segment,
          static_cast<uint8_t>(family),
          Number(model::Info(node.field).entity),
          node.field,
          fingerprint.high,
          fingerprint.low};
}

absl::StatusOr<BitmapPtr> SegmentExecutor::Union(model::Family family, const Node& node) {
  // Postings of individuals are filed under the entity of their field.
  const uint8_t entity = Number(model::Info(node.field).entity);
  if (node.symbols == nullptr) return Posting(node, family, model::kAnyValue);
  const model::SymbolList& symbols = *node.symbols;
  if (symbols.empty()) return Share(Bitmap());
  if (symbols.size() == 1) return Posting(node, family, symbols[0]);

  const UnionKey key = KeyOfUnion(segment_.info().id, family, node);
  if (BitmapPtr cached = unions_->Find(key)) return cached;
  auto made = segment_.Union({static_cast<uint8_t>(family), entity, node.field, 0}, symbols.symbols(),
                             segment_.rows(Number(node.entity)));
  if (!made.ok()) return made.status();
  if (NodeStats* stats = StatsOf(node)) stats->bitmaps += made->postings;
  Bitmap united = std::move(made->rows);
  united.Optimize();
  BitmapPtr result = Share(std::move(united));
  unions_->Insert(key, result);
  return result;
}

absl::StatusOr<RowSet> SegmentExecutor::Ranges(std::span<const Node* const> nodes, const RowSet* candidates) {
  RangeWork work;
  Result rows = RowsInRanges(segment_, nodes, candidates, &work);
  if (NodeStats* stats = StatsOf(*nodes.front())) {
    stats->rows_checked += work.values;
    stats->bitmaps += work.bitmaps;
  }
  return rows;
}

absl::StatusOr<RowSet> SegmentExecutor::And(const Node& node, const RowSet* candidates) {
  std::vector<const Node*> inputs;
  for (const plan::NodePtr& input : node.inputs) inputs.push_back(input.get());
  // The plan has the cheap kinds first (plan::OrderConjuncts). Of these the postings are taken smallest first; each of
  // the others is then evaluated within the rows that are left.
  const auto first_expensive =
      std::find_if(inputs.begin(), inputs.end(), [](const Node* n) { return n->op != Op::kPostings; });
  std::vector<RowSet> postings;
  for (auto it = inputs.begin(); it != first_expensive; ++it) {
    Result posting = Rows(**it);
    if (!posting.ok()) return posting;
    postings.push_back(*std::move(posting));
  }
  std::sort(postings.begin(), postings.end(),
            [](const RowSet& a, const RowSet& b) { return a.Cardinality() < b.Cardinality(); });
  std::optional<RowSet> current;
  // Large postings are intersected as bits: no containers to choose and to build in between. (Of two and nothing else,
  // mostly nobody wants to know more than how many rows they have in common.)
  const uint32_t size = segment_.rows(Number(node.entity));
  const bool more = postings.size() > 2 || first_expensive != inputs.end() || candidates != nullptr;
  if (postings.size() > 1 && more && postings[0].Cardinality() * kDenseForBits > size) {
    postings[0] = RowSet(std::move(postings[0]).TakeBits(size));
  }
  for (RowSet& posting : postings) {
    current = current ? RowSet::And(*std::move(current), posting) : RowSet::Within(std::move(posting), candidates);
  }
  for (auto it = first_expensive; it != inputs.end();) {
    if (current && current->Empty()) break;
    const RowSet* among = current ? &*current : candidates;
    auto end = std::find_if(it, inputs.end(), [](const Node* n) { return n->op != Op::kRange; });
    // Where somebody wants to know what each condition did, each is tested by itself.
    if (end - it < 2 || stats_ != nullptr) end = it + 1;
    Result next = end - it > 1 ? Ranges({it, end}, among) : Rows(**it, among);
    if (!next.ok()) return next;
    current = *std::move(next);
    it = end;
  }
  return *std::move(current);
}

absl::StatusOr<RowSet> SegmentExecutor::Or(const Node& node, const RowSet* candidates) {
  std::optional<RowSet> bits;
  std::vector<BitmapPtr> parts;
  std::vector<const Bitmap*> pointers;
  for (const plan::NodePtr& input : node.inputs) {
    Result part = Rows(*input, candidates);
    if (!part.ok()) return part;
    if (part->is_bits()) {
      bits = bits ? RowSet::Or(*std::move(bits), *part) : *std::move(part);
    } else {
      parts.push_back(part->bitmap());
      pointers.push_back(parts.back().get());
    }
  }
  RowSet united(Bitmap::OrMany(pointers));
  return bits ? RowSet::Or(*std::move(bits), united) : std::move(united);
}

absl::StatusOr<RowSet> SegmentExecutor::Not(const Node& node, const RowSet* candidates) {
  // (To take a posting away is no more work than to find what it has in common with the candidates.)
  const bool posting = node.inputs[0]->op == Op::kPostings;
  Result operand = Rows(*node.inputs[0], posting ? nullptr : candidates);
  if (!operand.ok()) return operand;
  if (candidates != nullptr) return RowSet::AndNot(*candidates, *operand);
  if (operand->is_bits()) {
    storage::Bits bits = operand->bits();
    bits.Flip();
    return RowSet(std::move(bits));
  }
  return RowSet(operand->bitmap()->Complement(segment_.rows(Number(node.entity))));
}

absl::StatusOr<RowSet> SegmentExecutor::AtLeast(const Node& node, const RowSet* candidates) {
  std::vector<RowSet> inputs;
  for (const plan::NodePtr& input : node.inputs) {
    Result part = Rows(*input, candidates);
    if (!part.ok()) return part;
    inputs.push_back(*std::move(part));
  }
  return RowsOfAtLeast(inputs, static_cast<size_t>(node.count), segment_.rows(Number(node.entity)));
}

absl::StatusOr<RowSet> SegmentExecutor::Above(RowSet rows, Entity from, Entity to) {
  const uint32_t size = segment_.rows(Number(from));
  if (!rows.is_bits() && IsSparse(rows.Cardinality(), kDenseForRelated, size)) {
    auto above = AncestorRows(segment_, *rows.bitmap(), from, to);
    return above.ok() ? absl::StatusOr<RowSet>(RowSet(*std::move(above))) : above.status();
  }
  auto above = AncestorBits(segment_, std::move(rows).TakeBits(size), from, to);
  return above.ok() ? absl::StatusOr<RowSet>(RowSet(*std::move(above))) : above.status();
}

absl::StatusOr<RowSet> SegmentExecutor::Below(RowSet rows, Entity from, Entity to) {
  const uint32_t size = segment_.rows(Number(from));
  if (!rows.is_bits() && IsSparse(rows.Cardinality(), kDenseForRelated, size)) {
    auto below = DescendantRows(segment_, *rows.bitmap(), from, to);
    return below.ok() ? absl::StatusOr<RowSet>(RowSet(*std::move(below))) : below.status();
  }
  auto below = DescendantBits(segment_, std::move(rows).TakeBits(size), from, to);
  return below.ok() ? absl::StatusOr<RowSet>(RowSet(*std::move(below))) : below.status();
}

absl::StatusOr<RowSet> SegmentExecutor::ToParent(const Node& node, const RowSet* candidates) {
  const Entity child = node.inputs[0]->entity;
  if (segment_.rows(Number(child)) == 0) return RowSet();
  // When few rows are left to decide, look only below them.
  std::optional<RowSet> below;
  if (candidates != nullptr &&
      IsSparse(candidates->Cardinality(), kDenseForRelated, segment_.rows(Number(node.entity)))) {
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
  auto down = ChildRanges::Make(segment_, node.entity, node.inputs[0]->entity);
  if (!down.ok()) return down.status();
  auto counter = RowCounter::Make(segment_, node);
  if (!counter.ok()) return counter.status();
  const std::vector<uint32_t> below = rows.ToVector();
  std::vector<uint32_t> enough;
  size_t begin = 0;
  const uint32_t parents = segment_.rows(Number(node.entity));
  for (uint32_t parent = 0; parent < parents && begin < below.size(); ++parent) {
    constexpr uint32_t kBetweenLooks = 4096;
    if (parent % kBetweenLooks == 0) {
      if (absl::Status status = Look(); !status.ok()) return status;
    }
    const uint32_t limit = down->Begin(parent + 1);
    size_t end = begin;
    while (end < below.size() && below[end] < limit) ++end;
    if (end > begin && counter->Enough({below.data() + begin, end - begin})) enough.push_back(parent);
    begin = end;
  }
  return Bitmap::FromSorted(enough);
}

// Which row is the first depends on its siblings, so that candidates cannot narrow the input.
absl::StatusOr<RowSet> SegmentExecutor::Pick(const Node& node, const RowSet* candidates) {
  Result rows = Rows(*node.inputs[0]);
  if (!rows.ok()) return rows;
  auto first = FirstOfEach(segment_, *rows->bitmap(), node.entity, node.above, node.left.field, node.last);
  if (!first.ok()) return first.status();
  return RowSet::Within(RowSet(*std::move(first)), candidates);
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
  std::vector<uint32_t> rows;
  const auto check = [&](uint32_t row) {
    const model::TimeBounds other = node.right.constant ? *node.right.constant : right(row);
    if (model::Holds(node.time_relation, (*left)(row), other, node.distance, node.possibly, node.unknown))
      rows.push_back(row);
  };
  const uint32_t size = segment_.rows(Number(node.entity));
  if (candidates != nullptr) {
    candidates->bitmap()->ForEach(check);
  } else {
    for (uint32_t row = 0; row < size; ++row) check(row);
  }
  if (NodeStats* stats = StatsOf(node)) stats->rows_checked += candidates != nullptr ? candidates->Cardinality() : size;
  return RowSet(Bitmap::FromSorted(rows));
}

absl::StatusOr<RowSet> SegmentExecutor::Numbers(const Node& node, const RowSet* candidates) {
  auto left = QuantityReader::Make(segment_, node.entity, node.left.field);
  if (!left.ok()) return left.status();
  auto right = QuantityReader::Make(segment_, node.entity, node.right.field);
  if (!right.ok()) return right.status();
  std::vector<uint32_t> rows;
  const auto check = [&](uint32_t row) {
    if (model::Holds(node.time_relation, (*left)(row), (*right)(row), node.factor, *node.quantities, node.possibly,
                     node.unknown)) {
      rows.push_back(row);
    }
  };
  const uint32_t size = segment_.rows(Number(node.entity));
  if (candidates != nullptr) {
    candidates->bitmap()->ForEach(check);
  } else {
    for (uint32_t row = 0; row < size; ++row) check(row);
  }
  if (NodeStats* stats = StatsOf(node)) stats->rows_checked += candidates != nullptr ? candidates->Cardinality() : size;
  return RowSet(Bitmap::FromSorted(rows));
}

absl::StatusOr<RowSet> SegmentExecutor::FromPrepared(const Node& node, const RowSet* candidates) {
  const auto prepared = prepared_ == nullptr ? Prepared::const_iterator() : prepared_->find(&node);
  if (prepared_ == nullptr || prepared == prepared_->end())
    return absl::InternalError("what needs all segments was not answered first");
  return RowSet::Within(RowSet(prepared->second[segment_index_]), candidates);
}

absl::StatusOr<RowSet> SegmentExecutor::ToChild(const Node& node, const RowSet* candidates) {
  Result above = Rows(*node.inputs[0]);
  if (!above.ok()) return above;
  Result below = Below(*std::move(above), node.inputs[0]->entity, node.entity);
  if (!below.ok()) return below;
  return RowSet::Within(*std::move(below), candidates);
}

absl::StatusOr<BitmapPtr> SegmentExecutor::Live(Entity entity) { return bind::LiveRows(segment_, entity); }

absl::StatusOr<BitmapPtr> SegmentExecutor::OfPolarity(Entity entity, bind::Polarity polarity) {
  return RowsOfPolarity(segment_, entity, polarity);
}

absl::StatusOr<RowSet> SegmentExecutor::Related(const RowSet& rows, Entity from, Entity to) {
  return model::IsAncestorOrSelf(to, from) ? Above(rows, from, to) : Below(rows, from, to);
}

}  // namespace muster::execute
