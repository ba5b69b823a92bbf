// A posting as bytes: a bitmap in whichever of two forms is the better one.
#ifndef MUSTER_STORAGE_POSTING_CODEC_H_
#define MUSTER_STORAGE_POSTING_CODEC_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "storage/bitmap.h"

namespace muster::storage {

std::string EncodePosting(const Bitmap& bitmap);
/// DataLoss when `bytes` are not a posting.
absl::StatusOr<Bitmap> ParsePosting(std::string_view bytes);
/// Sets the bits of the posting's rows, row r being bit r % 64 of word r / 64. DataLoss when `bytes` are not a posting
/// of rows below `rows`; some bits may be set then.
absl::Status AddPosting(std::string_view bytes, uint32_t rows, std::span<uint64_t> words);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_POSTING_CODEC_H_
