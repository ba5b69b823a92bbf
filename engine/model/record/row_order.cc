#include "engine/model/record/row_order.h"

#include <algorithm>
#include <array>
#include <span>

#include "absl/strings/str_cat.h"
#include "engine/model/record/field_form.h"

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
  constexpr size_t kLevels = 4;  // the model is at most this deep
  const auto level_of = [&](const Row& row) { return depths[static_cast<size_t>(row.entity)]; };
  RowOrder result;
  const size_t n = record.rows.size();
  result.number.resize(n);
  result.order.resize(n);
  std::array<uint32_t, kLevels + 1> begins{};  // of each level in the order
  for (const Row& row : record.rows) ++begins[level_of(row) + 1];
  for (size_t level = 1; level <= kLevels; ++level) begins[level] += begins[level - 1];
  std::array<uint32_t, kLevels + 1> ends = begins;  // so far
  for (uint32_t i = 0; i < n; ++i) result.order[ends[level_of(record.rows[i])]++] = i;
  std::array<uint32_t, kEntityCount> next{};
  for (size_t level = 0; level < kLevels; ++level) {
    const std::span rows = std::span(result.order).subspan(begins[level], begins[level + 1] - begins[level]);
    // Parents are a level above and have their numbers already.
    const auto by_parent = [&](uint32_t a, uint32_t b) {
      return result.number[record.rows[a].parent] < result.number[record.rows[b].parent];
    };
    // Sources mostly have them in order.
    if (!std::is_sorted(rows.begin(), rows.end(), by_parent)) std::stable_sort(rows.begin(), rows.end(), by_parent);
    for (const uint32_t i : rows) result.number[i] = next[static_cast<size_t>(record.rows[i].entity)]++;
  }
  return result;
}

absl::Status ValidateRecord(const Record& record) {
  if (record.rows.empty() || record.rows[0].entity != Entity::kIndividual) {
    return absl::InvalidArgumentError("a record begins with its individual");
  }
  const std::array<FieldForm, 256>& forms = FieldForms();
  for (size_t i = 0; i < record.rows.size(); ++i) {
    const Row& row = record.rows[i];
    if (static_cast<int>(row.entity) >= kEntityCount)
      return absl::InvalidArgumentError(absl::StrCat("row ", i, " is of no known entity"));
    if (i > 0 && (row.entity == Entity::kIndividual || row.parent >= i ||
                  record.rows[row.parent].entity != Info(row.entity).parent)) {
      return absl::InvalidArgumentError(absl::StrCat("row ", i, " does not belong to its parent"));
    }
    const bool own = std::all_of(row.values.begin(), row.values.end(), [&](const FieldValue& value) {
      const FieldForm& form = forms[value.field];
      return form.entity == static_cast<int>(row.entity) && form.Fits(value.field, value.value);
    });
    if (!own) {
      return absl::InvalidArgumentError(absl::StrCat("row ", i, " has a field that it cannot have"));
    }
  }
  return absl::OkStatus();
}

}  // namespace muster::model
