// RocksDB's info log, the file LOG. No data depends on it, so that failures to write it are ignored.
#ifndef MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_INFO_LOG_H_
#define MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_INFO_LOG_H_

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <memory>

namespace muster::storage {

/// A logger that writes to `file` until a line fails, and nothing after that. (RocksDB's own logger ends the process at
/// the next line, if assertions are enabled.) `file` may be null. Thread-safe.
std::shared_ptr<rocksdb::Logger> MakeInfoLog(std::unique_ptr<rocksdb::FSWritableFile> file);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_INFO_LOG_H_
