// RocksStore::Refresh: a reader catches up with the writer.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/files/absl_text.h"
#include "storage/rocks/open_store.h"
#include "storage/rocks/rocks_store.h"

namespace muster::storage {
namespace {

absl::Status Replaced(const std::string& path, std::string_view how) {
  return absl::FailedPreconditionError(
      absl::StrCat(path, ": ", ForAbsl(how), " since it was opened. Close the catalogue and open it anew."));
}

}  // namespace

absl::Status RocksStore::InPlace() const {
  const FolderId now = FolderIdOf(directory_);
  if (now == folder_) return absl::OkStatus();
  return Replaced(path_, now == FolderId() ? "its folder was moved or removed" : "another folder has taken its place");
}

absl::StatusOr<bool> RocksStore::Refresh() {
  if (!read_only_) return false;
  const SnapshotPtr present = snapshot();
  if (absl::Status in_place = InPlace(); !in_place.ok()) return in_place;
  // Before the database, which may go on meanwhile.
  const auto note = VersionNoteFile::Read(*file_system_, path_, directory_);
  if (!note.ok()) return note.status();
  const Manifest& known = present->manifest;
  if (note->has_value() && (*note)->catalogue == known.catalogue && (*note)->version == known.version) return false;
  absl::StatusOr<std::shared_ptr<FrozenFiles>> files = FrozenFiles::Take(file_system_, path_, directory_);
  if (!files.ok()) return files.status();
  absl::StatusOr<std::shared_ptr<RocksDb>> db = OpenFrozen(path_, directory_, *std::move(files));
  if (!db.ok()) return db.status();
  absl::StatusOr<Manifest> manifest = ReadManifest(**db, *note);
  if (!manifest.ok()) return manifest.status();
  if (manifest->version == known.version && manifest->catalogue == known.catalogue) return false;
  absl::StatusOr<SnapshotPtr> next = NextSnapshot(*db, *std::move(manifest), *present);
  if (!next.ok()) return next.status();
  std::vector<uint32_t> gone;
  for (const SegmentInfo& info : known.segments) {
    if (std::ranges::find((*next)->manifest.segments, info.id, &SegmentInfo::id) == (*next)->manifest.segments.end()) {
      gone.push_back(info.id);
    }
  }
  {
    absl::MutexLock lock(&snapshot_mutex_);
    db_.swap(*db);
    snapshot_.swap(*next);
  }
  cache_->Forget(gone);
  return true;
}

absl::StatusOr<SnapshotPtr> RocksStore::NextSnapshot(std::shared_ptr<RocksDb> db, Manifest manifest,
                                                     const Snapshot& present) {
  const bool was_made = present.manifest.catalogue != CatalogueId();  // the first commit gives it its id
  if (was_made && manifest.catalogue != present.manifest.catalogue) {
    return Replaced(path_, "another catalogue has taken its place");
  }
  if (manifest.version < present.manifest.version) return Replaced(path_, "it has gone back to an earlier version");
  auto documents = ReadDocuments(*db);
  if (!documents.ok()) return documents.status();
  std::map<uint32_t, ReaderPtr> readers;
  for (const SegmentReaderPtr& reader : present.segments) {
    readers.emplace(reader->info().id, std::static_pointer_cast<const RocksSegmentReader>(reader));
  }
  auto next = std::make_shared<Snapshot>();
  for (const SegmentInfo& info : manifest.segments) {
    const auto known = readers.find(info.id);
    const ReaderPtr previous = known != readers.end() ? known->second : nullptr;
    // Segments never change, and their cached objects are keyed by their numbers.
    if (previous != nullptr &&
        (previous->info().rows != info.rows || previous->info().symbols_proof != info.symbols_proof)) {
      return Replaced(path_, "a segment has become another one");
    }
    next->segments.push_back(MakeReader(db, info, previous, nullptr));
  }
  next->manifest = std::move(manifest);
  next->documents = std::make_shared<const std::map<std::string, std::string>>(*std::move(documents));
  return next;
}

}  // namespace muster::storage
