// The hierarchy of rows in a segment: the parent of a row, and the range of its child rows.
#ifndef MUSTER_ENGINE_EXECUTE_ROWS_ROW_HIERARCHY_H_
#define MUSTER_ENGINE_EXECUTE_ROWS_ROW_HIERARCHY_H_

#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/model/schema/schema.h"
#include "storage/bits/bitmap.h"
#include "storage/codec/column.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// Maps rows of `child` to their row of `ancestor`. Ascending rows give ascending ancestors.
class ParentMap {
 public:
  static absl::StatusOr<ParentMap> Make(const storage::SegmentReader& segment, model::Entity child,
                                        model::Entity ancestor);
  uint32_t operator()(uint32_t row) const {
    for (const storage::ColumnPtr& parents : levels_) row = static_cast<uint32_t>((*parents)[row]);
    return row;
  }
  /// The same for many rows, which ascend and may repeat: in place, or into `above`.
  void Map(std::vector<uint32_t>* rows) const {
    for (const storage::ColumnPtr& parents : levels_) parents->Gather(std::span<const uint32_t>(*rows), rows->data());
  }
  void Map(std::span<const uint32_t> rows, std::vector<uint32_t>* above) const {
    above->assign(rows.begin(), rows.end());
    Map(above);
  }
  /// Whether rows are mapped to themselves.
  bool IsSelf() const { return levels_.empty(); }
  /// The parent column, where there is one level. There must be rows.
  const storage::Column& parents() const { return *levels_.front(); }

 private:
  std::vector<storage::ColumnPtr> levels_;
};

/// The row of `ancestor` of each of `rows` of `child`, which ascend and may repeat. Cheaper than a ParentMap for a few
/// rows, as it reads only their part of the parent columns.
absl::StatusOr<std::vector<uint32_t>> RowsAbove(const storage::SegmentReader& segment, std::vector<uint32_t> rows,
                                                model::Entity child, model::Entity ancestor);

/// Maps rows of `parent` to the range [begin, end) of their rows of `descendant`.
class ChildRanges {
 public:
  static absl::StatusOr<ChildRanges> Make(const storage::SegmentReader& segment, model::Entity parent,
                                          model::Entity descendant);
  /// Where the rows below `row` begin; where they end is Begin(row + 1).
  uint32_t Begin(uint32_t row) const {
    for (const Level& level : levels_) {
      row = row < level.parents ? static_cast<uint32_t>((*level.first)[row]) : level.children;
    }
    return row;
  }
  /// The ranges of many rows at once, which ascend and do not repeat.
  void Ranges(std::span<const uint32_t> rows, std::vector<uint32_t>* begins, std::vector<uint32_t>* ends) const;

 private:
  struct Level {
    storage::ColumnPtr first;  // null when there are no parents
    uint32_t parents = 0;
    uint32_t children = 0;
  };
  // Replaces rows, which ascend, by the first rows of their ranges.
  void MapToBegins(std::vector<uint32_t>* rows) const;

  std::vector<Level> levels_;
};

/// The rows of `entity` with `polarity`, or null when all have it.
absl::StatusOr<storage::BitmapPtr> RowsOfPolarity(const storage::SegmentReader& segment, model::Entity entity,
                                                  bind::Polarity polarity);

/// The rows of `entity` with `polarity` and one of `terms` (null: any) as primary code; or null when all are such rows.
absl::StatusOr<storage::BitmapPtr> RowsOfTerms(const storage::SegmentReader& segment, model::Entity entity,
                                               bind::Polarity polarity, const ontology::SymbolSet& terms);

/// The rows of `ancestor` that have one of `rows` of `child`, each once.
absl::StatusOr<storage::Bitmap> AncestorRows(const storage::SegmentReader& segment, const storage::Bitmap& rows,
                                             model::Entity child, model::Entity ancestor);
/// The rows of `descendant` below `rows` of `parent`.
absl::StatusOr<storage::Bitmap> DescendantRows(const storage::SegmentReader& segment, const storage::Bitmap& rows,
                                               model::Entity parent, model::Entity descendant);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_ROWS_ROW_HIERARCHY_H_
