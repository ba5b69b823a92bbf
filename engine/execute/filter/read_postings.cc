// SegmentExecutor: what is stored of a segment, postings and columns.
#include <utility>

#include "engine/execute/filter/range_rows.h"
#include "engine/execute/filter/segment_executor.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using plan::Node;
using storage::Bitmap;
using storage::BitmapPtr;

absl::StatusOr<RowSet> SegmentExecutor::Postings(const Node& node, const RowSet* candidates) {
  BitmapPtr all;
  for (const model::PostingKind kind : node.posting_kinds) {
    absl::StatusOr<BitmapPtr> one = Union(kind, node);
    if (!one.ok()) return one.status();
    all = all == nullptr ? *std::move(one) : std::make_shared<const Bitmap>(Bitmap::Or(*all, **one));
  }
  return RowSet::Within(RowSet(std::move(all)), candidates);
}

absl::StatusOr<BitmapPtr> SegmentExecutor::Posting(const Node& node, model::PostingKind kind, uint32_t value) {
  if (NodeStats* stats = StatsOf(node)) ++stats->bitmaps;
  // Postings of individuals are filed under the entity of their field.
  const uint8_t entity = model::EntityNumber(model::Info(node.field).entity);
  return segment_.Posting({static_cast<uint8_t>(kind), entity, node.field, value},
                          segment_.rows(model::EntityNumber(node.entity)));
}

UnionKey SegmentExecutor::KeyOfUnion(uint32_t segment, model::PostingKind kind, const Node& node) {
  const model::Fingerprint& fingerprint = node.symbols->fingerprint();
  return {segment,    static_cast<uint8_t>(kind), model::EntityNumber(model::Info(node.field).entity),
          node.field, fingerprint.high,           fingerprint.low};
}

absl::StatusOr<BitmapPtr> SegmentExecutor::Union(model::PostingKind kind, const Node& node) {
  // Postings of individuals are filed under the entity of their field.
  const uint8_t entity = model::EntityNumber(model::Info(node.field).entity);
  if (node.symbols == nullptr) return Posting(node, kind, model::kAnyValue);
  const model::SymbolList& symbols = *node.symbols;
  if (symbols.empty()) return std::make_shared<const Bitmap>(Bitmap());
  if (symbols.size() == 1) return Posting(node, kind, symbols[0]);

  const UnionKey key = KeyOfUnion(segment_.info().id, kind, node);
  if (BitmapPtr cached = unions_->Find(key)) return cached;
  auto made = segment_.Union({static_cast<uint8_t>(kind), entity, node.field, 0}, symbols.symbols(),
                             segment_.rows(model::EntityNumber(node.entity)));
  if (!made.ok()) return made.status();
  if (NodeStats* stats = StatsOf(node)) stats->bitmaps += made->postings;
  Bitmap united = std::move(made->rows);
  united.Optimize();
  BitmapPtr result = std::make_shared<const Bitmap>(std::move(united));
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

}  // namespace muster::execute
