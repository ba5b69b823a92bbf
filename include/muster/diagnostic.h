// Diagnostics: what is wrong with the text of a query, or worth knowing about it.
#ifndef MUSTER_DIAGNOSTIC_H_
#define MUSTER_DIAGNOSTIC_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "muster/export.h"

namespace muster {

enum class Severity { kError, kWarning, kNote };

/// One problem of a query text. An error stops the query; warnings and notes accompany an answer.
struct Diagnostic {
  Severity severity = Severity::kError;
  /// Stable kebab-case name of the kind of problem, e.g. "unknown-term"; docs/errors.md lists them all.
  std::string code;
  /// One sentence that says what is wrong, without position or severity.
  std::string message;
  /// The bytes [begin, end) of the query text that the problem is about.
  size_t begin = 0;
  size_t end = 0;
  /// What to do about it, most useful first: similar names, an example.
  std::vector<std::string> hints;
};

/// True if any of `diagnostics` is an error.
MUSTER_EXPORT bool HasErrors(const std::vector<Diagnostic>& diagnostics);

/// Prints `diagnostics` for a person: each with its line of `text`, carets under the words meant, and the hints.
/// Ends with a newline unless there is nothing to print. Positions outside `text` are clamped.
MUSTER_EXPORT std::string RenderDiagnostics(std::string_view text, const std::vector<Diagnostic>& diagnostics);

}  // namespace muster

#endif  // MUSTER_DIAGNOSTIC_H_
