// From text to tokens, by the automaton of the grammar's tokens.
#ifndef MUSTER_GRAMMAR_SCANNER_H_
#define MUSTER_GRAMMAR_SCANNER_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "grammar/automaton.h"
#include "grammar/positions.h"
#include "grammar/step_table.h"

namespace muster::grammar {

struct Token {
  uint16_t type = kEndOfText;
  uint32_t begin = 0;  ///< bytes [begin, end) of the text
  uint32_t end = 0;
};

/// Of all rules for tokens, the one that reads most; of several, the first. Where reading can stand after some
/// characters (a step) is worked out when it is first needed and then kept: there are a few hundred steps at most,
/// whatever the texts. Thread-safe.
class Scanner {
 public:
  explicit Scanner(Automaton automaton);
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;

  /// The next token at or behind byte `at` of `text`, which is UTF-8 and below 4 GiB.
  Token Next(std::string_view text, size_t at) const;

  /// Works out all that any text could need, and says how many steps that makes.
  size_t WorkOutAll() const;

 private:
  // Characters that no rule tells apart are of one class.
  static constexpr size_t kMostClasses = 95;
  using Steps = StepTable<kMostClasses>;
  // What a step says: the token that has ended here, if any.
  static constexpr int kNoEnd = -2;    // but rules read on
  static constexpr int kNowhere = -3;  // nor does any rule read on

  uint8_t ClassOf(char32_t character) const;
  Steps::Id WorkOut(Steps::Id step, uint8_t character_class) const;
  int ResultOf(const Positions::Set& positions) const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const Automaton automaton_;
  std::vector<char32_t> class_begins_;   // ranges of characters, ascending, ...
  std::vector<uint8_t> class_of_range_;  // ... and the class of each
  std::vector<char32_t> example_;        // a character of each class
  std::array<uint8_t, 128> class_of_ascii_ = {};
  mutable Steps steps_;  // read without the lock, added to with it
  Steps::Id start_ = Steps::kUnknown;
  mutable absl::Mutex mutex_;
  mutable Positions positions_ ABSL_GUARDED_BY(mutex_);
  mutable std::vector<Positions::Set> positions_of_ ABSL_GUARDED_BY(mutex_);  // by step
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_SCANNER_H_
