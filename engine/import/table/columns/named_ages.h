// Columns that the mapping reads as ages, and whose names say that they count from another day than birth.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_NAMED_AGES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_NAMED_AGES_H_

#include <string_view>

#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

enum class AgeOrigin {
  kBirth,       ///< as far as the name says
  kAnotherDay,  ///< "days_to_death", "months since diagnosis"
  kConception,  ///< "gestational_age", "SSW"
};
AgeOrigin AgeOriginByName(std::string_view name);

/// Reports such columns of `table`.
void ReportNamedAges(std::string_view table, const TableHeader& header, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_NAMED_AGES_H_
