// Finishes a record that was united from several.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_FINISH_UNITED_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_FINISH_UNITED_H_

#include <vector>

#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/model/record/plausibility.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// See model::UnitedRules. Keeps the times that were taken out, makes one row of samples, runs and analyses of one id,
/// and notes terms that neither record alone has as observed and as excluded. What was said of each is not said again.
void FinishUnited(const model::Record& earlier, const model::Record& other,
                  const std::vector<model::ImplausibleTime>& taken, model::Record& united, const Sink& sink,
                  Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_FINISH_UNITED_H_
