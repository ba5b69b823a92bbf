// How RocksDB is set up for us.
#ifndef MUSTER_STORAGE_ROCKS_OPTIONS_H_
#define MUSTER_STORAGE_ROCKS_OPTIONS_H_

#include <rocksdb/options.h>

#include <memory>
#include <vector>

#include "storage/rocks_db.h"

namespace muster::storage {

/// With read_only nothing is written, not even RocksDB's own log.
rocksdb::DBOptions RocksOptions(bool read_only);

/// In the order of ColumnFamily.
std::vector<rocksdb::ColumnFamilyDescriptor> RocksColumnFamilies(std::shared_ptr<const DeadSegments> dead_segments);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_OPTIONS_H_
