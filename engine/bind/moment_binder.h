// Times compared with times: `collected before therapy.start`, `performed within 28 days of diagnosis.onset`.
#ifndef MUSTER_ENGINE_BIND_MOMENT_BINDER_H_
#define MUSTER_ENGINE_BIND_MOMENT_BINDER_H_

#include <optional>

#include "engine/bind/bound.h"
#include "engine/bind/event_scope.h"
#include "engine/bind/reporter.h"
#include "engine/bind/value_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

class MomentBinder {
 public:
  MomentBinder(Reporter* reporter, ValueBinder* values, EventScope* events)
      : reporter_(reporter), values_(values), events_(events) {}

  /// Whether `compare`, of a time of `space` or above it, is about another time (or a distance) rather than an age or a
  /// date.
  bool IsAboutMoments(const grammar::Compare& compare, model::Entity space) const;
  /// Such a comparison, about rows of `space`. Of times that cannot be compared, `unknown` is said. Null
  /// after an error.
  ConditionPtr Bind(const grammar::Compare& compare, model::FieldId field, model::Entity space, bool possibly,
                    bool unknown);
  /// The row of this name; null after an error.
  EventScope::Event* FindEvent(const grammar::Name& name);

 private:
  bool IsMoment(const grammar::Literal& literal, model::Entity space) const;
  std::optional<Moment> BindMoment(const grammar::Literal& literal, model::Entity space);
  std::optional<Moment> Constant(const grammar::Literal& literal);
  std::optional<model::Distance> BindDistance(const grammar::Literal& literal);

  Reporter* reporter_;
  ValueBinder* values_;
  EventScope* events_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_MOMENT_BINDER_H_
