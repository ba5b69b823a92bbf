// Private to api/: the execution of one bound query by its plans.
#ifndef MUSTER_ENGINE_API_PIPELINE_RUN_PLANS_H_
#define MUSTER_ENGINE_API_PIPELINE_RUN_PLANS_H_

#include "absl/status/statusor.h"
#include "engine/api/pipeline/prepared_text.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/execute.h"
#include "muster/table.h"

namespace muster::api {

/// Executes `plans` of `query`. Persons that are counted beside individuals have a plan of their own, since any of
/// their records may satisfy the criteria.
absl::StatusOr<Table> RunPlans(const bind::Query& query, const Plans& plans, const execute::Context& context);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_RUN_PLANS_H_
