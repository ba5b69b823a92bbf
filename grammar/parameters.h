// Parameters: values that are given apart from the text of a query.
#ifndef MUSTER_GRAMMAR_PARAMETERS_H_
#define MUSTER_GRAMMAR_PARAMETERS_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "grammar/parse.h"
#include "grammar/syntax.h"

namespace muster::grammar {

/// A name that stands for a value in statements.
struct ParameterUse {
  std::string name;  ///< without the sign
  bool list = true;  ///< everywhere it stands, several values may
};
/// Those of `statements`, in the order of the text, each once.
std::vector<ParameterUse> ParametersIn(const std::vector<Statement>& statements);

/// What a program gives for parameters, by name without the sign. A name has one value or a list.
struct ParameterValues {
  const std::map<std::string, std::string>& single;
  const std::map<std::string, std::vector<std::string>>& lists;
};

/// Puts a value in place of each `$name` of statements. A value is read as one value of the language (30, 18 years,
/// 2024-05, HP:0001250, "Seizure"); whatever is no such value is a text. So no value can change what else the query
/// says. Of a list, all values take the place of the one.
class Parameters {
 public:
  /// What `values` refers to must outlive this. The values put in place may have `most_bytes` in all, each as often as
  /// it is put, and lists `most_values`.
  Parameters(const ParameterValues& values, size_t most_bytes, size_t most_values)
      : values_(values), most_bytes_(most_bytes), most_values_(most_values) {}

  /// A parameter without value is a diagnostic, and so is the one that is too much, a list where one value is meant,
  /// and an empty list.
  void Replace(Statement* statement, std::vector<Diagnostic>* diagnostics);

  /// A warning for the parameters that no statement has asked for; nothing when there are none.
  std::optional<Diagnostic> Unused() const;

 private:
  friend class Replacer;

  const ParameterValues values_;
  const size_t most_bytes_;
  const size_t most_values_;
  size_t bytes_ = 0;
  size_t in_lists_ = 0;
  std::map<std::string, std::vector<Literal>> read_;  // of those asked for
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_PARAMETERS_H_
