#include "engine/execute/rows/row_hierarchy.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "engine/model/schema/entity_number.h"

namespace muster::execute {

using model::Entity;
using storage::Bitmap;

namespace {

absl::Status Damaged(const storage::SegmentReader& segment, Entity entity) {
  return absl::DataLossError(absl::StrCat("segment ", segment.info().id, ": ", std::string(model::Info(entity).plural),
                                          " belong to rows that do not exist; run `muster check`"));
}

// What ascends in all but damaged segments, where ranges must not overlap either, so that there are not too many rows.
void KeepAscending(std::vector<uint32_t>* rows) {
  uint32_t descends = 0;
  for (size_t i = 1; i < rows->size(); ++i) descends |= (*rows)[i - 1] > (*rows)[i] ? 1 : 0;
  if (descends == 0) return;
  uint32_t greatest = 0;
  for (uint32_t& row : *rows) row = greatest = std::max(row, greatest);
}

}  // namespace

absl::StatusOr<ParentMap> ParentMap::Make(const storage::SegmentReader& segment, Entity child, Entity ancestor) {
  ParentMap up;
  if (segment.rows(model::EntityNumber(child)) == 0) return up;  // no row will be asked for, and there are no columns
  for (Entity entity = child; entity != ancestor; entity = model::Info(entity).parent) {
    auto parents = segment.GetColumn({model::EntityNumber(entity), model::kParentColumn, 0});
    if (!parents.ok()) return parents.status();
    const uint32_t above = segment.rows(model::EntityNumber(model::Info(entity).parent));
    if (!(*parents)->Within(0, int64_t{above} - 1)) return Damaged(segment, entity);
    up.levels_.push_back(*std::move(parents));
  }
  return up;
}

absl::StatusOr<std::vector<uint32_t>> RowsAbove(const storage::SegmentReader& segment, std::vector<uint32_t> rows,
                                                Entity child, Entity ancestor) {
  std::vector<int64_t> parents(rows.size());
  for (Entity entity = child; entity != ancestor; entity = model::Info(entity).parent) {
    absl::Status status = segment.ValuesAt({model::EntityNumber(entity), model::kParentColumn, 0}, rows, parents);
    if (!status.ok()) return status;
    const int64_t above = segment.rows(model::EntityNumber(model::Info(entity).parent));
    for (size_t i = 0; i < rows.size(); ++i) {
      // What does not ascend would be looked for in the wrong place above.
      if (parents[i] < 0 || parents[i] >= above || (i > 0 && parents[i] < parents[i - 1])) {
        return Damaged(segment, entity);
      }
      rows[i] = static_cast<uint32_t>(parents[i]);
    }
  }
  return rows;
}

absl::StatusOr<ChildRanges> ChildRanges::Make(const storage::SegmentReader& segment, Entity parent, Entity descendant) {
  std::vector<Entity> path;
  for (Entity entity = descendant; entity != parent; entity = model::Info(entity).parent) path.push_back(entity);
  std::reverse(path.begin(), path.end());
  ChildRanges down;
  for (const Entity entity : path) {
    const Entity above = model::Info(entity).parent;
    Level level{nullptr, segment.rows(model::EntityNumber(above)), segment.rows(model::EntityNumber(entity))};
    if (level.children > 0) {
      auto first =
          segment.GetColumn({model::EntityNumber(above), model::kFirstChildColumn, model::EntityNumber(entity)});
      if (!first.ok()) return first.status();
      if (!(*first)->Within(0, level.children)) return Damaged(segment, entity);
      level.first = *std::move(first);
    } else {
      level.parents = 0;  // every range is empty
    }
    down.levels_.push_back(std::move(level));
  }
  return down;
}

void ChildRanges::MapToBegins(std::vector<uint32_t>* rows) const {
  for (const Level& level : levels_) {
    // Rows ascend: those that have a first child stand before the end itself.
    const auto last = std::lower_bound(rows->begin(), rows->end(), level.parents);
    const auto inside = static_cast<size_t>(last - rows->begin());
    if (inside > 0) level.first->Gather(std::span<const uint32_t>(rows->data(), inside), rows->data());
    std::fill(last, rows->end(), level.children);
    KeepAscending(rows);
  }
}

void ChildRanges::Ranges(std::span<const uint32_t> rows, std::vector<uint32_t>* begins,
                         std::vector<uint32_t>* ends) const {
  ends->resize(rows.size());
  if (rows.empty()) return begins->clear();
  begins->reserve(rows.size() + 1);
  begins->assign(rows.begin(), rows.end());
  KeepAscending(begins);
  if (begins->back() - begins->front() == begins->size() - 1) {
    // One after another: each range ends where the next begins.
    begins->push_back(begins->back() + 1);
    MapToBegins(begins);
    std::copy(begins->begin() + 1, begins->end(), ends->begin());
    begins->pop_back();
    return;
  }
  for (size_t i = 0; i < rows.size(); ++i) (*ends)[i] = (*begins)[i] + 1;
  MapToBegins(begins);
  MapToBegins(ends);
  uint32_t overlap = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    overlap |= (*begins)[i] > (*ends)[i] ? 1 : 0;
    overlap |= i > 0 && (*ends)[i - 1] > (*begins)[i] ? 1 : 0;
  }
  if (overlap == 0) return;
  uint32_t before = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    (*begins)[i] = std::max((*begins)[i], before);
    before = (*ends)[i] = std::max((*ends)[i], (*begins)[i]);
  }
}

