// Which ids a dataset may have.
#ifndef MUSTER_ENGINE_IMPORT_DATASET_ID_H_
#define MUSTER_ENGINE_IMPORT_DATASET_ID_H_

#include <string_view>

#include "absl/status/status.h"

namespace muster::import {

inline constexpr size_t kMaxDatasetIdBytes = 1000;  // bytes

/// InvalidArgument for an id that no query could name and no table show: empty, longer than kMaxDatasetIdBytes, not
/// UTF-8, or with a control character (a NUL, a line end).
absl::Status CheckDatasetId(std::string_view id);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_DATASET_ID_H_
