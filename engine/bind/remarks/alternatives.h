// Private to bind/: how `and` and `or` without parentheses may be meant, by what is asked on both sides.
#ifndef MUSTER_ENGINE_BIND_REMARKS_ALTERNATIVES_H_
#define MUSTER_ENGINE_BIND_REMARKS_ALTERNATIVES_H_

#include "grammar/syntax.h"

namespace muster::bind {

enum class Alternatives {
  kUnlike,     ///< they ask for different things
  kWhole,      ///< a1 and b1 or a2 and b2: of the same, with other values; nothing else can be meant
  kBehindAll,  ///< c and a1 and b1 or a2 and b2: c is meant of both
};

/// How the alternatives of `either`, which stands beside `and` without parentheses, are alike. Two parts are alike that
/// ask for records of the same terms, or compare the same field.
Alternatives AlternativesOf(const grammar::Or& either);

/// c and ((a1 and b1) or (a2 and b2)), of alternatives behind all.
grammar::ExprPtr WithSharedFirst(const grammar::Or& either);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_ALTERNATIVES_H_
