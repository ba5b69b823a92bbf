// Readable messages for errors in JSON.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_JSON_ERROR_H_
#define MUSTER_ENGINE_IMPORT_INPUT_JSON_ERROR_H_

#include <string>
#include <string_view>

#include "engine/import/input/json_value.h"

namespace muster::import {

/// What `error`, which simdjson gave for `json`, means, and where the text goes wrong.
std::string WhyNotRead(simdjson::error_code error, std::string_view json);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_JSON_ERROR_H_
