// A note on counts of a measurement that everybody who was measured satisfies, or nobody.
#ifndef MUSTER_ENGINE_API_PIPELINE_ALL_OR_NONE_H_
#define MUSTER_ENGINE_API_PIPELINE_ALL_OR_NONE_H_

#include <optional>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {

/// For `has measurement X with value >= 1.5 mg/L` as the only criterion: if everybody who was measured is above the
/// number, or nobody, it may be in another unit than the one that is meant. Names the recorded units. Nothing for
/// guests.
absl::StatusOr<std::optional<Diagnostic>> AllOrNone(const grammar::Statement& statement, const bind::Query& query,
                                                    const Table& counts, const bind::CatalogueView& view);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_ALL_OR_NONE_H_
