// Ctrl-C while something long is going on.
#ifndef MUSTER_SHELL_TERMINAL_INTERRUPT_H_
#define MUSTER_SHELL_TERMINAL_INTERRUPT_H_

#include <csignal>

namespace muster::shell {

/// While it lives, the first SIGINT or SIGTERM only sets a flag; the second ends the program as ever. One at a time.
class InterruptScope {
 public:
  InterruptScope();
  InterruptScope(const InterruptScope&) = delete;
  InterruptScope& operator=(const InterruptScope&) = delete;
  ~InterruptScope();

  bool interrupted() const;

 private:
  struct sigaction old_interrupt_;
  struct sigaction old_terminate_;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_INTERRUPT_H_
