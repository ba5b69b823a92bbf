// Resolves numbers, units, ages and dates in a query to ranges of column values.
#ifndef MUSTER_ENGINE_BIND_VALUES_VALUE_BINDER_H_
#define MUSTER_ENGINE_BIND_VALUES_VALUE_BINDER_H_

#include <optional>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/values/quantity_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

class ValueBinder {
 public:
  ValueBinder(const CatalogueView& view, Reporter* reporter)
      : view_(view), reporter_(reporter), quantities_(view, reporter) {}

  /// Binds `compare` of a number field. Null after an error.
  ConditionPtr BindNumber(const grammar::Compare& compare, model::FieldId field);
  /// Binds `compare` of a time field with ages or dates (not terms). Null after an error. `negated`, for remarks: it
  /// stands behind an odd number of `not`.
  ConditionPtr BindTime(const grammar::Compare& compare, model::FieldId field, bool negated = false);
  /// Binds `age as of DATE ...`, from the date of birth. Null after an error.
  ConditionPtr BindAgeAsOf(const grammar::Compare& compare, bool negated = false);

  /// An age or a length of time. Nullopt after an error.
  std::optional<model::HalfHours> Duration(const grammar::Literal& literal);
  /// Whether the literal is a date, such as 2024 or 2024-05, rather than an age.
  static bool IsDate(const grammar::Literal& literal);
  /// The whole months in a length of time (which `Duration` can read): 14 for "1 year 2 months 3 days".
  static int64_t WholeMonths(const grammar::Literal& literal);
  /// A date, which may be only a year or month. Nullopt after an error.
  std::optional<model::Interval> Date(const grammar::Literal& literal);
  /// The number of `literal` in the fixed unit of `field` (percent, days, ...). Nullopt after an error.
  std::optional<double> InUnitOf(const grammar::Literal& literal, model::FieldId field);
  /// See QuantityBinder.
  void set_assays(ontology::SymbolSet assays) { quantities_.set_assays(std::move(assays)); }
  QuantityBinder& quantities() { return quantities_; }

 private:
  std::optional<std::vector<model::Interval>> Dates(const grammar::Compare& compare);
  std::optional<std::vector<model::Interval>> Ages(const grammar::Compare& compare);

  const CatalogueView& view_;
  Reporter* reporter_;
  QuantityBinder quantities_;
};

/// Whether a literal is an age or a date with which a time field can be compared (rather than a term).
bool IsTimeLiteral(const grammar::Literal& literal);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_VALUE_BINDER_H_
