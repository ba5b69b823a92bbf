#include "storage/files/stoppable/rocks_closable_readers.h"

#include <cstdint>
#include <utility>

namespace muster::storage {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

class ClosableReader final : public rocksdb::FSRandomAccessFile {
 public:
  ClosableReader(ClosableReaders* all, std::unique_ptr<rocksdb::FSRandomAccessFile> file)
      : all_(all), file_(std::move(file)) {
    absl::MutexLock lock(&all_->mutex_);
    all_->open_.insert(this);
  }
  ~ClosableReader() override {
    absl::MutexLock lock(&all_->mutex_);
    all_->open_.erase(this);
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
  friend class ClosableReaders;

  void Close() {
    absl::WriterMutexLock lock(&closing_);
    file_ = nullptr;
  }

  ClosableReaders* const all_;
  mutable absl::Mutex closing_;
  std::unique_ptr<rocksdb::FSRandomAccessFile> file_ ABSL_GUARDED_BY(closing_);
};

std::unique_ptr<rocksdb::FSRandomAccessFile> ClosableReaders::Wrap(std::unique_ptr<rocksdb::FSRandomAccessFile> file) {
  return std::make_unique<ClosableReader>(this, std::move(file));
}

void ClosableReaders::CloseAll() {
  absl::MutexLock lock(&mutex_);
  for (ClosableReader* file : open_) file->Close();
}

}  // namespace muster::storage
