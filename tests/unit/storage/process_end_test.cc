// The end of the process finds stores open.
#include "storage/files/process_end.h"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <thread>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "absl/synchronization/mutex.h"
#include "tests/unit/storage/store_fixture.h"

namespace muster::storage {
namespace {

class ProcessEndTest : public StoreFixture {};

TEST_F(ProcessEndTest, IsNotNow) { EXPECT_FALSE(IsProcessEnding()); }

// What is left behind is no leak to be reported.
void ReportNoLeaks() {
#ifdef __SANITIZE_ADDRESS__
  __lsan_disable();
#endif
}

// It is destroyed after what RocksDB made for itself when the store was opened.
TEST_F(ProcessEndTest, AStoreInAStaticObject) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");  // a process that is started anew
  const std::string path = testing::TempDir() + "muster_process_end";
  EXPECT_EXIT(
      {
        ReportNoLeaks();
        static std::unique_ptr<Store> held;
        std::filesystem::remove_all(path);
        held = *Store::Open(path, {.create_if_missing = true});
        store_.swap(held);
        Add({"a"});
        store_.swap(held);
        std::exit(0);
      },
      testing::ExitedWithCode(0), "");
  path_ = path;
  Reopen();
  EXPECT_EQ(Where("a"), "1:0");
}

// How a process that is forked now ends when it is asked to with 7.
int StatusOfForked() {
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(60);
    std::exit(7);
  }
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return status;
}

// RocksDB's threads are not there, and what it made for them is.
TEST_F(ProcessEndTest, OfAForkedProcess) {
  Create();
  const int open = StatusOfForked();
  EXPECT_TRUE(WIFEXITED(open) && WEXITSTATUS(open) == 7) << open;
  ASSERT_TRUE(Open({.read_only = true}).ok());
  const int open_to_read = StatusOfForked();
  EXPECT_TRUE(WIFEXITED(open_to_read) && WEXITSTATUS(open_to_read) == 7) << open_to_read;
  store_ = nullptr;
  const int closed = StatusOfForked();
  EXPECT_TRUE(WIFEXITED(closed) && WEXITSTATUS(closed) == 7) << closed;
}

// Threads that lock at the fork are not there, and what they hold of Abseil is not waited for. (Where Abseil was
// compiled without assertions, as Debian's is not, they hold nothing.)
TEST_F(ProcessEndTest, LocksOfAForkedProcess) {
  std::atomic<bool> stop = false;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      while (!stop) {
        absl::Mutex outer, inner;
        const absl::MutexLock lock(&outer);
        const absl::MutexLock second(&inner);
      }
    });
  }
  int hung = 0;
  for (int i = 0; i < 200; ++i) {
    const pid_t child = ::fork();
    if (child == 0) {
      ::alarm(10);
      absl::Mutex outer, inner;
      const absl::MutexLock lock(&outer);
      const absl::MutexLock second(&inner);
      ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    hung += status == 0 ? 0 : 1;
    if (hung > 0) break;
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(hung, 0);
}

}  // namespace
}  // namespace muster::storage
