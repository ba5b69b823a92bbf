#include "tests/fault/fault_file_system.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <utility>

namespace muster::fault {
namespace {

namespace fs = std::filesystem;
using rocksdb::FSRandomAccessFile;
using rocksdb::FSRandomRWFile;
using rocksdb::FSSequentialFile;
using rocksdb::FSWritableFile;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

constexpr uint64_t kPage = 4096;

IOStatus Error(How how, const std::string& path) {
  switch (how) {
    case How::kNoSpace:
    case How::kShort:
      return IOStatus::NoSpace("injected: No space left on device", path);
    case How::kNotFound:
      return IOStatus::PathNotFound("injected: No such file or directory", path);
    default:
      return IOStatus::IOError("injected: Input/output error", path);
  }
}

class WritableFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  WritableFile(FaultFileSystem* files, std::string path, std::unique_ptr<FSWritableFile> file)
      : FSWritableFileOwnerWrapper(std::move(file)), files_(files), path_(std::move(path)) {}

  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    bool half = false;
    IOStatus status = files_->Call(Op::kWrite, path_, &half);
    if (status.ok()) return target()->Append(data, options, debug);
    if (half) target()->Append(Slice(data.data(), data.size() / 2), options, debug).PermitUncheckedError();
    return status;
  }
  IOStatus Append(const Slice& data, const IOOptions& options, const rocksdb::DataVerificationInfo&,
                  IODebugContext* debug) override {
    return Append(data, options, debug);
  }
  IOStatus PositionedAppend(const Slice& data, uint64_t offset, const IOOptions& options,
                            IODebugContext* debug) override {
    IOStatus status = files_->Call(Op::kWrite, path_);
    return status.ok() ? target()->PositionedAppend(data, offset, options, debug) : status;
  }
  IOStatus Truncate(uint64_t size, const IOOptions& options, IODebugContext* debug) override {
    IOStatus status = files_->Call(Op::kTruncate, path_);
    if (!status.ok()) return status;
    status = target()->Truncate(size, options, debug);
    if (status.ok()) files_->Truncated(path_, size);
    return status;
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    IOStatus status = files_->Call(Op::kSync, path_);
    if (!status.ok()) return status;
    const uint64_t size = target()->GetFileSize(options, debug);
    status = target()->Sync(options, debug);
    if (status.ok()) files_->Synced(path_, size);
    return status;
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override { return Sync(options, debug); }

 private:
  FaultFileSystem* const files_;
  const std::string path_;
};

class RandomRWFile final : public rocksdb::FSRandomRWFileOwnerWrapper {
 public:
  RandomRWFile(FaultFileSystem* files, std::string path, std::unique_ptr<FSRandomRWFile> file)
      : FSRandomRWFileOwnerWrapper(std::move(file)), files_(files), path_(std::move(path)) {}

  IOStatus Write(uint64_t offset, const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    IOStatus status = files_->Call(Op::kWrite, path_);
    return status.ok() ? target()->Write(offset, data, options, debug) : status;
  }
  IOStatus Read(uint64_t offset, size_t n, const IOOptions& options, Slice* result, char* scratch,
                IODebugContext* debug) const override {
    IOStatus status = files_->Call(Op::kRead, path_);
    return status.ok() ? target()->Read(offset, n, options, result, scratch, debug) : status;
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    IOStatus status = files_->Call(Op::kSync, path_);
    if (!status.ok()) return status;
    status = target()->Sync(options, debug);
    std::error_code error;
    const uint64_t size = fs::file_size(path_, error);
    if (status.ok() && !error) files_->Synced(path_, size);
    return status;
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override { return Sync(options, debug); }

 private:
  FaultFileSystem* const files_;
  const std::string path_;
};

class SequentialFile final : public rocksdb::FSSequentialFileOwnerWrapper {
 public:
  SequentialFile(FaultFileSystem* files, std::string path, std::unique_ptr<FSSequentialFile> file)
      : FSSequentialFileOwnerWrapper(std::move(file)), files_(files), path_(std::move(path)) {}
  IOStatus Read(size_t n, const IOOptions& options, Slice* result, char* scratch, IODebugContext* debug) override {
    IOStatus status = files_->Call(Op::kRead, path_);
    return status.ok() ? target()->Read(n, options, result, scratch, debug) : status;
  }

