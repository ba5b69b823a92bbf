// Counting by groups, the plain way.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_BREAKDOWN_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_BREAKDOWN_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"
#include "tests/property/naive/naive_evaluator.h"

namespace muster::property {

/// Counts `counted` over `matching`, rows of the first of them, by each combination of the dimensions' values.
absl::StatusOr<NaiveAnswer> BreakDown(const NaiveEvaluator& evaluator, const std::vector<Counted>& counted,
                                      const std::vector<grammar::Dimension>& by, const RowSet& matching);

/// The bounds of a number of `row`, in `unit`; nothing when they do not convert. Infinite bounds stay.
std::optional<model::NumberBounds> InWrittenUnit(model::NumberBounds bounds, const model::Row& row,
                                                 model::FieldId field, const std::string& unit,
                                                 const model::Dictionary& dictionary);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_BREAKDOWN_H_
