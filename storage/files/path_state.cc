#include "storage/files/path_state.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "storage/files/absl_text.h"
#include "storage/files/errno_status.h"
#include "storage/files/writer_lock.h"

namespace muster::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLogEnd = ".log";
constexpr std::string_view kTableEnd = ".sst";

// A file that RocksDB makes before CURRENT, which it makes last: an earlier creation was interrupted.
bool IsUnfinishedDatabaseFile(std::string_view name) {
  const auto begins = [&](std::string_view prefix) { return name.starts_with(prefix); };
  return begins("LOCK") || begins("LOG") || begins("IDENTITY") || begins("MANIFEST-") || begins("OPTIONS-") ||
         name.ends_with(".dbtmp") || name.ends_with(kLogEnd);
}

struct File {
  std::string name;
  uint64_t size = 0;  // 0 also for what is not a file
};

absl::StatusOr<std::vector<File>> Files(const std::string& path, const std::string& directory) {
  std::vector<File> files;
  std::error_code error;
  for (auto it = fs::directory_iterator(directory, error); !error && it != end(it); it.increment(error)) {
    std::error_code ignored;  // it may be gone by now
    const uint64_t size = it->is_regular_file(ignored) ? it->file_size(ignored) : 0;
    files.push_back({it->path().filename().string(), ignored ? 0 : size});
  }
  if (error) return ErrnoStatus(error.value(), path, "listing its folder");
  return files;
}

// Files that hold what was imported.
bool HoldsData(const File& file) {
  return file.name.ends_with(kTableEnd) || (file.name.ends_with(kLogEnd) && file.size > 0);
}

absl::Status WrongPath(const std::string& path, std::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat("\"", path.substr(0, path.find('\0')), "\": ", ForAbsl(what)));
}

}  // namespace

absl::StatusOr<PathState> Examine(const std::string& path) {
  if (path.empty()) return WrongPath(path, "no path was given. Give the folder of a catalogue.");
  if (path.find('\0') != path.npos) {
    return WrongPath(path, "the path has a zero byte behind this. Give the folder of a catalogue.");
  }
  struct stat info = {};
  if (::stat(path.c_str(), &info) != 0) {
    if (errno != ENOENT) return ErrnoStatus(errno, path, "looking for it");
    struct stat link = {};
    if (::lstat(path.c_str(), &link) == 0 && S_ISLNK(link.st_mode)) {
      std::error_code ignored;
      return absl::FailedPreconditionError(absl::StrCat(path, ": a symbolic link to ",
                                                        fs::read_symlink(path, ignored).string(),
                                                        ", where there is nothing. Mend or remove the link."));
    }
    return PathState{};
  }
  std::error_code error;
  PathState place{PathState::Kind::kOther, fs::canonical(path, error).string()};
  if (error) return ErrnoStatus(error.value(), path, "following it");
  if (!S_ISDIR(info.st_mode)) return place;

  if (::stat((place.directory + "/CURRENT").c_str(), &info) == 0) {
    place.kind = PathState::Kind::kDatabase;
    return place;
  }
  if (errno != ENOENT) return ErrnoStatus(errno, path, "looking for its file CURRENT");
  const absl::StatusOr<std::vector<File>> files = Files(path, place.directory);
  if (!files.ok()) return files.status();
  if (ReadFolderState(place.directory) == FolderState::kReady ||
      (std::ranges::any_of(*files, HoldsData) && LooksLikeOurs(place.directory))) {
    place.kind = PathState::Kind::kIncomplete;
  } else if (std::ranges::all_of(
                 *files, [](const File& file) { return IsUnfinishedDatabaseFile(file.name) && !HoldsData(file); })) {
    place.kind = PathState::Kind::kEmpty;
  }
  return place;
}

absl::Status CreateFolder(const std::string& path) {
  std::error_code error;
  fs::path parent = fs::absolute(path, error).lexically_normal();
  if (!parent.has_filename()) parent = parent.parent_path();
  std::vector<fs::path> to_sync;
  while (!error && parent.has_relative_path() && !fs::exists(parent, error)) {
    parent = parent.parent_path();
    to_sync.push_back(parent);
  }
  if (!error) fs::create_directories(path, error);
  if (error == std::errc::no_such_file_or_directory) {
    return absl::FailedPreconditionError(absl::StrCat(path, ": no folder can be made there. Choose another path."));
  }
  if (error) return ErrnoStatus(error.value(), path, "creating its folder");
  for (const fs::path& directory : to_sync) {
    const int fd = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) continue;  // not readable, hence not ours to sync
    ::fsync(fd);           // some file systems cannot; then there is nothing to be done
    ::close(fd);
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> MayFinishCreation(const std::string& directory) {
  const FolderState state = ReadFolderState(directory);
  if (state != FolderState::kUnmarked) return state == FolderState::kCreating;
  const absl::StatusOr<std::vector<File>> files = Files(directory, directory);
  if (!files.ok()) return files.status();
  return std::ranges::none_of(*files, HoldsData);
}

bool LooksLikeOurs(const std::string& directory) {
  if (ReadFolderState(directory) != FolderState::kUnmarked) return true;
  const absl::StatusOr<std::vector<File>> files = Files(directory, directory);
  if (!files.ok()) return false;
  return std::ranges::any_of(*files, [&](const File& file) {
    const fs::path path = fs::path(directory) / file.name;
    std::error_code ignored;
    if (!file.name.starts_with("OPTIONS-") || !fs::is_regular_file(path, ignored)) return false;
    std::ifstream options(path);
    std::string line;
    while (std::getline(options, line)) {
      if (absl::StrContains(line, "[CFOptions \"postings\"]")) return true;
    }
    return false;
  });
}

bool HasLog(const std::string& directory) {
  const absl::StatusOr<std::vector<File>> files = Files(directory, directory);
  return !files.ok() ||
         std::ranges::any_of(*files, [](const File& file) { return file.name.ends_with(kLogEnd) && file.size > 0; });
}

void RemoveEmptyLogs(const std::string& directory) {
  const absl::StatusOr<std::vector<File>> files = Files(directory, directory);
  if (!files.ok()) return;  // errors are reported by whoever needs the files
  for (const File& file : *files) {
    std::error_code ignored;
    const fs::path path = fs::path(directory) / file.name;
    if (file.name.ends_with(kLogEnd) && fs::is_regular_file(path, ignored) && fs::is_empty(path, ignored)) {
      fs::remove(path, ignored);
    }
  }
}

}  // namespace muster::storage
