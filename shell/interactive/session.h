// The interactive shell: reads statements and commands, and has them answered.
#ifndef MUSTER_SHELL_INTERACTIVE_SESSION_H_
#define MUSTER_SHELL_INTERACTIVE_SESSION_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "muster/query.h"
#include "muster/table.h"
#include "shell/catalogue/catalogue_handle.h"
#include "shell/interactive/answer_printer.h"
#include "shell/interactive/line_source.h"
#include "shell/interactive/reopenable_catalogue.h"
#include "shell/interactive/session_study_date.h"
#include "shell/interactive/typing_help.h"
#include "shell/output/error_printer.h"
#include "shell/terminal/console.h"

namespace muster::shell {

class Session {
 public:
  /// `console` and `lines` must outlive it. `options`: how the catalogue is opened.
  Session(Console& console, LineSource& lines, Opener opener, std::string path, const OpenOptions& options);

  /// Opens the catalogue for reading, so that others may import meanwhile.
  absl::Status Open() { return catalogue_.Open(); }

  /// Reads lines until the end or `.quit`. Returns the program's exit code.
  int Run();

  /// Answers statements and prints; false when they had a mistake or the catalogue failed.
  bool Answer(std::string_view text);
  /// Runs a line that begins with a dot; false when it failed.
  bool Command(std::string_view line);
  /// Runs all statements and commands of `lines`; false when one failed.
  bool RunLines(LineSource& lines);

  /// What is shown while somebody types.
  TypingHelp& typing() { return typing_; }

  // For the dot commands.
  Console& console() { return console_; }
  LineSource& lines() { return lines_; }
  const std::string& path() const { return catalogue_.path(); }
  CatalogueHandle& catalogue() { return *catalogue_.handle(); }
  /// Sets the principal, also for when the catalogue is opened again; nullopt: the host.
  absl::Status As(std::optional<Principal> principal) { return catalogue_.As(std::move(principal)); }
  const std::optional<Principal>& principal() const { return catalogue_.principal(); }
  /// Values of `$NAME` in statements.
  std::map<std::string, std::string>& parameters() { return options_.parameters; }
  std::map<std::string, std::string>& ontologies() { return options_.ontologies; }
  /// Whether each text is printed before its answers, and each command before its output.
  void set_echo(bool echo) { echo_ = echo; }
  /// Whether a script ends with its first mistake.
  void set_bail(bool bail) { bail_ = bail; }
  AnswerPrinter& printer() { return printer_; }
  const std::optional<Provenance>& last() const { return last_; }
  /// The text that was answered last, without a mistake; empty: none.
  const std::string& last_text() const { return last_text_; }
  void Quit() { quit_ = true; }
  /// Imports files, for which the catalogue is opened for writing for the time it takes.
  bool Import(const std::vector<std::string>& files, const ImportOptions& options);
  void Complain(std::string_view message) const { errors_.Complain(message); }
  int depth() const { return depth_; }

 private:
  /// Takes the study date that `text` gives for the statements that follow.
  bool Hold(std::string_view text);
  /// Runs a text that was entered as a whole: commands, which are a line each, and statements.
  bool RunWhole(std::string_view text, LineSource& lines);
  /// Stops reading: the end was requested, the catalogue could not be opened again, or the output was closed.
  bool IsOver() const { return quit_ || catalogue_.handle() == nullptr || !console_.out; }

  Console& console_;
  LineSource& lines_;
  ReopenableCatalogue catalogue_;
  QueryOptions options_;
  SessionStudyDate study_date_;
  TypingHelp typing_{&catalogue_, &study_date_, &options_};
  AnswerPrinter printer_;
  ErrorPrinter errors_;
  bool echo_ = false;
  bool bail_ = false;
  std::optional<Provenance> last_;
  std::string last_text_;
  bool quit_ = false;
  int depth_ = 0;  ///< of `.read` within `.read`
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_SESSION_H_
