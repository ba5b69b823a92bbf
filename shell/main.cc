// The program `muster`: see docs/shell.md.
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "shell/commands/program.h"
#include "shell/interactive/editor.h"
#include "shell/interactive/user_files.h"
#include "shell/terminal/fd_output.h"
#include "shell/terminal/pager.h"

int main(int argc, char** argv) {
  std::setlocale(LC_CTYPE, "");
  // A reader that ends early, as in `muster ... | head`, is not a failure: writing then fails with EPIPE.
  std::signal(SIGPIPE, SIG_IGN);
  // A file that may not grow is a full disk, with an error that says so: writing then fails with EFBIG.
  std::signal(SIGXFSZ, SIG_IGN);

  using namespace muster::shell;
  FdOutput out_buffer(STDOUT_FILENO);
  std::ostream out(&out_buffer);
  Console console{std::cin, out, std::cerr};
  console.in_is_terminal = isatty(STDIN_FILENO) != 0;
  console.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  console.err_is_terminal = isatty(STDERR_FILENO) != 0;
  console.measure = [](Console& terminal) {
    struct winsize size = {};
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
      if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) continue;
      terminal.width = size.ws_col;
      terminal.height = size.ws_row;
      return;
    }
  };
  console.Measure();
  if (console.in_is_terminal && console.out_is_terminal) console.page = ShowInPager;

  Environment environment{console};
  environment.editor = [](EditorHooks hooks) {
    return MakeEditor(HistoryPath([](const char* name) -> const char* { return std::getenv(name); }), std::move(hooks));
  };
  const int code = RunProgram(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), environment);
  out.flush();
  if (out_buffer.error() == 0 || out_buffer.error() == EPIPE) return code;
  std::cerr << "muster: cannot write the answer: " << std::strerror(out_buffer.error()) << "\n";
  return kBroken;
}
