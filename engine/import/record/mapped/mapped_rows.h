// Rows and values that a mapping asks for.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_MAPPED_MAPPED_ROWS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_MAPPED_MAPPED_ROWS_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/mapping/mapping.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

class RecordDraft;

/// Makes the rows that the mapping has for the element at `at`, whose row becomes the last one made.
void MakeMappedRows(RecordDraft& draft, JsonPath& at, Element value);

/// To be called before the members of the record are read: makes those rows of the record itself to which rows of its
/// members may belong, such as the sample of their runs.
void MakeParentsOfRecord(RecordDraft& draft, const JsonPath& root, Element record);

/// What the mapping makes of the record itself, which stands at `root`: fields of the individual, and rows.
void MapRecord(RecordDraft& draft, const Mapping& mapping, const JsonPath& root, Element record);

/// True when the mapping makes something else of the element at `at` than one of the `standard` entities: neither the
/// same nor something below it.
bool IsMappedAway(const JsonPath& at, std::initializer_list<model::Entity> standard);

/// After the standard's row of the element was made, if there is one: fields that the mapping adds to it, and rows
/// below.
void ExtendMappedRow(RecordDraft& draft, JsonPath& at, Element value, std::optional<uint32_t> row);

/// Sets fields from the values that their rules find below `value`, in place of what is there, or,
/// without `replacing`, beside it: a second value of a field that has one is then kept and reported. False when a rule
/// for `excluded` leads to what says neither yes nor no, which is then reported: the row would have a wrong polarity.
bool SetMappedFields(RecordDraft& draft, uint32_t row, const std::vector<FieldRule>& rules, const JsonPath& at,
                     Element value, bool sets_strategy = false, bool replacing = true);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_MAPPED_MAPPED_ROWS_H_
