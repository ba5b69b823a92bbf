// A batch of changes to the database that stays intact when memory runs out.
#ifndef MUSTER_STORAGE_FILES_ROCKS_BATCH_H_
#define MUSTER_STORAGE_FILES_ROCKS_BATCH_H_

#include <rocksdb/write_batch.h>

#include <algorithm>
#include <cstddef>

namespace muster::storage {

/// RocksDB's own asserts, on the way of an exception, that nothing went wrong while it added a change, which ends the
/// process where RocksDB is built with assertions. So room for the change is made before, where std::bad_alloc leaves
/// the batch as it was.
class RocksBatch final : public rocksdb::WriteBatch {
 public:
  using WriteBatch::Delete;
  using WriteBatch::DeleteRange;
  using WriteBatch::Put;

  // (What has no column family calls these.)
  rocksdb::Status Put(rocksdb::ColumnFamilyHandle* family, const rocksdb::Slice& key,
                      const rocksdb::Slice& value) override {
    MakeRoom(key.size() + value.size());
    return WriteBatch::Put(family, key, value);
  }
  rocksdb::Status Delete(rocksdb::ColumnFamilyHandle* family, const rocksdb::Slice& key) override {
    MakeRoom(key.size());
    return WriteBatch::Delete(family, key);
  }
  rocksdb::Status DeleteRange(rocksdb::ColumnFamilyHandle* family, const rocksdb::Slice& begin,
                              const rocksdb::Slice& end) override {
    MakeRoom(begin.size() + end.size());
    return WriteBatch::DeleteRange(family, begin, end);
  }

 private:
  // More than the kind of a change, its column family and two lengths take.
  static constexpr size_t kOfEachChange = 32;

  void MakeRoom(size_t bytes) {
    const size_t needed = rep_.size() + bytes + kOfEachChange;
    if (needed > rep_.capacity()) rep_.reserve(std::max(needed, 2 * rep_.capacity()));
  }
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_ROCKS_BATCH_H_
