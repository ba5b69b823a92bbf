// Strict reading of foreign JSON, and writing of our own.
#ifndef MUSTER_SERVE_JSON_JSON_H_
#define MUSTER_SERVE_JSON_JSON_H_

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace muster::serve {

/// Members keep their order.
using Json = nlohmann::ordered_json;

struct JsonLimits {
  size_t max_depth = 64;
  size_t max_members = 1'000;   ///< of one object
  size_t max_values = 200'000;  ///< in all
};

/// InvalidArgument, with a sentence for the sender: not JSON, not UTF-8, something behind the end, over a limit, or an
/// object that has a member twice.
absl::StatusOr<Json> ParseJson(std::string_view text, const JsonLimits& limits = {});

/// On one line. Bytes that are not UTF-8 are replaced.
std::string WriteJson(const Json& value);

/// The member `name` of `object`; null if it has none, or is not an object.
const Json* Member(const Json& object, const char* name);

/// The text of the member `name`; empty if there is none, or it is not a text.
std::string TextMember(const Json& object, const char* name);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_JSON_JSON_H_
