// Columns that no rule reads, beside those that rules read, and what they say of these.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_BESIDE_BESIDE_COLUMNS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_BESIDE_BESIDE_COLUMNS_H_

#include <cstddef>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/beside/code_lists.h"
#include "engine/import/table/beside/denying_texts.h"
#include "engine/import/table/beside/other_times.h"
#include "engine/import/table/beside/parted_ages.h"
#include "engine/import/table/beside/precise_dates.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// All of them together.
class BesideColumns {
 public:
  /// `mapping` must outlive this. `of_file`: the tables that the file is.
  void Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file, const TableHeader& header) {
    dates_.Begin(mapping, table, of_file, header);
    ages_.Begin(mapping, table, of_file, header);
    texts_.Begin(mapping, table, of_file, header);
    lists_.Begin(mapping, table, of_file, header);
    times_.Begin(mapping, table, of_file, header);
  }
  /// A row of the table.
  void Add(const CsvRow& row) {
    dates_.Add(row);
    ages_.Add(row);
    texts_.Add(row);
    lists_.Add(row);
    times_.Add(row);
  }
  /// After the last row.
  void Report(const TableHeader& header, Reporter& reporter) const {
    dates_.Report(header, reporter);
    ages_.Report(header, reporter);
    texts_.Report(header, reporter);
    lists_.Report(header, reporter);
    times_.Report(header, reporter);
  }

 private:
  PreciseDates dates_;
  PartedAges ages_;
  DenyingTexts texts_;
  CodeLists lists_;
  OtherTimes times_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_BESIDE_BESIDE_COLUMNS_H_
