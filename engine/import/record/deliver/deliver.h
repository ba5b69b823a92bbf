// Hands a finished record to the sink, and counts it.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_DELIVER_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_DELIVER_H_

#include "absl/status/status.h"
#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/model/record/plausibility.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Rejects a record that is full (RecordDraft::full). Removes times that cannot be true, according to `rules`; they are
/// kept and reported. `*taken` is set to the outcome for the record. `whole`: unless rows were left out of it because
/// an earlier record of the individual has them.
absl::Status DeliverRecord(model::Record record, const model::Plausibility& rules, Sink& sink, Reporter& reporter,
                           model::Taken* taken, bool whole = true);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_DELIVER_H_
