// `has MOTHER with (...)`: criteria on persons of the same family.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_RELATIVE_BINDER_H_
#define MUSTER_ENGINE_BIND_CRITERIA_RELATIVE_BINDER_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/criteria/scopes/event_scope.h"
#include "grammar/syntax.h"

namespace muster::bind {

class ExpressionBinder;

/// The criteria of a relative are about that person's place in the family. They cannot refer to rows that are named
/// outside, which belong to another person.
class RelativeBinder {
 public:
  RelativeBinder(Reporter* reporter, EventScope* events, ExpressionBinder* expressions)
      : reporter_(reporter), events_(events), expressions_(expressions) {}

  /// The condition that a row of `space` belongs to a person who has such relatives. Null after an error.
  ConditionPtr Bind(const grammar::Has& has, Relation relation, model::Entity space);

 private:
  bool CheckForm(const grammar::Has& has);
  ConditionPtr AtLeast(int least, const grammar::Has& has, Relation relation, model::Entity space, bool negated);
  ConditionPtr AtMost(int most, const grammar::Has& has, Relation relation, model::Entity space);

  Reporter* reporter_;
  EventScope* events_;
  ExpressionBinder* expressions_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_RELATIVE_BINDER_H_
