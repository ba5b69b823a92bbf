// Private to bind/: remarks on comparisons of times and numbers that records lack, or have in a form that cannot be
// compared: a 0 that says nothing about people.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_REMARKS_TIME_REMARKS_H_
#define MUSTER_ENGINE_BIND_CRITERIA_REMARKS_TIME_REMARKS_H_

#include <string>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Warns if no record has the time `field` as a date (or else as an age), with which it is compared. `negated`: behind
/// a `no` or `not`, which then excludes nobody.
void WarnIfNotRecorded(const CatalogueView& view, Reporter* reporter, grammar::Span span, model::FieldId field,
                       bool date, bool negated);

/// The same for a number that no record has. Reports nothing to guests.
void WarnIfNoNumber(const CatalogueView& view, Reporter* reporter, grammar::Span span, model::FieldId field,
                    bool negated);

/// The same for two times that are compared: neither dates nor ages of both are recorded.
void WarnIfNotComparable(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Moment& left,
                         const Moment& right, bool negated);

/// If some rows of `entity` have the time `field`, but not as a date (or else an age), with which it is compared, while
/// others do: notes how many are left out, including those without the time. With `terms` (whose label is `of`), only
/// observed rows of these count. `negated`: how many have it in the other way, for whom `not` holds. Reports nothing to
/// guests.
void NoteLeftOut(const CatalogueView& view, Reporter* reporter, grammar::Span span, model::Entity entity,
                 const model::SymbolList* terms, const std::string& of, model::FieldId field, bool date,
                 bool negated = false);

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

/// For two times that are compared: notes how many individuals have one of them as an age without a date, and the other
/// as a date without an age. Such two cannot be ordered; people with no others are not found, or with `none`, not
/// excluded.
/// Reports nothing to guests.
void NoteIncomparable(const CatalogueView& view, Reporter* reporter, grammar::Span span, const TimesOfRows& left,
                      const TimesOfRows& right, bool none);

/// Of NoteLeftOut's observed rows of some terms, where other rows have such a time; `denied`: behind `no` or `not`.
/// Reports nothing to guests.
void WarnIfNoneOfTerms(const CatalogueView& view, Reporter* reporter, grammar::Span span, const Condition& rows,
                       model::FieldId field, bool date, bool denied);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_REMARKS_TIME_REMARKS_H_
