#include "storage/files/stoppable/rocks_memory_file.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace muster::storage {

using rocksdb::FSRandomAccessFile;
using rocksdb::FSSequentialFile;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

namespace {

class SequentialMemoryFile final : public FSSequentialFile {
 public:
  explicit SequentialMemoryFile(std::string bytes) : bytes_(std::move(bytes)) {}
  IOStatus Read(size_t n, const IOOptions&, Slice* result, char* scratch, IODebugContext*) override {
    n = std::min(n, bytes_.size() - at_);
    std::memcpy(scratch, bytes_.data() + at_, n);
    *result = Slice(scratch, n);
    at_ += n;
    return IOStatus::OK();
  }
  IOStatus Skip(uint64_t n) override {
    at_ += std::min<uint64_t>(n, bytes_.size() - at_);
    return IOStatus::OK();
  }

 private:
  const std::string bytes_;
  size_t at_ = 0;
};

class RandomAccessMemoryFile final : public FSRandomAccessFile {
 public:
  explicit RandomAccessMemoryFile(std::string bytes) : bytes_(std::move(bytes)) {}
  IOStatus Read(uint64_t offset, size_t n, const IOOptions&, Slice* result, char* scratch,
                IODebugContext*) const override {
    offset = std::min<uint64_t>(offset, bytes_.size());
    n = std::min<uint64_t>(n, bytes_.size() - offset);
    std::memcpy(scratch, bytes_.data() + offset, n);
    *result = Slice(scratch, n);
    return IOStatus::OK();
  }

 private:
  const std::string bytes_;
};

}  // namespace

std::unique_ptr<FSSequentialFile> MakeSequentialFile(std::string bytes) {
  return std::make_unique<SequentialMemoryFile>(std::move(bytes));
}

std::unique_ptr<FSRandomAccessFile> MakeRandomAccessFile(std::string bytes) {
  return std::make_unique<RandomAccessMemoryFile>(std::move(bytes));
}

}  // namespace muster::storage
