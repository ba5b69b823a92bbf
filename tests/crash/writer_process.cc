#include "tests/crash/writer_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

namespace muster::crash {

WriterProcess::WriterProcess(const std::vector<std::string>& arguments) {
  const char* const program = std::getenv("MUSTER_CRASH_DRIVER");
  std::vector<char*> argv = {const_cast<char*>(program != nullptr ? program : MUSTER_CRASH_DRIVER)};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) abort();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  if (posix_spawn(&process_, argv[0], &actions, nullptr, argv.data(), environ) != 0) abort();
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  listener_ = std::thread([this, fd = ends[0]] { Listen(fd); });
}

WriterProcess::~WriterProcess() {
  Kill();
  Wait();
}

void WriterProcess::Listen(int fd) {
  std::string line;
  char byte = 0;
  while (read(fd, &byte, 1) == 1) {
    if (byte != '\n') {
      line += byte;
      continue;
    }
    if (line.starts_with("ok ")) {
      acknowledged_ = std::stoull(line.substr(3));
    } else {
      said_ += line;
    }
    line.clear();
  }
  close(fd);
  waitpid(process_, &status_, 0);
  ended_ = true;
}

void WriterProcess::Kill() {
  // Only while it is ours to wait for; a moment later the number may be another's.
  if (!ended_) kill(process_, SIGKILL);
}

std::string WriterProcess::Wait() {
  if (listener_.joinable()) listener_.join();
  if (!said_.empty()) return said_;
  if (WIFSIGNALED(status_)) return WTERMSIG(status_) == SIGKILL ? "" : "signal " + std::to_string(WTERMSIG(status_));
  return WEXITSTATUS(status_) == 0 ? "" : "exit code " + std::to_string(WEXITSTATUS(status_));
}

}  // namespace muster::crash
