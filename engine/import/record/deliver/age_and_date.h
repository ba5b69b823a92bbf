// The age and the date of one moment, where they cannot both be right.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_DELIVER_AGE_AND_DATE_H_
#define MUSTER_ENGINE_IMPORT_RECORD_DELIVER_AGE_AND_DATE_H_

#include "engine/import/record/reporter.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Times of which both are told, and of which the date is more than a year from the age by the date of birth:
/// converters take the age at another visit.
void NoteAgeAgainstDate(const model::Record& record, Reporter& reporter);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_DELIVER_AGE_AND_DATE_H_
