#include "storage/files/stoppable/rocks_stoppable_files.h"

#include <unistd.h>

#include <new>
#include <utility>

#include "storage/files/rocks_file_kinds.h"
#include "storage/files/standard_descriptors.h"
#include "storage/files/stoppable/rocks_info_log.h"
#include "storage/files/stoppable/rocks_memory_file.h"
#include "storage/files/stoppable/rocks_stoppable_file.h"

namespace muster::storage {

using rocksdb::FSSequentialFile;
using rocksdb::FSWritableFile;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;

StoppableFiles::StoppableFiles(const std::shared_ptr<rocksdb::FileSystem>& base)
    : FileSystemWrapper(base), process_(::getpid()), shadow_(target()) {}

StoppableFiles::~StoppableFiles() { DeleteKept(); }

IOStatus StoppableFiles::failure() const {
  if (!stopped()) return IOStatus::OK();
  absl::MutexLock lock(&mutex_);
  return failure_;
}

bool StoppableFiles::Try(absl::FunctionRef<IOStatus()> change) {
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
    if (::getpid() == process_) {
      for (StoppableFile* const file : open_) {
        try {
          durable = file->CutBack() && durable;
        } catch (const std::bad_alloc&) {
          durable = false;
        }
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
  readers_.CloseAll();
  absl::MutexLock lock(&mutex_);
  for (StoppableFile* file : open_) file->CloseNow();
}

void StoppableFiles::Enter(StoppableFile* file) {
  absl::MutexLock lock(&mutex_);
  open_.insert(file);
}

void StoppableFiles::Leave(StoppableFile* file) {
  absl::MutexLock lock(&mutex_);
  open_.erase(file);
}

void StoppableFiles::WriteShadow(const std::string& path, const rocksdb::Slice& added) {
  absl::MutexLock lock(&mutex_);
  shadow_.Append(path, added);
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

template <typename File>
std::optional<IOStatus> StoppableFiles::OpenShadow(const std::string& path,
                                                   std::unique_ptr<File> (*make)(std::string bytes),
                                                   std::unique_ptr<File>* file) {
  if (!stopped()) return std::nullopt;
  absl::MutexLock lock(&mutex_);
  if (!shadow_.IsKept(path)) return std::nullopt;
  const std::string* const bytes = shadow_.Find(path);
  if (bytes == nullptr) return IOStatus::IOError("not written", path);
  *file = make(*bytes);
  return IOStatus::OK();
}

IOStatus StoppableFiles::NewSequentialFile(const std::string& path, const rocksdb::FileOptions& options,
                                           std::unique_ptr<FSSequentialFile>* file, IODebugContext* debug) {
  if (std::optional<IOStatus> opened = OpenShadow(path, MakeSequentialFile, file)) return *std::move(opened);
  return target()->NewSequentialFile(path, options, file, debug);
}

IOStatus StoppableFiles::NewRandomAccessFile(const std::string& path, const rocksdb::FileOptions& options,
                                             std::unique_ptr<rocksdb::FSRandomAccessFile>* file,
                                             IODebugContext* debug) {
  if (std::optional<IOStatus> opened = OpenShadow(path, MakeRandomAccessFile, file)) return *std::move(opened);
  IOStatus status = target()->NewRandomAccessFile(path, options, file, debug);
  if (status.ok()) *file = readers_.Wrap(std::move(*file));
  return status;
}

IOStatus StoppableFiles::NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                         std::unique_ptr<FSWritableFile>* file, IODebugContext* debug) {
  TakeStandardDescriptors();  // which the program may have closed meanwhile
  std::unique_ptr<FSWritableFile> made;
  if (!Try([&] { return target()->NewWritableFile(path, options, &made, debug); })) {
    absl::MutexLock lock(&mutex_);
    shadow_.Create(path);
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
    shadow_.Keep(path);
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
  *logger = MakeInfoLog(std::move(file));
  return IOStatus::OK();
}

IOStatus StoppableFiles::FileExists(const std::string& path, const IOOptions& options, IODebugContext* debug) {
  if (stopped()) {
    absl::MutexLock lock(&mutex_);
    if (shadow_.IsKept(path)) return IOStatus::OK();
    if (shadow_.IsRemoved(path)) return IOStatus::NotFound(path);
  }
  return target()->FileExists(path, options, debug);
}

IOStatus StoppableFiles::GetFileSize(const std::string& path, const IOOptions& options, uint64_t* size,
                                     IODebugContext* debug) {
  if (stopped()) {
    absl::MutexLock lock(&mutex_);
    if (const std::string* const bytes = shadow_.Find(path); bytes != nullptr) {
      *size = bytes->size();
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
      shadow_.Remove(path);
      return IOStatus::OK();
    }
    if (IsRocksTable(path) && !reader_.expired()) {
      kept_.push_back(path);
      return IOStatus::OK();
    }
  }
  // A file that cannot be removed only takes space; the next opening tries again.
  target()->DeleteFile(path, options, debug).PermitUncheckedError();
  return IOStatus::OK();
}

IOStatus StoppableFiles::RenameFile(const std::string& from, const std::string& to, const IOOptions& options,
                                    IODebugContext* debug) {
  if (IsRocksInfoLog(from)) {
    if (!stopped()) target()->RenameFile(from, to, options, debug).PermitUncheckedError();
    return IOStatus::OK();
  }
  if (Try([&] { return target()->RenameFile(from, to, options, debug); })) return IOStatus::OK();
  absl::MutexLock lock(&mutex_);
  shadow_.Rename(from, to);
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
  IOStatus status = target()->LockFile(path, options, lock, debug);
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
