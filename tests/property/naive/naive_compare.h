// Whether one row's field is as a comparison asks.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_COMPARE_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_COMPARE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"
#include "grammar/syntax.h"
#include "tests/property/naive/meaning.h"

namespace muster::property {

class Comparer {
 public:
  Comparer(const model::Dictionary& dictionary, const Meaning& meaning) : dictionary_(dictionary), meaning_(meaning) {}

  /// The comparison must name `field`, and `row` have its entity. Errors are comparisons without meaning.
  absl::StatusOr<bool> Holds(const grammar::Compare& compare, model::FieldId field, const model::Row& row) const;
  /// Any value of the primary field within reach of any of the terms.
  absl::StatusOr<bool> HasTerm(const std::vector<grammar::Literal>& terms, bool excluded, const model::Row& row) const;
  /// Whether the code is within reach of any of the terms.
  absl::StatusOr<bool> IsOneOf(const std::vector<grammar::Literal>& terms, const std::string& code) const {
    return AnyReaches(terms, Reach::kBelow, {code});
  }
  /// Whether the code is one of those that a comparison of codes names, be it with `is` or with `is not`.
  absl::StatusOr<bool> Names(const grammar::Compare& compare, const std::string& code) const;
  /// age as of DATE, of someone born then.
  absl::StatusOr<bool> AgeHolds(const grammar::Compare& compare, const model::Row& individual) const;
  /// Whether the row has a value of the field, and not one that says that nothing is known.
  bool Recorded(model::FieldId field, const model::Row& row) const;

  /// What `Holds` would be if the row had that number.
  absl::StatusOr<bool> NumberHolds(const grammar::Compare& compare, model::FieldId field, double number,
                                   const model::Row& row) const;
  /// Numbers within bounds at which the answer may change: the ends, what is written, in the unit of the row, and
  /// beside it.
  std::vector<double> NumbersToTry(const grammar::Compare& compare, model::FieldId field,
                                   const model::NumberBounds& bounds, const model::Row& row) const;

 private:
  absl::StatusOr<bool> CodeHolds(const grammar::Compare& compare, const std::vector<std::string>& codes) const;
  absl::StatusOr<bool> KeywordHolds(const grammar::Compare& compare, model::FieldId field, bool recorded,
                                    const std::vector<std::string>& words) const;
  absl::StatusOr<bool> BoundedHolds(const grammar::Compare& compare, model::FieldId field,
                                    const model::NumberBounds& bounds, const model::Row& row) const;
  absl::StatusOr<bool> TimeHolds(const grammar::Compare& compare, const model::TimeValue& time) const;
  // Whether records use the code, or what is below it.
  bool IsUsed(const Meaning::Concept& wanted) const;
  absl::StatusOr<bool> AnyReaches(const std::vector<grammar::Literal>& terms, Reach reach,
                                  const std::vector<std::string>& codes) const;

  const model::Dictionary& dictionary_;
  const Meaning& meaning_;
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_COMPARE_H_
