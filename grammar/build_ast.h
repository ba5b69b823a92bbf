// Private to grammar/: from the parse tree to the syntax tree.
#ifndef MUSTER_GRAMMAR_BUILD_AST_H_
#define MUSTER_GRAMMAR_BUILD_AST_H_

#include <vector>

#include "grammar/atn/parse_tree.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::grammar {

/// Builds the statements of a text that was parsed to the end. Values that do not fit (a count of 10^30) are
/// reported to `diagnostics`.
std::vector<Statement> BuildAst(const ParseTree& tree, std::vector<Diagnostic>* diagnostics);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_BUILD_AST_H_
