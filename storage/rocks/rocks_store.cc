#include "storage/rocks/rocks_store.h"

#include <rocksdb/iterator.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <utility>
#include <vector>

#include "absl/memory/memory.h"
#include "absl/strings/str_cat.h"
#include "storage/codec/bytes.h"
#include "storage/files/absl_text.h"
#include "storage/files/crash_point.h"
#include "storage/files/process_end.h"
#include "storage/files/status_of.h"
#include "storage/rocks/rocks_segment_writer.h"

namespace muster::storage {
namespace {

constexpr std::string_view kPurging = "taking what was deleted off the disk";

absl::Status StillRead(const std::string& path) {
  return absl::UnavailableError(absl::StrCat(
      path,
      ": a query still reads what was deleted, or a file cannot be removed: some of it is still on the disk. Compact "
      "again later."));
}

}  // namespace

RocksStore::RocksStore(std::shared_ptr<RocksDb> db, const StoreOptions& options)
    : path_(db->path()),
      directory_(db->directory()),
      cache_(std::make_shared<ObjectCache>(options.cache_bytes)),
      read_only_(options.read_only),
      file_system_(options.file_system),
      folder_(FolderIdOf(directory_)) {}

absl::StatusOr<Manifest> RocksStore::ReadManifest(const RocksDb& db, const std::optional<VersionNote>& note) {
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db.Get(kDefault, ManifestKey(), &bytes);
  if (!found.ok()) return found.status();
  if (!*found) return db.Damaged("the manifest is missing");
  absl::StatusOr<Manifest> manifest = Manifest::Parse(bytes.ToStringView());
  if (!manifest.ok()) return db.Damaged(MessageOf(manifest.status()));
  if (!note) return manifest;
  if (manifest->version < note->version) {
    return db.Damaged(absl::StrCat("version ", note->version, " was committed, and what can be read ends with version ",
                                   manifest->version, ", as a file is damaged or an older one"));
  }
  // The first commit gives a catalogue its id, and is written before it is noted.
  const bool has_id = note->catalogue != CatalogueId();
  if (has_id && manifest->catalogue != note->catalogue) return db.Damaged("it has files of another catalogue");
  return manifest;
}

absl::StatusOr<std::unique_ptr<Store>> RocksStore::Load(std::shared_ptr<RocksDb> db, const StoreOptions& options,
                                                        const std::optional<VersionNote>& note) {
  absl::StatusOr<Manifest> manifest = ReadManifest(*db, note);
  if (!manifest.ok()) return manifest.status();
  auto store = absl::WrapUnique(new RocksStore(db, options));
  const absl::Status status = store->Adopt(std::move(db), *std::move(manifest));
  if (!status.ok()) return status;
  return store;
}

absl::Status RocksStore::Adopt(std::shared_ptr<RocksDb> db, Manifest manifest) {
  auto documents = ReadDocuments(*db);
  if (!documents.ok()) return documents.status();
  std::shared_ptr<SegmentNumbers> numbers;
  std::optional<Reclaimer> reclaimer;
  if (!read_only_) {
    const absl::StatusOr<std::optional<Manifest>> pinned = PinnedIn(*documents);
    if (!pinned.ok()) return pinned.status();
    const absl::StatusOr<uint32_t> next = reclaimer.emplace(db).Sweep(manifest, NeedsOf(*pinned));
    if (!next.ok()) return next.status();
    // Numbers of abandoned segments are not used again, as caches are keyed by them.
    numbers = std::make_shared<SegmentNumbers>(db, std::max(*next, numbers_ != nullptr ? numbers_->next() : 0));
  }
  auto snapshot = std::make_shared<Snapshot>();
  for (const SegmentInfo& info : manifest.segments) {
    snapshot->segments.push_back(MakeReader(db, info, nullptr, nullptr));
  }
  snapshot->manifest = std::move(manifest);
  snapshot->documents = std::make_shared<const std::map<std::string, std::string>>(*std::move(documents));
  if (!read_only_) {
    numbers_ = std::move(numbers);
    reclaimer_.swap(reclaimer);
    Note(snapshot->manifest);
  }
  absl::MutexLock lock(&snapshot_mutex_);
  db_.swap(db);
  snapshot_ = std::move(snapshot);
  return absl::OkStatus();
}

absl::StatusOr<std::map<std::string, std::string>> RocksStore::ReadDocuments(const RocksDb& db) {
  std::map<std::string, std::string> documents;
  const std::string prefix = DocumentPrefix();
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  const std::unique_ptr<rocksdb::Iterator> it = db.NewIterator(kDefault, options);
  for (it->Seek(prefix); it->Valid() && it->key().ToStringView().starts_with(prefix); it->Next()) {
    documents.emplace(it->key().ToStringView().substr(prefix.size()), it->value().ToStringView());
  }
  const absl::Status status = StatusOf(it->status(), db.path(), "reading the documents");
  if (!status.ok()) return status;
  return documents;
}

RocksStore::~RocksStore() {
  std::shared_ptr<RocksDb> db;
  Manifest manifest;
  try {
    {
      absl::MutexLock lock(&snapshot_mutex_);
      db = std::move(db_);
      if (snapshot_ != nullptr) manifest = snapshot_->manifest;
      snapshot_ = nullptr;
    }
    if (db == nullptr || db->lock() == nullptr || IsProcessEnding() || !db->Writable().ok() || !db->Usable().ok())
      return;
    reclaimer_->Reclaim();
    // So that nothing is only in the log: RocksDB cannot distinguish a damaged log from one that a crash cut off. What
    // names the rest is written last.
    absl::Status flushed = db->Flush({kRecords, kIds, kPostings, kColumns, kOntologies}, "closing");
    if (flushed.ok()) flushed = db->Flush({kDefault}, "closing");
    if (!flushed.ok() || note_ == nullptr) return;
    if (note_->Write({manifest.catalogue, manifest.version}).ok()) note_->Sync().IgnoreError();
  } catch (const std::exception&) {  // no memory: what is not done here is done at the next opening
  }
}

std::shared_ptr<RocksDb> RocksStore::db() const {
  absl::MutexLock lock(&snapshot_mutex_);
  return db_;
}

void RocksStore::Note(const Manifest& manifest) {
  const VersionNote note{manifest.catalogue, manifest.version};
  // If the note is not up to date, the commit is still valid.
  if (note_ == nullptr) {
    auto opened = VersionNoteFile::Open(file_system_, directory_, note);
    if (opened.ok()) note_ = *std::move(opened);
  } else if (!note_->Write(note).ok()) {
    note_ = nullptr;
  }
}

absl::Status RocksStore::MakeWritable() {
  absl::Status status = Writable();
  if (!status.ok() || db()->Usable().ok()) return status;
  return Reopen();
}

absl::Status RocksStore::Reopen() {
  const std::shared_ptr<RocksDb> old = db();
  old->Retire();
  const absl::StatusOr<std::optional<VersionNote>> note = VersionNoteFile::Read(*file_system_, path_, directory_);
  if (!note.ok()) return note.status();
  absl::StatusOr<std::shared_ptr<RocksDb>> opened =
      RocksDb::Open(directory_, {.lock = old->lock(), .file_system = file_system_, .in_place_of = old});
  if (!opened.ok()) return opened.status();
  absl::StatusOr<Manifest> manifest = ReadManifest(**opened, *note);
  if (!manifest.ok()) return manifest.status();
  return Adopt(*std::move(opened), *std::move(manifest));
}

SnapshotPtr RocksStore::snapshot() const {
  absl::MutexLock lock(&snapshot_mutex_);
  return snapshot_;
}

void RocksStore::ReadAhead(const std::stop_token& stop) const {
  const std::shared_ptr<const RocksDb> db = this->db();
  const std::unique_ptr<rocksdb::Iterator> postings = db->NewIterator(kPostings, {});
  const std::unique_ptr<rocksdb::Iterator> columns = db->NewIterator(kColumns, {});
  for (const SegmentInfo& info : snapshot()->manifest.segments) {
    if (stop.stop_requested()) return;
    // To see the value its block is read, in which there are more.
    postings->Seek(DirectoryPrefix(info.id));
    if (postings->Valid()) postings->value();
    columns->Seek(SegmentPrefix(info.id));
  }
}

absl::StatusOr<std::unique_ptr<SegmentWriter>> RocksStore::NewSegment() {
  const absl::Status status = Writable();
  if (!status.ok()) return status;
  const std::shared_ptr<RocksDb> db = this->db();
  if (absl::Status usable = db->Usable(); !usable.ok()) return usable;
  const absl::StatusOr<uint32_t> id = numbers_->Take();
  if (!id.ok()) return id.status();
  return std::make_unique<RocksSegmentWriter>(db, numbers_, *id);
}

absl::Status RocksStore::Apply(Commit commit, BeforeCommit before) {
  const absl::Status status = ApplyNow(std::move(commit), before);
  if (!status.ok()) return status;
  // Now that the commit has let go of the snapshot before it. It stands, whatever comes of this.
  try {
    cache_->Forget(reclaimer_->Reclaim());
  } catch (const std::exception&) {  // no memory
  }
  return status;
}

absl::Status RocksStore::Purge() {
  if (absl::Status status = MakeWritable(); !status.ok()) return status;
  reclaimer_->Reclaim();
  const bool held = reclaimer_->Waits();
  old_files_ = db()->DataFiles();
  if (absl::Status status = db()->RewriteFiles(kPurging); !status.ok()) return status;
  CrashPoint(kPurgePoint);
  // RocksDB's manifest contains the first and last key of every file that existed; opening starts a new one.
  if (absl::Status status = Reopen(); !status.ok()) return status;
  const SnapshotPtr present = snapshot();
  const absl::StatusOr<std::optional<Manifest>> pinned = PinnedIn(*present->documents);
  if (!pinned.ok()) return pinned.status();
  if (HasMoreThan(NeedsOf(*pinned), present->manifest)) {
    return absl::FailedPreconditionError(absl::StrCat(
        path_, ": guests are shown a version that needs some of what was deleted, so that it is still on the disk."));
  }
  return held ? StillRead(path_) : absl::OkStatus();
}

absl::Status RocksStore::RemoveOldFiles() {
  const absl::StatusOr<bool> removed = db()->RemoveUnneeded(old_files_, kPurging);
  if (!removed.ok()) return removed.status();
  return *removed ? absl::OkStatus() : StillRead(path_);
}

RocksStore::ReaderPtr RocksStore::MakeReader(std::shared_ptr<const RocksDb> db, SegmentInfo info,
                                             const ReaderPtr& previous, BitmapPtr live) const {
  std::shared_ptr<const SegmentLease> lease =
      previous != nullptr ? previous->lease() : std::make_shared<const SegmentLease>(SegmentLease{info.id});
  auto reader =
      std::make_shared<RocksSegmentReader>(std::move(db), cache_, std::move(lease), std::move(info), std::move(live));
  if (previous != nullptr) reader->StartFrom(*previous);
  return reader;
}

absl::StatusOr<SnapshotPtr> RocksStore::PinnedSnapshot(const Snapshot& of) const {
  absl::StatusOr<std::optional<Manifest>> pinned = PinnedIn(*of.documents);
  if (!pinned.ok()) return pinned.status();
  if (!pinned->has_value()) return absl::NotFoundError(absl::StrCat(path_, ": no version is pinned"));
  const std::shared_ptr<const RocksDb> db = this->db();
  std::map<uint32_t, ReaderPtr> present;
  for (const SegmentReaderPtr& reader : of.segments) {
    present.emplace(reader->info().id, std::static_pointer_cast<const RocksSegmentReader>(reader));
  }
  auto snapshot = std::make_shared<Snapshot>();
  for (const SegmentInfo& info : (*pinned)->segments) {
    const auto same = present.find(info.id);
    const ReaderPtr reader = same == present.end() ? nullptr : same->second;
    const bool alike = reader != nullptr && reader->info().live_version == info.live_version;
    snapshot->segments.push_back(alike ? reader : MakeReader(db, info, reader, nullptr));
  }
  snapshot->manifest = **std::move(pinned);
  snapshot->documents = of.documents;
  return snapshot;
}

absl::StatusOr<std::optional<Location>> RocksStore::Find(const Snapshot& snapshot, std::string_view dataset,
                                                         std::string_view id) const {
  if (snapshot.segments.empty()) return std::nullopt;
  // The database that the snapshot reads, which after a failure is not the store's.
  const auto db = std::static_pointer_cast<const RocksSegmentReader>(snapshot.segments.front())->db();
  rocksdb::ReadOptions options;
  options.prefix_same_as_start = true;
  const std::unique_ptr<rocksdb::Iterator> it = db->NewIterator(kIds, options);
  const std::string start = IdKey(dataset, id, 0);
  const std::string_view prefix = std::string_view(start).substr(0, start.size() - sizeof(uint32_t));
  std::optional<Location> location;
  for (it->Seek(start); it->Valid() && it->key().ToStringView().starts_with(prefix); it->Next()) {
    if (it->key().size() != start.size() || it->value().size() != sizeof(uint32_t)) {
      return db->Damaged("an id entry is too short or too long");
    }
    const auto segment = LoadBigEndian<uint32_t>(it->key().data() + prefix.size());
    const auto row = LoadLittleEndian<uint32_t>(it->value().data());
    const auto reader = std::ranges::lower_bound(snapshot.segments, segment, {},
                                                 [](const SegmentReaderPtr& r) { return r->info().id; });
    // Entries of segments that are not committed yet, dropped, or newer than the snapshot.
    if (reader == snapshot.segments.end() || (*reader)->info().id != segment) continue;
    if (row >= (*reader)->rows(0)) return db->Damaged("an id entry points beyond its segment");
    const absl::StatusOr<BitmapPtr> live = (*reader)->Live();
    if (!live.ok()) return live.status();
    if (*live == nullptr || (*live)->Contains(row)) location = Location{segment, row};
  }
  const absl::Status status = StatusOf(it->status(), path_, "looking an individual up");
  if (!status.ok()) return status;
  return location;
}

absl::StatusOr<std::string> RocksStore::DictionaryBlock(uint32_t block) const {
  const std::shared_ptr<const RocksDb> db = this->db();
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db->Get(kDefault, DictionaryKey(block), &bytes);
  if (!found.ok()) return found.status();
  if (*found) return bytes.ToString();
  if (block < snapshot()->manifest.dictionary_blocks) {
    return db->Damaged(absl::StrCat("block ", block, " of the dictionary is missing"));
  }
  return absl::NotFoundError(absl::StrCat(path_, ": the dictionary has no block ", block));
}

absl::StatusOr<std::string> RocksStore::Ontology(std::string_view id, std::string_view version) const {
  const std::shared_ptr<const RocksDb> db = this->db();
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db->Get(kOntologies, OntologyKey(id, version), &bytes);
  if (!found.ok()) return found.status();
  if (*found) return bytes.ToString();
  const SnapshotPtr current = snapshot();
  for (const OntologyInfo& ontology : current->manifest.ontologies) {
    if (ontology.id == id && ontology.version == version) {
      return db->Damaged(absl::StrCat("ontology ", ForAbsl(id), " ", ForAbsl(version), " is missing"));
    }
  }
  return absl::NotFoundError(absl::StrCat(path_, ": no ontology ", ForAbsl(id), " of version ", ForAbsl(version)));
}

uint64_t RocksStore::DiskBytes() const {
  uint64_t bytes = 0;
  std::error_code error;
  // Files may vanish while we look; they count nothing then.
  for (auto it = std::filesystem::directory_iterator(directory_, error); !error && it != end(it); it.increment(error)) {
    std::error_code gone;
    const uint64_t size = it->file_size(gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

}  // namespace muster::storage
