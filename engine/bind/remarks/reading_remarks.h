// Private to bind/: remarks on statements whose words can be read in two ways. For whom only some values are listed
// they follow from the text alone, so that everybody may be told.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// About a statement that was bound without mistakes: `and` beside `or` without parentheses, `not` before an `and`, and
/// two `has` that may be met by two records where one is often meant. Each with the other reading written out.
void RemarkOnReading(const CatalogueView& view, const grammar::Statement& statement, Reporter* reporter);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_REMARKS_H_
