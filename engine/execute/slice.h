// The rows of one posting taken for an entity of their own: "has measurement ASSAY with value ...". What is asked of
// them is then answered from their values alone, which stand next to each other.
#ifndef MUSTER_ENGINE_EXECUTE_SLICE_H_
#define MUSTER_ENGINE_EXECUTE_SLICE_H_

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/nesting.h"
#include "engine/plan/plan.h"
#include "storage/bits.h"
#include "storage/column_sketch.h"
#include "storage/segment_reader.h"

namespace muster::execute {

class SegmentExecutor;
struct NodeStats;

/// Evaluates a kLift node on the slice of one of its postings. Whatever is gathered (membership in other postings, the
/// rows above, and, from the second time on, values of a column) is kept with the segment for the next question about
/// this posting.
class Slice {
 public:
  /// Nothing where `lift` does not ask for the rows of one code that are in a range of a column, or only together with
  /// what cannot be answered on a slice.
  static std::optional<Slice> Of(const storage::SegmentReader& segment, const plan::Node& lift);

  /// The rows above; nothing when the posting has so many rows that the whole entity is gone through as fast.
  absl::StatusOr<std::optional<storage::Bits>> Evaluate(SegmentExecutor* executor, std::vector<NodeStats>* stats);

 private:
  // Values of a column at the rows of the slice.
  struct Values {
    Values(storage::Column values, storage::ColumnSketch classes)
        : column(std::move(values)), sketch(std::move(classes)) {}
    storage::Column column;
    storage::ColumnSketch sketch;
  };

  Slice(const storage::SegmentReader& segment, const plan::Node& lift, const plan::Node& posting)
      : segment_(segment), lift_(lift), posting_(posting) {}

  absl::StatusOr<storage::Bits> Rows(const plan::Node& node);
  absl::StatusOr<storage::Bits> Dispatch(const plan::Node& node);
  absl::StatusOr<std::shared_ptr<const storage::Bits>> Members(const plan::Node& node, model::Family family);
  absl::StatusOr<storage::Bits> InRange(const plan::Node& node, uint8_t part);
  absl::StatusOr<std::shared_ptr<const Nesting>> NestingOf();
  storage::DerivedKey Key(storage::DerivedKey::Kind kind, uint64_t detail) const;
  // The rows of the posting, which are read again only to gather something new.
  const std::vector<uint32_t>& Numbers();

  const storage::SegmentReader& segment_;
  const plan::Node& lift_;
  const plan::Node& posting_;
  storage::BitmapPtr rows_;
  uint32_t size_ = 0;
  std::vector<uint32_t> numbers_;
  std::map<std::pair<uint8_t, uint8_t>, std::vector<int64_t>> gathered_;  // by field and part: values, where not kept
  SegmentExecutor* executor_ = nullptr;
  std::vector<NodeStats>* stats_ = nullptr;
};

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_SLICE_H_
