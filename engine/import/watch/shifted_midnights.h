// Dates whose time of day is a midnight of another time zone: 1980-05-16T22:00:00Z was 17 May in Berlin.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_SHIFTED_MIDNIGHTS_H_
#define MUSTER_ENGINE_IMPORT_WATCH_SHIFTED_MIDNIGHTS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>

#include "engine/import/record/reporter.h"
#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// Counts the times of an import by their half hour of the day. Only those east of Greenwich: west of it, the day is
/// the right one.
class ShiftedMidnights {
 public:
  void Look(const model::Record& record);
  void Report(Reporter& reporter) const;

 private:
  using Slots = std::array<uint64_t, 48>;
  struct Times {
    uint64_t all = 0;
    Slots slots{};
    Slots winter{};  // of the north: November to February
    Slots summer{};  // May to August
  };
  static void ReportField(model::FieldId field, const Times& times, Reporter& reporter);

  std::map<model::FieldId, Times> times_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_SHIFTED_MIDNIGHTS_H_
