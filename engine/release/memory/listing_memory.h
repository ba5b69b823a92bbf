// The last decisions on listed values.
#ifndef MUSTER_ENGINE_RELEASE_MEMORY_LISTING_MEMORY_H_
#define MUSTER_ENGINE_RELEASE_MEMORY_LISTING_MEMORY_H_

#include <cstdint>
#include <optional>
#include <vector>

namespace muster::release {

/// Thread-safe.
class ListingMemory {
 public:
  struct Decision {
    uint64_t name = 0;  ///< a number of its own for each name
    bool listed = false;
  };

  virtual ~ListingMemory() = default;
  virtual std::optional<bool> Find(uint64_t name) const = 0;
  /// Replaces the earlier decisions on them. False: they could not be stored, and so may not be shown.
  virtual bool Keep(const std::vector<Decision>& decisions) = 0;
};

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_MEMORY_LISTING_MEMORY_H_
