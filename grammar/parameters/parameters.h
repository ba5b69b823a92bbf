// Parameters: values that are given apart from the text of a query.
#ifndef MUSTER_GRAMMAR_PARAMETERS_PARAMETERS_H_
#define MUSTER_GRAMMAR_PARAMETERS_PARAMETERS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "grammar/parameters/parameter_values.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::grammar {

/// A name that stands for a value in statements.
struct ParameterUse {
  std::string name;  ///< without the sign
  bool list = true;  ///< everywhere it stands, several values may
};
/// Those of `statements`, in the order of the text, each once.
std::vector<ParameterUse> ParametersIn(const std::vector<Statement>& statements);

/// Puts a value in place of each `$name` of statements, and all values of a list. How values are read, and why they
/// cannot change what else the query says: ParameterReader. Not thread-safe.
class Parameters {
 public:
  /// As for ParameterReader.
  Parameters(const ParameterValues& values, size_t max_bytes, size_t max_values)
      : reader_(values, max_bytes, max_values) {}

  /// A parameter without value is a diagnostic, and so is a value beyond the limits, a list where one value is meant,
  /// an empty list, and a value of another kind than stands there.
  void Replace(Statement* statement, std::vector<Diagnostic>* diagnostics);

  /// A warning for the values that no statement has asked for; nothing when there are none.
  std::optional<Diagnostic> Unused() const { return reader_.Unused(); }

 private:
  ParameterReader reader_;
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_PARAMETERS_PARAMETERS_H_
