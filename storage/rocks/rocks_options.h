// How RocksDB is set up for us.
#ifndef MUSTER_STORAGE_ROCKS_ROCKS_OPTIONS_H_
#define MUSTER_STORAGE_ROCKS_ROCKS_OPTIONS_H_

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>
#include <rocksdb/options.h>

#include <memory>
#include <vector>

#include "storage/rocks/rocks_db.h"

namespace muster::storage {

/// With read_only nothing is written, not even RocksDB's own log. `env` outlives the database.
rocksdb::DBOptions RocksOptions(bool read_only, rocksdb::Env* env);

/// `given`, else the one of SetDefaultFileSystem(), else the machine's. What is no file is not opened by it
/// (RegularFiles). Never null.
std::shared_ptr<rocksdb::FileSystem> FileSystemOr(std::shared_ptr<rocksdb::FileSystem> given);

/// In the order of ColumnFamily.
std::vector<rocksdb::ColumnFamilyDescriptor> RocksColumnFamilies(std::shared_ptr<const DeadSegments> dead_segments);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_ROCKS_OPTIONS_H_
