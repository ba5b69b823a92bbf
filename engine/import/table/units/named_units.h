// Units in the names of columns, such as hba1c_mmol_mol, "Weight (lb)" and OS_MONTHS, beside those of the mapping.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_UNITS_NAMED_UNITS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_UNITS_NAMED_UNITS_H_

#include <optional>
#include <string>
#include <string_view>

#include "engine/import/mapping/mapping.h"
#include "engine/import/mapping/table.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// The unit of UCUM that the name of a column says, where it is another one than `unit`; "" where it says none, or the
/// same. A single letter counts only where it is a unit of the same kind: height_m beside cm.
std::string OtherUnitInName(std::string_view name, std::string_view unit);
/// The unit of time that the name of a column says: "age_months", "Alter (Jahre)".
std::optional<TableColumn::Age> TimeUnitInName(std::string_view name);

/// The unit of time that a word in small letters says, of which names of columns are made: "months", "jahre".
std::optional<TableColumn::Age> TimeUnitOfWord(std::string_view word);

enum class UnitsAlike {
  kUnknown,  ///< they are not of one kind, or not both are units
  kSame,     ///< but for spelling and what was measured
  kOthers,   ///< they convert, by a factor
};
UnitsAlike AreUnitsAlike(std::string_view unit, std::string_view other);

/// Reports columns of table number `table` whose name says another unit than the mapping. `rows`: where the rules of
/// its rows are, or null.
void ReportNamedUnits(const Mapping& mapping, size_t table, const MappingNode* rows, const TableHeader& header,
                      Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_UNITS_NAMED_UNITS_H_
