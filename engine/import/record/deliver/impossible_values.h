// Removes values of a finished record that cannot be true from its rows, keeps and reports them.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_IMPOSSIBLE_VALUES_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_IMPOSSIBLE_VALUES_H_

#include <vector>

#include "engine/import/record/reporter.h"
#include "engine/model/record/plausibility.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Times. Their places in the input are no longer known: they are named by row and field.
void KeepImplausibleTimes(model::Record& record, Reporter& reporter);
/// The same of times that were taken out of a record that was united from several, and that are not kept in it yet:
/// each further record of the person may tell them again.
void KeepTakenTimes(const std::vector<model::ImplausibleTime>& taken, model::Record& record, Reporter& reporter);
/// Reference ranges of measurements that are not ranges.
void KeepImpossibleRanges(model::Record& record, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_IMPOSSIBLE_VALUES_H_
