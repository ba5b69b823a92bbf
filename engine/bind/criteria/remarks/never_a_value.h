// Private to bind/: remarks on `is recorded` and `is missing` of fields that no record has.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_NEVER_A_VALUE_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_NEVER_A_VALUE_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Warns if no live record has a value in `field`, of which a criterion asks whether it is `missing`, or else recorded.
/// `negated`: behind a `no` or `not`. Reports nothing to guests.
void WarnIfNeverAValue(const CatalogueView& view, Reporter* reporter, grammar::Span span, model::FieldId field,
                       bool missing, bool negated);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_NEVER_A_VALUE_H_
