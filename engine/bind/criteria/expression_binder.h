// Criteria: from expressions of the syntax tree to conditions.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_EXPRESSION_BINDER_H_
#define MUSTER_ENGINE_BIND_CRITERIA_EXPRESSION_BINDER_H_

#include <string>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/cohort_binder.h"
#include "engine/bind/criteria/comparison_binder.h"
#include "engine/bind/criteria/data_use_binder.h"
#include "engine/bind/criteria/has_binder.h"
#include "engine/bind/criteria/moment_binder.h"
#include "engine/bind/criteria/relative_binder.h"
#include "engine/bind/criteria/scopes/certainty_scope.h"
#include "engine/bind/criteria/scopes/event_scope.h"
#include "engine/bind/criteria/scopes/persons_scope.h"
#include "engine/bind/values/term_binder.h"
#include "engine/bind/values/value_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Binds `and`, `or`, `not` and `at least N of`. Each other kind of criterion has a binder of its own; those that
/// contain criteria call BindNested for these.
class ExpressionBinder {
 public:
  /// `earlier` may be null. The last two are for the definition of a cohort that a criterion refers to.
  ExpressionBinder(const CatalogueView& view, Reporter* reporter, const SavedTexts* earlier,
                   About about = About::kRecords, CertaintyScope certainty = CertaintyScope(),
                   OpenedDefinitions* definitions = nullptr)
      : reporter_(reporter),
        about_(about),
        certainty_(certainty),
        terms_(view, reporter),
        values_(view, reporter),
        moments_(view, reporter, &values_, &events_, &certainty_),
        comparisons_(view, reporter, &terms_, &values_, &moments_, &certainty_),
        has_(view, reporter, &terms_, &values_, &events_, &certainty_, this),
        relatives_(reporter, &events_, this),
        cohorts_(view, reporter, earlier, &about_, &certainty_, definitions),
        data_uses_(view, reporter, &terms_) {}
  ExpressionBinder(const ExpressionBinder&) = delete;
  ExpressionBinder& operator=(const ExpressionBinder&) = delete;

  /// A condition about rows of `space`; null after an error.
  ConditionPtr Bind(const grammar::Expr& expr, model::Entity space, CertaintyMode mode = CertaintyMode::kAsWritten);

  /// The conjunction of `criteria`, each of which was bound without error before. Criteria that refer to a row that
  /// none of them names are left out, and added to `unbound`, which may be null.
  ConditionPtr BindCriteria(const std::vector<const grammar::Expr*>& criteria, model::Entity space,
                            std::vector<const grammar::Expr*>* unbound);

  /// A condition for an expression within the one that is being bound. It has the same certainty mode, and may refer to
  /// rows that are named before it. `negated`: it is under a `not`, or something that means one, such as `at most`.
  ConditionPtr BindNested(const grammar::Expr& expr, model::Entity space, bool negated = false);

  /// The individuals of a cohort, saved or imported; null after an error.
  ConditionPtr BindCohort(const grammar::CohortRef& cohort) { return cohorts_.Bind(cohort); }
  /// From now on, the definition of this cohort is bound.
  void DefineCohort(const std::string& name) { cohorts_.Define(name); }

  /// Whether what is bound from now on is about records or about persons, each of whom may have several records.
  void set_about(About about) { about_ = about; }

  ValueBinder& values() { return values_; }
  TermBinder& terms() { return terms_; }

 private:
  ConditionPtr BindScoped(const grammar::Expr& expr, model::Entity space);
  ConditionPtr BindExpression(const grammar::Expr& expr, model::Entity space);
  // A criterion that is not composed of others. If criteria are about persons, any record of the person may satisfy it.
  ConditionPtr AboutWhom(ConditionPtr criterion) const;
  ConditionPtr BindHas(const grammar::Has& has, model::Entity space);
  ConditionPtr BindAged(const grammar::Compare& compare, model::Entity space);
  ConditionPtr BindCompare(const grammar::Compare& compare, model::Entity space);
  ConditionPtr BindAnd(const grammar::And& node, model::Entity space);
  // Combines the criteria of `conjunction` that refer to a named row from slot `first` on.
  ConditionPtr CloseNames(ConditionPtr conjunction, size_t first);
  ConditionPtr BindNot(const grammar::Not& node, model::Entity space);
  ConditionPtr BindAtLeast(const grammar::AtLeastOf& node, grammar::Span span, model::Entity space);
  ConditionPtr BindOperands(const std::vector<grammar::ExprPtr>& operands, Condition::Kind kind, model::Entity space);

  Reporter* reporter_;
  About about_;
  EventScope events_;
  CertaintyScope certainty_;
  TermBinder terms_;
  ValueBinder values_;
  MomentBinder moments_;
  ComparisonBinder comparisons_;
  HasBinder has_;
  RelativeBinder relatives_;
  CohortBinder cohorts_;
  DataUseBinder data_uses_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_EXPRESSION_BINDER_H_
