// Ctrl-C while a query or an import runs.
#ifndef MUSTER_SHELL_TERMINAL_STOP_ON_INTERRUPT_H_
#define MUSTER_SHELL_TERMINAL_STOP_ON_INTERRUPT_H_

#include <csignal>
#include <stop_token>
#include <thread>

namespace muster::shell {

/// While it lives, SIGINT asks its token to stop and does nothing else. One at a time.
class StopOnInterrupt {
 public:
  /// kFirst: so does SIGTERM, and the second of either ends the program as ever.
  enum class Which { kAll, kFirst };
  explicit StopOnInterrupt(Which which = Which::kAll);
  StopOnInterrupt(const StopOnInterrupt&) = delete;
  StopOnInterrupt& operator=(const StopOnInterrupt&) = delete;
  ~StopOnInterrupt();

  std::stop_token token() const { return stop_.get_token(); }
  bool interrupted() const { return stop_.stop_requested(); }

 private:
  std::stop_source stop_;
  int pipe_[2] = {-1, -1};
  struct sigaction before_;            ///< of SIGINT
  struct sigaction terminate_before_;  ///< of SIGTERM, with kFirst
  const Which which_;
  std::thread waiter_;  ///< a signal handler may not ask a token to stop: it writes to a pipe that this reads
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_STOP_ON_INTERRUPT_H_
