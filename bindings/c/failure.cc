#include "bindings/c/failure.h"

#include <string_view>
#include <system_error>

#include "bindings/c/text.h"
#include "muster/reason.h"

struct muster_error {
  muster_code code = MUSTER_OK;
  std::string message;
};

namespace muster::c {
namespace {

// Made beforehand; never freed.
muster_error& NoMemory() {
  static auto& error = *new muster_error{MUSTER_NO_MEMORY, "out of memory"};
  return error;
}
[[maybe_unused]] const muster_error& made_when_loaded = NoMemory();

// What programs are told of each code. docs/embedding.md has the names, and which are retryable.
struct CodeWords {
  muster_code code;
  const char* name;
  bool retryable;  // the same call may well succeed later
  std::string_view hint;
};

constexpr CodeWords kCodes[] = {
    {MUSTER_OK, "ok", false, ""},
    {MUSTER_INVALID_ARGUMENT, "invalid-argument", false, ""},
    {MUSTER_NOT_FOUND, "not-found", false, ""},
    {MUSTER_IN_USE, "in-use", true, "Close the other writer, or open with MUSTER_OPEN_READ_ONLY."},
    {MUSTER_READ_ONLY, "read-only", false, "Open the catalogue without MUSTER_OPEN_READ_ONLY to change it."},
    {MUSTER_FORMAT, "format", false,
     "Check the path; a catalogue of another format is opened by the version that wrote it."},
    {MUSTER_DAMAGED, "damaged", false, "Restore it from a backup or import it again."},
    {MUSTER_DISK_FULL, "disk-full", true, "Free some space and repeat; nothing has changed."},
    {MUSTER_IO, "io", true, ""},
    {MUSTER_PERMISSION, "permission", false, ""},
    {MUSTER_NO_MEMORY, "no-memory", true, "Free some memory and repeat; the catalogue can be used on."},
    {MUSTER_CANCELLED, "cancelled", false, ""},
    {MUSTER_DEADLINE, "deadline", false, ""},
    {MUSTER_TOO_LARGE, "too-large", false, ""},
    {MUSTER_STALE, "stale", false, ""},
    {MUSTER_FORKED, "forked", false, "Open the catalogue in this process; for writing, in one that is started anew."},
    {MUSTER_MISUSE, "misuse", false, "See docs/embedding.md on lifetimes."},
    {MUSTER_INTERNAL, "internal", false, ""},
    {MUSTER_UNSUPPORTED, "unsupported", false, ""},
    {MUSTER_PRECONDITION, "precondition", false, ""},
};

const CodeWords& WordsOf(muster_code code) {
  static constexpr CodeWords kUnknown = {-1, "unknown", false, ""};
  for (const CodeWords& words : kCodes) {
    if (words.code == code) return words;
  }
  return kUnknown;
}

muster_code CodeOfReason(std::string_view reason) {
  if (reason == reason::kInUse) return MUSTER_IN_USE;
  if (reason == reason::kDiskFull) return MUSTER_DISK_FULL;
  if (reason == reason::kNoMemory) return MUSTER_NO_MEMORY;
  if (reason == reason::kStale) return MUSTER_STALE;
  if (reason == reason::kReadOnly) return MUSTER_READ_ONLY;
  if (reason == reason::kForked) return MUSTER_FORKED;
  if (reason == reason::kTooManyFiles) return MUSTER_IO;
  return MUSTER_OK;
}

muster_code CodeOf(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kOk:
      return MUSTER_OK;
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kOutOfRange:
      return MUSTER_INVALID_ARGUMENT;
    case absl::StatusCode::kNotFound:
      return MUSTER_NOT_FOUND;
    case absl::StatusCode::kFailedPrecondition:
      return MUSTER_PRECONDITION;
    case absl::StatusCode::kDataLoss:
      return MUSTER_DAMAGED;
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kUnauthenticated:
      return MUSTER_PERMISSION;
    case absl::StatusCode::kResourceExhausted:
      return MUSTER_TOO_LARGE;
    case absl::StatusCode::kUnavailable:
      return MUSTER_IO;
    case absl::StatusCode::kCancelled:
      return MUSTER_CANCELLED;
    case absl::StatusCode::kDeadlineExceeded:
      return MUSTER_DEADLINE;
    case absl::StatusCode::kUnimplemented:
      return MUSTER_UNSUPPORTED;
    case absl::StatusCode::kAlreadyExists:
      return MUSTER_PRECONDITION;
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kInternal:
    case absl::StatusCode::kAborted:  // an exception: what is aborted on purpose has a reason
      return MUSTER_INTERNAL;
    default:
      return MUSTER_INTERNAL;
  }
}

}  // namespace

Failure FailureOf(const absl::Status& status) {
  if (status.ok()) return Ok();
  const muster_code precise = CodeOfReason(ReasonOf(status));
  return {precise != MUSTER_OK ? precise : CodeOf(status.code()), std::string(status.message())};
}

Failure FailureOfException() noexcept {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return {MUSTER_NO_MEMORY};
  } catch (const std::system_error& error) {
    try {
      return {MUSTER_IO, error.what()};
    } catch (...) {
      return {MUSTER_NO_MEMORY};
    }
  } catch (const std::exception& error) {
    try {
      return {MUSTER_INTERNAL, error.what()};
    } catch (...) {
      return {MUSTER_NO_MEMORY};
    }
  } catch (...) {
    return {MUSTER_INTERNAL};
  }
}

muster_code Report(Failure failure, muster_error** error) noexcept {
  const muster_code code = failure.code;
  if (code == MUSTER_OK || error == nullptr) return code;
  *error = code == MUSTER_NO_MEMORY ? nullptr : new (std::nothrow) muster_error{code, std::move(failure.message)};
  if (*error != nullptr) return code;
  *error = &NoMemory();
  return MUSTER_NO_MEMORY;
}

}  // namespace muster::c

using muster::c::TextOf;

const char* muster_code_name(muster_code code) { return muster::c::WordsOf(code).name; }

muster_code muster_error_code(const muster_error* error) { return error == nullptr ? MUSTER_OK : error->code; }

muster_text muster_error_message(const muster_error* error) {
  return error == nullptr ? muster_text{nullptr, 0} : TextOf(error->message);
}

muster_text muster_error_hint(const muster_error* error) {
  if (error == nullptr) return {nullptr, 0};
  const std::string_view hint = muster::c::WordsOf(error->code).hint;
  return {hint.data(), hint.size()};
}

int muster_error_is_retryable(const muster_error* error) {
  return muster::c::WordsOf(muster_error_code(error)).retryable ? 1 : 0;
}

void muster_error_free(muster_error* error) {
  if (error != &muster::c::NoMemory()) delete error;
}
