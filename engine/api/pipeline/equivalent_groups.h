// What to say of a count by code of which some rows are about the same.
#ifndef MUSTER_ENGINE_API_PIPELINE_EQUIVALENT_GROUPS_H_
#define MUSTER_ENGINE_API_PIPELINE_EQUIVALENT_GROUPS_H_

#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {

/// Of each dimension of a count whose values are codes: how many of those in `counts` mean the same as another one.
/// Codes are counted as they were recorded. Nothing is said to whom only some values are listed.
std::vector<Diagnostic> EquivalentGroups(const grammar::Statement& statement, const bind::Query& query,
                                         const Table& counts, const bind::CatalogueView& view);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_EQUIVALENT_GROUPS_H_
