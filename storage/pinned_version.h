// A version of the catalogue that is kept beside the current one: its segments and live bitmaps are not deleted.
#ifndef MUSTER_STORAGE_PINNED_VERSION_H_
#define MUSTER_STORAGE_PINNED_VERSION_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "storage/manifest.h"

namespace muster::storage {

/// The document that has the manifest of the pinned version. A commit that puts it pins a version that the store still
/// has, the present one or the one that was pinned; what only the one pinned before had goes at the next opening for
/// writing.
inline constexpr std::string_view kPinnedDocument = "pinned version";

/// Nothing where no version is pinned. DataLoss: the document is damaged.
absl::StatusOr<std::optional<Manifest>> PinnedIn(const std::map<std::string, std::string>& documents);

/// What the pinned version needs of the store.
struct Pinned {
  std::set<uint32_t> segments;
  std::set<std::string> live_keys;
};
/// Of none, nothing.
Pinned NeedsOf(const std::optional<Manifest>& manifest);

/// Whether `pinned` needs anything that the version of `manifest` does not.
bool HasMoreThan(const Pinned& pinned, const Manifest& manifest);

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_PINNED_VERSION_H_
