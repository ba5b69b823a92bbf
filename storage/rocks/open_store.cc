// Store::Open: whether there is a store, its format, and whether one may be created.
#include "storage/rocks/open_store.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "storage/files/absl_text.h"
#include "storage/files/path_state.h"
#include "storage/files/rocks_batch.h"
#include "storage/files/rocks_frozen_files.h"
#include "storage/files/standard_descriptors.h"
#include "storage/files/status_of.h"
#include "storage/files/writer_lock.h"
#include "storage/rocks/rocks_db.h"
#include "storage/rocks/rocks_options.h"
#include "storage/rocks/rocks_store.h"
#include "storage/store.h"

namespace muster::storage {
namespace {

absl::Status NotAStore(const std::string& path) {
  return absl::FailedPreconditionError(
      absl::StrCat(path, ": not a Muster catalogue. Give the directory of one, or a new path to create one."));
}

absl::Status Unfinished(const std::string& path) {
  return absl::FailedPreconditionError(absl::StrCat(
      path, ": not a Muster catalogue yet: its creation is under way, or was interrupted. Wait, or create it again."));
}

absl::Status Damaged(const std::string& path, std::string_view what) {
  return absl::DataLossError(absl::StrCat(path, ": the catalogue is damaged: ", ForAbsl(what),
                                          ". Restore it from a backup, or import its sources into a new one."));
}

absl::Status CheckFormat(const std::string& path, std::string_view format) {
  uint32_t version = 0;
  if (!absl::SimpleAtoi(ForAbsl(format), &version)) {
    return absl::DataLossError(absl::StrCat(
        path, ": the catalogue is damaged: its format version is not a number. Restore it from a backup."));
  }
  if (version >= kOldestFormatVersion && version <= kFormatVersion) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat(
      path, ": the catalogue has format version ", version, ", this program reads versions ", kOldestFormatVersion,
      " to ", kFormatVersion, ". Use the program that fits, or import the catalogue again."));
}

// Whether the database in `directory` may be opened as a store, or, with may_create, finished as one whose creation was
// interrupted. Neither locks nor changes it, as it may be somebody else's.
absl::Status CheckDatabase(const std::string& path, const std::string& directory,
                           const std::shared_ptr<FrozenFiles>& files, bool may_create) {
  const absl::StatusOr<std::vector<std::string>> found = RocksDb::ListColumnFamilies(path, directory, files);
  if (!found.ok()) return found.status();
  std::vector<std::string> ours(std::begin(kColumnFamilyNames), std::end(kColumnFamilyNames));
  std::ranges::sort(ours);
  // The ordinary case; the format is checked once it is open.
  if (*found == ours) return absl::OkStatus();

  const absl::StatusOr<RocksDb::PeekResult> glimpse = RocksDb::Peek(path, directory, files, FormatKey());
  if (!glimpse.ok()) return glimpse.status();
  if (glimpse->value.has_value()) {
    const absl::Status status = CheckFormat(path, *glimpse->value);
    if (!status.ok()) return status;
  } else {
    const absl::StatusOr<bool> finishable = MayFinishCreation(directory);
    if (!finishable.ok()) return finishable.status();
    if (*finishable && glimpse->empty && std::ranges::includes(ours, *found)) {
      return may_create ? absl::OkStatus() : Unfinished(path);
    }
    if (!LooksLikeOurs(directory)) return NotAStore(path);
  }
  // RocksDB does not mind when the end of its manifest is missing.
  return Damaged(path, absl::StrCat("its files name ", found->size(), " of the ", ours.size(),
                                    " parts that it has, so the MANIFEST is cut off or of another database"));
}

// Sees that `db` is a store of our format. With may_create, makes one of a new database: format and manifest are
// written at once, and the store exists from then on.
absl::Status CheckOrInitialize(RocksDb& db, bool may_create) {
  rocksdb::PinnableSlice format;
  const absl::StatusOr<bool> found = db.Get(kDefault, FormatKey(), &format);
  if (!found.ok()) return found.status();
  if (*found) {
    absl::Status status = CheckFormat(db.path(), format.ToStringView());
    if (status.ok() && db.lock() != nullptr) status = db.lock()->SetState(FolderState::kReady);
    return status;
  }
  const absl::StatusOr<bool> empty = db.Empty();
  if (!empty.ok()) return empty.status();
  const absl::StatusOr<bool> finishable = MayFinishCreation(db.directory());
  if (!finishable.ok()) return finishable.status();
  // It has the column families of a store, so it is one. What was imported may stand where it cannot be read now.
  if (!*empty || !*finishable) return Damaged(db.path(), "its format version is missing");
  if (!may_create) return Unfinished(db.path());
  Manifest manifest;
  manifest.catalogue = NewCatalogueId();
  RocksBatch batch;
  rocksdb::Status written = batch.Put(db.handle(kDefault), FormatKey(), absl::StrCat(kFormatVersion));
  if (written.ok()) written = batch.Put(db.handle(kDefault), ManifestKey(), manifest.Encode());
  rocksdb::WriteOptions options;
  options.sync = true;
  if (!written.ok()) return StatusOf(written, db.path(), "creating it");
  const absl::Status status = db.Write(batch, options, "creating it");
  return status.ok() ? db.lock()->SetState(FolderState::kReady) : status;
}

// Opening for writing replays the log as far as it is whole, and removes the rest. So that nothing is removed that
// somebody may still make use of, sees first that no more is lost than a crash loses.
absl::Status CheckLog(const std::string& path, const std::string& directory, const std::shared_ptr<FrozenFiles>& files,
                      const std::optional<VersionNote>& note) {
  if (!note || !HasLog(directory)) return absl::OkStatus();
  const absl::StatusOr<std::shared_ptr<RocksDb>> db =
      RocksDb::Open(path, {.read_only = true, .directory = directory, .files = files});
  return db.ok() ? RocksStore::ReadManifest(**db, note).status() : db.status();
}

absl::StatusOr<std::shared_ptr<RocksDb>> OpenForReading(const std::string& path, const PathState& place,
                                                        const StoreOptions& options) {
  absl::StatusOr<std::shared_ptr<FrozenFiles>> files = FrozenFiles::Take(options.file_system, path, place.directory);
  if (!files.ok()) return files.status();
  return OpenFrozen(path, place.directory, *std::move(files));
}

absl::StatusOr<std::shared_ptr<RocksDb>> OpenForWriting(const std::string& path, const PathState& place,
                                                        const StoreOptions& options,
                                                        const std::optional<VersionNote>& note) {
  if (place.kind == PathState::Kind::kDatabase) {
    // Before anything is touched, which the lock does.
    const absl::StatusOr<std::shared_ptr<FrozenFiles>> files =
        FrozenFiles::Take(options.file_system, path, place.directory);
    if (!files.ok()) return files.status();
    absl::Status status = CheckDatabase(path, place.directory, *files, options.create_if_missing);
    if (status.ok()) status = CheckLog(path, place.directory, *files, note);
    if (!status.ok()) return status;
  }
  absl::StatusOr<std::unique_ptr<WriterLock>> lock = WriterLock::Take(path, place.directory);
  if (!lock.ok()) return lock.status();
  if (place.kind == PathState::Kind::kEmpty && (*lock)->state() != FolderState::kReady) {
    // Unless another process has made one since it was looked for.
    absl::StatusOr<PathState> now = Examine(path);
    if (!now.ok()) return now.status();
    if (now->kind == PathState::Kind::kEmpty) {
      const absl::Status status = (*lock)->SetState(FolderState::kCreating);
      if (!status.ok()) return status;
    }
  }
  // Where a catalogue was made once, none is ever made in its place.
  const bool may_create = options.create_if_missing && (*lock)->state() != FolderState::kReady;
  absl::StatusOr<std::shared_ptr<RocksDb>> db = RocksDb::Open(
      path, {.create_if_missing = may_create, .lock = *std::move(lock), .file_system = options.file_system});
  if (!db.ok()) return db.status();
  const absl::Status status = CheckOrInitialize(**db, may_create);
  if (!status.ok()) return status;
  return db;
}

}  // namespace

