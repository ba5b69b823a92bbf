// What to say of a summary whose values are more than those who have them.
#ifndef MUSTER_ENGINE_API_PIPELINE_SEVERAL_VALUES_H_
#define MUSTER_ENGINE_API_PIPELINE_SEVERAL_VALUES_H_

#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {

/// Of each field of `summarise` of which some have several values: the mean is that of values, not of people. Nothing
/// is said to whom only some values are listed.
std::vector<Diagnostic> SeveralValues(const grammar::Statement& statement, const bind::Query& query,
                                      const Table& summary, const bind::CatalogueView& view);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_SEVERAL_VALUES_H_
