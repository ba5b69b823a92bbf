// Columns that say that rows of one kind do not count, or of what they are, and that only rules for other rows read.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_BESIDE_READ_ELSEWHERE_H_
#define MUSTER_ENGINE_IMPORT_TABLE_BESIDE_READ_ELSEWHERE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/input/text_map.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/mapping/words.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Looks at the rows of a table. What no rule reads at all is told by ColumnWatch.
///
/// `affected` may be read by the pedigree alone, and the disease be a constant: then who is unaffected has it. So it is
/// with the group of controls, the relative whom a diagnosis is of, the specimen that only the sample has, and the day
/// on which a consent was withdrawn that is read as a last contact.
class ReadElsewhere {
 public:
  void Begin(const Mapping& mapping, size_t table, const TableHeader& header);
  void Add(const WordRules& words, const CsvRow& row, std::string_view id) {
    if (!columns_.empty()) Look(words, row, id);
  }
  void Report(std::string_view table, const TableHeader& header, Reporter& reporter) const;

 private:
  enum class Tells { kNotAffected, kControl, kRelative, kMaterial, kWithdrawal };
  struct Column {
    size_t column = 0;
    Tells tells = Tells::kNotAffected;
    const RowRule* rule = nullptr;
    uint64_t rows = 0;
    uint64_t told = 0;
    std::string first;
    TextMap<std::string> by_id = {};  // kRelative: the first word of each, of some thousands
    std::string material;             // kMaterial: the first
    TextMap<bool> words = {};         // what Tell says of the first hundred
  };
  static bool Tell(Column& one, const WordRules& words, const std::string& cell);
  void Look(const WordRules& words, const CsvRow& row, std::string_view id);

  std::vector<Column> columns_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_BESIDE_READ_ELSEWHERE_H_
