// How often each text has occurred.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_TEXT_COUNTS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_TEXT_COUNTS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/import/input/text_map.h"

namespace muster::import {

/// Counts texts, in the order of their first occurrence. If there are too many, the first ones are kept, also when
/// counts are merged from parts.
class TextCounts {
 public:
  /// Texts that would be more than `most` are counted as "(others)".
  void Add(std::string_view text, uint64_t times, size_t most) {
    auto found = index_.find(text);
    if (found == index_.end()) {
      if (counts_.size() >= most) {
        text = kOthers;
        found = index_.find(text);
      }
      if (found == index_.end()) {
        found = index_.emplace(text, counts_.size()).first;
        counts_.emplace_back(text, 0);
      }
    }
    counts_[found->second].second += times;
  }
  /// In order of first occurrence.
  const std::vector<std::pair<std::string, uint64_t>>& counts() const { return counts_; }
  void Clear() {
    index_.clear();
    counts_.clear();
  }

 private:
  static constexpr std::string_view kOthers = "(others)";

  TextMap<size_t> index_;
  std::vector<std::pair<std::string, uint64_t>> counts_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_TEXT_COUNTS_H_
