// Private to api/: what is in a catalogue, in exact numbers.
#ifndef MUSTER_ENGINE_API_CATALOGUE_INFO_H_
#define MUSTER_ENGINE_API_CATALOGUE_INFO_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/execute/rows/union_cache.h"
#include "muster/catalogue.h"

namespace muster::api {

/// For the host. DataLoss, Unavailable: it cannot be read.
absl::StatusOr<CatalogueInfo> InfoOf(const bind::CatalogueView& view, uint64_t disk_bytes, execute::UnionCache* unions);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_CATALOGUE_INFO_H_
