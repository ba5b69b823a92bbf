// Private to api/: the note on people whom `top N` or `having` leaves out of the rows, but not of the total.
#ifndef MUSTER_ENGINE_API_FOUND_REST_OF_TOP_H_
#define MUSTER_ENGINE_API_FOUND_REST_OF_TOP_H_

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/execute/execute.h"
#include "engine/plan/plan.h"
#include "grammar/syntax.h"
#include "muster/table.h"

namespace muster::api {

/// Where the rows of `count ... by FIELD top N` add up to less than the total, as each of those who are counted has one
/// value at most: how many further values there are, and how many have one of them or none. Of
/// `having`, how many are in the rows that it leaves out. `plan` is that of the criteria.
void NoteRestOfTop(const grammar::Count& count, const bind::Query& query, const plan::Plan& plan, const Table& counts,
                   const execute::Context& context, bind::Reporter* reporter);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_REST_OF_TOP_H_
