// Private to bind/: `age as of DATE`, from the date of birth.
#ifndef MUSTER_ENGINE_BIND_VALUES_AGE_AS_OF_BINDER_H_
#define MUSTER_ENGINE_BIND_VALUES_AGE_AS_OF_BINDER_H_

#include <optional>
#include <string>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/time/time.h"
#include "grammar/syntax.h"

namespace muster::bind {

class ValueBinder;

class AgeAsOfBinder {
 public:
  /// All must outlive this. `values` binds ages and dates.
  AgeAsOfBinder(const CatalogueView& view, Reporter* reporter, ValueBinder* values)
      : view_(view), reporter_(reporter), values_(values) {}

  /// The condition on the date of birth that such an age means. Null after an error.
  ConditionPtr Bind(const grammar::Compare& compare, bool negated);

 private:
  std::optional<model::HalfHours> LatestBirth(const grammar::Literal& age, const std::string& unit,
                                              model::HalfHours date, bool older);
  std::optional<ValueRange> Born(const grammar::Compare& compare, model::HalfHours for_at_least,
                                 model::HalfHours for_below);
  void NoteNoDay(const grammar::Compare& compare);

  const CatalogueView& view_;
  Reporter* reporter_;
  ValueBinder* values_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_AGE_AS_OF_BINDER_H_
