// How two recorded times stand to each other: asked of single moments first, and then of all or some within the bounds.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_RELATION_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_RELATION_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"
#include "engine/model/time/time.h"
#include "grammar/syntax.h"

namespace muster::property {

/// A time as recorded, or as written. What is not known of it is empty.
struct Bounds {
  model::Interval age;
  model::Interval date;
  bool known() const { return !age.empty() || !date.empty(); }
};

/// Years and months go by the calendar where dates are compared, the rest by its length.
struct Length {
  int months = 0;
  model::HalfHours rest = 0;
  bool hours = false;  ///< some of it is written in hours, so that dates are compared by the time of day
};
absl::StatusOr<Length> ReadLength(const grammar::Literal& literal);

/// Whether both have a date, or both an age.
bool Comparable(const Bounds& a, const Bounds& b);

/// Whether `a` stands to `b` as the operator says: whatever they are within their bounds, or (`possibly`) for some.
bool Related(grammar::Compare::Op op, const Bounds& a, const Bounds& b, const Length& length, bool possibly);

struct Span {
  Bounds start;
  Bounds end;
};
/// Whether the two have a moment in common. Where that cannot be said, `admits_missing` decides.
bool Overlapping(const Span& a, const Span& b, bool possibly, bool admits_missing);

/// The field that says when a row was, and of a row that lasted the field that says until when.
std::optional<model::FieldId> MomentOf(model::Entity entity);
std::optional<model::FieldId> EndOf(model::Entity entity);

/// Indices of those that come first (or last), ties included.
std::vector<size_t> Earliest(const std::vector<Bounds>& times, bool last);

/// On how many different days they were at least.
int CountDays(const std::vector<Bounds>& times);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_RELATION_H_
