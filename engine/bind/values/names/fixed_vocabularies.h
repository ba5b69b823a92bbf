// Words that mean the same in every catalogue, and their common synonyms.
#ifndef MUSTER_ENGINE_BIND_VALUES_NAMES_FIXED_VOCABULARIES_H_
#define MUSTER_ENGINE_BIND_VALUES_NAMES_FIXED_VOCABULARIES_H_

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/schema/schema.h"

namespace muster::bind {

/// Whether `word` (normalised) is a value of `field` in every catalogue, even if no record has it. Other keywords are
/// known only if records have them.
bool IsFixedWord(model::FieldId field, std::string_view word);

/// Whether `word` (normalised) is such a value, and says by itself that this field is meant: "female" or "wgs", but not
/// "yes".
bool SaysItsField(model::FieldId field, std::string_view word);

/// What may be meant by a word (normalised) that is not a value of `field`: "female" for F or woman as a sex; "sex is
/// female" for female as a gender. Nullopt if nothing is known.
std::optional<std::string> MeantInstead(model::FieldId field, std::string_view word);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_NAMES_FIXED_VOCABULARIES_H_
