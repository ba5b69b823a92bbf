#include "serve/node/work_queue.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace muster::serve {

WorkQueue::WorkQueue(size_t threads, size_t max_waiting) : max_waiting_(max_waiting) {
  for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { Run(); });
}

WorkQueue::~WorkQueue() { Stop(); }

void WorkQueue::Stop() {
  {
    absl::MutexLock lock(&mutex_);
    ended_ = true;
  }
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

// A free thread takes work at once, so that it does not wait.
bool WorkQueue::IsFull() const { return waiting_ >= max_waiting_ + (threads_.size() - running_); }

std::vector<WorkQueue::Work> WorkQueue::TakeAbandoned() {
  std::vector<Work> taken;
  for (auto& [principal, own] : work_) {
    const auto is_gone = [](const Work& work) { return work.gone.stop_requested(); };
    const auto gone = std::stable_partition(own.begin(), own.end(), std::not_fn(is_gone));
    std::move(gone, own.end(), std::back_inserter(taken));
    own.erase(gone, own.end());
  }
  waiting_ -= taken.size();
  ForgetIdle();
  return taken;
}

std::optional<WorkQueue::Work> WorkQueue::TakeFromTheLargest(const std::string& principal) {
  const auto found = work_.find(principal);
  const size_t own = found == work_.end() ? 0 : found->second.size();
  const auto most = std::max_element(work_.begin(), work_.end(),
                                     [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  if (most == work_.end() || most->second.size() <= own + 1) return std::nullopt;
  Work taken = std::move(most->second.back());
  most->second.pop_back();
  --waiting_;
  ForgetIdle();
  return taken;
}

void WorkQueue::ForgetIdle() {
  std::erase_if(work_, [](const auto& own) { return own.second.empty(); });
  std::erase_if(turns_, [this](const std::string& principal)
                            ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return !work_.contains(principal); });
}

void WorkQueue::Push(const std::string& principal, Work work) {
  std::vector<Work> gone;
  std::optional<Work> refused;
  {
    absl::MutexLock lock(&mutex_);
    if (IsFull()) gone = TakeAbandoned();
    if (IsFull()) refused = TakeFromTheLargest(principal);
    if (IsFull() || ended_) {
      refused = std::move(work);
    } else {
      std::deque<Work>& own = work_[principal];
      if (own.empty()) turns_.push_back(principal);
      own.push_back(std::move(work));
      ++waiting_;
    }
  }
  for (const Work& one : gone) one.drop(Dropped::kGone);
  if (refused.has_value()) refused->drop(Dropped::kFull);
}

void WorkQueue::Run() {
  while (true) {
    Work work;
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
    if (work.gone.stop_requested()) {
      work.drop(Dropped::kGone);
    } else {
      work.run();
    }
    work = {};
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
