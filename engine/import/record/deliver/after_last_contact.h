// Times after the last contact, which nobody can know.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_AFTER_LAST_CONTACT_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_AFTER_LAST_CONTACT_H_

#include "engine/import/record/reporter.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Notes an onset, a diagnosis, a sample and the like that is later than the last contact, one of each kind: either the
/// time is wrong, or the last contact is that of an early visit. They stay as they are, as nobody knows which it is.
/// Not the same day, nor the same age as far as it is told; results may come a month after their sample, and samples of
/// the dead be taken in that month. `dictionary` is that of the record's symbols.
void NoteAfterLastContact(const model::Record& record, const model::Dictionary& dictionary, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_AFTER_LAST_CONTACT_H_
