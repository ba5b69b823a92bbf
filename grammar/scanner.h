// From text to tokens, by the automaton of the grammar's tokens.
#ifndef MUSTER_GRAMMAR_SCANNER_H_
#define MUSTER_GRAMMAR_SCANNER_H_

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "grammar/automaton.h"
#include "grammar/positions.h"

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

  /// Worked out so far.
  size_t steps() const;

 private:
  // Characters that no rule tells apart are of one class.
  static constexpr size_t kMostClasses = 128;

  struct Step {
    Positions::Set positions;
    bool nowhere = true;                                                   // no rule reads on or ends here
    int rule = -1;                                                         // that has ended here, if any
    mutable std::array<std::atomic<const Step*>, kMostClasses> next = {};  // a cache; null: not worked out yet
  };

  uint8_t ClassOf(char32_t character) const;
  const Step* Read(const Step& step, uint8_t character_class) const {
    const Step* known = step.next[character_class].load(std::memory_order_acquire);
    return known != nullptr ? known : WorkOut(step, character_class);
  }
  const Step* WorkOut(const Step& step, uint8_t character_class) const;
  const Step* Make(Positions::Set positions) const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const Automaton automaton_;
  std::vector<char32_t> class_begins_;   // ranges of characters, ascending, ...
  std::vector<uint8_t> class_of_range_;  // ... and the class of each
  std::vector<char32_t> example_;        // a character of each class
  std::array<uint8_t, 128> class_of_ascii_ = {};
  const Step* start_ = nullptr;
  mutable absl::Mutex mutex_;
  mutable Positions positions_ ABSL_GUARDED_BY(mutex_);
  mutable std::deque<Step> steps_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_SCANNER_H_
