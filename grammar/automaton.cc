#include "grammar/automaton.h"

#include <map>

#include "antlr4-runtime.h"
#include "grammar/generated/CohortQueryLexer.h"
#include "grammar/generated/CohortQueryParser.h"

namespace muster::grammar {
namespace {

using antlr4::atn::Transition;
using State = Automaton::State;
using Way = Automaton::Way;

constexpr ssize_t kLastCodePoint = 0x10FFFF;

class Copier {
 public:
  explicit Copier(const antlr4::atn::ATN& atn) : atn_(atn) {}

  Automaton Copy() {
    automaton_.states.resize(atn_.states.size());
    for (antlr4::atn::ATNState* state : atn_.states) {
      if (state == nullptr) continue;
      State& copy = automaton_.states[state->stateNumber];
      copy.rule = static_cast<uint16_t>(state->ruleIndex);
      copy.end = state->getStateType() == antlr4::atn::ATNState::RULE_STOP;
      copy.operators = state->getStateType() == antlr4::atn::ATNState::STAR_LOOP_ENTRY &&
                       static_cast<const antlr4::atn::StarLoopEntryState*>(state)->isPrecedenceDecision;
      copy.ways.reserve(state->transitions.size());
      for (const Transition* transition : state->transitions) copy.ways.push_back(CopyWay(*transition));
    }
    return std::move(automaton_);
  }

 private:
  static Automaton::StateId Id(const antlr4::atn::ATNState* state) {
    return static_cast<Automaton::StateId>(state->stateNumber);
  }

  Way CopyWay(const Transition& transition) {
    Way way;
    way.target = Id(transition.target);
    switch (transition.getSerializationType()) {
      case Transition::RULE: {
        const auto& call = static_cast<const antlr4::atn::RuleTransition&>(transition);
        way.kind = Way::Kind::kCall;
        way.follow = Id(call.followState);
        way.precedence = call.precedence;
        break;
      }
      case Transition::PRECEDENCE:
        way.precedence = static_cast<const antlr4::atn::PrecedencePredicateTransition&>(transition).precedence;
        break;
      default:
        if (transition.isEpsilon()) break;
        way.kind = Way::Kind::kSymbol;
        way.label = LabelOf(transition);
    }
    return way;
  }

  uint16_t LabelOf(const Transition& transition) {
    antlr4::misc::IntervalSet symbols = transition.label();
    if (transition.getSerializationType() == Transition::NOT_SET) {
      symbols = symbols.complement(0, kLastCodePoint);
    } else if (transition.getSerializationType() == Transition::WILDCARD) {
      symbols = antlr4::misc::IntervalSet::of(0, kLastCodePoint);
    }
    Automaton::Label label;
    for (const antlr4::misc::Interval& range : symbols.getIntervals()) {
      if (range.a < 0) {  // ANTLR's end of the text
        label.emplace_back(kEndOfText, kEndOfText);
      } else {
        label.emplace_back(range.a, range.b);
      }
    }
    const auto [known, added] = labels_.try_emplace(label, static_cast<uint16_t>(automaton_.labels.size()));
    if (added) automaton_.labels.push_back(std::move(label));
    return known->second;
  }

  const antlr4::atn::ATN& atn_;
  Automaton automaton_;
  std::map<Automaton::Label, uint16_t> labels_;
};

}  // namespace

Automaton AutomatonOfTokens() {
  antlr4::ANTLRInputStream nothing;
  const generated::CohortQueryLexer lexer(&nothing);
  const antlr4::atn::ATN& atn = lexer.getATN();
  Automaton automaton = Copier(atn).Copy();
  const antlr4::atn::ATNState& start = *atn.modeToStartState.at(0);
  automaton.start = static_cast<Automaton::StateId>(start.stateNumber);
  automaton.token_of_rule.assign(atn.ruleToStartState.size(), Automaton::kPart);
  for (const Transition* token : start.transitions) {
    const size_t rule = token->target->ruleIndex;
    automaton.token_of_rule[rule] = static_cast<int>(atn.ruleToTokenType[rule]);
  }
  for (const antlr4::atn::ATNState* state : atn.states) {  // the only action of the grammar is to skip
    for (const Transition* way : state->transitions) {
      if (way->getSerializationType() == Transition::ACTION) {
        automaton.token_of_rule[state->ruleIndex] = Automaton::kSkipped;
      }
    }
  }
  return automaton;
}

Automaton AutomatonOfStatements() {
  antlr4::ANTLRInputStream nothing;
  generated::CohortQueryLexer lexer(&nothing);
  antlr4::CommonTokenStream no_tokens(&lexer);
  const generated::CohortQueryParser parser(&no_tokens);
  const antlr4::atn::ATN& atn = parser.getATN();
  Automaton automaton = Copier(atn).Copy();
  automaton.start =
      static_cast<Automaton::StateId>(atn.ruleToStartState.at(generated::CohortQueryParser::RuleScript)->stateNumber);
  return automaton;
}

}  // namespace muster::grammar
