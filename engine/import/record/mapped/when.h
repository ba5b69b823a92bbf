// Which elements a rule of the mapping takes, by what its "when" asks for.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_MAPPED_WHEN_H_
#define MUSTER_ENGINE_IMPORT_RECORD_MAPPED_WHEN_H_

#include <vector>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/mapping/mapping.h"

namespace muster::import {

class RecordDraft;

/// Whether what stands at `condition` of `rule` is what it asks for.
bool Holds(const WordRules& words, const RowRule& rule, const Condition& condition, const JsonPath& at, Element value);

/// Whether all holds that `rule` asks for of the element at `at`; notes that the rule was reached, and that it applied.
bool Applies(const RecordDraft& draft, const RowRule& rule, const JsonPath& at, Element value);

/// Of an element that `rule` does not take: reports what stands where it reads a tick and is neither a yes nor a no.
void ReportUnclearTick(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule);

/// Of an element of which `rule` has made a row: notes what stands where it looks for a value and may be a no.
void NoteWhatMayBeNo(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule);

/// Of an element that others of its `rules` take: reports what may mean the value that `rule` asks for, and which no
/// rule asks for.
void ReportNearMiss(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule,
                    const std::vector<const RowRule*>& rules);

/// Of an element that no rule takes: reports what stands where the first one looks. A word that nobody thought of
/// shows.
void ReportNotTaken(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& first);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_MAPPED_WHEN_H_
