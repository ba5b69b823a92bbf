// Samples of one person whose ids differ only by blanks and capitals.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_ALIKE_SAMPLES_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_ALIKE_SAMPLES_H_

#include "engine/import/record/reporter.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Reports two samples with similar ids, "S1" and "s1 ", which both count; and references to a sample of the record by
/// another spelling of its id, such as the sample it was derived from.
void NoteAlikeSamples(const model::Record& record, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_ALIKE_SAMPLES_H_
