#include "storage/files/rocks_stoppable_files.h"

#include <unistd.h>

#include <algorithm>
#include <new>
#include <string_view>
#include <utility>

#include "storage/files/rocks_diary.h"
#include "storage/files/rocks_memory_file.h"
#include "storage/files/standard_descriptors.h"

namespace muster::storage {

using rocksdb::FSSequentialFile;
using rocksdb::FSWritableFile;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

namespace {

// What is kept in memory after stopping, so that the database can finish what it is at. Beyond, its reads fail.
constexpr uint64_t kMaxImagined = uint64_t{32} << 20;

bool IsLog(std::string_view path) { return path.ends_with(".log"); }
bool IsManifest(std::string_view path) { return path.find("/MANIFEST-") != path.npos; }
bool IsTable(std::string_view path) { return path.ends_with(".sst"); }
// RocksDB's own diary, "LOG" and "LOG.old...": whether it can be written is of no importance.
bool IsDiary(std::string_view path) { return path.substr(path.rfind('/') + 1).starts_with("LOG"); }

}  // namespace

/// A file that is being written.
class StoppableFile final : public FSWritableFile {
 public:
  /// `file` may be null when `files` has stopped.
  StoppableFile(StoppableFiles* files, std::string path, std::unique_ptr<FSWritableFile> file, uint64_t size)
      : files_(files), path_(std::move(path)), file_(std::move(file)), size_(size), synced_(size) {
    absl::MutexLock lock(&files_->mutex_);
    files_->open_.insert(this);
  }
  ~StoppableFile() override {
    absl::MutexLock lock(&files_->mutex_);
    files_->open_.erase(this);
  }

  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    if (!files_->Try([&] { return file_->Append(data, options, debug); })) files_->AppendImagined(path_, data);
    size_ += data.size();
    return IOStatus::OK();
  }
  IOStatus Append(const Slice& data, const IOOptions& options, const rocksdb::DataVerificationInfo&,
                  IODebugContext* debug) override {
    return Append(data, options, debug);
  }
  IOStatus Truncate(uint64_t size, const IOOptions& options, IODebugContext* debug) override {
    if (files_->Try([&] { return file_->Truncate(size, options, debug); })) {
      size_ = size;
      synced_ = std::min(synced_.load(), size);
    }
    return IOStatus::OK();
  }
  IOStatus Flush(const IOOptions& options, IODebugContext* debug) override {
    files_->Try([&] { return file_->Flush(options, debug); });
    return IOStatus::OK();
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    files_->Try([&] {
      const uint64_t size = size_;
      IOStatus status = file_->Sync(options, debug);
      if (status.ok()) synced_ = size;
      return status;
    });
    return IOStatus::OK();
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    files_->Try([&] {
      const uint64_t size = size_;
      IOStatus status = file_->Fsync(options, debug);
      if (status.ok()) synced_ = size;
      return status;
    });
    return IOStatus::OK();
  }
  bool IsSyncThreadSafe() const override { return file_ != nullptr && file_->IsSyncThreadSafe(); }
  // Hints, which make nothing durable, and whose failure is followed by that of what they hint at.
  IOStatus RangeSync(uint64_t offset, uint64_t bytes, const IOOptions& options, IODebugContext* debug) override {
    if (file_ != nullptr && !files_->stopped()) file_->RangeSync(offset, bytes, options, debug).PermitUncheckedError();
    return IOStatus::OK();
  }
  void PrepareWrite(size_t offset, size_t length, const IOOptions& options, IODebugContext* debug) override {
    if (file_ != nullptr && !files_->stopped()) file_->PrepareWrite(offset, length, options, debug);
  }
  IOStatus Allocate(uint64_t offset, uint64_t length, const IOOptions& options, IODebugContext* debug) override {
    if (file_ != nullptr && !files_->stopped()) file_->Allocate(offset, length, options, debug).PermitUncheckedError();
    return IOStatus::OK();
  }
  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    const bool closed = files_->Try([&] {
      closed_ = true;
      return file_->Close(options, debug);
    });
    if (!closed && file_ != nullptr) file_->Close(options, debug).PermitUncheckedError();
    return IOStatus::OK();
  }
  void SetWriteLifeTimeHint(rocksdb::Env::WriteLifeTimeHint hint) override {
    if (file_ != nullptr) file_->SetWriteLifeTimeHint(hint);
  }
  void SetPreallocationBlockSize(size_t size) override {
    if (file_ != nullptr) file_->SetPreallocationBlockSize(size);
  }
  uint64_t GetFileSize(const IOOptions&, IODebugContext*) override { return size_; }

 private:
  friend class StoppableFiles;

  /// After stopping: takes back what nobody may rely on. Whether that is durable.
  bool CutBack() {
    if (file_ == nullptr || closed_) return true;
    if (IsLog(path_) || IsManifest(path_)) {
      // Also where nothing was added that we know of: a write that failed may have written something.
      IOStatus status = file_->Truncate(synced_, IOOptions(), nullptr);
      if (status.ok()) status = file_->Sync(IOOptions(), nullptr);
      return status.ok();
    }
    if (IsTable(path_)) {
      // No version of the database can name it any more. Its bytes may be what is lacking on the disk.
      file_->Truncate(0, IOOptions(), nullptr).PermitUncheckedError();
    }
    return true;
  }

  StoppableFiles* const files_;
  const std::string path_;
  const std::unique_ptr<FSWritableFile> file_;
  std::atomic<uint64_t> size_;
  std::atomic<uint64_t> synced_;
  std::atomic<bool> closed_ = false;
};

