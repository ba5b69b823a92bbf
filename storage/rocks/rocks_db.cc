#include "storage/rocks/rocks_db.h"

#include <rocksdb/convenience.h>
#include <rocksdb/iterator.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "muster/reason.h"
#include "storage/files/absl_text.h"
#include "storage/files/errno_status.h"
#include "storage/files/memory_reserve.h"
#include "storage/files/path_state.h"
#include "storage/files/process_end.h"
#include "storage/files/rocks_env.h"
#include "storage/files/status_of.h"
#include "storage/files/stop_flag.h"
#include "storage/rocks/rocks_options.h"

namespace muster::storage {

namespace {

// The lock that RocksDB takes when it opens a database for writing is ours already (WriterLock).
class LockedFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  using FileSystemWrapper::FileSystemWrapper;
  const char* Name() const override { return "muster.LockedFileSystem"; }
  rocksdb::IOStatus LockFile(const std::string& /*name*/, const rocksdb::IOOptions& /*options*/,
                             rocksdb::FileLock** lock, rocksdb::IODebugContext* /*debug*/) override {
    *lock = new HeldElsewhere;
    return rocksdb::IOStatus::OK();
  }
  rocksdb::IOStatus UnlockFile(rocksdb::FileLock* lock, const rocksdb::IOOptions& /*options*/,
                               rocksdb::IODebugContext* /*debug*/) override {
    delete lock;
    return rocksdb::IOStatus::OK();
  }

 private:
  class HeldElsewhere final : public rocksdb::FileLock {};
};

// Made beforehand, as it cannot be made when it is needed.
const absl::Status& out_of_memory = *new absl::Status(
    WithReason(absl::ResourceExhaustedError("out of memory. Free some and repeat."), reason::kNoMemory));

// Owns a database that is only looked at.
struct CloseGlimpsed {
  void operator()(rocksdb::DB* db) const {
    const MemoryReserve reserve;
    reserve.held() ? delete db : LeaveBehind(db);
  }
};

// Whether this process was forked after RocksDB's threads had been started. These are started once per process and are
// missing in a forked one, where writing would wait for them for ever.
bool IsWithoutThreads() {
  static std::atomic<pid_t> first_user = 0;
  const pid_t process = ::getpid();
  pid_t first = 0;
  return !first_user.compare_exchange_strong(first, process) && first != process;
}

}  // namespace

RocksDb::RocksDb() : process_(::getpid()) {}

absl::StatusOr<std::shared_ptr<RocksDb>> RocksDb::Open(const std::string& path, OpenOptions open) {
  std::shared_ptr<RocksDb> result(new RocksDb());
  result->path_ = path;
  if (IsWithoutThreads() && !open.read_only) {
    return WithReason(
        absl::FailedPreconditionError(absl::StrCat(
            path,
            ": this process was forked from one that had opened a catalogue, and can only open catalogues read-only. "
            "Write in the process that it was forked from, or in one that is started anew.")),
        reason::kForked);
  }
  result->directory_ = std::move(open.directory);
  if (result->directory_.empty()) {
    std::error_code error;
    result->directory_ = std::filesystem::canonical(path, error).string();
    if (error) return ErrnoStatus(error.value(), path, "opening it");
  }
  const std::string& directory = result->directory_;
  auto files = result->TakeFiles(&open);
  if (!files.ok()) return files.status();
  result->env_ = MakeEnv(
      *std::move(files), [health = result->health_] { health->JobFailed(); }, result->jobs_);
  rocksdb::DBOptions options = RocksOptions(open.read_only, result->env_.get());
  options.create_if_missing = open.create_if_missing;
  options.create_missing_column_families = open.create_if_missing;
  const auto families = RocksColumnFamilies(result->dead_segments_);
  rocksdb::DB* db = nullptr;
  rocksdb::Status status;
  try {
    status = open.read_only ? rocksdb::DB::OpenForReadOnly(options, directory, families, &result->handles_, &db)
                            : rocksdb::DB::Open(options, directory, families, &result->handles_, &db);
  } catch (...) {
    // The half-open database cannot be reached, and its threads may use the environment.
    result->health_->unclosable = true;
    if (!open.read_only) TimerThread::NoticeMade();
    throw;
  }
  result->db_.reset(db);
  result->health_->db = db;
  NoticeProcessEnd();
  if (!open.read_only) TimerThread::NoticeMade();
  if (result->files() != nullptr && result->files()->stopped()) status = result->files()->failure();
  if (!status.ok()) return StatusOf(status, path, "opening it");
  return result;
}

