// Private to bind/: remarks on ages as of a date, which people who have died have as well.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_AGE_AFTER_DEATH_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_AGE_AFTER_DEATH_H_

#include <optional>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// The place of the last criterion that compares an age as of a date; nullopt if none does.
std::optional<grammar::Span> AgeAsOfIn(const SideBySide& criteria);

/// For an age as of a date at `span`: how many of the people whom the criteria ask for are recorded as deceased, and
/// have such an age. The criteria must be about individuals and bound without mistakes. Silent if another criterion is
/// about the vital status or the death. Returns whether it was reported. Reports nothing to guests.
bool RemarkOnAgeAfterDeath(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                           grammar::Span span);

/// The same for an age that individuals are counted by, or that is summarised; `where` may be null. Silent if a
/// criterion compares an age as of a date, of which it is said.
void RemarkOnAgeAsOf(const CatalogueView& view, Reporter* reporter, const grammar::Expr* where, grammar::Span span);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_AGE_AFTER_DEATH_H_
