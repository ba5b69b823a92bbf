// Private to bind/: a remark on `has excluded treatment ...` where no record says of any that it was absent.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_NONE_EXCLUDED_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_NONE_EXCLUDED_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `has`: with excluded rows; `negated`: behind `not`. Warns where the catalogue has no excluded rows of the entity, so
/// that the answer is about what is recorded and not about people. Not for guests.
void RemarkOnNoneExcluded(const CatalogueView& view, Reporter* reporter, grammar::Span span, const grammar::Has& has,
                          bool negated);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_NONE_EXCLUDED_H_