 private:
  FaultFileSystem* const files_;
  const std::string path_;
};

class RandomAccessFile final : public rocksdb::FSRandomAccessFileOwnerWrapper {
 public:
  RandomAccessFile(FaultFileSystem* files, std::string path, std::unique_ptr<FSRandomAccessFile> file)
      : FSRandomAccessFileOwnerWrapper(std::move(file)), files_(files), path_(std::move(path)) {}
  IOStatus Read(uint64_t offset, size_t n, const IOOptions& options, Slice* result, char* scratch,
                IODebugContext* debug) const override {
    IOStatus status = files_->Call(Op::kRead, path_);
    return status.ok() ? target()->Read(offset, n, options, result, scratch, debug) : status;
  }
  IOStatus MultiRead(rocksdb::FSReadRequest* requests, size_t count, const IOOptions& options,
                     IODebugContext* debug) override {
    for (size_t i = 0; i < count; ++i) {
      rocksdb::FSReadRequest& r = requests[i];
      r.status = Read(r.offset, r.len, options, &r.result, r.scratch, debug);
    }
    return IOStatus::OK();
  }

 private:
  FaultFileSystem* const files_;
  const std::string path_;
};

class Directory final : public rocksdb::FSDirectoryWrapper {
 public:
  Directory(FaultFileSystem* files, std::string path, std::unique_ptr<rocksdb::FSDirectory> directory)
      : FSDirectoryWrapper(std::move(directory)), files_(files), path_(std::move(path)) {}
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    IOStatus status = files_->Call(Op::kSync, path_);
    if (status.ok()) status = FSDirectoryWrapper::Fsync(options, debug);
    if (status.ok()) files_->DirectorySynced(path_);
    return status;
  }
  IOStatus FsyncWithDirOptions(const IOOptions& options, IODebugContext* debug,
                               const rocksdb::DirFsyncOptions&) override {
    return Fsync(options, debug);
  }

 private:
  FaultFileSystem* const files_;
  const std::string path_;
};

// Wraps what `status` says was opened.
template <typename Wrapper, typename File>
IOStatus Wrap(IOStatus status, FaultFileSystem* files, const std::string& path, std::unique_ptr<File>* file) {
  if (status.ok()) *file = std::make_unique<Wrapper>(files, path, std::move(*file));
  return status;
}

}  // namespace

FaultFileSystem::FaultFileSystem() : FileSystemWrapper(rocksdb::FileSystem::Default()) {
  static std::atomic<uint64_t> number = 0;
  links_ = (fs::temp_directory_path() /
            ("muster_fault_" + std::to_string(::getpid()) + "_" + std::to_string(number.fetch_add(1))))
               .string();
}

FaultFileSystem::~FaultFileSystem() {
  std::error_code error;
  fs::remove_all(links_, error);
}

void FaultFileSystem::Inject(Fault fault) {
  absl::MutexLock lock(&mutex_);
  fault_ = std::move(fault);
  armed_ = true;
  calls_of_fault_ = 0;
  failed_ = 0;
}

void FaultFileSystem::Heal() {
  absl::MutexLock lock(&mutex_);
  armed_ = false;
}

uint64_t FaultFileSystem::failed() const {
  absl::MutexLock lock(&mutex_);
  return failed_;
}

uint64_t FaultFileSystem::count(Op op) const {
  absl::MutexLock lock(&mutex_);
  return counts_[static_cast<int>(op)];
}

void FaultFileSystem::ResetCounts() {
  absl::MutexLock lock(&mutex_);
  counts_ = {};
}

void FaultFileSystem::OnCall(Hook hook) {
  absl::MutexLock lock(&mutex_);
  hook_ = std::move(hook);
}

bool FaultFileSystem::Matches(Op op, const std::string& path) const {
  return (fault_.op == op || fault_.op == Op::kAny) && path.find(fault_.file) != path.npos;
}

