// The options of the commands that ask questions: parameters, versions of ontologies, and who asks.
#ifndef MUSTER_SHELL_COMMANDS_QUESTION_OPTIONS_H_
#define MUSTER_SHELL_COMMANDS_QUESTION_OPTIONS_H_

#include <memory>
#include <string>
#include <vector>

#include "shell/commands/commands.h"

namespace muster::shell {

struct QuestionOptions {
  std::vector<std::string> parameters;  ///< NAME=VALUE
  std::vector<std::string> ontologies;  ///< ID=VERSION
  Principal principal;                  ///< without a name: the host, who gets exact numbers
  OpenOptions open{.read_only = true};
};

/// Declares --param, --ontology, --as, --tier, --datasets, --ledger, --cache and --threads. `options` outlives `app`.
void DeclareQuestionOptions(CLI::App& app, QuestionOptions* options);

/// Takes the parameters and ontologies apart. False, and a complaint, when one is written otherwise.
bool ReadQuestionOptions(const QuestionOptions& options, Console& console, QueryOptions* query);

/// The catalogue at `path` as the principal sees it; on failure says so and returns null.
std::unique_ptr<CatalogueHandle> OpenToAsk(Environment& environment, const std::string& path,
                                           const QuestionOptions& options);

}  // namespace muster::shell

#endif  // MUSTER_SHELL_COMMANDS_QUESTION_OPTIONS_H_
