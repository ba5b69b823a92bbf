#include "storage/files/rocks_env.h"

#include <chrono>
#include <cstddef>
#include <exception>
#include <memory>
#include <new>
#include <thread>
#include <utility>

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

class FencedEnv final : public rocksdb::EnvWrapper {
 public:
  FencedEnv(std::shared_ptr<rocksdb::FileSystem> file_system, std::function<void()> failed)
      : EnvWrapper(rocksdb::NewCompositeEnv(file_system)), failed_(std::move(failed)) {
    // The wrapper's own would go the way round by the old interface.
    file_system_ = std::move(file_system);
    system_clock_ = rocksdb::Env::Default()->GetSystemClock();
  }

  void Schedule(void (*function)(void*), void* argument, Priority priority, void* tag,
                void (*unscheduled)(void*)) override {
    // The database has counted the job already and holds its lock: an exception would leave it waiting for one that
    // never comes. So this waits for the memory, which others give back.
    Job* const job = Persist([&] { return new Job{function, unscheduled, argument, failed_}; });
    try {
      // Closing the database waits for what it does.
      std::thread(&Run, job).detach();
    } catch (const std::exception&) {  // there are no more threads, or no memory for one
      Persist([&] {
        EnvWrapper::Schedule(&Run, job, priority, tag, &Drop);
        return true;
      });
    }
  }

 private:
  struct Job {
    void (*function)(void*);
    void (*unscheduled)(void*);
    void* argument;
    std::function<void()> failed;
  };

  static void Run(void* argument) {
    const std::unique_ptr<Job> job(static_cast<Job*>(argument));
    try {
      // RocksDB's jobs do not expect exceptions, and where its assertions are on, one in the midst of a compaction ends
      // the process. So where memory is short already, this waits with the job for a while.
      ::operator delete(Persist([] { return ::operator new(kRoomForAJob); }));
    } catch (const std::bad_alloc&) {  // no longer
    }
    // And where it ends in the midst of the job, there is some that was kept back.
    const MemoryReserve reserve;
    try {
      job->function(job->argument);
    } catch (...) {
      job->failed();
    }
  }

  static void Drop(void* argument) {
    const std::unique_ptr<Job> job(static_cast<Job*>(argument));
    if (job->unscheduled != nullptr) job->unscheduled(job->argument);
  }

  const std::function<void()> failed_;
};

}  // namespace

std::unique_ptr<rocksdb::Env> MakeEnv(std::shared_ptr<rocksdb::FileSystem> file_system, std::function<void()> failed) {
  return std::make_unique<FencedEnv>(std::move(file_system), std::move(failed));
}

}  // namespace muster::storage
