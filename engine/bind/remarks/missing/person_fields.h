// Private to bind/: remarks on compared fields of individuals that some of them lack.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_PERSON_FIELDS_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_PERSON_FIELDS_H_

#include <optional>
#include <set>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// The field of the individual that is compared; nullopt if it is a field of another entity.
std::optional<model::FieldId> FieldOfPerson(const grammar::Compare& compare);

/// Reports at most one remark per field.
class PersonFields {
 public:
  /// All must outlive this.
  PersonFields(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  /// For a comparison that must be true, if many of the selected people lack the field. Unless `alone`, other criteria
  /// may be true instead of it.
  void SayRarelyRecorded(grammar::Span span, model::FieldId field, bool alone);
  /// For a criterion that is also true for people without the field.
  void SayMissing(grammar::Span span, model::FieldId field);
  /// For `sex is not male`, which is not true for people without the field, as `not sex is male` is.
  void SayLeftOut(const grammar::Compare& compare, model::FieldId field);

 private:
  bool AskedFor(model::FieldId field) const;
  std::optional<AskedPeople> PeopleAsked(model::FieldId field);

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  std::set<model::FieldId> said_, left_out_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_PERSON_FIELDS_H_
