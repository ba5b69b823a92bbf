// Values that nobody can have, which sources write for unknown ones.
#ifndef MUSTER_ENGINE_MODEL_RECORD_PLAUSIBILITY_H_
#define MUSTER_ENGINE_MODEL_RECORD_PLAUSIBILITY_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"
#include "engine/model/time/time.h"

namespace muster::model {

/// Which rules apply. A mapping switches off those whose values its source means literally.
struct Plausibility {
  bool dates = true;     ///< days that mean a missing date
  bool ages = true;      ///< ages below 0 and above kOldest
  bool lifetime = true;  ///< times before conception, at an age above kOldest, or after death
  bool numbers = true;   ///< -999 and the like, and numbers beyond the range of their field
  bool labels = true;    ///< labels that deny their code, doubt it, or give it to a relative
};

/// Nobody is known to have become older than 122 years.
inline constexpr HalfHours kOldest = 130 * kYear;
/// Pregnancies end before this.
inline constexpr HalfHours kMaxGestation = 44 * kWeek;

// Each says why the value is not compared with anything; empty when it is plausible.

/// A date that is recorded as a date.
std::string_view WhyNoDate(const Interval& date);
/// An age at which something happened, or a length of time, recorded as such.
std::string_view WhyNoAge(HalfHours age);
/// Whether the date begins after tomorrow, so that it cannot have been when it was written.
bool IsInFuture(const Interval& date);
std::string_view WhyNoNumber(FieldId field, double number);

/// A date or an age that was taken out of a record.
struct ImplausibleTime {
  Entity entity;
  size_t number = 0;  ///< among the rows of the entity, from 0
  FieldId field;
  std::string time;  ///< as text
  std::string_view reason;
};

/// Takes out of the record's times what cannot be beside its dates of birth and death. Ages that followed from a date
/// go with it.
std::vector<ImplausibleTime> TakeImplausibleTimes(Record& record);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_PLAUSIBILITY_H_
