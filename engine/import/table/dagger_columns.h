// Columns of ICD-10 as England's hospitals have them: without a point, and with a D or an A behind codes that have a
// dagger or an asterisk, "E103D" and "H360A". In Germany an A says that a diagnosis was excluded.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_DAGGER_COLUMNS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_DAGGER_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Looks at the codes of a table, row after row. Codes and marks may be in different columns of it.
class DaggerColumns {
 public:
  /// To be called once, before any row.
  void Begin(const TableHeader& header);
  void Add(const CsvRow& row);
  /// Whether there are daggers, no mark of certainty, and hardly a letter that England's hospitals do not write there,
  /// as Sweden's edition has them: "M059B", and an A behind what is no code of an asterisk.
  bool Has() const { return daggers_ > 0 && !marks_ && others_ * kSeldom <= daggers_; }
  /// Whether there are marks of certainty (G, V, Z, or an A behind a code with a point).
  bool HasMarks() const { return marks_; }
  /// The names of the columns that have codes.
  const std::vector<std::string>& names() const { return names_; }

 private:
  struct Column {
    size_t number;
    std::string_view split;  // what parts its codes; empty: it has one
  };
  void AddCode(std::string_view code);

  std::vector<Column> columns_;
  std::vector<std::string> names_;
  static constexpr uint64_t kSeldom = 20;

  uint64_t daggers_ = 0;
  uint64_t others_ = 0;
  bool marks_ = false;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_DAGGER_COLUMNS_H_
