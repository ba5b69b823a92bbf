// Private to bind/: remarks on fields of people that are compared and not recorded of all.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_PERSON_FIELDS_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_PERSON_FIELDS_H_

#include <optional>
#include <set>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/remarks/asked_people.h"
#include "engine/bind/remarks/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// The field of the person that is compared; nullopt where it is one of a record.
std::optional<model::FieldId> FieldOfPerson(const grammar::Compare& compare);

/// Says one thing of each field.
class PersonFields {
 public:
  /// All outlive this.
  PersonFields(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria)
      : view_(view), reporter_(reporter), criteria_(criteria) {}

  /// Of a comparison that has to hold, where many of those who are asked for lack the field. Unless it is `alone`,
  /// others may hold in its place.
  void SayRarelyRecorded(grammar::Span span, model::FieldId field, bool alone);
  /// Of what also holds for whom the field is not recorded of.
  void SayMissing(grammar::Span span, model::FieldId field);

 private:
  bool AskedFor(model::FieldId field) const;
  std::optional<AskedPeople> PeopleAsked(model::FieldId field);

  const CatalogueView& view_;
  Reporter* reporter_;
  const SideBySide& criteria_;
  std::set<model::FieldId> said_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_PERSON_FIELDS_H_
