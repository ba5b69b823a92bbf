// Private to bind/: comparisons of times and numbers that can never be true, as no record has these in a way that can
// be compared: a 0 that says nothing about people.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_TIME_REMARKS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_TIME_REMARKS_H_

#include <string>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Warns where no record has the time `field` as a date (or else as an age), which it is compared with. `negated`:
/// behind a `no` or `not`, which then leaves out nobody.
void WarnIfNotRecorded(const CatalogueView& view, Reporter* reporter, grammar::Span span, model::FieldId field,
                       bool date, bool negated);

/// The same for a number that no record has. Reports nothing to guests.
void WarnIfNoNumber(const CatalogueView& view, Reporter* reporter, grammar::Span span, model::FieldId field,
                    bool negated);

/// The same for two times that are compared: neither dates nor ages of both are recorded.
void WarnIfNotComparable(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Moment& left,
                         const Moment& right, bool negated);

/// Where some rows of `entity`, observed ones of `terms` where these are given (`of`: what these are called), have the
/// time `field`, but not as a date (or else an age), which it is compared with, while others have: notes how many are
/// left out, these and those without the time. Reports nothing to guests.
void NoteLeftOut(const CatalogueView& view, Reporter* reporter, grammar::Span span, model::Entity entity,
                 const model::SymbolList* terms, const std::string& of, model::FieldId field, bool date);

/// Of a time that is compared with another one: notes how many of these rows have none, where these are many.
void NoteWithoutTime(const CatalogueView& view, Reporter* reporter, grammar::Span span, model::Entity entity,
                     const model::SymbolList* terms, const std::string& of, model::FieldId field);

/// The time `field` of rows of an entity, observed ones of `terms` where these are given (`of`: what these are called).
struct TimesOfRows {
  model::Entity entity = model::Entity::kIndividual;
  const model::SymbolList* terms = nullptr;
  std::string of;
  model::FieldId field = 0;
};

/// Of two times that are compared: notes how many of one are ages without a date while some of the other are dates
/// without an age. Such two can be put in no order, and who has no others is not found, or, of `none`, not left out.
/// Reports nothing to guests.
void NoteIncomparable(const CatalogueView& view, Reporter* reporter, grammar::Span span, const TimesOfRows& left,
                      const TimesOfRows& right, bool none);

/// Of NoteLeftOut's observed rows of some terms, where other rows have such a time. Reports nothing to guests.
void WarnIfNoneOfTerms(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& rows,
                       model::FieldId field, bool date);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_TIME_REMARKS_H_
