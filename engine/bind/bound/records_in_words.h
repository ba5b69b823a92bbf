// Everyday words for the records that `has` asks for ("confirmed disease", "two samples", "lab test"), and what to
// write for them.
#ifndef MUSTER_ENGINE_BIND_BOUND_RECORDS_IN_WORDS_H_
#define MUSTER_ENGINE_BIND_BOUND_RECORDS_IN_WORDS_H_

#include <optional>
#include <string>

#include "grammar/syntax.h"

namespace muster::bind {

/// What to write instead of a `has` whose name is not an entity: "write has measurement" for "has lab test". `none`:
/// the criterion is a `no`. Nullopt if the words are unknown.
std::optional<std::string> RecordsInWords(const grammar::Has& has, bool none);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_RECORDS_IN_WORDS_H_
