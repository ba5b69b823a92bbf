// The part of a mapping about texts: markers of missing values, and words of vocabularies.
#ifndef MUSTER_ENGINE_IMPORT_MAPPING_PARSE_WORDS_H_
#define MUSTER_ENGINE_IMPORT_MAPPING_PARSE_WORDS_H_

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "absl/status/status.h"
#include "engine/import/mapping/words.h"

namespace muster::import {

/// The texts at `place` of a mapping that mean missing values, or if `missing` is false, do not. InvalidArgument, with
/// the place, if they are wrong.
absl::Status ParseMissing(const nlohmann::json& value, const std::string& place, bool missing, WordRules& rules);

/// The object at `place`, from entities to fields to what is written to the word that it means. InvalidArgument as
/// above.
absl::Status ParseWords(const nlohmann::json& value, const std::string& place, WordRules& rules);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_MAPPING_PARSE_WORDS_H_
