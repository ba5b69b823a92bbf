// The containers of a roaring bitmap, each of the rows of a chunk of 65,536, as words of bits. Private to bits/.
#ifndef MUSTER_STORAGE_BITS_ROARING_CHUNKS_H_
#define MUSTER_STORAGE_BITS_ROARING_CHUNKS_H_

#include <roaring/containers/containers.h>
#include <roaring/roaring.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "storage/bits/bitmap.h"

namespace muster::storage {

/// A view of one container; the bitmap must outlive it and not change meanwhile.
struct Container {
  const void* data;
  uint8_t type;

  /// Its bits, if it is a container of bits; else null.
  const uint64_t* words() const {
    if (type != BITSET_CONTAINER_TYPE) return nullptr;
    return static_cast<const roaring::internal::bitset_container_t*>(data)->words;
  }
  /// Writes the bits of as many words as there are in `to`, which are 0.
  void WriteTo(std::span<uint64_t> to) const;
  /// Leaves of `words_kept` those bits that are in this; returns how many.
  uint64_t KeepIn(std::span<uint64_t> words_kept) const;
};

/// The container at a place of the bitmap's list, which has only chunks with rows.
Container ContainerAt(const roaring_bitmap_t& bitmap, int32_t place);

/// Calls f(container, words) for each chunk of `words`, in order; the container's data is null if the bitmap has none
/// for the chunk.
template <typename F>
void ForEachChunk(const roaring_bitmap_t& bitmap, std::span<uint64_t> words, F&& f) {
  const auto& chunks = bitmap.high_low_container;
  int32_t next = 0;
  for (size_t c = 0; c * kBitmapChunkWords < words.size(); ++c) {
    Container container{nullptr, 0};
    if (next < chunks.size && chunks.keys[next] == c) container = ContainerAt(bitmap, next++);
    f(container,
      words.subspan(c * kBitmapChunkWords, std::min(kBitmapChunkWords, words.size() - c * kBitmapChunkWords)));
  }
}

/// Whether intersecting as bits is faster than roaring's intersection, which visits runs one by one, and for each the
/// words of the other bitmap: true if there are more than a few runs.
bool HasManyRuns(const roaring_bitmap_t& bitmap);

/// How many rows both have, by their bits.
uint64_t CountBoth(const roaring_bitmap_t& a, const roaring_bitmap_t& b);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_BITS_ROARING_CHUNKS_H_
