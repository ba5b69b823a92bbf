// Private to bind/: properties of comparisons, for remarks on missing values.
#ifndef MUSTER_ENGINE_BIND_REMARKS_MISSING_COMPARISONS_H_
#define MUSTER_ENGINE_BIND_REMARKS_MISSING_COMPARISONS_H_

#include "grammar/rewrite.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Whether it compares a value, rather than asking whether there is one.
bool Compares(const grammar::Compare& compare);

/// (stage is III or stage is missing) for `compare`: also true for rows without a value in `field`.
grammar::Rewriting OrMissing(const grammar::Compare& compare, grammar::Name field);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_MISSING_COMPARISONS_H_
