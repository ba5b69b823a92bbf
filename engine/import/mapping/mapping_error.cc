#include "engine/import/mapping/mapping_error.h"

#include "engine/model/text/text.h"

namespace muster::import {

absl::Status MappingError(std::string_view place, std::string_view what) {
  return absl::InvalidArgumentError(model::Concat({"mapping: at ", place.empty() ? "/" : place, ": ", what}));
}

std::string Quoted(std::string_view text) { return model::Concat({"\"", text, "\""}); }

}  // namespace muster::import
