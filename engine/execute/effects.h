// How much parts of criteria matter: what each decides about is found in one pass over all of them.
#ifndef MUSTER_ENGINE_EXECUTE_EFFECTS_H_
#define MUSTER_ENGINE_EXECUTE_EFFECTS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/execute/separate_conditions.h"

namespace muster::execute {

/// Separate conditions, put together.
struct CriteriaTree {
  struct Part {
    enum class Kind { kAll, kCondition, kAnd, kOr, kNot, kAtLeast };
    Kind kind = Kind::kAll;
    size_t condition = 0;          ///< of kCondition
    int at_least = 0;              ///< of kAtLeast
    std::vector<size_t> operands;  ///< parts that come before it
  };
  std::vector<Part> parts;  ///< no part is an operand of two; the last is the whole
};

/// What stands in the place of a part.
struct Replacement {
  enum class By { kTrue, kFalse, kCondition };
  size_t part = 0;
  By by = By::kTrue;
  size_t condition = 0;  ///< of kCondition
};

/// For each of `replacements`, made by itself, the people of rows that satisfy the tree before or after it, but not
/// both. Exact below `enough`; of more it is only known that they are at least `enough`.
absl::StatusOr<std::vector<uint64_t>> CountEffects(const CriteriaTree& tree, std::span<const Replacement> replacements,
                                                   uint64_t enough, const SeparateConditions& conditions);

/// The people of rows that satisfy one of two trees, but not both; `enough` as above.
absl::StatusOr<uint64_t> CountDiffering(const CriteriaTree& a, const CriteriaTree& b, uint64_t enough,
                                        const SeparateConditions& conditions);

}  // namespace muster::execute

#endif  // MUSTER_ENGINE_EXECUTE_EFFECTS_H_
