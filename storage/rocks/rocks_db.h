// One open RocksDB database with the column families of a store.
#ifndef MUSTER_STORAGE_ROCKS_ROCKS_DB_H_
#define MUSTER_STORAGE_ROCKS_ROCKS_DB_H_

#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/file_system.h>
#include <rocksdb/iterator.h>
#include <rocksdb/write_batch.h>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/files/process_end.h"
#include "storage/files/rocks_frozen_files.h"
#include "storage/files/stoppable/rocks_stoppable_files.h"
#include "storage/files/writer_lock.h"
#include "storage/rocks/rocks_ids.h"

namespace muster::storage {

enum ColumnFamily { kDefault, kRecords, kIds, kPostings, kColumns, kOntologies, kColumnFamilyCount };

/// The names on disk, by number.
inline constexpr const char* kColumnFamilyNames[kColumnFamilyCount] = {"default",  "records", "ids",
                                                                       "postings", "columns", "ontologies"};

/// Thread-safe. Shared by the store and all segment readers; the last of them closes it. After a failed write or an
/// exception it is not written to again: those who hold it go on reading, while the store opens another one.
class RocksDb {
 public:
  struct OpenOptions {
    bool create_if_missing = false;
    bool read_only = false;
    /// The canonical path of its folder, if the caller knows it; else it is found now. A relative path may lead
    /// elsewhere once the process works in another folder.
    std::string directory = {};
    /// The files to read, if the caller has already taken them; else they are taken by Open. Only with read_only.
    std::shared_ptr<FrozenFiles> files = nullptr;
    /// Holds the folder; else it is taken now. Only without read_only.
    std::shared_ptr<WriterLock> lock = nullptr;
    /// Where the files are; null: in the file system of the machine.
    std::shared_ptr<rocksdb::FileSystem> file_system = nullptr;
    /// A retired database of the same directory that may still have readers. Table files are kept as long as it exists.
    std::shared_ptr<const RocksDb> in_place_of = nullptr;
  };
  /// Creates the database if it is missing and may be created; the folder must then exist and be empty. `path` is the
  /// user's name of the folder. Errors as for StatusOf and WriterLock::Take.
  static absl::StatusOr<std::shared_ptr<RocksDb>> Open(const std::string& path, OpenOptions options);
  /// Of the column family `default` of a database.
  struct PeekResult {
    std::optional<std::string> value;  ///< of the key asked for
    bool empty = false;                ///< the database has no keys
  };
  static absl::StatusOr<PeekResult> Peek(const std::string& path, const std::string& directory,
                                         const std::shared_ptr<FrozenFiles>& files, const std::string& key);
  /// The names of the column families of a database, sorted.
  static absl::StatusOr<std::vector<std::string>> ListColumnFamilies(const std::string& path,
                                                                     const std::string& directory,
                                                                     const std::shared_ptr<FrozenFiles>& files);

  ~RocksDb();
  RocksDb(const RocksDb&) = delete;
  RocksDb& operator=(const RocksDb&) = delete;

  rocksdb::DB& db() const { return *db_; }
  rocksdb::ColumnFamilyHandle* handle(ColumnFamily family) const { return handles_[family]; }
  /// What the user calls it, for messages.
  const std::string& path() const { return path_; }
  /// The canonical path of its folder.
  const std::string& directory() const { return directory_; }
  /// FailedPrecondition when it was opened read-only, or as of WriterLock::Held.
  absl::Status Writable() const;
  /// Null when it was opened read-only.
  const std::shared_ptr<WriterLock>& lock() const { return lock_; }
  DeadSegments& dead_segments() const { return *dead_segments_; }

