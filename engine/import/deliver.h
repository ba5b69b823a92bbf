// Hands a finished record to the sink, and counts it.
#ifndef MUSTER_ENGINE_IMPORT_DELIVER_H_
#define MUSTER_ENGINE_IMPORT_DELIVER_H_

#include "absl/status/status.h"
#include "engine/import/reporter.h"
#include "engine/import/sink.h"
#include "engine/model/record.h"

namespace muster::import {

/// `*replaced`: the catalogue, or this import, had the individual before.
absl::Status DeliverRecord(model::Record record, Sink& sink, Reporter& reporter, bool* replaced);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_DELIVER_H_
