#include "bindings/c/host.h"

#include <pthread.h>

namespace muster::c {
namespace {

// How many forks lie between this process and the one that loaded the library. (The process's number would do, and is
// a system call each time.)
std::atomic<uint64_t> forks{0};

[[maybe_unused]] const int counts_forks = pthread_atfork(nullptr, nullptr, [] { forks.fetch_add(1); });

}  // namespace

Host::Host(std::unique_ptr<Catalogue> catalogue)
    : catalogue_(std::move(catalogue)), forks_(forks.load(std::memory_order_relaxed)) {}

Host::~Host() {
  if (IsForked()) static_cast<void>(catalogue_.release());
}

bool Host::IsForked() const { return forks.load(std::memory_order_relaxed) != forks_; }

Failure Host::Enter() {
  if (IsForked()) {
    return {MUSTER_FORKED, "the catalogue was opened before this process was forked, and cannot be used in it"};
  }
  const uint64_t before = state_.fetch_add(1, std::memory_order_acquire);
  if ((before & kClosed) == 0) return Ok();
  Leave();
  return {MUSTER_MISUSE, "the catalogue is closed"};
}

Failure Host::Close() {
  if (IsForked()) return Ok();
  uint64_t none = 0;
  if (!state_.compare_exchange_strong(none, kClosed, std::memory_order_acq_rel)) {
    return {MUSTER_MISUSE, (none & kClosed) != 0 ? "the catalogue is closed already"
                                                 : "calls on the catalogue are still running: it stays open"};
  }
  CloseNow();
  return Ok();
}

void Host::CloseWhenUnused() {
  if (IsForked()) return;
  self_ = shared_from_this();
  uint64_t before = state_.load(std::memory_order_relaxed);
  uint64_t after = 0;
  do {
    after = before == 0 ? kClosed : before | kClosed | kToBeClosed;
  } while (!state_.compare_exchange_weak(before, after, std::memory_order_acq_rel));
  if (after == kClosed) CloseNow();
}

// One operation both leaves and takes on to close: after it, others may have destroyed this.
void Host::Leave() {
  uint64_t before = state_.load(std::memory_order_relaxed);
  uint64_t after = 0;
  do {
    after = before == (kClosed | kToBeClosed | 1) ? kClosed : before - 1;
  } while (!state_.compare_exchange_weak(before, after, std::memory_order_acq_rel));
  if (after == kClosed && (before & kToBeClosed) != 0) CloseNow();
}

void Host::CloseNow() {
  const std::shared_ptr<Host> self = std::move(self_);
  {
    const std::lock_guard lock(mutex_);
    for (Dependent* dependent : dependents_) dependent->Drop();
    dependents_.clear();
  }
  catalogue_.reset();
}

void Host::Add(Dependent* dependent) {
  const std::lock_guard lock(mutex_);
  dependents_.insert(dependent);
}

void Host::Remove(Dependent* dependent) {
  const std::lock_guard lock(mutex_);
  dependents_.erase(dependent);
  dependent->Drop();  // under the lock, so that it is not left over when Close() destroys the catalogue
}

}  // namespace muster::c
