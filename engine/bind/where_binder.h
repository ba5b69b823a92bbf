// Binds the criteria of a statement, or some of them, to a condition on rows of the first entity that is counted.
#ifndef MUSTER_ENGINE_BIND_WHERE_BINDER_H_
#define MUSTER_ENGINE_BIND_WHERE_BINDER_H_

#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/cohort_binder.h"
#include "engine/bind/criteria/expression_binder.h"
#include "engine/bind/criteria/scopes/certainty_scope.h"
#include "engine/bind/criteria/scopes/persons_scope.h"
#include "grammar/syntax.h"

namespace muster::bind {

class WhereBinder {
 public:
  /// All must outlive this. `counted` must not be empty when something is bound. `earlier` may be null.
  WhereBinder(const CatalogueView& view, const SavedTexts* earlier, Reporter* reporter,
              const std::vector<Counted>& counted)
      : view_(view), earlier_(earlier), reporter_(reporter), counted_(counted), criteria_(view, reporter, earlier) {}

  /// The condition for `where`; true for all rows if `where` is null. Null after an error.
  ConditionPtr Bind(const grammar::Expr* where, CertaintyMode mode = CertaintyMode::kAsWritten);
  /// `where`, which was bound without error before, in another mode.
  ConditionPtr BindAgain(const grammar::Expr* where, CertaintyMode mode, About about = About::kRecords);
  /// The conjunction of some criteria, which were bound without error before. A criterion that refers to a row that
  /// none of them names is left out, too, and is added to `unbound`, if that is given.
  ConditionPtr BindSome(const std::vector<const grammar::Expr*>& criteria, About about,
                        std::vector<const grammar::Expr*>* unbound = nullptr);

  ExpressionBinder& criteria() { return criteria_; }

 private:
  ConditionPtr WithPolarity(ConditionPtr condition, bool all) const;

  const CatalogueView& view_;
  const SavedTexts* earlier_;
  Reporter* reporter_;
  const std::vector<Counted>& counted_;
  ExpressionBinder criteria_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_WHERE_BINDER_H_
