// Ages that look right one by one, and not all together: 99 years among people of 30 to 49, and ages in days that are
// all whole years of 365 days.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_ODD_AGES_H_
#define MUSTER_ENGINE_IMPORT_WATCH_ODD_AGES_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "containers/hash_table.h"
#include "engine/import/record/reporter.h"
#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"

namespace muster::import {

/// Remembers the ages of an import, by field. (Ages that follow from dates are none of them.)
class OddAges {
 public:
  void Look(const model::Record& record);
  void Report(Reporter& reporter) const;

 private:
  // Of one number of years that may stand for a missing age.
  struct Suspect {
    int64_t years = 0;
    uint64_t records = 0;
    uint64_t last = 0;  // the record counted last
    std::string id;     // of the first individual
  };
  struct Ages {
    std::vector<Suspect> suspects;
    uint64_t others = 0;  // records with another age
    uint64_t last = 0;    // the one counted last
    int64_t low = std::numeric_limits<int64_t>::max();
    int64_t high = std::numeric_limits<int64_t>::min();
    uint64_t all = 0;  // ages of at least half a year
    uint64_t near_years = 0;
    uint64_t of_days = 0;    // of those, others than whole years of the calendar's mean
    HashSet<int64_t> years;  // how many years these are
    int64_t example = 0;     // in days
    std::string id_of_example;
  };
  static void CountDays(Ages& ages, int64_t age, const std::string& id);
  static void ReportSuspects(model::FieldId field, const Ages& ages, Reporter& reporter);
  static void ReportDays(model::FieldId field, const Ages& ages, Reporter& reporter);

  uint64_t records_ = 0;
  std::map<model::FieldId, Ages> ages_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_ODD_AGES_H_
