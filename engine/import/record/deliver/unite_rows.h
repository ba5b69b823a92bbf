// Merges rows of a finished record: rows of one id, repeated rows, components of one panel.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_UNITE_ROWS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_UNITE_ROWS_H_

#include <vector>

#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Samples, runs and analyses of one id become one row unless they contradict each other. A table may have a line for
/// each file of a sample.
void UniteRowsOfOneId(model::Record& record, const Sink& sink, Reporter& reporter);
/// The same of a record that was united from `parts`; what is so in one of these was noted already, and rows that say
/// no more are the same ones told again.
void UniteRowsOfOneId(model::Record& united, const std::vector<const model::Record*>& parts, const Sink& sink,
                      Reporter& reporter);
/// What a record says twice in the same words. Joined tables and exports that overlap say things twice.
void UniteRepeated(model::Record& record, const Sink& sink, Reporter& reporter);
/// Components of one panel, by assay, time and the like.
void PutPanelsTogether(model::Record& record, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_UNITE_ROWS_H_
