// Values of measurements that hardly anybody has in the unit that they are given in: 53 % of haemoglobin A1c, a height
// of 1.7 cm.
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

/// Numbers of one assay in one unit.
struct UnlikelyNumbers {
  static constexpr size_t kMostExamples = 3;
  struct Example {
    double number;
    std::string id;  ///< of the individual
  };
  void Add(double number, const std::string& id);

  uint64_t count = 0;
  std::vector<Example> examples;  ///< of different numbers
};

/// Counts the values of an import, by assay and unit.
class UnlikelyValues {
 public:
  /// `dictionary` is that of the records' symbols.
  void Look(const model::Record& record, const model::Dictionary& dictionary);
  void Report(const model::Dictionary& dictionary, Reporter& reporter) const;

 private:
  // Of one assay in one unit.
  struct Values {
    std::optional<model::HumanRange> range;
    uint64_t all = 0;
    UnlikelyNumbers unlikely;
    UnlikelyNumbers rare;  // below a range below which some people are
    bool concentration = false;
    UnlikelyNumbers negative;  // concentrations of which no range is known
  };
  // What is reported: values that are rare in reality only if they are more frequent here.
  static UnlikelyNumbers Reported(const Values& values);

  void LookAtRun(const model::Row& run, const std::string& id);
  void LookAtDose(const model::Row& procedure, const std::string& id);
  void ReportDoses(Reporter& reporter) const;
  static void ReportNegatives(const Values& values, std::string_view assay, std::string_view unit, Reporter& reporter);
  void ReportBreadths(Reporter& reporter) const;

  uint64_t breadths_ = 0;  // of runs
  double widest_ = 0;
  UnlikelyNumbers narrow_;            // breadths of at most 1
  uint64_t doses_ = 0;                // of radiation
  UnlikelyNumbers high_;              // of these, which nobody gets in Gy
  HashMap<uint64_t, Values> values_;  // by the symbols of assay and unit
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_UNLIKELY_VALUES_H_
