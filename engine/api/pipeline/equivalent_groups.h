// A note on counts by code if several rows are about the same term.
#ifndef MUSTER_ENGINE_API_PIPELINE_EQUIVALENT_GROUPS_H_
#define MUSTER_ENGINE_API_PIPELINE_EQUIVALENT_GROUPS_H_

#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {

/// For each dimension of a count whose values are codes: how many of the codes in `counts` mean the same as another
/// one, as codes are counted as recorded; and which of them are called the same in several systems. Nothing for guests.
std::vector<Diagnostic> EquivalentGroups(const grammar::Statement& statement, const bind::Query& query,
                                         const Table& counts, const bind::CatalogueView& view);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_EQUIVALENT_GROUPS_H_
