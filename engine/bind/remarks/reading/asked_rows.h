// Private to bind/: the rows that a `has` asks for, for comparing two of them by their words.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_ASKED_ROWS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_ASKED_ROWS_H_

#include <vector>

#include "grammar/syntax.h"

namespace muster::bind {

/// A row that must exist, so that another criterion may be about the same row.
bool AsksForARow(const grammar::Has& has);

/// The conditions on the row.
std::vector<const grammar::Compare*> ComparesOf(const grammar::Has& has);

bool SameTerms(const grammar::Has& a, const grammar::Has& b);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_ASKED_ROWS_H_
