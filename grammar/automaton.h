// The grammar as states and ways between them: what ANTLR's tool made of CohortQuery.g4, copied out of its runtime.
#ifndef MUSTER_GRAMMAR_AUTOMATON_H_
#define MUSTER_GRAMMAR_AUTOMATON_H_

#include <cstdint>
#include <utility>
#include <vector>

namespace muster::grammar {

/// One machine for each rule; a way of kind kCall goes through another rule's.
struct Automaton {
  using StateId = uint16_t;
  /// Symbols: inclusive ranges. Code points in the automaton of tokens, token types in that of the tree.
  using Label = std::vector<std::pair<uint32_t, uint32_t>>;

  struct Way {
    enum class Kind : uint8_t {
      kFree,    ///< reads nothing
      kSymbol,  ///< reads a symbol of `label`
      kCall,    ///< goes to `target`, which begins a rule, and on to `follow` where that ends
    };
    Kind kind = Kind::kFree;
    StateId target = 0;
    StateId follow = 0;
    uint16_t label = 0;
    /// kCall: which operators the expression that is called may have; kFree: how tightly the operator binds, which is
    /// at least that much in an expression. 0 where there are no operators.
    int precedence = 0;
  };
  struct State {
    uint16_t rule = 0;
    bool end = false;        ///< of its rule
    bool operators = false;  ///< the loop over the operators of an expression: the first way goes in, the second out
    std::vector<Way> ways;   ///< in the order of the alternatives; of an end: to what follows it in all other rules
  };

  std::vector<State> states;
  std::vector<Label> labels;
  StateId start = 0;
  /// By rule, in the automaton of tokens: the type; kSkipped for blanks and remarks, kPart for what only other rules
  /// use.
  static constexpr int kSkipped = -1;
  static constexpr int kPart = -2;
  std::vector<int> token_of_rule;
};

/// The end of the text, as a token type; ANTLR's others begin at 1.
inline constexpr uint16_t kEndOfText = 0;

/// From code points to tokens; from tokens to statements.
Automaton AutomatonOfTokens();
Automaton AutomatonOfStatements();

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_AUTOMATON_H_
