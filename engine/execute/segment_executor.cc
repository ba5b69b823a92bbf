#include "engine/execute/segment_executor.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <span>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/execute/event_matcher.h"
#include "engine/execute/kinship.h"
#include "engine/execute/moment_reader.h"
#include "engine/execute/row_counter.h"

namespace muster::execute {

using model::Entity;
using plan::Node;
using plan::Op;
using storage::Bitmap;
using storage::BitmapPtr;

namespace {

using Result = absl::StatusOr<BitmapPtr>;

BitmapPtr Share(Bitmap bitmap) { return std::make_shared<const Bitmap>(std::move(bitmap)); }

BitmapPtr Within(BitmapPtr bitmap, const Bitmap* candidates) {
  return candidates == nullptr ? bitmap : Share(Bitmap::And(*bitmap, *candidates));
}

uint8_t Number(Entity entity) { return static_cast<uint8_t>(entity); }

// Two independent 64-bit hashes of a list of symbols (splitmix64's mixer).
std::pair<uint64_t, uint64_t> Fingerprint(const std::vector<model::Symbol>& symbols) {
  const auto mix = [](uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  };
  uint64_t a = symbols.size();
  uint64_t b = ~a;
  for (const model::Symbol symbol : symbols) {
    a = mix(a + symbol + 0x9E3779B97F4A7C15ull);
    b = mix(b ^ (symbol * 0xD1342543DE82EF95ull + 1));
  }
  return {a, b};
}

// A column is gone through as a whole, which is fast for each value, unless this many times fewer rows are asked for.
constexpr uint64_t kSparse = 16;

// How dear a node is to evaluate; `and` begins with the cheap ones, which narrow the rows for the others.
int Cost(const Node& node) {
  switch (node.op) {
    case Op::kNone:
    case Op::kAll:
      return 0;
    case Op::kPostings:
      return node.symbols != nullptr && node.symbols->size() > 1 ? 2 : 1;
    case Op::kRange:
      return 4;
    case Op::kLift:
    case Op::kLower:
    case Op::kPick:
    case Op::kTimes:
      return 5;
    case Op::kEvents:
      return 6;
    default: {
      int cost = 2;
      for (const plan::NodePtr& input : node.inputs) cost = std::max(cost, Cost(*input));
      return cost;
    }
  }
}

}  // namespace

Result SegmentExecutor::Evaluate(const Node& node, const Bitmap* candidates) {
  NodeStats* stats = StatsOf(node);
  if (stats == nullptr) return Dispatch(node, candidates);
  const auto start = std::chrono::steady_clock::now();
  Result result = Dispatch(node, candidates);
  if (!result.ok()) return result;
  stats->microseconds +=
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
  stats->rows += (*result)->Cardinality();
  return result;
}

Result SegmentExecutor::Dispatch(const Node& node, const Bitmap* candidates) {
  const uint32_t size = segment_.rows(Number(node.entity));
  if (size == 0 || (candidates != nullptr && candidates->Empty())) return Share(Bitmap());
  switch (node.op) {
    case Op::kNone:
      return Share(Bitmap());
    case Op::kAll:
      return Within(Share(Bitmap::Range(0, size)), candidates);
    case Op::kPostings:
      return Postings(node, candidates);
    case Op::kRange:
      return Range(node, candidates);
    case Op::kAnd:
      return And(node, candidates);
    case Op::kOr:
      return Or(node, candidates);
    case Op::kNot:
      return Not(node, candidates);
    case Op::kAtLeast:
      return AtLeast(node, candidates);
    case Op::kLift:
      return Lift(node, candidates);
    case Op::kLower:
      return Lower(node, candidates);
    case Op::kPick:
      return Pick(node, candidates);
    case Op::kTimes:
      return Times(node, candidates);
    case Op::kRelative:
      return Relative(node, candidates);
    case Op::kEvents: {
      auto rows = EventMatcher(segment_, this).Evaluate(node, candidates);
      if (!rows.ok()) return rows.status();
      return Share(*std::move(rows));
    }
    case Op::kOverlap:
    case Op::kNamed:
      break;  // dependent: asked of by EventMatcher
  }
  return absl::InternalError("a plan node cannot be evaluated by itself");
}

Result SegmentExecutor::Postings(const Node& node, const Bitmap* candidates) {
  BitmapPtr all;
  for (const model::Family family : node.families) {
    Result one = Union(family, node);
    if (!one.ok()) return one;
    all = all == nullptr ? *std::move(one) : Share(Bitmap::Or(*all, **one));
  }
  return Within(std::move(all), candidates);
}

Result SegmentExecutor::Union(model::Family family, const Node& node) {
  // Postings of individuals are filed under the entity of their field.
  const uint8_t entity = Number(model::Info(node.field).entity);
  const uint32_t size = segment_.rows(Number(node.entity));
  const auto read = [&](uint32_t value) -> Result {
    if (NodeStats* stats = StatsOf(node)) ++stats->bitmaps;
    Result rows = segment_.Posting({static_cast<uint8_t>(family), entity, node.field, value});
    // Rows number columns from here on.
    if (rows.ok() && !(*rows)->Empty() && (*rows)->Maximum() >= size) {
      return absl::DataLossError(
          absl::StrCat("segment ", segment_.info().id, ": a posting has rows that do not exist; run `muster check`"));
    }
    return rows;
  };
  if (node.symbols == nullptr) return read(model::kAnyValue);
  const std::vector<model::Symbol>& symbols = *node.symbols;
  if (symbols.empty()) return Share(Bitmap());
  if (symbols.size() == 1) return read(symbols[0]);

  const auto [high, low] = Fingerprint(symbols);
  const UnionKey key{segment_.info().id, static_cast<uint8_t>(family), entity, node.field, high, low};
  if (BitmapPtr cached = unions_->Find(key)) return cached;
  auto values = segment_.Values(static_cast<uint8_t>(family), entity, node.field);
  if (!values.ok()) return values.status();
  std::vector<uint32_t> present;
  std::set_intersection(symbols.begin(), symbols.end(), (*values)->begin(), (*values)->end(),
                        std::back_inserter(present));
  std::vector<BitmapPtr> parts;
  std::vector<const Bitmap*> pointers;
  for (const uint32_t value : present) {
    Result part = read(value);
    if (!part.ok()) return part;
    parts.push_back(*std::move(part));
    pointers.push_back(parts.back().get());
  }
  Bitmap united = Bitmap::OrMany(pointers);
  united.Optimize();
  BitmapPtr result = Share(std::move(united));
  unions_->Insert(key, result);
  return result;
}

Result SegmentExecutor::Range(const Node& node, const Bitmap* candidates) {
  const uint8_t entity = Number(node.entity);
  auto column = segment_.GetColumn({entity, node.field, static_cast<uint8_t>(node.part)});
  if (absl::IsNotFound(column.status()) && (node.part == model::kAgeHigh || node.part == model::kDateHigh)) {
    // Bounds that never differ are stored once.
    column = segment_.GetColumn({entity, node.field, static_cast<uint8_t>(node.part - 1)});
  }
  if (absl::IsNotFound(column.status())) return Share(Bitmap());
  if (!column.ok()) return column.status();
  const auto& chunks = (*column)->chunks();
  if (candidates != nullptr && candidates->Cardinality() * kSparse < segment_.rows(entity)) {
    std::vector<uint32_t> rows;
    candidates->ForEach([&](uint32_t row) {
      const int64_t value = (*chunks[row / storage::kChunkRows])[row % storage::kChunkRows];
      if (value != storage::kNull && value >= node.low && value <= node.high) rows.push_back(row);
    });
    if (NodeStats* stats = StatsOf(node)) stats->rows_checked += candidates->Cardinality();
    return Share(Bitmap::FromSorted(rows));
  }
  constexpr size_t kWords = storage::kChunkRows / 64;
  std::vector<uint64_t> bits(chunks.size() * kWords);
  for (size_t c = 0; c < chunks.size(); ++c) {
    chunks[c]->FindRange(node.low, node.high, std::span<uint64_t, kWords>(bits.data() + c * kWords, kWords));
  }
  if (NodeStats* stats = StatsOf(node)) stats->rows_checked += segment_.rows(entity);
  return Within(Share(Bitmap::FromBits(bits)), candidates);
}

Result SegmentExecutor::And(const Node& node, const Bitmap* candidates) {
  std::vector<const Node*> inputs;
  for (const plan::NodePtr& input : node.inputs) inputs.push_back(input.get());
  std::stable_sort(inputs.begin(), inputs.end(), [](const Node* a, const Node* b) { return Cost(*a) < Cost(*b); });
  // Plain postings first, smallest first; then the others, each within what is left.
  const auto dear = std::find_if(inputs.begin(), inputs.end(), [](const Node* n) { return n->op != Op::kPostings; });
  std::vector<BitmapPtr> postings;
  for (auto it = inputs.begin(); it != dear; ++it) {
    Result posting = Evaluate(**it);
    if (!posting.ok()) return posting;
    postings.push_back(*std::move(posting));
  }
  std::sort(postings.begin(), postings.end(),
            [](const BitmapPtr& a, const BitmapPtr& b) { return a->Cardinality() < b->Cardinality(); });
  BitmapPtr current;
  for (BitmapPtr& posting : postings) {
    current = current == nullptr ? Within(std::move(posting), candidates) : Share(Bitmap::And(*current, *posting));
  }
  for (auto it = dear; it != inputs.end(); ++it) {
    if (current != nullptr && current->Empty()) return current;
    Result next = Evaluate(**it, current == nullptr ? candidates : current.get());
    if (!next.ok()) return next;
    current = *std::move(next);
  }
  return current;
}

Result SegmentExecutor::Or(const Node& node, const Bitmap* candidates) {
  std::vector<BitmapPtr> parts;
  std::vector<const Bitmap*> pointers;
  for (const plan::NodePtr& input : node.inputs) {
    Result part = Evaluate(*input, candidates);
    if (!part.ok()) return part;
    parts.push_back(*std::move(part));
    pointers.push_back(parts.back().get());
  }
  return Share(Bitmap::OrMany(pointers));
}

Result SegmentExecutor::Not(const Node& node, const Bitmap* candidates) {
  Result operand = Evaluate(*node.inputs[0], candidates);
  if (!operand.ok()) return operand;
  if (candidates != nullptr) return Share(Bitmap::AndNot(*candidates, **operand));
  return Share((*operand)->Complement(segment_.rows(Number(node.entity))));
}

Result SegmentExecutor::AtLeast(const Node& node, const Bitmap* candidates) {
  // levels[k]: rows that at least k + 1 of the inputs seen so far have.
  std::vector<Bitmap> levels(static_cast<size_t>(node.count));
  for (const plan::NodePtr& input : node.inputs) {
    Result rows = Evaluate(*input, candidates);
    if (!rows.ok()) return rows;
    for (size_t k = levels.size() - 1; k > 0; --k) levels[k] |= Bitmap::And(levels[k - 1], **rows);
    levels[0] |= **rows;
  }
  return Share(std::move(levels.back()));
}

Result SegmentExecutor::Lift(const Node& node, const Bitmap* candidates) {
  const Entity child = node.inputs[0]->entity;
  if (segment_.rows(Number(child)) == 0) return Share(Bitmap());
  // When few rows are left to decide, look only below them.
  Bitmap below;
  const bool narrow = candidates != nullptr && candidates->Cardinality() * 16 < segment_.rows(Number(node.entity));
  if (narrow) {
    auto descendants = Descendants(segment_, *candidates, node.entity, child);
    if (!descendants.ok()) return descendants.status();
    below = *std::move(descendants);
  }
  Result rows = Evaluate(*node.inputs[0], narrow ? &below : nullptr);
  if (!rows.ok()) return rows;
  if (node.count <= 1 && !node.distinct && node.dates == 0) {
    // From the side that has fewer rows.
    if (candidates != nullptr && candidates->Cardinality() < (*rows)->Cardinality()) {
      auto some = WithDescendants(segment_, *candidates, node.entity, **rows, child);
      if (!some.ok()) return some.status();
      return Share(*std::move(some));
    }
    auto above = Ancestors(segment_, **rows, child, node.entity);
    if (!above.ok()) return above.status();
    return Within(Share(*std::move(above)), narrow ? nullptr : candidates);
  }
  if ((*rows)->Empty()) return *std::move(rows);
  auto enough = WithEnoughBelow(node, **rows);
  if (!enough.ok()) return enough.status();
  return Within(Share(*std::move(enough)), narrow ? nullptr : candidates);
}

// The rows above that have enough of `rows` below them.
absl::StatusOr<Bitmap> SegmentExecutor::WithEnoughBelow(const Node& node, const Bitmap& rows) {
  auto down = Downwards::Make(segment_, node.entity, node.inputs[0]->entity);
  if (!down.ok()) return down.status();
  auto counter = RowCounter::Make(segment_, node);
  if (!counter.ok()) return counter.status();
  const std::vector<uint32_t> below = rows.ToVector();
  std::vector<uint32_t> enough;
  size_t begin = 0;
  const uint32_t parents = segment_.rows(Number(node.entity));
  for (uint32_t parent = 0; parent < parents && begin < below.size(); ++parent) {
    const uint32_t limit = down->Begin(parent + 1);
    size_t end = begin;
    while (end < below.size() && below[end] < limit) ++end;
    if (end > begin && counter->Enough({below.data() + begin, end - begin})) enough.push_back(parent);
    begin = end;
  }
  return Bitmap::FromSorted(enough);
}

// Which row is the first depends on its siblings, so that candidates cannot narrow the input.
Result SegmentExecutor::Pick(const Node& node, const Bitmap* candidates) {
  Result rows = Evaluate(*node.inputs[0]);
  if (!rows.ok()) return rows;
  auto first = FirstOfEach(segment_, **rows, node.entity, node.above, node.left.field, node.last);
  if (!first.ok()) return first.status();
  return Within(Share(*std::move(first)), candidates);
}

Result SegmentExecutor::Times(const Node& node, const Bitmap* candidates) {
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
    candidates->ForEach(check);
  } else {
    for (uint32_t row = 0; row < size; ++row) check(row);
  }
  if (NodeStats* stats = StatsOf(node)) stats->rows_checked += candidates != nullptr ? candidates->Cardinality() : size;
  return Share(Bitmap::FromSorted(rows));
}

