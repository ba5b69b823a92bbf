// What is wrong with the text of a mapping, and where.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_WRONG_AT_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_WRONG_AT_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace muster::import {

/// InvalidArgument that names the `place` in the mapping, a JSON pointer: "mapping: at /tables/labs: ...".
absl::Status WrongAt(std::string_view place, std::string_view what);

/// `text` between double quotes.
std::string Quoted(std::string_view text);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_WRONG_AT_H_
