// A file, a pipe, standard input or a text in memory, as it is stored: the bytes before they are unpacked.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_STORED_FILE_H_
#define MUSTER_ENGINE_IMPORT_INPUT_STORED_FILE_H_

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "allowance/allowance.h"
#include "engine/import/input/paths.h"

namespace muster::import {

/// Bytes are taken from a buffer that Fill() renews when it is used up. For one thread at a time, but for Stop().
class StoredFile {
 public:
  /// As Source::Open.
  static absl::StatusOr<std::unique_ptr<StoredFile>> Open(const InputFile& file);
  StoredFile(const StoredFile&) = delete;
  StoredFile& operator=(const StoredFile&) = delete;
  ~StoredFile();

  const std::string& name() const { return name_; }
  /// Bytes so far.
  uint64_t read() const { return read_; }
  std::string_view rest() const { return {buffer_.data() + begin_, end_ - begin_}; }
  void Take(size_t bytes) { begin_ += bytes; }

  /// Reads until there are at least `want` bytes or the file ends.
  absl::Status Fill(size_t want);
  /// 0 only at the end.
  absl::StatusOr<size_t> ReadInto(char* buffer, size_t size);
  /// As Source::Stop.
  void Stop() { stopped_ = true; }

 private:
  StoredFile(int descriptor, std::string name);
  StoredFile(std::string_view text, std::string name);

  // For pipes, which may have nothing to read now and something later: waits shortly for input. Returns whether there
  // is input, or the end.
  absl::StatusOr<bool> Wait();
  // Read() gave nothing: whether there was more when the file was opened.
  bool WasCut() const;
  // The same: whether a named pipe has not been opened by a writer yet.
  bool WritersToCome() const { return named_pipe_ && read_ == 0 && !hung_up_; }

  const int descriptor_;
  const std::string_view text_;
  const std::string name_;
  Allowance* const allowance_ = CurrentAllowance();
  const std::chrono::steady_clock::time_point opened_ = std::chrono::steady_clock::now();
  bool waits_ = false;       // for others to write: a pipe, a terminal, a socket
  bool named_pipe_ = false;  // which was opened so that reads do not wait
  bool hung_up_ = false;     // a writer was there, and is gone
  int64_t size_ = 0;         // of a file on a disk, when it was opened
  std::atomic<bool> stopped_ = false;
  std::vector<char> buffer_;
  size_t begin_ = 0;
  size_t end_ = 0;
  uint64_t read_ = 0;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_STORED_FILE_H_
