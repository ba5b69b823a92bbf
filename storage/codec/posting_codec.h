// A posting as bytes: a bitmap in whichever of two forms is the better one.
#ifndef MUSTER_STORAGE_CODEC_POSTING_CODEC_H_
#define MUSTER_STORAGE_CODEC_POSTING_CODEC_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/bits/bitmap.h"

namespace muster::storage {

/// What a posting is encoded for: sets of more than one in 16 rows are read faster in roaring's form, and are shorter
/// in the other.
enum class PostingFor : uint8_t { kSpeed, kSize };

std::string EncodePosting(const Bitmap& bitmap, PostingFor what = PostingFor::kSpeed);
/// DataLoss when `bytes` are not a posting.
absl::StatusOr<Bitmap> ParsePosting(std::string_view bytes);
/// Sets the bits of the posting's rows, row r being bit r % 64 of word r / 64. DataLoss when `bytes` are not a posting
/// of rows below `rows`; some bits may be set then.
absl::Status AddPosting(std::string_view bytes, uint32_t rows, std::span<uint64_t> words);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_CODEC_POSTING_CODEC_H_
