#include "engine/parallel/workers.h"

#include <algorithm>
#include <chrono>

namespace muster::parallel {

namespace {

// What takes less is done before another thread wakes up.
constexpr std::chrono::microseconds kSlow(200);

}  // namespace

Workers::Workers(size_t threads)
    : threads_(threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency())) {}

Workers::~Workers() {
  std::vector<std::thread> helpers;
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
    helpers.swap(helpers_);
  }
  for (std::thread& helper : helpers) helper.join();
}

void Workers::Job::Work(size_t worker) {
  for (size_t i = next.fetch_add(1); i < n; i = next.fetch_add(1)) f(worker, i);
}

void Workers::ForEach(size_t n, absl::FunctionRef<void(size_t, size_t)> f) {
  Job job{f, n};
  if (n <= 1 || threads_ == 1) return job.Work(0);
  {
    absl::MutexLock lock(&mutex_);
    while (helpers_.size() + 1 < threads_) helpers_.emplace_back([this] { Loop(); });
    jobs_.push_back(&job);
  }
  job.Work(0);
  absl::MutexLock lock(&mutex_);
  std::erase(jobs_, &job);
  mutex_.Await(absl::Condition(
      +[](Job* j) { return j->working == 0; }, &job));
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
    job.Work(worker);
    mutex_.Lock();
    --job.working;
  }
}

}  // namespace muster::parallel
