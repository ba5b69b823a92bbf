#include "engine/execute/kinship.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "engine/execute/row_bits.h"
#include "engine/execute/row_blocks.h"

namespace muster::execute {

using model::Entity;
using storage::Bitmap;

namespace {

uint8_t Number(Entity entity) { return static_cast<uint8_t>(entity); }

absl::Status Damaged(const storage::SegmentReader& segment, Entity entity) {
  return absl::DataLossError(absl::StrCat("segment ", segment.info().id, ": ", std::string(model::Info(entity).plural),
                                          " belong to rows that do not exist; run `muster check`"));
}

// What ascends in all but damaged segments, where ranges must not overlap either, so that there are not too many rows.
void KeepAscending(std::vector<uint32_t>* rows) {
  uint32_t greatest = 0;
  for (uint32_t& row : *rows) row = greatest = std::max(row, greatest);
}

}  // namespace

absl::StatusOr<Upwards> Upwards::Make(const storage::SegmentReader& segment, Entity child, Entity ancestor) {
  Upwards up;
  if (segment.rows(Number(child)) == 0) return up;  // no row will be asked for, and there are no columns
  for (Entity entity = child; entity != ancestor; entity = model::Info(entity).parent) {
    auto parents = segment.GetColumn({Number(entity), model::kParentColumn, 0});
    if (!parents.ok()) return parents.status();
    const uint32_t above = segment.rows(Number(model::Info(entity).parent));
    if (!(*parents)->Within(0, int64_t{above} - 1)) return Damaged(segment, entity);
    up.levels_.push_back(*std::move(parents));
  }
  return up;
}

absl::StatusOr<Downwards> Downwards::Make(const storage::SegmentReader& segment, Entity parent, Entity descendant) {
  std::vector<Entity> path;
  for (Entity entity = descendant; entity != parent; entity = model::Info(entity).parent) path.push_back(entity);
  std::reverse(path.begin(), path.end());
  Downwards down;
  for (const Entity entity : path) {
    const Entity above = model::Info(entity).parent;
    Level level{nullptr, segment.rows(Number(above)), segment.rows(Number(entity))};
    if (level.children > 0) {
      auto first = segment.GetColumn({Number(above), model::kFirstChildColumn, Number(entity)});
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

void Downwards::Ranges(std::span<const uint32_t> rows, std::vector<uint32_t>* begins,
                       std::vector<uint32_t>* ends) const {
  begins->assign(rows.begin(), rows.end());
  ends->resize(rows.size());
  for (size_t i = 0; i < rows.size(); ++i) (*ends)[i] = rows[i] + 1;
  for (const Level& level : levels_) {
    for (std::vector<uint32_t>* bounds : {begins, ends}) {
      // Rows ascend: those that have a first child stand before the end itself.
      const auto last = std::lower_bound(bounds->begin(), bounds->end(), level.parents);
      const auto inside = static_cast<size_t>(last - bounds->begin());
      if (inside > 0) level.first->Gather(std::span<const uint32_t>(bounds->data(), inside), bounds->data());
      std::fill(last, bounds->end(), level.children);
      KeepAscending(bounds);
    }
  }
  uint32_t before = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    (*begins)[i] = std::max((*begins)[i], before);
    before = (*ends)[i] = std::max((*ends)[i], (*begins)[i]);
  }
}

absl::StatusOr<storage::BitmapPtr> RowsOfPolarity(const storage::SegmentReader& segment, Entity entity,
                                                  bind::Polarity polarity) {
  if (polarity == bind::Polarity::kAny) return storage::BitmapPtr();
  const model::Family family =
      polarity == bind::Polarity::kExcluded ? model::Family::kExcludedRows : model::Family::kObservedRows;
  const auto primary = static_cast<uint8_t>(model::Info(entity).primary);
  auto rows = segment.Posting({static_cast<uint8_t>(family), Number(entity), primary, model::kAnyValue});
  if (rows.ok() && (*rows)->Cardinality() == segment.rows(Number(entity))) return storage::BitmapPtr();
  return rows;
}

namespace {

// By bits: whatever the order of the parents, and each once.
Bitmap ManyAncestors(const Upwards& up, const Bitmap& rows, uint32_t children, uint32_t ancestors) {
  RowBits above(ancestors);
  std::vector<uint32_t> block;
  ForEachBlock(rows, children, [&](std::span<const uint32_t> some) {
    block.assign(some.begin(), some.end());
    up.Map(&block);
    for (const uint32_t row : block) above.Set(row);
    return true;
  });
  return above.ToBitmap();
}

Bitmap ManyDescendants(const Downwards& down, const Bitmap& rows, uint32_t parents, uint32_t descendants) {
  RowBits below(descendants);
  std::vector<uint32_t> begins;
  std::vector<uint32_t> ends;
  ForEachBlock(rows, parents, [&](std::span<const uint32_t> block) {
    down.Ranges(block, &begins, &ends);
    for (size_t i = 0; i < begins.size(); ++i) below.SetRange(begins[i], ends[i]);
    return true;
  });
  return below.ToBitmap();
}

}  // namespace

absl::StatusOr<Bitmap> Ancestors(const storage::SegmentReader& segment, const Bitmap& rows, Entity child,
                                 Entity ancestor) {
  if (rows.Empty() || child == ancestor) return rows;
  auto up = Upwards::Make(segment, child, ancestor);
  if (!up.ok()) return up.status();
  const uint32_t ancestors = segment.rows(Number(ancestor));
  if (RowBits::Pays(rows.Cardinality(), ancestors)) {
    return ManyAncestors(*up, rows, segment.rows(Number(child)), ancestors);
  }
  std::vector<uint32_t> above = rows.ToVector();
  up->Map(&above);
  above.erase(std::unique(above.begin(), above.end()), above.end());
  return Bitmap::FromSorted(above);
}

absl::StatusOr<Bitmap> Descendants(const storage::SegmentReader& segment, const Bitmap& rows, Entity parent,
                                   Entity descendant) {
  if (rows.Empty() || parent == descendant) return rows;
  auto down = Downwards::Make(segment, parent, descendant);
  if (!down.ok()) return down.status();
  const uint32_t parents = segment.rows(Number(parent));
  if (RowBits::Pays(rows.Cardinality(), parents)) {
    return ManyDescendants(*down, rows, parents, segment.rows(Number(descendant)));
  }
  std::vector<uint32_t> below;
  rows.ForEach([&](uint32_t row) {
    const uint32_t end = down->Begin(row + 1);
    for (uint32_t child = down->Begin(row); child < end; ++child) below.push_back(child);
  });
  return Bitmap::FromSorted(below);
}

absl::StatusOr<Bitmap> WithDescendants(const storage::SegmentReader& segment, const Bitmap& candidates, Entity parent,
                                       const Bitmap& rows, Entity descendant) {
  if (candidates.Empty() || rows.Empty()) return Bitmap();
  auto down = Downwards::Make(segment, parent, descendant);
  if (!down.ok()) return down.status();
  const RowBits below(rows, segment.rows(Number(descendant)));
  std::vector<uint32_t> found;
  std::vector<uint32_t> begins;
  std::vector<uint32_t> ends;
  ForEachBlock(candidates, segment.rows(Number(parent)), [&](std::span<const uint32_t> block) {
    down->Ranges(block, &begins, &ends);
    for (size_t i = 0; i < block.size(); ++i) {
      if (below.HasAny(begins[i], ends[i])) found.push_back(block[i]);
    }
    return true;
  });
  return Bitmap::FromSorted(found);
}

absl::StatusOr<Bitmap> WithAncestors(const storage::SegmentReader& segment, const Bitmap& candidates, Entity child,
                                     const Bitmap& rows, Entity ancestor) {
  if (candidates.Empty() || rows.Empty()) return Bitmap();
  auto up = Upwards::Make(segment, child, ancestor);
  if (!up.ok()) return up.status();
  const RowBits above(rows, segment.rows(Number(ancestor)));
  std::vector<uint32_t> found;
  std::vector<uint32_t> mapped;
  ForEachBlock(candidates, segment.rows(Number(child)), [&](std::span<const uint32_t> block) {
    mapped.assign(block.begin(), block.end());
    up->Map(&mapped);
    for (size_t i = 0; i < block.size(); ++i) {
      if (above.Has(mapped[i])) found.push_back(block[i]);
    }
    return true;
  });
  return Bitmap::FromSorted(found);
}

}  // namespace muster::execute
