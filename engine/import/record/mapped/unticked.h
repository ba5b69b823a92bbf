// Rows that are left out because their tick says no, although other cells are filled.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_MAPPED_UNTICKED_H_
#define MUSTER_ENGINE_IMPORT_RECORD_MAPPED_UNTICKED_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/mapping/mapping.h"

namespace muster::import {

class RecordDraft;

/// Of an element that `rule`, one of `rules`, does not take because nothing is ticked: notes a field of the rule that
/// is filled all the same, an "epilepsy_age" beside an empty "epilepsy". Only fields that are called like the tick, and
/// that no other rule reads: a day of visit is filled in any case.
void NoteFilledBesideNoTick(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule,
                            const std::vector<const RowRule*>& rules);

/// Of a row that `rule` has made as excluded by what it reads: notes an onset or the like.
void NoteTimeOfExcluded(RecordDraft& draft, uint32_t row, const JsonPath& at, Element value, const RowRule& rule);

/// Whether two names of columns have a word in common, or one that begins alike: "seizures_yn" and "age_seizure". Words
/// that many columns have ("age", "date", "onset") do not count.
bool AreCalledAlike(std::string_view a, std::string_view b);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_MAPPED_UNTICKED_H_
