#include "storage/files/stoppable/rocks_info_log.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <ctime>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace muster::storage {
namespace {

class InfoLog final : public rocksdb::Logger {
 public:
  explicit InfoLog(std::unique_ptr<rocksdb::FSWritableFile> file) : file_(std::move(file)) {}
  ~InfoLog() override {
    absl::MutexLock lock(&mutex_);
    if (file_ != nullptr) file_->Close(rocksdb::IOOptions(), nullptr).PermitUncheckedError();
  }

  using rocksdb::Logger::Logv;
  void Logv(const char* format, va_list arguments) override {
    std::array<char, 2048> line;
    const std::time_t now = std::time(nullptr);
    std::tm parts;
    localtime_r(&now, &parts);
    size_t size = std::strftime(line.data(), line.size(), "%Y/%m/%d-%H:%M:%S ", &parts);
    const int written = std::vsnprintf(line.data() + size, line.size() - size - 1, format, arguments);
    size = std::min(size + static_cast<size_t>(std::max(written, 0)), line.size() - 2);
    line[size++] = '\n';
    absl::MutexLock lock(&mutex_);
    if (file_ == nullptr) return;
    if (file_->Append(rocksdb::Slice(line.data(), size), rocksdb::IOOptions(), nullptr).ok()) {
      bytes_ += size;
    } else {
      file_->Close(rocksdb::IOOptions(), nullptr).PermitUncheckedError();
      file_ = nullptr;
    }
  }
  size_t GetLogFileSize() const override {
    absl::MutexLock lock(&mutex_);
    return bytes_;
  }

 private:
  mutable absl::Mutex mutex_;
  std::unique_ptr<rocksdb::FSWritableFile> file_ ABSL_GUARDED_BY(mutex_);
  size_t bytes_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace

std::shared_ptr<rocksdb::Logger> MakeInfoLog(std::unique_ptr<rocksdb::FSWritableFile> file) {
  return std::make_shared<InfoLog>(std::move(file));
}

}  // namespace muster::storage
