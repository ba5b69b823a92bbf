// Criteria: from expressions of the syntax tree to conditions.
#ifndef MUSTER_ENGINE_BIND_EXPRESSION_BINDER_H_
#define MUSTER_ENGINE_BIND_EXPRESSION_BINDER_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/bind/bound.h"
#include "engine/bind/catalogue_view.h"
#include "engine/bind/event_scope.h"
#include "engine/bind/moment_binder.h"
#include "engine/bind/reporter.h"
#include "engine/bind/term_binder.h"
#include "engine/bind/value_binder.h"
#include "engine/consent/data_use.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Which rows a criterion holds for where records are imprecise or silent. Of a criterion under `not` it is the other
/// end that counts, so that each bound is a bound of the whole.
enum class Bound {
  kAsWritten,  ///< `certainly` unless the query says `possibly`; what is missing does not satisfy
  kLower,      ///< certain, whatever is imprecise or missing
  kPrecise,    ///< not excluded by what is recorded, were what is missing not satisfying
  kUpper,      ///< not excluded by what is recorded
};

/// Definitions of cohorts, by their name in lower case, that come before those of the catalogue; "" for one that has
/// been dropped.
using SavedTexts = std::map<std::string, std::string>;

class ExpressionBinder {
 public:
  /// `earlier` may be null.
  ExpressionBinder(const CatalogueView& view, Reporter* reporter, const SavedTexts* earlier)
      : view_(view),
        reporter_(reporter),
        earlier_(earlier),
        terms_(view, reporter),
        values_(view, reporter),
        moments_(reporter, &values_, &events_) {}

  /// A condition about rows of `space`; null after an error.
  ConditionPtr Bind(const grammar::Expr& expr, model::Entity space, Bound bound = Bound::kAsWritten);

  /// The conjunction of `criteria` (all of which can be bound together with others); those that speak of a row which
  /// none of them names are left out.
  ConditionPtr BindCriteria(const std::vector<const grammar::Expr*>& criteria, model::Entity space);

  /// The individuals of a cohort, saved or imported; null after an error.
  ConditionPtr BindCohort(const grammar::CohortRef& cohort);

  /// Of a polar entity, rows are meant as observed unless the query says otherwise. Nullopt after an error.
  std::optional<Polarity> BindPolarity(grammar::Polarity written, grammar::Span span, model::Entity entity);

  ValueBinder& values() { return values_; }
  TermBinder& terms() { return terms_; }

 private:
  ConditionPtr BindScoped(const grammar::Expr& expr, model::Entity space);
  ConditionPtr BindExpression(const grammar::Expr& expr, model::Entity space);
  ConditionPtr BindAnd(const grammar::And& node, model::Entity space);
  ConditionPtr BindNot(const grammar::Not& node, model::Entity space);
  ConditionPtr BindAtLeast(const grammar::AtLeastOf& node, grammar::Span span, model::Entity space);
  ConditionPtr BindOperands(const std::vector<grammar::ExprPtr>& operands, Condition::Kind kind, model::Entity space);

  ConditionPtr BindHas(const grammar::Has& has, model::Entity space);
  ConditionPtr BindExists(const grammar::Has& has, model::Entity from, model::Entity entity,
                          std::optional<Count> count = std::nullopt);
  ConditionPtr BindRelative(const grammar::Has& has, Relation relation, model::Entity space);
  bool BindQuantity(const grammar::Has& has, const model::EntityInfo& info, Condition* exists);
  bool BindTermsOfHas(const grammar::Has& has, const model::EntityInfo& info, Condition* exists);
  bool BindTimesOfHas(const grammar::Has& has, const model::EntityInfo& info, Condition* exists);
  void WarnOfUnits(const Condition& exists);

  ConditionPtr BindCompare(const grammar::Compare& compare, model::Entity space);
  ConditionPtr BindOwnCompare(const grammar::Compare& compare, model::Entity space);
  ConditionPtr BindFieldCompare(const grammar::Compare& compare, model::FieldId id);
  ConditionPtr WithinBound(const grammar::Compare& compare, model::FieldId id);
  ConditionPtr BindSymbols(const grammar::Compare& compare, model::FieldId id);
  // Whether times are compared at their best; whether what is missing satisfies.
  bool Wide() const { return bound_ != Bound::kAsWritten && (bound_ != Bound::kLower) != negative_; }
  bool AdmitsMissing() const {
    return bound_ != Bound::kAsWritten && (negative_ ? bound_ != Bound::kUpper : bound_ == Bound::kUpper);
  }
  ConditionPtr Known(model::FieldId id);
  ConditionPtr BindOverlaps(const grammar::Overlaps& overlaps, model::Entity space);

  ConditionPtr BindInCohort(const grammar::InCohort& in, model::Entity space);
  ConditionPtr BindDefinition(const grammar::CohortRef& cohort, const std::string& key, const std::string& text);
  ConditionPtr BindUsable(const grammar::Usable& usable, grammar::Span span, model::Entity space);
  std::optional<consent::Purpose> BindPurpose(const grammar::Usable& usable);

  const CatalogueView& view_;
  Reporter* reporter_;
  const SavedTexts* earlier_;
  TermBinder terms_;
  ValueBinder values_;
  EventScope events_;
  MomentBinder moments_;
  Bound bound_ = Bound::kAsWritten;
  bool negative_ = false;             // under an odd number of `not`
  std::vector<std::string> cohorts_;  // whose definitions are being bound, outermost first
  int own_definitions_ = 0;
  int* definitions_ = &own_definitions_;  // bound for the statement so far; shared with the binders of definitions
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_EXPRESSION_BINDER_H_
