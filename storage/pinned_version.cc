#include "storage/pinned_version.h"

#include <algorithm>

#include "storage/keys.h"

namespace muster::storage {

absl::StatusOr<std::optional<Manifest>> PinnedIn(const std::map<std::string, std::string>& documents) {
  const auto found = documents.find(std::string(kPinnedDocument));
  if (found == documents.end()) return std::nullopt;
  absl::StatusOr<Manifest> manifest = Manifest::Parse(found->second);
  if (!manifest.ok()) return manifest.status();
  return *std::move(manifest);
}

Pinned NeedsOf(const std::optional<Manifest>& manifest) {
  Pinned pinned;
  if (!manifest.has_value()) return pinned;
  for (const SegmentInfo& info : manifest->segments) {
    pinned.segments.insert(info.id);
    if (info.live_version != 0) pinned.live_keys.insert(LiveKey(info.id, info.live_version));
  }
  return pinned;
}

bool HasMoreThan(const Pinned& pinned, const Manifest& manifest) {
  const Pinned present = NeedsOf(manifest);
  return !std::ranges::includes(present.segments, pinned.segments) ||
         !std::ranges::includes(present.live_keys, pinned.live_keys);
}

}  // namespace muster::storage
