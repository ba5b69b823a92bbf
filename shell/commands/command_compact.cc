#include <memory>

#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {

Action DeclareCompact(CLI::App& app) {
  auto catalogue_path = std::make_shared<std::string>();
  app.add_option("CATALOGUE", *catalogue_path, "the catalogue's folder")->required();
  return [catalogue_path](Environment& environment) -> int {
    std::unique_ptr<CatalogueHandle> catalogue = OpenOrComplain(environment, *catalogue_path, {});
    if (catalogue == nullptr) return kBroken;
    if (absl::Status status = catalogue->Compact(); !status.ok()) {
      return Fail(environment.console, kBroken, Concat("not compacted: ", Printable(std::string(status.message()))));
    }
    environment.console.out << "compacted: nothing of deleted or replaced individuals is left in the files\n";
    return kOk;
  };
}

}  // namespace muster::shell
