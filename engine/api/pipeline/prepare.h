// Private to api/: the first three stages of the pipeline (parse, bind, plan), for one text.
#ifndef MUSTER_ENGINE_API_PIPELINE_PREPARE_H_
#define MUSTER_ENGINE_API_PIPELINE_PREPARE_H_

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/api/pipeline/clock.h"
#include "engine/api/pipeline/pipeline.h"
#include "engine/api/pipeline/prepared_text.h"

namespace muster::api {

/// The first half of stage 1: the text before parameters are replaced. Null, with errors in `diagnostics`, if it cannot
/// be parsed; otherwise the diagnostics are warnings.
ParsedTextPtr ReadText(std::string_view text, const QueryOptions& options, std::vector<Diagnostic>* diagnostics);

/// Stage 1. The statements, with parameters replaced, or the mistakes of the text. `parsed`, if not null, is the result
/// of an earlier parse of the same text. `begin`: when the text came.
void Parse(std::string_view text, const QueryOptions& options, ParsedTextPtr parsed, Clock::time_point begin,
           PreparedText* result);

/// Stage 2. Resolves every name of every statement against the view. All statements are bound before the first is
/// executed, so that a mistake in the last does not come after answers.
absl::Status Bind(const PipelineContext& context, PreparedText* text);

/// Stage 3. The plans of every statement. Only without errors.
void Plan(const PipelineContext& context, PreparedText* text);

/// Whether the prepared text may be used again for the same text and version.
bool IsReusable(const PreparedText& text);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_PREPARE_H_
