#include "engine/model/record/repeated_rows.h"

#include <algorithm>
#include <bit>
#include <bitset>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <variant>

namespace muster::model {
namespace {

bool MayBeRepeated(Entity entity) {
  switch (entity) {
    case Entity::kPhenotype:
    case Entity::kDisease:
    case Entity::kMeasurement:
    case Entity::kTreatment:
    case Entity::kProcedure:
    case Entity::kExposure:
    case Entity::kVariant:
      return true;
    default:
      return false;
  }
}

uint64_t Mixed(uint64_t hash, uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15 + (hash << 6) + (hash >> 2);
  return hash * 0xbf58476d1ce4e5b9;
}

uint64_t HashOf(const Value& value) {
  if (const auto* symbol = std::get_if<Symbol>(&value)) return *symbol;
  if (const auto* number = std::get_if<double>(&value)) return std::bit_cast<uint64_t>(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return std::hash<std::string>()(*text);
  if (const auto* time = std::get_if<TimeValue>(&value)) {
    return Mixed(Mixed(static_cast<uint64_t>(time->age.low), static_cast<uint64_t>(time->date.low)), time->term);
  }
  const auto& bounds = std::get<NumberBounds>(value);
  return Mixed(std::bit_cast<uint64_t>(bounds.low), std::bit_cast<uint64_t>(bounds.high));
}

// The same in whatever order the values stand.
uint64_t HashOf(const Row& row) {
  uint64_t values = 0;
  for (const FieldValue& value : row.values) values += Mixed(value.field, HashOf(value.value));
  return Mixed(Mixed(values, static_cast<uint64_t>(row.entity)), row.excluded ? 1 : 0);
}

// The same for rows of the same codes and words, in whatever order these stand, and quicker found out.
uint64_t CodesOf(const Row& row) {
  uint64_t codes = static_cast<uint64_t>(row.entity);
  for (const FieldValue& value : row.values) {
    if (const auto* symbol = std::get_if<Symbol>(&value.value)) codes += Mixed(value.field, *symbol);
  }
  return codes;
}

// Whether two rows may be equal. In most records each has codes of its own.
bool MayHaveRepeated(const Record& record) {
  std::bitset<4096> seen;
  for (const Row& row : record.rows) {
    if (!MayBeRepeated(row.entity)) continue;
    const size_t place = CodesOf(row) >> (64 - 12);
    if (seen[place]) return true;
    seen.set(place);
  }
  return false;
}

bool SaySame(const Row& a, const Row& b) {
  return a.entity == b.entity && a.parent == b.parent && a.excluded == b.excluded &&
         std::is_permutation(a.values.begin(), a.values.end(), b.values.begin(), b.values.end());
}

bool IsStatement(Entity entity) { return entity == Entity::kPhenotype || entity == Entity::kDisease; }

// Nothing is below such rows: only the places of others change.
void Remove(const std::vector<bool>& removed, Record& record) {
  std::vector<uint32_t> place(record.rows.size());
  uint32_t kept = 0;
  for (uint32_t i = 0; i < record.rows.size(); ++i) {
    place[i] = kept;
    if (removed[i]) continue;
    if (kept != i) record.rows[kept] = std::move(record.rows[i]);
    if (kept > 0) record.rows[kept].parent = place[record.rows[kept].parent];
    ++kept;
  }
  record.rows.resize(kept);
}

}  // namespace

RepeatedRows UniteRepeatedRows(Record& record) {
  RepeatedRows repeated;
  if (!MayHaveRepeated(record)) return repeated;
  std::vector<std::pair<uint64_t, uint32_t>> rows;
  rows.reserve(record.rows.size());
  for (uint32_t i = 1; i < record.rows.size(); ++i) {
    if (MayBeRepeated(record.rows[i].entity)) rows.emplace_back(HashOf(record.rows[i]), i);
  }
  std::sort(rows.begin(), rows.end());
  std::vector<bool> removed;
  for (size_t i = 1; i < rows.size(); ++i) {
    const Row& row = record.rows[rows[i].second];
    if (rows[i].first != rows[i - 1].first || !SaySame(row, record.rows[rows[i - 1].second])) continue;
    if (!IsStatement(row.entity)) {
      repeated.kept.push_back(row);
      continue;
    }
    repeated.united.push_back(row);
    if (removed.empty()) removed.resize(record.rows.size());
    removed[rows[i].second] = true;
  }
  if (!removed.empty()) Remove(removed, record);
  return repeated;
}

}  // namespace muster::model