absl::StatusOr<storage::BitmapPtr> RowsOfPolarity(const storage::SegmentReader& segment, Entity entity,
                                                  bind::Polarity polarity) {
  if (polarity == bind::Polarity::kAny) return storage::BitmapPtr();
  const model::PostingKind kind =
      polarity == bind::Polarity::kExcluded ? model::PostingKind::kExcludedRows : model::PostingKind::kObservedRows;
  const auto primary = static_cast<uint8_t>(model::Info(entity).primary);
  const uint32_t size = segment.rows(model::EntityNumber(entity));
  auto rows =
      segment.Posting({static_cast<uint8_t>(kind), model::EntityNumber(entity), primary, model::kAnyValue}, size);
  if (rows.ok() && (*rows)->Cardinality() == size) return storage::BitmapPtr();
  return rows;
}

absl::StatusOr<storage::BitmapPtr> RowsOfTerms(const storage::SegmentReader& segment, Entity entity,
                                               bind::Polarity polarity, const ontology::SymbolSet& terms) {
  if (terms == nullptr) return RowsOfPolarity(segment, entity, polarity);
  const model::PostingKind kind =
      polarity == bind::Polarity::kExcluded ? model::PostingKind::kExcludedRows : model::PostingKind::kObservedRows;
  const auto primary = static_cast<uint8_t>(model::Info(entity).primary);
  auto united = segment.Union({static_cast<uint8_t>(kind), model::EntityNumber(entity), primary, 0}, terms->symbols(),
                              segment.rows(model::EntityNumber(entity)));
  if (!united.ok()) return united.status();
  return std::make_shared<const Bitmap>(std::move(united->rows));
}

absl::StatusOr<Bitmap> AncestorRows(const storage::SegmentReader& segment, const Bitmap& rows, Entity child,
                                    Entity ancestor) {
  if (rows.Empty() || child == ancestor) return rows;
  // Level by level, and in each chunk by chunk: children of one parent stand together, so that a parent is written
  // once.
  std::vector<uint32_t> current = rows.ToVector();
  for (Entity entity = child; entity != ancestor; entity = model::Info(entity).parent) {
    auto up = ParentMap::Make(segment, entity, model::Info(entity).parent);
    if (!up.ok()) return up.status();
    const std::vector<storage::ColumnChunkPtr>& chunks = up->parents().chunks();
    size_t written = 0;
    size_t begin = 0;
    while (begin < current.size()) {
      const uint32_t chunk = current[begin] / storage::kChunkRows;
      const uint32_t limit = (chunk + 1) * storage::kChunkRows - 1;
      size_t end = begin;
      chunks[chunk]->WithValues([&](auto value) {
        for (; end < current.size() && current[end] <= limit; ++end) {
          const auto parent = static_cast<uint32_t>(value(current[end] % storage::kChunkRows));
          if (written == 0 || current[written - 1] != parent) current[written++] = parent;
        }
      });
      begin = end;
    }
    current.resize(written);
  }
  return Bitmap::FromSorted(current);
}

absl::StatusOr<Bitmap> DescendantRows(const storage::SegmentReader& segment, const Bitmap& rows, Entity parent,
                                      Entity descendant) {
  if (rows.Empty() || parent == descendant) return rows;
  auto down = ChildRanges::Make(segment, parent, descendant);
  if (!down.ok()) return down.status();
  std::vector<uint32_t> below;
  rows.ForEach([&](uint32_t row) {
    const uint32_t end = down->Begin(row + 1);
    for (uint32_t child = down->Begin(row); child < end; ++child) below.push_back(child);
  });
  return Bitmap::FromSorted(below);
}

}  // namespace muster::execute
