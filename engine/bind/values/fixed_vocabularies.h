// Words that mean the same in every catalogue, and words that people write for them.
#ifndef MUSTER_ENGINE_BIND_VALUES_FIXED_VOCABULARIES_H_
#define MUSTER_ENGINE_BIND_VALUES_FIXED_VOCABULARIES_H_

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/schema/schema.h"

namespace muster::bind {

/// Whether `word` (normalised) is a value of `field` whether or not a record has it. Other keywords must occur.
bool IsFixedWord(model::FieldId field, std::string_view word);

/// For a word (normalised) that is no value of `field`: "female" of F or woman as a sex; "sex is female" of female as a
/// gender. Nullopt when nothing comes to mind.
std::optional<std::string> MeantInstead(model::FieldId field, std::string_view word);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_FIXED_VOCABULARIES_H_
