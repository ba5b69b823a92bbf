// A cache of results for texts that occur again and again.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_MEMO_H_
#define MUSTER_ENGINE_IMPORT_INPUT_MEMO_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/import/input/text_map.h"

namespace muster::import {

/// Remembers what is found out about a text, so that it is found out once. Codes, labels and names of members are few
/// in most sources; of others, memory is bounded.
template <typename Value>
class Memo {
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

/// The same for two texts, if the first one occurs with few different second ones, such as a code with its labels: only
/// the first one is looked up.
template <typename Value>
class MemoOfTwo {
 public:
  /// What `find()` says of both.
  template <typename Find>
  Value Of(std::string_view first, std::string_view second, Find find) {
    auto known = known_.find(first);
    if (known != known_.end()) {
      for (const auto& [text, value] : known->second) {
        if (text == second) return value;
      }
      if (known->second.size() == kMostOfOne) return others_.Of(KeyOf(first, second), find);
    }
    const Value found = find();
    if (first.size() + second.size() > kMaxBytes) return found;
    if (size_ == kMaxTexts) {
      known_.clear();
      size_ = 0;
      known = known_.end();
    }
    if (known == known_.end()) known = known_.try_emplace(std::string(first)).first;
    known->second.emplace_back(second, found);
    ++size_;
    return found;
  }

 private:
  static constexpr size_t kMaxBytes = 512;
  static constexpr size_t kMaxTexts = size_t{1} << 18;
  // Further second texts, such as remarks in place of a label, are looked up together with the first.
  static constexpr size_t kMostOfOne = 8;

  // A key of both, which no other two have.
  std::string_view KeyOf(std::string_view first, std::string_view second) {
    const size_t size = first.size();
    key_.assign(reinterpret_cast<const char*>(&size), sizeof size).append(first).append(second);
    return key_;
  }

  TextMap<std::vector<std::pair<std::string, Value>>> known_;
  size_t size_ = 0;  // of all that are known of both
  Memo<Value> others_;
  std::string key_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_MEMO_H_
