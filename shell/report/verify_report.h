// Whether a report page is unchanged, and whether a catalogue still gives the same answers.
#ifndef MUSTER_SHELL_REPORT_VERIFY_REPORT_H_
#define MUSTER_SHELL_REPORT_VERIFY_REPORT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlohmann/json.hpp"
#include "shell/report/report_page.h"

namespace muster::shell {

/// A page as it was read.
struct WrittenReport {
  ReportFrame frame;
  std::string id;
  std::string engine;
  nlohmann::ordered_json content;
  std::string body;
  /// What is wrong with the page itself: it was changed after it was written. Empty: nothing.
  std::vector<std::string> damages;
};

/// Nullopt if `page` is not the page of a report.
std::optional<WrittenReport> ReadReport(std::string_view page);

/// What differs between the page and what the catalogue says `now`, a line each; empty: nothing.
std::vector<std::string> CompareReports(const WrittenReport& written, const ReportContent& now);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_VERIFY_REPORT_H_
