// Private to PairMatcher: the earliest and latest age among the child rows of each parent. Zone maps: most parents are
// decided by them without reading the child rows.
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_CHILD_AGE_RANGE_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_CHILD_AGE_RANGE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/execute/filter/temporal/named_rows.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/execute/values/moment_reader.h"
#include "engine/model/time/moment.h"
#include "storage/segment_reader.h"

namespace muster::execute {

/// For each parent row the latest and earliest age of its child rows, of the bounds that windows are compared with.
/// Cached with the segment.
class ChildAgeRange {
 public:
  /// The age ranges of the rows of `moment` below those of `parent`. Nullopt if they are not cached and not worth
  /// computing for the `asked` named rows, or are asked for the first time.
  static std::optional<ChildAgeRange> Of(const storage::SegmentReader& segment, model::Entity parent,
                                         const bind::Moment& moment, const ChildRanges& down,
                                         const MomentReader& reader, bool possibly, uint64_t asked);

  /// Decides sibling groups as far as possible without reading the rows below: appends those with a pair, in order, to
  /// `matching`, and leaves in `named` only the groups for which the rows have to be read. `reader` reads the named
  /// rows' ages. `all`: any row below may be one of a pair, not only some of them.
  void Decide(const model::AgeWindows& windows, const MomentReader& reader, bool all, NamedRows* named,
              std::vector<uint32_t>* matching);

 private:
  // 32 bits hold all ages. Both are kBeginning where no row has an age.
  struct Span {
    int32_t latest = static_cast<int32_t>(model::kBeginning);
    int32_t earliest = static_cast<int32_t>(model::kBeginning);
  };
  using Spans = std::vector<Span>;

  ChildAgeRange(std::shared_ptr<const Spans> spans, bool proves_matches)
      : spans_(std::move(spans)), proves_matches_(proves_matches) {}
  // Empty when there is an age that would not come out.
  static Spans Find(uint32_t parents, const ChildRanges& down, const MomentReader& reader, bool possibly);

  // Moves what is decided from the named rows to the matching ones.
  void TakeDecided(NamedRows* named, std::vector<uint32_t>* matching);

  // For a named row: 0 if there is no other row.
  static constexpr uint8_t kCan = 1;   // there may be one
  static constexpr uint8_t kDoes = 2;  // there is one

  std::shared_ptr<const Spans> spans_;
  // Latest and earliest age were taken from the same bound of each age that a window is compared with, so that they can
  // also prove a match, not only exclude one.
  bool proves_matches_;
  std::vector<int64_t> lows_, highs_;
  std::vector<uint8_t> verdicts_;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_TEMPORAL_CHILD_AGE_RANGE_H_
