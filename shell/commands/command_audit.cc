#include <memory>

#include "muster/guest.h"
#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"

namespace muster::shell {

Action DeclareAudit(CLI::App& app) {
  auto path = std::make_shared<std::string>();
  app.add_option("CATALOGUE", *path, "the catalogue's folder")->required();
  return [path](Environment& environment) -> int {
    Console& console = environment.console;
    OpenOptions open;
    open.read_only = true;
    std::unique_ptr<CatalogueHandle> catalogue = OpenOrComplain(environment, *path, open);
    if (catalogue == nullptr) return kBroken;
    const absl::StatusOr<AuditReport> report = catalogue->host()->Audit();
    if (!report.ok()) return Fail(console, kBroken, Printable(std::string(report.status().message())));
    console.out << Counted(report->sets, "remembered set") << "\n";
    for (const AuditFinding& finding : report->findings) {
      console.out << finding.what << " leaves " << finding.people << " people, " << Counted(finding.times, "time")
                  << "; sets";
      for (const uint64_t set : finding.sets) console.out << " " << set;
      console.out << "\n";
    }
    for (const std::string& name : report->near_used_up) {
      console.out << Printable(name) << " has asked near others more often than the tier has\n";
    }
    for (const std::string& name : report->suspended) console.out << Printable(name) << " is suspended\n";
    return report->findings.empty() ? kOk : kFailed;
  };
}

}  // namespace muster::shell
