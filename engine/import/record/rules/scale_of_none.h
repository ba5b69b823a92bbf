// Severities, grades, frequencies and counts whose lowest says that there was nothing: "none" of none, mild and severe,
// grade 0, "never".
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_SCALE_OF_NONE_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_SCALE_OF_NONE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::import {

/// What such a column is called.
enum class ScaleName {
  kNone,
  kOfFinding,    ///< "severity", "ctcae_grade", "count": of a feature or disease
  kOfFrequency,  ///< of whatever somebody has, takes or does
};
ScaleName ScaleNameOf(std::string_view name);

/// Looks at the cells of a column of a severity, a grade or a frequency, one after another.
class ScaleOfNone {
 public:
  void Add(std::string_view cell);
  uint64_t cells() const { return cells_; }
  /// The value that is none, beside others that are some; else "".
  const std::string& None() const;
  /// One of the others.
  const std::string& Some() const { return some_; }

 private:
  static constexpr size_t kMostWords = 12;

  uint64_t cells_ = 0;
  std::vector<std::string> words_;  // different ones, at most one more than kMostWords
  std::string none_;
  std::string zero_;
  std::string some_;
  bool numbers_ = true;  // all others are whole numbers
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_SCALE_OF_NONE_H_
