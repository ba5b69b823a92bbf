#include "storage/files/writer_lock.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <map>
#include <mutex>

#include "absl/memory/memory.h"
#include "absl/strings/str_cat.h"
#include "muster/reason.h"
#include "storage/files/absl_text.h"
#include "storage/files/errno_status.h"

namespace muster::storage {
namespace {

constexpr std::string_view kCreatingMark = "Muster catalogue, creating\n";
constexpr std::string_view kReadyMark = "Muster catalogue, ready   \n";
static_assert(kCreatingMark.size() == kReadyMark.size(), "one is written over the other");
constexpr std::string_view kWriter = "writer ";
constexpr size_t kMaxMarkBytes = 64;

std::string LockPath(const std::string& directory) { return directory + "/LOCK"; }

using LockedInode = std::pair<dev_t, ino_t>;

// A descriptor, and the file that it was opened for.
struct OpenFile {
  int fd;
  LockedInode file;
};

// Whether the descriptor still is that of the file: the program may have closed it, and have another by its number.
bool IsOpen(const OpenFile& open) {
  struct stat info = {};
  return ::fstat(open.fd, &info) == 0 && LockedInode{info.st_dev, info.st_ino} == open.file;
}

// The folders that this process holds, by device and inode, with the lock file that holds each.
struct Registry {
  std::mutex mutex;
  std::map<LockedInode, OpenFile> held;
};

Registry& TheRegistry() {
  static auto* const registry = new Registry;  // never destroyed, as objects that are destroyed at exit use it
  return *registry;
}

// A child of fork() has descriptors of the same locks. It must not keep them locked when its parent closes or dies; it
// does not hold them. (For everything else that a child inherits, see WriterLock::IsOwnProcess.)
void RegisterForkHandlers() {
  static const int registered = pthread_atfork([] { TheRegistry().mutex.lock(); }, [] { TheRegistry().mutex.unlock(); },
                                               [] {
                                                 for (const auto& [folder, lock] : TheRegistry().held) {
                                                   if (IsOpen(lock)) ::close(lock.fd);
                                                 }
                                                 TheRegistry().held.clear();
                                                 TheRegistry().mutex.unlock();
                                               });
  static_cast<void>(registered);  // without memory for it, a child may keep the lock; it still does not write
}

bool SetLock(int fd, int16_t type) {
  struct flock lock = {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
#ifdef F_OFD_SETLK
  if (::fcntl(fd, F_OFD_SETLK, &lock) == 0) return true;
  if (errno != EINVAL) return false;  // else a kernel or a file system that does not know them
#endif
  return ::fcntl(fd, F_SETLK, &lock) == 0;
}

std::string ReadMark(int fd) {
  char bytes[kMaxMarkBytes];
  const ssize_t size = ::pread(fd, bytes, sizeof bytes, 0);
  return size > 0 ? std::string(bytes, static_cast<size_t>(size)) : std::string();
}

FolderState StateIn(std::string_view mark) {
  if (mark.starts_with(kCreatingMark)) return FolderState::kCreating;
  return mark.starts_with(kReadyMark) ? FolderState::kReady : FolderState::kUnmarked;
}

// " (process 123)", or nothing.
std::string WriterIn(std::string_view mark) {
  const size_t begin = mark.find(kWriter);
  if (begin == mark.npos) return "";
  std::string_view number = mark.substr(begin + kWriter.size());
  number.remove_prefix(std::min(number.find_first_not_of(' '), number.size()));
  number = number.substr(0, number.find_first_not_of("0123456789"));
  return number.empty() ? "" : absl::StrCat(" (process ", ForAbsl(number), ")");
}

// `who` has it.
absl::Status InUse(const std::string& path, std::string_view who) {
  return WithReason(
      absl::UnavailableError(absl::StrCat(path, ": ", ForAbsl(who), " has the catalogue open for writing, and only ",
                                          "one can at a time. Wait until it is closed, or open it read-only.")),
      reason::kInUse);
}

}  // namespace

FolderState ReadFolderState(const std::string& directory) {
  // (To open a pipe would wait for whoever writes to it otherwise.)
  const int fd = ::open(LockPath(directory).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return FolderState::kUnmarked;
  const FolderState state = StateIn(ReadMark(fd));
  ::close(fd);
  return state;
}

WriterLock::WriterLock(std::string path, std::string directory)
    : path_(std::move(path)), directory_(std::move(directory)), process_(::getpid()) {}

absl::StatusOr<std::unique_ptr<WriterLock>> WriterLock::Take(const std::string& path, const std::string& directory) {
  RegisterForkHandlers();
  auto lock = absl::WrapUnique(new WriterLock(path, directory));
  const absl::Status status = lock->LockFile();
  if (!status.ok()) return status;
  return lock;
}

absl::Status WriterLock::LockFile() {
  struct stat info = {};
  if (::stat(directory_.c_str(), &info) != 0) return ErrnoStatus(errno, path_, "examining its folder");
  const FileId folder = {info.st_dev, info.st_ino};
  Registry& registry = TheRegistry();
  const std::lock_guard<std::mutex> guard(registry.mutex);
  // Before the file is touched: where the locks are POSIX locks, closing it again would end the one that is held.
  if (registry.held.contains(folder)) return InUse(path_, "this process");

  fd_ = ::open(LockPath(directory_).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
  const int error = errno;
  if (fd_ < 0 && error != ELOOP && error != EISDIR && error != ENXIO) {
    return ErrnoStatus(error, path_, "opening its lock file");
  }
  if (fd_ >= 0 && ::fstat(fd_, &info) != 0) return ErrnoStatus(errno, path_, "examining its lock file");
  if (fd_ < 0 || !S_ISREG(info.st_mode)) {  // a link, which is not followed, a folder, a socket; a pipe, a device
    return absl::FailedPreconditionError(
        absl::StrCat(path_, ": LOCK in its folder is not a file. Remove it, and open the catalogue again."));
  }
  if (!SetLock(fd_, F_WRLCK)) {
    const int why = errno;
    if (why != EAGAIN && why != EACCES) return ErrnoStatus(why, path_, "locking it");
    return InUse(path_, absl::StrCat("another program", WriterIn(ReadMark(fd_))));
  }
  file_ = {info.st_dev, info.st_ino};
  // Somebody may have put another file in its place after it was opened.
  if (::stat(LockPath(directory_).c_str(), &info) != 0 || file_ != FileId{info.st_dev, info.st_ino}) {
    return InUse(path_, "another program, which has just made it anew,");
  }
  state_ = StateIn(ReadMark(fd_));
  if (state_ != FolderState::kUnmarked) {
    // For information only; it need not succeed.
    const std::string writer = absl::StrCat(ForAbsl(kWriter), absl::Dec(process_, absl::kSpacePad10), "\n");
    if (::pwrite(fd_, writer.data(), writer.size(), kReadyMark.size()) < 0) errno = 0;
  }
  is_held_ = registry.held.emplace(folder, OpenFile{fd_, file_}).second;
  folder_ = folder;
  return absl::OkStatus();
}

WriterLock::~WriterLock() {
  if (fd_ < 0 || !IsOwnProcess()) return;  // in a child, the descriptor may be anybody's by now
  Registry& registry = TheRegistry();
  const std::lock_guard<std::mutex> guard(registry.mutex);
  if (is_held_) {
    registry.held.erase(folder_);
    if (!IsOpen({fd_, file_})) return;
    SetLock(fd_, F_UNLCK);  // also for copies of the descriptor in other processes
  }
  ::close(fd_);
}

bool WriterLock::IsOwnProcess() const { return ::getpid() == process_; }

absl::Status WriterLock::Held() const {
  if (!IsOwnProcess()) {
    return WithReason(
        absl::FailedPreconditionError(absl::StrCat(
            path_, ": this process was forked from process ", process_,
            ", which has the catalogue open for writing. Nothing was written. Write there, or in a process that is "
            "started anew.")),
        reason::kForked);
  }
  struct stat info = {};
  if (::stat(LockPath(directory_).c_str(), &info) != 0 && errno != ENOENT && errno != ENOTDIR) {
    return ErrnoStatus(errno, path_, "looking for its lock file");
  }
  if (file_ != FileId{info.st_dev, info.st_ino}) {
    return absl::FailedPreconditionError(
        absl::StrCat(path_,
                     ": the folder was moved, removed or replaced while it was open, or its file LOCK was. Nothing was "
                     "written. Close the catalogue and open it where it is now."));
  }
  if (!IsOpen({fd_, file_})) {
    return absl::FailedPreconditionError(
        absl::StrCat(path_,
                     ": the program has closed the descriptor by which others are kept from writing. Nothing was "
                     "written. Close the catalogue and open it again, and close only descriptors that are the "
                     "program's own."));
  }
  return absl::OkStatus();
}

absl::Status WriterLock::SetState(FolderState state) {
  if (state == state_) return absl::OkStatus();
  const std::string mark = absl::StrCat(ForAbsl(state == FolderState::kCreating ? kCreatingMark : kReadyMark),
                                        ForAbsl(kWriter), absl::Dec(process_, absl::kSpacePad10), "\n");
  const ssize_t written = ::pwrite(fd_, mark.data(), mark.size(), 0);
  if (written != static_cast<ssize_t>(mark.size())) {
    return ErrnoStatus(written < 0 ? errno : ENOSPC, path_, "marking its folder");
  }
  if (::fsync(fd_) != 0) return ErrnoStatus(errno, path_, "marking its folder");
  const int folder = ::open(directory_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    ::fsync(folder);  // some file systems cannot; then there is nothing to be done
    ::close(folder);
  }
  state_ = state;
  return absl::OkStatus();
}

}  // namespace muster::storage
