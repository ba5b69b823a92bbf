// Values of measurements that nobody has in the unit that they are given in: 53 % of haemoglobin A1c, a height of 1.7
// cm.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_UNLIKELY_VALUES_H_
#define MUSTER_ENGINE_IMPORT_WATCH_UNLIKELY_VALUES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/record/reporter.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "engine/model/units/human_range.h"

namespace muster::import {

/// Counts the values of an import, by assay and unit.
class UnlikelyValues {
 public:
  /// `dictionary` is that of the records' symbols.
  void Look(const model::Record& record, const model::Dictionary& dictionary);
  void Report(const model::Dictionary& dictionary, Reporter& reporter) const;

 private:
  static constexpr size_t kMostExamples = 3;
  struct Example {
    double number = 0;
    std::string id;  // of the individual
  };
  // Of one assay in one unit.
  struct Values {
    std::optional<model::HumanRange> range;
    uint64_t all = 0;
    uint64_t outside = 0;
    std::vector<Example> examples;
  };

  HashMap<uint64_t, Values> values_;  // by the symbols of assay and unit
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_UNLIKELY_VALUES_H_
