#include "shell/interactive/session.h"

#include <string>
#include <utility>

#include "shell/catalogue/import_files.h"
#include "shell/interactive/dot_commands.h"
#include "shell/interactive/parameter_use.h"
#include "shell/interactive/statement_buffer.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/failure.h"
#include "shell/terminal/stop_on_interrupt.h"

namespace muster::shell {
namespace {

constexpr std::string_view kPrompt = "muster> ";
constexpr std::string_view kMorePrompt = "   ...> ";

}  // namespace

Session::Session(Console& console, LineSource& lines, Opener opener, std::string path, const OpenOptions& options)
    : console_(console),
      lines_(lines),
      catalogue_(std::move(opener), std::move(path), options),
      printer_(console),
      errors_(console) {}

int Session::Run() {
  const bool interactive = lines_.interactive();
  if (interactive) {
    console_.out << "muster " << Version() << "; .help lists the commands, .examples shows questions\n" << std::flush;
  }
  const bool ok = RunLines(lines_);
  return ok || interactive ? kOk : kFailed;
}

bool Session::RunLines(LineSource& lines) {
  ++depth_;
  const ErrorPrinter::Position outer = std::exchange(errors_.position(), {std::string(lines.name()), 0});
  StatementBuffer buffer;
  bool ok = true;
  const auto answer = [&] {
    const std::string text = buffer.Take();
    lines.Remember(text);
    ok = Answer(text) && ok;
  };
  std::string line;
  const auto stops = [&] { return bail_ && !ok && !lines.interactive(); };
  while (!IsOver() && !stops()) {
    const LineSource::Outcome outcome = lines.Read(buffer.text().empty() ? kPrompt : kMorePrompt, buffer.text(), &line);
    if (outcome == LineSource::Outcome::kEnd) break;
    if (outcome == LineSource::Outcome::kCancelled) {
      buffer.Clear();
      continue;
    }
    if (lines.whole()) {
      ok = RunWhole(line, lines) && ok;
      continue;
    }
    if (buffer.text().empty()) errors_.position().line = lines.line_number();
    const size_t begin = line.find_first_not_of(" \t");
    const std::string_view bare = BareCommand(line);
    if (buffer.blank() && (!bare.empty() || (begin != std::string::npos && line[begin] == '.'))) {
      buffer.Clear();
      errors_.position().line = lines.line_number();
      lines.Remember(line);
      ok = Command(bare.empty() ? std::string_view(line) : bare) && ok;
    } else if (buffer.Add(line, lines.goes_on())) {
      answer();
    }
  }
  if (!IsOver() && !stops() && !buffer.blank()) answer();
  if (stops() && !IsOver()) {
    errors_.position().line = lines.line_number();
    Complain("stopped at this mistake (--bail); what follows is not run");
  }
  errors_.position() = outer;
  --depth_;
  return ok;
}

bool Session::RunWhole(std::string_view text, LineSource& lines) {
  while (true) {
    const size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return true;
    text.remove_prefix(begin);
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::string_view bare = BareCommand(line);
    if (bare.empty() && line[0] != '.') break;
    lines.Remember(line);
    if (!Command(bare.empty() ? line : bare)) return false;
    if (quit_ || catalogue_.handle() == nullptr) return true;
    text.remove_prefix(line.size());
  }
  const std::string statements(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
  lines.Remember(statements);
  return Answer(statements);
}

bool Session::Answer(std::string_view text) {
  // Remarks are written to another stream, and follow the answer if both go to one file.
  if (echo_) console_.out << text << "\n\n" << std::flush;
  // Values stay set for later statements: those that this one does not ask for are nothing to warn of.
  QueryOptions options = options_;
  std::erase_if(options.parameters, [&](const auto& set) { return !AsksForParameter(text, set.first); });
  std::erase_if(options.lists, [&](const auto& set) { return !AsksForParameter(text, set.first); });
  // In interactive use, Ctrl-C stops only the query or the printing of its answer.
  std::optional<StopOnInterrupt> interrupt;
  if (lines_.interactive()) options.stop = interrupt.emplace().token();
  if (SessionStudyDate::IsGivenBy(text)) return Hold(text);
  const std::string asked = study_date_.InFrontOf(text);
  absl::StatusOr<std::vector<muster::Answer>> answers = catalogue_.handle()->Query(asked, options);
  if (options.stop.stop_requested()) lines_.Offer(text);
  if (!answers.ok()) {
    Complain(ExplainQueryFailure(answers.status()));
    return false;
  }
  for (muster::Answer& answer : *answers) study_date_.Unshift(&answer.diagnostics);
  bool ok = true;
  console_.Measure();
  for (const muster::Answer& answer : *answers) {
    errors_.Remark(text, answer.diagnostics);
    ok = ok && !HasErrors(answer.diagnostics);
    if (answer.table.has_value()) last_ = answer.table->provenance;
  }
  if (ok) last_text_ = asked;
  if (const std::string problem = printer_.Print(text, *std::move(answers), options.stop); !problem.empty()) {
    Complain(Printable(problem));
    return false;
  }
  return ok;
}

bool Session::Hold(std::string_view text) {
  // Whether it is a date is seen where something is asked by it. A guest would pay for that.
  if (!SessionStudyDate::Clears(text) && !principal().has_value()) {
    const absl::StatusOr<std::vector<muster::Answer>> answers =
        catalogue_.handle()->Query(Concat(text, "; explain count individuals where birth date < study date"), options_);
    if (!answers.ok()) {
      Complain(ExplainQueryFailure(answers.status()));
      return false;
    }
    for (const muster::Answer& answer : *answers) {
      if (!HasErrors(answer.diagnostics)) continue;
      errors_.Remark(text, {answer.diagnostics[0]});
      return false;
    }
  }
  console_.out << Printable(study_date_.Hold(text)) << "\n" << std::flush;
  return true;
}

bool Session::Command(std::string_view line) {
  if (echo_) console_.out << line << "\n" << std::flush;
  return RunDotCommand(*this, line);
}

bool Session::Import(const std::vector<std::string>& files, const ImportOptions& options) {
  lines_.GiveBack();
  bool ok = false;
  const absl::Status writing = catalogue_.Write(
      [&](CatalogueHandle& handle) { ok = ImportFiles(console_, handle, path(), files, options, {}) == kOk; });
  if (!writing.ok()) Complain(ExplainOpenFailure(writing, path()));
  if (absl::Status opened = Open(); !opened.ok()) {
    Complain(ExplainOpenFailure(opened, path()));
    return false;
  }
  return ok;
}

}  // namespace muster::shell
