// `has ENTITY TERM with (...)`: rows of an entity below, with their number, criteria and name.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_HAS_BINDER_H_
#define MUSTER_ENGINE_BIND_CRITERIA_HAS_BINDER_H_

#include <optional>
#include <string>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/criteria/scopes/certainty_scope.h"
#include "engine/bind/criteria/scopes/event_scope.h"
#include "engine/bind/values/term_binder.h"
#include "engine/bind/values/value_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

class ExpressionBinder;

class HasBinder {
 public:
  HasBinder(const CatalogueView& view, Reporter* reporter, TermBinder* terms, ValueBinder* values, EventScope* events,
            const CertaintyScope* certainty, ExpressionBinder* expressions)
      : view_(view),
        reporter_(reporter),
        terms_(terms),
        values_(values),
        events_(events),
        certainty_(certainty),
        expressions_(expressions) {}

  /// The condition that a row of `space` has such rows, or belongs to a row that has. Null after an error.
  ConditionPtr Bind(const grammar::Has& has, model::Entity space);

 private:
  std::optional<model::Entity> NearestAbove(const grammar::Has& has, model::Entity entity, model::Entity space);
  ConditionPtr BindExists(const grammar::Has& has, model::Entity from, model::Entity entity,
                          std::optional<Count> count = std::nullopt);
  ConditionPtr WithUndated(const grammar::Has& has, model::Entity from, model::Entity entity, ConditionPtr dated);
  // Each of these adds one part of the `has` to `exists`. False after an error.
  bool BindQuantity(const grammar::Has& has, const model::EntityInfo& info, Condition* exists);
  bool BindTerms(const grammar::Has& has, const model::EntityInfo& info, Condition* exists);
  bool BindTimes(const grammar::Has& has, const model::EntityInfo& info, Condition* exists);
  bool BindAlias(const grammar::Has& has, Condition* exists);
  bool BindWith(const grammar::Has& has, Condition* exists);
  void Remark(const grammar::Has& has, const Condition& exists);

  const CatalogueView& view_;
  Reporter* reporter_;
  TermBinder* terms_;
  ValueBinder* values_;
  EventScope* events_;
  const CertaintyScope* certainty_;
  ExpressionBinder* expressions_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_HAS_BINDER_H_
