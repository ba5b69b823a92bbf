#include "grammar/atn/atn.h"

#include <map>

#include "antlr4-runtime.h"
#include "grammar/atn/token.h"
#include "grammar/generated/CohortQueryLexer.h"
#include "grammar/generated/CohortQueryParser.h"

namespace muster::grammar::atn {
namespace {

using AntlrTransition = antlr4::atn::Transition;

constexpr ssize_t kLastCodePoint = 0x10FFFF;

class Copier {
 public:
  explicit Copier(const antlr4::atn::ATN& source) : source_(source) {}

  Atn Copy() {
    copy_.states.resize(source_.states.size());
    for (antlr4::atn::ATNState* state : source_.states) {
      if (state == nullptr) continue;
      Atn::State& copy = copy_.states[state->stateNumber];
      copy.rule = static_cast<uint16_t>(state->ruleIndex);
      copy.end = state->getStateType() == antlr4::atn::ATNState::RULE_STOP;
      copy.precedence_loop = state->getStateType() == antlr4::atn::ATNState::STAR_LOOP_ENTRY &&
                             static_cast<const antlr4::atn::StarLoopEntryState*>(state)->isPrecedenceDecision;
      copy.transitions.reserve(state->transitions.size());
      for (const AntlrTransition* transition : state->transitions)
        copy.transitions.push_back(CopyTransition(*transition));
    }
    return std::move(copy_);
  }

 private:
  static Atn::StateId Id(const antlr4::atn::ATNState* state) { return static_cast<Atn::StateId>(state->stateNumber); }

  Atn::Transition CopyTransition(const AntlrTransition& transition) {
    Atn::Transition copy;
    copy.target = Id(transition.target);
    switch (transition.getSerializationType()) {
      case AntlrTransition::RULE: {
        const auto& call = static_cast<const antlr4::atn::RuleTransition&>(transition);
        copy.kind = Atn::Transition::Kind::kRule;
        copy.follow = Id(call.followState);
        copy.precedence = call.precedence;
        break;
      }
      case AntlrTransition::PRECEDENCE:
        copy.precedence = static_cast<const antlr4::atn::PrecedencePredicateTransition&>(transition).precedence;
        break;
      default:
        if (transition.isEpsilon()) break;
        copy.kind = Atn::Transition::Kind::kSymbol;
        copy.label = LabelOf(transition);
    }
    return copy;
  }

  uint16_t LabelOf(const AntlrTransition& transition) {
    antlr4::misc::IntervalSet symbols = transition.label();
    if (transition.getSerializationType() == AntlrTransition::NOT_SET) {
      symbols = symbols.complement(0, kLastCodePoint);
    } else if (transition.getSerializationType() == AntlrTransition::WILDCARD) {
      symbols = antlr4::misc::IntervalSet::of(0, kLastCodePoint);
    }
    Atn::Label label;
    for (const antlr4::misc::Interval& range : symbols.getIntervals()) {
      if (range.a < 0) {  // ANTLR's end of the text
        label.emplace_back(kEndOfText, kEndOfText);
      } else {
        label.emplace_back(range.a, range.b);
      }
    }
    const auto [known, added] = labels_.try_emplace(label, static_cast<uint16_t>(copy_.labels.size()));
    if (added) copy_.labels.push_back(std::move(label));
    return known->second;
  }

  const antlr4::atn::ATN& source_;
  Atn copy_;
  std::map<Atn::Label, uint16_t> labels_;
};

}  // namespace

Atn LexerAtn() {
  antlr4::ANTLRInputStream nothing;
  const generated::CohortQueryLexer lexer(&nothing);
  const antlr4::atn::ATN& source = lexer.getATN();
  Atn atn = Copier(source).Copy();
  const antlr4::atn::ATNState& start = *source.modeToStartState.at(0);
  atn.start = static_cast<Atn::StateId>(start.stateNumber);
  atn.token_of_rule.assign(source.ruleToStartState.size(), Atn::kFragment);
  for (const AntlrTransition* token : start.transitions) {
    const size_t rule = token->target->ruleIndex;
    atn.token_of_rule[rule] = static_cast<int>(source.ruleToTokenType[rule]);
  }
  for (const antlr4::atn::ATNState* state : source.states) {  // the only action of the grammar is to skip
    for (const AntlrTransition* transition : state->transitions) {
      if (transition->getSerializationType() == AntlrTransition::ACTION) {
        atn.token_of_rule[state->ruleIndex] = Atn::kSkipped;
      }
    }
  }
  return atn;
}

Atn ParserAtn() {
  antlr4::ANTLRInputStream nothing;
  generated::CohortQueryLexer lexer(&nothing);
  antlr4::CommonTokenStream no_tokens(&lexer);
  const generated::CohortQueryParser parser(&no_tokens);
  const antlr4::atn::ATN& source = parser.getATN();
  Atn atn = Copier(source).Copy();
  atn.start =
      static_cast<Atn::StateId>(source.ruleToStartState.at(generated::CohortQueryParser::RuleScript)->stateNumber);
  return atn;
}

}  // namespace muster::grammar::atn
