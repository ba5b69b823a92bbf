// The process that writes: crash_driver, started and watched.
#ifndef MUSTER_TESTS_CRASH_WRITER_PROCESS_H_
#define MUSTER_TESTS_CRASH_WRITER_PROCESS_H_

#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace muster::crash {

class WriterProcess {
 public:
  /// Starts it with these arguments.
  explicit WriterProcess(const std::vector<std::string>& arguments);
  ~WriterProcess();
  WriterProcess(const WriterProcess&) = delete;
  WriterProcess& operator=(const WriterProcess&) = delete;

  /// The number of the last change that it acknowledged.
  uint64_t acknowledged() const { return acknowledged_; }
  /// It has ended, and all it said is known.
  bool ended() const { return ended_; }
  void Kill();
  /// Waits for its end. Empty when it came to the end of its history or was killed; else what was wrong.
  std::string Wait();

 private:
  void Listen(int fd);

  pid_t process_ = -1;
  int status_ = 0;
  std::atomic<uint64_t> acknowledged_ = 0;
  std::atomic<bool> ended_ = false;
  std::string said_;  // of the listener until it ended
  std::thread listener_;
};

}  // namespace muster::crash

#endif  // MUSTER_TESTS_CRASH_WRITER_PROCESS_H_
