#include "shell/terminal/progress.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "absl/strings/str_format.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"

namespace muster::shell {
namespace {

constexpr int kBarWidth = 24;
constexpr int kWidthWithBar = 100;  ///< a narrower terminal gets no bar
constexpr double kTerminalSeconds = 0.1;
constexpr double kPlainSeconds = 10;
/// An estimate from less than this is a guess.
constexpr double kSecondsBeforeEstimate = 1;

double SteadySeconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

std::string ProgressLine(const ProgressState& state, double seconds, int width) {
  std::string line = state.what;
  const bool known = state.total > 0;
  const double part = known ? std::min(1.0, static_cast<double>(state.done) / static_cast<double>(state.total)) : 0;
  if (known) {
    if (width >= kWidthWithBar) {
      const auto filled = static_cast<size_t>(part * kBarWidth);
      Append(line, "  [", std::string(filled, '#'), std::string(kBarWidth - filled, '-'), "]");
    }
    Append(line, absl::StrFormat(" %3d%%", static_cast<int>(part * 100)));
  }
  if (!state.noun.empty()) {
    Append(line, "  ", Grouped(state.records), " ", state.noun);
    if (seconds >= kSecondsBeforeEstimate && state.records > 0) {
      Append(line, "  ", Grouped(static_cast<uint64_t>(static_cast<double>(state.records) / seconds)), "/s");
    }
  }
  if (known && part > 0 && part < 1 && seconds >= kSecondsBeforeEstimate) {
    Append(line, "  ", Clock(seconds / part * (1 - part)), " left");
  }
  line = Printable(line);
  // A line that wraps could not be taken back.
  while (!line.empty() && DisplayWidth(line) > width) {
    while (line.size() > 1 && (static_cast<unsigned char>(line.back()) & 0xC0) == 0x80) line.pop_back();
    line.pop_back();
  }
  return line;
}

ProgressMeter::ProgressMeter(const Console& console, bool quiet, std::function<double()> now)
    : err_(console.err),
      quiet_(quiet),
      terminal_(console.err_is_terminal),
      width_(console.width),
      now_(now ? std::move(now) : SteadySeconds),
      begin_(now_()),
      next_(begin_ + (terminal_ ? kTerminalSeconds : kPlainSeconds)) {}

ProgressMeter::~ProgressMeter() { Clear(); }

void ProgressMeter::Update(const ProgressState& state) {
  if (quiet_) return;
  const double now = now_();
  if (now < next_) return;
  next_ = now + (terminal_ ? kTerminalSeconds : kPlainSeconds);
  if (terminal_) {
    err_ << '\r' << ProgressLine(state, now - begin_, width_ - 1) << "\x1b[K" << std::flush;
    shown_ = true;
  } else {
    err_ << "muster: " << ProgressLine(state, now - begin_, kWidthWithBar - 1) << '\n' << std::flush;
  }
}

void ProgressMeter::Clear() {
  if (!shown_) return;
  err_ << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace muster::shell
