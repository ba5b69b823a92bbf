// Private to api/: statements that ask several questions at once.
#ifndef MUSTER_ENGINE_API_VARIANTS_H_
#define MUSTER_ENGINE_API_VARIANTS_H_

#include <functional>

#include "absl/status/statusor.h"
#include "engine/bind/bound.h"
#include "muster/table.h"

namespace muster::api {

/// Answers `query` (its counted entities and dimensions) with `where` in place of its own.
using Ask = std::function<absl::StatusOr<Table>(const bind::Query& query, const bind::Condition& where)>;

/// The answer of a query of the kinds kBounds, kSteps and kCompare.
absl::StatusOr<Table> AnswerVariants(const bind::Query& query, const Ask& ask);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_VARIANTS_H_
