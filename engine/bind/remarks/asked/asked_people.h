// Private to bind/: the people among whom a criterion selects, for remarks: everybody, or those who satisfy the
// criteria beside it.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ASKED_ASKED_PEOPLE_H_
#define MUSTER_ENGINE_BIND_REMARKS_ASKED_ASKED_PEOPLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/bind/bound/reporter.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/bind/catalogue/people_counts.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

struct AskedPeople {
  uint64_t all = 0;
  uint64_t with = 0;       ///< of these, how many have what is looked for
  bool somewhere = false;  ///< whether anybody in the catalogue has it
  /// What these people have in common; empty: they are all individuals, or those of the datasets.
  std::vector<const grammar::Has*> others;
  std::vector<const grammar::Expr*> datasets = {};
};

/// The people among whom `has` selects, and how many of them have an observed row of its terms. `has` has terms, and is
/// one of `criteria`, or within one; it is about individuals. The people are those who satisfy the other criteria that
/// ask for terms of entities which are not measured (IsMeasured), or for datasets; further conditions of these are
/// ignored, so that only postings are read. Nullopt after a failure.
std::optional<AskedPeople> CountAskedPeople(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                            const grammar::Has& has);

/// The same for a condition other than a `has`: `find` returns the individuals of a segment that satisfy it, and `key`
/// identifies it.
std::optional<AskedPeople> CountAskedPeople(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                            const PeopleKey& key, FindPeople find);

/// The same among the people who satisfy the other criteria than `has`, which is one of `criteria`.
std::optional<AskedPeople> CountAmongOthers(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                                            const grammar::Has& has, const PeopleKey& key, FindPeople find);

/// What they have in common: "disease MONDO:0005148 and phenotype HP:0001250". Empty where that is nothing.
std::string OthersInWords(const AskedPeople& people);

/// "4 of 20 individuals", "4 of the 20 individuals who have disease MONDO:0005148", "4 of the 20 individuals (dataset
/// is north)"
std::string OutOf(uint64_t count, const AskedPeople& people);

/// "only 4 of 20 individuals", "none of 20 individuals"
std::string OnlyOutOf(const AskedPeople& people);

/// Whom a criterion that must be true excludes: "the others are left out by this", or all of them.
inline const char* LeftOut(const AskedPeople& people) {
  return people.with == 0 ? "all of them are left out by this" : "the others are left out by this";
}

/// The verb for this number of people: " has " or " have ", "is" or "are".
inline const char* HasOrHave(uint64_t people) { return people == 1 ? " has " : " have "; }
inline const char* IsOrAre(uint64_t people) { return people == 1 ? "is" : "are"; }

/// Whether rows of `entity` are recorded only where somebody measured or asked (measurements, exposures), so that
/// nobody has them by nature.
bool IsMeasured(model::Entity entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ASKED_ASKED_PEOPLE_H_
