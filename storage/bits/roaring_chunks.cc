#include "storage/bits/roaring_chunks.h"

#include <utility>

#include "storage/bits/word_loops.h"

namespace muster::storage {
namespace {

namespace containers = roaring::internal;

}  // namespace

void Container::WriteTo(std::span<uint64_t> to) const {
  const auto limit = static_cast<uint32_t>(to.size() * 64);
  if (const uint64_t* from = words()) {
    std::copy_n(from, to.size(), to.begin());
  } else if (type == ARRAY_CONTAINER_TYPE) {
    const auto& array = *static_cast<const containers::array_container_t*>(data);
    for (const uint16_t row : std::span(array.array, static_cast<size_t>(array.cardinality))) {
      if (row >= limit) break;
      to[row / 64] |= uint64_t{1} << (row % 64);
    }
  } else {
    const auto& runs = *static_cast<const containers::run_container_t*>(data);
    for (const containers::rle16_t run : std::span(runs.runs, static_cast<size_t>(runs.n_runs))) {
      if (run.value >= limit) break;
      const uint32_t last = std::min<uint32_t>(uint32_t{run.value} + run.length, limit - 1);
      const uint64_t from_first = ~uint64_t{0} << (run.value % 64);
      const uint64_t to_last = ~uint64_t{0} >> (63 - last % 64);
      if (run.value / 64 == last / 64) {
        to[last / 64] |= from_first & to_last;
        continue;
      }
      to[run.value / 64] |= from_first;
      std::fill(to.begin() + run.value / 64 + 1, to.begin() + last / 64, ~uint64_t{0});
      to[last / 64] |= to_last;
    }
  }
}

uint64_t Container::KeepIn(std::span<uint64_t> words_kept) const {
  if (const uint64_t* others = words()) return Loops().keep(words_kept.data(), others, words_kept.size());
  uint64_t others[kBitmapChunkWords] = {};
  WriteTo(std::span(others).first(words_kept.size()));
  return Loops().keep(words_kept.data(), others, words_kept.size());
}

Container ContainerAt(const roaring_bitmap_t& bitmap, int32_t place) {
  Container container{nullptr, bitmap.high_low_container.typecodes[place]};
  container.data = containers::container_unwrap_shared(bitmap.high_low_container.containers[place], &container.type);
  return container;
}

bool HasManyRuns(const roaring_bitmap_t& bitmap) {
  constexpr int32_t kMany = 32;
  for (int32_t c = 0; c < bitmap.high_low_container.size; ++c) {
    const Container container = ContainerAt(bitmap, c);
    if (container.type == RUN_CONTAINER_TYPE &&
        static_cast<const containers::run_container_t*>(container.data)->n_runs > kMany) {
      return true;
    }
  }
  return false;
}

uint64_t CountBoth(const roaring_bitmap_t& a, const roaring_bitmap_t& b) {
  uint64_t count = 0;
  int32_t i = 0;
  int32_t j = 0;
  while (i < a.high_low_container.size && j < b.high_low_container.size) {
    const uint16_t key = a.high_low_container.keys[i];
    const uint16_t other_key = b.high_low_container.keys[j];
    if (key == other_key) {
      Container written = ContainerAt(a, i);
      Container other = ContainerAt(b, j);
      if (written.words() != nullptr) std::swap(written, other);
      uint64_t both[kBitmapChunkWords] = {};
      written.WriteTo(both);
      count += other.KeepIn(both);
    }
    i += key <= other_key ? 1 : 0;
    j += other_key <= key ? 1 : 0;
  }
  return count;
}

}  // namespace muster::storage
