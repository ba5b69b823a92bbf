// Errors in the text of a mapping, with their place.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_MAPPING_ERROR_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_MAPPING_ERROR_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace muster::import {

/// InvalidArgument that names the `place` in the mapping, a JSON pointer: "mapping: at /tables/labs: ...".
absl::Status MappingError(std::string_view place, std::string_view what);

/// `text` between double quotes.
std::string Quoted(std::string_view text);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_MAPPING_ERROR_H_
