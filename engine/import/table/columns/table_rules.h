// What the rules of a mapping read from the rows of one table.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_TABLE_RULES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_TABLE_RULES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/mapping/table.h"
#include "engine/import/table/rows/table_header.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

class TableRules {
 public:
  /// Of table number `table` of `mapping`, which must outlive this.
  TableRules(const Mapping& mapping, size_t table);

  const Table& table() const { return mapping_.tables()[number_]; }
  /// Where the rules for the table's rows are; null without any.
  const MappingNode* node() const { return node_; }
  /// Whether a rule makes rows of the entity from rows of the table.
  bool Makes(model::Entity entity) const;
  /// Whether a rule makes rows with a polarity, which other columns may deny.
  bool HasPolarity() const;
  /// Whether a rule gives a constant assay to values of whatever rows there are.
  bool TakesOneAssay() const;
  /// Whether a rule gives a constant assay to rows of some tests, which "when" tells apart.
  bool TakesAssaysOfTests() const;
  /// Whether rules read values of measurements from more columns than their units.
  bool HasFewerUnitsThanValues() const;
  /// Whether a column has codes of ICD.
  bool HasCodesOfIcd() const;

  /// Whether any of the tables `of_file`, which read the same file, has a use for the column, whose name is in camel
  /// case.
  bool IsUsed(const std::string& column, const std::vector<size_t>& of_file) const;
  /// Whether a rule looks at the column of this name to see whether the row was observed (IsNotObserved). A rule of a
  /// constant code does not, nor one that reads "excluded"; in a table with one row for each person, a status is the
  /// person's.
  bool ReadsPolarityFrom(std::string_view name) const;
  /// Whether the column of this name may be a severity, a frequency or the like of rows of the table that are observed:
  /// of features, or of what a constant code is; a diagnosis with a code of its own is there. In a table with one row
  /// for each person it is about something else.
  bool MayHaveScale(std::string_view name) const;
  /// Whether the date of birth is read from the column.
  bool ReadsBirthFrom(const TableHeader& header, size_t column) const;
  /// Whether all rules that read numbers from the column are of assays whose values are small.
  bool ReadsSmallNumbersFrom(const TableHeader& header, size_t column) const;

  /// What is read as the death, where the table takes all rows of its files and nothing else says who has died.
  std::vector<std::string> ColumnsOfDeath() const;
  /// From which rules read the assay of measurements, or which they ask for in "when".
  std::vector<size_t> ColumnsOfAssays(const TableHeader& header) const;

 private:
  bool TakesConstantAssays(bool of_tests) const;

  const Mapping& mapping_;
  const size_t number_;
  const MappingNode* node_ = nullptr;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_TABLE_RULES_H_
