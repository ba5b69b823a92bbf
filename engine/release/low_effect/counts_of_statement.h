// Statements that ask several counts at once, as these counts: each is released by itself.
#ifndef MUSTER_ENGINE_RELEASE_LOW_EFFECT_COUNTS_OF_STATEMENT_H_
#define MUSTER_ENGINE_RELEASE_LOW_EFFECT_COUNTS_OF_STATEMENT_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "grammar/syntax.h"

namespace muster::release {

struct LabelledCount {
  std::string label;  ///< as the answer names its row or column
  grammar::Count count;
};

/// For a funnel: everybody, and then one more criterion each time. For an impact: all criteria, all but each, and for
/// three or more, all but each two. InvalidArgument for an impact with named rows: only the binder knows which criteria
/// belong together.
absl::StatusOr<std::vector<LabelledCount>> CountsOf(const grammar::Steps& steps);

/// Each cohort, and last those in all of them; each by the dimensions, without their `top`.
std::vector<LabelledCount> CountsOf(const grammar::CompareCohorts& compare);

}  // namespace muster::release

#endif  // MUSTER_ENGINE_RELEASE_LOW_EFFECT_COUNTS_OF_STATEMENT_H_
