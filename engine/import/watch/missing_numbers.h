// Numbers such as 999 among the values of measurements, which mean missing values in many sources.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_MISSING_NUMBERS_H_
#define MUSTER_ENGINE_IMPORT_WATCH_MISSING_NUMBERS_H_

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/record/reporter.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Remembers the values of measurements of an import.
class MissingNumbers {
 public:
  void Look(const model::Record& record);
  /// Reports what lies outside all other values of its assay and unit, and is a number that people write for a missing
  /// one. `dictionary` is that of the records' symbols.
  void Report(const model::Dictionary& dictionary, Reporter& reporter) const;

 private:
  struct Suspect {
    double number = 0;
    uint64_t times = 0;
    std::string id;  // of the first individual
  };
  // Of one assay in one unit.
  struct Values {
    uint64_t others = 0;  // values that are not suspicious
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    std::vector<Suspect> suspects;
    // Whole negative numbers that nobody writes for a missing value by habit, a few at most; there may be more of them
    // than those, and then they are values.
    std::vector<Suspect> negatives;
    bool has_many_negatives = false;
    // Whole numbers just below 99, 999 and 9999, which are codes of some sources.
    std::vector<Suspect> nineties;
  };
  static void Add(std::vector<Suspect>& suspects, double number, const std::string& id);
  static void AddNegative(Values& values, double number, const std::string& id);
  static void AddOther(Values& values, double number, uint64_t times);
  static Values WithNegativesReported(const Values& values);
  static Values WithNinetiesReported(Values values, bool percent);

  HashMap<uint64_t, Values> values_;  // by the symbols of assay and unit
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_MISSING_NUMBERS_H_
