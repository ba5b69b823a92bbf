// The augmented transition networks (ATN) that ANTLR's tool generated from CohortQuery.g4, copied out of ANTLR's
// runtime.
#ifndef MUSTER_GRAMMAR_ATN_ATN_H_
#define MUSTER_GRAMMAR_ATN_ATN_H_

#include <cstdint>
#include <utility>
#include <vector>

namespace muster::grammar::atn {

/// One network for each rule; a transition of kind kRule goes through another rule's.
struct Atn {
  using StateId = uint16_t;
  /// Symbols: inclusive ranges. Code points in the lexer's ATN, token types in the parser's.
  using Label = std::vector<std::pair<uint32_t, uint32_t>>;

  struct Transition {
    enum class Kind : uint8_t {
      kEpsilon,  ///< reads nothing
      kSymbol,   ///< reads a symbol of `label`
      kRule,     ///< goes to `target`, where a rule begins, and on to `follow` when that has ended
    };
    Kind kind = Kind::kEpsilon;
    StateId target = 0;
    StateId follow = 0;
    uint16_t label = 0;
    /// kRule: the least precedence of operators in the expression that is called; kEpsilon: the precedence of the
    /// operator that follows. 0 where there are no operators.
    int precedence = 0;
  };
  struct State {
    uint16_t rule = 0;
    bool end = false;              ///< of its rule
    bool precedence_loop = false;  ///< the loop over operators: the first transition goes on, the second leaves
    /// In the order of the alternatives; of an end: to what follows the rule wherever it is called.
    std::vector<Transition> transitions;
  };

  std::vector<State> states;
  std::vector<Label> labels;
  StateId start = 0;
  /// By rule, in the lexer's ATN: the type; kSkipped for blanks and comments, kFragment for what only other rules use.
  static constexpr int kSkipped = -1;
  static constexpr int kFragment = -2;
  std::vector<int> token_of_rule;
};

Atn LexerAtn();
Atn ParserAtn();

}  // namespace muster::grammar::atn

#endif  // MUSTER_GRAMMAR_ATN_ATN_H_
