#include "shell/commands/question_options.h"

#include <map>

#include "shell/commands/cli.h"
#include "shell/commands/resource_options.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

// Takes NAME=VALUE apart. Returns the first that is not written like this, or "".
std::string SetPairs(const std::vector<std::string>& texts, std::map<std::string, std::string>* pairs) {
  for (const std::string& text : texts) {
    const size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos) return text.empty() ? "nothing" : text;
    (*pairs)[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return "";
}

}  // namespace

void DeclareQuestionOptions(CLI::App& app, QuestionOptions* options) {
  app.add_option("--param", options->parameters, "NAME=VALUE: what stands for $NAME in the text")
      ->allow_extra_args(false);
  app.add_option("--ontology", options->ontologies,
                 "ID=VERSION: asks with this version of an ontology, not the one loaded last (show ontologies)")
      ->allow_extra_args(false);
  CLI::Option* as = app.add_option("--as", options->principal.name,
                                   "NAME: asks as this guest, who gets what his tier may see, and pays for it");
  CLI::Option* tier = app.add_option("--tier", options->principal.tier, "the guest's tier");
  as->needs(tier);
  tier->needs(as);
  app.add_option("--datasets", options->principal.datasets, "what the guest may see; else all that the tier may")
      ->needs(as);
  app.add_option("--ledger", options->open.ledger,
                 "folder of the ledger of guests, where it is not in the catalogue's");
  DeclareResources(app, &options->open);
}

bool ReadQuestionOptions(const QuestionOptions& options, Console& console, QueryOptions* query) {
  if (const std::string& wrong = SetPairs(options.parameters, &query->parameters); !wrong.empty()) {
    Fail(console, kUsage, Concat("--param is written NAME=VALUE, not ", Printable(wrong)));
    return false;
  }
  if (const std::string& wrong = SetPairs(options.ontologies, &query->ontologies); !wrong.empty()) {
    Fail(console, kUsage, Concat("--ontology is written ID=VERSION, not ", Printable(wrong)));
    return false;
  }
  return true;
}

std::unique_ptr<CatalogueHandle> OpenToAsk(Environment& environment, const std::string& path,
                                           const QuestionOptions& options) {
  std::unique_ptr<CatalogueHandle> catalogue = OpenOrComplain(environment, path, options.open);
  if (catalogue == nullptr || options.principal.name.empty()) return catalogue;
  const absl::Status admitted = catalogue->As(options.principal);
  if (admitted.ok()) return catalogue;
  Fail(environment.console, kBroken, Printable(std::string(admitted.message())));
  return nullptr;
}

}  // namespace muster::shell