  /// Writes all of `batch`; `doing` completes "while ..." in messages. After an error, it is unknown whether it was
  /// written until the database is opened again: what was not synced is cut off, if possible.
  absl::Status Write(rocksdb::WriteBatch& batch, const rocksdb::WriteOptions& options, std::string_view doing) const;
  /// Memtables to files. Durable on return; unless `wait`, it is only begun.
  absl::Status Flush(const std::vector<ColumnFamily>& families, std::string_view doing, bool wait = true) const;
  /// Writes memtables to files, and rewrites all files without what was deleted or overwritten. Durable on return.
  absl::Status RewriteFiles(std::string_view doing) const;
  /// The names of its table files, logs and manifests on the disk, needed or not.
  std::vector<std::string> DataFiles() const;
  /// Of `names`, removes those that are there and not needed any more: RocksDB tells nobody when that fails. False
  /// while an earlier database keeps some of them.
  absl::StatusOr<bool> RemoveUnneeded(const std::vector<std::string>& names, std::string_view doing) const;
  /// OK while it can be written to, else why not.
  absl::Status Usable() const;
  /// Makes no more changes on the disk, and frees the lock.
  void Retire() const;
  /// What it is read and written through.
  const std::shared_ptr<rocksdb::FileSystem>& file_system() const { return env_->GetFileSystem(); }
  /// What it is written through; null when read-only.
  StoppableFiles* files() const { return health_->files.get(); }

  /// Removes files all of whose keys are in the range. Where that fails, a compaction will.
  void DeleteFiles(ColumnFamily family, const std::string& begin, const std::string& end) const;

  /// About how many bytes of files the keys of the range take; 0 where that is not known.
  uint64_t ApproximateBytes(ColumnFamily family, const std::string& begin, const std::string& end) const;
  /// Over the family's present content.
  std::unique_ptr<rocksdb::Iterator> NewIterator(ColumnFamily family, const rocksdb::ReadOptions& options) const;
  /// False when the key is absent.
  absl::StatusOr<bool> Get(ColumnFamily family, const std::string& key, rocksdb::PinnableSlice* value) const;
  /// Whether no column family has any key.
  absl::StatusOr<bool> Empty() const;
  /// A DataLoss that says which store and what.
  absl::Status Damaged(std::string_view what) const;

 private:
  RocksDb();
  /// The files that the database gets: as they are now for reading, or stoppable ones under the writer's lock. Takes
  /// what it needs of `open`. directory_ is known.
  absl::StatusOr<std::shared_ptr<rocksdb::FileSystem>> TakeFiles(OpenOptions* open);

  /// The state of RocksDB after an exception (such as when there is no memory), which it does not expect. Shared with
  /// its threads.
  struct Health {
    /// References are held that will never be released, so closing would wait for ever or end the process: it is never
    /// closed.
    std::atomic<bool> unclosable = false;
    /// The lock for writing may be held as well: nothing is written to it.
    std::atomic<bool> unwritable = false;
    /// A thread may not be able to read it again: nothing is read of it either.
    std::atomic<bool> unreadable = false;
    std::shared_ptr<StoppableFiles> files;  // null when read-only
    /// While it is open.
    std::atomic<rocksdb::DB*> db = nullptr;

    void StopWriting();
    /// For an exception in a background job: wakes who waits for its end, with an error.
    void JobFailed();
  };
  absl::Status Change(std::string_view doing, absl::FunctionRef<rocksdb::Status()> change) const;
  /// Lets no background job begin, and waits for those that have. Closing waits as well, but not for those that fail.
  void EndJobs() const;

  const pid_t process_;
  std::string path_;
  std::string directory_;
  std::shared_ptr<WriterLock> lock_;
  const std::shared_ptr<Health> health_ = std::make_shared<Health>();
  const std::shared_ptr<std::atomic<int>> jobs_ = std::make_shared<std::atomic<int>>(0);
  std::unique_ptr<rocksdb::Env> env_;  // outlives db_
  std::shared_ptr<DeadSegments> dead_segments_ = std::make_shared<DeadSegments>();
  std::unique_ptr<TimerThread> timer_;  // where it is open for writing; outlives db_
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_ROCKS_ROCKS_DB_H_
