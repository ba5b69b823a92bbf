#include "shell/interactive/session.h"

#include <algorithm>
#include <string>
#include <utility>

#include "shell/catalogue/import_files.h"
#include "shell/interactive/complete_command.h"
#include "shell/interactive/dot_commands.h"
#include "shell/interactive/live_count.h"
#include "shell/interactive/parameter_use.h"
#include "shell/interactive/statement_buffer.h"
#include "shell/output/remarks.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/failure.h"
#include "shell/terminal/stop_on_interrupt.h"

namespace muster::shell {
namespace {

constexpr std::string_view kPrompt = "muster> ";
constexpr std::string_view kMorePrompt = "   ...> ";
/// Tab is pressed to see something: a little longer is not felt.
constexpr std::chrono::milliseconds kCompletionBudget{40};
/// A count that takes longer is not worth the processor while nobody asked for it.
constexpr std::chrono::milliseconds kLiveBudget{1000};

}  // namespace

Session::Session(Console& console, LineSource& lines, Opener opener, std::string path, const OpenOptions& options)
    : console_(console),
      lines_(lines),
      opener_(std::move(opener)),
      path_(std::move(path)),
      open_options_(options),
      printer_(console) {}

absl::Status Session::Open() {
  catalogue_.reset();
  absl::StatusOr<std::unique_ptr<CatalogueHandle>> catalogue = opener_(path_, open_options_);
  if (!catalogue.ok()) return catalogue.status();
  catalogue_ = *std::move(catalogue);
  // Whoever was shown a guest's numbers must not be shown exact ones instead.
  if (!principal_.has_value()) return absl::OkStatus();
  absl::Status admitted = catalogue_->As(principal_);
  if (!admitted.ok()) catalogue_.reset();
  return admitted;
}

absl::Status Session::As(std::optional<Principal> principal) {
  if (absl::Status status = catalogue_->As(principal); !status.ok()) {
    // The handle is nobody's guest now: it must not answer exactly in the guest's place.
    if (absl::Status again = catalogue_->As(principal_); !again.ok()) catalogue_.reset();
    return status;
  }
  principal_ = std::move(principal);
  return absl::OkStatus();
}

void Session::Complain(std::string_view message) {
  console_.err << "muster: ";
  if (!place_.file.empty()) console_.err << Printable(place_.file) << ":" << place_.line << ": ";
  console_.err << message << "\n" << std::flush;
}

std::string Session::Remarks(std::string_view text, const std::vector<Diagnostic>& diagnostics) const {
  if (diagnostics.empty()) return "";
  // Lines are counted from the beginning of the file.
  const std::string remarks = RenderRemarks(text, diagnostics, console_.err_is_terminal ? console_.width : 0,
                                            place_.line > 0 ? place_.line : 1);
  return place_.file.empty() ? remarks : Concat(Printable(place_.file), ":\n", remarks);
}

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
  const LinePosition outer = std::exchange(place_, {std::string(lines.name()), 0});
  StatementBuffer buffer;
  bool ok = true;
  const auto answer = [&] {
    const std::string text = buffer.Take();
    lines.Remember(text);
    ok = Answer(text) && ok;
  };
  std::string line;
  while (!quit_ && catalogue_ != nullptr && console_.out) {
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
    if (buffer.text().empty()) place_.line = lines.line_number();
    const size_t begin = line.find_first_not_of(" \t");
    const std::string_view bare = BareCommand(line);
    if (buffer.blank() && (!bare.empty() || (begin != std::string::npos && line[begin] == '.'))) {
      buffer.Clear();
      place_.line = lines.line_number();
      lines.Remember(line);
      ok = Command(bare.empty() ? std::string_view(line) : bare) && ok;
    } else if (buffer.Add(line)) {
      answer();
    }
  }
  if (!quit_ && !buffer.blank() && catalogue_ != nullptr && console_.out) answer();
  place_ = outer;
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
    if (quit_ || catalogue_ == nullptr) return true;
    text.remove_prefix(line.size());
  }
  const std::string statements(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
  lines.Remember(statements);
  return Answer(statements);
}

