// `FIELD is VALUE`, `FIELD >= NUMBER`, `FIELD is missing`: comparisons of one field of a row.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_COMPARISON_BINDER_H_
#define MUSTER_ENGINE_BIND_CRITERIA_COMPARISON_BINDER_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/moment_binder.h"
#include "engine/bind/criteria/scopes/certainty_scope.h"
#include "engine/bind/values/term_binder.h"
#include "engine/bind/values/value_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Resolves the field and the kind of comparison; the binders of moments, values and terms bind what it is compared
/// with.
class ComparisonBinder {
 public:
  ComparisonBinder(const CatalogueView& view, Reporter* reporter, TermBinder* terms, ValueBinder* values,
                   MomentBinder* moments, const CertaintyScope* certainty)
      : view_(view), reporter_(reporter), terms_(terms), values_(values), moments_(moments), certainty_(certainty) {}

  /// The condition that `compare` is true for a row of `space`. Null after an error.
  ConditionPtr Bind(const grammar::Compare& compare, model::Entity space);

 private:
  ConditionPtr BindNamed(const grammar::Compare& compare, model::Entity space);
  ConditionPtr BindOfRow(const grammar::Compare& compare, model::Entity space);
  ConditionPtr BindInMode(const grammar::Compare& compare, model::FieldId id);
  ConditionPtr BindField(const grammar::Compare& compare, model::FieldId id);
  /// Of a comparison of two times of the individual, or of rows with names.
  void NoteOrderBehindNot(const grammar::Compare& compare, const Condition& condition, const EventScope::Event* named);
  void NoteImpreciseOfPeople(const grammar::Compare& compare, model::FieldId id);
  void NoteTermOfPerson(const grammar::Compare& compare, model::FieldId field);
  void NoteLeftOutPeople(const grammar::Compare& compare, model::FieldId id, bool date);
  bool ReportTimeOfOther(const grammar::Compare& compare, model::FieldId id);
  bool ReportQuotedDates(const grammar::Compare& compare);
  ConditionPtr BindSymbols(const grammar::Compare& compare, model::FieldId id);
  std::string WordsWithoutOrder(const grammar::Compare& compare, model::FieldId id);
  ConditionPtr Known(model::FieldId id);

  const CatalogueView& view_;
  Reporter* reporter_;
  TermBinder* terms_;
  ValueBinder* values_;
  MomentBinder* moments_;
  const CertaintyScope* certainty_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_COMPARISON_BINDER_H_
