#include "shell/interactive/session_study_date.h"

#include <algorithm>

#include "shell/report/statement_text.h"
#include "shell/terminal/concat.h"

namespace muster::shell {

bool SessionStudyDate::IsGivenBy(std::string_view text) {
  const std::vector<StatementText> statements = SplitStatements(text);
  return !statements.empty() && std::all_of(statements.begin(), statements.end(), IsStudyDate);
}

bool SessionStudyDate::Clears(std::string_view text) { return StudyDateIn(SplitStatements(text).back()).empty(); }

std::string SessionStudyDate::Hold(std::string_view text) {
  const std::string before = date_;
  date_ = StudyDateIn(SplitStatements(text).back());
  prefix_ = date_.empty() ? "" : Concat("study date ", date_, "; ");
  if (!date_.empty()) return Concat("the study date is ", date_, " until study date; stands alone");
  return before.empty() ? "there is no study date" : Concat("the study date was ", before, "; there is none any more");
}

void SessionStudyDate::Unshift(std::vector<Diagnostic>* diagnostics) const {
  for (Diagnostic& diagnostic : *diagnostics) {
    diagnostic.begin -= std::min(diagnostic.begin, prefix_.size());
    diagnostic.end -= std::min(diagnostic.end, prefix_.size());
  }
}

}  // namespace muster::shell