absl::StatusOr<std::shared_ptr<rocksdb::FileSystem>> RocksDb::TakeFiles(OpenOptions* open) {
  open->file_system = FileSystemOr(std::move(open->file_system));
  if (open->read_only) {
    if (open->files == nullptr) {
      auto taken = FrozenFiles::Take(open->file_system, path_, directory_);
      if (!taken.ok()) return taken.status();
      open->files = *std::move(taken);
    }
    return std::move(open->files);
  }
  if (open->lock == nullptr) {
    auto lock = WriterLock::Take(path_, directory_);
    if (!lock.ok()) return lock.status();
    open->lock = *std::move(lock);
  }
  lock_ = std::move(open->lock);
  StartSpareThread();
  timer_ = std::make_unique<TimerThread>();
  const auto stoppable =
      std::make_shared<StoppableFiles>(std::make_shared<LockedFileSystem>(std::move(open->file_system)));
  if (open->in_place_of != nullptr) stoppable->KeepTablesFor(std::exchange(open->in_place_of, nullptr));
  health_->files = stoppable;
  RemoveEmptyLogs(directory_);
  return stoppable;
}

absl::StatusOr<RocksDb::PeekResult> RocksDb::Peek(const std::string& path, const std::string& directory,
                                                  const std::shared_ptr<FrozenFiles>& files, const std::string& key) {
  IsWithoutThreads();  // from now on this process has them
  const std::unique_ptr<rocksdb::Env> env = MakeEnv(
      files, [] {}, std::make_shared<std::atomic<int>>(0));
  const rocksdb::Options options(RocksOptions(true, env.get()), rocksdb::ColumnFamilyOptions());
  rocksdb::DB* db = nullptr;
  rocksdb::Status status = rocksdb::DB::OpenForReadOnly(options, directory, &db);
  if (!status.ok()) return StatusOf(status, path, "opening it");
  const std::unique_ptr<rocksdb::DB, CloseGlimpsed> owner(db);
  PeekResult glimpse;
  std::string value;
  status = db->Get(rocksdb::ReadOptions(), key, &value);
  if (status.ok()) {
    glimpse.value = std::move(value);
  } else if (status.IsNotFound()) {
    const std::unique_ptr<rocksdb::Iterator> it(db->NewIterator(rocksdb::ReadOptions()));
    it->SeekToFirst();
    glimpse.empty = !it->Valid();
    status = it->status();
  }
  if (!status.ok()) return StatusOf(status, path, "reading its format");
  return glimpse;
}

absl::StatusOr<std::vector<std::string>> RocksDb::ListColumnFamilies(const std::string& path,
                                                                     const std::string& directory,
                                                                     const std::shared_ptr<FrozenFiles>& files) {
  const std::unique_ptr<rocksdb::Env> env = rocksdb::NewCompositeEnv(files);
  const rocksdb::DBOptions options = RocksOptions(true, env.get());
  std::vector<std::string> names;
  const rocksdb::Status status = rocksdb::DB::ListColumnFamilies(options, directory, &names);
  if (!status.ok()) return StatusOf(status, path, "listing its column families");
  std::ranges::sort(names);
  return names;
}

RocksDb::~RocksDb() {
  if (db_ == nullptr && !health_->unclosable) return;
  const MemoryReserve reserve;
  const bool forked = ::getpid() != process_;
  if (!forked && !health_->unclosable && !IsProcessEnding()) EndJobs();
  if (!forked && (health_->unclosable || !reserve.held() || IsProcessEnding())) {
    Retire();
    if (files() != nullptr) files()->CloseAll();
    LeaveBehind(db_.release());
    for (rocksdb::ColumnFamilyHandle* const family : handles_) LeaveBehind(family);
    LeaveBehind(env_.release());
    if (timer_ != nullptr) LeaveBehind(timer_.release());
    return;
  }
  if (forked) {
    // Forked: the threads that closing waits for are not there, and the files are the parent's.
    static_cast<void>(db_.release());
    static_cast<void>(env_.release());
    return;
  }
  health_->db = nullptr;
  for (rocksdb::ColumnFamilyHandle* handle : handles_) db_->DestroyColumnFamilyHandle(handle);
  db_->Close().PermitUncheckedError();
  db_.reset();
}

