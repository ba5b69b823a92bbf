// Criteria for people whose records do not decide a criterion: the column "not recorded" of a funnel.
#ifndef MUSTER_ENGINE_BIND_OPEN_CRITERION_H_
#define MUSTER_ENGINE_BIND_OPEN_CRITERION_H_

#include "grammar/syntax.h"

namespace muster::bind {

/// A criterion that, bound with CertaintyMode::kPossible, holds for everybody who satisfies `criterion`, or might if
/// more were recorded. Each `has ... with` in it is also satisfied by people without any such record, unless a record
/// says the opposite of its terms. Null if that is of no use: for a criterion that compares nothing (`has disease
/// "cancer"`), since it is decided by whether there is a record; and for one with named records, since it means nothing
/// by itself.
grammar::ExprPtr OpenCriterion(const grammar::Expr& criterion);

/// Whether `criterion` compares something and has named records, so that "not recorded" is unknown for it.
bool ComparesNamedRecords(const grammar::Expr& criterion);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_OPEN_CRITERION_H_
