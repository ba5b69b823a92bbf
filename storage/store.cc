// Store::Open: is there a store, of which format, and may one be made?
#include "storage/store.h"

#include <fcntl.h>
#include <rocksdb/write_batch.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "storage/absl_text.h"
#include "storage/rocks_db.h"
#include "storage/rocks_store.h"
#include "storage/status_of.h"

namespace muster::storage {
namespace {

namespace fs = std::filesystem;

enum class Place { kAbsent, kEmpty, kDatabase, kOther };

// A file that RocksDB makes before CURRENT, which it makes last: an earlier creation was interrupted.
bool IsUnfinishedDatabaseFile(const std::string& name) {
  const auto begins = [&](std::string_view prefix) { return name.starts_with(prefix); };
  return begins("LOCK") || begins("LOG") || begins("IDENTITY") || begins("MANIFEST-") || begins("OPTIONS-") ||
         name.ends_with(".dbtmp") || name.ends_with(".log");
}

absl::StatusOr<Place> Inspect(const std::string& path) {
  const auto failed = [&](const std::error_code& error) {
    const std::string message = absl::StrCat(path, ": cannot be examined: ", error.message());
    return error == std::errc::permission_denied ? absl::PermissionDeniedError(message)
                                                 : absl::UnavailableError(message);
  };
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return Place::kAbsent;
  if (error) return failed(error);
  if (status.type() != fs::file_type::directory) return Place::kOther;
  if (fs::exists(fs::path(path) / "CURRENT", error)) return Place::kDatabase;
  Place place = Place::kEmpty;
  for (auto it = fs::directory_iterator(path, error); !error && it != end(it); it.increment(error)) {
    if (!IsUnfinishedDatabaseFile(it->path().filename().string())) place = Place::kOther;
  }
  if (error) return failed(error);
  return place;
}

absl::Status NotAStore(const std::string& path) {
  return absl::FailedPreconditionError(
      absl::StrCat(path, ": not a Muster catalogue. Give the directory of one, or a new path to create one."));
}

absl::Status CheckFormat(const std::string& path, std::string_view format) {
  uint32_t version = 0;
  if (!absl::SimpleAtoi(ForAbsl(format), &version)) {
    return absl::DataLossError(absl::StrCat(
        path, ": the catalogue is damaged: its format version is not a number. Restore it from a backup."));
  }
  if (version == kFormatVersion) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat(path, ": the catalogue has format version ", version,
                                                    ", this program reads version ", kFormatVersion,
                                                    ". Use the program that fits, or import the catalogue again."));
}

// Makes `path` and its parents, and their entries durable: a commit in a directory that a power cut forgets is lost.
absl::Status CreateDirectory(const std::string& path) {
  std::error_code error;
  fs::path parent = fs::absolute(path, error).lexically_normal();
  if (!parent.has_filename()) parent = parent.parent_path();
  std::vector<fs::path> to_sync;
  while (!error && parent.has_relative_path() && !fs::exists(parent, error)) {
    parent = parent.parent_path();
    to_sync.push_back(parent);
  }
  if (!error) fs::create_directories(path, error);
  if (error) {
    return absl::PermissionDeniedError(absl::StrCat(path, ": cannot be created: ", error.message(),
                                                    ". Choose another path or change the permissions."));
  }
  for (const fs::path& directory : to_sync) {
    const int fd = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) continue;  // not readable, hence not ours to sync
    ::fsync(fd);           // some file systems cannot; then there is nothing to be done
    ::close(fd);
  }
  return absl::OkStatus();
}

// Whether the database at `path` may be opened as a store, or, with may_create, finished as one whose creation was
// interrupted. Neither locks nor changes it, as it may be somebody else's.
absl::Status CheckDatabase(const std::string& path, bool may_create) {
  const absl::StatusOr<std::vector<std::string>> found = RocksDb::ListColumnFamilies(path);
  if (!found.ok()) return found.status();
  std::vector<std::string> ours(std::begin(kColumnFamilyNames), std::end(kColumnFamilyNames));
  std::ranges::sort(ours);
  // The ordinary case; the format is checked once it is open.
  if (*found == ours) return absl::OkStatus();

  const absl::StatusOr<RocksDb::Glimpse> glimpse = RocksDb::Peek(path, FormatKey());
  if (!glimpse.ok()) return glimpse.status();
  if (glimpse->value.has_value()) {
    const absl::Status status = CheckFormat(path, *glimpse->value);
    return status.ok() ? NotAStore(path) : status;
  }
  const bool unfinished = glimpse->empty && std::ranges::includes(ours, *found);
  return unfinished && may_create ? absl::OkStatus() : NotAStore(path);
}

// Sees that `db` is a store of our format. With may_create, makes one of a new database: format and manifest are
// written at once, and the store exists from then on.
absl::Status CheckOrInitialize(RocksDb& db, bool may_create) {
  rocksdb::PinnableSlice format;
  const absl::StatusOr<bool> found = db.Get(kDefault, FormatKey(), &format);
  if (!found.ok()) return found.status();
  if (*found) return CheckFormat(db.path(), format.ToStringView());
  const absl::StatusOr<bool> empty = db.Empty();
  if (!empty.ok()) return empty.status();
  if (!*empty || !may_create) return NotAStore(db.path());
  rocksdb::WriteBatch batch;
  rocksdb::Status status = batch.Put(db.handle(kDefault), FormatKey(), absl::StrCat(kFormatVersion));
  if (status.ok()) status = batch.Put(db.handle(kDefault), ManifestKey(), Manifest().Encode());
  rocksdb::WriteOptions options;
  options.sync = true;
  if (status.ok()) status = db.db().Write(options, &batch);
  return StatusOf(status, db.path(), "creating it");
}

}  // namespace

absl::StatusOr<std::unique_ptr<Store>> Store::Open(const std::string& path, const StoreOptions& options) {
  const bool may_create = options.create_if_missing && !options.read_only;
  const absl::StatusOr<Place> place = Inspect(path);
  if (!place.ok()) return place.status();
  absl::Status status;
  switch (*place) {
    case Place::kAbsent:
    case Place::kEmpty:
      if (!may_create) {
        return absl::NotFoundError(absl::StrCat(path, ": there is no catalogue. Check the path, or create one."));
      }
      status = CreateDirectory(path);
      break;
    case Place::kDatabase:
      status = CheckDatabase(path, may_create);
      break;
    case Place::kOther:
      status = NotAStore(path);
      break;
  }
  if (!status.ok()) return status;
  absl::StatusOr<std::shared_ptr<RocksDb>> db =
      RocksDb::Open(path, {.create_if_missing = may_create, .read_only = options.read_only});
  if (!db.ok()) return db.status();
  status = CheckOrInitialize(**db, may_create);
  if (!status.ok()) return status;
  return RocksStore::Load(*std::move(db), options);
}

}  // namespace muster::storage
