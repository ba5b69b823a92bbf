// Private to grammar/: limits on the tokens of a text, checked before anything recursive sees them.
#ifndef MUSTER_GRAMMAR_PARSE_LIMITS_H_
#define MUSTER_GRAMMAR_PARSE_LIMITS_H_

#include <vector>

#include "grammar/atn/parse_tree.h"
#include "grammar/parse.h"
#include "muster/diagnostic.h"

namespace muster::grammar {

/// Whether the tokens of `tree` are not too many, and not nested deeper than the limits and the stack of this thread
/// allow. If not, adds an error to `diagnostics`.
bool WithinLimits(const ParseTree& tree, const ParseLimits& limits, std::vector<Diagnostic>* diagnostics);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_PARSE_LIMITS_H_
