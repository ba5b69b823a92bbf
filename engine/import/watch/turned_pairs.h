// Measurements that were exchanged for each other: a systolic pressure below the diastolic one, a height of 60 cm and a
// weight of 170 kg.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_TURNED_PAIRS_H_
#define MUSTER_ENGINE_IMPORT_WATCH_TURNED_PAIRS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "engine/import/record/reporter.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Counts the people of an import who have both values of a pair, and those of whom they cannot be.
class TurnedPairs {
 public:
  /// `dictionary` is that of the records' symbols.
  void Look(const model::Record& record, const model::Dictionary& dictionary);
  void Report(Reporter& reporter) const;

 private:
  enum class Measured : uint8_t { kOther, kSystolic, kDiastolic, kHeight, kWeight };
  struct People {
    uint64_t all = 0;
    uint64_t turned = 0;
    std::string id;  // of the first who is
    double first = 0;
    double second = 0;
  };
  static void Add(People& people, bool turned, double first, double second, const std::string& id);
  Measured MeasuredBy(model::Symbol assay, const model::Dictionary& dictionary);

  std::vector<uint8_t> known_;  // by symbol: what is measured, and 1; 0: it was not asked yet
  People pressures_;
  People sizes_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_TURNED_PAIRS_H_
