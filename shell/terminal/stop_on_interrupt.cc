#include "shell/terminal/stop_on_interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace muster::shell {
namespace {

constexpr char kInterrupt = 'i';
constexpr char kEnd = 'e';
int interrupt_pipe = -1;

void NoteInterrupt(int) {
  const int saved = errno;
  [[maybe_unused]] const ssize_t written = write(interrupt_pipe, &kInterrupt, 1);
  errno = saved;
}

}  // namespace

StopOnInterrupt::StopOnInterrupt(Which which) : which_(which) {
  struct sigaction action = {};
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  // Without a pipe nothing can be stopped: Ctrl-C is ignored then where it must not end the shell either.
  action.sa_handler = which == Which::kAll ? SIG_IGN : SIG_DFL;
  if (pipe2(pipe_, O_CLOEXEC) == 0) {
    interrupt_pipe = pipe_[1];
    action.sa_handler = NoteInterrupt;
    waiter_ = std::thread([this] {
      char byte = 0;
      while (byte != kEnd) {
        const ssize_t count = read(pipe_[0], &byte, 1);
        if (count == 0 || (count < 0 && errno != EINTR)) return;
        if (count == 1 && byte == kInterrupt) stop_.request_stop();
      }
    });
  }
  if (which == Which::kFirst) {
    action.sa_flags |= static_cast<int>(SA_RESETHAND);
    sigaction(SIGTERM, &action, &terminate_before_);
  }
  sigaction(SIGINT, &action, &before_);
}

StopOnInterrupt::~StopOnInterrupt() {
  sigaction(SIGINT, &before_, nullptr);
  if (which_ == Which::kFirst) sigaction(SIGTERM, &terminate_before_, nullptr);
  if (waiter_.joinable()) {
    [[maybe_unused]] const ssize_t written = write(pipe_[1], &kEnd, 1);
    waiter_.join();
  }
  for (const int end : pipe_) {
    if (end >= 0) close(end);
  }
}

}  // namespace muster::shell
