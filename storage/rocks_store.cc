#include "storage/rocks_store.h"

#include <rocksdb/iterator.h>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "absl/memory/memory.h"
#include "absl/strings/str_cat.h"
#include "storage/absl_text.h"
#include "storage/bytes.h"
#include "storage/rocks_segment_writer.h"
#include "storage/status_of.h"

namespace muster::storage {

RocksStore::RocksStore(std::shared_ptr<RocksDb> db, const StoreOptions& options)
    : db_(std::move(db)),
      cache_(std::make_shared<ObjectCache>(options.cache_bytes)),
      read_only_(options.read_only),
      reclaimer_(db_) {}

absl::StatusOr<std::unique_ptr<Store>> RocksStore::Load(std::shared_ptr<RocksDb> db, const StoreOptions& options) {
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db->Get(kDefault, ManifestKey(), &bytes);
  if (!found.ok()) return found.status();
  if (!*found) return db->Damaged("the manifest is missing");
  absl::StatusOr<Manifest> manifest = Manifest::Parse(bytes.ToStringView());
  if (!manifest.ok()) return db->Damaged(MessageOf(manifest.status()));

  auto store = absl::WrapUnique(new RocksStore(std::move(db), options));
  if (!options.read_only) {
    const absl::StatusOr<uint32_t> next = store->reclaimer_.Sweep(*manifest);
    if (!next.ok()) return next.status();
    store->numbers_ = std::make_shared<SegmentNumbers>(store->db_, *next);
  }
  auto snapshot = std::make_shared<Snapshot>();
  for (const SegmentInfo& info : manifest->segments) {
    snapshot->segments.push_back(store->MakeReader(info, nullptr, nullptr));
  }
  snapshot->manifest = *std::move(manifest);
  auto documents = store->ReadDocuments();
  if (!documents.ok()) return documents.status();
  snapshot->documents = std::make_shared<const std::map<std::string, std::string>>(*std::move(documents));
  absl::MutexLock lock(&store->snapshot_mutex_);
  store->snapshot_ = std::move(snapshot);
  return store;
}

absl::StatusOr<std::map<std::string, std::string>> RocksStore::ReadDocuments() const {
  std::map<std::string, std::string> documents;
  const std::string prefix = DocumentPrefix();
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  const std::unique_ptr<rocksdb::Iterator> it(db_->db().NewIterator(options, db_->handle(kDefault)));
  for (it->Seek(prefix); it->Valid() && it->key().ToStringView().starts_with(prefix); it->Next()) {
    documents.emplace(it->key().ToStringView().substr(prefix.size()), it->value().ToStringView());
  }
  const absl::Status status = StatusOf(it->status(), db_->path(), "reading the documents");
  if (!status.ok()) return status;
  return documents;
}

RocksStore::~RocksStore() {
  {
    absl::MutexLock lock(&snapshot_mutex_);
    snapshot_ = nullptr;
  }
  reclaimer_.Reclaim();
}

SnapshotPtr RocksStore::snapshot() const {
  absl::MutexLock lock(&snapshot_mutex_);
  return snapshot_;
}

absl::Status RocksStore::Writable() const {
  if (!read_only_) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat(db_->path(), ": opened read-only. Open the catalogue for writing to change it."));
}

void RocksStore::ReadAhead(const std::stop_token& stop) const {
  const std::unique_ptr<rocksdb::Iterator> postings(db_->db().NewIterator({}, db_->handle(kPostings)));
  const std::unique_ptr<rocksdb::Iterator> columns(db_->db().NewIterator({}, db_->handle(kColumns)));
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
  const absl::StatusOr<uint32_t> id = numbers_->Take();
  if (!id.ok()) return id.status();
  return std::make_unique<RocksSegmentWriter>(db_, numbers_, *id);
}

absl::Status RocksStore::Apply(Commit commit) {
  const absl::Status status = ApplyNow(std::move(commit));
  // Now that the commit has let go of the snapshot before it.
  if (status.ok()) reclaimer_.Reclaim();
  return status;
}

