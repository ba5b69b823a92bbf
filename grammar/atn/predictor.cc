#include "grammar/atn/predictor.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "containers/make_room.h"

namespace muster::grammar::atn {

Predictor::Predictor(const Atn& atn) : atn_(atn), starts_(atn.states.size()), configurations_(atn, true), states_(1) {
  for (const Atn::Label& label : atn.labels) {
    for (const auto& range : label) {
      if (range.second >= kTokenTypes) std::abort();  // the grammar has more tokens than State has room for
    }
  }
}

// The alternative decided on, kNoViableAlternative, or kUndecided.
int Predictor::Decide(const DfaState& alternatives) {
  const auto first =
      std::find_if(alternatives.sets.begin(), alternatives.sets.end(), [](const auto& set) { return !set.empty(); });
  if (first == alternatives.sets.end()) return kNoViableAlternative;
  // Whatever another alternative can read on, the first can as well: no later token decides between them.
  const bool decided = std::all_of(first + 1, alternatives.sets.end(), [&](const auto& other) {
    return std::includes(first->begin(), first->end(), other.begin(), other.end());
  });
  return decided ? static_cast<int>(first - alternatives.sets.begin()) : kUndecided;
}

// The DFA state for these alternatives: an existing one, or a new one.
Predictor::Dfa::Id Predictor::Find(DfaState alternatives) const {
  const int chosen = Decide(alternatives);
  if (chosen != kUndecided) alternatives.sets.clear();
  for (size_t i = 1; i < states_.size(); ++i) {
    const auto state = static_cast<Dfa::Id>(i);
    if (dfa_.At(state).result() == chosen && states_[i].sets == alternatives.sets) return state;
  }
  MakeRoom(&states_);
  const Dfa::Id added = dfa_.Add(chosen);
  states_.push_back(std::move(alternatives));
  return added;
}

Predictor::Dfa::Id Predictor::Start(Atn::StateId decision) const {
  absl::MutexLock lock(&mutex_);
  DfaState alternatives;
  for (const Atn::Transition& transition : atn_.states[decision].transitions) {
    // Each transition of a decision is an epsilon transition to the start of an alternative.
    alternatives.sets.push_back(configurations_.EpsilonClosure(configurations_.Start(transition.target)));
  }
  const Dfa::Id state = Find(std::move(alternatives));
  starts_[decision].store(state, std::memory_order_release);
  return state;
}

Predictor::Dfa::Id Predictor::Next(Dfa::Id state, uint16_t type) const {
  absl::MutexLock lock(&mutex_);
  DfaState alternatives{states_[state].tokens + 1, {}};
  for (const Configurations::Set& set : states_[state].sets)
    alternatives.sets.push_back(configurations_.Move(set, type));
  const Dfa::Id next = Find(std::move(alternatives));
  dfa_.Link(state, type, next);
  return next;
}

Predictor::Extent Predictor::ComputeAll() const {
  for (size_t state = 0; state < atn_.states.size(); ++state) {
    if (!atn_.states[state].end && atn_.states[state].transitions.size() > 1) Start(static_cast<Atn::StateId>(state));
  }
  for (size_t state = 1; state <= dfa_.size(); ++state) {
    if (dfa_.At(static_cast<Dfa::Id>(state)).result() != kUndecided) continue;
    for (uint16_t type = 0; type < kTokenTypes; ++type) Next(static_cast<Dfa::Id>(state), type);
  }
  absl::MutexLock lock(&mutex_);
  Extent extent{dfa_.size(), 0};
  for (const DfaState& state : states_) extent.tokens = std::max(extent.tokens, state.tokens);
  return extent;
}

}  // namespace muster::grammar::atn
