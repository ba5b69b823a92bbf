#include <memory>

#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/output/report.h"
#include "shell/terminal/failure.h"
#include "shell/terminal/progress.h"

namespace muster::shell {

Action DeclareCheck(CLI::App& app) {
  struct Arguments {
    std::string catalogue;
    bool quiet = false;
  };
  auto arguments = std::make_shared<Arguments>();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  app.add_flag("-q,--quiet", arguments->quiet, "no progress, and no report when all is well");
  return [arguments](Environment& environment) -> int {
    OpenOptions open;
    open.read_only = true;
    std::unique_ptr<CatalogueHandle> catalogue = OpenOrComplain(environment, arguments->catalogue, open);
    if (catalogue == nullptr) return kBroken;
    absl::StatusOr<CheckReport> report;
    {
      ProgressMeter meter(environment.console, arguments->quiet);
      report = catalogue->Check([&](uint64_t done, uint64_t total) {
        meter.Update({"checking", done, total, done, "individuals"});
      });
    }
    if (!report.ok()) return Fail(environment.console, kBroken, ExplainQueryFailure(report.status()));
    const bool well = report->problems.empty();
    if (!well || !arguments->quiet) environment.console.out << RenderCheck(*report, arguments->catalogue);
    return well ? kOk : kFailed;
  };
}

}  // namespace muster::shell
