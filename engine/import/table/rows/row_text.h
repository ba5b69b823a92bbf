// The text of a row as it is shown, whatever its bytes are.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_ROWS_ROW_TEXT_H_
#define MUSTER_ENGINE_IMPORT_TABLE_ROWS_ROW_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/table/rows/csv_rows.h"

namespace muster::import {

inline bool IsUtf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }
/// `text`; if it is not UTF-8, decoded from a Western code page.
std::string ShownCell(std::string_view text);
/// The first cells of a row.
std::string ShownRow(const CsvRow& row);
/// "1 cell", "2 cells".
std::string CountedCells(uint64_t count);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_ROWS_ROW_TEXT_H_
