// Reports what the sink did with a record.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_REPORT_TAKEN_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_REPORT_TAKEN_H_

#include "engine/import/record/deliver/row_counts.h"
#include "engine/import/record/reporter.h"
#include "engine/model/record/record.h"
#include "engine/model/record/unite.h"

namespace muster::import {

/// Says in the report what became of a record that was counted as a new individual.
void ReportTaken(const model::Taken& taken, const RowCounts& rows, Reporter& reporter);
/// The same of a further record of an individual, which was not counted.
void ReportPiece(const model::Taken& taken, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_REPORT_TAKEN_H_
