// Files to read whose bytes are in memory.
#ifndef MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_MEMORY_FILE_H_
#define MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_MEMORY_FILE_H_

#include <rocksdb/file_system.h>

#include <memory>
#include <string>

namespace muster::storage {

std::unique_ptr<rocksdb::FSSequentialFile> MakeSequentialFile(std::string bytes);
std::unique_ptr<rocksdb::FSRandomAccessFile> MakeRandomAccessFile(std::string bytes);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_MEMORY_FILE_H_
