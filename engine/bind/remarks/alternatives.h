// Private to bind/: how `and` and `or` without parentheses may be meant, judged by the criteria on both sides.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ALTERNATIVES_H_
#define MUSTER_ENGINE_BIND_REMARKS_ALTERNATIVES_H_

#include "grammar/syntax.h"

namespace muster::bind {

enum class Alternatives {
  kUnlike,     ///< they ask for different things
  kWhole,      ///< a1 and b1 or a2 and b2: the same fields with other values; nothing else can be meant
  kBehindAll,  ///< c and a1 and b1 or a2 and b2: c is meant for both
};

/// How the alternatives of `either`, an `or` beside `and` without parentheses, correspond. Two parts correspond if they
/// ask for records of the same terms, or compare the same field.
Alternatives AlternativesOf(const grammar::Or& either);

/// For kBehindAll: c and ((a1 and b1) or (a2 and b2)).
grammar::ExprPtr WithSharedFirst(const grammar::Or& either);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ALTERNATIVES_H_
