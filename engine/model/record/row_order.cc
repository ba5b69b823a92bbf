#include "engine/model/record/row_order.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"

namespace muster::model {
namespace {

using Depths = std::array<uint8_t, kEntityCount>;

Depths FindDepths() {
  Depths depths{};
  for (size_t i = 0; i < depths.size(); ++i) {
    for (auto entity = static_cast<Entity>(i); entity != Entity::kIndividual; entity = Info(entity).parent) ++depths[i];
  }
  return depths;
}

}  // namespace

RowOrder OrderRows(const Record& record) {
  static const Depths depths = FindDepths();
  RowOrder result;
  const size_t n = record.rows.size();
  result.number.resize(n);
  std::array<uint32_t, kEntityCount> next{};
  std::array<std::vector<uint32_t>, 4> levels;  // the model is at most this deep
  levels[1].reserve(n);
  for (uint32_t i = 0; i < n; ++i) levels[depths[static_cast<size_t>(record.rows[i].entity)]].push_back(i);
  result.order.reserve(n);
  for (std::vector<uint32_t>& level : levels) {
    // Parents are a level above and have their numbers already.
    const auto by_parent = [&](uint32_t a, uint32_t b) {
      return result.number[record.rows[a].parent] < result.number[record.rows[b].parent];
    };
    // Sources mostly have them in order.
    if (!std::is_sorted(level.begin(), level.end(), by_parent)) {
      std::stable_sort(level.begin(), level.end(), by_parent);
    }
    for (const uint32_t i : level) {
      result.number[i] = next[static_cast<size_t>(record.rows[i].entity)]++;
      result.order.push_back(i);
    }
  }
  return result;
}

absl::Status ValidateRecord(const Record& record) {
  if (record.rows.empty() || record.rows[0].entity != Entity::kIndividual) {
    return absl::InvalidArgumentError("a record begins with its individual");
  }
  for (size_t i = 0; i < record.rows.size(); ++i) {
    const Row& row = record.rows[i];
    if (static_cast<int>(row.entity) >= kEntityCount)
      return absl::InvalidArgumentError(absl::StrCat("row ", i, " is of no known entity"));
    if (i > 0 && (row.entity == Entity::kIndividual || row.parent >= i ||
                  record.rows[row.parent].entity != Info(row.entity).parent)) {
      return absl::InvalidArgumentError(absl::StrCat("row ", i, " does not belong to its parent"));
    }
    for (const FieldValue& value : row.values) {
      if (!IsField(value.field) || Info(value.field).entity != row.entity || !IsValueOf(value.field, value.value)) {
        return absl::InvalidArgumentError(absl::StrCat("row ", i, " has a field that it cannot have"));
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace muster::model
