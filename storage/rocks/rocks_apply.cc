// RocksStore::ApplyNow: from one version to the next.

#include <algorithm>
#include <exception>
#include <limits>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
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

constexpr const char* kUnknown =
    "It is not known whether the change was kept: that shows when the catalogue can be opened again, and until then "
    "it can only be read.";
// Made beforehand, for when there is no memory.
const absl::Status& unknown = *new absl::Status(absl::UnavailableError(kUnknown));

}  // namespace

absl::Status RocksStore::ApplyNow(Commit commit, BeforeCommit before) {
  absl::Status status = Writable();
  if (!status.ok()) return status;
  const std::shared_ptr<const RocksDb> db = this->db();
  if (status = db->Usable(); !status.ok()) return status;
  const SnapshotPtr current = snapshot();
  Manifest manifest = current->manifest;
  // Whoever numbers symbols from another dictionary would give people's codes new meanings.
  if (manifest.dictionary != DictionaryState() && commit.dictionary != DictionaryState() &&
      commit.dictionary_before != manifest.dictionary) {
    return absl::AbortedError(absl::StrCat(path_, ": the change goes on from a dictionary of ",
                                           commit.dictionary_before.symbols, " symbols, and the catalogue's has ",
                                           manifest.dictionary.symbols, ". Nothing was written; open it again."));
  }
  ++manifest.version;
  manifest.format = kFormatVersion;
  if (manifest.catalogue == CatalogueId()) manifest.catalogue = NewCatalogueId();
  if (commit.dictionary != DictionaryState()) manifest.dictionary = commit.dictionary;
  manifest.next_segment = numbers_->next();
  absl::StatusOr<std::map<uint32_t, SegmentInfo>> segments =
      NextSegments(current->manifest, commit, manifest.next_segment);
  if (!segments.ok()) return segments.status();

  RocksBatch batch;
  rocksdb::Status written;
  const auto put = [&](ColumnFamily family, const std::string& key, const std::string& value) {
    if (written.ok()) written = batch.Put(db->handle(family), key, value);
  };

  std::map<uint32_t, BitmapPtr> live;
  for (auto& [segment, bitmap] : commit.live) {
    const auto found = segments->find(segment);
    if (found == segments->end() || live.contains(segment)) {
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
      live.emplace(segment, nullptr);
      continue;
    }
    info.live_version = manifest.version;
    bitmap.Optimize();
    std::string bytes;
    bitmap.AppendTo(&bytes);
    put(kDefault, LiveKey(segment, info.live_version), bytes);
    live.emplace(segment, std::make_shared<const Bitmap>(std::move(bitmap)));
  }
  if (!commit.dictionary_block.empty()) {
    for (; commit.replaces_dictionary && manifest.dictionary_blocks > 0; --manifest.dictionary_blocks) {
      if (written.ok()) written = batch.Delete(db->handle(kDefault), DictionaryKey(manifest.dictionary_blocks - 1));
    }
    put(kDefault, DictionaryKey(manifest.dictionary_blocks++), commit.dictionary_block);
  }
  for (const auto& [info, bytes] : commit.ontologies) {
    put(kOntologies, OntologyKey(info.id, info.version), bytes);
    PutOntology(info, &manifest.ontologies);
  }
  std::shared_ptr<const std::map<std::string, std::string>> documents = current->documents;
  if (!commit.documents.empty()) {
    auto changed = std::make_shared<std::map<std::string, std::string>>(*documents);
    for (auto& [name, bytes] : commit.documents) {
      if (bytes.empty()) {
        if (written.ok()) written = batch.Delete(db->handle(kDefault), DocumentKey(name));
        changed->erase(name);
      } else {
        put(kDefault, DocumentKey(name), bytes);
        (*changed)[name] = std::move(bytes);
      }
    }
    documents = std::move(changed);
  }
  manifest.segments.clear();
  for (auto& [id, info] : *segments) manifest.segments.push_back(info);
  put(kDefault, ManifestKey(), manifest.Encode());
  if (current->manifest.format != kFormatVersion) put(kDefault, FormatKey(), absl::StrCat(kFormatVersion));

  // Everything that could fail but the write itself comes before it.
  std::map<uint32_t, ReaderPtr> readers;
  for (const SegmentReaderPtr& reader : current->segments) {
    readers.emplace(reader->info().id, std::static_pointer_cast<const RocksSegmentReader>(reader));
  }
  auto next = std::make_shared<Snapshot>();
  for (const SegmentInfo& info : manifest.segments) {
    const auto old = readers.find(info.id);
    const ReaderPtr previous = old == readers.end() ? nullptr : old->second;
    const auto new_live = live.find(info.id);
    const bool same = previous != nullptr && new_live == live.end();
    next->segments.push_back(
        same ? previous : MakeReader(db, info, previous, new_live == live.end() ? nullptr : new_live->second));
  }
  next->manifest = std::move(manifest);
  next->documents = std::move(documents);

  const absl::StatusOr<std::optional<Manifest>> pinned_manifest = PinnedIn(*next->documents);
  if (!pinned_manifest.ok()) return pinned_manifest.status();
  const Pinned pinned = NeedsOf(*pinned_manifest);

  if (!written.ok()) return StatusOf(written, path_, "committing");
  if (status = before(next); !status.ok()) return status;

  CrashPoint("batch made");
  rocksdb::WriteOptions options;
  options.sync = true;
  status = db->Write(batch, options, "committing");
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
    for (const uint32_t dropped : commit.drop_segments) {
      // What a pinned version needs stays until the next opening, if nothing pins it then.
      if (!pinned.segments.contains(dropped)) reclaimer_->SegmentDropped(readers[dropped]);
    }
    for (const auto& [segment, bitmap] : live) {
      const auto old = readers.find(segment);
      if (old == readers.end()) continue;
      const uint64_t version = old->second->info().live_version;
      if (!pinned.live_keys.contains(LiveKey(segment, version))) reclaimer_->LiveReplaced(old->second);
    }
  } catch (const std::exception&) {
  }
  return absl::OkStatus();
}

absl::Status RocksStore::Outcome(const Manifest& next, const absl::Status& error) {
  const bool was_cut = db()->files()->CutBackIsDurable();
  bool opened = false;
  try {
    opened = Reopen().ok();
  } catch (const std::exception&) {  // no memory
  }
  // As it is there now, it stands: opening has made it durable.
  if (opened) return snapshot()->manifest.version == next.version ? absl::OkStatus() : error;
  if (was_cut) return error;
  try {
    return absl::UnavailableError(absl::StrCat(error.message(), " ", kUnknown));
  } catch (const std::exception&) {
    return unknown;
  }
}

}  // namespace muster::storage
