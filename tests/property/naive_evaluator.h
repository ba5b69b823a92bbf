// Answers queries by reading every record for every question, from the meaning of the language and nothing else: what
// the engine's answers are compared with.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_EVALUATOR_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_EVALUATOR_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/record.h"
#include "grammar/syntax.h"
#include "muster/table.h"
#include "tests/property/meaning.h"
#include "tests/property/naive_compare.h"
#include "tests/property/world.h"

namespace muster::property {

/// A row of a record of the catalogue.
struct RowRef {
  size_t record = 0;
  uint32_t row = 0;
  friend auto operator<=>(const RowRef&, const RowRef&) = default;
};
using RowSet = std::set<RowRef>;

/// What is counted: rows of an entity, perhaps of one polarity.
struct Counted {
  model::Entity entity = model::Entity::kIndividual;
  grammar::Polarity polarity = grammar::Polarity::kDefault;
};

struct NaiveAnswer {
  /// In no particular order. Of a list with limit: without it.
  std::vector<std::vector<Cell>> rows;
  std::vector<Cell> total;       ///< of a count with `by`
  std::optional<int64_t> limit;  ///< of a list
};

class NaiveEvaluator {
 public:
  /// `world` must outlive the evaluator.
  explicit NaiveEvaluator(const World& world)
      : world_(world), meaning_(world.ontologies), comparer_(world.dictionary, meaning_) {}

  /// InvalidArgument for a statement that has no meaning in this catalogue.
  absl::StatusOr<NaiveAnswer> Answer(const grammar::Statement& statement) const;

  const model::Row& RowAt(RowRef ref) const { return world_.records[ref.record].rows[ref.row]; }
  /// The row of `entity` that `ref` is or lies under.
  RowRef Above(model::Entity entity, RowRef ref) const;
  /// The rows of `entity` that are `ref` or lie under it.
  std::vector<RowRef> Below(model::Entity entity, RowRef ref) const;
  /// How many rows of what is counted are above or below any of `rows`, each once.
  int64_t CountOf(Counted what, const RowSet& rows) const;
  const model::Dictionary& dictionary() const { return world_.dictionary; }

 private:
  static absl::StatusOr<Counted> Resolve(const grammar::Counted& written);
  absl::StatusOr<RowSet> Matches(Counted what, const grammar::Expr* where) const;
  /// What a list shows of a row: its id or, where there is none, its main code.
  Cell NameOf(const model::Row& row) const;
  absl::StatusOr<bool> Holds(const grammar::Expr& expr, model::Entity space, RowRef ref) const;
  absl::StatusOr<bool> Holds(const grammar::Has& has, model::Entity space, RowRef ref) const;
  absl::StatusOr<bool> Holds(const grammar::Compare& compare, model::Entity space, RowRef ref) const;
  absl::StatusOr<int> HowMany(const std::vector<grammar::ExprPtr>& operands, model::Entity space, RowRef ref) const;
  absl::StatusOr<NaiveAnswer> AnswerCount(const grammar::Count& count) const;
  absl::StatusOr<NaiveAnswer> AnswerList(const grammar::List& list) const;

  const World& world_;
  Meaning meaning_;
  Comparer comparer_;
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_EVALUATOR_H_
