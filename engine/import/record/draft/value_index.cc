#include "engine/import/record/draft/value_index.h"

#include <algorithm>
#include <variant>

namespace muster::import {
namespace {

// Fewer are searched faster than looked up.
constexpr size_t kManyValues = 64;

// Equal where the values are.
std::string KeyOf(const model::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* symbol = std::get_if<model::Symbol>(&value)) return std::to_string(*symbol);
  return {};
}

// Texts and codes: of numbers and times no field has several.
bool HasKey(const model::Value& value) {
  return std::holds_alternative<std::string>(value) || std::holds_alternative<model::Symbol>(value);
}

}  // namespace

void ValueIndex::Clear() {
  rows_.clear();
  ids_.clear();
  ids_known_ = false;
}

bool ValueIndex::Has(const model::Row& row, uint32_t index, model::FieldId field, const model::Value& value) {
  if (row.values.size() < kManyValues || !HasKey(value)) {
    return std::find(row.values.begin(), row.values.end(), model::FieldValue{field, value}) != row.values.end();
  }
  Row& known = rows_[index];
  for (; known.seen < row.values.size(); ++known.seen) {
    const model::FieldValue& present = row.values[known.seen];
    if (HasKey(present.value)) known.values.emplace(present.field, KeyOf(present.value));
  }
  return known.values.contains(std::pair(field, KeyOf(value)));
}

void ValueIndex::NoteId(uint32_t index, model::FieldId field, const model::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text != nullptr) ids_[std::pair(field, *text)].insert(index);
}

std::optional<uint32_t> ValueIndex::RowOf(const model::Record& record, model::FieldId field, std::string_view id) {
  if (!ids_known_) {
    ids_known_ = true;
    for (size_t i = 0; i < record.rows.size(); ++i) {
      for (const model::FieldValue& value : record.rows[i].values) {
        Note(static_cast<uint32_t>(i), value.field, value.value);
      }
    }
  }
  const auto noted = ids_.find(std::pair(field, std::string(id)));
  if (noted == ids_.end()) return std::nullopt;
  std::set<uint32_t>& rows = noted->second;
  while (!rows.empty()) {
    const uint32_t first = *rows.begin();
    const model::Value* present = first < record.rows.size() ? record.rows[first].Find(field) : nullptr;
    const auto* text = present == nullptr ? nullptr : std::get_if<std::string>(present);
    if (text != nullptr && *text == id) return first;
    rows.erase(rows.begin());  // it was replaced since, or the row is gone
  }
  return std::nullopt;
}

}  // namespace muster::import