/// A file that is read.
class StoppableReader final : public rocksdb::FSRandomAccessFile {
 public:
  StoppableReader(StoppableFiles* files, std::unique_ptr<rocksdb::FSRandomAccessFile> file)
      : files_(files), file_(std::move(file)) {
    absl::MutexLock lock(&files_->mutex_);
    files_->read_.insert(this);
  }
  ~StoppableReader() override {
    absl::MutexLock lock(&files_->mutex_);
    files_->read_.erase(this);
  }

  IOStatus Read(uint64_t offset, size_t n, const IOOptions& options, Slice* result, char* scratch,
                IODebugContext* debug) const override {
    absl::ReaderMutexLock lock(&closing_);
    return file_ != nullptr ? file_->Read(offset, n, options, result, scratch, debug) : IOStatus::IOError("closed");
  }
  IOStatus Prefetch(uint64_t offset, size_t n, const IOOptions& options, IODebugContext* debug) override {
    absl::ReaderMutexLock lock(&closing_);
    return file_ != nullptr ? file_->Prefetch(offset, n, options, debug) : IOStatus::IOError("closed");
  }
  IOStatus MultiRead(rocksdb::FSReadRequest* requests, size_t count, const IOOptions& options,
                     IODebugContext* debug) override {
    absl::ReaderMutexLock lock(&closing_);
    return file_ != nullptr ? file_->MultiRead(requests, count, options, debug) : IOStatus::IOError("closed");
  }
  size_t GetUniqueId(char* id, size_t size) const override {
    absl::ReaderMutexLock lock(&closing_);
    return file_ != nullptr ? file_->GetUniqueId(id, size) : 0;
  }
  void Hint(AccessPattern pattern) override {
    absl::ReaderMutexLock lock(&closing_);
    if (file_ != nullptr) file_->Hint(pattern);
  }

 private:
  friend class StoppableFiles;

  void Close() {
    absl::WriterMutexLock lock(&closing_);
    file_ = nullptr;
  }

  StoppableFiles* const files_;
  mutable absl::Mutex closing_;
  std::unique_ptr<rocksdb::FSRandomAccessFile> file_ ABSL_GUARDED_BY(closing_);
};

