// The columns of a file, and what a table of the mapping has to do with each.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_ROWS_TABLE_HEADER_H_
#define MUSTER_ENGINE_IMPORT_TABLE_ROWS_TABLE_HEADER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/import/input/text_map.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/mapping/table.h"
#include "engine/import/table/rows/csv_rows.h"

namespace muster::import {

inline constexpr size_t kNoColumn = SIZE_MAX;

struct HeaderColumn {
  std::string name;
  const TableColumn* settings = nullptr;  ///< null: text
  bool used = false;                      ///< by a rule of the mapping
  size_t alike = kNoColumn;               ///< the first column that rules find by the same name, if there are two
  size_t label = kNoColumn;               ///< where its label stands
  bool left_out = false;                  ///< is in the record in another way: the id, a label
};

/// Columns, and the texts that a table wants in them.
using CellConditions = std::vector<std::pair<size_t, const std::vector<std::string>*>>;
bool Fits(const CellConditions& when, const CsvRow& row);

/// What the first row of a file is to one of the tables that the file is.
class TableHeader {
 public:
  /// For table number `table` of `mapping`, one of those `of_file` that the file has. All must outlive this.
  TableHeader(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file)
      : mapping_(mapping), table_(mapping.tables()[table]), of_file_(of_file) {}

  /// To be called once. InvalidArgument, with `file` and line, if `row` is not a header, or lacks a column that the
  /// mapping names.
  absl::Status Read(std::string_view file, const CsvRow& row);

  /// The column of this very name, else the one that rules find by it; or kNoColumn.
  size_t Find(std::string_view name) const;
  const std::vector<HeaderColumn>& columns() const { return columns_; }
  /// Their names.
  const std::vector<std::string>& names() const { return names_; }
  /// The column of the id; kNoColumn until Read has found it.
  size_t id() const { return id_; }
  /// Those whose cells stand before it.
  const std::vector<size_t>& id_begins() const { return id_begins_; }
  /// Which rows are of the table.
  const CellConditions& when() const { return when_; }
  /// Which are of each of the tables that the file is.
  const std::vector<CellConditions>& when_of_file() const { return when_of_file_; }

 private:
  absl::Status ReadNames(std::string_view file, const CsvRow& row, std::string* shown);

  const Mapping& mapping_;
  const Table& table_;
  const std::vector<size_t>& of_file_;
  std::vector<HeaderColumn> columns_;
  std::vector<std::string> names_;
  TextMap<size_t> exact_;    // columns by their very names
  TextMap<size_t> numbers_;  // by CamelCase of the name; of several, the first
  size_t id_ = kNoColumn;
  std::vector<size_t> id_begins_;
  CellConditions when_;
  std::vector<CellConditions> when_of_file_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_ROWS_TABLE_HEADER_H_
