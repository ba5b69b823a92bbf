#include "serve/node/work_queue.h"

#include <utility>

namespace muster::serve {

WorkQueue::WorkQueue(size_t threads, size_t max_waiting) : max_waiting_(max_waiting) {
  for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { Run(); });
}

WorkQueue::~WorkQueue() {
  {
    absl::MutexLock lock(&mutex_);
    ended_ = true;
  }
  for (std::thread& thread : threads_) thread.join();
}

bool WorkQueue::Push(const std::string& principal, std::function<void()> work) {
  absl::MutexLock lock(&mutex_);
  // A free thread takes it at once, so that it does not wait.
  if (waiting_ >= max_waiting_ + (threads_.size() - running_) || ended_) return false;
  std::deque<std::function<void()>>& own = work_[principal];
  if (own.empty()) turns_.push_back(principal);
  own.push_back(std::move(work));
  ++waiting_;
  return true;
}

void WorkQueue::Run() {
  while (true) {
    std::function<void()> work;
    {
      absl::MutexLock lock(&mutex_);
      const auto ready = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return ended_ || waiting_ > 0; };
      mutex_.Await(absl::Condition(&ready));
      if (ended_) return;
      const std::string principal = std::move(turns_.front());
      turns_.pop_front();
      const auto own = work_.find(principal);
      work = std::move(own->second.front());
      own->second.pop_front();
      if (own->second.empty()) {
        work_.erase(own);
      } else {
        turns_.push_back(principal);
      }
      --waiting_;
      ++running_;
    }
    work();
    work = nullptr;
    absl::MutexLock lock(&mutex_);
    --running_;
  }
}

size_t WorkQueue::waiting() const {
  absl::MutexLock lock(&mutex_);
  return waiting_;
}

size_t WorkQueue::running() const {
  absl::MutexLock lock(&mutex_);
  return running_;
}

}  // namespace muster::serve
