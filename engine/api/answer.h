// Private to api/: one query text, all its stages.
#ifndef MUSTER_ENGINE_API_ANSWER_H_
#define MUSTER_ENGINE_API_ANSWER_H_

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue_view.h"
#include "engine/execute/union_cache.h"
#include "engine/plan/plan.h"
#include "muster/catalogue.h"

namespace muster::api {

/// Parses, binds, plans, executes and releases the statements of `text` on `view`. `passes` is for tests.
absl::StatusOr<std::vector<Answer>> AnswerText(std::string_view text, const QueryOptions& options,
                                               const bind::CatalogueView& view, execute::UnionCache* unions,
                                               const plan::Passes& passes = {});

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_ANSWER_H_
