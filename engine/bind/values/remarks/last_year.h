// Remarks on ages in whole years, which end with a birthday.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_LAST_YEAR_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_LAST_YEAR_H_

#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Up to an age in whole years, or at one, or above one: between two of them, at most, equal to, more than.
bool EndsWithWholeYears(const grammar::Compare& compare);

/// For such a comparison: notes that people in the year after its last age are excluded (or found), if any record has a
/// value of `last_year` in that part of the field. `negated`: it stands behind an odd number of `not`, which finds whom
/// the comparison excludes.
void NoteLastYear(const CatalogueView& view, Reporter* reporter, const grammar::Compare& compare, model::FieldId field,
                  model::Part part, ValueRange last_year, bool negated);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_LAST_YEAR_H_
