// What the report says of values that cannot be true.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_IMPLAUSIBLE_H_
#define MUSTER_ENGINE_IMPORT_RECORD_IMPLAUSIBLE_H_

#include "engine/import/record/remarks.h"

namespace muster::import {

inline constexpr RemarkKind kImplausible{
    ImportProblem::Kind::kKeptOnly, "default for a missing value, not compared",
    "if the source means them as they are written, switch the rule off by \"plausibility\" in the mapping"};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_IMPLAUSIBLE_H_
