#include "shell/editor/live_worker.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace muster::shell {

LiveWorker::LiveWorker(Asker asker) : asker_(std::move(asker)) {
  if (pipe2(pipe_, O_CLOEXEC | O_NONBLOCK) != 0) pipe_[0] = pipe_[1] = -1;
}

LiveWorker::~LiveWorker() {
  if (thread_.joinable()) {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
      if (asking_) asking_->request_stop();
    }
    changed_.notify_all();
    thread_.join();
  }
  for (const int end : pipe_) {
    if (end >= 0) close(end);
  }
}

void LiveWorker::Start(std::string_view text, size_t cursor) {
  if (!thread_.joinable()) {
    // Signals are for the thread that reads the keys.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    thread_ = std::thread(&LiveWorker::Run, this);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
  }
  {
    const std::lock_guard lock(mutex_);
    text_ = std::string(text);
    cursor_ = cursor;
    answer_.reset();
    if (asking_) asking_->request_stop();
  }
  changed_.notify_all();
}

void LiveWorker::Stop() {
  std::unique_lock lock(mutex_);
  text_.reset();
  answer_.reset();
  if (asking_) asking_->request_stop();
  changed_.wait(lock, [&] { return !asking_.has_value(); });
}

std::optional<LiveView> LiveWorker::Take() {
  char drained[16];
  while (pipe_[0] >= 0 && read(pipe_[0], drained, sizeof(drained)) > 0) {
  }
  const std::lock_guard lock(mutex_);
  return std::exchange(answer_, std::nullopt);
}

void LiveWorker::Run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return ending_ || text_.has_value(); });
    if (ending_) return;
    const std::string text = *std::exchange(text_, std::nullopt);
    const size_t cursor = cursor_;
    asking_.emplace();
    const std::stop_token stop = asking_->get_token();
    lock.unlock();
    LiveView view = asker_(text, cursor, stop);
    lock.lock();
    asking_.reset();
    if (!stop.stop_requested()) {
      answer_ = std::move(view);
      [[maybe_unused]] const ssize_t written = write(pipe_[1], "a", 1);
    }
    changed_.notify_all();
  }
}

}  // namespace muster::shell
