#include "engine/import/input/stored_file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "muster/reason.h"

namespace muster::import {
namespace {

constexpr size_t kStoredChunk = 256 << 10;
constexpr int kInMemory = -1;
constexpr int kMillisecondsBetweenLooks = 20;
// A shell opens both ends of a pipe at once.
constexpr std::chrono::seconds kForWriters(5);

// What is wrong with the file that was given, and what with the machine: the latter may pass.
absl::Status Failed(int error, const std::string& name, const char* how) {
  const std::string message = absl::StrCat(name, ": cannot be ", how, ": ", std::strerror(error));
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return absl::NotFoundError(message);
    case EACCES:
    case EPERM:
      return absl::PermissionDeniedError(message);
    case EINVAL:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
    case ENODEV:
    case ENXIO:
      return absl::InvalidArgumentError(message);
    case ENOMEM:
      return WithReason(absl::ResourceExhaustedError(message), reason::kNoMemory);
    case EMFILE:
    case ENFILE:
      return WithReason(absl::ResourceExhaustedError(message), reason::kTooManyFiles);
    default:
      return absl::UnavailableError(message);
  }
}

}  // namespace

absl::StatusOr<std::unique_ptr<StoredFile>> StoredFile::Open(const InputFile& file) {
  if (file.text.has_value()) return std::unique_ptr<StoredFile>(new StoredFile(*file.text, file.name()));
  if (file.path == "-") return std::unique_ptr<StoredFile>(new StoredFile(STDIN_FILENO, file.name()));
  // (Not to wait for the writer of a named pipe. It does nothing to files.)
  const int descriptor = open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return Failed(errno, file.path, "opened");
  return std::unique_ptr<StoredFile>(new StoredFile(descriptor, file.name()));
}

StoredFile::StoredFile(int descriptor, std::string name)
    : descriptor_(descriptor), name_(std::move(name)), buffer_(kStoredChunk) {
  struct stat status = {};
  if (fstat(descriptor, &status) != 0) return;
  waits_ = S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode) || S_ISSOCK(status.st_mode);
  named_pipe_ = S_ISFIFO(status.st_mode) && descriptor != STDIN_FILENO;
  if (S_ISREG(status.st_mode)) size_ = status.st_size;
}

StoredFile::StoredFile(std::string_view text, std::string name)
    : descriptor_(kInMemory), text_(text), name_(std::move(name)), buffer_(std::min(kStoredChunk, text.size() + 1)) {}

StoredFile::~StoredFile() {
  if (descriptor_ > STDIN_FILENO) close(descriptor_);
}

absl::Status StoredFile::Fill(size_t want) {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  while (end_ < want) {
    const absl::StatusOr<size_t> got = ReadInto(buffer_.data() + end_, buffer_.size() - end_);
    if (!got.ok()) return got.status();
    if (*got == 0) break;
    end_ += *got;
  }
  return absl::OkStatus();
}

bool StoredFile::WasCut() const {
  struct stat now = {};
  return size_ > 0 && fstat(descriptor_, &now) == 0 && now.st_size < size_;
}

absl::StatusOr<bool> StoredFile::Wait() {
  const AllowanceScope bounded(allowance_);
  if (absl::Status check = CheckStop(); !check.ok()) return check;
  if (stopped_) return absl::CancelledError(absl::StrCat(name_, ": is not wanted any more"));
  pollfd polled = {descriptor_, POLLIN, 0};
  if (poll(&polled, 1, kMillisecondsBetweenLooks) <= 0) return false;
  hung_up_ = hung_up_ || (polled.revents & POLLHUP) != 0;
  return true;
}

absl::StatusOr<size_t> StoredFile::ReadInto(char* buffer, size_t size) {
  if (descriptor_ == kInMemory) {
    const size_t taken = std::min(size, text_.size() - read_);
    std::memcpy(buffer, text_.data() + read_, taken);
    read_ += taken;
    return taken;
  }
  while (true) {
    if (waits_) {
      const absl::StatusOr<bool> ready = Wait();
      if (!ready.ok()) return ready.status();
      if (!*ready && !WritersToCome()) continue;
    }
    const ssize_t got = ::read(descriptor_, buffer, size);
    if (got == 0 && WritersToCome()) {
      if (std::chrono::steady_clock::now() - opened_ < kForWriters) continue;
      return absl::InvalidArgumentError(absl::StrCat(name_, ": is a pipe that nobody writes to"));
    }
    if (got == 0 && WasCut()) {
      return absl::InvalidArgumentError(absl::StrCat(name_, ": has become shorter while it was read"));
    }
    if (got >= 0) {
      read_ += static_cast<size_t>(got);
      return static_cast<size_t>(got);
    }
    if (errno != EINTR && errno != EAGAIN) return Failed(errno, name_, "read");
  }
}

}  // namespace muster::import
