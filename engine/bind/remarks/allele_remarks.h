// Private to bind/: remarks on how often a gene's variants are asked for: two copies may be one record.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ALLELE_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_ALLELE_REMARKS_H_

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/side_by_side.h"

namespace muster::bind {

/// About criteria that were bound without mistakes: `has at least 2 variant X`, where some records of X are homozygous,
/// which count once. Reports nothing to guests.
void RemarkOnAlleles(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ALLELE_REMARKS_H_
