#include <memory>

#include "muster/diagnostic.h"
#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/commands/question_options.h"
#include "shell/output/remarks.h"
#include "shell/report/collect_report.h"
#include "shell/report/verify_report.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/failure.h"

namespace muster::shell {
namespace {

struct VerifyArguments {
  std::string page;
  std::string catalogue;
  QuestionOptions question;
};

int Verify(const VerifyArguments& arguments, Environment& environment) {
  Console& console = environment.console;
  std::string page;
  if (!ReadOrComplain(console, arguments.page, &page)) return kUsage;
  const std::optional<WrittenReport> written = ReadReport(page);
  if (!written.has_value()) {
    return Fail(console, kUsage, Concat(Printable(arguments.page), " is no page that muster report wrote"));
  }
  const std::string& guest = arguments.question.principal.name;
  if (guest.empty() && !written->frame.guest.empty()) {
    return Fail(console, kUsage,
                Concat("the page has a guest's numbers: verify it with --as ", Printable(written->frame.guest),
                       " --tier TIER"));
  }
  if (!guest.empty() && written->frame.guest.empty()) {
    return Fail(console, kUsage, "the page has exact numbers: verify it without --as");
  }
  std::unique_ptr<CatalogueHandle> catalogue = OpenToAsk(environment, arguments.catalogue, arguments.question);
  if (catalogue == nullptr) return kBroken;
  QueryOptions options;
  options.parameters = written->frame.parameters;
  options.ontologies = written->frame.ontologies;
  std::vector<Diagnostic> mistakes;
  const absl::StatusOr<ReportContent> now =
      CollectReport(*catalogue, written->frame.text, options, !guest.empty(), &mistakes);
  std::vector<std::string> differences = written->damages;
  if (now.ok()) {
    for (std::string& difference : CompareReports(*written, *now)) differences.push_back(std::move(difference));
  } else if (HasErrors(mistakes)) {
    console.err << RenderRemarks(written->frame.text, mistakes, console.err_is_terminal ? console.width : 0);
    differences.push_back("the questions can no longer be answered");
  } else {
    return Fail(console, kBroken, ExplainQueryFailure(now.status()));
  }
  console.out << Printable(arguments.page) << ": report muster:" << Printable(written->id) << ", written "
              << Printable(written->frame.date) << "\n";
  if (differences.empty()) {
    console.out << "the same: the catalogue says what the page shows\n";
    return kOk;
  }
  console.out << "not the same:\n";
  for (const std::string& difference : differences) console.out << "  " << Printable(difference) << "\n";
  return kFailed;
}

}  // namespace

Action DeclareVerify(CLI::App& app) {
  auto arguments = std::make_shared<VerifyArguments>();
  app.add_option("PAGE", arguments->page, "the page that muster report wrote")->required();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  DeclareQuestionOptions(app, &arguments->question);
  return [arguments](Environment& environment) { return Verify(*arguments, environment); };
}

}  // namespace muster::shell
