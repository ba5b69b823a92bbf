// Values of a finished record that cannot be true: they are taken out of its rows, kept and reported.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_IMPOSSIBLE_VALUES_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_IMPOSSIBLE_VALUES_H_

#include "engine/import/record/reporter.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// The places where such times stood are not known any more: they are named by row and field.
void KeepImplausibleTimes(model::Record& record, Reporter& reporter);
/// Reference ranges of measurements that are none.
void KeepImpossibleRanges(model::Record& record, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_IMPOSSIBLE_VALUES_H_
