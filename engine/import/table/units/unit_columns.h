// Columns of units that no rule reads, beside numbers that rules take in one unit: AGEU beside AGE, unit_cd beside
// value.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_UNITS_UNIT_COLUMNS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_UNITS_UNIT_COLUMNS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/mapping/table.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// The unit that a cell says: "YEARS", "Monate", "mo". Others than the four of ages (hours) are kNone. With `letters`,
/// a letter is one, too: "M" is months, unless it is a sex.
std::optional<TableColumn::Age> TimeUnitOfCell(std::string_view cell, bool letters);
/// Whether a column of this name has units: "unit", "Einheit".
bool IsNameOfUnits(std::string_view name);
/// Whether it may have: "hba1c_unit", "LBORRESU"; but "care_unit", too.
bool MayBeNameOfUnits(std::string_view name);
/// Whether it may have codes of units: "unit_concept_id", "value_units_cd", "LBORRESU".
bool MayHaveCodesOfUnits(std::string_view name);

/// The numbers of a table that rules read.
class UnitColumns {
 public:
  /// `rows`: where the rules of the table's rows are, or null.
  UnitColumns(const Mapping& mapping, size_t table, const MappingNode* rows, const TableHeader& header);

  enum class Kind {
    kUnknown,  ///< it is no column of units, or cannot be seen to be one
    kTaken,    ///< all are the unit in which the numbers are taken
    kOfTimes,  ///< of ages, durations or survival, and not all are that unit
    kOfCodes,  ///< several codes, of units by the column's name
  };
  struct Found {
    Kind kind = Kind::kUnknown;
    std::string of;  ///< the column of the numbers; "": not known
  };
  /// What a column that no rule reads has the units of. `cells`: the different ones.
  Found Find(std::string_view name, const std::vector<std::string>& cells) const;

 private:
  struct Numbers {
    std::string column;
    std::optional<TableColumn::Age> time;  // of ages, durations and survival
    std::string unit;                      // of others, where the mapping gives it
  };
  const Numbers* OwnerOf(std::string_view letters) const;
  bool IsOfAnother(std::string_view letters) const;
  Found OfTimes(std::string_view name, const std::vector<TableColumn::Age>& units, const Numbers* owner) const;
  bool AreTaken(std::string_view cell) const;

  std::vector<Numbers> numbers_;
  std::vector<std::string> others_;  // other columns, by their letters
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_UNITS_UNIT_COLUMNS_H_
