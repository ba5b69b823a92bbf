// Everyday words for what is counted ("women", "all patients", "cases per year"), and what to write for them.
#ifndef MUSTER_ENGINE_BIND_BOUND_COUNTED_IN_WORDS_H_
#define MUSTER_ENGINE_BIND_BOUND_COUNTED_IN_WORDS_H_

#include <optional>
#include <string>
#include <string_view>

namespace muster::bind {

/// What to write for `name`, which is no entity, behind `count`: "write individuals where sex is female" for "women".
/// nullopt for words that are not known.
std::optional<std::string> CountedInWords(std::string_view name);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_COUNTED_IN_WORDS_H_
