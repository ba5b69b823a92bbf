// How fine ages, dates, distances and numbers in a text are: moving a bound by a small step would reveal who lies in
// between.
#ifndef MUSTER_ENGINE_RELEASE_BY_TEXT_FINENESS_H_
#define MUSTER_ENGINE_RELEASE_BY_TEXT_FINENESS_H_

#include <cstdint>
#include <optional>

#include "engine/release/policy/tier_limits.h"
#include "grammar/syntax.h"

namespace muster::release {

/// `literal` is a length of time: 18 years, 2 years 6 months, P18Y. Other literals are not too fine.
bool IsTooFineAge(const grammar::Literal& literal, AgeFineness fineness);
/// A band of ages reaches over all of them, so months are too fine, and from kFiveYears on all but multiples of 5
/// years.
bool IsTooFineBand(const grammar::Literal& literal, AgeFineness fineness);
/// A distance between two times: with any fineness but kAny, whole weeks, months or multiples of 5 days, not 0.
bool IsTooFineDistance(const grammar::Literal& literal, AgeFineness fineness);

/// Which end of the days of a date is the bound: the first for before 2024, the last for after 2024.
enum class DateEnd : uint8_t { kFirst, kLast, kBoth };
/// `literal` is a date: 2024, 2024-05, 2024-05-17. Other literals are not too fine.
bool IsTooFineDate(const grammar::Literal& literal, DateEnd end, DateFineness fineness);

/// More significant digits than `digits`: 137 has three, 0.50 one, 120 two.
bool IsTooFineNumber(double number, std::optional<uint32_t> digits);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_BY_TEXT_FINENESS_H_
