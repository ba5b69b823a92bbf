// With which labels codes came.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_LABEL_COUNTS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_LABEL_COUNTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

/// Counts labels by code. What several have counted of one file may be added in any order: the result is the same.
class LabelCounts {
 public:
  void Add(LabelOfCode label);
  /// Adds what another has counted, which is then empty.
  void Absorb(LabelCounts& other);
  /// By code, and of a code the most frequent first.
  std::vector<LabelOfCode> Take();

 private:
  TextMap<size_t> index_;  // by code and label
  std::vector<LabelOfCode> labels_;
};

/// Counts the labels of codes that come again and again: each code has a number, and is looked up no more.
class LabelCounter {
 public:
  /// The number of a normalised code.
  uint32_t NumberOf(std::string_view code);
  /// Counts one; true when the code has not come with this label since FlushInto, so that its place is wanted.
  bool Count(uint32_t number, std::string_view label);
  /// The place of what was just counted.
  void SetPlace(std::string_view file, uint64_t record, uint64_t line, std::string_view id);
  /// Adds all to `counts`, and begins again; numbers stay.
  void FlushInto(LabelCounts& counts);

 private:
  struct Code {
    std::string text;
    std::vector<LabelOfCode> labels;  // without the code
  };
  TextMap<uint32_t> numbers_;
  std::vector<Code> codes_;
  std::vector<uint32_t> counted_;  // codes with labels
  uint32_t last_ = 0;              // the code whose label was new
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_LABEL_COUNTS_H_
