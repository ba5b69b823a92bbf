#include "storage/files/rocks_frozen_files.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

#include "absl/memory/memory.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "storage/files/absl_text.h"
#include "storage/files/rocks_file_kinds.h"
#include "storage/files/status_of.h"

namespace muster::storage {
namespace {

using rocksdb::IOStatus;

constexpr std::string_view kCurrent = "CURRENT";
constexpr size_t kLongestManifestName = 32;
// A writer changes the manifest a few times a second at the most, and looking takes about a millisecond.
constexpr int kAttempts = 200;

IOStatus Absent(const std::string& name) { return IOStatus::PathNotFound(name, "not there when it was opened"); }
IOStatus ReadOnly(const std::string& name) { return IOStatus::NotSupported(name, "opened read-only"); }

// A file that others hold as well.
class SharedFile final : public rocksdb::FSRandomAccessFileWrapper {
 public:
  explicit SharedFile(std::shared_ptr<rocksdb::FSRandomAccessFile> file)
      : FSRandomAccessFileWrapper(file.get()), file_(std::move(file)) {}

 private:
  const std::shared_ptr<rocksdb::FSRandomAccessFile> file_;
};

// The first `size` bytes of a file, one after the other.
class Beginning final : public rocksdb::FSSequentialFile {
 public:
  Beginning(std::shared_ptr<rocksdb::FSRandomAccessFile> file, uint64_t size) : file_(std::move(file)), size_(size) {}
  IOStatus Read(size_t n, const rocksdb::IOOptions& options, rocksdb::Slice* result, char* scratch,
                rocksdb::IODebugContext* debug) override {
    n = std::min<uint64_t>(n, size_ - place_);
    *result = rocksdb::Slice();
    if (n == 0) return IOStatus::OK();  // which RocksDB's files take for an error
    IOStatus status = file_->Read(place_, n, options, result, scratch, debug);
    if (status.ok()) place_ += result->size();
    return status;
  }
  IOStatus Skip(uint64_t n) override {
    place_ += std::min(n, size_ - place_);
    return IOStatus::OK();
  }

 private:
  const std::shared_ptr<rocksdb::FSRandomAccessFile> file_;
  const uint64_t size_;
  uint64_t place_ = 0;
};

// A text as a file.
class TextFile final : public rocksdb::FSSequentialFile {
 public:
  explicit TextFile(std::string text) : text_(std::move(text)) {}
  IOStatus Read(size_t n, const rocksdb::IOOptions& /*options*/, rocksdb::Slice* result, char* scratch,
                rocksdb::IODebugContext* /*debug*/) override {
    n = std::min(n, text_.size() - place_);
    std::memcpy(scratch, text_.data() + place_, n);
    *result = rocksdb::Slice(scratch, n);
    place_ += n;
    return IOStatus::OK();
  }
  IOStatus Skip(uint64_t n) override {
    place_ += std::min<uint64_t>(n, text_.size() - place_);
    return IOStatus::OK();
  }

 private:
  const std::string text_;
  size_t place_ = 0;
};

}  // namespace

FrozenFiles::FrozenFiles(const std::shared_ptr<rocksdb::FileSystem>& base, std::string directory)
    : FileSystemWrapper(base), directory_(std::move(directory)) {}

absl::StatusOr<std::shared_ptr<FrozenFiles>> FrozenFiles::Take(const std::shared_ptr<rocksdb::FileSystem>& base,
                                                               const std::string& path, const std::string& directory) {
  const std::shared_ptr<FrozenFiles> files(new FrozenFiles(base, directory));
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    bool unchanged = false;
    const IOStatus status = files->TryTake(&unchanged);
    if (!status.ok()) return StatusOf(status, path, "opening it");
    if (unchanged) return files;
    std::this_thread::sleep_for(std::chrono::milliseconds(std::min(attempt, 20)));
  }
  return absl::UnavailableError(
      absl::StrCat(path, ": another process wrote to the catalogue each time it was looked at. Try again later."));
}

