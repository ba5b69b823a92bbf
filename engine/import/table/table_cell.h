// From the text of a table's cell to JSON.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_TABLE_CELL_H_
#define MUSTER_ENGINE_IMPORT_TABLE_TABLE_CELL_H_

#include <optional>
#include <string>
#include <string_view>

#include "engine/import/mapping/table.h"
#include "engine/import/mapping/words.h"
#include "engine/import/record/remarks.h"

namespace muster::import {

/// Whether `cell` means a missing value. `column` may be null.
bool IsMissing(const Table& table, const TableColumn* column, std::string_view cell);

/// Whether each code of a cell, which the column may split, has a label of its own: there are as many. One code alone
/// has whatever stands there.
bool HasLabelOfEach(const TableColumn& column, std::string_view cell, std::string_view label);

/// Appends the value of the cell to `json`: a string, an array of strings, or a class with `label`; of several
/// codes each has the part of it that stands in its place (HasLabelOfEach). If the cell is not
/// as the mapping says, returns false, sets `*problem`, and appends nothing. A cell with only missing values appends
/// "null"; a marker of a missing value that the mapping does not name stays as it is.
bool AppendCell(const Table& table, const TableColumn& column, const WordRules& words, std::string_view cell,
                std::string_view label, std::string* json, std::optional<RemarkKind>* problem);

/// `text` as a JSON string. Its bytes are taken to be UTF-8.
void AppendJsonString(std::string_view text, std::string* json);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_TABLE_CELL_H_
