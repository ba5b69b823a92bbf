// Ages whose years and months stand in two columns, of which rules read one.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_BESIDE_PARTED_AGES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_BESIDE_PARTED_AGES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/mapping/table.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// "onset_years" is "onset" in years, "ga weeks" is "ga" in weeks, "age_m" is "age" in months. Nothing of names in
/// which there is no unit of time, or several, or nothing else.
struct TimeName {
  std::string of;
  TableColumn::Age unit = TableColumn::Age::kNone;
};
std::optional<TimeName> TimeNameOf(std::string_view name);

/// Looks at the rows of a table, one after another.
class PartedAges {
 public:
  /// `of_file`: the tables that the file is.
  void Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file, const TableHeader& header);
  void Add(const CsvRow& row) {
    for (Parts& parts : parts_) {
      if (!parts.others) Look(parts, row);
    }
  }
  /// After the last row: columns that rules do not read, with the months of their years, say. (Not the whole age once
  /// more in months.)
  void Report(const TableHeader& header, Reporter& reporter) const;

 private:
  struct Parts {
    size_t read = 0;
    size_t unread = 0;
    int most = 0;         // of the smaller unit, within one of the larger
    bool others = false;  // they are no parts of one age
    uint64_t cells = 0;   // of the smaller unit, beside one of the larger, and not 0
    std::string example{};
  };
  static void Look(Parts& parts, const CsvRow& row);

  std::string table_;
  std::vector<Parts> parts_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_BESIDE_PARTED_AGES_H_
