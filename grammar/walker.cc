#include "grammar/walker.h"

#include <utility>

namespace muster::grammar {

using State = Automaton::State;
using Way = Automaton::Way;

Walker::Walker(Automaton automaton) : automaton_(std::move(automaton)), lookahead_(automaton_) {
  for (const Automaton::Label& label : automaton_.labels) {
    std::bitset<kTokenTypes>& types = labels_.emplace_back();
    for (const auto& [first, last] : label) {
      for (uint32_t type = first; type <= last; ++type) types.set(type);
    }
  }
}

bool Walker::Walk(Tree* tree) const {
  struct Call {
    Automaton::StateId follow = 0;
    uint32_t entry = 0;
    int precedence = 0;  // of the operators that the expression may have
  };
  const std::vector<Token>& tokens = tree->tokens;
  std::vector<Tree::Entry>& entries = tree->entries;
  std::vector<Call> calls;
  uint32_t at = 0;
  const auto open = [&](Automaton::StateId start, Automaton::StateId follow, int precedence) {
    calls.push_back({follow, static_cast<uint32_t>(entries.size()), precedence});
    entries.push_back({automaton_.states[start].rule, false, at, at, 0});
    return start;
  };
  Automaton::StateId id = open(automaton_.start, 0, 0);
  while (true) {
    const State& state = automaton_.states[id];
    if (state.end) {
      Tree::Entry& entry = entries[calls.back().entry];
      entry.end = at;
      entry.next = static_cast<uint32_t>(entries.size());
      id = calls.back().follow;
      calls.pop_back();
      if (calls.empty()) return true;
      continue;
    }
    size_t taken = 0;
    if (state.ways.size() > 1) {
      int chosen = lookahead_.Choose(id, &tokens[at]);
      if (chosen == Lookahead::kNoWay) return false;
      if (state.operators && chosen == 0) {
        // The operator ahead may bind too loosely for this expression and so belong to one around it.
        const Automaton::StateId block = state.ways[0].target;
        const int alternative = lookahead_.Choose(block, &tokens[at]);
        if (alternative == Lookahead::kNoWay) return false;
        const State& begin = automaton_.states[automaton_.states[block].ways[static_cast<size_t>(alternative)].target];
        if (begin.ways[0].precedence < calls.back().precedence) chosen = 1;
      }
      taken = static_cast<size_t>(chosen);
    }
    const Way& way = state.ways[taken];
    switch (way.kind) {
      case Way::Kind::kFree:
        id = way.target;
        break;
      case Way::Kind::kCall:
        id = open(way.target, way.follow, way.precedence);
        break;
      case Way::Kind::kSymbol:
        if (!labels_[way.label].test(tokens[at].type)) return false;
        entries.push_back({tokens[at].type, true, at, at + 1, static_cast<uint32_t>(entries.size()) + 1});
        if (tokens[at].type != kEndOfText) ++at;
        id = way.target;
        break;
    }
  }
}

}  // namespace muster::grammar
