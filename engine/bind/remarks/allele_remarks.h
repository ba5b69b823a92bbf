// Private to bind/: remarks on numbers of variants of a gene: two copies may be one record.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ALLELE_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_ALLELE_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/side_by_side.h"

namespace muster::bind {

/// For `has at least 2 variant X`, if some records of X are homozygous, which count once. The criteria must be bound
/// without mistakes. Reports nothing to guests.
void RemarkOnAlleles(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ALLELE_REMARKS_H_
