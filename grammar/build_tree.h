// Private to grammar/: from the tree by the grammar's rules to the syntax tree.
#ifndef MUSTER_GRAMMAR_BUILD_TREE_H_
#define MUSTER_GRAMMAR_BUILD_TREE_H_

#include <vector>

#include "grammar/syntax.h"
#include "grammar/tree.h"
#include "muster/diagnostic.h"

namespace muster::grammar {

/// Builds the statements of a text that Walker went through to the end. Values that do not fit (a count of 10^30) are
/// reported to `diagnostics`.
std::vector<Statement> BuildStatements(const Tree& tree, std::vector<Diagnostic>* diagnostics);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_BUILD_TREE_H_
