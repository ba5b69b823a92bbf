// The terminal of standard input and output, key by key.
#ifndef MUSTER_SHELL_EDITOR_RAW_TERMINAL_H_
#define MUSTER_SHELL_EDITOR_RAW_TERMINAL_H_

#include <termios.h>

#include <string>
#include <string_view>

namespace muster::shell {

/// One at a time. The terminal is as it was when this is destroyed, or the program is ended by a signal.
class RawTerminal {
 public:
  enum class Event { kInput, kTimeout, kResized, kWoken, kEnd };

  /// False if standard input and output are not a terminal that can be controlled.
  bool Open();
  ~RawTerminal();
  RawTerminal() = default;
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;

  /// All keys are input, also Ctrl-C; pastes are marked.
  void BeginTyping();
  /// Keys wait unseen until they are read; Ctrl-C interrupts.
  void BeginWork();
  /// As the terminal was found, for another program.
  void GiveBack();

  /// Waits at most `milliseconds` for input; negative: without limit. kWoken: there is no input, but `wakes`, a
  /// descriptor unless negative, is readable.
  Event Wait(int milliseconds, int wakes, std::string* bytes);
  void Write(std::string_view text);
  int width() const;
  int height() const;

 private:
  void Apply(const struct termios& mode, bool marks_pastes);
  bool open_ = false;
  struct termios found_ = {};
  bool marks_pastes_ = false;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_EDITOR_RAW_TERMINAL_H_