RocksStore::ReaderPtr RocksStore::MakeReader(SegmentInfo info, const ReaderPtr& previous, BitmapPtr live) const {
  std::shared_ptr<const SegmentLease> lease =
      previous != nullptr ? previous->lease() : std::make_shared<const SegmentLease>(SegmentLease{info.id});
  return std::make_shared<const RocksSegmentReader>(db_, cache_, std::move(lease), std::move(info), std::move(live));
}

absl::StatusOr<std::optional<Location>> RocksStore::Find(const Snapshot& snapshot, std::string_view dataset,
                                                         std::string_view id) const {
  rocksdb::ReadOptions options;
  options.prefix_same_as_start = true;
  const std::unique_ptr<rocksdb::Iterator> it(db_->db().NewIterator(options, db_->handle(kIds)));
  const std::string start = IdKey(dataset, id, 0);
  const std::string_view prefix = std::string_view(start).substr(0, start.size() - sizeof(uint32_t));
  std::optional<Location> location;
  for (it->Seek(start); it->Valid() && it->key().ToStringView().starts_with(prefix); it->Next()) {
    if (it->key().size() != start.size() || it->value().size() != sizeof(uint32_t)) {
      return db_->Damaged("an id entry is too short or too long");
    }
    const auto segment = LoadBigEndian<uint32_t>(it->key().data() + prefix.size());
    const auto row = LoadLittleEndian<uint32_t>(it->value().data());
    const auto reader = std::ranges::lower_bound(snapshot.segments, segment, {},
                                                 [](const SegmentReaderPtr& r) { return r->info().id; });
    // Entries of segments that are not committed yet, dropped, or newer than the snapshot.
    if (reader == snapshot.segments.end() || (*reader)->info().id != segment) continue;
    if (row >= (*reader)->rows(0)) return db_->Damaged("an id entry points beyond its segment");
    const absl::StatusOr<BitmapPtr> live = (*reader)->Live();
    if (!live.ok()) return live.status();
    if (*live == nullptr || (*live)->Contains(row)) location = Location{segment, row};
  }
  const absl::Status status = StatusOf(it->status(), db_->path(), "looking an individual up");
  if (!status.ok()) return status;
  return location;
}

absl::StatusOr<std::string> RocksStore::DictionaryBlock(uint32_t block) const {
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db_->Get(kDefault, DictionaryKey(block), &bytes);
  if (!found.ok()) return found.status();
  if (*found) return bytes.ToString();
  if (block < snapshot()->manifest.dictionary_blocks) {
    return db_->Damaged(absl::StrCat("block ", block, " of the dictionary is missing"));
  }
  return absl::NotFoundError(absl::StrCat(db_->path(), ": the dictionary has no block ", block));
}

absl::StatusOr<std::string> RocksStore::Ontology(std::string_view id, std::string_view version) const {
  rocksdb::PinnableSlice bytes;
  const absl::StatusOr<bool> found = db_->Get(kOntologies, OntologyKey(id, version), &bytes);
  if (!found.ok()) return found.status();
  if (*found) return bytes.ToString();
  const SnapshotPtr current = snapshot();
  for (const OntologyInfo& ontology : current->manifest.ontologies) {
    if (ontology.id == id && ontology.version == version) {
      return db_->Damaged(absl::StrCat("ontology ", ForAbsl(id), " ", ForAbsl(version), " is missing"));
    }
  }
  return absl::NotFoundError(
      absl::StrCat(db_->path(), ": no ontology ", ForAbsl(id), " of version ", ForAbsl(version)));
}

uint64_t RocksStore::DiskBytes() const {
  uint64_t bytes = 0;
  std::error_code error;
  // Files may vanish while we look; they count nothing then.
  for (auto it = std::filesystem::directory_iterator(db_->path(), error); !error && it != end(it);
       it.increment(error)) {
    std::error_code gone;
    const uint64_t size = it->file_size(gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

}  // namespace muster::storage
