// Private to api/: the pipeline of a query text, from its parse to the release of its answers.
#ifndef MUSTER_ENGINE_API_PIPELINE_PIPELINE_H_
#define MUSTER_ENGINE_API_PIPELINE_PIPELINE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "allowance/allowance.h"
#include "engine/api/pipeline/clock.h"
#include "engine/api/pipeline/query_cache.h"
#include "engine/api/statements/cohorts.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/execute/execute.h"
#include "engine/execute/rows/union_cache.h"
#include "muster/catalogue.h"

namespace muster::api {

/// What the stages need besides the text.
struct PipelineContext {
  const bind::CatalogueView& view;
  execute::UnionCache* unions = nullptr;
  QueryCache* prepared = nullptr;  ///< cache of the catalogue that has `view`; may be null
  CohortStore cohorts = {};
  ParsedTextPtr parsed = nullptr;                  ///< result of an earlier parse of the text; may be null
  const RowSink* sink = nullptr;                   ///< called with the rows, which the answers then lack; may be null
  std::vector<std::string> without_passes = {};    ///< names of optimiser passes to leave out: for tests
  uint64_t share_from_ns = execute::kShareFromNs;  ///< estimated work in ns from which several threads are used
  uint64_t stop_at_look = 0;                       ///< see Allowance::Limits: for tests
  uint64_t end_notes_at_look = 0;                  ///< the same
  Stopped* outcome = nullptr;                      ///< set to why the text was stopped, if it was; may be null
};

/// Stages 1 to 3, or their cached result for this text and version. Mistakes in the text are its diagnostics. `begin`:
/// when the text came.
absl::StatusOr<PreparedTextPtr> PrepareText(std::string_view text, const QueryOptions& options,
                                            const PipelineContext& context, Clock::time_point begin = Clock::now());

/// Takes every statement of `text` through all stages: parse, bind, plan, execute, release. Mistakes are diagnostics;
/// if any statement has an error, none is executed. When the limits of `options` stop the text, the statements that are
/// not answered have a diagnostic that says so. A status is an internal failure.
absl::StatusOr<std::vector<Answer>> AnswerText(std::string_view text, const QueryOptions& options,
                                               const PipelineContext& context);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_PIPELINE_H_
