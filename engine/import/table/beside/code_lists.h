// Columns with several codes in a cell that no rule reads.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_BESIDE_CODE_LISTS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_BESIDE_CODE_LISTS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// How many codes the cell has, separated by ';', '|', ',' or blanks: codes that name their system or, with `icd10`,
/// those of ICD-10. 0 where something else is there, too. `*certain` becomes true for one that is hardly anything else:
/// A12 may be a ward.
size_t CountCodes(std::string_view cell, bool icd10, bool* certain);

/// Looks at the rows of a table, one after another.
class CodeLists {
 public:
  /// `mapping` must outlive this. `of_file`: the tables that the file is.
  void Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file, const TableHeader& header);
  void Add(const CsvRow& row) {
    for (List& list : lists_) {
      if (!list.others) Look(list, row.cells[list.column]);
    }
  }
  /// After the last row. (Where each cell has one code, it is told with the other unread columns.)
  void Report(const TableHeader& header, Reporter& reporter) const;

 private:
  struct List {
    size_t column = 0;
    bool others = false;  // something else than codes is there
    bool certain = false;
    uint64_t cells = 0;
    uint64_t several = 0;
    std::string example{};
  };
  void Look(List& list, const std::string& cell) const;

  const Mapping* mapping_ = nullptr;
  std::string table_;
  bool icd10_ = false;
  std::vector<List> lists_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_BESIDE_CODE_LISTS_H_
