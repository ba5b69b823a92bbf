// Store::Copy: a backup of a store that is in use.
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "storage/files/absl_text.h"
#include "storage/files/errno_status.h"
#include "storage/files/path_state.h"
#include "storage/files/rocks_frozen_files.h"
#include "storage/files/standard_descriptors.h"
#include "storage/files/status_of.h"
#include "storage/rocks/rocks_options.h"
#include "storage/rocks/rocks_version_note.h"
#include "storage/store.h"

namespace muster::storage {
namespace {

constexpr size_t kPartOfCopy = size_t{1} << 20;

// The bytes of one file, durable on return.
absl::Status CopyFile(rocksdb::FileSystem& from, const std::string& source, rocksdb::FileSystem& files,
                      const std::string& target) {
  std::unique_ptr<rocksdb::FSSequentialFile> in;
  rocksdb::Status status = from.NewSequentialFile(source, rocksdb::FileOptions(), &in, nullptr);
  if (!status.ok()) return StatusOf(status, source, "copying it");
  std::unique_ptr<rocksdb::FSWritableFile> out;
  status = files.NewWritableFile(target, rocksdb::FileOptions(), &out, nullptr);
  const rocksdb::IOOptions options;
  std::string buffer(kPartOfCopy, '\0');
  while (status.ok()) {
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    rocksdb::Slice part;
    status = in->Read(buffer.size(), options, &part, buffer.data(), nullptr);
    if (!status.ok() || part.empty()) break;
    status = out->Append(part, options, nullptr);
  }
  if (status.ok()) status = out->Fsync(options, nullptr);
  if (status.ok()) status = out->Close(options, nullptr);
  return StatusOf(status, target, "writing a copy");
}

absl::Status SyncFolder(rocksdb::FileSystem& files, const std::string& directory) {
  const rocksdb::IOOptions options;
  std::unique_ptr<rocksdb::FSDirectory> folder;
  rocksdb::Status status = files.NewDirectory(directory, options, &folder, nullptr);
  if (status.ok()) {
    status = folder->Fsync(options, nullptr);
    // Some file systems cannot; then there is nothing to be done.
    const int error = status.ok() ? 0 : ErrnoIn(status.ToString());
    if (error == EINVAL || error == ENOTSUP) status = rocksdb::Status::OK();
  }
  return StatusOf(status, directory, "making the copy durable");
}

// Opens the copy and reads all of it.
absl::StatusOr<Manifest> VerifiedManifest(const std::string& path, const std::shared_ptr<rocksdb::FileSystem>& files) {
  const absl::StatusOr<std::unique_ptr<Store>> store =
      Store::Open(path, {.read_only = true, .cache_bytes = 0, .file_system = files});
  if (!store.ok()) return store.status();
  std::string problems;
  const absl::Status read = (*store)->VerifyFiles(
      [&](std::string_view problem) { absl::StrAppend(&problems, problems.empty() ? "" : "; ", ForAbsl(problem)); });
  if (!read.ok()) return read;
  if (!problems.empty()) return absl::DataLossError(absl::StrCat(path, ": the copy is damaged: ", problems));
  return (*store)->snapshot()->manifest;
}

std::string WithoutEndingSlash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

// Whatever links lead there.
bool IsWithin(const std::string& inner, const std::string& outer) {
  std::error_code error;
  const std::filesystem::path place = std::filesystem::weakly_canonical(std::filesystem::absolute(inner), error);
  const std::filesystem::path rest = place.lexically_relative(std::filesystem::canonical(outer, error));
  return !error && !rest.empty() && *rest.begin() != "..";
}

// Whether `found` is the store of `known`, at its version or a later one.
bool Follows(const Manifest& found, const Manifest& known) {
  // The first commit gives it its id. NOLINTNEXTLINE(readability-container-size-empty): an id of zeros is none.
  const bool was_made = known.catalogue != CatalogueId();
  return (!was_made || found.catalogue == known.catalogue) && found.version >= known.version;
}

// Fails unless a copy of the store at `from` may be made at `to`.
absl::Status CheckTarget(const std::string& from, const std::string& to) {
  const absl::StatusOr<PathState> target = Examine(to);
  if (!target.ok()) return target.status();
  std::error_code error;
  if (target->kind != PathState::Kind::kAbsent && !std::filesystem::is_empty(to, error)) {
    return absl::FailedPreconditionError(
        absl::StrCat(to, ": there is something already. Give a new folder for the copy."));
  }
  if (IsWithin(to, from)) {
    return absl::FailedPreconditionError(
        absl::StrCat(to, ": is in the folder of the catalogue itself. Give one elsewhere for the copy."));
  }
  return absl::OkStatus();
}

// The files of `directory`, as they were when `frozen` was taken. `path` is what the user calls the store.
absl::Status CopyFiles(FrozenFiles& frozen, const std::string& path, const std::string& directory,
                       rocksdb::FileSystem& files, const std::string& to) {
  std::vector<std::string> names;
  const rocksdb::Status listed = frozen.GetChildren(directory, rocksdb::IOOptions(), &names, nullptr);
  if (!listed.ok()) return StatusOf(listed, path, "copying it");
  for (const std::string& name : names) {
    absl::Status copied = CopyFile(frozen, absl::StrCat(directory, "/", name), files, absl::StrCat(to, "/", name));
    if (!copied.ok()) return copied;
  }
  return absl::OkStatus();
}

// Fails unless the copy of the store at `from` is whole: it has the version that was `noted` as committed, and follows
// the version that the caller had open, which may be null.
absl::Status CheckVersion(const std::string& from, const Manifest& copied, const std::optional<VersionNote>& noted,
                          const Manifest* known) {
  if (noted.has_value() && copied.version < noted->version) {
    return absl::DataLossError(absl::StrCat(from, ": the catalogue is damaged: version ", noted->version,
                                            " was committed, and what can be read ends with version ", copied.version,
                                            ". The copy was not made."));
  }
  if (known != nullptr && !Follows(copied, *known)) {
    return absl::FailedPreconditionError(
        absl::StrCat(from,
                     ": another catalogue, or an earlier version, has taken its place since it was opened. The "
                     "copy was not made. Close the catalogue and open it anew."));
  }
  return absl::OkStatus();
}

absl::Status WriteNote(const std::shared_ptr<rocksdb::FileSystem>& files, const std::string& directory,
                       const Manifest& manifest) {
  auto note = VersionNoteFile::Open(files, directory, {manifest.catalogue, manifest.version});
  return note.ok() ? (*note)->Sync() : note.status();
}

}  // namespace

absl::StatusOr<uint64_t> Store::Copy(const std::string& from, const std::string& given_to,
                                     std::shared_ptr<rocksdb::FileSystem> file_system, const Manifest* known) {
  TakeStandardDescriptors();
  const std::string to = WithoutEndingSlash(given_to);
  const std::shared_ptr<rocksdb::FileSystem> files = FileSystemOr(std::move(file_system));
  const absl::StatusOr<PathState> source = Examine(from);
  if (!source.ok()) return source.status();
  if (absl::Status possible = CheckTarget(from, to); !possible.ok()) return possible;
  // Errors of what cannot be opened are those of opening it.
  if (source->kind != PathState::Kind::kDatabase) {
    return Store::Open(from, {.read_only = true, .cache_bytes = 0, .file_system = files}).status();
  }
  // Read before the files, so that these are not older.
  const auto note = VersionNoteFile::Read(*files, from, source->directory);
  if (!note.ok()) return note.status();
  absl::StatusOr<std::shared_ptr<FrozenFiles>> frozen = FrozenFiles::Take(files, from, source->directory);
  if (!frozen.ok()) return frozen.status();

  // A name beside it, for what is not whole yet.
  const std::string unfinished = absl::StrCat(to, ".unfinished.", ::getpid());
  std::error_code error;
  std::filesystem::remove_all(unfinished, error);
  if (absl::Status made = CreateFolder(unfinished); !made.ok()) return made;
  absl::Cleanup remove = [&] { std::filesystem::remove_all(unfinished, error); };
  absl::Status copied = CopyFiles(**frozen, from, source->directory, *files, unfinished);
  if (!copied.ok()) return copied;
  frozen->reset();
  const absl::StatusOr<Manifest> manifest = VerifiedManifest(unfinished, files);
  if (absl::IsDataLoss(manifest.status()) || absl::IsFailedPrecondition(manifest.status())) {
    // A problem of the copy is usually one of the catalogue, whose name the caller knows.
    absl::Status opened = Store::Open(from, {.read_only = true, .cache_bytes = 0, .file_system = files}).status();
    if (!opened.ok()) return opened;
  }
  if (!manifest.ok()) return manifest.status();
  if (absl::Status whole = CheckVersion(from, *manifest, *note, known); !whole.ok()) return whole;
  if (absl::Status check = CheckStop(); !check.ok()) return check;
  if (absl::Status noted = WriteNote(files, unfinished, *manifest); !noted.ok()) return noted;
  if (absl::Status synced = SyncFolder(*files, unfinished); !synced.ok()) return synced;
  std::filesystem::rename(unfinished, to, error);
  if (error) return ErrnoStatus(error.value(), to, "giving the copy its name");
  std::move(remove).Cancel();
  const std::filesystem::path parent = std::filesystem::absolute(to, error).lexically_normal().parent_path();
  if (absl::Status synced = SyncFolder(*files, parent.string()); !synced.ok()) {
    std::filesystem::remove_all(to, error);
    return synced;
  }
  return manifest->version;
}

}  // namespace muster::storage
