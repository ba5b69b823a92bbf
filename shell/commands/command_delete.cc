#include <algorithm>
#include <iterator>
#include <memory>
#include <set>

#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
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

// The first of `ids` that begins or ends with a blank, which is rarely meant: ": "P1 " ends with a blank".
std::string BlankAtEnd(const std::set<std::string>& ids) {
  for (const std::string& id : ids) {
    const bool begins = id.front() == ' ' || id.front() == '\t';
    const bool ends = id.back() == ' ' || id.back() == '\t';
    if (begins || ends) {
      return Concat("; \"", Printable(id), "\" ", begins ? "begins" : "ends", " with a blank, which belongs to the id");
    }
  }
  return "";
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
  absl::StatusOr<uint64_t> deleted = catalogue->Delete(arguments.dataset, {ids.begin(), ids.end()});
  if (!deleted.ok()) return Fail(console, kBroken, ExplainDeleteFailure(deleted.status()));
  console.out << "deleted " << Counted(*deleted, "individual") << " of dataset " << Printable(arguments.dataset)
              << "\n";
  if (*deleted == ids.size()) return kOk;
  return Fail(console, kFailed,
              Concat(Counted(ids.size() - *deleted, "id was", "ids were"), " not found in dataset ",
                     Printable(arguments.dataset), BlankAtEnd(ids)));
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
