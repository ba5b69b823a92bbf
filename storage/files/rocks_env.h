// The environment in which RocksDB runs for us: our file system, and background work in threads of ours.
#ifndef MUSTER_STORAGE_FILES_ROCKS_ENV_H_
#define MUSTER_STORAGE_FILES_ROCKS_ENV_H_

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <functional>
#include <memory>

namespace muster::storage {

/// An environment with the files of `file_system`; the rest is the machine's. Each background job of RocksDB runs in a
/// thread of its own. Jobs are rare, and the threads of RocksDB's pool, which are not used, would be missing in a
/// forked process, where `exit` would wait for them for ever. If an exception leaves a job, such as when there is no
/// memory, `failed` is called instead of ending the process, again until it does not throw; closing RocksDB would then
/// wait for ever for that job.
/// `jobs` is how many have been scheduled and have not ended, in one way or the other; it is notified.
std::unique_ptr<rocksdb::Env> MakeEnv(std::shared_ptr<rocksdb::FileSystem> file_system, std::function<void()> failed,
                                      std::shared_ptr<std::atomic<int>> jobs);

/// Of a database that is opened for writing: starts the thread that works where no other can be started. There is one
/// in a process. std::system_error where it cannot be started.
void StartSpareThread();

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_ROCKS_ENV_H_
