// What is asked about a text while it is typed, on a thread of its own.
#ifndef MUSTER_SHELL_EDITOR_LIVE_WORKER_H_
#define MUSTER_SHELL_EDITOR_LIVE_WORKER_H_

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace muster::shell {

/// What is known of a text while it is typed.
struct LiveView {
  std::vector<std::string> lines;  ///< shown below the text
  struct Mark {
    size_t begin = 0;
    size_t end = 0;
  };
  std::vector<Mark> mistakes;  ///< bytes of the text to be marked
  bool unfinished = false;     ///< there was not enough time
};

/// Answers for the latest text only: a newer one stops what is being asked about the one before it. To be used by one
/// thread, which never waits but in Stop().
class LiveWorker {
 public:
  /// Called on the worker's thread; should end soon when its token is asked to stop.
  using Asker = std::function<LiveView(std::string_view text, size_t cursor, std::stop_token stop)>;

  explicit LiveWorker(Asker asker);
  LiveWorker(const LiveWorker&) = delete;
  LiveWorker& operator=(const LiveWorker&) = delete;
  ~LiveWorker();

  /// Asks about `text` in place of what was asked before.
  void Start(std::string_view text, size_t cursor);
  /// Nothing is wanted any more; returns when nothing is being asked.
  void Stop();
  /// The answer to the latest Start, if it is complete; each answer is returned once.
  std::optional<LiveView> Take();
  /// A descriptor that becomes readable when there is an answer to take; negative if there is none.
  int descriptor() const { return pipe_[0]; }

 private:
  void Run();

  const Asker asker_;
  int pipe_[2] = {-1, -1};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<std::string> text_;  ///< to be asked about
  size_t cursor_ = 0;
  std::optional<std::stop_source> asking_;
  std::optional<LiveView> answer_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_EDITOR_LIVE_WORKER_H_
