// Private to api/: words that completion offers independently of the catalogue.
#ifndef MUSTER_ENGINE_API_COMPLETION_OFFERED_WORDS_H_
#define MUSTER_ENGINE_API_COMPLETION_OFFERED_WORDS_H_

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "engine/api/completion/completer.h"
#include "engine/api/completion/cursor_context.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "muster/catalogue.h"

namespace muster::api {

/// Each of `texts` that begins with `word`.
void AddAll(std::initializer_list<const char*> texts, const char* description, std::string_view word,
            Completer* completer);

/// Beginnings of statements.
void AddStatements(std::string_view word, Completer* completer);

/// Behind `show`: `words` are those before the cursor.
void AddWhatIsShown(const std::vector<CursorWord>& words, std::string_view word, const bind::CatalogueView& view,
                    Completer* completer);

void AddEntities(bool plural, std::string_view word, Completer* completer);

/// What may follow `has`: never a term, which needs its entity first.
void AddWhatOneHas(const std::vector<CursorWord>& words, std::string_view word, Completer* completer);

/// Names of several words whose first words are already written: `age at la`. If several names of a field continue like
/// this, the first one is offered. Moves `begin` to the beginning of the name.
bool AddNamesOfSeveralWords(std::string_view before, const std::vector<CursorWord>& words, std::string_view word,
                            size_t* begin, Completer* completer, const Completions& completions);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_COMPLETION_OFFERED_WORDS_H_
