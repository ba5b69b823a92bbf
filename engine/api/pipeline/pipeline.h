// Private to api/: the pipeline of a query text, from its parse to the release of its answers.
#ifndef MUSTER_ENGINE_API_PIPELINE_PIPELINE_H_
#define MUSTER_ENGINE_API_PIPELINE_PIPELINE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "allowance/allowance.h"
#include "engine/api/pipeline/query_cache.h"
#include "engine/api/statements/cohorts.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/execute/execute.h"
#include "engine/execute/rows/union_cache.h"
#include "muster/catalogue.h"

namespace muster::api {

/// What the stages need beside the text.
struct PipelineContext {
  const bind::CatalogueView& view;
  execute::UnionCache* unions = nullptr;
  QueryCache* prepared = nullptr;  ///< of the catalogue that `view` is of; may be null
  CohortStore cohorts = {};
  ParsedTextPtr parsed = nullptr;                  ///< of the text, where it was read before; may be null
  const RowSink* sink = nullptr;                   ///< gets the rows, which the answers then do not have; may be null
  std::vector<std::string> without_passes = {};    ///< names of optimiser passes to leave out: for tests
  uint64_t share_from_ns = execute::kShareFromNs;  ///< the least estimated work that several threads share
  uint64_t stop_at_look = 0;                       ///< see Allowance::Limits: for tests
  uint64_t end_notes_at_look = 0;                  ///< the same
  Stopped* outcome = nullptr;                      ///< gets why the text was not answered to its end; may be null
};

/// Stages 1 to 3, or what they gave when the text was last asked of this version. Mistakes are its diagnostics.
absl::StatusOr<PreparedTextPtr> PrepareText(std::string_view text, const QueryOptions& options,
                                            const PipelineContext& context);

/// Takes every statement of `text` through all stages: parse, bind, plan, execute, release. Mistakes are diagnostics;
/// if any statement has an error, none is executed. When the text is to end before it is answered, because of
/// `options`, the statements that are not answered say so. A status is an internal failure.
absl::StatusOr<std::vector<Answer>> AnswerText(std::string_view text, const QueryOptions& options,
                                               const PipelineContext& context);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_PIPELINE_H_
