// Which columns of a table rules read as what, and which no rule reads.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_BESIDE_COLUMNS_OF_RULES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_BESIDE_COLUMNS_OF_RULES_H_

#include <cstddef>
#include <functional>
#include <vector>

#include "engine/import/mapping/mapping.h"
#include "engine/import/table/rows/table_header.h"

namespace muster::import {

/// Those that neither table number `table` nor another one of the file has a use for.
std::vector<size_t> UnreadColumns(const Mapping& mapping, size_t table, const std::vector<size_t>& of_file,
                                  const TableHeader& header);
/// Those that rules of the table, also those of the individual, read into fields that `wanted` takes.
std::vector<size_t> ColumnsOf(const Mapping& mapping, size_t table, const TableHeader& header,
                              const std::function<bool(const FieldRule&)>& wanted);
/// Those of times: dates and ages.
std::vector<size_t> ColumnsOfTimes(const Mapping& mapping, size_t table, const TableHeader& header);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_BESIDE_COLUMNS_OF_RULES_H_
