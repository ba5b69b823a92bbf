// A remark on numbers without a unit, of fields that have one of their own.
#ifndef MUSTER_ENGINE_BIND_VALUES_REMARKS_UNIT_NOT_NAMED_H_
#define MUSTER_ENGINE_BIND_VALUES_REMARKS_UNIT_NOT_NAMED_H_

#include <string_view>

#include "engine/bind/bound/reporter.h"
#include "engine/model/schema/schema.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// Of a comparison of `field` with numbers that name no unit and are taken in `unit`, that of the field: notes what
/// they are taken for, where they would rather be years (survival >= 5, in days) or a share (breadth >= 0.95, in %).
void NoteUnitNotNamed(Reporter* reporter, const grammar::Compare& compare, model::FieldId field, std::string_view unit);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VALUES_REMARKS_UNIT_NOT_NAMED_H_
