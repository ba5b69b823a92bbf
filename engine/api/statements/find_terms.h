// Private to api/: `terms like`.
#ifndef MUSTER_ENGINE_API_STATEMENTS_FIND_TERMS_H_
#define MUSTER_ENGINE_API_STATEMENTS_FIND_TERMS_H_

#include "engine/api/statements/count_rows.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"
#include "muster/table.h"

namespace muster::api {

/// Terms with these words, the most frequent first: of loaded ontologies, and codes of records by their labels; or, of
/// one entity, what records have and the terms above it. A mistake is an error of `reporter`; the table is void then.
Table FindTerms(const grammar::Terms& terms, const bind::CatalogueView& view, const Ask& ask, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_STATEMENTS_FIND_TERMS_H_