/// A directory that is synced.
class StoppableDirectory final : public rocksdb::FSDirectory {
 public:
  /// `directory` may be null when `files` has stopped.
  StoppableDirectory(StoppableFiles* files, std::unique_ptr<rocksdb::FSDirectory> directory)
      : files_(files), directory_(std::move(directory)) {}
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    files_->Try([&] { return directory_->Fsync(options, debug); });
    return IOStatus::OK();
  }
  IOStatus FsyncWithDirOptions(const IOOptions& options, IODebugContext* debug,
                               const rocksdb::DirFsyncOptions& how) override {
    files_->Try([&] { return directory_->FsyncWithDirOptions(options, debug, how); });
    return IOStatus::OK();
  }
  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    if (directory_ != nullptr) directory_->Close(options, debug).PermitUncheckedError();
    return IOStatus::OK();
  }

 private:
  StoppableFiles* const files_;
  const std::unique_ptr<rocksdb::FSDirectory> directory_;
};

StoppableFiles::StoppableFiles(std::shared_ptr<rocksdb::FileSystem> base)
    : FileSystemWrapper(std::move(base)), process_(::getpid()) {}

StoppableFiles::~StoppableFiles() { DeleteKept(); }

IOStatus StoppableFiles::failure() const {
  if (!stopped()) return IOStatus::OK();
  absl::MutexLock lock(&mutex_);
  return failure_;
}

template <typename F>
bool StoppableFiles::Try(const F& change) {
  if (stopped()) return false;
  IOStatus status;
  {
    absl::ReaderMutexLock lock(&changing_);
    if (stopped()) return false;
    status = change();
  }
  if (status.ok()) return true;
  Stop(status);
  return false;
}

void StoppableFiles::Stop(const IOStatus& why) {
  absl::WriterMutexLock lock(&changing_);
  if (stopped()) return;
  {
    absl::MutexLock inner(&mutex_);
    bool durable = true;
    for (StoppableFile* file : ::getpid() == process_ ? open_ : std::set<StoppableFile*>()) {
      try {
        durable = file->CutBack() && durable;
      } catch (const std::bad_alloc&) {
        durable = false;
      }
    }
    cut_back_.store(durable, std::memory_order_release);
    try {
      failure_ = why;
    } catch (const std::bad_alloc&) {
      failure_ = rocksdb::status_to_io_status(rocksdb::Status::MemoryLimit());  // takes none
    }
  }
  stopped_.store(true, std::memory_order_release);
}

void StoppableFiles::Retire() {
  Stop(IOStatus::IOError("given up"));
  rocksdb::FileLock* lock = nullptr;
  {
    absl::MutexLock inner(&mutex_);
    lock = std::exchange(lock_, nullptr);
  }
  if (lock != nullptr) target()->UnlockFile(lock, IOOptions(), nullptr).PermitUncheckedError();
}

void StoppableFiles::CloseAll() {
  absl::MutexLock lock(&mutex_);
  for (StoppableReader* file : read_) file->Close();
  for (StoppableFile* file : open_) {
    if (file->file_ != nullptr && !file->closed_.exchange(true)) {
      file->file_->Close(IOOptions(), nullptr).PermitUncheckedError();
    }
  }
}

void StoppableFiles::KeepTablesFor(std::weak_ptr<const void> reader) {
  absl::MutexLock lock(&mutex_);
  reader_ = std::move(reader);
}

void StoppableFiles::DeleteKept() {
  std::vector<std::string> kept;
  {
    absl::MutexLock lock(&mutex_);
    if (!reader_.expired()) return;
    kept = std::exchange(kept_, {});
  }
  if (stopped()) return;
  for (const std::string& path : kept) target()->DeleteFile(path, IOOptions(), nullptr).PermitUncheckedError();
}

std::string* StoppableFiles::Imagine(const std::string& path) {
  const auto [entry, is_new] = imagined_.try_emplace(path);
  if (is_new) {
    auto bytes = std::make_unique<std::string>();
    uint64_t size = 0;
    const bool there =
        removed_.erase(path) == 0 && target()->GetFileSize(path, IOOptions(), &size, nullptr).ok() && size > 0;
    if (there && imagined_bytes_ + size <= kMaxImagined) {
      if (!rocksdb::ReadFileToString(target(), path, bytes.get()).ok()) bytes = nullptr;
    } else if (there) {
      bytes = nullptr;
    }
    if (bytes != nullptr) imagined_bytes_ += bytes->size();
    entry->second = std::move(bytes);
  }
  return entry->second.get();
}

