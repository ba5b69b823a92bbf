#include "shell/interactive/dot_files.h"

#include "muster/diagnostic.h"
#include "shell/interactive/session.h"
#include "shell/report/write_report.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/console.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {

bool DotReport(Session& session, const std::vector<std::string>& words) {
  if (session.last_text().empty()) {
    session.Complain("nothing has been asked yet that a report could show");
    return false;
  }
  std::string title;
  for (size_t i = 1; i < words.size(); ++i) Append(title, title.empty() ? "" : " ", words[i]);
  ReportRequest request;
  request.text = session.last_text();
  request.options.parameters = session.parameters();
  request.options.ontologies = session.ontologies();
  request.guest = session.principal().has_value() ? session.principal()->name : "";
  request.catalogue = CatalogueName(session.path());
  request.title = title.empty() ? "Feasibility in " + request.catalogue : title;
  request.out = words[0];
  std::string id;
  std::vector<Diagnostic> mistakes;
  const absl::Status status = WriteReport(session.catalogue(), request, &id, &mistakes);
  if (!status.ok()) {
    session.Complain(Printable(std::string(status.message())));
    return false;
  }
  session.console().out << Printable(words[0]) << ": report muster:" << id << "\n";
  return true;
}

}  // namespace muster::shell
