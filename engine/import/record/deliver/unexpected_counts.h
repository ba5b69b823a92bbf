// What counts otherwise in a record than whoever asks may expect.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_UNEXPECTED_COUNTS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_UNEXPECTED_COUNTS_H_

#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Exposures of amount 0: they count as observed.
void NoteExposuresOfNothing(const model::Record& record, const Sink& sink, Reporter& reporter);
/// The diagnosis that a laboratory solved is no disease of the record unless "diseases" says so as well.
void NoteOnlyInterpreted(const model::Record& record, const Sink& sink, Reporter& reporter);
/// One variant in two records, or in two assemblies: both count.
void NoteVariantsTwice(const model::Record& record, const Sink& sink, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_UNEXPECTED_COUNTS_H_
