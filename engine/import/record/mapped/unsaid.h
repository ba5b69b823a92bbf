// Elements of which a rule would make a row that says nothing but what the mapping says.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_MAPPED_UNSAID_H_
#define MUSTER_ENGINE_IMPORT_RECORD_MAPPED_UNSAID_H_

#include <cstdint>
#include <vector>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/mapping/mapping.h"

namespace muster::import {

class RecordDraft;

/// Whether nothing stands where the fields of `rule` lead, or markers of missing values only: the disease of a constant
/// code whose date is empty was not there, nor was the run of a row of a table without its cells. False for an element
/// that is a record by itself: one of a list, one whose "when" says that it is one, and one of which another of `rules`
/// makes a row below.
bool IsUnsaid(RecordDraft& draft, const RowRule& rule, const std::vector<const RowRule*>& rules, const JsonPath& at,
              Element value);

/// Keeps what such an element has, and reports it: empty, or of cells that could not be read.
void KeepUnsaid(RecordDraft& draft, const RowRule& rule, const JsonPath& at, Element value);

/// The same of row number `row`, which `rule` has made, when nothing of what stands there could be read; reports it.
bool IsUnread(RecordDraft& draft, const RowRule& rule, const std::vector<const RowRule*>& rules, uint32_t row,
              const JsonPath& at);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_MAPPED_UNSAID_H_
