#include "storage/files/stoppable/rocks_stoppable_file.h"

#include <algorithm>
#include <utility>

#include "storage/files/rocks_file_kinds.h"
#include "storage/files/stoppable/rocks_stoppable_files.h"

namespace muster::storage {

using rocksdb::FSWritableFile;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

StoppableFile::StoppableFile(StoppableFiles* files, std::string path, std::unique_ptr<FSWritableFile> file,
                             uint64_t size)
    : files_(files), path_(std::move(path)), file_(std::move(file)), size_(size), synced_(size) {
  files_->Enter(this);
}

StoppableFile::~StoppableFile() { files_->Leave(this); }

IOStatus StoppableFile::Append(const Slice& data, const IOOptions& options, IODebugContext* debug) {
  if (!files_->Try([&] { return file_->Append(data, options, debug); })) files_->WriteShadow(path_, data);
  size_ += data.size();
  return IOStatus::OK();
}

IOStatus StoppableFile::Append(const Slice& data, const IOOptions& options, const rocksdb::DataVerificationInfo&,
                               IODebugContext* debug) {
  return Append(data, options, debug);
}

IOStatus StoppableFile::Truncate(uint64_t size, const IOOptions& options, IODebugContext* debug) {
  if (files_->Try([&] { return file_->Truncate(size, options, debug); })) {
    size_ = size;
    synced_ = std::min(synced_.load(), size);
  }
  return IOStatus::OK();
}

IOStatus StoppableFile::Flush(const IOOptions& options, IODebugContext* debug) {
  files_->Try([&] { return file_->Flush(options, debug); });
  return IOStatus::OK();
}

IOStatus StoppableFile::Sync(const IOOptions& options, IODebugContext* debug) {
  files_->Try([&] {
    const uint64_t size = size_;
    IOStatus status = file_->Sync(options, debug);
    if (status.ok()) synced_ = size;
    return status;
  });
  return IOStatus::OK();
}

IOStatus StoppableFile::Fsync(const IOOptions& options, IODebugContext* debug) {
  files_->Try([&] {
    const uint64_t size = size_;
    IOStatus status = file_->Fsync(options, debug);
    if (status.ok()) synced_ = size;
    return status;
  });
  return IOStatus::OK();
}

bool StoppableFile::IsSyncThreadSafe() const { return file_ != nullptr && file_->IsSyncThreadSafe(); }

IOStatus StoppableFile::RangeSync(uint64_t offset, uint64_t bytes, const IOOptions& options, IODebugContext* debug) {
  if (file_ != nullptr && !files_->stopped()) file_->RangeSync(offset, bytes, options, debug).PermitUncheckedError();
  return IOStatus::OK();
}

void StoppableFile::PrepareWrite(size_t offset, size_t length, const IOOptions& options, IODebugContext* debug) {
  if (file_ != nullptr && !files_->stopped()) file_->PrepareWrite(offset, length, options, debug);
}

IOStatus StoppableFile::Allocate(uint64_t offset, uint64_t length, const IOOptions& options, IODebugContext* debug) {
  if (file_ != nullptr && !files_->stopped()) file_->Allocate(offset, length, options, debug).PermitUncheckedError();
  return IOStatus::OK();
}

IOStatus StoppableFile::Close(const IOOptions& options, IODebugContext* debug) {
  const bool closed = files_->Try([&] {
    closed_ = true;
    return file_->Close(options, debug);
  });
  if (!closed && file_ != nullptr) file_->Close(options, debug).PermitUncheckedError();
  return IOStatus::OK();
}

void StoppableFile::SetWriteLifeTimeHint(rocksdb::Env::WriteLifeTimeHint hint) {
  if (file_ != nullptr) file_->SetWriteLifeTimeHint(hint);
}

void StoppableFile::SetPreallocationBlockSize(size_t size) {
  if (file_ != nullptr) file_->SetPreallocationBlockSize(size);
}

uint64_t StoppableFile::GetFileSize(const IOOptions&, IODebugContext*) { return size_; }

bool StoppableFile::CutBack() {
  if (file_ == nullptr || closed_) return true;
  if (IsRocksLog(path_) || IsRocksManifest(path_)) {
    // Also where nothing was added that we know of: a write that failed may have written something.
    IOStatus status = file_->Truncate(synced_, IOOptions(), nullptr);
    if (status.ok()) status = file_->Sync(IOOptions(), nullptr);
    return status.ok();
  }
  if (IsRocksTable(path_)) {
    // No version of the database can name it any more. Its bytes may be what is lacking on the disk.
    file_->Truncate(0, IOOptions(), nullptr).PermitUncheckedError();
  }
  return true;
}

void StoppableFile::CloseNow() {
  if (file_ != nullptr && !closed_.exchange(true)) file_->Close(IOOptions(), nullptr).PermitUncheckedError();
}

StoppableDirectory::StoppableDirectory(StoppableFiles* files, std::unique_ptr<rocksdb::FSDirectory> directory)
    : files_(files), directory_(std::move(directory)) {}

IOStatus StoppableDirectory::Fsync(const IOOptions& options, IODebugContext* debug) {
  files_->Try([&] { return directory_->Fsync(options, debug); });
  return IOStatus::OK();
}

IOStatus StoppableDirectory::FsyncWithDirOptions(const IOOptions& options, IODebugContext* debug,
                                                 const rocksdb::DirFsyncOptions& how) {
  files_->Try([&] { return directory_->FsyncWithDirOptions(options, debug, how); });
  return IOStatus::OK();
}

IOStatus StoppableDirectory::Close(const IOOptions& options, IODebugContext* debug) {
  if (directory_ != nullptr) directory_->Close(options, debug).PermitUncheckedError();
  return IOStatus::OK();
}

}  // namespace muster::storage
