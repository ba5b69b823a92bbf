// Whether a word is one of several.
#ifndef MUSTER_ENGINE_BIND_BOUND_ONE_OF_WORDS_H_
#define MUSTER_ENGINE_BIND_BOUND_ONE_OF_WORDS_H_

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace muster::bind {

inline bool IsOneOfWords(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_ONE_OF_WORDS_H_
