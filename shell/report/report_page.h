// A report as one HTML page that needs nothing else: no scripts, no fonts, no pictures from elsewhere.
#ifndef MUSTER_SHELL_REPORT_REPORT_PAGE_H_
#define MUSTER_SHELL_REPORT_REPORT_PAGE_H_

#include <map>
#include <string>
#include <string_view>

#include "shell/report/report_content.h"

namespace muster::shell {

/// What stands on the page beside the content, and what is needed to ask again.
struct ReportFrame {
  std::string title;
  std::string catalogue;  ///< the catalogue's name, as its folder is called
  std::string date;       ///< "2026-11-28 14:05 UTC"
  std::string text;       ///< the statements as they were given
  std::map<std::string, std::string> parameters;
  std::map<std::string, std::string> ontologies;  ///< versions that were asked for
  std::string guest;                              ///< the principal's name; empty: exact numbers
};

/// The whole page. Its head contains the content as JSON, its id, and the hash of the visible part.
std::string RenderReport(const ReportContent& content, const ReportFrame& frame);

/// The `<body>` of the page by itself: the same content and frame give the same bytes.
std::string RenderReportBody(const ReportContent& content, const ReportFrame& frame);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_REPORT_PAGE_H_
