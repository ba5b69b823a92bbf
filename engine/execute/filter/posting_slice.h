// The rows of one posting as a small table of their own: "has measurement ASSAY with value ...". Conditions on them are
// then evaluated on their values alone, which are adjacent in memory.
#ifndef MUSTER_ENGINE_EXECUTE_FILTER_POSTING_SLICE_H_
#define MUSTER_ENGINE_EXECUTE_FILTER_POSTING_SLICE_H_

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/rows/nesting.h"
#include "engine/plan/plan.h"
#include "storage/bits/bits.h"
#include "storage/codec/column_sketch.h"
#include "storage/segment_reader.h"

namespace muster::execute {

class SegmentExecutor;
struct NodeStats;

/// Evaluates a kToParent node on the slice of one of its postings. What is gathered (membership in other postings, the
/// parent rows and, from the second use on, column values) is cached with the segment for the next query on this
/// posting.
class PostingSlice {
 public:
  /// Nothing where `to_parent` does not ask for the rows of one code in a range of a column, or has other conditions
  /// that cannot be evaluated on a slice.
  static std::optional<PostingSlice> Of(const storage::SegmentReader& segment, const plan::Node& to_parent);

  /// The parent rows; nothing when the posting has enough rows to make scanning the whole entity as fast.
  absl::StatusOr<std::optional<storage::Bits>> Evaluate(SegmentExecutor* executor, std::vector<NodeStats>* stats);

 private:
  // Values of a column at the rows of the slice.
  struct Values {
    Values(storage::Column values, storage::ColumnSketch classes)
        : column(std::move(values)), sketch(std::move(classes)) {}
    storage::Column column;
    storage::ColumnSketch sketch;
  };

  PostingSlice(const storage::SegmentReader& segment, const plan::Node& to_parent, const plan::Node& posting)
      : segment_(segment), to_parent_(to_parent), posting_(posting) {}

  absl::StatusOr<storage::Bits> Rows(const plan::Node& node);
  absl::StatusOr<storage::Bits> Dispatch(const plan::Node& node);
  absl::StatusOr<std::shared_ptr<const storage::Bits>> Members(const plan::Node& node, model::PostingKind kind);
  absl::StatusOr<storage::Bits> InRange(const plan::Node& node, uint8_t part);
  absl::StatusOr<std::shared_ptr<const Nesting>> NestingOf();
  storage::DerivedKey Key(storage::DerivedKey::Kind kind, uint64_t detail) const;
  // The rows of the posting, read again only to gather something new.
  const std::vector<uint32_t>& Numbers();

  const storage::SegmentReader& segment_;
  const plan::Node& to_parent_;
  const plan::Node& posting_;
  storage::BitmapPtr rows_;
  uint32_t size_ = 0;
  std::vector<uint32_t> numbers_;
  std::map<std::pair<uint8_t, uint8_t>, std::vector<int64_t>>
      gathered_;  // by field and part: values that are not cached elsewhere
  SegmentExecutor* executor_ = nullptr;
  std::vector<NodeStats>* stats_ = nullptr;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_FILTER_POSTING_SLICE_H_
