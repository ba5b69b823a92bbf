// Values that many people have in common and hardly can: one person id, one date of birth, one day of the year of it,
// one age.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_SHARED_VALUES_H_
#define MUSTER_ENGINE_IMPORT_WATCH_SHARED_VALUES_H_

#include <cstddef>
#include <cstdint>

#include "containers/hash_table.h"
#include "engine/import/record/reporter.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Counts the people of an import by them. A default of the source unites many people into one, or makes them of one
/// age.
class SharedValues {
 public:
  void Look(const model::Record& record);
  /// `dictionary` is that of the records' symbols.
  void Report(const model::Dictionary& dictionary, Reporter& reporter) const;

 private:
  struct People {
    uint64_t count = 0;
    size_t last = 0;  // the hash of the id counted last: records of one individual follow each other
  };
  // Of one field: people by the begin of its time, which is one day or one age.
  struct Times {
    uint64_t all = 0;
    HashMap<int64_t, uint64_t> people;
  };
  void ReportPersons(const model::Dictionary& dictionary, Reporter& reporter) const;
  static void ReportTimes(const Times& times, model::FieldId field, Reporter& reporter);
  static void ReportBirthdays(const Times& births, Reporter& reporter);

  HashMap<model::Symbol, People> persons_;
  Times births_;
  Times ages_;  // at the last contact
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_SHARED_VALUES_H_
