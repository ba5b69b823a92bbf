// Private to bind/: what a `has` asks for, as two of them are compared by their words.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_ASKED_ROWS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_ASKED_ROWS_H_

#include <vector>

#include "grammar/syntax.h"

namespace muster::bind {

/// A row that is asked for to be there: what is said of it, another criterion may be about.
bool AsksForARow(const grammar::Has& has);

/// What is said of the row, criterion by criterion.
std::vector<const grammar::Compare*> ComparesOf(const grammar::Has& has);

bool SameTerms(const grammar::Has& a, const grammar::Has& b);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_ASKED_ROWS_H_
