// What one text, or another call that takes long, may take: time, memory, and until somebody stops it.
#ifndef MUSTER_ALLOWANCE_ALLOWANCE_H_
#define MUSTER_ALLOWANCE_ALLOWANCE_H_

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace muster {

/// Why something was not done to its end.
enum class Stopped : uint8_t { kNo, kCancelled, kDeadline, kMemory };

/// The bounds of one call, and how much of them is used. The thread that answers the call creates one and installs it
/// (AllowanceScope); helping threads install the same. Long work checks the current allowance (CheckStop,
/// ShouldContinue) and ends with the status that it gives; memory that grows with the data is charged to it
/// (MemoryCharge). Once stopped, it stays so: everything under way ends, and no result of it may be cached. The stop
/// token is polled, with no callback registered, so that its source may be stopped in a signal handler. Thread-safe.
class Allowance {
 public:
  struct Limits {
    std::chrono::microseconds timeout{0};  ///< from the construction on; 0: none
    size_t memory_bytes = 0;               ///< 0: no bound
    std::stop_token stop = {};
    uint64_t stop_at_look = 0;            ///< cancelled at the look of this number; 0: never. For tests.
    uint64_t end_notes_at_look = 0;       ///< work on notes ends at its look of this number; 0: never. For tests.
    std::string_view what = "the query";  ///< what messages are about; outlives the allowance
  };

  explicit Allowance(const Limits& limits);
  /// Of the notes on the answer to a text: stopped when `text` is, or after `timeout`.
  Allowance(Allowance* text, std::chrono::microseconds timeout);
  Allowance(const Allowance&) = delete;
  Allowance& operator=(const Allowance&) = delete;

  Stopped stopped() const { return stopped_.load(std::memory_order_relaxed); }
  void Stop(Stopped why);
  /// One sentence; empty while it is not stopped.
  std::string Message() const;
  /// Cancelled, DeadlineExceeded or ResourceExhausted, with the message; OK while it is not stopped.
  absl::Status status() const;
  /// How often was looked; counted with Limits::stop_at_look only.
  uint64_t looks() const { return looks_.load(std::memory_order_relaxed); }

 private:
  friend bool ShouldContinue();
  friend bool ShouldContinueSampled();
  friend class MemoryCharge;
  friend class NotesScope;

  /// False once it is stopped.
  bool Check(bool at_the_clock);
  bool Charge(size_t bytes);
  void Return(size_t bytes) { (text_ != nullptr ? text_ : this)->charged_.fetch_sub(bytes, std::memory_order_relaxed); }

  std::atomic<Stopped> stopped_ = Stopped::kNo;
  Allowance* const text_ = nullptr;  // of one for notes
  const Limits limits_;
  const std::optional<std::chrono::steady_clock::time_point> deadline_;
  std::atomic<size_t> charged_ = 0;
  std::atomic<uint64_t> looks_ = 0;
  std::atomic<uint64_t> looks_at_notes_ = 0;  // counted with Limits::end_notes_at_look only
  std::chrono::microseconds left_for_notes_;  // of the thread that made this
};

/// Stops all allowances, those to come as well: the process is ending.
void StopAll();

/// The one that this thread works under; null: no bounds.
Allowance* CurrentAllowance();

/// Makes `allowance`, which may be null, the present one of this thread, until it is destroyed.
class AllowanceScope {
 public:
  explicit AllowanceScope(Allowance* allowance);
  ~AllowanceScope();
  AllowanceScope(const AllowanceScope&) = delete;
  AllowanceScope& operator=(const AllowanceScope&) = delete;

 private:
  Allowance* const previous_;
};

/// For the time in which its thread works on notes beside an answer: at most half of the time that is left, and for all
/// notes on a text at most half of its timeout, so that notes do not cost the answer. When that is used up, the work
/// ends with a status that EndsNotes recognises, and the text is answered without the notes. Does nothing without a
/// timeout, or within another scope. Only on the thread that created the allowance.
class NotesScope {
 public:
  NotesScope();
  ~NotesScope();
  NotesScope(const NotesScope&) = delete;
  NotesScope& operator=(const NotesScope&) = delete;

  /// Whether it has bounds of its own.
  bool is_bounded() const { return notes_.has_value(); }

 private:
  Allowance* const text_;
  std::chrono::steady_clock::time_point begin_ = {};
  std::optional<Allowance> notes_;
  std::optional<AllowanceScope> scope_;
};

/// Whether the status says that there was no more time for notes, and no more than that.
bool EndsNotes(const absl::Status& status);

/// Whether the work of this thread is still wanted. A load, and with a deadline a look at the clock (some 20 ns): for
/// what takes a microsecond or more.
bool ShouldContinue();
/// The same, which looks at the clock every 64th time only.
bool ShouldContinueSampled();
/// The same as statuses: OK, or Allowance::status().
absl::Status CheckStop();
absl::Status CheckStopSampled();

/// Memory that is charged to the present allowance of the thread that made this, until it is destroyed.
class MemoryCharge {
 public:
  MemoryCharge() : allowance_(CurrentAllowance()) {}
  MemoryCharge(MemoryCharge&& other) noexcept;
  MemoryCharge& operator=(MemoryCharge&& other) noexcept;
  ~MemoryCharge();

  /// False, and the allowance is stopped, where that is too much.
  bool Add(size_t bytes);
  /// Add(), up to `bytes` in all.
  bool GrowTo(size_t bytes) { return bytes <= bytes_ || Add(bytes - bytes_); }
  size_t bytes() const { return bytes_; }

 private:
  Allowance* allowance_;
  size_t bytes_ = 0;
};

}  // namespace muster

#endif  // MUSTER_ALLOWANCE_ALLOWANCE_H_
