// RocksStore::ApplyNow: from one version to the next.

#include <algorithm>
#include <exception>
#include <limits>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "muster/reason.h"
#include "storage/files/absl_text.h"
#include "storage/files/crash_point.h"
#include "storage/files/rocks_batch.h"
#include "storage/files/status_of.h"
#include "storage/rocks/rocks_store.h"

namespace muster::storage {
namespace {

// The segments after the commit, by number.
absl::StatusOr<std::map<uint32_t, SegmentInfo>> NextSegments(const Manifest& current, const Commit& commit,
                                                             uint32_t next_segment) {
  std::map<uint32_t, SegmentInfo> segments;
  for (const SegmentInfo& info : current.segments) segments.emplace(info.id, info);
  for (const uint32_t dropped : commit.drop_segments) {
    if (segments.erase(dropped) == 0) {
      return absl::InvalidArgumentError(absl::StrCat("commit: drops segment ", dropped, ", which is not there"));
    }
  }
  for (const SegmentInfo& added : commit.add_segments) {
    SegmentInfo info = added;
    info.live_version = 0;
    info.live = info.rows.empty() ? 0 : info.rows[0];
    if (info.id >= next_segment || std::ranges::count(commit.drop_segments, info.id) != 0 ||
        info.rows.size() > std::numeric_limits<uint16_t>::max() || !segments.emplace(info.id, info).second) {
      return absl::InvalidArgumentError(absl::StrCat("commit: cannot add segment ", added.id));
    }
  }
  return segments;
}

// Other versions stay; the one that came last stands last.
void PutOntology(const OntologyInfo& info, std::vector<OntologyInfo>* ontologies) {
  std::erase_if(*ontologies, [&](const OntologyInfo& o) { return o.id == info.id && o.version == info.version; });
  ontologies->push_back(info);
}

// What a commit writes, and the state that it leads to.
class CommitBatch {
 public:
  CommitBatch(const RocksDb& db, const Snapshot& current)
      : db_(db), current_(current), manifest_(current.manifest), documents_(current.documents) {}

  // The head of the manifest and its segments. `path`: for messages; `next_segment`: the least number not given out.
  absl::Status Begin(const std::string& path, const Commit& commit, uint32_t next_segment) {
    // Whoever numbers symbols from another dictionary would give people's codes new meanings.
    if (manifest_.dictionary != DictionaryState() && commit.dictionary != DictionaryState() &&
        commit.dictionary_before != manifest_.dictionary) {
      return WithReason(
          absl::AbortedError(absl::StrCat(path, ": the change goes on from a dictionary of ",
                                          commit.dictionary_before.symbols, " symbols, and the catalogue's has ",
                                          manifest_.dictionary.symbols, ". Nothing was written; open it again.")),
          reason::kStale);
    }
    ++manifest_.version;
    manifest_.format = kFormatVersion;
    if (manifest_.catalogue == CatalogueId()) manifest_.catalogue = NewCatalogueId();
    if (commit.dictionary != DictionaryState()) manifest_.dictionary = commit.dictionary;
    manifest_.next_segment = next_segment;
    absl::StatusOr<std::map<uint32_t, SegmentInfo>> segments =
        NextSegments(current_.manifest, commit, manifest_.next_segment);
    if (!segments.ok()) return segments.status();
    segments_ = *std::move(segments);
    return absl::OkStatus();
  }

  absl::Status PutLive(uint32_t segment, Bitmap bitmap) {
    const auto found = segments_.find(segment);
    if (found == segments_.end() || live_.contains(segment)) {
      return absl::InvalidArgumentError(
          absl::StrCat("commit: live rows of segment ", segment, ", which is not there or named twice"));
    }
    SegmentInfo& info = found->second;
    const uint32_t rows = info.rows.empty() ? 0 : info.rows[0];
    if (!bitmap.Empty() && bitmap.Maximum() >= rows) {
      return absl::InvalidArgumentError(absl::StrCat("commit: live rows beyond the end of segment ", segment));
    }
    info.live = static_cast<uint32_t>(bitmap.Cardinality());
    if (info.live == rows) {
      info.live_version = 0;
      live_.emplace(segment, nullptr);
      return absl::OkStatus();
    }
    info.live_version = manifest_.version;
    bitmap.Optimize();
    std::string bytes;
    bitmap.AppendTo(&bytes);
    Put(kDefault, LiveKey(segment, info.live_version), bytes);
    live_.emplace(segment, std::make_shared<const Bitmap>(std::move(bitmap)));
    return absl::OkStatus();
  }

