#include "storage/segment_reader.h"

#include "absl/hash/hash.h"

namespace muster::storage {

bool SeenBefore(const SegmentReader& segment, const DerivedKey& key) {
  DerivedKey mark = key;
  mark.kind = DerivedKey::Kind::kSeen;
  mark.detail = absl::HashOf(static_cast<uint8_t>(key.kind), key.detail);
  if (segment.Kept(mark) != nullptr) return true;
  segment.Keep(mark, std::make_shared<const char>(), sizeof(char));
  return false;
}

}  // namespace muster::storage
