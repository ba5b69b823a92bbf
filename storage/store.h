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
  /// Bound of what is kept decoded, in bytes. What readers hold at the moment comes on top.
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

/// Writes one new segment, which nobody sees until a commit names it. Not thread-safe, but several segments may be
/// written at the same time, each by its thread. Destroying it without a commit leaves bytes that the store sweeps away
/// when it is next opened for writing. After an error, only destroying it is of use.
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

/// Thread-safe, but for Apply, which one thread calls at a time. Apply and destruction delete what dropped segments
/// took, once the last snapshot that reads them is gone.
class Store {
 public:
  /// Opens the store in the directory `path`. NotFound: nothing there and create_if_missing is false (nothing is
  /// created then). FailedPrecondition: an unknown format version, something else than a store, which is left alone, or
  /// a symbolic link to nothing. Unavailable: open for writing already, here or in another process, or the disk fails.
  /// DataLoss: damaged. InvalidArgument: there is no such path. PermissionDenied, ResourceExhausted: see
  /// errno_status.h. A read-only store takes no lock, and sees the version that was current when it was opened,
  /// whatever a writer does.
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
  /// Of a read-only store: takes up what writers have committed since, so that snapshot() is the last version. Whoever
  /// has an earlier snapshot keeps it; what is cached stays. False, and cheap, where there is nothing new. On an error
  /// nothing has changed. FailedPrecondition: the folder is another one than it was, or goes back to an earlier
  /// version. Others as Open. Called by one thread at a time.
  virtual absl::StatusOr<bool> Refresh() = 0;
  /// The version that the documents of `of` pin (pinned_version.h); with its documents. NotFound: none.
  virtual absl::StatusOr<SnapshotPtr> PinnedSnapshot(const Snapshot& of) const = 0;
  /// Whether NewSegment, Apply, PutUnions, FlushUnions and PutLateColumn may be called: FailedPrecondition when it was
  /// opened read-only, in a process that was forked from the one that opened it, and when its folder was moved or
  /// replaced.
  virtual absl::Status Writable() const = 0;
  /// Opens the files that queries read, and reads what they read first, until told to stop: for a thread beside the one
  /// that makes the rest ready. Who does not call this finds the same, later.
  virtual void ReadAhead(const std::stop_token& stop) const = 0;
  /// To be called before a change is begun: where a write has failed, opens the database anew, as nothing can be
  /// written otherwise. The snapshot may be another one then. What is wrong, where that is not possible yet.
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

  /// Keeps unions of postings of one kind, entity and field (the value of `key` does not count) of a segment of the
  /// present version, in place of those that are kept there. They have to be right: SegmentReader::Union() takes one
  /// for the postings of its values. They are not part of a version and may be lost in a crash, but for those before a
  /// FlushUnions(). Called by the thread that applies.
  virtual absl::Status PutUnions(uint32_t segment, const PostingKey& key, std::span<const StoredUnion> unions) = 0;
  virtual absl::Status FlushUnions() = 0;
  /// Adds a column to a segment of the present version, which is finished and does not have it, or replaces one that
  /// was added so. It has to follow from the segment's records: it is not part of a version, and whoever reads an
  /// earlier one sees it, too. Durable on return. InvalidArgument when the segment is not there or `values` do not fit
  /// its rows. Called by the thread that applies.
  virtual absl::Status PutLateColumn(uint32_t segment, const ColumnKey& key, std::span<const int64_t> values) = 0;

  /// Takes off the disk what no version needs any more: rewrites all files, without what was deleted and overwritten.
  /// Takes up to as much space again while it is at it, and reads and writes all of the catalogue. To be called by the
  /// thread that applies, between changes; it opens the database anew, so that snapshot() is another one afterwards,
  /// of the same version. Unavailable, after all else was done, while somebody holds an older snapshot: what that reads
  /// is still there. After a crash nothing is lost, and it can be called again; so when it ends because the thread's
  /// allowance is over, when snapshot() is as it was.
  virtual absl::Status Purge() = 0;

  /// Where the live individual stands in `snapshot`; nullopt when it is not there.
  virtual absl::StatusOr<std::optional<Location>> Find(const Snapshot& snapshot, std::string_view dataset,
                                                       std::string_view id) const = 0;
  /// NotFound when there is none (also below; DataLoss when the manifest names it nevertheless).
  virtual absl::StatusOr<std::string> DictionaryBlock(uint32_t block) const = 0;
  virtual absl::StatusOr<std::string> Ontology(std::string_view id, std::string_view version) const = 0;
  /// Reads every byte of the files that the store needs, and compares with their checksums. Calls `f` for each that is
  /// damaged. For those of before they had checksums, each part of them is read with its own.
  virtual absl::Status VerifyFiles(absl::FunctionRef<void(std::string_view problem)> f) const = 0;
  /// What the store's own notes say beside what its snapshot holds: a problem each.
  virtual absl::Status VerifyNotes(absl::FunctionRef<void(std::string_view problem)> f) const = 0;
  /// Size of the store's files.
  virtual uint64_t DiskBytes() const = 0;
  virtual CacheUse cache_use() const = 0;
  /// FailedPrecondition where the folder at its path is not the one that was opened.
  virtual absl::Status InPlace() const = 0;
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_STORE_H_
