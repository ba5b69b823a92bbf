// Private to grammar/: from ANTLR's parse tree to the syntax tree.
#ifndef MUSTER_GRAMMAR_BUILD_TREE_H_
#define MUSTER_GRAMMAR_BUILD_TREE_H_

#include <string_view>
#include <vector>

#include "grammar/generated/CohortQueryParser.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::grammar {

/// The source text, and where each of its code points begins: ANTLR counts code points, we count bytes.
struct Source {
  std::string_view text;
  std::vector<size_t> offsets;  ///< one more than there are code points

  Span SpanOf(const antlr4::Token& token) const;
  Span SpanOf(const antlr4::ParserRuleContext& context) const;
  std::string_view TextOf(Span span) const { return text.substr(span.begin, span.end - span.begin); }
};

/// Builds the statements of a script that parsed without errors. Values that do not fit (a count of 10^30) are
/// reported to `diagnostics`.
std::vector<Statement> BuildStatements(generated::CohortQueryParser::ScriptContext& script, const Source& source,
                                       std::vector<Diagnostic>* diagnostics);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_BUILD_TREE_H_
