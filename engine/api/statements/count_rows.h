// Private to api/: counts that statements about the catalogue need.
#ifndef MUSTER_ENGINE_API_STATEMENTS_COUNT_ROWS_H_
#define MUSTER_ENGINE_API_STATEMENTS_COUNT_ROWS_H_

#include <cstdint>
#include <functional>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/model/schema/schema.h"
#include "muster/table.h"

namespace muster::api {

/// Answers `query` (its counted entities) with the criteria `where`.
using Ask = std::function<absl::StatusOr<Table>(const bind::Query& query, const bind::Condition& where)>;

/// How many rows of `entity` satisfy `where`. 0, and `reporter` fails, where that cannot be answered.
int64_t CountRows(model::Entity entity, const bind::Condition& where, const Ask& ask, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_STATEMENTS_COUNT_ROWS_H_
