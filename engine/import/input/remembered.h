// What was found out about texts that come again and again.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_REMEMBERED_H_
#define MUSTER_ENGINE_IMPORT_INPUT_REMEMBERED_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include "engine/import/input/text_map.h"

namespace muster::import {

/// Remembers what is found out about a text, so that it is found out once. Codes, labels and names of members are few
/// in most sources; of others, memory is bounded.
template <typename Value>
class Remembered {
 public:
  static_assert(std::is_trivially_copyable_v<Value>, "it is copied for each text");

  /// What `find()` says of `text`. It must depend on the text alone.
  template <typename Find>
  Value Of(std::string_view text, Find find) {
    if (const auto known = known_.find(text); known != known_.end()) return known->second;
    const Value found = find();
    // Such a text is a remark: it hardly comes again.
    if (text.size() > kMaxBytes) return found;
    if (known_.size() >= kMaxTexts) known_.clear();
    known_.emplace(text, found);
    return found;
  }

 private:
  static constexpr size_t kMaxBytes = 512;
  static constexpr size_t kMaxTexts = size_t{1} << 18;

  TextMap<Value> known_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_REMEMBERED_H_
