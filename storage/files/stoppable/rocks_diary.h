// RocksDB's own diary, the file LOG: whether it can be written is of no importance.
#ifndef MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_DIARY_H_
#define MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_DIARY_H_

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <memory>

namespace muster::storage {

/// A diary to which lines are added as long as that succeeds. (RocksDB's own ends the process at the line after the one
/// that failed, where assertions are on.) `file` may be null. Thread-safe.
std::shared_ptr<rocksdb::Logger> MakeDiary(std::unique_ptr<rocksdb::FSWritableFile> file);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_DIARY_H_
