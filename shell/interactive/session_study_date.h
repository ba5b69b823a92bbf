// The study date that the statements of a shell are about.
#ifndef MUSTER_SHELL_INTERACTIVE_SESSION_STUDY_DATE_H_
#define MUSTER_SHELL_INTERACTIVE_SESSION_STUDY_DATE_H_

#include <string>
#include <string_view>
#include <vector>

#include "muster/query.h"

namespace muster::shell {

/// `study date 2026-01-01;` alone holds for the statements that follow, `study date;` alone until here. A text that
/// begins with a study date of its own is about that one.
class SessionStudyDate {
 public:
  /// Whether `text` gives study dates and asks nothing.
  static bool IsGivenBy(std::string_view text);
  /// Whether `text`, which gives study dates, ends by giving none.
  static bool Clears(std::string_view text);
  /// Holds what `text` gives, and says what that is.
  std::string Hold(std::string_view text);
  /// `text`, with the date in front where one is held.
  std::string InFrontOf(std::string_view text) const { return prefix_ + std::string(text); }
  /// Diagnostics of InFrontOf(text) become those of text.
  void Unshift(std::vector<Diagnostic>* diagnostics) const;
  size_t size() const { return prefix_.size(); }

 private:
  std::string date_, prefix_;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_SESSION_STUDY_DATE_H_
