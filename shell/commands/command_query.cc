#include <CLI/CLI.hpp>
#include <iterator>
#include <memory>

#include "muster/diagnostic.h"
#include "shell/commands/commands.h"
#include "shell/commands/resource_options.h"
#include "shell/output/format.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/failure.h"

namespace muster::shell {
namespace {

struct QueryArguments {
  std::string catalogue;
  std::string text;
  std::string file;
  std::string format = "table";
  std::vector<std::string> parameters;
  std::vector<std::string> ontologies;
  Principal principal;
  OpenOptions open{.read_only = true};
};

// Takes NAME=VALUE apart. Returns the first that is not written like this, or "".
std::string SetPairs(const std::vector<std::string>& texts, std::map<std::string, std::string>* pairs) {
  for (const std::string& text : texts) {
    const size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) return text.empty() ? "nothing" : text;
    (*pairs)[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return "";
}

/// Finds the text of the query. False, and a complaint, when there is none.
bool FindText(const QueryArguments& arguments, Console& console, std::string* text) {
  const bool from_input = arguments.text == "-" || (arguments.text.empty() && !console.in_is_terminal);
  if (!arguments.file.empty()) {
    if (!arguments.text.empty()) {
      Fail(console, kUsage, "give the query as an argument or with --file, not both");
      return false;
    }
    if (arguments.file != "-") return ReadOrComplain(console, arguments.file, text);
  }
  if (from_input || arguments.file == "-") {
    text->assign(std::istreambuf_iterator<char>(console.in), {});
    return true;
  }
  if (arguments.text.empty()) {
    Fail(console, kUsage, "what is the question? For example: muster query CATALOGUE 'count individuals'");
    return false;
  }
  *text = arguments.text;
  return true;
}

int Query(const QueryArguments& arguments, Environment& environment) {
  Console& console = environment.console;
  std::string text;
  if (!FindText(arguments, console, &text)) return kUsage;
  std::unique_ptr<CatalogueHandle> catalogue = OpenOrComplain(environment, arguments.catalogue, arguments.open);
  if (catalogue == nullptr) return kBroken;

  if (!arguments.principal.name.empty()) {
    const absl::Status admitted = catalogue->As(arguments.principal);
    if (!admitted.ok()) return Fail(console, kBroken, Printable(std::string(admitted.message())));
  }

  QueryOptions options;
  if (const std::string& wrong = SetPairs(arguments.parameters, &options.parameters); !wrong.empty()) {
    return Fail(console, kUsage, Concat("--param is written NAME=VALUE, not ", Printable(wrong)));
  }
  if (const std::string& wrong = SetPairs(arguments.ontologies, &options.ontologies); !wrong.empty()) {
    return Fail(console, kUsage, Concat("--ontology is written ID=VERSION, not ", Printable(wrong)));
  }
  absl::StatusOr<std::vector<Answer>> answers = catalogue->Query(text, options);
  if (!answers.ok()) return Fail(console, kBroken, ExplainQueryFailure(answers.status()));
  std::vector<const Table*> tables;
  bool ok = true;
  for (const Answer& answer : *answers) {
    console.err << RenderDiagnostics(text, answer.diagnostics);
    ok = ok && answer.table.has_value() && !HasErrors(answer.diagnostics);
    if (answer.table.has_value()) tables.push_back(&*answer.table);
  }
  console.err << std::flush;
  if (!ok) return kFailed;
  console.out << Render(*FormatByName(arguments.format), tables);
  return kOk;
}

}  // namespace

Action DeclareQuery(CLI::App& app) {
  auto arguments = std::make_shared<QueryArguments>();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  app.add_option("TEXT", arguments->text, "the statements, separated by ';', or -");
  app.add_option("--file", arguments->file, "file with the statements");
  app.add_option("--param", arguments->parameters, "NAME=VALUE: what stands for $NAME in the text")
      ->allow_extra_args(false);
  app.add_option("--ontology", arguments->ontologies,
                 "ID=VERSION: asks with this version of an ontology, not the one loaded last (show ontologies)")
      ->allow_extra_args(false);
  app.add_option("--format", arguments->format, FormatNames())
      ->capture_default_str()
      ->check([](const std::string& name) {
        return FormatByName(name).has_value() ? "" : "there is no format " + name + "; there are " + FormatNames();
      });
  CLI::Option* as = app.add_option("--as", arguments->principal.name,
                                   "NAME: asks as this guest, who gets what his tier may see, and pays for it");
  CLI::Option* tier = app.add_option("--tier", arguments->principal.tier, "the guest's tier");
  as->needs(tier);
  tier->needs(as);
  app.add_option("--datasets", arguments->principal.datasets, "what the guest may see; else all that the tier may")
      ->needs(as);
  app.add_option("--ledger", arguments->open.ledger,
                 "folder of the ledger of guests, where it is not in the catalogue's");
  DeclareResources(app, &arguments->open);
  return [arguments](Environment& environment) { return Query(*arguments, environment); };
}

}  // namespace muster::shell
