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

muster_code CodeOfReason(std::string_view reason) {
  if (reason == reason::kInUse) return MUSTER_IN_USE;
  if (reason == reason::kDiskFull) return MUSTER_DISK_FULL;
  if (reason == reason::kNoMemory) return MUSTER_NO_MEMORY;
  if (reason == reason::kStale) return MUSTER_STALE;
  if (reason == reason::kTooManyFiles) return MUSTER_IO;
  return MUSTER_OK;
}

muster_code CodeOf(absl::StatusCode code, bool read_only) {
  switch (code) {
    case absl::StatusCode::kOk:
      return MUSTER_OK;
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kOutOfRange:
      return MUSTER_INVALID_ARGUMENT;
    case absl::StatusCode::kNotFound:
      return MUSTER_NOT_FOUND;
    case absl::StatusCode::kFailedPrecondition:
      return read_only ? MUSTER_READ_ONLY : MUSTER_PRECONDITION;
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
    case absl::StatusCode::kAborted:
      return MUSTER_INTERNAL;
    default:
      return MUSTER_INTERNAL;
  }
}

std::string_view HintOf(muster_code code) {
  switch (code) {
    case MUSTER_IN_USE:
      return "Close the other writer, or open with MUSTER_OPEN_READ_ONLY.";
    case MUSTER_READ_ONLY:
      return "Open the catalogue without MUSTER_OPEN_READ_ONLY to change it.";
    case MUSTER_FORMAT:
      return "Check the path; a catalogue of another format is opened by the version that wrote it.";
    case MUSTER_DISK_FULL:
      return "Free some space and repeat; nothing has changed.";
    case MUSTER_NO_MEMORY:
      return "Free some memory and repeat; the catalogue can be used on.";
    case MUSTER_FORKED:
      return "Open the catalogue in this process.";
    case MUSTER_MISUSE:
      return "See docs/embedding.md on lifetimes.";
    case MUSTER_DAMAGED:
      return "Restore it from a backup or import it again.";
    default:
      return "";
  }
}

}  // namespace

Failure FailureOf(const absl::Status& status, bool read_only) {
  if (status.ok()) return Ok();
  const muster_code precise = CodeOfReason(ReasonOf(status));
  return {precise != MUSTER_OK ? precise : CodeOf(status.code(), read_only), std::string(status.message())};
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

const char* muster_code_name(muster_code code) {
  switch (code) {
    case MUSTER_OK:
      return "ok";
    case MUSTER_INVALID_ARGUMENT:
      return "invalid-argument";
    case MUSTER_NOT_FOUND:
      return "not-found";
    case MUSTER_IN_USE:
      return "in-use";
    case MUSTER_READ_ONLY:
      return "read-only";
    case MUSTER_FORMAT:
      return "format";
    case MUSTER_DAMAGED:
      return "damaged";
    case MUSTER_DISK_FULL:
      return "disk-full";
    case MUSTER_IO:
      return "io";
    case MUSTER_PERMISSION:
      return "permission";
    case MUSTER_NO_MEMORY:
      return "no-memory";
    case MUSTER_CANCELLED:
      return "cancelled";
    case MUSTER_DEADLINE:
      return "deadline";
    case MUSTER_TOO_LARGE:
      return "too-large";
    case MUSTER_STALE:
      return "stale";
    case MUSTER_FORKED:
      return "forked";
    case MUSTER_MISUSE:
      return "misuse";
    case MUSTER_INTERNAL:
      return "internal";
    case MUSTER_UNSUPPORTED:
      return "unsupported";
    case MUSTER_PRECONDITION:
      return "precondition";
    default:
      return "unknown";
  }
}

muster_code muster_error_code(const muster_error* error) { return error == nullptr ? MUSTER_OK : error->code; }

muster_text muster_error_message(const muster_error* error) {
  return error == nullptr ? muster_text{nullptr, 0} : TextOf(error->message);
}

muster_text muster_error_hint(const muster_error* error) {
  if (error == nullptr) return {nullptr, 0};
  const std::string_view hint = muster::c::HintOf(error->code);
  return {hint.data(), hint.size()};
}

int muster_error_is_retryable(const muster_error* error) {
  switch (muster_error_code(error)) {
    case MUSTER_IN_USE:
    case MUSTER_DISK_FULL:
    case MUSTER_IO:
    case MUSTER_NO_MEMORY:
    case MUSTER_DEADLINE:
      return 1;
    default:
      return 0;
  }
}

void muster_error_free(muster_error* error) {
  if (error != &muster::c::NoMemory()) delete error;
}
