// Rows of a record that contradict each other, although both count.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_CONTRADICTIONS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_CONTRADICTIONS_H_

#include <vector>

#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// A consent that was withdrawn is still a row that says granted.
void NoteRefusedConsents(const model::Record& record, const Sink& sink, Reporter& reporter);
/// The same term as observed and as excluded: on both sides of a comparison.
void NoteBothPolarities(const model::Record& record, const Sink& sink, Reporter& reporter);
/// The same of a record that was united from `parts`, but for terms of which one of these was noted already.
void NoteBothPolarities(const model::Record& united, const std::vector<const model::Record*>& parts, const Sink& sink,
                        Reporter& reporter);
/// Rows that end before they begin.
void NoteBackwards(const model::Record& record, Reporter& reporter);
/// A time or a cause of death of somebody who is recorded as alive.
void NoteDeathOfTheLiving(const model::Record& record, const Sink& sink, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_CONTRADICTIONS_H_
