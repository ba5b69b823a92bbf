// Notes on answers with more values than people.
#ifndef MUSTER_ENGINE_API_PIPELINE_SEVERAL_VALUES_H_
#define MUSTER_ENGINE_API_PIPELINE_SEVERAL_VALUES_H_

#include <optional>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {

/// For each field of `summarise` of which some people have several values: the mean is one of values, not of people.
/// Nothing for guests.
std::vector<Diagnostic> SeveralValues(const grammar::Statement& statement, const bind::Query& query,
                                      const Table& summary, const bind::CatalogueView& view);

/// For `count individuals by value of measurement X in bands`, if many people have values in several bands, so that the
/// rows add up to more than the total. Nothing for guests.
std::optional<Diagnostic> SeveralBands(const grammar::Statement& statement, const bind::Query& query,
                                       const Table& counts, const bind::CatalogueView& view);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_SEVERAL_VALUES_H_
