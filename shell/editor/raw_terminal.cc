#include "shell/editor/raw_terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace muster::shell {
namespace {

constexpr std::string_view kMarkPastes = "\x1b[?2004h";
constexpr std::string_view kMarkNoPastes = "\x1b[?2004l";
constexpr int kUsualWidth = 80;
constexpr int kUsualHeight = 24;

// What signal handlers need.
int resize_pipe[2] = {-1, -1};
struct termios mode_to_restore = {};
constexpr int kEndingSignals[] = {SIGTERM, SIGHUP, SIGQUIT};

void NoteResize(int) {
  const int saved = errno;
  [[maybe_unused]] const ssize_t written = write(resize_pipe[1], "w", 1);
  errno = saved;
}

/// Ctrl-C that stops no query: it comes before one begins, after it ended, or is meant for the pager. A handler, since
/// programs that the shell starts would inherit that a signal is ignored.
void PassOver(int) {}

void RestoreAndEnd(int signal) {
  tcsetattr(STDIN_FILENO, TCSANOW, &mode_to_restore);
  [[maybe_unused]] const ssize_t written = write(STDOUT_FILENO, kMarkNoPastes.data(), kMarkNoPastes.size());
  std::signal(signal, SIG_DFL);
  raise(signal);
}

struct winsize WindowSize() {
  struct winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) size = {};
  return size;
}

}  // namespace

bool RawTerminal::Open() {
  if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0) return false;
  if (tcgetattr(STDIN_FILENO, &found_) != 0) return false;
  if (resize_pipe[0] < 0 && pipe2(resize_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  mode_to_restore = found_;
  struct sigaction action = {};
  sigemptyset(&action.sa_mask);
  action.sa_handler = NoteResize;
  action.sa_flags = SA_RESTART;
  sigaction(SIGWINCH, &action, nullptr);
  action.sa_handler = PassOver;
  sigaction(SIGINT, &action, nullptr);
  action.sa_handler = RestoreAndEnd;
  for (const int signal : kEndingSignals) sigaction(signal, &action, nullptr);
  open_ = true;
  return true;
}

RawTerminal::~RawTerminal() {
  if (open_) GiveBack();
}

void RawTerminal::Apply(const struct termios& mode, bool marks_pastes) {
  // Not TCSAFLUSH: what was typed meanwhile is not to be lost.
  tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
  if (marks_pastes != marks_pastes_) Write(marks_pastes ? kMarkPastes : kMarkNoPastes);
  marks_pastes_ = marks_pastes;
}

void RawTerminal::BeginTyping() {
  struct termios mode = found_;
  mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG | IEXTEN);
  mode.c_iflag &= ~static_cast<tcflag_t>(IXON | ICRNL | INLCR | ISTRIP | BRKINT);
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  Apply(mode, true);
}

void RawTerminal::BeginWork() {
  // Not line by line: a paste that comes now is read as a paste later.
  struct termios mode = found_;
  mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  mode.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | ISTRIP);
  // NOFLSH: Ctrl-C would throw away what is typed ahead, and the part of an answer that is not on the screen yet.
  mode.c_lflag |= ISIG | NOFLSH;
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  Apply(mode, true);
}

void RawTerminal::GiveBack() { Apply(found_, false); }

RawTerminal::Event RawTerminal::Wait(int milliseconds, int wakes, std::string* bytes) {
  struct pollfd waits[] = {{STDIN_FILENO, POLLIN, 0}, {resize_pipe[0], POLLIN, 0}, {wakes, POLLIN, 0}};
  while (true) {
    const int ready = poll(waits, 3, milliseconds);  // a negative descriptor is passed over
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) return Event::kTimeout;
    if (ready < 0) return Event::kEnd;
    if ((waits[1].revents & POLLIN) != 0) {
      char drained[64];
      while (read(resize_pipe[0], drained, sizeof(drained)) > 0) {
      }
      return Event::kResized;
    }
    if (waits[0].revents == 0) return Event::kWoken;
    char read_bytes[4096];
    const ssize_t count = read(STDIN_FILENO, read_bytes, sizeof(read_bytes));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Event::kEnd;
    bytes->assign(read_bytes, static_cast<size_t>(count));
    return Event::kInput;
  }
}

void RawTerminal::Write(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(STDOUT_FILENO, text.data(), text.size());
    if (written > 0) {
      text.remove_prefix(static_cast<size_t>(written));
    } else if (written < 0 && errno != EINTR) {
      return;
    }
  }
}

int RawTerminal::width() const {
  const int columns = WindowSize().ws_col;
  return columns > 0 ? columns : kUsualWidth;
}

int RawTerminal::height() const {
  const int lines = WindowSize().ws_row;
  return lines > 0 ? lines : kUsualHeight;
}

}  // namespace muster::shell
