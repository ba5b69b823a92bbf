#include <iterator>
#include <memory>

#include "muster/diagnostic.h"
#include "shell/commands/cli.h"
#include "shell/commands/commands.h"
#include "shell/commands/question_options.h"
#include "shell/output/format.h"
#include "shell/output/remarks.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/failure.h"

namespace muster::shell {
namespace {

struct QueryArguments {
  std::string catalogue;
  std::string text;
  std::string file;
  std::string format = "table";
  Layout layout;
  QuestionOptions question;
};

/// Gets the text of the query. Returns false, with a message, if there is none.
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
  QueryOptions options;
  if (!ReadQuestionOptions(arguments.question, console, &options)) return kUsage;
  std::unique_ptr<CatalogueHandle> catalogue = OpenToAsk(environment, arguments.catalogue, arguments.question);
  const Format format = *FormatByName(arguments.format);
  if (catalogue == nullptr) {
    if (format == Format::kJson) console.out << RenderJsonFailure(console.failure);
    return kBroken;
  }
  absl::StatusOr<std::vector<Answer>> answers = catalogue->Query(text, options);
  if (!answers.ok()) {
    const std::string failure = ExplainQueryFailure(answers.status());
    if (format == Format::kJson) console.out << RenderJsonFailure(failure);
    return Fail(console, kBroken, failure);
  }
  console.Measure();
  std::vector<const Table*> tables;
  bool ok = true;
  std::vector<Diagnostic> remarks;  // of all statements, so that a text in one line is shown once
  for (const Answer& answer : *answers) {
    remarks.insert(remarks.end(), answer.diagnostics.begin(), answer.diagnostics.end());
    ok = ok && answer.table.has_value() && !HasErrors(answer.diagnostics);
    if (answer.table.has_value()) tables.push_back(&*answer.table);
  }
  console.err << RenderRemarks(text, remarks, console.err_is_terminal ? console.width : 0) << std::flush;
  if (format == Format::kJson) {
    console.out << RenderJsonAnswers(text, *answers);
    return ok ? kOk : kFailed;
  }
  if (!ok) return kFailed;
  Layout layout = arguments.layout;
  layout.width = console.out_width();
  console.out << Render(format, tables, layout);
  return kOk;
}

}  // namespace

Action DeclareQuery(CLI::App& app) {
  auto arguments = std::make_shared<QueryArguments>();
  app.add_option("CATALOGUE", arguments->catalogue, "the catalogue's folder")->required();
  app.add_option("TEXT", arguments->text, "the statements, separated by ';', or -");
  app.add_option("--file", arguments->file, "file with the statements");
  app.add_option("--format", arguments->format, FormatNames())
      ->capture_default_str()
      ->check([](const std::string& name) {
        return FormatByName(name).has_value() ? "" : "there is no format " + name + "; there are " + FormatNames();
      });
  app.add_flag("--labels", arguments->layout.labels, "csv and tsv: a column of labels behind one of codes");
  app.add_flag("--totals", arguments->layout.totals, "csv and tsv: a last row with the totals");
  DeclareQuestionOptions(app, &arguments->question);
  return [arguments](Environment& environment) { return Query(*arguments, environment); };
}

}  // namespace muster::shell
