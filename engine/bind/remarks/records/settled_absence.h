// Private to bind/: whether other criteria say which people without a record are meant.
#ifndef MUSTER_ENGINE_BIND_REMARKS_RECORDS_SETTLED_ABSENCE_H_
#define MUSTER_ENGINE_BIND_REMARKS_RECORDS_SETTLED_ABSENCE_H_

#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `not has X and not has excluded X`, `no X and has excluded X`, `no X and (has X or has excluded X)`: whether a
/// criterion beside `has`, which is true for people without such a record, selects only people with the term recorded
/// as absent, or excludes all of them. The criteria must be bound without mistakes.
bool SettlesAbsence(const SideBySide& criteria, const grammar::Has& has, model::Entity entity);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_RECORDS_SETTLED_ABSENCE_H_
