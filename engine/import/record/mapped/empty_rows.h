// Elements without data: a rule would make rows of them that hold only the constants of the mapping.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_MAPPED_EMPTY_ROWS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_MAPPED_EMPTY_ROWS_H_

#include <cstdint>
#include <vector>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/mapping/mapping.h"

namespace muster::import {

class RecordDraft;

/// Whether all members that the fields of `rule` read are absent or have markers of missing values: a disease with a
/// constant code and an empty date was not there, nor was a run whose cells are all empty. False for an element that
/// is a record by itself: an element of a list, one that its "when" selects, and one from which another of `rules`
/// makes a row below.
bool IsEmptyRow(RecordDraft& draft, const RowRule& rule, const std::vector<const RowRule*>& rules, const JsonPath& at,
                Element value);

/// Keeps the data of such an element, and reports it as empty or as unreadable.
void KeepEmptyRow(RecordDraft& draft, const RowRule& rule, const JsonPath& at, Element value);

/// Whether row number `row`, which `rule` has made, is empty because none of its cells could be read; reports it.
bool IsUnread(RecordDraft& draft, const RowRule& rule, const std::vector<const RowRule*>& rules, uint32_t row,
              const JsonPath& at, Element value);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_MAPPED_EMPTY_ROWS_H_
