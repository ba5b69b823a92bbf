// What the low-effect rule asks, answered by reading every record.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_PEOPLE_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_PEOPLE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>

#include "absl/status/statusor.h"
#include "engine/release/low_effect/low_effect.h"
#include "grammar/syntax.h"
#include "tests/property/naive/naive_evaluator.h"
#include "tests/property/naive/world.h"

namespace muster::property {

class NaivePeople final : public release::PeopleCounter {
 public:
  /// All outlive the counter.
  NaivePeople(const World& world, const grammar::Counted& counted) : evaluator_(world), counted_(counted) {}

  bool CountsPeople() const override;
  absl::StatusOr<std::optional<uint64_t>> Count(const grammar::Expr* where) override;
  absl::StatusOr<std::optional<uint64_t>> Differ(const grammar::Expr* a, const grammar::Expr* b,
                                                 uint64_t /*enough*/) override;
  absl::StatusOr<std::optional<uint64_t>> LostInGroup(const grammar::Expr* where, const grammar::Dimension& asked,
                                                      const grammar::Dimension& fewer, size_t group,
                                                      uint64_t /*enough*/) override;

 private:
  /// The rows of what is counted; nothing where the criteria have no meaning.
  absl::StatusOr<std::optional<RowSet>> RowsOf(const grammar::Expr* where);
  /// Those in the group; nothing where the criteria or the groups have no meaning.
  absl::StatusOr<std::optional<RowSet>> RowsInGroup(const grammar::Expr* where, const grammar::Dimension& dimension,
                                                    size_t group);

  NaiveEvaluator evaluator_;
  const grammar::Counted& counted_;
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_PEOPLE_H_