  void PutDictionary(const Commit& commit) {
    if (commit.dictionary_block.empty()) return;
    for (; commit.replaces_dictionary && manifest_.dictionary_blocks > 0; --manifest_.dictionary_blocks) {
      Delete(kDefault, DictionaryKey(manifest_.dictionary_blocks - 1));
    }
    Put(kDefault, DictionaryKey(manifest_.dictionary_blocks++), commit.dictionary_block);
  }

  void PutOntologies(const Commit& commit) {
    for (const auto& [info, bytes] : commit.ontologies) {
      Put(kOntologies, OntologyKey(info.id, info.version), bytes);
      PutOntology(info, &manifest_.ontologies);
    }
  }

  void PutDocuments(Commit* commit) {
    if (commit->documents.empty()) return;
    auto changed = std::make_shared<std::map<std::string, std::string>>(*documents_);
    for (auto& [name, bytes] : commit->documents) {
      if (bytes.empty()) {
        Delete(kDefault, DocumentKey(name));
        changed->erase(name);
      } else {
        Put(kDefault, DocumentKey(name), bytes);
        (*changed)[name] = std::move(bytes);
      }
    }
    documents_ = std::move(changed);
  }

  void PutManifest() {
    manifest_.segments.clear();
    for (auto& [id, info] : segments_) manifest_.segments.push_back(info);
    Put(kDefault, ManifestKey(), manifest_.Encode());
    if (current_.manifest.format != kFormatVersion) Put(kDefault, FormatKey(), absl::StrCat(kFormatVersion));
  }

  Manifest& manifest() { return manifest_; }
  std::shared_ptr<const std::map<std::string, std::string>>& documents() { return documents_; }
  // Of the segments whose live rows are others now; null: all rows.
  const std::map<uint32_t, BitmapPtr>& live() const { return live_; }
  // How it went to gather all that.
  const rocksdb::Status& gathered() const { return gathered_; }
  RocksBatch& batch() { return batch_; }

 private:
  void Put(ColumnFamily family, const std::string& key, const std::string& value) {
    if (gathered_.ok()) gathered_ = batch_.Put(db_.handle(family), key, value);
  }
  void Delete(ColumnFamily family, const std::string& key) {
    if (gathered_.ok()) gathered_ = batch_.Delete(db_.handle(family), key);
  }

