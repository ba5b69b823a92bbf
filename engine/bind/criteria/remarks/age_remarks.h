// Remarks on how exactly times are recorded, where a comparison takes it to be otherwise.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_AGE_REMARKS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_AGE_REMARKS_H_

#include <string>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/count_ages.h"
#include "engine/bind/criteria/event_scope.h"
#include "engine/bind/values/term_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Of `onset is "Infantile onset"`: how many have an age of that span in place of the term, with the comparison that
/// finds both. `of`: "HP:0001250 Seizure", or empty. Reports nothing to guests.
void NoteAgesBesideTerms(const CatalogueView& view, Reporter* reporter, const grammar::Compare& compare,
                         const TimesOf& times, const std::string& of);

/// Of `within 28 days before T`: how many have an age in whole months, of which the day is not known. Whether it was
/// said.
bool NoteAgesToTheMonth(const CatalogueView& view, Reporter* reporter, const grammar::Compare& compare,
                        const TimesOf& times, const std::string& of);

/// The same for the time of a named row that is compared with: `within 28 days after surgery`.
void NoteAgesOfNamed(const CatalogueView& view, Reporter* reporter, const grammar::Compare& compare,
                     const EventScope& events);

/// All of these, of `surgery.start within 8 weeks after diagnosis`, where `row` is the one that is named.
void NoteAgesOfRow(const CatalogueView& view, Reporter* reporter, const grammar::Compare& compare,
                   const EventScope::Event& row, const EventScope& events);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_AGE_REMARKS_H_
