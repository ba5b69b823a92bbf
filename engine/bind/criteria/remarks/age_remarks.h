// Remarks on comparisons that need times to be recorded more exactly, or in another form, than they are.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_AGE_REMARKS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_AGE_REMARKS_H_

#include <string>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/count_ages.h"
#include "engine/bind/criteria/scopes/event_scope.h"
#include "engine/bind/values/term_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// For `onset is "Infantile onset"`: how many rows have an age in that span instead of the term, with the comparison
/// that finds both. `of`: "HP:0001250 Seizure", or empty. Reports nothing to guests.
void NoteAgesBesideTerms(const CatalogueView& view, Reporter* reporter, const grammar::Compare& compare,
                         const TimesOf& times, const std::string& of);

/// For `within 28 days before T`: how many rows have an age in whole months, without a known day. Returns whether it
/// was reported.
bool NoteAgesToTheMonth(const CatalogueView& view, Reporter* reporter, const grammar::Compare& compare,
                        const TimesOf& times, const std::string& of);

/// The same for the time of a named row that is compared with: `within 28 days after surgery`.
void NoteAgesOfNamed(const CatalogueView& view, Reporter* reporter, const grammar::Compare& compare,
                     const EventScope& events);

/// All of these, for `surgery.start within 8 weeks after diagnosis`, where `row` is the named row.
void NoteAgesOfRow(const CatalogueView& view, Reporter* reporter, const grammar::Compare& compare,
                   const EventScope::Event& row, const EventScope& events);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_AGE_REMARKS_H_
