#include "engine/execute/rows/packed_ids.h"

#include <algorithm>
#include <type_traits>

namespace muster::execute {

PackedIds::PackedIds(std::span<const uint32_t> ids) : size_(ids.size()) {
  for (const uint32_t id : ids) greatest_ = std::max(greatest_, id);
  width_ = greatest_ <= UINT8_MAX ? 1 : greatest_ <= UINT16_MAX ? 2 : 4;
  bytes_ = std::make_unique<std::byte[]>(SizeInBytes());
  With([&](const auto* first) {
    using T = std::remove_cvref_t<decltype(*first)>;
    T* to = const_cast<T*>(first);
    for (const uint32_t id : ids) *to++ = static_cast<T>(id);
  });
}

void PackedIds::Gather(std::span<const uint32_t> rows, uint32_t* ids) const {
  if (rows.empty()) return;
  With([&](const auto* all) {
    const size_t size = rows.size();
    if (rows.back() - rows.front() == size - 1) {  // a range: vector code
      const auto* first = all + rows.front();
      for (size_t i = 0; i < size; ++i) ids[i] = first[i];
    } else {
      for (size_t i = 0; i < size; ++i) ids[i] = all[rows[i]];
    }
  });
}

}  // namespace muster::execute
