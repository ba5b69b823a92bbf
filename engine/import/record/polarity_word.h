// Words that say whether something was observed, or looked for and absent.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_POLARITY_WORD_H_
#define MUSTER_ENGINE_IMPORT_RECORD_POLARITY_WORD_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "engine/model/text/text.h"

namespace muster::import {

/// The ASCII letters and digits of a name or a word, small: "is_excluded" and "isExcluded" are one. Letters with
/// accents are left out, in either form that Unicode has. Empty beyond 32.
class Letters {
 public:
  explicit Letters(std::string_view text) {
    bool letter = false;  // whether the last character is one of ASCII
    for (const char c : text) {
      if (c == '\xCC' && letter && size_ > 0) --size_;  // an accent of it: the first of several
      letter = model::IsAsciiAlpha(c);
      if (!model::IsAsciiAlnum(c)) continue;
      if (size_ == letters_.size()) {
        size_ = 0;
        return;
      }
      letters_[size_++] = model::AsciiLower(c);
    }
  }
  std::string_view text() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 32> letters_;
  size_t size_ = 0;
};

/// Whether the word is in a list of such.
inline bool IsIn(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Whether `name` has one of `stems` somewhere.
inline bool HasOneOf(std::string_view name, std::span<const std::string_view> stems) {
  return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return name.find(stem) != name.npos; });
}

enum class Polarity { kObserved, kExcluded, kUnclear };

/// `word` where a yes says that the record is excluded: a member "excluded", a column "ruled out".
Polarity PolarityOfExclusion(std::string_view word);
/// `word` where a yes says that it was observed.
Polarity PolarityOfPresence(std::string_view word);
/// The same by the letters alone: "no?" is a no.
Polarity PolarityOfLetters(std::string_view word);

/// Whether there is more in `word` than letters, digits and what parts words: "yes?", "~yes", "(no)", "yes*", "tá".
/// Letters leaves it out, and it may turn what is said.
bool HasSigns(std::string_view word);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_POLARITY_WORD_H_
