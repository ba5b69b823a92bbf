// Numbered columns (dx1, dx2, dx3) of which the mapping reads only some.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SISTER_COLUMNS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SISTER_COLUMNS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/record/reporter.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// The name without its numbers: "v1_crp" and "v2_crp" are "v#_crp"; "" where it has none, or nothing else.
std::string NameWithoutNumbers(std::string_view name);

/// The name, in small letters, of what a column is a second one of: "sex" of "sex.1", "sex_y", "sex_new",
/// "corrected_sex" and "sex (2)"; "" where the name does not say that it is one.
std::string NameOfFirst(std::string_view name);

/// Reports those of the columns `unread`, which no rule reads, that are called like one that is read, but for a number,
/// once for each name, and those that are a second one of it. `table` is the name of the table.
void ReportSisters(std::string_view table, const TableHeader& header, const std::vector<size_t>& unread,
                   Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_SISTER_COLUMNS_H_
