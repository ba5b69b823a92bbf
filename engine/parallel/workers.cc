#include "engine/parallel/workers.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "engine/parallel/processors.h"

namespace muster::parallel {

namespace {

// What takes less is done before another thread wakes up.
constexpr std::chrono::microseconds kSlow(200);
// Where threads could not be started, it is tried again after this.
constexpr std::chrono::seconds kBetweenStarts(10);

size_t Clamp(size_t threads) {
  if (threads == 0) return Processors();
  if (threads <= Workers::kAlwaysAllowed) return threads;
  return std::min(threads, std::max(Workers::kAlwaysAllowed, Workers::kMaxPerProcessor * Processors()));
}

}  // namespace

Workers::Workers(size_t threads) : threads_(Clamp(threads)), process_(getpid()) {}

Workers::~Workers() {
  std::vector<std::thread> helpers;
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
    helpers.swap(helpers_);
  }
  for (std::thread& helper : helpers) {
    // In a process that was forked off, the threads are not there, and joining one would never end.
    getpid() == process_ ? helper.join() : helper.detach();
  }
}

void Workers::StartHelpers() {
  if (helpers_.size() + 1 >= threads_ || std::chrono::steady_clock::now() < no_start_before_) return;
  try {
    helpers_.reserve(threads_ - 1);
    while (helpers_.size() + 1 < threads_) helpers_.emplace_back([this] { Loop(); });
  } catch (const std::exception&) {  // no thread, or no memory for one; trying takes long enough to wait with it
    no_start_before_ = std::chrono::steady_clock::now() + kBetweenStarts;
  }
}

void Workers::Work(Job& job, size_t worker) {
  const AllowanceScope scope(job.allowance);
  try {
    for (size_t i = job.next.fetch_add(1); i < job.n; i = job.next.fetch_add(1)) job.f(worker, i);
  } catch (...) {
    job.next = job.n;
    absl::MutexLock lock(&mutex_);
    if (job.failure == nullptr) job.failure = std::current_exception();
  }
}

void Workers::ForEach(size_t n, absl::FunctionRef<void(size_t, size_t)> f) {
  Job job{f, n, CurrentAllowance()};
  const bool share = n > 1 && threads_ > 1;
  if (share) {
    absl::MutexLock lock(&mutex_);
    StartHelpers();
    jobs_.push_back(&job);
  }
  Work(job, 0);
  if (share) {
    // The job lies on this stack: whatever happens, it is not left before the helpers have left the job.
    absl::MutexLock lock(&mutex_);
    std::erase(jobs_, &job);
    mutex_.Await(absl::Condition(
        +[](Job* j) { return j->working == 0; }, &job));
  }
  if (job.failure != nullptr) std::rethrow_exception(job.failure);
}

absl::Status Workers::TryForEach(size_t n, absl::FunctionRef<absl::Status(size_t, size_t)> f) {
  std::vector<absl::Status> statuses(n);
  std::atomic<bool> failed = false;
  ForEach(n, [&](size_t worker, size_t i) {
    if (failed) return;
    statuses[i] = f(worker, i);
    if (!statuses[i].ok()) failed = true;
  });
  const auto error = std::ranges::find_if(statuses, [](const absl::Status& status) { return !status.ok(); });
  return error == statuses.end() ? absl::OkStatus() : *error;
}

absl::Status ForEachSharedIfSlow(Workers* workers, size_t n, absl::FunctionRef<absl::Status(size_t)> f) {
  for (size_t i = 0; i < n; ++i) {
    const auto start = std::chrono::steady_clock::now();
    if (absl::Status status = f(i); !status.ok()) return status;
    if (workers == nullptr || std::chrono::steady_clock::now() - start < kSlow) continue;
    return workers->TryForEach(n - i - 1, [&](size_t /*worker*/, size_t later) { return f(i + 1 + later); });
  }
  return absl::OkStatus();
}

void Workers::Loop() {
  absl::MutexLock lock(&mutex_);
  while (true) {
    mutex_.Await(absl::Condition(this, &Workers::HasWork));
    if (stopping_) return;
    Job& job = *jobs_.front();
    const size_t worker = job.joined++;
    if (job.joined == std::min(threads_, job.n)) jobs_.pop_front();
    ++job.working;
    mutex_.Unlock();
    Work(job, worker);
    mutex_.Lock();
    --job.working;
  }
}

}  // namespace muster::parallel