Result SegmentExecutor::Relative(const Node& node, const Bitmap* candidates) {
  const auto prepared = prepared_ == nullptr ? Prepared::const_iterator() : prepared_->find(&node);
  if (prepared_ == nullptr || prepared == prepared_->end()) return absl::InternalError("relatives were not looked up");
  return Within(prepared->second[segment_index_], candidates);
}

Result SegmentExecutor::Lower(const Node& node, const Bitmap* candidates) {
  Result above = Evaluate(*node.inputs[0]);
  if (!above.ok()) return above;
  const Entity ancestor = node.inputs[0]->entity;
  if (candidates != nullptr && candidates->Cardinality() < (*above)->Cardinality()) {
    auto some = WithAncestors(segment_, *candidates, node.entity, **above, ancestor);
    if (!some.ok()) return some.status();
    return Share(*std::move(some));
  }
  auto below = Descendants(segment_, **above, ancestor, node.entity);
  if (!below.ok()) return below.status();
  return Within(Share(*std::move(below)), candidates);
}

Result SegmentExecutor::Live(Entity entity) {
  Result live = segment_.Live();
  if (!live.ok() || *live == nullptr || entity == Entity::kIndividual) return live;
  auto below = Descendants(segment_, **live, Entity::kIndividual, entity);
  if (!below.ok()) return below.status();
  return Share(*std::move(below));
}

Result SegmentExecutor::OfPolarity(Entity entity, bind::Polarity polarity) {
  return RowsOfPolarity(segment_, entity, polarity);
}

absl::StatusOr<Bitmap> SegmentExecutor::Related(const Bitmap& rows, Entity from, Entity to) {
  return model::IsAncestorOrSelf(to, from) ? Ancestors(segment_, rows, from, to)
                                           : Descendants(segment_, rows, from, to);
}

}  // namespace muster::execute
