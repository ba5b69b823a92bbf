// Private to bind/: whether other criteria say which of those without a record are meant.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_SETTLED_ABSENCE_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_SETTLED_ABSENCE_H_

#include "engine/bind/remarks/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `not has X and not has excluded X`, `no X and has excluded X`, `no X and (has X or has excluded X)`: whether a
/// criterion beside `has`, which holds for who has no such record, leaves only those who have it recorded as absent, or
/// none of them. The criteria were bound without mistakes.
bool SettlesAbsence(const SideBySide& criteria, const grammar::Has& has, model::Entity entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_SETTLED_ABSENCE_H_
