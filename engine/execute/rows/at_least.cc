#include "engine/execute/rows/at_least.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "engine/execute/rows/selectivity.h"
#include "storage/bits/bitmap.h"
#include "storage/bits/bits.h"

namespace muster::execute {

using storage::Bitmap;
using storage::kBitmapChunkWords;

namespace {

// levels[k]: rows that at least k + 1 of the sets seen so far have.
RowSet OfBitmaps(std::span<const RowSet> sets, size_t least) {
  std::vector<Bitmap> levels(least);
  for (const RowSet& set : sets) {
    for (size_t k = least - 1; k > 0; --k) levels[k] |= Bitmap::And(levels[k - 1], *set.bitmap());
    levels[0] |= *set.bitmap();
  }
  return RowSet(std::move(levels.back()));
}

// A chunk of all sets at a time, which the processor then has at hand.
RowSet OfBits(std::span<const RowSet> sets, size_t least, uint32_t size) {
  storage::Bits found(size);
  const size_t words = found.words().size();
  const auto room = std::make_unique_for_overwrite<uint64_t[]>(sets.size() * kBitmapChunkWords);
  std::vector<const uint64_t*> chunks(sets.size());
  uint64_t count = 0;
  for (size_t begin = 0; begin < words; begin += kBitmapChunkWords) {
    for (size_t s = 0; s < sets.size(); ++s) {
      const std::span<uint64_t, kBitmapChunkWords> own(room.get() + s * kBitmapChunkWords, kBitmapChunkWords);
      chunks[s] = sets[s].is_bits() ? sets[s].bits().words().data() + begin
                                    : sets[s].bitmap()->ChunkWords(begin / kBitmapChunkWords, own);
    }
    count += found.AssignAtLeast(begin, std::min(kBitmapChunkWords, words - begin), chunks, least);
  }
  return RowSet(std::move(found), count);
}

}  // namespace

RowSet RowsOfAtLeast(std::span<const RowSet> sets, size_t least, uint32_t size) {
  if (least > sets.size()) return RowSet();
  uint64_t rows = 0;
  for (const RowSet& set : sets) rows += set.Cardinality();
  return rows * kDenseForBits > size ? OfBits(sets, least, size) : OfBitmaps(sets, least);
}

}  // namespace muster::execute
