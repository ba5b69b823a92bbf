// One open RocksDB database with the column families of a store.
#ifndef MUSTER_STORAGE_ROCKS_DB_H_
#define MUSTER_STORAGE_ROCKS_DB_H_

#include <rocksdb/db.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/rocks_ids.h"

namespace muster::storage {

enum ColumnFamily { kDefault, kRecords, kIds, kPostings, kColumns, kOntologies, kColumnFamilyCount };

/// The names on disk, by number.
inline constexpr const char* kColumnFamilyNames[kColumnFamilyCount] = {"default",  "records", "ids",
                                                                       "postings", "columns", "ontologies"};

/// Thread-safe. The store and all segment readers share it; the last of them closes it.
class RocksDb {
 public:
  struct OpenOptions {
    bool create_if_missing = false;
    bool read_only = false;
  };
  /// Creates the database where it is missing and may be created. The caller has seen to it that nothing else stands
  /// at `path`. Errors as of StatusOf.
  static absl::StatusOr<std::shared_ptr<RocksDb>> Open(const std::string& path, const OpenOptions& options);
  /// Of the column family `default` of the database at `path`, which is neither locked nor changed.
  struct Glimpse {
    std::optional<std::string> value;  ///< of the key asked for
    bool empty = false;                ///< there is no key at all
  };
  static absl::StatusOr<Glimpse> Peek(const std::string& path, const std::string& key);
  /// The names of the column families of the database at `path`, sorted. Neither locks nor changes it.
  static absl::StatusOr<std::vector<std::string>> ListColumnFamilies(const std::string& path);

  ~RocksDb();
  RocksDb(const RocksDb&) = delete;
  RocksDb& operator=(const RocksDb&) = delete;

  rocksdb::DB& db() const { return *db_; }
  rocksdb::ColumnFamilyHandle* handle(ColumnFamily family) const { return handles_[family]; }
  const std::string& path() const { return path_; }
  DeadSegments& dead_segments() const { return *dead_segments_; }

  /// False when the key is absent.
  absl::StatusOr<bool> Get(ColumnFamily family, const std::string& key, rocksdb::PinnableSlice* value) const;
  /// Whether no column family has any key.
  absl::StatusOr<bool> Empty() const;
  /// A DataLoss that says which store and what.
  absl::Status Damaged(std::string_view what) const;

 private:
  RocksDb() = default;

  std::string path_;
  std::shared_ptr<DeadSegments> dead_segments_ = std::make_shared<DeadSegments>();
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_DB_H_
