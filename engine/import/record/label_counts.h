// The labels with which codes came, counted.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_LABEL_COUNTS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_LABEL_COUNTS_H_

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/input/text_map.h"

namespace muster::import {

/// A label that stood beside a code, how often, and where it did so first.
struct LabelOfCode {
  std::string code;  ///< normalised
  std::string label;
  uint64_t times = 0;
  std::string file;
  uint64_t record = 0;
  uint64_t line = 0;
  std::string id;  ///< of the individual
};

/// What a LabelCounter has counted of one batch of records.
struct LabelBatch {
  struct Times {
    const LabelOfCode* label;  ///< of the counter, which changes it no more; its own `times` say nothing
    uint64_t times;
  };
  std::vector<Times> times;
  std::shared_ptr<const std::deque<LabelOfCode>> labels;  ///< where they stand; null: there are none
};

/// Counts labels by code. What several have counted of one file may be added in any order: the result is the same.
class LabelCounts {
 public:
  void Add(LabelOfCode label);
  void Add(const LabelBatch& batch);
  /// By code, and of a code the most frequent first.
  std::vector<LabelOfCode> Take();

 private:
  size_t IndexOf(LabelOfCode label);

  TextMap<size_t> index_;  // by code and label
  std::vector<LabelOfCode> labels_;
  // Labels of counters that came before. What they point into is kept, so that no other label comes to stand there.
  HashMap<const LabelOfCode*, size_t> known_;
  HashMap<const void*, std::shared_ptr<const std::deque<LabelOfCode>>> kept_;
};

/// Counts the labels of codes that come again and again: each code has a number, and is looked up no more.
class LabelCounter {
 public:
  /// The number of a normalised code.
  uint32_t NumberOf(std::string_view code);
  /// Counts one; true when it is not known that the code came with this label, so that its place is wanted.
  bool Count(uint32_t number, std::string_view label);
  /// The place of what was just counted.
  void SetPlace(std::string_view file, uint64_t record, uint64_t line, std::string_view id);
  /// What was counted since it was called last. Numbers and labels stay known.
  LabelBatch TakeBatch();

 private:
  struct Known {
    LabelOfCode* label = nullptr;
    uint64_t times = 0;  // in this batch
  };
  struct Code {
    std::string text;
    std::vector<Known> labels;
    size_t in_batch = 0;  // of them
  };
  TextMap<uint32_t> numbers_;
  std::vector<Code> codes_;
  std::vector<uint32_t> counted_;  // codes with labels in this batch
  std::shared_ptr<std::deque<LabelOfCode>> labels_ = std::make_shared<std::deque<LabelOfCode>>();
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_LABEL_COUNTS_H_
