#include "storage/files/rocks_env.h"

#include <rocksdb/perf_context.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <new>
#include <thread>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "storage/files/memory_reserve.h"

namespace muster::storage {
namespace {

// What `f` gives, once there is memory for it; after two seconds without, the exception.
template <typename F>
auto Persist(const F& f) {
  for (int attempts = 200; attempts > 0; --attempts) {
    try {
      return f();
    } catch (const std::bad_alloc&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }
  return f();
}

// About what a flush or a compaction takes: blocks, what is read ahead, the index of a table.
constexpr size_t kRoomForAJob = size_t{8} << 20;

// In the midst of a job, for what other threads give back.
constexpr std::chrono::seconds kPatience(3);

// A thread that waits for what no other thread can be started for. Never destroyed, so that the end of the process, and
// of one that was forked and does not have the thread, waits for nothing.
class SpareThread {
 public:
  SpareThread() { std::thread(&SpareThread::Work, this).detach(); }

  void Do(std::function<void()> job) {
    const absl::MutexLock lock(&mutex_);
    jobs_.push_back(std::move(job));
  }

 private:
  void Work() {
    for (;;) Take()();
  }
  std::function<void()> Take() {
    const absl::MutexLock lock(&mutex_, absl::Condition(this, &SpareThread::HasJobs));
    std::function<void()> job = std::move(jobs_.front());
    jobs_.pop_front();
    return job;
  }
  bool HasJobs() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return !jobs_.empty(); }

  absl::Mutex mutex_;
  std::deque<std::function<void()>> jobs_ ABSL_GUARDED_BY(mutex_);
};

SpareThread& Spare() {
  static SpareThread& spare = *new SpareThread;
  return spare;
}

class FencedEnv final : public rocksdb::EnvWrapper {
 public:
  FencedEnv(std::shared_ptr<rocksdb::FileSystem> file_system, std::function<void()> failed,
            std::shared_ptr<std::atomic<int>> jobs)
      : EnvWrapper(rocksdb::NewCompositeEnv(file_system)), failed_(std::move(failed)), jobs_(std::move(jobs)) {
    // The wrapper's own would go the way round by the old interface.
    file_system_ = std::move(file_system);
    system_clock_ = rocksdb::Env::Default()->GetSystemClock();
  }

  void Schedule(void (*function)(void*), void* argument, Priority /*priority*/, void* /*tag*/,
                void (* /*unscheduled*/)(void*)) override {
    // The database has counted the job already and holds its lock: an exception would leave it waiting for one that
    // never comes. So this waits for the memory, which others give back.
    Job* const job = Persist([&] { return new Job{function, argument, failed_, jobs_}; });
    ++*jobs_;
    try {
      // Closing the database waits for its end.
      std::thread(&Run, job).detach();
    } catch (const std::exception&) {  // no more threads can be started, or there is no memory for one
      Persist([&] {
        Spare().Do([job] { Run(job); });
        return true;
      });
    }
  }

  // Nothing waits in a queue from which it could be taken back.
  int UnSchedule(void* /*tag*/, Priority /*priority*/) override { return 0; }
  unsigned GetThreadPoolQueueLen(Priority /*priority*/) const override { return 0; }

  // A database asks for threads of the pool when it is opened.
  void IncBackgroundThreadsIfNeeded(int /*number*/, Priority /*priority*/) override {}
  void SetBackgroundThreads(int /*number*/, Priority /*priority*/) override {}
  // The priorities of flushes and compactions; the last one is only for callers who ask for it.
  int GetBackgroundThreads(Priority priority) override { return priority == Priority::BOTTOM ? 0 : 1; }

 private:
  struct Job {
    void (*function)(void*);
    void* argument;
    std::function<void()> failed;
    std::shared_ptr<std::atomic<int>> jobs;
  };

  // Says that `job` failed. False where there is no memory for that either.
  static bool TellFailure(const Job& job) {
    try {
      job.failed();
      return true;
    } catch (const std::exception&) {
      return false;
    }
  }

  static void Run(void* argument) {
    const std::unique_ptr<Job> job(static_cast<Job*>(argument));
    try {
      // RocksDB's jobs do not expect exceptions, and where its assertions are on, one in the midst of a compaction ends
      // the process. So where memory is short already, this waits with the job for a while.
      ::operator delete(Persist([] { return ::operator new(kRoomForAJob); }));
      // What RocksDB keeps of each thread: where there is no memory for it later, the C library ends the process.
      static_cast<void>(rocksdb::get_perf_context());
    } catch (const std::bad_alloc&) {  // no longer
    }
    // And where it ends in the midst of the job, there is some that was kept back, and then it waits again: other
    // threads are told that there is none, and give back what they have.
    const MemoryReserve reserve(kPatience);
    try {
      job->function(job->argument);
    } catch (...) {
      while (!TellFailure(*job)) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    --*job->jobs;
    job->jobs->notify_all();
  }

  const std::function<void()> failed_;
  const std::shared_ptr<std::atomic<int>> jobs_;
};

}  // namespace

std::unique_ptr<rocksdb::Env> MakeEnv(std::shared_ptr<rocksdb::FileSystem> file_system, std::function<void()> failed,
                                      std::shared_ptr<std::atomic<int>> jobs) {
  return std::make_unique<FencedEnv>(std::move(file_system), std::move(failed), std::move(jobs));
}

void StartSpareThread() { Spare(); }

}  // namespace muster::storage
