// Private to bind/: of whom a criterion is asked, for remarks: everybody, or who has the other things that are asked
// for beside it.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ASKED_PEOPLE_H_
#define MUSTER_ENGINE_BIND_REMARKS_ASKED_PEOPLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/remarks/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

struct AskedPeople {
  uint64_t all = 0;
  uint64_t with = 0;       ///< of these: who has what is looked for
  bool somewhere = false;  ///< whether anybody has it
  /// What all of them have; empty: they are all individuals.
  std::vector<const grammar::Has*> others;
};

/// Those of whom `has` is asked, a criterion with terms that is one of `criteria` or stands in one, about individuals,
/// and of them who has an observed row of its terms. The others are those criteria that ask for terms of what is not
/// measured; what else these ask is left aside, so that only postings are read. Nullopt after a failure.
std::optional<AskedPeople> CountAskedPeople(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                            const grammar::Has& has);

/// The same for what `key` names in place of a `has`: `find` gives the individuals of a segment that it is true of.
std::optional<AskedPeople> CountAskedPeople(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                            const PeopleKey& key, FindPeople find);

/// The same, of those who have what is asked for beside `has`, one of `criteria`.
std::optional<AskedPeople> CountBeside(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                       const grammar::Has& has, const PeopleKey& key, FindPeople find);

/// "4 of 20 individuals", "4 of the 20 individuals who have disease MONDO:0005148"
std::string OutOf(uint64_t count, const AskedPeople& people);

/// "only 4 of 20 individuals", "none of 20 individuals"
std::string OnlyOutOf(const AskedPeople& people);

/// Who is left out by a criterion that all have to meet: "the others are left out by this", or all of them.
inline const char* LeftOut(const AskedPeople& people) {
  return people.with == 0 ? "all of them are left out by this" : "the others are left out by this";
}

/// What such a number of people takes: " has " or " have ", "is" or "are".
inline const char* HasOrHave(uint64_t people) { return people == 1 ? " has " : " have "; }
inline const char* IsOrAre(uint64_t people) { return people == 1 ? "is" : "are"; }

/// Whether rows of `entity` are measured: nobody has them by nature.
bool IsMeasured(model::Entity entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ASKED_PEOPLE_H_
