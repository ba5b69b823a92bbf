// The part of a mapping about a table: its files, the column that identifies the individual, the form of cells.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_TABLE_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_TABLE_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/input/text_map.h"
#include "engine/import/mapping/date_format.h"

namespace muster::import {

/// How the cells of one column are written.
struct TableColumn {
  enum class Age { kNone, kYears, kMonths, kWeeks, kDays };

  std::vector<std::string> missing;            ///< texts that mean missing values, besides those of the table
  TextMap<std::optional<std::string>> values;  ///< text to value (nullopt: missing); if not empty, no others are read
  std::vector<DateFormat> dates;               ///< the first that fits counts
  Age age = Age::kNone;                        ///< the cell is an age in these units
  bool decimal_comma = false;
  std::string split;   ///< separates several values; "": one value
  std::string prefix;  ///< put before each value
  std::string label;   ///< the column with the label of this one's code, or ""
};

/// A table of the mapping.
struct Table {
  std::string name;
  std::vector<std::string> files;  ///< patterns of file names, with * and ?
  std::string id;                  ///< the column with the individual's id
  /// Columns whose cells stand before that of `id` in the individual's id, with hyphens between: the site that gives
  /// it.
  std::vector<std::string> id_begins;
  /// Of several rows of an individual, the one with the latest date in this column counts; "": the first.
  std::string latest;
  bool one = false;               ///< one row for each individual, not an array of rows
  std::optional<char> delimiter;  ///< if not said: whichever of tab, semicolon and comma the header has most
  bool quotes = true;             ///< whether cells may be in double quotes
  std::vector<std::string> missing;
  /// Only rows whose cells say one of the texts are of this table; "" is the empty cell.
  std::vector<std::pair<std::string, std::vector<std::string>>> when;
  TextMap<TableColumn> columns;
  std::vector<std::string> used;  ///< columns that the rules of the mapping name
  /// Order of reading: tables that set fields of the individual first, tables that refer to rows of others last.
  int rank = 0;

  /// Whether the file at `path` is one of this table, by its name without .gz or .zst.
  bool HasFile(std::string_view path) const;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_TABLE_H_
