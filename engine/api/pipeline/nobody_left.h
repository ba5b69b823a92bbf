// Private to api/: the note on a count of 0.
#ifndef MUSTER_ENGINE_API_PIPELINE_NOBODY_LEFT_H_
#define MUSTER_ENGINE_API_PIPELINE_NOBODY_LEFT_H_

#include <optional>

#include "grammar/syntax.h"
#include "muster/diagnostic.h"
#include "muster/table.h"

namespace muster::api {

/// A note on several criteria that nobody satisfies together: suggests the funnel that shows at which criterion nobody
/// is left.
std::optional<Diagnostic> NobodyLeft(const grammar::Statement& statement, const Table& counts);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_PIPELINE_NOBODY_LEFT_H_
