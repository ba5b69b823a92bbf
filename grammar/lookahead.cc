#include "grammar/lookahead.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace muster::grammar {

Lookahead::Lookahead(const Automaton& automaton)
    : automaton_(automaton), starts_(automaton.states.size()), positions_(automaton, true), behind_(1) {
  for (const Automaton::Label& label : automaton.labels) {
    for (const auto& range : label) {
      if (range.second >= kTokenTypes) std::abort();  // the grammar has more tokens than Step has room for
    }
  }
}

// The way that is decided on, kNoWay, or kOpen.
int Lookahead::Decide(const Behind& behind) {
  const auto first = std::find_if(behind.ways.begin(), behind.ways.end(), [](const auto& set) { return !set.empty(); });
  if (first == behind.ways.end()) return kNoWay;
  // Whatever can follow another way can follow the first as well: nothing further on speaks against it.
  const bool decided = std::all_of(first + 1, behind.ways.end(), [&](const auto& other) {
    return std::includes(first->begin(), first->end(), other.begin(), other.end());
  });
  return decided ? static_cast<int>(first - behind.ways.begin()) : kOpen;
}

// The step with this behind it: one that is there, or a new one.
Lookahead::Steps::Id Lookahead::Find(Behind behind) const {
  const int chosen = Decide(behind);
  if (chosen != kOpen) behind.ways.clear();
  for (size_t i = 1; i < behind_.size(); ++i) {
    const auto step = static_cast<Steps::Id>(i);
    if (steps_.Result(step) == chosen && behind_[i].ways == behind.ways) return step;
  }
  behind_.push_back(std::move(behind));
  return steps_.Add(chosen);
}

Lookahead::Steps::Id Lookahead::Start(Automaton::StateId state) const {
  absl::MutexLock lock(&mutex_);
  Behind behind;
  for (const Automaton::Way& way : automaton_.states[state].ways) {
    // A way of a decision leads to the beginning of an alternative without reading anything.
    behind.ways.push_back(positions_.Rests(positions_.At(way.target)));
  }
  const Steps::Id step = Find(std::move(behind));
  starts_[state].store(step, std::memory_order_release);
  return step;
}

Lookahead::Steps::Id Lookahead::Next(Steps::Id step, uint16_t type) const {
  absl::MutexLock lock(&mutex_);
  Behind behind{behind_[step].tokens + 1, {}};
  for (const Positions::Set& set : behind_[step].ways) behind.ways.push_back(positions_.Read(set, type));
  const Steps::Id next = Find(std::move(behind));
  steps_.Link(step, type, next);
  return next;
}

Lookahead::Extent Lookahead::WorkOutAll() const {
  for (size_t state = 0; state < automaton_.states.size(); ++state) {
    if (!automaton_.states[state].end && automaton_.states[state].ways.size() > 1)
      Start(static_cast<Automaton::StateId>(state));
  }
  for (size_t step = 1; step <= steps_.size(); ++step) {
    if (steps_.Result(static_cast<Steps::Id>(step)) != kOpen) continue;
    for (uint16_t type = 0; type < kTokenTypes; ++type) Next(static_cast<Steps::Id>(step), type);
  }
  absl::MutexLock lock(&mutex_);
  Extent extent{steps_.size(), 0};
  for (const Behind& behind : behind_) extent.tokens = std::max(extent.tokens, behind.tokens);
  return extent;
}

}  // namespace muster::grammar
