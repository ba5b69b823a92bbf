// Which way to go where the grammar has several: decided by the tokens ahead.
#ifndef MUSTER_GRAMMAR_LOOKAHEAD_H_
#define MUSTER_GRAMMAR_LOOKAHEAD_H_

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "grammar/automaton.h"
#include "grammar/positions.h"
#include "grammar/scanner.h"

namespace muster::grammar {

/// Reads on as long as several ways are open, whatever called the rule (as ANTLR's SLL prediction does). Of ways that
/// no text can tell apart, the first is taken. What the tokens ahead mean is worked out when it is first needed and
/// then kept. Thread-safe.
class Lookahead {
 public:
  /// `automaton` must outlive this.
  explicit Lookahead(const Automaton& automaton);
  Lookahead(const Lookahead&) = delete;
  Lookahead& operator=(const Lookahead&) = delete;

  static constexpr int kNoWay = -1;
  /// The index of the way to take from `state`, before `tokens`, which end with kEndOfText; or kNoWay.
  int Choose(Automaton::StateId state, const Token* tokens) const {
    const Step* step = starts_[state].load(std::memory_order_acquire);
    if (step == nullptr) step = Start(state);
    while (step->chosen == kOpen) {
      const uint16_t type = tokens++->type;
      const Step* next = step->next[type].load(std::memory_order_acquire);
      step = next != nullptr ? next : Next(*step, type);
    }
    return step->chosen;
  }

  /// Worked out so far; the most tokens that any of them reads.
  size_t steps() const;
  int most_tokens() const;

 private:
  static constexpr int kOpen = -2;
  static constexpr size_t kTokenTypes = 128;
  // Ways still open after so many tokens are taken as not to be told apart. No text of the language comes near.
  static constexpr int kMostTokens = 12;

  struct Step {
    int chosen = kOpen;
    int tokens = 0;                                                       // read so far
    std::vector<Positions::Set> behind;                                   // by way: where reading can stand
    mutable std::array<std::atomic<const Step*>, kTokenTypes> next = {};  // a cache; null: not worked out yet
  };

  const Step* Start(Automaton::StateId state) const;
  const Step* Next(const Step& step, uint16_t type) const;
  const Step* Make(std::vector<Positions::Set> behind, int tokens) const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  static int Decide(const std::vector<Positions::Set>& behind, int tokens);

  const Automaton& automaton_;
  mutable std::vector<std::atomic<const Step*>> starts_;  // by state
  mutable absl::Mutex mutex_;
  mutable Positions positions_ ABSL_GUARDED_BY(mutex_);
  mutable std::deque<Step> steps_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_LOOKAHEAD_H_
