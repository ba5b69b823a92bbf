// Texts of diagnoses beside their codes that say that there was none, and that no rule reads.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_BESIDE_DENYING_TEXTS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_BESIDE_DENYING_TEXTS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Whether a column called so has the diagnosis in words: "diagnosis_text", "icd_label", "Bezeichnung". (Not
/// "diagnosis_comment".)
bool IsNameOfText(std::string_view name);

/// Looks at the rows of a table, one after another.
class DenyingTexts {
 public:
  /// `mapping` must outlive this. `of_file`: the tables that the file is.
  void Begin(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file, const TableHeader& header);
  void Add(const CsvRow& row) {
    for (Text& text : texts_) Look(text, row);
  }
  /// After the last row: texts by which rows would not be taken, were they the labels of the codes.
  void Report(const TableHeader& header, Reporter& reporter) const;

 private:
  struct Text {
    size_t column = 0;
    size_t code = 0;
    uint64_t denying = 0;
    uint64_t cells = 0;
    std::vector<std::string> examples{};
    HashMap<size_t, bool> known{};  // by the hash of code and text
  };
  void Look(Text& text, const CsvRow& row) const;
  bool Denies(const std::string& cell, const std::string& code, size_t column) const;

  const Mapping* mapping_ = nullptr;
  std::string table_;
  std::vector<Text> texts_;
  std::vector<std::string> prefixes_;  // by column
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_BESIDE_DENYING_TEXTS_H_
