// Private to api/: the first three stages of the pipeline (parse, bind, plan), for one text.
#ifndef MUSTER_ENGINE_API_PIPELINE_PREPARE_H_
#define MUSTER_ENGINE_API_PIPELINE_PREPARE_H_

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/api/pipeline/pipeline.h"
#include "engine/api/pipeline/prepared_text.h"

namespace muster::api {

/// The first half of stage 1: the text as it stands. Null, with the reasons, where it cannot be read; else there may be
/// warnings.
ParsedTextPtr ReadText(std::string_view text, const QueryOptions& options, std::vector<Diagnostic>* diagnostics);

/// Stage 1. The statements, with parameters replaced, or what is wrong with the text. `parsed`, if not null, is what an
/// earlier parse of the same text gave.
void Parse(std::string_view text, const QueryOptions& options, ParsedTextPtr parsed, PreparedText* result);

/// Stage 2. Resolves every name of every statement against the view. All statements are bound before the first is
/// executed, so that a mistake in the last does not come after answers.
absl::Status Bind(const PipelineContext& context, PreparedText* text);

/// Stage 3. The plans of every statement. Only without errors.
void Plan(const PipelineContext& context, PreparedText* text);

/// Whether the text may be answered from what is prepared now whenever it comes again on the same version.
bool IsReusable(const PreparedText& text);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_PREPARE_H_
