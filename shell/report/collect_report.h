// Asks a catalogue for the content of a report.
#ifndef MUSTER_SHELL_REPORT_COLLECT_REPORT_H_
#define MUSTER_SHELL_REPORT_COLLECT_REPORT_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shell/catalogue/catalogue_handle.h"
#include "shell/report/report_content.h"

namespace muster::shell {

/// Answers the statements of `text` and asks what belongs beside them: what each criterion costs, how certain the
/// answer is, what terms reached, how often the fields are recorded. Of a `guest` nothing is asked but the statements
/// themselves, since each further number is one more that he gets and pays for.
/// InvalidArgument: a statement has a mistake, or changes the catalogue; `mistakes` has what is wrong in the text.
absl::StatusOr<ReportContent> CollectReport(CatalogueHandle& catalogue, std::string_view text,
                                            const QueryOptions& options, bool guest, std::vector<Diagnostic>* mistakes);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_COLLECT_REPORT_H_
