// The values that a program gives for parameters, read as values of the language.
#ifndef MUSTER_GRAMMAR_PARAMETERS_PARAMETER_VALUES_H_
#define MUSTER_GRAMMAR_PARAMETERS_PARAMETER_VALUES_H_

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::grammar {

/// What a program gives for parameters, by name without the sign. A name has one value or a list.
struct ParameterValues {
  const std::map<std::string, std::string>& single;
  const std::map<std::string, std::vector<std::string>>& lists;
};

/// Reads each value when it is first asked for. A value is read as one value of the language (30, 18 years, 2024-05,
/// HP:0001250, "Seizure"); whatever is no such value is a quoted text. So no value can change what else a query says.
/// Not thread-safe.
class ParameterReader {
 public:
  /// What `values` refers to must outlive this. The values read may have `max_bytes` in all, each as often as it is
  /// asked for, and lists `max_values`.
  ParameterReader(const ParameterValues& values, size_t max_bytes, size_t max_values)
      : values_(values), max_bytes_(max_bytes), max_values_(max_values) {}

  /// What replaces `parameter`, a literal of that kind: one value, or where `list_may_stand` several. They stay as long
  /// as this. Null after an error: the parameter has no value, a list where one value is meant, an empty list, or more
  /// than the limits allow.
  const std::vector<Literal>* Read(const Literal& parameter, bool list_may_stand, std::vector<Diagnostic>* diagnostics);

  /// The text of a parameter with one value, which Read has found.
  const std::string& TextOf(const std::string& name) const { return values_.single.at(name); }

  /// A warning for the values that were not asked for; nothing when there are none.
  std::optional<Diagnostic> Unused() const;

 private:
  // Which parameters have values, for a hint.
  std::string Given() const;

  const ParameterValues values_;
  const size_t max_bytes_;
  const size_t max_values_;
  size_t bytes_ = 0;                                  // of the values read, each as often as it was asked for
  size_t in_lists_ = 0;                               // values of lists, counted likewise
  std::set<std::string, std::less<>> asked_;          // by the text, with a good value or not
  std::map<std::string, std::vector<Literal>> read_;  // of those asked for
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_PARAMETERS_PARAMETER_VALUES_H_
