#include "allowance/allowance.h"

#include <algorithm>
#include <ctime>
#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"

namespace muster {
namespace {

constexpr char kEndsNotesPayload[] = "muster/ends-notes";

constinit thread_local Allowance* current = nullptr;
constinit std::atomic<bool> all_stopped = false;

constexpr uint32_t kLooksPerClock = 64;
constinit thread_local uint32_t looks_until_clock = 0;

std::optional<std::chrono::steady_clock::time_point> DeadlineOf(std::chrono::microseconds timeout) {
  using Clock = std::chrono::steady_clock;
  if (timeout <= std::chrono::microseconds(0)) return std::nullopt;
  const Clock::time_point now = Clock::now();
  // So far off that there is no such time: none.
  if (timeout > std::chrono::duration_cast<std::chrono::microseconds>(Clock::time_point::max() - now)) {
    return std::nullopt;
  }
  return now + timeout;
}

// What the time was at the last tick of the system's clock: read in a few nanoseconds, and late by a tick (1 to 10 ms).
std::chrono::steady_clock::time_point NowRoughly() {
#ifdef CLOCK_MONOTONIC_COARSE
  timespec now;
  if (clock_gettime(CLOCK_MONOTONIC_COARSE, &now) == 0) {
    return std::chrono::steady_clock::time_point(std::chrono::seconds(now.tv_sec) +
                                                 std::chrono::nanoseconds(now.tv_nsec));
  }
#endif
  return std::chrono::steady_clock::now();
}

bool IsPast(std::chrono::steady_clock::time_point deadline) {
  // So long before a deadline, some ticks, the exact time begins to matter.
  constexpr std::chrono::milliseconds kNear(40);
  return NowRoughly() >= deadline - kNear && std::chrono::steady_clock::now() >= deadline;
}

}  // namespace

Allowance::Allowance(const Limits& limits)
    : limits_(limits), deadline_(DeadlineOf(limits.timeout)), left_for_notes_(limits.timeout / 2) {
  if (limits_.stop.stop_requested()) Stop(Stopped::kCancelled);
}

Allowance::Allowance(Allowance* text, std::chrono::microseconds timeout)
    : text_(text), limits_{.timeout = timeout}, deadline_(DeadlineOf(timeout)), left_for_notes_(0) {}

void Allowance::Stop(Stopped why) {
  Stopped before = Stopped::kNo;
  stopped_.compare_exchange_strong(before, why, std::memory_order_relaxed);
}

std::string Allowance::Message() const {
  switch (stopped()) {
    case Stopped::kNo:
      return "";
    case Stopped::kCancelled:
      return absl::StrCat(std::string(limits_.what), " was cancelled");
    case Stopped::kDeadline:
      return absl::StrCat(std::string(limits_.what), " was not done in ", limits_.timeout.count() / 1000.0, " ms");
    case Stopped::kMemory:
      return absl::StrCat(std::string(limits_.what), " would take more than ", limits_.memory_bytes,
                          " bytes of memory");
  }
  return "";
}

absl::Status Allowance::status() const {
  if (text_ != nullptr && text_->stopped() != Stopped::kNo) return text_->status();
  if (text_ != nullptr && stopped() != Stopped::kNo) {
    absl::Status ends_notes = absl::DeadlineExceededError("there was no more time for notes");
    ends_notes.SetPayload(kEndsNotesPayload, absl::Cord());
    return ends_notes;
  }
  switch (stopped()) {
    case Stopped::kNo:
      return absl::OkStatus();
    case Stopped::kCancelled:
      return absl::CancelledError(Message());
    case Stopped::kDeadline:
      return absl::DeadlineExceededError(Message());
    case Stopped::kMemory:
      return absl::ResourceExhaustedError(Message());
  }
  return absl::OkStatus();
}

bool Allowance::Check(bool at_the_clock) {
  if (stopped() != Stopped::kNo) return false;
  if (text_ != nullptr) {
    const uint64_t last = text_->limits_.end_notes_at_look;
    if (!text_->Check(at_the_clock)) {
      Stop(text_->stopped());
      return false;
    }
    if (last != 0 && text_->looks_at_notes_.fetch_add(1, std::memory_order_relaxed) + 1 >= last) {
      Stop(Stopped::kDeadline);
      return false;
    }
  }
  if (limits_.stop.stop_requested() || all_stopped.load(std::memory_order_relaxed)) {
    Stop(Stopped::kCancelled);
    return false;
  }
  if (limits_.stop_at_look != 0 && looks_.fetch_add(1, std::memory_order_relaxed) + 1 >= limits_.stop_at_look) {
    Stop(Stopped::kCancelled);
    return false;
  }
  if (deadline_.has_value() && at_the_clock && IsPast(*deadline_)) {
    Stop(Stopped::kDeadline);
    return false;
  }
  return true;
}

bool Allowance::Charge(size_t bytes) {
  if (text_ != nullptr) return text_->Charge(bytes) && stopped() == Stopped::kNo;  // the text's bound holds for notes
  const size_t before = charged_.fetch_add(bytes, std::memory_order_relaxed);
  if (limits_.memory_bytes == 0 || (before <= limits_.memory_bytes && bytes <= limits_.memory_bytes - before)) {
    return stopped() == Stopped::kNo;
  }
  Stop(Stopped::kMemory);
  return false;
}

void StopAll() { all_stopped = true; }

Allowance* CurrentAllowance() { return current; }

AllowanceScope::AllowanceScope(Allowance* allowance) : previous_(std::exchange(current, allowance)) {}
AllowanceScope::~AllowanceScope() { current = previous_; }

NotesScope::NotesScope() : text_(current) {
  if (text_ == nullptr || text_->text_ != nullptr) return;
  if (!text_->deadline_.has_value() && text_->limits_.end_notes_at_look == 0) return;
  begin_ = std::chrono::steady_clock::now();
  std::chrono::microseconds timeout(0);
  if (text_->deadline_.has_value()) {
    const auto left = std::chrono::duration_cast<std::chrono::microseconds>((*text_->deadline_ - begin_) / 2);
    timeout = std::max(std::min(left, text_->left_for_notes_), std::chrono::microseconds(1));
  }
  notes_.emplace(text_, timeout);
  scope_.emplace(&*notes_);
}

NotesScope::~NotesScope() {
  if (!notes_.has_value() || !text_->deadline_.has_value()) return;
  text_->left_for_notes_ -=
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin_);
}