absl::Status RocksDb::Writable() const {
  if (lock_ != nullptr) return lock_->Held();
  return WithReason(absl::FailedPreconditionError(
                        absl::StrCat(path_, ": opened read-only. Open the catalogue for writing to change it.")),
                    reason::kReadOnly);
}

void RocksDb::Health::StopWriting() {
  unclosable = true;
  unwritable = true;
  if (files != nullptr) files->Stop(rocksdb::status_to_io_status(rocksdb::Status::MemoryLimit()));
}

void RocksDb::Health::JobFailed() {
  StopWriting();
  rocksdb::DB* const waited_for = db;
  if (waited_for == nullptr) return;
  try {
    // It will not do anything any more, and says so to all who wait.
    rocksdb::CancelAllBackgroundWork(waited_for, /*wait=*/false);
  } catch (...) {
  }
}

void RocksDb::EndJobs() const {
  try {
    rocksdb::CancelAllBackgroundWork(db_.get(), /*wait=*/false);
  } catch (...) {
    health_->StopWriting();
    return;
  }
  for (int jobs = *jobs_; jobs != 0; jobs = *jobs_) jobs_->wait(jobs);
}

void RocksDb::Retire() const {
  if (files() != nullptr) files()->Retire();
}

absl::Status RocksDb::Usable() const {
  if (health_->unwritable || health_->unreadable) return out_of_memory;
  if (files() == nullptr || !files()->stopped()) return absl::OkStatus();
  return StatusOf(files()->failure(), path_, "writing before");
}

absl::Status RocksDb::Write(rocksdb::WriteBatch& batch, const rocksdb::WriteOptions& options,
                            std::string_view doing) const {
  return Change(doing, [&] { return db_->Write(options, &batch); });
}

absl::Status RocksDb::Flush(const std::vector<ColumnFamily>& families, std::string_view doing, bool wait) const {
  rocksdb::FlushOptions options;
  options.wait = wait;
  options.allow_write_stall = !wait;  // else it waits for others
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  for (const ColumnFamily family : families) handles.push_back(handle(family));
  return Change(doing, [&] { return db_->Flush(options, handles); });
}

absl::Status RocksDb::RewriteFiles(std::string_view doing) const {
  rocksdb::FlushOptions flush;
  flush.allow_write_stall = true;
  rocksdb::CompactRangeOptions all;
  all.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  all.allow_write_stall = true;
  const StopFlag stopped;
  all.canceled = stopped.flag();
  absl::Status changed = Change(doing, [&] {
    // One log is behind all column families: it goes when none has anything in memory.
    rocksdb::Status status = db_->Flush(flush, handles_);
    for (rocksdb::ColumnFamilyHandle* const family : handles_) {
      if (!status.ok() || *stopped.flag()) break;
      status = db_->CompactRange(all, family, nullptr, nullptr);
      // What was rewritten by then is thrown away, and the files before it stay.
      if (status.IsManualCompactionPaused()) status = rocksdb::Status::OK();
    }
    return status;
  });
  return changed.ok() && *stopped.flag() ? CheckStop() : changed;
}

std::vector<std::string> RocksDb::DataFiles() const {
  std::vector<std::string> names;
  file_system()->GetChildren(directory_, rocksdb::IOOptions(), &names, nullptr).PermitUncheckedError();
  std::erase_if(names, [](std::string_view name) {
    return !name.ends_with(".sst") && !name.ends_with(".log") && !name.starts_with("MANIFEST-");
  });
  return names;
}

absl::StatusOr<bool> RocksDb::RemoveUnneeded(const std::vector<std::string>& names, std::string_view doing) const {
  if (absl::Status status = Usable(); !status.ok()) return status;
  rocksdb::LiveFilesStorageInfoOptions as_it_is;
  as_it_is.wal_size_for_flush = std::numeric_limits<uint64_t>::max();
  std::vector<rocksdb::LiveFileStorageInfo> needed;
  rocksdb::Status status;
  try {
    status = db_->GetLiveFilesStorageInfo(as_it_is, &needed);
  } catch (...) {
    health_->StopWriting();
    return out_of_memory;
  }
  if (!status.ok()) return StatusOf(status, path_, doing);
  const auto exists = [&](const std::string& path) {
    return !file_system()->FileExists(path, rocksdb::IOOptions(), nullptr).IsNotFound();
  };
  bool all = true;
  for (const std::string& name : names) {
    if (std::ranges::any_of(needed, [&](const auto& file) { return file.relative_filename == name; })) continue;
    const std::string path = absl::StrCat(directory_, "/", name);
    if (!exists(path)) continue;
    status = file_system()->DeleteFile(path, rocksdb::IOOptions(), nullptr);
    // RocksDB may have removed it by now.
    if (!status.ok() && !status.IsPathNotFound()) return StatusOf(status, path_, doing);
    all = all && !exists(path);
  }
  return all;
}

