// What to say of a count of a measurement that all meet who have it, or nobody does.
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

/// `has measurement X with value >= 1.5 mg/L` alone: a number that everybody is above who was measured, or nobody, may
/// be in another unit than the one that is meant. Says which units are recorded; nothing to whom only some values are
/// listed.
absl::StatusOr<std::optional<Diagnostic>> AllOrNone(const grammar::Statement& statement, const bind::Query& query,
                                                    const Table& counts, const bind::CatalogueView& view);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_ALL_OR_NONE_H_
