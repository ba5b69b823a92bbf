// Private to bind/: remarks on two `has` that two records may satisfy although one may be meant, or the other way
// round.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_TWO_RECORDS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_TWO_RECORDS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// For two conjuncts. Returns whether it reported anything.
bool RemarkOnTwoRecords(const grammar::Expr& earlier, const grammar::Expr& later, const CatalogueView& view,
                        Reporter* reporter);

/// For a conjunct and the one right behind it: no sample with type is tumour and has run with assay is WGS, where the
/// run may be meant to be of the sample that nobody is to have.
void RemarkOnDeniedRecord(const grammar::Expr& denied, const grammar::Expr& next, Reporter* reporter);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_TWO_RECORDS_H_
