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
  for (Automaton::StateId id = 0; id < automaton_.states.size(); ++id) tasks_.push_back(TaskAt(id));
}

// The first state on the only way from `id` where there is something to do.
Automaton::StateId Walker::Settle(Automaton::StateId id) const {
  while (true) {
    const State& state = automaton_.states[id];
    if (state.end || state.ways.size() != 1 || state.ways[0].kind != Way::Kind::kFree) return id;
    id = state.ways[0].target;
  }
}

Walker::Task Walker::TaskAt(Automaton::StateId id) const {
  const State& state = automaton_.states[id];
  Task task;
  if (state.end || state.ways.empty()) return task;
  if (state.ways.size() > 1) {
    task.kind = state.operators ? Task::Kind::kOperators : Task::Kind::kChoice;
    for (const Way& way : state.ways) task.targets.push_back(Settle(way.target));
    return task;
  }
  const Way& way = state.ways[0];
  task.target = Settle(way.target);
  if (way.kind == Way::Kind::kCall) {
    task.kind = Task::Kind::kCall;
    task.precedence = static_cast<uint8_t>(way.precedence);
    task.label_or_rule = automaton_.states[way.target].rule;
    task.follow = Settle(way.follow);
  } else if (way.kind == Way::Kind::kSymbol) {
    task.kind = Task::Kind::kSymbol;
    task.label_or_rule = way.label;
  }
  return task;
}

int Walker::OperatorAhead(Automaton::StateId state, const Token* tokens) const {
  const State& block = automaton_.states[automaton_.states[state].ways[0].target];
  const int chosen = lookahead_.Choose(automaton_.states[state].ways[0].target, tokens);
  if (chosen == Lookahead::kNoWay) return 0;
  return automaton_.states[block.ways[static_cast<size_t>(chosen)].target].ways[0].precedence;
}

bool Walker::Walk(Tree* tree) const {
  struct Call {
    Automaton::StateId follow = 0;
    uint32_t entry = 0;
    int precedence = 0;  // of the operators that the expression may have
  };
  const std::vector<Token>& tokens = tree->tokens;
  std::vector<Tree::Entry>& entries = tree->entries;
  entries.reserve(4 * tokens.size());
  std::vector<Call> calls;
  calls.reserve(32);
  uint32_t at = 0;
  calls.push_back({});
  entries.push_back({automaton_.states[automaton_.start].rule, false, at, at, 0});
  Automaton::StateId id = Settle(automaton_.start);
  while (true) {
    const Task& task = tasks_[id];
    switch (task.kind) {
      case Task::Kind::kSymbol:
        if (!labels_[task.label_or_rule].test(tokens[at].type)) return false;
        entries.push_back({tokens[at].type, true, at, at + 1, static_cast<uint32_t>(entries.size()) + 1});
        if (tokens[at].type != kEndOfText) ++at;
        id = task.target;
        break;
      case Task::Kind::kCall:
        calls.push_back({task.follow, static_cast<uint32_t>(entries.size()), task.precedence});
        entries.push_back({task.label_or_rule, false, at, at, 0});
        id = task.target;
        break;
      case Task::Kind::kEnd: {
        Tree::Entry& entry = entries[calls.back().entry];
        entry.end = at;
        entry.next = static_cast<uint32_t>(entries.size());
        id = calls.back().follow;
        calls.pop_back();
        if (calls.empty()) return true;
        break;
      }
      case Task::Kind::kChoice:
      case Task::Kind::kOperators: {
        int chosen = lookahead_.Choose(id, &tokens[at]);
        if (chosen == Lookahead::kNoWay) return false;
        // The operator ahead may bind too loosely for this expression and so belong to one around it.
        if (task.kind == Task::Kind::kOperators && chosen == 0 &&
            OperatorAhead(id, &tokens[at]) < calls.back().precedence) {
          chosen = 1;
        }
        id = task.targets[static_cast<size_t>(chosen)];
        break;
      }
    }
  }
}

}  // namespace muster::grammar