IOStatus FaultFileSystem::Call(Op op, const std::string& path, bool* half) {
  Hook hook;
  {
    absl::MutexLock lock(&mutex_);
    hook = hook_;
  }
  if (hook) hook(op, path);
  absl::MutexLock lock(&mutex_);
  ++counts_[static_cast<int>(op)];
  ++counts_[static_cast<int>(Op::kAny)];
  if (!armed_ || !Matches(op, path)) return IOStatus::OK();
  const uint64_t n = ++calls_of_fault_;
  if (n < fault_.nth || (n > fault_.nth && !fault_.sticky)) return IOStatus::OK();
  ++failed_;
  if (half != nullptr) *half = fault_.how == How::kShort || fault_.how == How::kTorn;
  return Error(fault_.how, path);
}

IOStatus FaultFileSystem::NewSequentialFile(const std::string& path, const rocksdb::FileOptions& options,
                                            std::unique_ptr<FSSequentialFile>* file, IODebugContext* debug) {
  IOStatus status = Call(Op::kOpen, path);
  if (!status.ok()) return status;
  return Wrap<SequentialFile>(target()->NewSequentialFile(path, options, file, debug), this, path, file);
}

IOStatus FaultFileSystem::NewRandomAccessFile(const std::string& path, const rocksdb::FileOptions& options,
                                              std::unique_ptr<FSRandomAccessFile>* file, IODebugContext* debug) {
  IOStatus status = Call(Op::kOpen, path);
  if (!status.ok()) return status;
  return Wrap<RandomAccessFile>(target()->NewRandomAccessFile(path, options, file, debug), this, path, file);
}

IOStatus FaultFileSystem::NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                          std::unique_ptr<FSWritableFile>* file, IODebugContext* debug) {
  IOStatus status = Call(Op::kOpen, path);
  if (status.ok()) status = Call(Op::kCreate, path);
  if (!status.ok()) return status;
  status = target()->NewWritableFile(path, options, file, debug);
  if (status.ok()) Made(path, /*keep_content=*/false);
  return Wrap<WritableFile>(status, this, path, file);
}

IOStatus FaultFileSystem::ReopenWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                             std::unique_ptr<FSWritableFile>* file, IODebugContext* debug) {
  IOStatus status = Call(Op::kOpen, path);
  if (!status.ok()) return status;
  status = target()->ReopenWritableFile(path, options, file, debug);
  if (status.ok()) Made(path, /*keep_content=*/true);
  return Wrap<WritableFile>(status, this, path, file);
}

IOStatus FaultFileSystem::ReuseWritableFile(const std::string& path, const std::string& old_path,
                                            const rocksdb::FileOptions& options, std::unique_ptr<FSWritableFile>* file,
                                            IODebugContext* debug) {
  IOStatus status = RenameFile(old_path, path, options.io_options, debug);
  return status.ok() ? NewWritableFile(path, options, file, debug) : status;
}

IOStatus FaultFileSystem::NewRandomRWFile(const std::string& path, const rocksdb::FileOptions& options,
                                          std::unique_ptr<FSRandomRWFile>* file, IODebugContext* debug) {
  IOStatus status = Call(Op::kOpen, path);
  if (!status.ok()) return status;
  status = target()->NewRandomRWFile(path, options, file, debug);
  if (status.ok()) Made(path, /*keep_content=*/true);
  return Wrap<RandomRWFile>(status, this, path, file);
}

IOStatus FaultFileSystem::NewDirectory(const std::string& path, const IOOptions& options,
                                       std::unique_ptr<rocksdb::FSDirectory>* directory, IODebugContext* debug) {
  IOStatus status = Call(Op::kOpen, path);
  if (!status.ok()) return status;
  return Wrap<Directory>(target()->NewDirectory(path, options, directory, debug), this, path, directory);
}

IOStatus FaultFileSystem::GetChildren(const std::string& path, const IOOptions& options,
                                      std::vector<std::string>* names, IODebugContext* debug) {
  IOStatus status = Call(Op::kList, path);
  return status.ok() ? target()->GetChildren(path, options, names, debug) : status;
}

