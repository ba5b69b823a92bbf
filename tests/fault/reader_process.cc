#include "tests/fault/reader_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

namespace muster::fault {

ReaderProcess::ReaderProcess(const std::string& path) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) abort();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  std::string program = MUSTER_FAULT_READER;
  std::string argument = path;
  char* argv[] = {program.data(), argument.data(), nullptr};
  if (posix_spawn(&process_, argv[0], &actions, nullptr, argv, environ) != 0) abort();
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  socket_ = ends[0];
}

ReaderProcess::~ReaderProcess() {
  close(socket_);
  waitpid(process_, nullptr, 0);
}

std::string ReaderProcess::Do(const std::string& command) {
  const std::string line = command + "\n";
  if (send(socket_, line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size())) return "";
  std::string state;
  char bytes[4096];
  while (true) {
    const ssize_t count = recv(socket_, bytes, sizeof bytes, 0);
    if (count <= 0) return "";
    state.append(bytes, static_cast<size_t>(count));
    if (state.back() != '\0') continue;
    state.pop_back();
    return state;
  }
}

}  // namespace muster::fault
