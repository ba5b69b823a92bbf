// The progress of long work: one changing line on a terminal, a line now and then elsewhere.
#ifndef MUSTER_SHELL_TERMINAL_PROGRESS_H_
#define MUSTER_SHELL_TERMINAL_PROGRESS_H_

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>

#include "shell/terminal/console.h"

namespace muster::shell {

struct ProgressState {
  std::string what;      ///< "reading people.jsonl"
  uint64_t done = 0;     ///< of `total`, in any unit
  uint64_t total = 0;    ///< 0: not known
  uint64_t records = 0;  ///< what the rate is about
  std::string noun;      ///< of the records, plural: "individuals"
};

/// The line for a state after `seconds` of work, at most `width` columns wide.
std::string ProgressLine(const ProgressState& state, double seconds, int width);

/// Prints to the console's `err`. `quiet` prints nothing. Ends the line when it is destroyed.
class ProgressMeter {
 public:
  /// `now` gives seconds of a steady clock; empty: the machine's.
  ProgressMeter(const Console& console, bool quiet, std::function<double()> now = {});
  ProgressMeter(const ProgressMeter&) = delete;
  ProgressMeter& operator=(const ProgressMeter&) = delete;
  ~ProgressMeter();

  void Update(const ProgressState& state);
  /// Takes the line away, so that something else can be printed.
  void Clear();
  double seconds() const { return now_() - begin_; }

 private:
  std::ostream& err_;
  const bool quiet_;
  const bool terminal_;
  const int width_;
  std::function<double()> now_;
  double begin_;
  double next_;  ///< when to print again
  bool shown_ = false;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_TERMINAL_PROGRESS_H_
