// Private to api/: statements that ask several questions at once: funnel, impact, compare, with certainty.
#ifndef MUSTER_ENGINE_API_PIPELINE_VARIANTS_H_
#define MUSTER_ENGINE_API_PIPELINE_VARIANTS_H_

#include "absl/status/statusor.h"
#include "engine/api/pipeline/prepared_text.h"
#include "engine/execute/execute.h"
#include "engine/release/release.h"

namespace muster::api {

/// The answer of a query of the kinds kCertainty, kSteps, kCompare and kSummary. ResourceExhausted when it would have
/// more cells than the context allows.
absl::StatusOr<release::Unreleased> AnswerVariants(const PreparedStatement& statement, const execute::Context& context);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_VARIANTS_H_
