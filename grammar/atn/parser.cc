#include "grammar/atn/parser.h"

#include <utility>

#include "allowance/allowance.h"

namespace muster::grammar::atn {

using State = Atn::State;
using Transition = Atn::Transition;

Parser::Parser(Atn atn) : atn_(std::move(atn)), predictor_(atn_) {
  for (const Atn::Label& label : atn_.labels) {
    std::bitset<kTokenTypes>& types = labels_.emplace_back();
    for (const auto& [first, last] : label) {
      for (uint32_t type = first; type <= last; ++type) types.set(type);
    }
  }
  uint16_t choices = 0;
  for (Atn::StateId id = 0; id < atn_.states.size(); ++id) {
    Instruction& instruction = program_.emplace_back(CompileState(id));
    if (instruction.kind == Instruction::Kind::kChoice) instruction.choice = choices++;
  }
  behind_choices_ = std::vector<BehindChoice>(choices);
}

// The first state behind `id` that is not just one epsilon transition.
Atn::StateId Parser::SkipEpsilons(Atn::StateId id) const {
  while (true) {
    const State& state = atn_.states[id];
    if (state.end || state.transitions.size() != 1 || state.transitions[0].kind != Transition::Kind::kEpsilon)
      return id;
    id = state.transitions[0].target;
  }
}

Parser::Instruction Parser::CompileState(Atn::StateId id) const {
  const State& state = atn_.states[id];
  Instruction instruction;
  if (state.end || state.transitions.empty()) return instruction;
  if (state.transitions.size() > 1) {
    instruction.kind = state.precedence_loop ? Instruction::Kind::kPrecedenceLoop : Instruction::Kind::kChoice;
    for (const Transition& transition : state.transitions)
      instruction.targets.push_back(SkipEpsilons(transition.target));
    return instruction;
  }
  const Transition& transition = state.transitions[0];
  instruction.target = SkipEpsilons(transition.target);
  if (transition.kind == Transition::Kind::kRule) {
    instruction.kind = Instruction::Kind::kRule;
    instruction.precedence = static_cast<uint8_t>(transition.precedence);
    instruction.label_or_rule = atn_.states[transition.target].rule;
    instruction.follow = SkipEpsilons(transition.follow);
  } else if (transition.kind == Transition::Kind::kSymbol) {
    instruction.kind = Instruction::Kind::kSymbol;
    instruction.label_or_rule = transition.label;
  }
  return instruction;
}

std::optional<Atn::StateId> Parser::Choose(Atn::StateId id, const Token* tokens) const {
  std::atomic<Atn::StateId>& behind = behind_choices_[program_[id].choice][tokens->type];
  Atn::StateId decided = kUnknown;
  bool by_one_token = true;
  while (program_[id].kind == Instruction::Kind::kChoice) {
    const Token* read = tokens;
    const int chosen = predictor_.Predict(id, tokens, &read);
    if (chosen == Predictor::kNoViableAlternative) return std::nullopt;
    id = program_[id].targets[static_cast<size_t>(chosen)];
    by_one_token = by_one_token && read <= tokens + 1;
    if (by_one_token) decided = id;
  }
  if (decided != kUnknown) behind.store(decided, std::memory_order_relaxed);
  return id;
}

int Parser::PrecedenceAhead(Atn::StateId state, const Token* tokens) const {
  const State& block = atn_.states[atn_.states[state].transitions[0].target];
  const int chosen = predictor_.Predict(atn_.states[state].transitions[0].target, tokens);
  if (chosen == Predictor::kNoViableAlternative) return 0;
  return atn_.states[block.transitions[static_cast<size_t>(chosen)].target].transitions[0].precedence;
}

bool Parser::Parse(ParseTree* tree) const {
  struct Call {
    Atn::StateId follow = 0;
    uint32_t entry = 0;
    int precedence = 0;  // of the operators that the expression may have
  };
  const std::vector<Token>& tokens = tree->tokens;
  std::vector<ParseTree::Entry>& entries = tree->entries;
  entries.reserve(4 * tokens.size());
  std::vector<Call> calls;
  calls.reserve(32);
  uint32_t at = 0;
  calls.push_back({});
  entries.push_back({atn_.states[atn_.start].rule, false, at, at, 0});
  Atn::StateId id = SkipEpsilons(atn_.start);
  while (true) {
    const Instruction& instruction = program_[id];
    switch (instruction.kind) {
      case Instruction::Kind::kSymbol:
        if (!labels_[instruction.label_or_rule].test(tokens[at].type)) return false;
        if (at % kTokensPerCheck == 0 && !ShouldContinue()) return false;
        entries.push_back({tokens[at].type, true, at, at + 1, static_cast<uint32_t>(entries.size()) + 1});
        if (tokens[at].type != kEndOfText) ++at;
        id = instruction.target;
        break;
      case Instruction::Kind::kRule:
        calls.push_back({instruction.follow, static_cast<uint32_t>(entries.size()), instruction.precedence});
        entries.push_back({instruction.label_or_rule, false, at, at, 0});
        id = instruction.target;
        break;
      case Instruction::Kind::kEnd: {
        ParseTree::Entry& entry = entries[calls.back().entry];
        entry.end = at;
        entry.next = static_cast<uint32_t>(entries.size());
        id = calls.back().follow;
        calls.pop_back();
        if (calls.empty()) return true;
        break;
      }
      case Instruction::Kind::kChoice: {
        const BehindChoice& behind = behind_choices_[instruction.choice];
        const Atn::StateId known = behind[tokens[at].type].load(std::memory_order_relaxed);
        const auto chosen = known != kUnknown ? known : Choose(id, &tokens[at]);
        if (!chosen) return false;
        id = *chosen;
        break;
      }
      case Instruction::Kind::kPrecedenceLoop: {
        int chosen = predictor_.Predict(id, &tokens[at]);
        if (chosen == Predictor::kNoViableAlternative) return false;
        // The operator ahead may bind too loosely for this expression and so belong to one around it.
        if (chosen == 0 && PrecedenceAhead(id, &tokens[at]) < calls.back().precedence) chosen = 1;
        id = instruction.targets[static_cast<size_t>(chosen)];
        break;
      }
    }
  }
}

}  // namespace muster::grammar::atn
