#include "engine/import/mapping/wrong_at.h"

#include "engine/model/text/text.h"

namespace muster::import {

absl::Status WrongAt(std::string_view place, std::string_view what) {
  return absl::InvalidArgumentError(model::Concat({"mapping: at ", place.empty() ? "/" : place, ": ", what}));
}

std::string Quoted(std::string_view text) { return model::Concat({"\"", text, "\""}); }

}  // namespace muster::import
