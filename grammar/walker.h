// From tokens to the tree of a text, by the automaton of the grammar's statements.
#ifndef MUSTER_GRAMMAR_WALKER_H_
#define MUSTER_GRAMMAR_WALKER_H_

#include <bitset>
#include <cstdint>
#include <vector>

#include "grammar/automaton.h"
#include "grammar/lookahead.h"
#include "grammar/tree.h"

namespace muster::grammar {

/// Thread-safe.
class Walker {
 public:
  explicit Walker(Automaton automaton);
  Walker(const Walker&) = delete;
  Walker& operator=(const Walker&) = delete;

  /// Adds the entries of tree->tokens. False when these are no text of the language; what is wrong is for others to
  /// say. Takes time and memory in proportion to the tokens.
  ///
  /// Operators and operands of one expression stand side by side: `a and b or c` is one entry with five in it, of which
  /// `a` is none: its predicate stands there. The operands behind `or` are expressions with `and` in them.
  bool Walk(Tree* tree) const;

  const Lookahead& lookahead() const { return lookahead_; }

 private:
  static constexpr size_t kTokenTypes = 128;

  // What there is to do at a state, in few bytes; ways that read nothing and leave no choice are gone already.
  struct Task {
    enum class Kind : uint8_t { kEnd, kSymbol, kCall, kChoice, kOperators };
    Kind kind = Kind::kEnd;
    uint8_t precedence = 0;           // kCall: of the operators that the expression may have
    uint16_t label_or_rule = 0;       // kSymbol: the label; kCall: the rule
    Automaton::StateId target = 0;    // kSymbol, kCall: where to go on ...
    Automaton::StateId follow = 0;    // ... and when the call has ended
    std::vector<uint16_t> targets{};  // kChoice, kOperators: by way
  };

  Automaton::StateId Settle(Automaton::StateId id) const;
  Task TaskAt(Automaton::StateId id) const;
  // The precedence of the operator that `tokens` begin with, in the loop over operators at `state`.
  int OperatorAhead(Automaton::StateId state, const Token* tokens) const;

  const Automaton automaton_;
  std::vector<std::bitset<kTokenTypes>> labels_;
  std::vector<Task> tasks_;  // by state
  const Lookahead lookahead_;
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_WALKER_H_
