// Private to api/: one query text, all its stages.
#ifndef MUSTER_ENGINE_API_ANSWER_H_
#define MUSTER_ENGINE_API_ANSWER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/api/cohorts.h"
#include "engine/api/query_cache.h"
#include "engine/bind/catalogue_view.h"
#include "engine/execute/execute.h"
#include "engine/execute/union_cache.h"
#include "engine/plan/plan.h"
#include "muster/catalogue.h"

namespace muster::api {

/// What is needed to answer.
struct AnswerContext {
  const bind::CatalogueView& view;
  execute::UnionCache* unions = nullptr;
  QueryCache* prepared = nullptr;  ///< of the catalogue that `view` is of; may be null
  CohortStore cohorts = {};
  plan::Passes passes = {};
  uint64_t share_from_ns = execute::kShareFromNs;  ///< the least estimated work that is shared out
};

/// Parses, binds, plans, executes and releases the statements of `text`.
absl::StatusOr<std::vector<Answer>> AnswerText(std::string_view text, const QueryOptions& options,
                                               const AnswerContext& context);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_ANSWER_H_
