#include "shell/terminal/pager.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

namespace muster::shell {
namespace {

constexpr int kNotFound = 127;  // the exit code of a shell if there is no such program

std::string PagerCommand() {
  if (const char* own = std::getenv("MUSTER_PAGER")) return own;
  if (const char* usual = std::getenv("PAGER"); usual != nullptr && usual[0] != 0) return usual;
  return "less";
}

void WriteAll(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written > 0) {
      text.remove_prefix(static_cast<size_t>(written));
    } else if (written < 0 && errno != EINTR) {
      return;  // the reader has seen enough
    }
  }
}

}  // namespace

bool ShowInPager(const std::string& text) {
  const std::string command = PagerCommand();
  if (command.empty() || command == "cat") return false;
  int ends[2];
  if (pipe(ends) != 0) return false;
  // Ctrl-C is the pager's while it runs.
  struct sigaction ignore = {}, before = {};
  ignore.sa_handler = SIG_IGN;
  sigemptyset(&ignore.sa_mask);
  sigaction(SIGINT, &ignore, &before);
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGXFSZ, SIG_DFL);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    close(ends[1]);
    // As git has it: what fits is printed at once, colours pass, lines are cut and not wrapped.
    if (std::getenv("LESS") == nullptr) setenv("LESS", "FRSX", 1);
    if (std::getenv("LESSCHARSET") == nullptr) setenv("LESSCHARSET", "utf-8", 1);
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    _exit(kNotFound);
  }
  close(ends[0]);
  if (child > 0) WriteAll(ends[1], text);
  close(ends[1]);
  int status = 0;
  if (child > 0) {
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
  }
  sigaction(SIGINT, &before, nullptr);
  return child > 0 && !(WIFEXITED(status) && WEXITSTATUS(status) == kNotFound);
}

}  // namespace muster::shell