absl::StatusOr<std::shared_ptr<RocksDb>> OpenFrozen(const std::string& path, const std::string& directory,
                                                    std::shared_ptr<FrozenFiles> files) {
  absl::Status status = CheckDatabase(path, directory, files, false);
  if (!status.ok()) return status;
  absl::StatusOr<std::shared_ptr<RocksDb>> db =
      RocksDb::Open(path, {.read_only = true, .directory = directory, .files = std::move(files)});
  if (!db.ok()) return db.status();
  status = CheckOrInitialize(**db, false);
  if (!status.ok()) return status;
  return db;
}

absl::StatusOr<std::unique_ptr<Store>> Store::Open(const std::string& path, const StoreOptions& given) {
  TakeStandardDescriptors();
  StoreOptions options = given;
  options.file_system = FileSystemOr(given.file_system);
  const bool may_create = options.create_if_missing && !options.read_only;
  absl::StatusOr<PathState> place = Examine(path);
  if (!place.ok()) return place.status();
  switch (place->kind) {
    case PathState::Kind::kAbsent:
    case PathState::Kind::kEmpty: {
      if (!may_create) {
        return absl::NotFoundError(absl::StrCat(path, ": there is no catalogue. Check the path, or create one."));
      }
      const absl::Status status = CreateFolder(path);
      if (!status.ok()) return status;
      place = Examine(path);
      if (!place.ok()) return place.status();
      break;
    }
    case PathState::Kind::kDatabase:
      break;
    case PathState::Kind::kIncomplete:
      return Damaged(path, "its file CURRENT is missing");
    case PathState::Kind::kOther:
      return NotAStore(path);
  }
  // Before the database, which may go on meanwhile.
  const auto note = VersionNoteFile::Read(*options.file_system, path, place->directory);
  if (!note.ok()) return note.status();
  absl::StatusOr<std::shared_ptr<RocksDb>> db =
      options.read_only ? OpenForReading(path, *place, options) : OpenForWriting(path, *place, options, *note);
  if (!db.ok()) return db.status();
  return RocksStore::Load(*std::move(db), options, *note);
}

}  // namespace muster::storage
