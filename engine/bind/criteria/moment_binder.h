// Times compared with times: `collected before therapy.start`, `performed within 28 days of diagnosis.onset`; periods
// with periods: `therapy overlaps surgery`.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_MOMENT_BINDER_H_
#define MUSTER_ENGINE_BIND_CRITERIA_MOMENT_BINDER_H_

#include <optional>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/scopes/certainty_scope.h"
#include "engine/bind/criteria/scopes/event_scope.h"
#include "engine/bind/values/value_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

class MomentBinder {
 public:
  MomentBinder(const CatalogueView& view, Reporter* reporter, ValueBinder* values, EventScope* events,
               const CertaintyScope* certainty)
      : view_(view), reporter_(reporter), values_(values), events_(events), certainty_(certainty) {}

  /// Whether `compare` compares a time of `space`, or above it, with another time of a record (or a distance to it),
  /// rather than with an age or a date.
  bool IsAboutMoments(const grammar::Compare& compare, model::Entity space) const;
  /// Such a comparison of `field`, about rows of `space`. Null after an error.
  ConditionPtr Bind(const grammar::Compare& compare, model::FieldId field, model::Entity space);
  /// Whether `compare` compares a number of `space`, or above it, with another number of a record.
  bool IsAboutNumbers(const grammar::Compare& compare, model::Entity space) const;
  /// Such a comparison of `field`, about rows of `space`. Null after an error.
  ConditionPtr BindNumbers(const grammar::Compare& compare, model::FieldId field, model::Entity space);
  /// `overlaps`: the periods of two rows, of which one may be the row of `space` and the others are named. Null after
  /// an error.
  ConditionPtr BindOverlaps(const grammar::Overlaps& overlaps, model::Entity space);
  /// The row with this name; null after an error.
  EventScope::Event* FindEvent(const grammar::Name& name, std::string_view field = "");
  const EventScope& events() const { return *events_; }

 private:
  bool IsMoment(const grammar::Literal& literal, model::Entity space) const;
  std::optional<Moment> BindMoment(const grammar::Literal& literal, model::Entity space);
  std::optional<Moment> Constant(const grammar::Literal& literal);
  std::optional<model::Distance> BindDistance(const grammar::Literal& literal);
  /// `named` is set to the codes of the row, if it is a named one.
  void WarnOfScales(grammar::Span span, model::FieldId field, model::FieldId unit_field,
                    const ontology::SymbolSet& named);
  void WarnOfNoNumber(const grammar::Compare& compare, model::FieldId field, const ontology::SymbolSet& named);
  std::optional<Moment> BindNumber(const grammar::Literal& literal, model::Entity space, ontology::SymbolSet* named);
  std::shared_ptr<const model::QuantitySymbols> Symbols(model::FieldId left, model::FieldId right);

  const CatalogueView& view_;

  Reporter* reporter_;
  ValueBinder* values_;
  EventScope* events_;
  const CertaintyScope* certainty_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_MOMENT_BINDER_H_
