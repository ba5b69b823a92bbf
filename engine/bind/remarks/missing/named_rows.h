// Private to bind/: remarks on named rows that lack the compared time.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_NAMED_ROWS_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_NAMED_ROWS_H_

#include <optional>
#include <string>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/criteria/remarks/time_remarks.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

class NamedRows {
 public:
  /// All must outlive this.
  NamedRows(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  /// The criterion that names this row; null if none does.
  const grammar::Has* By(const std::string& name) const;
  /// For a time of a named record that has to be before, after or near another one.
  void OnCompared(const grammar::Compare& compare);
  /// For a comparison with `value` that must be true: named rows without the time are not found. `said`: a time of
  /// which it is said how many of all rows lack it.
  void OnWithoutTime(const grammar::Literal& value, std::optional<model::FieldId> said = std::nullopt);
  /// For a comparison with `value` that must be false: people with a named row without the time satisfy it.
  void SayMissing(const grammar::Literal& value);
  /// The same for a time of a named record that is compared behind `not`.
  void SayMissingOf(const grammar::Compare& compare);

 private:
  /// The time of a row with a name.
  struct Time {
    const grammar::Has* named;
    model::Entity entity;
    model::FieldId field;
  };
  std::optional<Time> TimeOf(const grammar::Literal& value) const;
  static bool MayLack(const Time& time);
  void SayMissing(grammar::Span span, const Time& time);
  void NoteOtherRow(const grammar::Compare& compare, const TimesOfRows& left);

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_NAMED_ROWS_H_
