// Private to api/: the notes that count among the people found.
#ifndef MUSTER_ENGINE_API_FOUND_FOUND_NOTES_H_
#define MUSTER_ENGINE_API_FOUND_FOUND_NOTES_H_

#include <vector>

#include "absl/status/statusor.h"
#include "engine/bind/bound/bound.h"
#include "engine/execute/execute.h"
#include "engine/execute/rows/row_set.h"
#include "engine/plan/plan.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {

/// The numbers of an answer, and of a count the rows that are counted first, by segment; else empty.
struct Answered {
  const Table& counts;
  std::vector<execute::RowSet> rows;
};

/// What is to be said of `statement` beside `said`, once its answer is known: each note is counted as a question of its
/// own, so that it is looked for only where the postings of what it is about show that it may come. `query` is the
/// bound statement, `plan` that of its criteria. Not for guests, who get no such numbers. A status is why they could
/// not all be looked for.
absl::StatusOr<std::vector<Diagnostic>> FoundNotes(const grammar::Statement& statement, const bind::Query& query,
                                                   const plan::Plan& plan, Answered answer,
                                                   const std::vector<Diagnostic>& said,
                                                   const execute::Context& context);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_FOUND_FOUND_NOTES_H_
