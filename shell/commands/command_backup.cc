#include <memory>

#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/stop_on_interrupt.h"

namespace muster::shell {
namespace {

int SayCopied(Console& console, const std::string& to, const absl::StatusOr<uint64_t>& version) {
  if (version.ok()) {
    console.out << "copied version " << *version << " to " << Printable(to) << ", and compared its files\n";
    return kOk;
  }
  const int code = absl::IsCancelled(version.status()) ? kInterrupted : kBroken;
  return Fail(console, code, Concat("not copied: ", Printable(std::string(version.status().message()))));
}

}  // namespace

Action DeclareBackup(CLI::App& app) {
  auto catalogue_path = std::make_shared<std::string>();
  auto to = std::make_shared<std::string>();
  app.add_option("CATALOGUE", *catalogue_path, "the catalogue's folder")->required();
  app.add_option("FOLDER", *to, "the copy; there must be nothing of that name")->required();
  return [catalogue_path, to](Environment& environment) -> int {
    OpenOptions options;
    options.read_only = true;  // so that a writer, a service for example, may go on
    std::unique_ptr<CatalogueHandle> catalogue = OpenOrComplain(environment, *catalogue_path, options);
    if (catalogue == nullptr) return kBroken;
    const StopOnInterrupt interrupt(StopOnInterrupt::Which::kFirst);
    CallBounds bounds;
    bounds.stop = interrupt.token();
    return SayCopied(environment.console, *to, catalogue->host()->Backup(*to, bounds));
  };
}

Action DeclareRestore(CLI::App& app) {
  auto from = std::make_shared<std::string>();
  auto to = std::make_shared<std::string>();
  app.add_option("BACKUP", *from, "the folder that muster backup wrote")->required();
  app.add_option("CATALOGUE", *to, "the catalogue to make; there must be nothing of that name")->required();
  return [from, to](Environment& environment) -> int {
    const StopOnInterrupt interrupt(StopOnInterrupt::Which::kFirst);
    CallBounds bounds;
    bounds.stop = interrupt.token();
    return SayCopied(environment.console, *to, Catalogue::Restore(*from, *to, bounds));
  };
}

}  // namespace muster::shell
