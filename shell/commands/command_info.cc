#include <memory>

#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/output/report.h"
#include "shell/terminal/failure.h"

namespace muster::shell {

Action DeclareInfo(CLI::App& app) {
  struct Arguments {
    std::string catalogue;
    std::string format = "table";
    bool imports = false;
  };
  auto arguments = std::make_shared<Arguments>();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  app.add_option("--format", arguments->format, "table or json")
      ->capture_default_str()
      ->check([](const std::string& name) {
        return name == "table" || name == "json" ? "" : "there is no format " + name + "; there are table and json";
      });
  app.add_flag("--imports", arguments->imports, "what the last imports reported");
  return [arguments](Environment& environment) -> int {
    OpenOptions open;
    open.read_only = true;
    std::unique_ptr<CatalogueHandle> catalogue = OpenOrComplain(environment, arguments->catalogue, open);
    if (catalogue == nullptr) return kBroken;
    absl::StatusOr<CatalogueInfo> info = catalogue->Info();
    if (!info.ok()) return Fail(environment.console, kBroken, ExplainQueryFailure(info.status()));
    if (arguments->imports && arguments->format != "json") {
      environment.console.out << RenderImports(*info);
      return kOk;
    }
    environment.console.out << (arguments->format == "json" ? InfoJson(*info)
                                                            : RenderInfo(*info, arguments->catalogue));
    return kOk;
  };
}

}  // namespace muster::shell
