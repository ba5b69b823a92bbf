// Columns about a child, in a table whose rows are the mother's by its id.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_CHILD_COLUMNS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_CHILD_COLUMNS_H_

#include "engine/import/mapping/table.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Registers of births have a row for each birth: where the id is the mother's, what rules read from "child_dx" or
/// "birth_weight" counts as hers. Reports these columns.
void ReportColumnsOfChildren(const Table& table, const TableHeader& header, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_CHILD_COLUMNS_H_
