// Private to bind/: remarks on codes below which others may lie, for all that is known.
#ifndef MUSTER_ENGINE_BIND_REMARKS_CODE_REMARKS_H_
#define MUSTER_ENGINE_BIND_REMARKS_CODE_REMARKS_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// If no ontology with SNOMED codes is loaded, SNOMED:73211009 matches only this code, while records may have codes
/// below it. Of the terms that criteria about rows of `counted` name, in whatever form; they must be bound without
/// mistakes. Reports nothing to guests.
void RemarkOnCodes(const CatalogueView& view, Reporter* reporter, const grammar::Expr& where, model::Entity counted);

/// The same of the terms of `by` and of what is summarised, of systems of which the criteria name none. `query` is the
/// bound statement.
void RemarkOnCodesOfNumbers(const CatalogueView& view, const grammar::Statement& statement, const Query& query,
                            Reporter* reporter);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_CODE_REMARKS_H_
