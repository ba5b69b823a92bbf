// Private to api/: notes on the numbers of an answer, between execution and release.
#ifndef MUSTER_ENGINE_API_PIPELINE_ANSWER_NOTES_H_
#define MUSTER_ENGINE_API_PIPELINE_ANSWER_NOTES_H_

#include <cstddef>
#include <vector>

#include "absl/status/status.h"
#include "engine/api/found/found_notes.h"
#include "engine/api/pipeline/pipeline.h"
#include "engine/api/pipeline/prepared_text.h"
#include "muster/diagnostic.h"

namespace muster::api {

/// Adds notes on the answer of statement `i` to its diagnostics. Some are added only if there is no warning yet. They
/// may take the time that the allowance has for notes. Guests get none: for them, even "it is 0" is a number.
absl::Status AddAnswerNotes(const PreparedText& text, size_t i, Answered answer, const PipelineContext& context,
                            std::vector<Diagnostic>* diagnostics);

/// Whether the statement saves or drops a cohort. When it has done that, its answer stands even after a stop.
bool IsChange(const grammar::Statement& statement);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_ANSWER_NOTES_H_
