// The long form, a row for each item: rules of constant codes that do not look at the answer, which other rules read.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_ITEM_ANSWERS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_ITEM_ANSWERS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/input/text_map.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/csv_rows.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Looks at the rows of a table. What no rule reads is told by ColumnWatch.
class ItemAnswers {
 public:
  void Begin(const Mapping& mapping, size_t table, const TableHeader& header);
  void Add(const WordRules& words, const CsvRow& row);
  /// After the last row: where the answers beside rows that count are a no, and all others are none but answers.
  void Report(std::string_view table, const TableHeader& header, Reporter& reporter) const;

 private:
  // A rule that makes a row of a constant code, and a column of answers that it does not read.
  struct Rule {
    std::string code;
    std::vector<std::pair<size_t, const std::vector<std::string>*>> when;  // columns, and what they ask for
    size_t answer = 0;
    uint64_t rows = 0;
    uint64_t denied = 0;
    bool numbers = false;  // more than answers: a score, say
    std::string first;     // that denies
  };

  void Count(const WordRules& words, const CsvRow& row, Rule& rule);

  std::vector<Rule> rules_;
  // Numbers of rules, by the column of items and the item for which their first condition asks.
  std::map<size_t, TextMap<std::vector<size_t>>> by_item_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TOGETHER_ITEM_ANSWERS_H_
