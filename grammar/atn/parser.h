// From tokens to the parse tree: runs the parser's ATN.
#ifndef MUSTER_GRAMMAR_ATN_PARSER_H_
#define MUSTER_GRAMMAR_ATN_PARSER_H_

#include <array>
#include <atomic>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "grammar/atn/atn.h"
#include "grammar/atn/parse_tree.h"
#include "grammar/atn/predictor.h"

namespace muster::grammar::atn {

/// Thread-safe.
class Parser {
 public:
  explicit Parser(Atn atn);
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Adds the entries of tree->tokens. False when the tokens are not in the language; ANTLR's own parser then explains
  /// why (syntax_errors.h). Takes time and memory in proportion to the tokens, and no recursion.
  ///
  /// Operators and operands of one expression are siblings: `a and b or c` is one entry with five children, the first
  /// of which is the predicate of `a`. The operands after `or` are expressions that hold the `and` in them.
  bool Parse(ParseTree* tree) const;

  const Predictor& predictor() const { return predictor_; }

 private:
  static constexpr size_t kTokenTypes = 128;

  // A state of the ATN, compiled to few bytes: epsilon transitions that leave no choice are skipped.
  struct Instruction {
    enum class Kind : uint8_t { kEnd, kSymbol, kRule, kChoice, kPrecedenceLoop };
    Kind kind = Kind::kEnd;
    uint8_t precedence = 0;           // kRule: the least precedence of operators in the expression
    uint16_t label_or_rule = 0;       // kSymbol: the label; kRule: the rule
    Atn::StateId target = 0;          // kSymbol, kRule: where to go on ...
    Atn::StateId follow = 0;          // ... and when the rule has ended
    uint16_t choice = 0;              // kChoice: its number
    std::vector<uint16_t> targets{};  // kChoice, kPrecedenceLoop: by alternative
  };
  // By type of the next token, the state behind a choice, and behind those that follow it, as far as that token alone
  // decides; kUnknown before it was needed, and where it decides nothing.
  using BehindChoice = std::array<std::atomic<Atn::StateId>, kTokenTypes>;
  static constexpr Atn::StateId kUnknown = 0;  // a rule begins there, which is called and not chosen

  Atn::StateId SkipEpsilons(Atn::StateId id) const;
  Instruction CompileState(Atn::StateId id) const;
  // Where the choice at `id` and those that follow it lead before `tokens`; nullopt: no alternative is viable.
  std::optional<Atn::StateId> Choose(Atn::StateId id, const Token* tokens) const;
  // The precedence of the operator that `tokens` begin with, in the precedence loop at `state`.
  int PrecedenceAhead(Atn::StateId state, const Token* tokens) const;

  const Atn atn_;
  std::vector<std::bitset<kTokenTypes>> labels_;
  std::vector<Instruction> program_;  // by state
  mutable std::vector<BehindChoice> behind_choices_;
  const Predictor predictor_;
};

}  // namespace muster::grammar::atn

#endif  // MUSTER_GRAMMAR_ATN_PARSER_H_
