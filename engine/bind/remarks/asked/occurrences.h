// The criteria of a statement that ask for rows, wherever they stand: for notes that belong to a criterion also behind
// `or`, `at least N of` and `not`.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ASKED_OCCURRENCES_H_
#define MUSTER_ENGINE_BIND_REMARKS_ASKED_OCCURRENCES_H_

#include <vector>

#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// A `has` that is asked of those who are counted.
struct Occurrence {
  const grammar::Expr* criterion;  ///< which holds it
  const grammar::Has* has;
  bool negated;  ///< within an odd number of `not`
  bool alone;    ///< one of the leaves of the conjunction: it has to be true, or if `negated`, false
};

/// Those of the conjuncts, in the order of the text, and not what they say of relatives and of other rows. None within
/// `exactly N of`, which has each criterion twice, so that one cannot be another.
std::vector<Occurrence> OccurrencesIn(const SideBySide& criteria);

/// Whether the name that `has` gives its row is used elsewhere in the conjuncts.
bool IsSpokenOf(const SideBySide& criteria, const grammar::Has& has);

/// Whether it asks for one row or more, as `has` and `has at least 1` do, and not for those on several dates, the first
/// or the last.
bool AsksForAnyRow(const grammar::Has& has);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ASKED_OCCURRENCES_H_
