#include <memory>

#include "muster/catalogue.h"
#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

struct PolicyArguments {
  std::string catalogue;
  std::string file;
  bool explain = false;
  bool epoch = false;
};

int FailPolicy(Console& console, const absl::Status& status) {
  const int code = absl::IsInvalidArgument(status) || absl::IsAborted(status) ? kUsage : kBroken;
  return Fail(console, code, Printable(std::string(status.message())));
}

int Show(Console& console, const absl::StatusOr<std::string>& text) {
  if (!text.ok()) return FailPolicy(console, text.status());
  console.out << *text << (text->ends_with('\n') ? "" : "\n");
  return kOk;
}

int Policy(const PolicyArguments& arguments, Environment& environment) {
  Console& console = environment.console;
  std::string json;
  if (!arguments.file.empty() && !ReadOrComplain(console, arguments.file, &json)) return kUsage;
  if (!arguments.file.empty() && arguments.explain) return Show(console, Catalogue::ExplainPolicy(json));
  OpenOptions open;
  open.read_only = arguments.file.empty() && !arguments.epoch;
  std::unique_ptr<CatalogueHandle> catalogue = OpenOrComplain(environment, arguments.catalogue, open);
  if (catalogue == nullptr) return kBroken;
  if (arguments.epoch) {
    if (absl::Status begun = catalogue->host()->PublishEpoch(); !begun.ok()) return FailPolicy(console, begun);
    console.out << "guests see the present version from now on\n";
    return kOk;
  }
  if (arguments.file.empty()) {
    const Catalogue& host = *catalogue->host();
    return Show(console, arguments.explain ? host.ExplainCurrentPolicy() : host.Policy());
  }
  const absl::Status set = catalogue->host()->SetPolicy(json);
  if (!set.ok()) return FailPolicy(console, set);
  console.out << "guests are let in under the policy of " << Printable(arguments.file)
              << "; muster policy CATALOGUE --explain says what it does\n";
  const absl::StatusOr<std::string> text = Catalogue::ExplainPolicy(json);
  const size_t warning = text.ok() ? text->find("Without noise") : std::string::npos;
  if (warning != std::string::npos) console.err << text->substr(warning) << std::flush;
  return kOk;
}

}  // namespace

Action DeclarePolicy(CLI::App& app) {
  auto arguments = std::make_shared<PolicyArguments>();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  app.add_option("FILE", arguments->file, "a policy, as JSON: it is set");
  app.add_flag("--explain", arguments->explain, "says what the policy does, in words; FILE is not set then");
  app.add_flag("--epoch", arguments->epoch, "begins an epoch: guests see the present version from now on")
      ->excludes("FILE")
      ->excludes("--explain");
  return [arguments](Environment& environment) { return Policy(*arguments, environment); };
}

}  // namespace muster::shell
