// Keeps data of elements of which a rule makes no row after all.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_MAPPED_ROW_NOT_MADE_H_
#define MUSTER_ENGINE_IMPORT_RECORD_MAPPED_ROW_NOT_MADE_H_

#include <cstdint>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/mapping/mapping.h"

namespace muster::import {

class RecordDraft;

/// Keeps what a row without a code would have had. Without a code, what stands in its place is kept already, or nothing
/// does.
void KeepWithoutCode(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule);

/// The same of a row whose polarity is neither yes nor no, which is kept already.
void KeepWithoutPolarity(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule);

/// The same of what was set in row number `row`: it is not set any more.
void KeepRead(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value, const RowRule& rule);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_MAPPED_ROW_NOT_MADE_H_
