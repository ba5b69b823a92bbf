// Private to api/: the context of the cursor in its statement, judged by the words before it.
#ifndef MUSTER_ENGINE_API_COMPLETION_STATEMENT_CONTEXT_H_
#define MUSTER_ENGINE_API_COMPLETION_STATEMENT_CONTEXT_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/completion/cursor_context.h"
#include "engine/model/schema/schema.h"

namespace muster::api {

struct StatementContext {
  model::Entity counted = model::Entity::kIndividual;
  model::Entity space = model::Entity::kIndividual;  ///< whose fields criteria at the cursor are about
  /// Of the `has` whose rows they are: where its terms begin in the text, and its `with`.
  std::optional<size_t> terms_begin;
  size_t terms_end = 0;
  /// The last `has` that has no `with` so far, and whose number may be compared right behind its terms: the entity it
  /// asks for, and where its terms begin.
  std::optional<model::Entity> asked;
  size_t asked_terms_begin = 0;
  std::map<std::string, model::Entity> names;  ///< records that have one
  bool in_by = false;                          ///< behind `by`
  bool of_with = false;                        ///< right behind `with`, or its parenthesis
};
StatementContext ContextOf(const std::vector<CursorWord>& words);

/// The entity that the words from `first` on begin with, and how many words name it; nothing when they name none.
std::optional<std::pair<model::Entity, size_t>> EntityAt(const std::vector<CursorWord>& words, size_t first);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_COMPLETION_STATEMENT_CONTEXT_H_