bool Session::Answer(std::string_view text) {
  // Remarks are written elsewhere, and stand behind it where both go to one file.
  if (echo_) console_.out << text << "\n\n" << std::flush;
  // Values stay set for later statements: those that this one does not ask for are nothing to warn of.
  QueryOptions options = options_;
  std::erase_if(options.parameters, [&](const auto& set) { return !AsksForParameter(text, set.first); });
  std::erase_if(options.lists, [&](const auto& set) { return !AsksForParameter(text, set.first); });
  // While somebody is there, Ctrl-C stops the query or the printing of its answer, and nothing else.
  std::optional<StopOnInterrupt> interrupt;
  if (lines_.interactive()) options.stop = interrupt.emplace().token();
  if (HeldStudyDate::IsGivenBy(text)) return Hold(text);
  const std::string asked = study_date_.InFrontOf(text);
  absl::StatusOr<std::vector<muster::Answer>> answers = catalogue_->Query(asked, options);
  if (options.stop.stop_requested()) lines_.Offer(text);
  if (!answers.ok()) {
    Complain(ExplainQueryFailure(answers.status()));
    return false;
  }
  for (muster::Answer& answer : *answers) study_date_.Unshift(&answer.diagnostics);
  bool ok = true;
  console_.Measure();
  for (const muster::Answer& answer : *answers) {
    const std::string remarks = Remarks(text, answer.diagnostics);
    if (!remarks.empty()) console_.err << remarks << std::flush;
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
  if (!HeldStudyDate::Clears(text) && !principal_.has_value()) {
    const absl::StatusOr<std::vector<muster::Answer>> answers =
        catalogue_->Query(Concat(text, "; explain count individuals where birth date < study date"), options_);
    if (!answers.ok()) {
      Complain(ExplainQueryFailure(answers.status()));
      return false;
    }
    for (const muster::Answer& answer : *answers) {
      if (!HasErrors(answer.diagnostics)) continue;
      console_.err << Remarks(text, {answer.diagnostics[0]}) << std::flush;
      return false;
    }
  }
  console_.out << Printable(study_date_.Hold(text)) << "\n" << std::flush;
  return true;
}

Completions Session::Complete(std::string_view text, size_t cursor) {
  if (catalogue_ == nullptr) return {};
  if (text.starts_with('.')) return CompleteCommand(text.substr(0, cursor));
  Completions completions = catalogue_->Complete(text, cursor);
  if (!live_ || principal_.has_value()) return completions;
  completions.begin += study_date_.size();
  completions = CountedCompletions(*catalogue_, study_date_.InFrontOf(text.substr(0, cursor)), std::move(completions),
                                   options_, kCompletionBudget);
  completions.begin -= study_date_.size();
  return completions;
}

LiveView Session::Live(std::string_view text, std::stop_token stop) {
  if (!live_ || principal_.has_value() || catalogue_ == nullptr) return {};
  LiveView view = LiveCount(*catalogue_, study_date_.InFrontOf(text), options_, kLiveBudget, std::move(stop));
  for (LiveView::Mark& mark : view.mistakes) {
    mark.begin -= std::min(mark.begin, study_date_.size());
    mark.end -= std::min(mark.end, study_date_.size());
  }
  return view;
}

bool Session::Command(std::string_view line) { return RunDotCommand(*this, line); }

bool Session::Import(const std::vector<std::string>& files, const ImportOptions& options) {
  lines_.GiveBack();
  catalogue_.reset();  // a reader in the same process would keep the old state
  OpenOptions writing;
  bool ok = false;
  {
    absl::StatusOr<std::unique_ptr<CatalogueHandle>> catalogue = opener_(path_, writing);
    if (!catalogue.ok()) {
      Complain(ExplainOpenFailure(catalogue.status(), path_));
    } else {
      ok = ImportFiles(console_, **catalogue, path_, files, options, {}) == kOk;
    }
  }
  if (absl::Status opened = Open(); !opened.ok()) {
    Complain(ExplainOpenFailure(opened, path_));
    return false;
  }
  return ok;
}

}  // namespace muster::shell
