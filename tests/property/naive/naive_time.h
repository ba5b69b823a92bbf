// Ages and dates as written, and what a comparison says of a recorded interval.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_TIME_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_TIME_H_

#include <string>

#include "absl/status/statusor.h"
#include "engine/model/time/time.h"
#include "grammar/syntax.h"

namespace muster::property {

/// The value of a comparison; of between, from the first's low to the second's high end.
struct WrittenTime {
  bool is_date = false;
  model::Interval bounds;
};
absl::StatusOr<WrittenTime> ReadTime(const grammar::Compare& compare);

/// Half hours of an age as written: 18 years, 2 years 6 months, P18Y. `unit` stands in for a unit that is not written.
absl::StatusOr<model::HalfHours> ReadAge(const grammar::Literal& literal, const std::string& unit);
/// The same in months, for ages of whole months.
absl::StatusOr<int> ReadMonths(const grammar::Literal& literal, const std::string& unit);
/// First and last half hour of 2024, 2024-05 or 2024-05-17.
absl::StatusOr<model::Interval> ReadDate(const grammar::Literal& literal);

/// Certainly: the whole of `value` satisfies; possibly: some point does. An empty value satisfies nothing.
absl::StatusOr<bool> IntervalHolds(const grammar::Compare& compare, model::Interval value, model::Interval written);

/// age as of DATE, of someone born within `birth`.
absl::StatusOr<bool> AgeAsOfHolds(const grammar::Compare& compare, model::Interval birth);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_TIME_H_
