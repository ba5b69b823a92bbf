#include "grammar/lookahead.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace muster::grammar {

Lookahead::Lookahead(const Automaton& automaton)
    : automaton_(automaton), starts_(automaton.states.size()), positions_(automaton, true) {
  for (const Automaton::Label& label : automaton.labels) {
    for (const auto& range : label) {
      if (range.second >= kTokenTypes) std::abort();  // the grammar has more tokens than Step has room for
    }
  }
}

// The way that is decided on, kNoWay, or kOpen.
int Lookahead::Decide(const std::vector<Positions::Set>& behind, int tokens) {
  const auto first = std::find_if(behind.begin(), behind.end(), [](const auto& set) { return !set.empty(); });
  if (first == behind.end()) return kNoWay;
  // Whatever can follow another way can follow the first as well: nothing further on speaks against it.
  const bool decided = tokens >= kMostTokens || std::all_of(first + 1, behind.end(), [&](const auto& other) {
                         return std::includes(first->begin(), first->end(), other.begin(), other.end());
                       });
  return decided ? static_cast<int>(first - behind.begin()) : kOpen;
}

const Lookahead::Step* Lookahead::Make(std::vector<Positions::Set> behind, int tokens) const {
  const int chosen = Decide(behind, tokens);
  const auto same = std::find_if(steps_.begin(), steps_.end(), [&](const Step& s) {
    return s.tokens == tokens && s.chosen == chosen && (chosen != kOpen || s.behind == behind);
  });
  if (same != steps_.end()) return &*same;
  Step& step = steps_.emplace_back();
  step.chosen = chosen;
  step.tokens = tokens;
  if (chosen == kOpen) step.behind = std::move(behind);
  return &step;
}

const Lookahead::Step* Lookahead::Start(Automaton::StateId state) const {
  absl::MutexLock lock(&mutex_);
  std::vector<Positions::Set> behind;
  for (const Automaton::Way& way : automaton_.states[state].ways) {
    // A way of a decision leads to the beginning of an alternative without reading anything.
    behind.push_back(positions_.Rests(positions_.At(way.target)));
  }
  const Step* step = Make(std::move(behind), 0);
  starts_[state].store(step, std::memory_order_release);
  return step;
}

const Lookahead::Step* Lookahead::Next(const Step& step, uint16_t type) const {
  absl::MutexLock lock(&mutex_);
  std::vector<Positions::Set> behind;
  for (const Positions::Set& set : step.behind) behind.push_back(positions_.Read(set, type));
  const Step* next = Make(std::move(behind), step.tokens + 1);
  step.next[type].store(next, std::memory_order_release);
  return next;
}

size_t Lookahead::steps() const {
  absl::MutexLock lock(&mutex_);
  return steps_.size();
}

int Lookahead::most_tokens() const {
  absl::MutexLock lock(&mutex_);
  int most = 0;
  for (const Step& step : steps_) most = std::max(most, step.tokens);
  return most;
}

}  // namespace muster::grammar
