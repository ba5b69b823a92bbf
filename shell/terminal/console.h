// Where the program reads from and writes to.
#ifndef MUSTER_SHELL_TERMINAL_CONSOLE_H_
#define MUSTER_SHELL_TERMINAL_CONSOLE_H_

#include <istream>
#include <ostream>
#include <string>

namespace muster::shell {

/// Refers to streams that outlive it. Answers go to `out`; everything about them (progress, mistakes) to `err`.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  int width = 80;  ///< columns of the terminal
  int height = 0;  ///< lines of the terminal; 0: not known
  /// Updates the terminal's width and height, which change with its window; null if they do not.
  void (*measure)(Console& console) = nullptr;
  /// Shows a text that is longer than the terminal page by page; false if that is not possible. Null if there is no
  /// pager.
  bool (*page)(const std::string& text) = nullptr;
  std::string failure{};  ///< the last one that was told on `err`, without the program's name

  void Measure() {
    if (measure != nullptr) measure(*this);
  }
  /// The columns that answers on `out` have; 0: as many as they take, for a file or a program.
  int out_width() const { return out_is_terminal ? width : 0; }
};

/// What the program ends with; documented in docs/shell.md.
enum ExitCode : int {
  kOk = 0,
  kFailed = 1,    ///< a mistake in a query, problems found by `check`, an import that took nothing
  kUsage = 2,     ///< a mistake on the command line
  kBroken = 3,    ///< the catalogue cannot be opened, read or written; an internal failure
  kRejected = 4,  ///< an import that took some records and rejected others
  kInterrupted = 130,
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_CONSOLE_H_
