// Private to api/: `explain` and `explain analyse`, the printed stages of a statement.
#ifndef MUSTER_ENGINE_API_PIPELINE_EXPLAIN_H_
#define MUSTER_ENGINE_API_PIPELINE_EXPLAIN_H_

#include "absl/status/statusor.h"
#include "engine/api/pipeline/prepared_text.h"
#include "engine/execute/execute.h"
#include "muster/table.h"

namespace muster::api {

/// The bound query and its plan; with `analyse`, the plan's steps as executed in `context`, and the time of each stage.
absl::StatusOr<Table> Explain(const PreparedStatement& statement, StageTimes times, execute::Context context);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_EXPLAIN_H_
