// Remarks on rows of a record that may not be counted as expected.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_UNEXPECTED_COUNTS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_UNEXPECTED_COUNTS_H_

#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Exposures of amount 0: they count as observed.
void NoteExposuresOfNothing(const model::Record& record, const Sink& sink, Reporter& reporter);
/// A solved diagnosis of a laboratory is not a disease of the record unless "diseases" has it as well.
void NoteOnlyInterpreted(const model::Record& record, const Sink& sink, Reporter& reporter);
/// One variant in two records, or in two assemblies: both count.
void NoteVariantsTwice(const model::Record& record, const Sink& sink, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_UNEXPECTED_COUNTS_H_
