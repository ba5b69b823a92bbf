// Remarks on the times of the rows that a `has` finds: rows without a time are neither first nor last, neither before
// nor after.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ROW_TIMES_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ROW_TIMES_H_

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/scopes/certainty_scope.h"
#include "engine/bind/criteria/scopes/event_scope.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Nothing of this is reported to guests.
class RowTimes {
 public:
  /// All outlive this.
  RowTimes(const CatalogueView& view, Reporter* reporter, const CertaintyScope& certainty, const EventScope& events)
      : view_(view), reporter_(reporter), certainty_(certainty), events_(events) {}

  /// Rows without time are neither first nor last; and a criterion that excludes rows by a time does not exclude those
  /// without it. `exists` is what `has` was bound to.
  void OnHas(const grammar::Has& has, const Condition& exists);
  /// For comparisons with a date or an age anywhere in `criterion`, which is about the rows of `exists`; `denied`:
  /// within `not`.
  void WarnOfTimes(const grammar::Expr& criterion, const Condition& exists, bool denied = false);

 private:
  bool IsNew(model::FieldId field, const grammar::Compare& compare);
  bool SaidByOrder(model::FieldId field, const grammar::Compare& compare) const;
  void NoteLeftOutBy(const grammar::Expr& criterion, const Condition& exists);
  void NoteOtherTime(const grammar::Compare& compare, const Condition& exists, model::FieldId field, bool none);
  void NoteOrder(const grammar::Has& has, const Condition& exists);
  void NoteAges(const grammar::Expr& criterion, const Condition& exists);
  void NoteWithoutPart(grammar::Span span, const Condition& exists, model::FieldId field, bool date);
  void NoteTimesOf(const grammar::Expr& criterion, const Condition& exists);
  void NoteLacking(grammar::Span span, const Condition& exists, model::FieldId field, const std::string& so);

  const CatalogueView& view_;
  Reporter* reporter_;
  const CertaintyScope& certainty_;
  const EventScope& events_;
  std::set<std::pair<model::FieldId, bool>> told_;  // times of one `has`, compared with dates or not
  std::optional<model::FieldId> ordered_by_;        // of whose lack it is said that such rows are not first or last
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_ROW_TIMES_H_
