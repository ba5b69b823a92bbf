// The store: segments, ontologies and the manifest in one RocksDB database.
#ifndef MUSTER_STORAGE_STORE_H_
#define MUSTER_STORAGE_STORE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/bits/bitmap.h"
#include "storage/cache_use.h"
#include "storage/codec/column.h"
#include "storage/codec/stored_union.h"
#include "storage/keys.h"
#include "storage/manifest.h"
#include "storage/segment_reader.h"

namespace rocksdb {
class FileSystem;
}

namespace muster::storage {

struct StoreOptions {
  bool create_if_missing = false;
  /// Nothing is written, not even created.
  bool read_only = false;
  /// Upper bound of the cache of decoded objects, in bytes. Objects that readers hold are not included.
  size_t cache_bytes = size_t{192} << 20;
  /// Through which all files are reached, instead of the machine's file system: tests inject faults here.
  std::shared_ptr<rocksdb::FileSystem> file_system = nullptr;
};

/// For tests of what is above the store: the file system of stores that are opened from now on without one of their
/// own. Null for the machine's.
void SetDefaultFileSystem(std::shared_ptr<rocksdb::FileSystem> file_system);

/// What the store holds at one version. Immutable; holding it keeps its segments readable, also when the store is gone,
/// and the database locked until then.
struct Snapshot {
  Manifest manifest = {};
  std::vector<SegmentReaderPtr> segments = {};  ///< parallel to manifest.segments
  /// Small values by name, all in memory: what the catalogue knows beside its individuals. Never null.
  std::shared_ptr<const std::map<std::string, std::string>> documents =
      std::make_shared<const std::map<std::string, std::string>>();
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Writes one new segment, which is invisible until a commit names it. Not thread-safe, but several segments may be
/// written at the same time, each by its own thread. If it is destroyed without a commit, its bytes are removed when
/// the store is next opened for writing. After an error, it can only be destroyed.
class SegmentWriter {
 public:
  virtual ~SegmentWriter() = default;
  virtual uint32_t id() const = 0;
  virtual absl::Status PutRecord(uint32_t row, std::string_view dataset, std::string_view id,
                                 std::string_view record) = 0;
  /// A record that was put here, or in a segment that is finished and that no commit has named yet.
  virtual absl::StatusOr<std::string> Record(uint32_t segment, uint32_t row) = 0;
  virtual absl::Status PutPosting(const PostingKey& key, const Bitmap& bitmap) = 0;
  /// Splits `values` (one per row of the entity) into chunks.
  virtual absl::Status PutColumn(const ColumnKey& key, std::span<const int64_t> values) = 0;
  /// Completes the segment: a commit that adds it makes it durable together with itself. `rows` per entity. Nothing may
  /// be put afterwards. InvalidArgument when records, postings or columns do not fit `rows`.
  virtual absl::StatusOr<SegmentInfo> Finish(std::vector<uint32_t> rows) = 0;
};

/// One atomic change from one version to the next. (The members have initialisers so that designated ones may omit
/// any without a warning.)
struct Commit {
  std::vector<SegmentInfo> add_segments = {};
  std::vector<uint32_t> drop_segments = {};
  /// New live bitmaps of segments, old or new.
  std::vector<std::pair<uint32_t, Bitmap>> live = {};
  /// Appended to the dictionary as one block, unless empty. `dictionary_before` is how far the dictionary went that the
  /// block and the records of `add_segments` go on from, and `dictionary` how far it goes then.
  std::string dictionary_block = {};
  DictionaryState dictionary_before = {};
  DictionaryState dictionary = {};
  /// The block takes the place of all blocks before it: of a dictionary that has lost texts.
  bool replaces_dictionary = false;
  /// Added, or replaced where id and version are there already.
  std::vector<std::pair<OntologyInfo, std::string>> ontologies = {};
  /// Documents by name: added, replaced, or with an empty value removed.
  std::vector<std::pair<std::string, std::string>> documents = {};
};

/// Where an individual stands.
struct Location {
  uint32_t segment = 0;
  uint32_t row = 0;
};

/// What the store holds beside its segments, at the version of `manifest`. Kept by nobody: a later commit may replace
/// parts of it, and then what is read here is of a later version.
class StoredParts {
 public:
  virtual ~StoredParts() = default;
  virtual const Manifest& manifest() const = 0;
  /// DataLoss: there is none (also below).
  virtual absl::StatusOr<std::string> DictionaryBlock(uint32_t block) const = 0;
  virtual absl::StatusOr<std::string> Ontology(std::string_view id, std::string_view version) const = 0;
  /// Whether nothing was committed since, so that all that was read is of this version.
  virtual absl::StatusOr<bool> IsPresent() const = 0;
};

/// Thread-safe, but for Apply, which one thread calls at a time. Apply and destruction delete what dropped segments
/// took, once the last snapshot that reads them is gone.
class Store {
 public:
  /// Opens the store in the directory `path`. A read-only store takes no lock, and sees the version that was current
  /// when it was opened, whatever a writer does. Errors: NotFound: there is nothing and create_if_missing is false
  /// (then nothing is created). FailedPrecondition: an unknown format version, something else than a store (which is
  /// left alone), or a dangling symbolic link. Unavailable: already open for writing, in this process or another, or
  /// the disk fails. DataLoss: damaged. InvalidArgument: the path is not valid. PermissionDenied, ResourceExhausted:
  /// see errno_status.h.
  static absl::StatusOr<std::unique_ptr<Store>> Open(const std::string& path, const StoreOptions& options);
  virtual ~Store() = default;

