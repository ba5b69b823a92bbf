#include "engine/model/record/same_ids.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "containers/hash_table.h"

namespace muster::model {
namespace {

std::optional<FieldId> IdOf(Entity entity) {
  switch (entity) {
    case Entity::kSample:
      return field::kSampleId;
    case Entity::kRun:
      return field::kRunId;
    case Entity::kAnalysis:
      return field::kAnalysisId;
    default:
      return std::nullopt;
  }
}

std::string_view IdIn(const Row& row) {
  const std::optional<FieldId> field = IdOf(row.entity);
  const Value* id = field.has_value() ? row.Find(*field) : nullptr;
  const auto* text = id == nullptr ? nullptr : std::get_if<std::string>(id);
  return text == nullptr ? std::string_view() : *text;
}

// Most records say each id once: they are looked through without a table of ids.
bool HasSameIds(const Record& record) {
  constexpr size_t kMany = 16;
  std::array<std::pair<const Row*, std::string_view>, kMany> seen;
  size_t size = 0;
  for (const Row& row : record.rows) {
    const std::string_view id = IdIn(row);
    if (id.empty()) continue;
    if (size == kMany) return true;  // compared with each other they would take longer
    for (size_t i = 0; i < size; ++i) {
      if (seen[i].second == id && seen[i].first->entity == row.entity) return true;
    }
    seen[size++] = {&row, id};
  }
  return false;
}

}  // namespace

SameIds UniteSameIds(Record& record, const Dictionary& dictionary) {
  SameIds same;
  if (!HasSameIds(record)) return same;
  HashMap<std::tuple<Entity, uint32_t, std::string>, uint32_t> first;
  std::vector<uint32_t> becomes(record.rows.size());
  for (uint32_t i = 0; i < record.rows.size(); ++i) {
    Row& row = record.rows[i];
    becomes[i] = i;
    if (i > 0) row.parent = becomes[row.parent];
    const std::string id(IdIn(row));
    if (id.empty()) continue;
    const auto [known, is_new] = first.try_emplace({row.entity, row.parent, id}, i);
    if (is_new) continue;
    Row united = record.rows[known->second];
    if (const auto contradiction = UniteRows(row, united, dictionary)) {
      same.different.push_back({id, *contradiction});
      continue;
    }
    if (united.values != record.rows[known->second].values) same.completed.push_back(id);
    record.rows[known->second] = std::move(united);
    becomes[i] = known->second;
    same.united.push_back(id);
  }
  if (same.united.empty()) return same;
  std::vector<uint32_t> place(record.rows.size());
  uint32_t kept = 0;
  for (uint32_t i = 0; i < record.rows.size(); ++i) {
    if (becomes[i] != i) continue;
    place[i] = kept;
    if (kept != i) record.rows[kept] = std::move(record.rows[i]);
    record.rows[kept].parent = place[record.rows[kept].parent];
    ++kept;
  }
  record.rows.resize(kept);
  return same;
}

}  // namespace muster::model
