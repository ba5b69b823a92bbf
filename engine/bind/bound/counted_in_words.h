// Everyday words for what is counted ("women", "all patients", "cases per year"), and what to write for them.
#ifndef MUSTER_ENGINE_BIND_BOUND_COUNTED_IN_WORDS_H_
#define MUSTER_ENGINE_BIND_BOUND_COUNTED_IN_WORDS_H_

#include <optional>
#include <string>
#include <string_view>

namespace muster::bind {

/// What to write behind `count` instead of `name`, which is not an entity: "write individuals where sex is female" for
/// "women". Nullopt if the words are unknown.
std::optional<std::string> CountedInWords(std::string_view name);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_COUNTED_IN_WORDS_H_
