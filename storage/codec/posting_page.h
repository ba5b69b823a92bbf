// Postings of several values of one field as one value of the database, since most are a few bytes long, and each entry
// of its own would cost more than what is in it.
//
//   +-------+-------------------------------------+------------------------------
//   | count | count * (distance, size)            | the postings, one by one
//   +-------+-------------------------------------+------------------------------
//
// All numbers are varints. distance: by how much the value is greater than the one before, less one; of the first,
// which is in the key, 0. size: bytes of the posting.
#ifndef MUSTER_STORAGE_CODEC_POSTING_PAGE_H_
#define MUSTER_STORAGE_CODEC_POSTING_PAGE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "storage/codec/varint.h"

namespace muster::storage {

/// A page of postings is closed at this many bytes: about what is read at once for one of them.
inline constexpr size_t kPageBytes = size_t{16} << 10;

/// A value and its posting, encoded.
struct EncodedPosting {
  uint32_t value = 0;
  std::string bytes;
};

/// `postings`, not empty, ascend by value. The value of the first belongs into the key.
std::string EncodePage(std::span<const EncodedPosting> postings);

/// Calls `visit` with each value and its posting until it returns false. Returns false if `bytes` are not a page;
/// `visit` may have been called before that is found.
template <typename Visit>
bool ForEachInPage(uint32_t first, std::string_view bytes, Visit visit) {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  uint64_t count = 0;
  if (!ReadVarint(&at, end, &count) || count == 0 || count > bytes.size()) return false;
  // The postings begin behind the last size, so that these are gone over twice.
  const char* head = at;
  uint64_t all = 0;
  for (uint64_t i = 0; i < count; ++i) {
    uint64_t distance = 0, size = 0;
    if (!ReadVarint(&at, end, &distance) || !ReadVarint(&at, end, &size) || size > bytes.size()) return false;
    all += size;
  }
  if (all != static_cast<size_t>(end - at)) return false;
  uint64_t least = first;
  for (uint64_t i = 0; i < count; ++i) {
    uint64_t distance = 0, size = 0;
    ReadVarint(&head, end, &distance);
    ReadVarint(&head, end, &size);
    if (distance > 0xFFFFFFFF || (i == 0 && distance != 0)) return false;
    least += distance;
    if (least > 0xFFFFFFFF) return false;
    if (!visit(static_cast<uint32_t>(least), std::string_view(at, size))) return true;
    ++least;
    at += size;
  }
  return true;
}

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_CODEC_POSTING_PAGE_H_
