#include <algorithm>
#include <iterator>
#include <memory>
#include <set>

#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/commands/ids_not_found.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/failure.h"
#include "shell/terminal/human.h"

namespace muster::shell {
namespace {

struct DeleteArguments {
  std::string catalogue;
  std::vector<std::string> ids;
  std::string file;
  std::string dataset = "default";
};

/// One id a line. Blanks belong to an id; empty lines do not count.
void AddLines(std::string_view text, std::set<std::string>& ids) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty()) ids.emplace(line);
  }
}

int Delete(const DeleteArguments& arguments, Environment& environment) {
  Console& console = environment.console;
  std::set<std::string> ids;
  bool from_input = arguments.file == "-";
  for (const std::string& id : arguments.ids) {
    if (id == "-") {
      from_input = true;
    } else if (!id.empty()) {
      ids.insert(id);
    }
  }
  if (from_input) AddLines(std::string(std::istreambuf_iterator<char>(console.in), {}), ids);
  if (!arguments.file.empty() && arguments.file != "-") {
    std::string text;
    if (!ReadOrComplain(console, arguments.file, &text)) return kUsage;
    AddLines(text, ids);
  }
  if (ids.empty())
    return Fail(console, kUsage, "which individuals? Give ids as arguments, with --file or as lines of -");

  std::unique_ptr<CatalogueHandle> catalogue = OpenOrComplain(environment, arguments.catalogue, {});
  if (catalogue == nullptr) return kBroken;
  IdsNotFound not_found(ids, arguments.dataset);
  absl::StatusOr<uint64_t> deleted =
      catalogue->Delete(arguments.dataset, {ids.begin(), ids.end()},
                        [&](std::string_view id, std::string_view dataset) { not_found.SawPerson(id, dataset); });
  if (!deleted.ok()) return Fail(console, kBroken, ExplainDeleteFailure(deleted.status()));
  console.out << "deleted " << Counted(*deleted, "individual") << " of dataset " << Printable(arguments.dataset)
              << "\n";
  if (*deleted == ids.size()) return kOk;
  return Fail(console, kFailed,
              Concat(Counted(ids.size() - *deleted, "id was", "ids were"), " not found in dataset ",
                     Printable(arguments.dataset), not_found.InWords(ids.size() - *deleted)));
}

}  // namespace

Action DeclareDelete(CLI::App& app) {
  auto arguments = std::make_shared<DeleteArguments>();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  app.add_option("IDS", arguments->ids, "ids of individuals, or -");
  app.add_option("--file", arguments->file, "file with one id a line");
  app.add_option("--dataset", arguments->dataset, "the dataset that the individuals belong to")->capture_default_str();
  return [arguments](Environment& environment) { return Delete(*arguments, environment); };
}

}  // namespace muster::shell
