// SLL prediction: which alternative of the grammar to take, decided by the tokens ahead.
#ifndef MUSTER_GRAMMAR_ATN_PREDICTOR_H_
#define MUSTER_GRAMMAR_ATN_PREDICTOR_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "grammar/atn/atn.h"
#include "grammar/atn/configurations.h"
#include "grammar/atn/lazy_dfa.h"
#include "grammar/atn/token.h"

namespace muster::grammar::atn {

/// Reads ahead as long as several alternatives are viable, in whatever context the rule was called (as ANTLR's SLL mode
/// does). Of alternatives that no text distinguishes, the first is taken. DFA states are computed when they are first
/// needed, and kept. Thread-safe.
class Predictor {
 public:
  /// `atn` must outlive this.
  explicit Predictor(const Atn& atn);
  Predictor(const Predictor&) = delete;
  Predictor& operator=(const Predictor&) = delete;

  static constexpr int kNoViableAlternative = -1;
  /// The index of the transition to take from the state `decision`, before `tokens`, which end with kEndOfText; or
  /// kNoViableAlternative. `read`, where given, becomes the first token that was not looked at.
  int Predict(Atn::StateId decision, const Token* tokens, const Token** read = nullptr) const {
    Dfa::Id state = starts_[decision].load(std::memory_order_acquire);
    if (state == Dfa::kUnknown) state = Start(decision);
    const Dfa::State* here = &dfa_.At(state);
    for (; here->result() == kUndecided; here = &dfa_.At(state)) {
      const uint16_t type = tokens++->type;
      const Dfa::Id known = here->Next(type);
      state = known != Dfa::kUnknown ? known : Next(state, type);
    }
    if (read != nullptr) *read = tokens;
    return here->result();
  }

  /// What ComputeAll computed: the DFA's states, and the most tokens that a decision needs.
  struct Extent {
    size_t states = 0;
    int tokens = 0;
  };
  /// Computes all states that any text could need.
  Extent ComputeAll() const;

 private:
  static constexpr int kUndecided = -2;
  static constexpr size_t kTokenTypes = 95;
  using Dfa = LazyDfa<kTokenTypes>;
  struct DfaState {
    int tokens = 0;                         // read so far, by the shortest path to this state
    std::vector<Configurations::Set> sets;  // by alternative
  };

  Dfa::Id Start(Atn::StateId decision) const;
  Dfa::Id Next(Dfa::Id state, uint16_t type) const;
  Dfa::Id Find(DfaState alternatives) const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  static int Decide(const DfaState& alternatives);

  const Atn& atn_;
  mutable std::vector<std::atomic<Dfa::Id>> starts_;  // by state of the ATN
  mutable Dfa dfa_;                                   // read without the lock, added to with it
  mutable absl::Mutex mutex_;
  mutable Configurations configurations_ ABSL_GUARDED_BY(mutex_);
  mutable std::vector<DfaState> states_ ABSL_GUARDED_BY(mutex_);  // by state of the DFA; without sets once decided
};

}  // namespace muster::grammar::atn

#endif  // MUSTER_GRAMMAR_ATN_PREDICTOR_H_
