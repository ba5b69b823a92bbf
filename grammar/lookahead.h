// Which way to go where the grammar has several: decided by the tokens ahead.
#ifndef MUSTER_GRAMMAR_LOOKAHEAD_H_
#define MUSTER_GRAMMAR_LOOKAHEAD_H_

#include <atomic>
#include <cstdint>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "grammar/automaton.h"
#include "grammar/positions.h"
#include "grammar/scanner.h"
#include "grammar/step_table.h"

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
    Steps::Id step = starts_[state].load(std::memory_order_acquire);
    if (step == Steps::kUnknown) step = Start(state);
    int chosen = steps_.Result(step);
    for (; chosen == kOpen; chosen = steps_.Result(step)) {
      const uint16_t type = tokens++->type;
      const Steps::Id known = steps_.Next(step, type);
      step = known != Steps::kUnknown ? known : Next(step, type);
    }
    return chosen;
  }

  /// Works out all that any text could need, and says how many steps that makes, and how many tokens lead to the last
  /// of them.
  struct Extent {
    size_t steps = 0;
    int tokens = 0;
  };
  Extent WorkOutAll() const;

 private:
  static constexpr int kOpen = -2;
  static constexpr size_t kTokenTypes = 95;
  using Steps = StepTable<kTokenTypes>;
  struct Behind {
    int tokens = 0;                    // read so far, on the shortest way here
    std::vector<Positions::Set> ways;  // where reading can stand on each
  };

  Steps::Id Start(Automaton::StateId state) const;
  Steps::Id Next(Steps::Id step, uint16_t type) const;
  Steps::Id Find(Behind behind) const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  static int Decide(const Behind& behind);

  const Automaton& automaton_;
  mutable std::vector<std::atomic<Steps::Id>> starts_;  // by state
  mutable Steps steps_;                                 // read without the lock, added to with it
  mutable absl::Mutex mutex_;
  mutable Positions positions_ ABSL_GUARDED_BY(mutex_);
  mutable std::vector<Behind> behind_ ABSL_GUARDED_BY(mutex_);  // by step; of decided ones the way only, not where
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_LOOKAHEAD_H_
