// Remarks on genes, which may be recorded under several codes: HGNC's, Ensembl's, NCBI's, the symbol.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_OTHER_GENES_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_OTHER_GENES_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Notes how many people have a variant of a gene with the same symbol under codes that `exists`, a criterion about
/// variants, does not ask for.
void NoteOtherGenes(const CatalogueView& view, Reporter* reporter, const grammar::Has& has, const Condition& exists);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_OTHER_GENES_H_
