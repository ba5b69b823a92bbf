// Private to bind/: building conditions.
#ifndef MUSTER_ENGINE_BIND_BOUND_CONDITIONS_H_
#define MUSTER_ENGINE_BIND_BOUND_CONDITIONS_H_

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "grammar/syntax.h"

namespace muster::bind {

inline constexpr int64_t kLowest = std::numeric_limits<int64_t>::min() + 1;  // the minimum is storage::kNull
inline constexpr int64_t kHighest = std::numeric_limits<int64_t>::max();

/// A range of column values, both ends included.
struct ValueRange {
  int64_t low = kLowest;
  int64_t high = kHighest;
};

ConditionPtr MakeNode(Condition::Kind kind, model::Entity entity);
/// A condition on one column.
ConditionPtr MakeRange(model::FieldId field, model::Part part, int64_t low, int64_t high);
ConditionPtr MakeCodes(model::FieldId field, ontology::SymbolSet symbols, size_t terms, std::string label);
/// True if the field has any value.
ConditionPtr Recorded(model::FieldId field);
ConditionPtr Negate(ConditionPtr condition);
/// The conjunction or disjunction of `operands`; a single operand itself.
ConditionPtr Combine(Condition::Kind kind, model::Entity entity, std::vector<ConditionPtr> operands);
ConditionPtr Both(ConditionPtr a, ConditionPtr b);
/// `x is not v`: true for a recorded value other than v, false for a missing one.
ConditionPtr RecordedButNot(ConditionPtr has_value, ConditionPtr is);

/// `condition` (which may be null), about `space` or an entity above it, as a condition about rows of `space`.
ConditionPtr InSpace(ConditionPtr condition, model::Entity space);

/// A comparison of `field`, whose lower and upper bounds are in two columns. Certainly true: for every value within the
/// bounds. Possibly true: for some value within them.
ConditionPtr MakeIntervalRange(model::FieldId field, model::Part low_part, model::Part high_part, ValueRange bounds,
                               bool possibly);
/// True for numbers of `field` within `bounds`. `has_bounds`: some records have only bounds of the number, which then
/// have to lie within `bounds` as a whole, or with `possibly` in part.
ConditionPtr MakeNumberRange(model::FieldId field, ValueRange bounds, bool has_bounds, bool possibly);

/// Whether `op` is an operator of numbers and times.
bool IsOrdered(grammar::Compare::Op op);
/// The range of values for which `op` with one or two ends (already ordered integers) is true.
ValueRange BoundsOf(grammar::Compare::Op op, int64_t first, int64_t second);
/// `between 60 and 40` is almost certainly a mistake.
void WarnIfEmpty(const grammar::Compare& compare, bool empty, Reporter* reporter);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_CONDITIONS_H_
