// Errors of a text that is not in the language, found by ANTLR's parser, which recovers from each.
#ifndef MUSTER_GRAMMAR_SYNTAX_ERRORS_H_
#define MUSTER_GRAMMAR_SYNTAX_ERRORS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "muster/diagnostic.h"

namespace muster::grammar {

inline constexpr size_t kMaxSyntaxErrors = 20;

/// Adds what is wrong with `text`, which is UTF-8 without characters that no word has. Adds nothing when nothing is.
/// Thread-safe.
void DescribeSyntaxErrors(std::string_view text, std::vector<Diagnostic>* diagnostics);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_SYNTAX_ERRORS_H_