// A version of the database is what the manifest says up to some byte of it, and what the logs say up to a later
// instant. Its table files are there from before the manifest names them until after it says that they go, its logs
// until the manifest says that tables have taken their place. So when the manifest has not grown from before the folder
// is listed until after the logs are measured, all files of the version of the manifest are held, and whatever the logs
// build on is in them.
IOStatus FrozenFiles::TryTake(bool* unchanged) {
  const rocksdb::IOOptions options;
  const auto read_current = [&](std::string* text) {
    return rocksdb::ReadFileToString(target(), absl::StrCat(directory_, "/", ForAbsl(kCurrent)), text);
  };
  rocksdb::Status read = read_current(&current_);
  if (!read.ok()) return rocksdb::status_to_io_status(std::move(read));
  const std::string manifest(absl::StripSuffix(current_, "\n"));
  // A CURRENT that names something else is damaged, which RocksDB will say.
  const bool is_named = manifest.starts_with("MANIFEST-") && manifest.size() <= kLongestManifestName;
  IOStatus status = is_named ? Hold(manifest) : IOStatus::OK();
  if (!status.ok()) return status;
  const File* const held = Find(absl::StrCat(directory_, "/", manifest));
  const uint64_t size = held != nullptr ? held->size : 0;
  const bool missing = held == nullptr;

  std::vector<std::string> names;
  status = target()->GetChildren(directory_, options, &names, nullptr);
  if (!status.ok()) return status;
  std::ranges::sort(names);  // logs by number: an earlier one has ended if there is a later one
  std::erase_if(files_, [&](const auto& entry) {
    return entry.first != manifest && !std::ranges::binary_search(names, entry.first);
  });
  for (const std::string& name : names) {
    if (!IsRocksTable(name) && !IsRocksLog(name) && name != "IDENTITY") continue;
    status = Hold(name);
    if (!status.ok()) return status;
  }

  std::string current;
  read = read_current(&current);
  if (!read.ok()) return rocksdb::status_to_io_status(std::move(read));
  uint64_t size_now = 0;
  status = is_named ? target()->GetFileSize(absl::StrCat(directory_, "/", manifest), options, &size_now, nullptr)
                    : Absent(manifest);
  if (!status.ok() && !status.IsPathNotFound() && !status.IsNotFound()) return status;
  // A manifest that is missing, and goes on being what CURRENT says, is damage, which RocksDB will say.
  *unchanged = current == current_ && (status.ok() ? !missing && size_now == size : missing);
  return IOStatus::OK();
}

IOStatus FrozenFiles::Hold(const std::string& name) {
  const std::string path = absl::StrCat(directory_, "/", name);
  std::shared_ptr<rocksdb::FSRandomAccessFile> file;
  if (const auto held = files_.find(name); held != files_.end()) {
    // A table file is complete when the manifest names it, and it was measured before that perhaps.
    file = held->second.file;
  } else {
    std::unique_ptr<rocksdb::FSRandomAccessFile> opened;
    IOStatus status = target()->NewRandomAccessFile(path, rocksdb::FileOptions(), &opened, nullptr);
    if (status.IsPathNotFound() || status.IsNotFound()) return IOStatus::OK();
    if (!status.ok()) return status;
    file = std::move(opened);
  }
  uint64_t size = 0;
  IOStatus status = target()->GetFileSize(path, rocksdb::IOOptions(), &size, nullptr);
  if (status.IsPathNotFound() || status.IsNotFound()) {
    files_.erase(name);
    return IOStatus::OK();
  }
  if (!status.ok()) return status;
  files_.insert_or_assign(name, File{std::move(file), size});
  return IOStatus::OK();
}

bool FrozenFiles::IsInFolder(std::string_view path) const {
  return path.starts_with(directory_) && path.size() > directory_.size() && path[directory_.size()] == '/';
}

const FrozenFiles::File* FrozenFiles::Find(std::string_view path) const {
  const auto found = files_.find(path.substr(path.rfind('/') + 1));
  return found != files_.end() ? &found->second : nullptr;
}

