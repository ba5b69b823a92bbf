// A hash map from text, looked up by std::string_view without making a string.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_TEXT_MAP_H_
#define MUSTER_ENGINE_IMPORT_INPUT_TEXT_MAP_H_

#include <functional>
#include <string>
#include <string_view>

#include "absl/hash/hash.h"
#include "absl/strings/string_view.h"
#include "containers/hash_table.h"

namespace muster::import {

struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const {
    return absl::Hash<absl::string_view>()(absl::string_view(text.data(), text.size()));
  }
};

template <typename Value>
using TextMap = HashMap<std::string, Value, TextHash, std::equal_to<>>;

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_TEXT_MAP_H_
