// From a text of statements to the file of a page.
#ifndef MUSTER_SHELL_REPORT_WRITE_REPORT_H_
#define MUSTER_SHELL_REPORT_WRITE_REPORT_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "shell/catalogue/catalogue_handle.h"

namespace muster::shell {

struct ReportRequest {
  std::string text;  ///< the statements
  QueryOptions options;
  std::string guest;      ///< the name of the principal that the handle asks as; empty: exact numbers
  std::string catalogue;  ///< what the page calls the catalogue
  std::string title;
  std::string out;  ///< path of the page, which is replaced completely or not at all
};

/// `id` gets the id of the report. InvalidArgument: `mistakes` in the text, or it would change the catalogue. Unknown:
/// the file cannot be written. Other errors as of Query.
absl::Status WriteReport(CatalogueHandle& catalogue, const ReportRequest& request, std::string* id,
                         std::vector<Diagnostic>* mistakes);

/// What a page calls the catalogue at `path`: the name of its folder.
std::string CatalogueName(const std::string& path);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_REPORT_WRITE_REPORT_H_
