// Whether the element of which a rule makes a row was observed.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_MAPPED_OBSERVED_H_
#define MUSTER_ENGINE_IMPORT_RECORD_MAPPED_OBSERVED_H_

#include <cstdint>

#include "engine/import/input/json_value.h"
#include "engine/import/mapping/json_path.h"
#include "engine/import/mapping/mapping.h"

namespace muster::import {

class RecordDraft;

/// Whether the element says that what a rule would make an observed row of was not there, or may say so; it is then
/// kept and reported. So it is of a variant whose genotype is that of the reference. A row of a table says nothing
/// about a code that stands in the mapping; a table of one row for each person has the person's status.
bool IsNotObserved(RecordDraft& draft, JsonPath& at, Element value, const RowRule& rule);

/// The same of row number `row`, which `rule` has made of the element: by the status of a disease, or that of a
/// treatment, or by a severity that is none. A doubt is what the field of a status is for.
bool IsRuledOut(RecordDraft& draft, uint32_t row, const RowRule& rule, const JsonPath& at, Element value);
/// Reports such a row.
void ReportRuledOut(RecordDraft& draft, const JsonPath& at, const RowRule& rule);

/// The same, after reporting it, by a word that stands in place of its time: "refused" for the start of a treatment.
/// Where the rule says the polarity, or a status or another time of the row is known, the row counts: the disease of
/// somebody who was diagnosed, and had "never" an onset.
bool IsDeniedByTime(RecordDraft& draft, uint32_t row, const RowRule& rule);
/// Reports such a word of a row that another reader has made: there it is no time.
void NoteDenyingTimeAlone(RecordDraft& draft, uint32_t row);

/// Whether a row of `rule` would have a polarity that is not known: it would be a wrong count, unless the rule says
/// which it is.
bool LacksItsPolarity(const JsonPath& at, const RowRule& rule);

/// Reports an observed row of whose polarity nothing is said. That may mean that nobody asked: where nobody wrote the
/// code, and in a column's empty cells.
void NoteUnsaidPolarity(RecordDraft& draft, const JsonPath& at, Element value, const RowRule& rule);

/// Where rules make rows of texts in the element, such as of a list in a cell, it is the element that says whether they
/// were there. Marks `at`, after reporting it, when it says that they were not, or may say so.
void LookAtTextsBelow(RecordDraft& draft, JsonPath& at, Element value);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_MAPPED_OBSERVED_H_
