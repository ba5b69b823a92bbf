// Private to bind/: remarks on statements whose words can be read in two ways. For guests they depend only on the text,
// so that everybody may see them.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// On `and` beside `or` without parentheses, `not` before an `and`, and two `has` that may be satisfied by two records
/// where one is often meant; each with the other reading written out. The statement must be bound without mistakes.
void RemarkOnReading(const CatalogueView& view, const grammar::Statement& statement, Reporter* reporter);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_REMARKS_H_