absl::Status RocksDb::Change(std::string_view doing, absl::FunctionRef<rocksdb::Status()> change) const {
  if (absl::Status status = Usable(); !status.ok()) return status;
  rocksdb::Status status;
  try {
    status = change();
  } catch (...) {
    health_->StopWriting();
    return out_of_memory;
  }
  // What it believes to be written may be only in memory, and its own error is then only a consequence.
  if (files()->stopped()) status = files()->failure();
  if (status.ok()) return absl::OkStatus();
  files()->Stop(rocksdb::status_to_io_status(rocksdb::Status(status)));
  return StatusOf(status, path_, doing);
}

void RocksDb::DeleteFiles(ColumnFamily family, const std::string& begin, const std::string& end) const {
  if (!Usable().ok()) return;
  const rocksdb::Slice begin_slice(begin);
  const rocksdb::Slice end_slice(end);
  try {
    rocksdb::DeleteFilesInRange(db_.get(), handle(family), &begin_slice, &end_slice, /*include_end=*/false)
        .PermitUncheckedError();
  } catch (...) {
    health_->StopWriting();
  }
}

uint64_t RocksDb::ApproximateBytes(ColumnFamily family, const std::string& begin, const std::string& end) const {
  if (health_->unreadable) return 0;
  const rocksdb::Range range(begin, end);
  uint64_t bytes = 0;
  try {
    return db_->GetApproximateSizes(handle(family), &range, 1, &bytes).ok() ? bytes : 0;
  } catch (...) {
    health_->StopWriting();
    health_->unreadable = true;
    throw;
  }
}

std::unique_ptr<rocksdb::Iterator> RocksDb::NewIterator(ColumnFamily family,
                                                        const rocksdb::ReadOptions& options) const {
  if (health_->unreadable) {
    return std::unique_ptr<rocksdb::Iterator>(
        rocksdb::NewErrorIterator(rocksdb::Status::MemoryLimit("The catalogue has to be opened again")));
  }
  try {
    return std::unique_ptr<rocksdb::Iterator>(db_->NewIterator(options, handle(family)));
  } catch (...) {
    health_->unclosable = true;
    throw;
  }
}

absl::StatusOr<bool> RocksDb::Get(ColumnFamily family, const std::string& key, rocksdb::PinnableSlice* value) const {
  if (files() == nullptr) {
    const rocksdb::Status status = db_->Get(rocksdb::ReadOptions(), handle(family), key, value);
    if (status.ok() || status.IsNotFound()) return status.ok();
    return StatusOf(status, path_, absl::StrCat("reading ", kColumnFamilyNames[family]));
  }
  // Not by the Get of a database that is open for writing: an exception that leaves it leaves the thread unable to read
  // the database again.
  const std::string end = key + '\0';
  const rocksdb::Slice bound(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &bound;
  options.total_order_seek = true;
  const std::unique_ptr<rocksdb::Iterator> it = NewIterator(family, options);
  it->Seek(key);
  if (it->Valid()) {
    value->PinSelf(it->value());
    return true;
  }
  if (!it->status().ok()) return StatusOf(it->status(), path_, absl::StrCat("reading ", kColumnFamilyNames[family]));
  return false;
}

absl::StatusOr<bool> RocksDb::Empty() const {
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  for (rocksdb::ColumnFamilyHandle* family : handles_) {
    const std::unique_ptr<rocksdb::Iterator> it(db_->NewIterator(options, family));
    it->SeekToFirst();
    if (!it->status().ok()) return StatusOf(it->status(), path_, "looking whether it is empty");
    if (it->Valid()) return false;
  }
  return true;
}

absl::Status RocksDb::Damaged(std::string_view what) const {
  return absl::DataLossError(absl::StrCat(path_, ": the catalogue is damaged: ", ForAbsl(what),
                                          ". Restore it from a backup or import it again."));
}

}  // namespace muster::storage