  const RocksDb& db_;
  const Snapshot& current_;
  RocksBatch batch_;
  rocksdb::Status gathered_;
  Manifest manifest_;
  std::map<uint32_t, SegmentInfo> segments_;
  std::map<uint32_t, BitmapPtr> live_;
  std::shared_ptr<const std::map<std::string, std::string>> documents_;
};

constexpr const char* kUnknown =
    "It is not known whether the change was kept: that shows when the catalogue can be opened again, and until then "
    "it can only be read.";
// Created in advance, for the case that there is no memory.
const absl::Status& unknown = *new absl::Status(absl::UnavailableError(kUnknown));

}  // namespace

absl::Status RocksStore::ApplyNow(Commit commit, BeforeCommit before) {
  absl::Status status = Writable();
  if (!status.ok()) return status;
  const std::shared_ptr<const RocksDb> db = this->db();
  if (status = db->Usable(); !status.ok()) return status;
  const SnapshotPtr current = snapshot();

  CommitBatch batch(*db, *current);
  if (status = batch.Begin(path_, commit, numbers_->next()); !status.ok()) return status;
  for (auto& [segment, bitmap] : commit.live) {
    if (status = batch.PutLive(segment, std::move(bitmap)); !status.ok()) return status;
  }
  batch.PutDictionary(commit);
  batch.PutOntologies(commit);
  batch.PutDocuments(&commit);
  batch.PutManifest();

  // Everything that could fail but the write itself comes before it.
  const Readers readers = ReadersOf(*current);
  auto next = std::make_shared<Snapshot>();
  next->segments = SegmentsAfter(batch.manifest(), readers, batch.live(), db);
  next->manifest = std::move(batch.manifest());
  next->documents = std::move(batch.documents());

  const absl::StatusOr<std::optional<Manifest>> pinned_manifest = PinnedIn(*next->documents);
  if (!pinned_manifest.ok()) return pinned_manifest.status();
  const Pinned pinned = NeedsOf(*pinned_manifest);

  if (!batch.gathered().ok()) return StatusOf(batch.gathered(), path_, "committing");
  if (status = before(next); !status.ok()) return status;

  CrashPoint("batch made");
  rocksdb::WriteOptions options;
  options.sync = true;
  status = db->Write(batch.batch(), options, "committing");
  // Whatever was the matter, the commit may be there.
  if (!status.ok()) return Outcome(next->manifest, status);
  CrashPoint("batch written");
  {
    absl::MutexLock lock(&snapshot_mutex_);
    snapshot_ = next;
  }
  CrashPoint("snapshot shown");
  // The change stands. Without memory for the rest, the next opening for writing does it.
  try {
    Note(next->manifest);
    Reclaim(commit, batch.live(), readers, pinned);
  } catch (const std::exception&) {
  }
  return absl::OkStatus();
}

RocksStore::Readers RocksStore::ReadersOf(const Snapshot& snapshot) {
  Readers readers;
  for (const SegmentReaderPtr& reader : snapshot.segments) {
    readers.emplace(reader->info().id, std::static_pointer_cast<const RocksSegmentReader>(reader));
  }
  return readers;
}

std::vector<SegmentReaderPtr> RocksStore::SegmentsAfter(const Manifest& manifest, const Readers& before,
                                                        const std::map<uint32_t, BitmapPtr>& live,
                                                        const std::shared_ptr<const RocksDb>& db) const {
  std::vector<SegmentReaderPtr> segments;
  for (const SegmentInfo& info : manifest.segments) {
    const auto old = before.find(info.id);
    const ReaderPtr previous = old == before.end() ? nullptr : old->second;
    const auto new_live = live.find(info.id);
    const bool same = previous != nullptr && new_live == live.end();
    segments.push_back(same ? previous
                            : MakeReader(db, info, previous, new_live == live.end() ? nullptr : new_live->second));
  }
  return segments;
}

void RocksStore::Reclaim(const Commit& commit, const std::map<uint32_t, BitmapPtr>& live, const Readers& readers,
                         const Pinned& pinned) {
  for (const uint32_t dropped : commit.drop_segments) {
    // What a pinned version needs stays until the next opening, if nothing pins it then.
    if (!pinned.segments.contains(dropped)) reclaimer_->SegmentDropped(readers.at(dropped));
  }
  for (const auto& [segment, bitmap] : live) {
    const auto old = readers.find(segment);
    if (old == readers.end()) continue;
    const uint64_t version = old->second->info().live_version;
    if (!pinned.live_keys.contains(LiveKey(segment, version))) reclaimer_->LiveReplaced(old->second);
  }
}

absl::Status RocksStore::Outcome(const Manifest& next, const absl::Status& error) {
  const bool was_cut = db()->files()->CutBackIsDurable();
  bool opened = false;
  try {
    opened = Reopen().ok();
  } catch (const std::exception&) {  // no memory
  }
  // The commit is there, so it has succeeded: opening has made it durable.
  if (opened) return snapshot()->manifest.version == next.version ? absl::OkStatus() : error;
  if (was_cut) return error;
  try {
    return absl::UnavailableError(absl::StrCat(error.message(), " ", kUnknown));
  } catch (const std::exception&) {
    return unknown;
  }
}

}  // namespace muster::storage
