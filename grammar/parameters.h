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

/// Puts a value in place of each `$name` of statements. A value is read as one value of the language (30, 18 years,
/// 2024-05, HP:0001250, "Seizure"); whatever is no such value is a text. So no value can change what else the query
/// says.
class Parameters {
 public:
  /// `values` must outlive this. The values put in place may have `most_bytes` in all, each as often as it is put.
  Parameters(const std::map<std::string, std::string>& values, size_t most_bytes)
      : values_(values), most_bytes_(most_bytes) {}

  /// A parameter without value is a diagnostic, and so is the one that is too much.
  void Replace(Statement* statement, std::vector<Diagnostic>* diagnostics);

  /// A warning for the parameters that no statement has asked for; nothing when there are none.
  std::optional<Diagnostic> Unused() const;

 private:
  friend class Replacer;

  const std::map<std::string, std::string>& values_;
  const size_t most_bytes_;
  size_t bytes_ = 0;
  std::map<std::string, Literal> read_;  // of those asked for
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_PARAMETERS_H_
