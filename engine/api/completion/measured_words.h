// Private to api/: what completion offers where only times, numbers or entities can stand.
#ifndef MUSTER_ENGINE_API_COMPLETION_MEASURED_WORDS_H_
#define MUSTER_ENGINE_API_COMPLETION_MEASURED_WORDS_H_

#include <string_view>
#include <vector>

#include "engine/api/completion/completer.h"
#include "engine/api/completion/cursor_context.h"
#include "engine/api/completion/statement_context.h"

namespace muster::api {

/// Offers what alone can stand behind `words`, if it is such a place: behind `study`, `with` of what is counted, `by
/// number of`, `by excluded`, `by year of`, `of` of a summary, and `times` of a comparison. False elsewhere.
bool AddMeasuredWords(const std::vector<CursorWord>& words, const StatementContext& context, std::string_view word,
                      Completer* completer);

/// Whether the words end in a time that is counted by, behind which `term` may stand: `by onset`.
bool EndsInTimeCountedBy(const std::vector<CursorWord>& words, const StatementContext& context);

/// Whether only a number or a date can stand behind the words: `in bands at`, `study date`.
bool BeforeNumberOrDate(const std::vector<CursorWord>& words);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_COMPLETION_MEASURED_WORDS_H_