IOStatus FaultFileSystem::DeleteFile(const std::string& path, const IOOptions& options, IODebugContext* debug) {
  IOStatus status = Call(Op::kDelete, path);
  if (!status.ok()) return status;
  status = target()->DeleteFile(path, options, debug);
  absl::MutexLock lock(&mutex_);
  if (status.ok()) names_.erase(path);
  return status;
}

IOStatus FaultFileSystem::RenameFile(const std::string& from, const std::string& to, const IOOptions& options,
                                     IODebugContext* debug) {
  IOStatus status = Call(Op::kRename, from);
  if (!status.ok()) return status;
  status = target()->RenameFile(from, to, options, debug);
  absl::MutexLock lock(&mutex_);
  if (status.ok()) {
    if (auto node = names_.extract(from); !node.empty()) {
      names_[to] = node.mapped();
    }
  }
  return status;
}

IOStatus FaultFileSystem::LinkFile(const std::string& from, const std::string& to, const IOOptions& options,
                                   IODebugContext* debug) {
  IOStatus status = Call(Op::kCreate, to);
  if (!status.ok()) return status;
  status = target()->LinkFile(from, to, options, debug);
  absl::MutexLock lock(&mutex_);
  if (status.ok()) {
    if (const auto found = names_.find(from); found != names_.end()) names_[to] = found->second;
  }
  return status;
}

IOStatus FaultFileSystem::LockFile(const std::string& path, const IOOptions& options, rocksdb::FileLock** lock,
                                   IODebugContext* debug) {
  IOStatus status = Call(Op::kLock, path);
  return status.ok() ? target()->LockFile(path, options, lock, debug) : status;
}

void FaultFileSystem::Made(const std::string& path, bool keep_content) {
  absl::MutexLock lock(&mutex_);
  if (keep_content && names_.contains(path)) return;
  auto file = std::make_shared<File>();
  std::error_code error;
  fs::create_directories(links_, error);
  file->link = links_ + "/" + std::to_string(next_link_++);
  fs::create_hard_link(path, file->link, error);
  names_[path] = std::move(file);
}

void FaultFileSystem::Synced(const std::string& path, uint64_t size) {
  absl::MutexLock lock(&mutex_);
  if (const auto found = names_.find(path); found != names_.end()) found->second->synced = size;
}

void FaultFileSystem::Truncated(const std::string& path, uint64_t size) {
  absl::MutexLock lock(&mutex_);
  if (const auto found = names_.find(path); found != names_.end()) {
    found->second->synced = std::min(found->second->synced, size);
  }
}

void FaultFileSystem::DirectorySynced(const std::string& path) {
  const auto below = [&](const std::string& name) { return fs::path(name).parent_path() == fs::path(path); };
  absl::MutexLock lock(&mutex_);
  std::erase_if(durable_, [&](const auto& entry) { return below(entry.first); });
  for (const auto& [name, file] : names_) {
    if (below(name)) durable_[name] = file;
  }
}

void FaultFileSystem::CutPower(PowerCut how, uint64_t seed, const std::string& from, const std::string& to) const {
  std::mt19937_64 random(seed);
  fs::create_directories(to);
  absl::MutexLock lock(&mutex_);
  for (const auto& [path, file] : how == PowerCut::kStrict ? durable_ : names_) {
    if (fs::path(path).parent_path() != fs::path(from)) continue;
    std::ifstream in(file->link, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    std::string bytes = std::move(all).str();
    const uint64_t synced = std::min<uint64_t>(file->synced, bytes.size());
    switch (how) {
      case PowerCut::kStrict:
        bytes.resize(synced);
        break;
      case PowerCut::kTorn:
        bytes.resize(synced + random() % (bytes.size() - synced + 1));
        break;
      case PowerCut::kZeroed:
        for (uint64_t page = synced / kPage * kPage; page < bytes.size(); page += kPage) {
          if (random() % 2 == 0) continue;
          for (uint64_t i = std::max(page, synced); i < std::min<uint64_t>(page + kPage, bytes.size()); ++i) {
            bytes[i] = '\0';
          }
        }
        break;
    }
    std::ofstream(fs::path(to) / fs::path(path).filename(), std::ios::binary) << bytes;
  }
}

}  // namespace muster::fault
