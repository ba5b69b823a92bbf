#include "engine/import/input/source.h"

#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/import/input/stored_file.h"
#include "muster/reason.h"

namespace muster::import {
namespace {

class PlainSource : public Source {
 public:
  explicit PlainSource(std::unique_ptr<StoredFile> file) : file_(std::move(file)) {}

  absl::StatusOr<size_t> Read(char* buffer, size_t size) override {
    const std::string_view rest = file_->rest();
    if (rest.empty()) return file_->ReadInto(buffer, size);
    const size_t taken = std::min(size, rest.size());
    std::memcpy(buffer, rest.data(), taken);
    file_->Take(taken);
    return taken;
  }
  uint64_t stored_bytes() const override { return file_->read(); }
  void Stop() override { file_->Stop(); }

 private:
  std::unique_ptr<StoredFile> file_;
};

class GzipSource : public Source {
 public:
  explicit GzipSource(std::unique_ptr<StoredFile> file) : file_(std::move(file)) {
    ready_ = inflateInit2(&stream_, 15 + 16) == Z_OK;  // 16: gzip header and checksum
  }
  ~GzipSource() override {
    if (ready_) inflateEnd(&stream_);
  }

  absl::StatusOr<size_t> Read(char* buffer, size_t size) override {
    if (!ready_) return WithReason(absl::ResourceExhaustedError("no memory to unpack gzip"), reason::kNoMemory);
    if (done_ || size == 0) return 0;
    stream_.next_out = reinterpret_cast<Bytef*>(buffer);
    stream_.avail_out = static_cast<uInt>(std::min<size_t>(size, 1u << 30));
    const uInt room = stream_.avail_out;
    while (stream_.avail_out == room) {
      if (file_->rest().empty()) {
        if (absl::Status filled = file_->Fill(1); !filled.ok()) return filled;
      }
      const std::string_view rest = file_->rest();
      if (between_) {
        if (absl::StatusOr<bool> more = NextMember(); !more.ok()) return more.status();
        if (done_) return 0;
        continue;
      }
      if (rest.empty()) return absl::InvalidArgumentError(absl::StrCat(file_->name(), ": the gzip file is cut off"));
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));
      stream_.avail_in = static_cast<uInt>(rest.size());
      const int result = inflate(&stream_, Z_NO_FLUSH);
      file_->Take(rest.size() - stream_.avail_in);
      if (result == Z_STREAM_END) {
        between_ = true;
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        return absl::InvalidArgumentError(absl::StrCat(file_->name(), ": the gzip file is damaged",
                                                       stream_.msg != nullptr ? ": " : "",
                                                       stream_.msg != nullptr ? stream_.msg : ""));
      }
    }
    return room - stream_.avail_out;
  }
  uint64_t stored_bytes() const override { return file_->read(); }
  void Stop() override { file_->Stop(); }

 private:
  // After a member: another one, padding with zeros, or the end.
  absl::StatusOr<bool> NextMember() {
    if (absl::Status filled = file_->Fill(2); !filled.ok()) return filled;
    const std::string_view rest = file_->rest();
    if (rest.empty()) {
      done_ = true;
      return false;
    }
    if (rest.starts_with("\x1f\x8b")) {
      between_ = false;
      inflateReset(&stream_);
      return true;
    }
    const size_t zeros = std::min(rest.find_first_not_of('\0'), rest.size());
    if (zeros == 0) {
      return absl::InvalidArgumentError(absl::StrCat(file_->name(), ": the gzip file is followed by something else"));
    }
    file_->Take(zeros);
    return true;
  }

  std::unique_ptr<StoredFile> file_;
  z_stream stream_{};
  bool ready_ = false;
  bool between_ = false;  // a member has ended
  bool done_ = false;
};

class ZstdSource : public Source {
 public:
  explicit ZstdSource(std::unique_ptr<StoredFile> file) : file_(std::move(file)), stream_(ZSTD_createDStream()) {}
  ~ZstdSource() override { ZSTD_freeDStream(stream_); }

  absl::StatusOr<size_t> Read(char* buffer, size_t size) override {
    if (stream_ == nullptr)
      return WithReason(absl::ResourceExhaustedError("no memory to unpack zstd"), reason::kNoMemory);
    ZSTD_outBuffer out{buffer, size, 0};
    while (out.pos == 0 && size > 0) {
      if (file_->rest().empty()) {
        if (absl::Status filled = file_->Fill(1); !filled.ok()) return filled;
      }
      const std::string_view rest = file_->rest();
      // Without input the decoder may still hold output of an unfinished frame.
      if (rest.empty() && !in_frame_) return 0;
      ZSTD_inBuffer in{rest.data(), rest.size(), 0};
      const size_t result = ZSTD_decompressStream(stream_, &out, &in);
      if (ZSTD_isError(result)) {
        if (ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge) {
          return absl::InvalidArgumentError(absl::StrCat(
              file_->name(), ": the zstd file was packed with a window above 128 MB (zstd --long): unpack it first"));
        }
        return absl::InvalidArgumentError(
            absl::StrCat(file_->name(), ": the zstd file is damaged: ", ZSTD_getErrorName(result)));
      }
      file_->Take(in.pos);
      in_frame_ = result != 0;
      if (rest.empty() && out.pos == 0) {
        return absl::InvalidArgumentError(absl::StrCat(file_->name(), ": the zstd file is cut off"));
      }
    }
    return out.pos;
  }
  uint64_t stored_bytes() const override { return file_->read(); }
  void Stop() override { file_->Stop(); }

 private:
  std::unique_ptr<StoredFile> file_;
  ZSTD_DStream* stream_;
  bool in_frame_ = false;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Source>> Source::Open(const InputFile& file) {
  absl::StatusOr<std::unique_ptr<StoredFile>> opened = StoredFile::Open(file);
  if (!opened.ok()) return opened.status();
  std::unique_ptr<StoredFile> stored = *std::move(opened);
  if (absl::Status filled = stored->Fill(4); !filled.ok()) return filled;
  const std::string_view start = stored->rest();
  if (start.starts_with("\x1f\x8b")) return std::make_unique<GzipSource>(std::move(stored));
  // A zstd frame, or a skippable frame before one.
  const bool skippable = start.size() >= 4 && (start[0] & 0xF0) == 0x50 && start.substr(1, 3) == "\x2a\x4d\x18";
  if (start.starts_with("\x28\xb5\x2f\xfd") || skippable) return std::make_unique<ZstdSource>(std::move(stored));
  return std::make_unique<PlainSource>(std::move(stored));
}

}  // namespace muster::import
