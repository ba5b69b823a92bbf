// Who is alive in one record and deceased in another.
#ifndef MUSTER_ENGINE_MODEL_RECORD_LATER_DEATH_H_
#define MUSTER_ENGINE_MODEL_RECORD_LATER_DEATH_H_

#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::model {

/// The rows of one individual in two records. If one says that they are alive and when they were last seen, and the
/// other that they are deceased and died, or were last seen, no earlier, both say deceased afterwards. Without these
/// times the two contradict each other, and are left as they are. `dictionary`: of the symbols of both.
void LetLaterDeathCount(Row& one, Row& other, const Dictionary& dictionary);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_RECORD_LATER_DEATH_H_
