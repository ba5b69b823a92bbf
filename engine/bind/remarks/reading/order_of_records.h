// Private to bind/: remarks on `first` and `last` records, which depend on the words only.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_ORDER_OF_RECORDS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_ORDER_OF_RECORDS_H_

#include "engine/bind/bound/reporter.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `has first treatment X`: true whenever there is any such record. `has last X with (... and time before enrolment)`:
/// the last of all records must be before enrolment.
void RemarkOnOrder(grammar::Span span, const grammar::Has& has, Reporter* reporter);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_ORDER_OF_RECORDS_H_