  /// Copies the store at `from` as it is now, which others may be reading and writing, into the new folder `to`, and
  /// returns its version. The copy is durable, and its files were compared with their checksums; until then it has
  /// another name, and what was written of it is removed on an error. FailedPrecondition: there is something at `to`.
  /// When the thread's allowance is over, it ends so. Others as Open. With `known`, what is at `from` is to be that
  /// store, at that version or a later one; else FailedPrecondition.
  static absl::StatusOr<uint64_t> Copy(const std::string& from, const std::string& to,
                                       std::shared_ptr<rocksdb::FileSystem> file_system = nullptr,
                                       const Manifest* known = nullptr);

  /// The canonical path of its folder.
  virtual const std::string& path() const = 0;
  virtual SnapshotPtr snapshot() const = 0;
  /// For a read-only store: makes what writers have committed since visible, so that snapshot() is the last version.
  /// Earlier snapshots stay valid; caches are kept. Returns false, cheaply, if there is nothing new. After an error
  /// nothing has changed. Called by one thread at a time. Errors: FailedPrecondition: the folder was replaced, or goes
  /// back to an earlier version. Others as for Open.
  virtual absl::StatusOr<bool> Refresh() = 0;
  /// The version that the documents of `of` pin (pinned_version.h); with its documents. NotFound: none.
  virtual absl::StatusOr<SnapshotPtr> PinnedSnapshot(const Snapshot& of) const = 0;
  /// Whether NewSegment, Apply, PutUnions, FlushUnions and PutLateColumn may be called: FailedPrecondition when it was
  /// opened read-only, in a process that was forked from the one that opened it, and when its folder was moved or
  /// replaced.
  virtual absl::Status Writable() const = 0;
  /// Opens the files that queries read, and reads what they need first, until stopped. For a thread that runs beside
  /// the rest of opening; without it the same happens later, during queries.
  virtual void ReadAhead(const std::stop_token& stop) const = 0;
  /// To be called before each change: if a write has failed, opens the database again, as nothing can be written
  /// otherwise; snapshot() may then be another one. The error, if that is not possible yet.
  virtual absl::Status MakeWritable() = 0;
  /// Of one change: all segments of a commit are made without MakeWritable() between them.
  virtual absl::StatusOr<std::unique_ptr<SegmentWriter>> NewSegment() = 0;
  using BeforeCommit = absl::FunctionRef<absl::Status(const SnapshotPtr& next)>;
  /// Durable and visible to snapshot() on return. `before` is called with the snapshot to be, when all is ready but the
  /// write itself: its error is returned, and nothing is written.
  /// InvalidArgument: `commit` contradicts itself or the current version; Aborted: its dictionary goes on from another
  /// state than the store's. On an error nothing has changed, with one exception: Unavailable that says so, when the
  /// disk failed in the midst of the write and does not let the outcome be read either. The next MakeWritable() that
  /// succeeds shows it in snapshot().
  /// Live bitmaps of all rows are not stored; live counts of `add_segments` are not read, but follow from `live`.
  virtual absl::Status Apply(Commit commit, BeforeCommit before) = 0;
  absl::Status Apply(Commit commit) {
    return Apply(std::move(commit), [](const SnapshotPtr&) { return absl::OkStatus(); });
  }

