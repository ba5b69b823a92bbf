// Hands a finished record to the sink, and counts it.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_DELIVER_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_DELIVER_H_

#include <array>
#include <cstdint>

#include "absl/status/status.h"
#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/model/record/plausibility.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// How many rows of each entity there are.
using RowCounts = std::array<uint32_t, model::kEntityCount>;
RowCounts CountRows(const model::Record& record);

/// Rejects a record that is full (RecordDraft::full). Leaves out times that cannot be true, by `rules`; they are kept
/// and reported. `*taken`: what became of the record.
absl::Status DeliverRecord(model::Record record, const model::Plausibility& rules, Sink& sink, Reporter& reporter,
                           model::Taken* taken);

/// Says in the report what became of a record that was counted as a new individual.
void ReportTaken(const model::Taken& taken, const RowCounts& rows, Reporter& reporter);
/// The same of a further record of an individual, which was not counted.
void ReportPiece(const model::Taken& taken, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_DELIVER_H_
