// The postings of a segment while they grow.
#ifndef MUSTER_ENGINE_INDEX_POSTING_TABLE_H_
#define MUSTER_ENGINE_INDEX_POSTING_TABLE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"
#include "storage/keys.h"

namespace muster::index {

/// Rows by kind, field and value. A segment gets tens of millions of rows, and symbols are dense numbers: so values
/// are found by their number in pages, not by a hash. The rows that have any value are a bit each, as they are many.
class PostingTable {
 public:
  /// Rows of one value come in ascending order; one that is repeated counts once.
  void Add(model::PostingKind kind, model::FieldId field, model::Symbol value, uint32_t row) {
    std::vector<uint32_t>& rows = Values(kind, field).At(value);
    if (!rows.empty() && rows.back() == row) return;
    rows.push_back(row);
    ++posted_;
  }
  /// The row has any value (model::kAnyValue).
  void AddAny(model::PostingKind kind, model::FieldId field, uint32_t row) {
    std::vector<uint64_t>& any = Values(kind, field).any;
    if (any.size() <= row / 64) any.resize(row / 64 + 1);
    any[row / 64] |= uint64_t{1} << (row % 64);
  }

  /// Calls `f` for all that are not empty, in the order of their keys; stops at an error and returns it.
  absl::Status ForEach(
      absl::FunctionRef<absl::Status(const storage::PostingKey&, const std::vector<uint32_t>&)> f) const;
  /// All values that have rows, of whatever field, ascending.
  std::vector<uint32_t> Values() const;
  /// About.
  size_t SizeInBytes() const;

 private:
  static constexpr uint32_t kPageValues = 64;
  // A damaged record may have any number for a symbol: it shall not cost as much memory as all numbers below it.
  static constexpr uint32_t kNearPages = 1 << 18;
  using Page = std::array<std::vector<uint32_t>, kPageValues>;
  struct FieldValues {
    std::vector<std::unique_ptr<Page>> pages;
    std::map<uint32_t, Page> far_pages;  // beyond kNearPages
    std::vector<uint64_t> any;

    std::vector<uint32_t>& At(model::Symbol value) {
      const uint32_t page = value / kPageValues;
      const bool known = page < pages.size() && pages[page] != nullptr;
      return (known ? *pages[page] : PageOf(page))[value % kPageValues];
    }
    Page& PageOf(uint32_t page);
  };
  static constexpr size_t kKinds = static_cast<size_t>(model::PostingKind::kExcludedIndividuals) + 1;

  FieldValues& Values(model::PostingKind kind, model::FieldId field) {
    return values_[static_cast<size_t>(kind) * 256 + field];
  }

  std::vector<FieldValues> values_{kKinds * 256};
  uint64_t posted_ = 0;
};

}  // namespace muster::index

#endif  // MUSTER_ENGINE_INDEX_POSTING_TABLE_H_
