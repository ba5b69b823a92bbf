// Who is alive in one record and deceased in another.
#ifndef MUSTER_ENGINE_MODEL_RECORD_LATER_DEATH_H_
#define MUSTER_ENGINE_MODEL_RECORD_LATER_DEATH_H_

#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::model {

/// Where one of the rows, of one individual, says that they are alive and were seen last at some time, and the other
/// that they died, or were seen, not before that: makes both say deceased. Without these times the two contradict each
/// other, and are left as they are. `dictionary`: of the symbols of both.
void LetLaterDeathCount(Row& one, Row& other, const Dictionary& dictionary);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_LATER_DEATH_H_
