// Views of text for Abseil's functions. Where Abseil was built with a string_view of its own, as in Debian 12, it takes
// no std::string_view.
#ifndef MUSTER_STORAGE_FILES_ABSL_TEXT_H_
#define MUSTER_STORAGE_FILES_ABSL_TEXT_H_

#include <string_view>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace muster::storage {

inline absl::string_view ForAbsl(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view MessageOf(const absl::Status& status) {
  return {status.message().data(), status.message().size()};
}

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_ABSL_TEXT_H_
