// A file system for tests that fails, pauses, and forgets what was not synced.
#ifndef MUSTER_TESTS_FAULT_FAULT_FILE_SYSTEM_H_
#define MUSTER_TESTS_FAULT_FAULT_FILE_SYSTEM_H_

#include <rocksdb/file_system.h>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace muster::fault {

/// What a program asks of a file system. kOpen: of files to read or write, and of directories; kCreate: the opens that
/// make a file; kAny: all of them, which is no operation but the sum.
enum class Op { kOpen, kCreate, kWrite, kSync, kRead, kRename, kDelete, kTruncate, kList, kLock, kAny };
inline constexpr int kOps = static_cast<int>(Op::kAny) + 1;

enum class How {
  kNoSpace,
  kIoError,
  kNotFound,
  kShort,  ///< a write writes half, and no space is left; other operations as kIoError
  kTorn,   ///< a write writes half and fails as kIoError
};

/// The `nth` call of `op` from now on, counted from 1, fails; with `sticky` all behind it as well. Only calls for
/// files whose path contains `file` count.
struct Fault {
  Op op = Op::kAny;
  uint64_t nth = 1;
  How how = How::kIoError;
  bool sticky = false;
  std::string file = {};
};

/// What a power cut leaves of what was not synced.
enum class PowerCut {
  kStrict,  ///< nothing: files end at their last sync, names are those of their directory's last sync
  kTorn,    ///< names as they were; each file ends somewhere behind its last sync
  kZeroed,  ///< names as they were; pages behind the last sync are zero or not
};

/// Thread-safe. On top of the machine's file system; files are in truth where their path says.
class FaultFileSystem : public rocksdb::FileSystemWrapper {
 public:
  FaultFileSystem();
  ~FaultFileSystem() override;
  const char* Name() const override { return "muster.FaultFileSystem"; }

  void Inject(Fault fault);
  void Heal();
  /// How many faults have come since Inject.
  uint64_t failed() const;
  /// Calls so far, or since ResetCounts.
  uint64_t count(Op op) const;
  void ResetCounts();
  /// Before each call, without a lock held: to pause it, or to let something else happen meanwhile. One function, or
  /// none. Calls that it makes itself reach it too.
  using Hook = std::function<void(Op op, const std::string& path)>;
  void OnCall(Hook hook);

  /// Makes in the new directory `to` what a power cut at this moment would leave of the directory `from`, all of whose
  /// files were made through this file system. `seed` decides what is left to chance.
  void CutPower(PowerCut how, uint64_t seed, const std::string& from, const std::string& to) const;

  // FileSystem.
  rocksdb::IOStatus NewSequentialFile(const std::string& path, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* file,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewRandomAccessFile(const std::string& path, const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* file,
                                        rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* file,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReopenWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                       std::unique_ptr<rocksdb::FSWritableFile>* file,
                                       rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReuseWritableFile(const std::string& path, const std::string& old_path,
                                      const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSWritableFile>* file,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewRandomRWFile(const std::string& path, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSRandomRWFile>* file,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewDirectory(const std::string& path, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* directory,
                                 rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus GetChildren(const std::string& path, const rocksdb::IOOptions& options,
                                std::vector<std::string>* names, rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus DeleteFile(const std::string& path, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus LinkFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus LockFile(const std::string& path, const rocksdb::IOOptions& options, rocksdb::FileLock** lock,
                             rocksdb::IODebugContext* debug) override;

  /// Of the calls above and those of the files: runs the hook and counts. Not OK when the call is to fail; `*half`,
  /// where given, says whether a write shall write its first half.
  rocksdb::IOStatus Call(Op op, const std::string& path, bool* half = nullptr);
  /// A file by its path at this moment has its content made durable, or loses what is behind `size`.
  void Synced(const std::string& path, uint64_t size);
  void Truncated(const std::string& path, uint64_t size);
  void DirectorySynced(const std::string& path);

 private:
  // A file, whatever its name. Its bytes are those of `link`, a second name that outlives the first.
  struct File {
    std::string link;
    uint64_t synced = 0;
  };
  using Names = std::map<std::string, std::shared_ptr<File>>;  // by path

  void Made(const std::string& path, bool keep_content);
  bool Matches(Op op, const std::string& path) const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  mutable absl::Mutex mutex_;
  std::array<uint64_t, kOps> counts_ ABSL_GUARDED_BY(mutex_) = {};
  bool armed_ ABSL_GUARDED_BY(mutex_) = false;
  Fault fault_ ABSL_GUARDED_BY(mutex_);
  uint64_t calls_of_fault_ ABSL_GUARDED_BY(mutex_) = 0;
  uint64_t failed_ ABSL_GUARDED_BY(mutex_) = 0;
  Hook hook_ ABSL_GUARDED_BY(mutex_);
  Names names_ ABSL_GUARDED_BY(mutex_);    // now
  Names durable_ ABSL_GUARDED_BY(mutex_);  // as of each directory's last sync
  std::string links_;                      // a directory for File::link, made when first needed
  uint64_t next_link_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace muster::fault

#endif  // MUSTER_TESTS_FAULT_FAULT_FILE_SYSTEM_H_
