// From tokens to the tree of a text, by the automaton of the grammar's statements.
#ifndef MUSTER_GRAMMAR_WALKER_H_
#define MUSTER_GRAMMAR_WALKER_H_

#include <bitset>
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

  const Automaton automaton_;
  std::vector<std::bitset<kTokenTypes>> labels_;
  const Lookahead lookahead_;
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_WALKER_H_
