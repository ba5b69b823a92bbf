// What the first hint for a wrong text says.
#ifndef MUSTER_TESTS_UNIT_GRAMMAR_FIRST_HINT_H_
#define MUSTER_TESTS_UNIT_GRAMMAR_FIRST_HINT_H_

#include <string>

#include "grammar/parse.h"

namespace muster::grammar {

/// The first hint of the first problem of a statement, or "-".
inline std::string HintOf(const std::string& statement) {
  const ParseResult parsed = Parse(statement);
  if (parsed.diagnostics.empty() || parsed.diagnostics[0].hints.empty()) return "-";
  return parsed.diagnostics[0].hints[0];
}

/// The same of a statement with this criterion.
inline std::string HintFor(const std::string& criterion) { return HintOf("count individuals where " + criterion); }

}  // namespace muster::grammar

#endif  // MUSTER_TESTS_UNIT_GRAMMAR_FIRST_HINT_H_
