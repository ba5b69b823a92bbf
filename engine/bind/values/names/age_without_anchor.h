// The error on an age that does not say when.
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_AGE_WITHOUT_ANCHOR_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_AGE_WITHOUT_ANCHOR_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `age >= 18`, or `by age` where `compared` is null: lists the ages that there are, for the host with the share of the
/// people who have them.
void ReportAgeWithoutAnchor(Reporter* reporter, const CatalogueView& view, const grammar::Name& name,
                            const grammar::Compare* compared);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_AGE_WITHOUT_ANCHOR_H_
