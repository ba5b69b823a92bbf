// From text to tokens: a lazy DFA over the lexer's ATN.
#ifndef MUSTER_GRAMMAR_ATN_LEXER_H_
#define MUSTER_GRAMMAR_ATN_LEXER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "grammar/atn/atn.h"
#include "grammar/atn/configurations.h"
#include "grammar/atn/lazy_dfa.h"
#include "grammar/atn/token.h"

namespace muster::grammar::atn {

/// Longest match; of several rules that match as much, the first. A DFA state is a set of configurations. It is
/// computed when it is first needed, and kept: there are a few hundred at most, whatever the texts. Thread-safe.
class Lexer {
 public:
  explicit Lexer(Atn atn);
  Lexer(const Lexer&) = delete;
  Lexer& operator=(const Lexer&) = delete;

  /// The next token at or after byte `at` of `text`, which is UTF-8 and below 4 GiB.
  Token Next(std::string_view text, size_t at) const;

  /// Computes all states that any text could need, and returns their number.
  size_t ComputeAll() const;

 private:
  // Characters that no rule distinguishes are of one class.
  static constexpr size_t kMaxClasses = 95;
  using Dfa = LazyDfa<kMaxClasses>;
  // A state's result: the token type that it accepts, or one of these.
  static constexpr int kNotAccepting = -2;
  static constexpr int kDead = -3;  // nothing can follow

  uint8_t ClassOf(char32_t character) const;
  // Where the character at `at`, which is not ASCII, leads; `at` is moved behind it.
  Dfa::Id NextBeyondAscii(Dfa::Id state, std::string_view text, size_t* at) const;
  Dfa::Id ComputeNext(Dfa::Id state, uint8_t character_class) const;
  int ResultOf(const Configurations::Set& configurations) const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const Atn atn_;
  std::vector<char32_t> class_begins_;   // ranges of characters, ascending, ...
  std::vector<uint8_t> class_of_range_;  // ... and the class of each
  std::vector<char32_t> example_;        // a character of each class
  std::array<uint8_t, 128> class_of_ascii_ = {};
  mutable Dfa dfa_;  // read without the lock, added to with it
  Dfa::Id start_ = Dfa::kUnknown;
  mutable absl::Mutex mutex_;
  mutable Configurations configurations_ ABSL_GUARDED_BY(mutex_);
  mutable std::vector<Configurations::Set> configurations_of_ ABSL_GUARDED_BY(mutex_);  // by state
};

/// The lexer of the grammar. All threads share it and its DFA states.
const Lexer& SharedLexer();

}  // namespace muster::grammar::atn

#endif  // MUSTER_GRAMMAR_ATN_LEXER_H_
