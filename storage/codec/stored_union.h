// The rows that have any of some values, as one bitmap: what a query about a broad term would else unite from thousands
// of postings.
//
//   +------+-----------------------+---------
//   | size | values: size bytes    | posting
//   +------+-----------------------+---------
//
// size: varint. values: an Elias-Fano list.
#ifndef MUSTER_STORAGE_CODEC_STORED_UNION_H_
#define MUSTER_STORAGE_CODEC_STORED_UNION_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "storage/bits/bitmap.h"

namespace muster::storage {

/// Of fewer values, the union is made about as fast as it is read.
inline constexpr size_t kFewestInUnion = 32;

struct StoredUnion {
  std::vector<uint32_t> values;  ///< ascending, each once
  Bitmap rows;                   ///< all that have one of them
};

std::string EncodeUnion(const StoredUnion& stored);
/// DataLoss when `bytes` are not a union.
absl::StatusOr<StoredUnion> ParseUnion(std::string_view bytes);
/// The posting in `bytes` when they are the union of exactly these values; empty when they are another one, or none.
std::string_view PostingOfUnion(std::string_view bytes, std::span<const uint32_t> values);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_CODEC_STORED_UNION_H_