void StoppableFiles::AppendImagined(const std::string& path, const Slice& data) {
  absl::MutexLock lock(&mutex_);
  std::string* const bytes = Imagine(path);
  if (bytes == nullptr) return;
  imagined_bytes_ += data.size();
  if (imagined_bytes_ <= kMaxImagined) {
    bytes->append(data.data(), data.size());
    return;
  }
  imagined_bytes_ -= bytes->size() + data.size();
  imagined_[path] = nullptr;
}

IOStatus StoppableFiles::NewSequentialFile(const std::string& path, const rocksdb::FileOptions& options,
                                           std::unique_ptr<FSSequentialFile>* file, IODebugContext* debug) {
  if (stopped()) {
    absl::MutexLock lock(&mutex_);
    if (const auto found = imagined_.find(path); found != imagined_.end()) {
      if (found->second == nullptr) return IOStatus::IOError("not written", path);
      *file = MakeSequentialFile(*found->second);
      return IOStatus::OK();
    }
  }
  return target()->NewSequentialFile(path, options, file, debug);
}

IOStatus StoppableFiles::NewRandomAccessFile(const std::string& path, const rocksdb::FileOptions& options,
                                             std::unique_ptr<rocksdb::FSRandomAccessFile>* file,
                                             IODebugContext* debug) {
  if (stopped()) {
    absl::MutexLock lock(&mutex_);
    if (const auto found = imagined_.find(path); found != imagined_.end()) {
      if (found->second == nullptr) return IOStatus::IOError("not written", path);
      *file = MakeRandomAccessFile(*found->second);
      return IOStatus::OK();
    }
  }
  const IOStatus status = target()->NewRandomAccessFile(path, options, file, debug);
  if (status.ok()) *file = std::make_unique<StoppableReader>(this, std::move(*file));
  return status;
}

IOStatus StoppableFiles::NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                         std::unique_ptr<FSWritableFile>* file, IODebugContext* debug) {
  TakeStandardDescriptors();  // which the program may have closed meanwhile
  std::unique_ptr<FSWritableFile> made;
  if (!Try([&] { return target()->NewWritableFile(path, options, &made, debug); })) {
    absl::MutexLock lock(&mutex_);
    removed_.insert(path);  // whatever was there before
    imagined_.erase(path);
    Imagine(path);
  }
  *file = std::make_unique<StoppableFile>(this, path, std::move(made), 0);
  return IOStatus::OK();
}

IOStatus StoppableFiles::ReopenWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                            std::unique_ptr<FSWritableFile>* file, IODebugContext* debug) {
  uint64_t size = 0;
  GetFileSize(path, IOOptions(), &size, nullptr).PermitUncheckedError();
  std::unique_ptr<FSWritableFile> made;
  if (!Try([&] { return target()->ReopenWritableFile(path, options, &made, debug); })) {
    absl::MutexLock lock(&mutex_);
    Imagine(path);
  }
  *file = std::make_unique<StoppableFile>(this, path, std::move(made), size);
  return IOStatus::OK();
}

IOStatus StoppableFiles::ReuseWritableFile(const std::string& path, const std::string& old_path,
                                           const rocksdb::FileOptions& options, std::unique_ptr<FSWritableFile>* file,
                                           IODebugContext* debug) {
  RenameFile(old_path, path, options.io_options, debug).PermitUncheckedError();
  return NewWritableFile(path, options, file, debug);
}

IOStatus StoppableFiles::NewDirectory(const std::string& path, const IOOptions& options,
                                      std::unique_ptr<rocksdb::FSDirectory>* directory, IODebugContext* debug) {
  std::unique_ptr<rocksdb::FSDirectory> opened;
  Try([&] { return target()->NewDirectory(path, options, &opened, debug); });
  *directory = std::make_unique<StoppableDirectory>(this, std::move(opened));
  return IOStatus::OK();
}

