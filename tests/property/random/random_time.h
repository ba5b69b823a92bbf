// Random ages and dates, as exact and as vague as records have them.
#ifndef MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_TIME_H_
#define MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_TIME_H_

#include <cstdint>

#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "tests/property/random/random.h"

namespace muster::property {

/// When one person was born and about when most things happened to them, so that their times are near each other.
struct Life {
  int64_t born = 0;  ///< in days
  int64_t about = 0;
};
Life RandomLife(Random& random);

/// At least one of age, date and term.
model::TimeValue RandomTime(Random& random, const Life& life, model::Dictionary& dictionary);
/// A day, month or year, or a range of them, perhaps open.
model::Interval RandomDate(Random& random, int first_year, int last_year);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_TIME_H_
