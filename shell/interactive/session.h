// One catalogue and what a person has set while working with it: the state behind the interactive shell.
#ifndef MUSTER_SHELL_INTERACTIVE_SESSION_H_
#define MUSTER_SHELL_INTERACTIVE_SESSION_H_

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "muster/diagnostic.h"
#include "shell/catalogue/catalogue_handle.h"
#include "shell/editor/line_editor.h"
#include "shell/interactive/answer_printer.h"
#include "shell/interactive/held_study_date.h"
#include "shell/interactive/line_source.h"
#include "shell/terminal/console.h"

namespace muster::shell {

class Session {
 public:
  /// `console` and `lines` must outlive it. `options`: how the catalogue is opened.
  Session(Console& console, LineSource& lines, Opener opener, std::string path, const OpenOptions& options);

  /// Opens the catalogue for reading, so that others may import meanwhile.
  absl::Status Open();

  /// Reads lines until the end or `.quit`. Returns the program's exit code.
  int Run();

  /// Answers statements and prints; false when they had a mistake or the catalogue failed.
  bool Answer(std::string_view text);
  /// Runs a line that begins with a dot; false when it failed.
  bool Command(std::string_view line);
  /// Runs all statements and commands of `lines`; false when one failed.
  bool RunLines(LineSource& lines);

  // While somebody types.
  /// How `text` can go on at `cursor`: commands, words, names, with how many people would remain.
  Completions Complete(std::string_view text, size_t cursor);
  /// What `text` counts so far; nothing for a guest, to whom numbers while typing would be a way around the door.
  LiveView Live(std::string_view text, std::stop_token stop);
  bool live() const { return live_; }
  void set_live(bool live) { live_ = live; }

  // For the dot commands.
  Console& console() { return console_; }
  LineSource& lines() { return lines_; }
  const std::string& path() const { return path_; }
  CatalogueHandle& catalogue() { return *catalogue_; }
  /// Who asks from now on, also when the catalogue is opened anew; nullopt: the program itself.
  absl::Status As(std::optional<Principal> principal);
  const std::optional<Principal>& principal() const { return principal_; }
  /// What stands for `$NAME` in statements.
  std::map<std::string, std::string>& parameters() { return options_.parameters; }
  std::map<std::string, std::string>& ontologies() { return options_.ontologies; }
  /// Whether each text is printed before its answers.
  void set_echo(bool echo) { echo_ = echo; }
  AnswerPrinter& printer() { return printer_; }
  const std::optional<Provenance>& last() const { return last_; }
  /// The text that was answered last, without a mistake; empty: none.
  const std::string& last_text() const { return last_text_; }
  void Quit() { quit_ = true; }
  /// Imports files, for which the catalogue is opened for writing for the time it takes.
  bool Import(const std::vector<std::string>& files, const ImportOptions& options);
  /// Prints "muster: MESSAGE" to the console's `err`, or "muster: FILE:LINE: MESSAGE" while a file is read.
  void Complain(std::string_view message);
  int depth() const { return depth_; }

 private:
  /// Where the statement or command being run begins.
  struct LinePosition {
    std::string file;  ///< empty: none that has a name
    size_t line = 0;   ///< 0: not known
  };
  /// Takes the study date that `text` gives for the statements that follow.
  bool Hold(std::string_view text);
  /// Runs a text that was entered as a whole: commands, which are a line each, and statements.
  bool RunWhole(std::string_view text, LineSource& lines);
  /// What is wrong with `text`, its lines numbered as in the file that it comes from.
  std::string Remarks(std::string_view text, const std::vector<Diagnostic>& diagnostics) const;

  Console& console_;
  LineSource& lines_;
  Opener opener_;
  std::string path_;
  OpenOptions open_options_;
  std::unique_ptr<CatalogueHandle> catalogue_;
  std::optional<Principal> principal_;
  AnswerPrinter printer_;
  bool echo_ = false;
  bool live_ = true;
  QueryOptions options_;
  std::optional<Provenance> last_;
  std::string last_text_;
  bool quit_ = false;
  int depth_ = 0;  ///< of `.read` within `.read`
  LinePosition place_;
  HeldStudyDate study_date_;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_SESSION_H_