bool EndsNotes(const absl::Status& status) { return status.GetPayload(kEndsNotesPayload).has_value(); }

bool ShouldContinue() { return current == nullptr || current->Check(true); }

bool ShouldContinueSampled() {
  if (current == nullptr) return true;
  const bool at_the_clock = looks_until_clock == 0;
  looks_until_clock = at_the_clock ? kLooksPerClock - 1 : looks_until_clock - 1;
  return current->Check(at_the_clock);
}

absl::Status CheckStop() { return ShouldContinue() ? absl::OkStatus() : current->status(); }
absl::Status CheckStopSampled() { return ShouldContinueSampled() ? absl::OkStatus() : current->status(); }

MemoryCharge::MemoryCharge(MemoryCharge&& other) noexcept
    : allowance_(other.allowance_), bytes_(std::exchange(other.bytes_, 0)) {}

MemoryCharge& MemoryCharge::operator=(MemoryCharge&& other) noexcept {
  std::swap(allowance_, other.allowance_);
  std::swap(bytes_, other.bytes_);
  return *this;
}

MemoryCharge::~MemoryCharge() {
  if (allowance_ != nullptr) allowance_->Return(bytes_);
}

bool MemoryCharge::Add(size_t bytes) {
  if (allowance_ == nullptr) return true;
  bytes_ += bytes;
  return allowance_->Charge(bytes);
}

}  // namespace muster
