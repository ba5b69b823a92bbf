#include "engine/execute/workers.h"

#include <algorithm>

namespace muster::execute {

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

}  // namespace muster::execute
