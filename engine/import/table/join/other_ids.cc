#include "engine/import/table/join/other_ids.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "engine/import/mapping/denying_place.h"
#include "engine/import/record/polarity_word.h"
#include "engine/import/table/join/gathered_rows.h"
#include "engine/model/text/alike_key.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::Concat;

constexpr RemarkKind kOtherId{
    ImportProblem::Kind::kNote,
    "column called as the id of another table, which is joined by another column: rows may meet other people",
    "see which numbers the two tables share, and let both have that column: \"id\": \"mrn\"; nothing, if the ids by "
    "which they are joined are the same numbers under two names",
    RemarkPlace::kFirst};

// More are hardly needed to see that each has its own, and would take memory.
constexpr size_t kMostIds = 100'000;

size_t HashOf(std::string_view text) { return std::hash<std::string_view>()(text); }

// Any table has one of these for its own rows.
bool NumbersRows(std::string_view name) {
  constexpr std::string_view kNames[] = {"id", "pk",  "key",    "uid",    "uuid",  "guid",  "rowid", "index", "nr",
                                         "no", "num", "number", "lineno", "rownr", "rowno", "lfdnr", "row",   "oid"};
  return IsIn(kNames, Letters(name).text());
}

bool AreOneName(std::string_view one, std::string_view other) {
  return model::ToLower(model::Trim(one)) == model::ToLower(model::Trim(other));
}

bool IsReadBy(const Table& table, std::string_view column) {
  const auto is_it = [&](std::string_view name) { return AreOneName(name, column); };
  return is_it(table.id) || (!table.latest.empty() && is_it(table.latest)) ||
         std::any_of(table.id_begins.begin(), table.id_begins.end(), is_it) ||
         std::any_of(table.used.begin(), table.used.end(), is_it) ||
         std::any_of(table.when.begin(), table.when.end(), [&](const auto& when) { return is_it(when.first); });
}

}  // namespace

void OtherIdColumns::Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file,
                           const TableHeader& header) {
  const std::vector<Table>& tables = mapping.tables();
  if (!tables[table].id_begins.empty()) return;
  for (size_t other = 0; other < tables.size(); ++other) {
    const std::string& name = tables[other].id;
    const bool same_file = std::find(of_file.begin(), of_file.end(), other) != of_file.end();
    if (same_file || !tables[other].id_begins.empty() || NumbersRows(name)) continue;
    // Of a mother or a twin it is the id of another person.
    if (IsDenyingName(name, model::Entity::kDisease) || IsNameOfMothers(name)) continue;
    const size_t column = header.Find(name);
    if (column == kNoColumn || header.columns()[column].left_out) continue;
    const bool known =
        std::any_of(watched_.begin(), watched_.end(), [&](const Watched& watched) { return watched.column == column; });
    const bool read = std::any_of(of_file.begin(), of_file.end(),
                                  [&](size_t one) { return IsReadBy(tables[one], header.columns()[column].name); });
    if (!known && !read) watched_.push_back({column, {table, other, header.columns()[column].name}});
  }
}

void OtherIdColumns::Look(Watched& watched, const std::string& cell, std::string_view id) {
  if (watched.several || cell.empty()) return;
  const size_t of_id = HashOf(id);
  const size_t of_cell = HashOf(cell);
  if (watched.cell_of.size() < kMostIds) {
    watched.several = watched.cell_of.try_emplace(of_id, of_cell).first->second != of_cell ||
                      watched.id_of.try_emplace(of_cell, of_id).first->second != of_id;
  }
  watched.differs = watched.differs || model::AlikeKey(cell) != model::AlikeKey(id);
  watched.id.cells.insert(of_cell);
}

std::vector<OtherId> OtherIdColumns::Take() {
  std::vector<OtherId> found;
  for (Watched& watched : watched_) {
    if (watched.differs && !watched.several) found.push_back(std::move(watched.id));
  }
  watched_.clear();
  return found;
}

void ReportOtherIds(const std::vector<OtherId>& columns, const Mapping& mapping, GatheredRows& rows,
                    Reporter& reporter) {
  const std::vector<Table>& tables = mapping.tables();
  for (const OtherId& column : columns) {
    uint64_t joined = 0;  // people of the other table with rows of this one
    uint64_t in_column = 0;
    std::string example;
    for (const GatheredRows::Individual& individual : rows.individuals()) {
      const std::vector<uint32_t> with = rows.TablesOf(individual);
      const auto has = [&](size_t table) { return std::find(with.begin(), with.end(), table) != with.end(); };
      if (!has(column.other)) continue;
      if (column.cells.contains(HashOf(individual.id))) ++in_column;
      if (!has(column.table)) continue;
      ++joined;
      if (example.empty()) example = individual.id;
    }
    // By chance some numbers are there, too.
    if (joined == 0 || in_column < joined || joined * 2 < in_column) continue;
    const Table& table = tables[column.table];
    const Table& other = tables[column.other];
    reporter.BeginRecord(0, 0);
    reporter.Report(
        kOtherId, Concat({"/", table.name, "/", column.column}), column.column,
        Concat({std::to_string(joined), joined == 1 ? " individual has" : " individuals have", " rows of \"",
                other.name, "\" by its \"", other.id, "\", such as \"", Shown(example, 80), "\", which is \"", table.id,
                "\" of \"", table.name, "\"; there \"", Shown(column.column, 80), "\" has other numbers, of which ",
                std::to_string(in_column), " are ids of \"", other.name, "\""}));
  }
}

}  // namespace muster::import