  /// Stores unions of postings of one kind, entity and field (the value of `key` is not used) of a segment of the
  /// current version, in place of those that are stored there. They must be correct: SegmentReader::Union() reads them
  /// instead of the postings. They are not part of a version, and a crash may lose those since the last FlushUnions().
  /// Called by the thread that applies.
  virtual absl::Status PutUnions(uint32_t segment, const PostingKey& key, std::span<const StoredUnion> unions) = 0;
  virtual absl::Status FlushUnions() = 0;
  /// Adds a column to a finished segment of the current version that does not have it, or replaces one that was added
  /// this way. Its values must be derived from the segment's records: it is not part of a version, and readers of
  /// earlier versions see it, too. Durable on return. Called by the thread that applies. Errors: InvalidArgument: there
  /// is no such segment, or `values` do not fit its rows.
  virtual absl::Status PutLateColumn(uint32_t segment, const ColumnKey& key, std::span<const int64_t> values) = 0;

  /// Erases from disk what no version needs any more: rewrites all files without what was deleted or overwritten. Reads
  /// and writes the whole catalogue, and needs up to its size in free space. Called by the thread that applies, between
  /// changes. Opens the database again, so that snapshot() is afterwards another one, of the same version. After a
  /// crash, or when it ends because the thread's allowance is used up (snapshot() is then unchanged), nothing is lost
  /// and it can be called again. Errors: Unavailable: an older snapshot is still held, whose data was kept; everything
  /// else is done.
  virtual absl::Status Purge() = 0;

  /// The location of the live individual in `snapshot`; nullopt if there is none.
  virtual absl::StatusOr<std::optional<Location>> Find(const Snapshot& snapshot, std::string_view dataset,
                                                       std::string_view id) const = 0;
  /// NotFound if there is none (also below; DataLoss if the manifest names it).
  virtual absl::StatusOr<std::string> DictionaryBlock(uint32_t block) const = 0;
  virtual absl::StatusOr<std::string> Ontology(std::string_view id, std::string_view version) const = 0;
  /// Reads every byte of the files that the store needs, and compares with their checksums. Calls `f` for each that is
  /// damaged. For those of before they had checksums, each part of them is read with its own.
  virtual absl::Status VerifyFiles(absl::FunctionRef<void(std::string_view problem)> f) const = 0;
  /// Problems found by comparing the store's notes with its snapshot.
  virtual absl::Status VerifyNotes(absl::FunctionRef<void(std::string_view problem)> f) const = 0;
  /// Size of the store's files.
  virtual uint64_t DiskBytes() const = 0;
  virtual CacheUse cache_use() const = 0;
  /// FailedPrecondition where the folder at its path is not the one that was opened.
  virtual absl::Status InPlace() const = 0;
  /// To be called after Purge, once nobody who calls holds an earlier snapshot: makes sure that the files are gone
  /// which were there before it. Errors: Unavailable: a reader of an earlier snapshot needs some, or they cannot
  /// be removed.
  virtual absl::Status RemoveOldFiles() = 0;
  /// Of the version that is stored now, which may be later than that of snapshot().
  virtual absl::StatusOr<std::unique_ptr<StoredParts>> Stored() const = 0;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_STORE_H_
