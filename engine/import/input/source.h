// A file as a stream of bytes, unpacked where it is compressed.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_SOURCE_H_
#define MUSTER_ENGINE_IMPORT_INPUT_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "engine/import/input/paths.h"

namespace muster::import {

/// Unpacks gzip (any number of members) and zstd (any number of frames), detected from their first bytes, not from the
/// name. Memory is bounded whatever the file says. Not thread-safe.
class Source {
 public:
  /// Input in memory must outlive the source, and so must the current allowance of the thread: reads that wait for a
  /// pipe, on any thread, end with its status when it is used up. Errors: NotFound, PermissionDenied: the file cannot
  /// be opened. InvalidArgument: a named pipe without a writer.
  static absl::StatusOr<std::unique_ptr<Source>> Open(const InputFile& file);
  virtual ~Source() = default;

  /// Puts up to `size` bytes at `buffer`; 0 only at the end. InvalidArgument, naming the file, when a compressed file
  /// is cut off or damaged.
  virtual absl::StatusOr<size_t> Read(char* buffer, size_t size) = 0;
  /// Bytes read of the file as stored.
  virtual uint64_t stored_bytes() const = 0;
  /// From any thread: a Read() that waits for a pipe ends with Cancelled, now and from then on.
  virtual void Stop() {}
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_SOURCE_H_
