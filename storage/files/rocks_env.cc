#include "storage/files/rocks_env.h"

#include <system_error>
#include <thread>
#include <utility>

namespace muster::storage {
namespace {

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
    auto* const job = new Job{function, unscheduled, argument, failed_};
    try {
      // Closing the database waits for what it does.
      std::thread(&Run, job).detach();
    } catch (const std::system_error&) {  // there are no more threads
      EnvWrapper::Schedule(&Run, job, priority, tag, &Drop);
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
