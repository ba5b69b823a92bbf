// From query text to syntax tree.
#ifndef MUSTER_GRAMMAR_PARSE_H_
#define MUSTER_GRAMMAR_PARSE_H_

#include <string>
#include <string_view>
#include <vector>

#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::grammar {

struct ParseLimits {
  size_t max_text_bytes = size_t{1} << 20;
  size_t max_depth = 200;
  size_t max_terms = 20000;
};

struct ParseResult {
  /// Empty when there is an error.
  std::vector<Statement> statements;
  std::vector<Diagnostic> diagnostics;
};

/// What reads a text: the tables of grammar/atn/, or ANTLR's own lexer and parser. The result is the same, which a test
/// holds; ANTLR takes about ten times as long.
enum class Reader { kTables, kAntlr };

/// Parses the statements of `text`, separated by ';'. Reports every syntax error that it can tell apart. Thread-safe.
/// Never throws; time and memory are bounded by `limits`.
ParseResult Parse(std::string_view text, const ParseLimits& limits = {}, Reader reader = Reader::kTables);

/// The statement in canonical form: one line, lower-case keywords, single blanks, parentheses where they are needed
/// or an `and` stands in an `or`. Parsing it
/// gives the same tree.
std::string Print(const Statement& statement);
std::string Print(const Expr& expression);
std::string Print(const Literal& literal);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_PARSE_H_
