#include <filesystem>
#include <memory>

#include "muster/diagnostic.h"
#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/commands/question_options.h"
#include "shell/output/remarks.h"
#include "shell/report/write_report.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"

namespace muster::shell {
namespace {

struct ReportArguments {
  std::string catalogue;
  std::string file;
  std::string out;
  std::string title;
  QuestionOptions question;
};

int Report(const ReportArguments& arguments, Environment& environment) {
  Console& console = environment.console;
  ReportRequest request;
  if (!ReadOrComplain(console, arguments.file, &request.text)) return kUsage;
  if (!ReadQuestionOptions(arguments.question, console, &request.options)) return kUsage;
  std::unique_ptr<CatalogueHandle> catalogue = OpenToAsk(environment, arguments.catalogue, arguments.question);
  if (catalogue == nullptr) return kBroken;
  request.guest = arguments.question.principal.name;
  request.catalogue = CatalogueName(arguments.catalogue);
  request.title = !arguments.title.empty() ? arguments.title : std::filesystem::path(arguments.file).stem().string();
  request.out = arguments.out;
  std::string id;
  std::vector<Diagnostic> mistakes;
  const absl::Status status = WriteReport(*catalogue, request, &id, &mistakes);
  console.err << RenderRemarks(request.text, mistakes, console.err_is_terminal ? console.width : 0) << std::flush;
  if (HasErrors(mistakes)) return kFailed;
  if (!status.ok()) {
    const bool asked_wrong = absl::IsInvalidArgument(status);
    return Fail(console, asked_wrong ? kFailed : kBroken, Printable(std::string(status.message())));
  }
  console.out << Printable(arguments.out) << ": report muster:" << id << "\n";
  return kOk;
}

}  // namespace

Action DeclareReport(CLI::App& app) {
  auto arguments = std::make_shared<ReportArguments>();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  app.add_option("FILE", arguments->file, "file with the statements")->required();
  app.add_option("--out", arguments->out, "the page to write; a file of this name is replaced")->required();
  app.add_option("--title", arguments->title, "title of the page; else the name of FILE");
  DeclareQuestionOptions(app, &arguments->question);
  return [arguments](Environment& environment) { return Report(*arguments, environment); };
}

}  // namespace muster::shell