IOStatus FrozenFiles::NewSequentialFile(const std::string& name, const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSSequentialFile>* result,
                                        rocksdb::IODebugContext* debug) {
  if (!IsInFolder(name)) return target()->NewSequentialFile(name, options, result, debug);
  if (name.ends_with(absl::StrCat("/", ForAbsl(kCurrent)))) {
    *result = std::make_unique<TextFile>(current_);
    return IOStatus::OK();
  }
  const File* const file = Find(name);
  if (file == nullptr) return Absent(name);
  *result = std::make_unique<Beginning>(file->file, file->size);
  return IOStatus::OK();
}

IOStatus FrozenFiles::NewRandomAccessFile(const std::string& name, const rocksdb::FileOptions& options,
                                          std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                                          rocksdb::IODebugContext* debug) {
  if (!IsInFolder(name)) return target()->NewRandomAccessFile(name, options, result, debug);
  const File* const file = Find(name);
  if (file == nullptr) return Absent(name);
  *result = std::make_unique<SharedFile>(file->file);
  return IOStatus::OK();
}

IOStatus FrozenFiles::FileExists(const std::string& name, const rocksdb::IOOptions& options,
                                 rocksdb::IODebugContext* debug) {
  if (!IsInFolder(name)) return target()->FileExists(name, options, debug);
  return name.ends_with(absl::StrCat("/", ForAbsl(kCurrent))) || Find(name) != nullptr ? IOStatus::OK()
                                                                                       : IOStatus::NotFound(name);
}

IOStatus FrozenFiles::GetChildren(const std::string& directory, const rocksdb::IOOptions& options,
                                  std::vector<std::string>* result, rocksdb::IODebugContext* debug) {
  if (absl::StripSuffix(directory, "/") != directory_) return target()->GetChildren(directory, options, result, debug);
  result->assign(1, std::string(kCurrent));
  for (const auto& [name, file] : files_) result->push_back(name);
  return IOStatus::OK();
}

IOStatus FrozenFiles::GetChildrenFileAttributes(const std::string& directory, const rocksdb::IOOptions& options,
                                                std::vector<rocksdb::FileAttributes>* result,
                                                rocksdb::IODebugContext* debug) {
  if (absl::StripSuffix(directory, "/") != directory_) {
    return target()->GetChildrenFileAttributes(directory, options, result, debug);
  }
  result->assign(1, rocksdb::FileAttributes{std::string(kCurrent), current_.size()});
  for (const auto& [name, file] : files_) result->push_back({name, file.size});
  return IOStatus::OK();
}

IOStatus FrozenFiles::GetFileSize(const std::string& name, const rocksdb::IOOptions& options, uint64_t* size,
                                  rocksdb::IODebugContext* debug) {
  if (!IsInFolder(name)) return target()->GetFileSize(name, options, size, debug);
  if (name.ends_with(absl::StrCat("/", ForAbsl(kCurrent)))) {
    *size = current_.size();
    return IOStatus::OK();
  }
  const File* const file = Find(name);
  if (file == nullptr) return Absent(name);
  *size = file->size;
  return IOStatus::OK();
}

IOStatus FrozenFiles::NewWritableFile(const std::string& name, const rocksdb::FileOptions& /*options*/,
                                      std::unique_ptr<rocksdb::FSWritableFile>* /*result*/,
                                      rocksdb::IODebugContext* /*debug*/) {
  return ReadOnly(name);
}

IOStatus FrozenFiles::DeleteFile(const std::string& name, const rocksdb::IOOptions& /*options*/,
                                 rocksdb::IODebugContext* /*debug*/) {
  return ReadOnly(name);
}

IOStatus FrozenFiles::RenameFile(const std::string& from, const std::string& /*to*/,
                                 const rocksdb::IOOptions& /*options*/, rocksdb::IODebugContext* /*debug*/) {
  return ReadOnly(from);
}

}  // namespace muster::storage
