// Whom records do not say enough about: what a funnel tells beside whom a criterion leaves out.
#ifndef MUSTER_ENGINE_BIND_OPEN_CRITERION_H_
#define MUSTER_ENGINE_BIND_OPEN_CRITERION_H_

#include "grammar/syntax.h"

namespace muster::bind {

/// The criterion to bind with CertaintyMode::kPossible for whoever satisfies `criterion` or might, were more recorded:
/// of a `has ... with`, wherever it stands, also whoever has no such record at all, and none that says the opposite of
/// its terms. Null where that says nothing: a criterion that compares nothing (`has disease "cancer"`), as the absence
/// of a record is all there is to it; and one that has to do with named records, as it means nothing by itself.
grammar::ExprPtr OpenCriterion(const grammar::Expr& criterion);

/// Whether it compares something and has to do with named records: of whom too little is recorded for it, nobody says.
bool ComparesNamedRecords(const grammar::Expr& criterion);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_OPEN_CRITERION_H_
