// Private to bind/: remarks on the first and last of some records, as the words of a criterion have them.
#ifndef MUSTER_ENGINE_BIND_REMARKS_READING_ORDER_OF_RECORDS_H_
#define MUSTER_ENGINE_BIND_REMARKS_READING_ORDER_OF_RECORDS_H_

#include "engine/bind/bound/reporter.h"
#include "grammar/syntax.h"

namespace muster::bind {

/// `has first treatment X`: the first of those is there where any is. `has last X with (... and time before
/// enrolment)`: the last of all has to be before enrolment.
void RemarkOnOrder(grammar::Span span, const grammar::Has& has, Reporter* reporter);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_REMARKS_READING_ORDER_OF_RECORDS_H_