IOStatus StoppableFiles::NewLogger(const std::string& path, const IOOptions&, std::shared_ptr<rocksdb::Logger>* logger,
                                   IODebugContext* debug) {
  std::unique_ptr<FSWritableFile> file;
  if (!stopped()) target()->NewWritableFile(path, rocksdb::FileOptions(), &file, debug).PermitUncheckedError();
  *logger = MakeDiary(std::move(file));
  return IOStatus::OK();
}

IOStatus StoppableFiles::FileExists(const std::string& path, const IOOptions& options, IODebugContext* debug) {
  if (stopped()) {
    absl::MutexLock lock(&mutex_);
    if (imagined_.contains(path)) return IOStatus::OK();
    if (removed_.contains(path)) return IOStatus::NotFound(path);
  }
  return target()->FileExists(path, options, debug);
}

IOStatus StoppableFiles::GetFileSize(const std::string& path, const IOOptions& options, uint64_t* size,
                                     IODebugContext* debug) {
  if (stopped()) {
    absl::MutexLock lock(&mutex_);
    if (const auto found = imagined_.find(path); found != imagined_.end() && found->second != nullptr) {
      *size = found->second->size();
      return IOStatus::OK();
    }
  }
  return target()->GetFileSize(path, options, size, debug);
}

IOStatus StoppableFiles::DeleteFile(const std::string& path, const IOOptions& options, IODebugContext* debug) {
  {
    absl::ReaderMutexLock changing(&changing_);
    absl::MutexLock lock(&mutex_);
    if (stopped()) {
      imagined_.erase(path);
      removed_.insert(path);
      return IOStatus::OK();
    }
    if (IsTable(path) && !reader_.expired()) {
      kept_.push_back(path);
      return IOStatus::OK();
    }
  }
  // What cannot be removed is in nobody's way but for its bytes; the next opening tries again.
  target()->DeleteFile(path, options, debug).PermitUncheckedError();
  return IOStatus::OK();
}

IOStatus StoppableFiles::RenameFile(const std::string& from, const std::string& to, const IOOptions& options,
                                    IODebugContext* debug) {
  if (IsDiary(from)) {
    if (!stopped()) target()->RenameFile(from, to, options, debug).PermitUncheckedError();
    return IOStatus::OK();
  }
  if (Try([&] { return target()->RenameFile(from, to, options, debug); })) return IOStatus::OK();
  absl::MutexLock lock(&mutex_);
  Imagine(from);
  imagined_[to] = std::move(imagined_[from]);
  imagined_.erase(from);
  removed_.insert(from);
  return IOStatus::OK();
}

IOStatus StoppableFiles::LinkFile(const std::string& from, const std::string& to, const IOOptions& options,
                                  IODebugContext* debug) {
  Try([&] { return target()->LinkFile(from, to, options, debug); });
  return IOStatus::OK();
}

IOStatus StoppableFiles::Truncate(const std::string& path, size_t size, const IOOptions& options,
                                  IODebugContext* debug) {
  Try([&] { return target()->Truncate(path, size, options, debug); });
  return IOStatus::OK();
}

IOStatus StoppableFiles::LockFile(const std::string& path, const IOOptions& options, rocksdb::FileLock** lock,
                                  IODebugContext* debug) {
  const IOStatus status = target()->LockFile(path, options, lock, debug);
  absl::MutexLock inner(&mutex_);
  if (status.ok()) lock_ = *lock;
  return status;
}

IOStatus StoppableFiles::UnlockFile(rocksdb::FileLock* lock, const IOOptions& options, IODebugContext* debug) {
  {
    absl::MutexLock inner(&mutex_);
    if (lock_ != lock) return IOStatus::OK();  // given back when it was retired
    lock_ = nullptr;
  }
  return target()->UnlockFile(lock, options, debug);
}

}  // namespace muster::storage
