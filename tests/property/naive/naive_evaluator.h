// Answers queries by reading every record for every question, from the meaning of the language and nothing else: what
// the engine's answers are compared with.
#ifndef MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_EVALUATOR_H_
#define MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_EVALUATOR_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/record/record.h"
#include "grammar/syntax.h"
#include "muster/table.h"
#include "tests/property/naive/meaning.h"
#include "tests/property/naive/naive_compare.h"
#include "tests/property/naive/naive_families.h"
#include "tests/property/naive/naive_relation.h"
#include "tests/property/naive/world.h"

namespace muster::property {

using RowSet = std::set<RowRef>;

/// What is counted: rows of an entity, perhaps of one polarity, or what they stand for.
struct Counted {
  enum class What { kRows, kFamilies, kPersons };
  model::Entity entity = model::Entity::kIndividual;
  grammar::Polarity polarity = grammar::Polarity::kDefault;
  What what = What::kRows;
};

struct NaiveAnswer {
  /// In no particular order. Of a list with limit: without it.
  std::vector<std::vector<Cell>> rows;
  std::vector<Cell> total;       ///< of a count with `by`
  std::optional<int64_t> limit;  ///< of a list
  bool first_is_name = false;    ///< the first column is what the engine calls something, and not compared
  /// Of a count without `having`: the rows that each number counts. For each row of the answer one set for each counted
  /// entity, and last the rows of the first that are in the group; so also of the total.
  std::vector<std::vector<std::set<RowRef>>> behind;
  std::vector<std::set<RowRef>> behind_total;
};

/// How what is imprecise or missing is taken. The readings are wider from one to the next; under a `not`, a criterion
/// is read the other way round.
enum class Reading {
  kAsWritten,
  kCertain,   ///< sure, whatever the truth
  kPossible,  ///< may be so, by what is recorded; what is missing does not satisfy
  kOpen,      ///< may be so, by what is recorded or might have been
};

/// The status of a statement that has no meaning, and why.
inline absl::Status Meaningless(const char* what) { return absl::InvalidArgumentError(what); }

class NaiveEvaluator {
 public:
  /// `world` must outlive the evaluator.
  explicit NaiveEvaluator(const World& world)
      : world_(world), meaning_(world.ontologies), comparer_(world.dictionary, meaning_), families_(world) {}

  /// InvalidArgument for a statement that has no meaning in this catalogue.
  absl::StatusOr<NaiveAnswer> Answer(const grammar::Statement& statement) const;
  /// What a statement says that it counts.
  static absl::StatusOr<std::vector<Counted>> Resolve(const std::vector<grammar::Counted>& written);

  const model::Row& RowAt(RowRef ref) const { return world_.records[ref.record].rows[ref.row]; }
  /// The row of `entity` that `ref` is or lies under.
  RowRef Above(model::Entity entity, RowRef ref) const;
  /// The rows of `entity` that are `ref` or lie under it.
  std::vector<RowRef> Below(model::Entity entity, RowRef ref) const;
  /// How many rows of what is counted are above or below any of `rows`, each once.
  int64_t CountOf(Counted what, const RowSet& rows) const;
  /// These rows; of families and persons those that stand for one.
  RowSet RowsCounted(Counted what, const RowSet& rows) const;
  /// The first row of the panel that a measurement is part of; of others, the row itself.
  RowRef FirstOfPanel(RowRef ref) const;
  const Families& families() const { return families_; }
  const model::Dictionary& dictionary() const { return world_.dictionary; }
  const Meaning& meaning() const { return meaning_; }

  /// Of these rows, those whose time is the first (or last) of all that have one.
  std::vector<RowRef> FirstOf(const std::vector<RowRef>& rows, model::FieldId moment, bool last) const;

 private:
  using Result = absl::StatusOr<bool>;
  using Criteria = std::vector<const grammar::Expr*>;

  /// Where a criterion stands.
  struct Place {
    Reading reading = Reading::kAsWritten;
    bool persons = false;     ///< criteria are about the person, by any record
    bool one_record = false;  ///< but the next is about one record
    bool negative = false;    ///< under an odd number of `not`
    bool silence = false;     ///< whether who has no record at all may meet what is asked of it
    std::vector<std::pair<std::string, RowRef>> named;  ///< rows, by their names in lower case
    std::vector<std::string> cohorts;                   ///< whose definitions it is in

    Place Turned() const;
    Place With(const grammar::Name& name, RowRef row) const;
    std::optional<RowRef> Find(const std::string& name) const;
    /// Whether imprecise times are taken at their best, and whether missing values satisfy.
    bool wide() const { return reading != Reading::kAsWritten && (reading != Reading::kCertain) != negative; }
    bool admits_missing() const;
  };

  // Criteria about the row `ref` of `space`.
  Result Holds(const grammar::Expr& expr, model::Entity space, RowRef ref, const Place& place) const;
  /// All criteria from `next` on, for some choice of the rows that they name.
  Result AllHold(const Criteria& criteria, size_t next, model::Entity space, RowRef ref, const Place& place) const;
  absl::StatusOr<int> HowMany(const std::vector<grammar::ExprPtr>& operands, model::Entity space, RowRef ref,
                              const Place& place) const;
  Result Holds(const grammar::Has& has, model::Entity space, RowRef ref, const Place& place) const;
  Result HoldsOfRecords(const grammar::Has& has, model::Entity space, RowRef ref, const Place& place) const;
  /// Whether nothing is recorded of what `has` looks for, one way or the other.
  Result IsSilent(const grammar::Has& has, model::Entity space, RowRef ref, const Place& place) const;
  /// The rows that a `has` is about and that meet its criteria.
  absl::StatusOr<std::vector<RowRef>> RowsOf(const grammar::Has& has, model::Entity space, RowRef ref,
                                             const Place& place) const;
  Result HoldsWithUndated(const grammar::Has& has, model::Entity space, RowRef ref, const Place& place,
                          bool dated) const;
  absl::StatusOr<int> CountOf(const grammar::Has& has, const std::vector<RowRef>& rows) const;
  Result HasRelatives(const grammar::Has& has, Kin kin, model::Entity space, RowRef ref, const Place& place) const;
  Result HasRelatives(const grammar::Has& has, Kin kin, RowRef pedigree, int least, const Place& place) const;
  Result Holds(const grammar::Compare& compare, model::Entity space, RowRef ref, const Place& place) const;
  Result HoldsOfRow(const grammar::Compare& compare, model::Entity space, RowRef ref, const Place& place) const;
  bool IsOfNoDeath(model::FieldId field, const model::Row& person) const;
  /// The individual that `ref` is or lies under, or, where criteria are about persons, all of that person.
  std::vector<RowRef> RecordsOf(RowRef ref, const Place& place) const;
  /// Whether `f` holds for any of them.
  template <typename F>
  Result OfAnyRecord(RowRef ref, const Place& place, F&& f) const;
  /// Whether one time satisfies all comparisons with it that stand side by side, where each may be satisfied.
  bool AllowsOneTime(const Criteria& criteria, model::Entity space, RowRef ref, const Place& place) const;
  /// Whether comparisons of one time are satisfied together whatever it was.
  bool CoversAllTimes(const std::vector<grammar::ExprPtr>& operands, model::Entity space, RowRef ref,
                      const Place& place) const;
  /// Whether the row that a criterion names matters to others.
  bool IsSpokenOf(const Criteria& criteria, size_t at, const Place& place) const;
  /// Whether `expr` speaks of a row that has a name here.
  bool IsAboutNamed(const grammar::Expr* expr, const Place& place) const;
  Result HoldsOfMoments(const grammar::Compare& compare, model::FieldId field, model::Entity space, RowRef ref,
                        const Place& place) const;
  absl::StatusOr<Bounds> MomentAt(const grammar::Literal& literal, model::Entity space, RowRef ref,
                                  const Place& place) const;
  Result Holds(const grammar::Overlaps& overlaps, RowRef ref, const Place& place) const;
  Result InCohort(const std::string& name, RowRef individual, const Place& place) const;
  Result MayBeUsed(const grammar::Usable& usable, RowRef individual) const;
  Bounds TimeOf(model::FieldId field, RowRef ref) const;
  Result HoldsOfNumbers(const grammar::Compare& compare, model::FieldId field, model::Entity space, RowRef ref,
                        const Place& place) const;
  Bounds InstantOf(model::FieldId field, RowRef ref) const;  ///< the same, and birth at the age of 0

  /// What a question asks of the codes of measurements.
  struct AskedCodes {
    std::vector<grammar::Literal> terms;
    std::vector<const grammar::Compare*> compared;
  };
  static void Collect(const grammar::Expr& expr, AskedCodes* asked);
  static AskedCodes CodesOf(const grammar::Has& has);
  static AskedCodes CodesOf(const Criteria& criteria);
  /// Whether it is part of a panel and found by its own code, not by the panel's.
  Result IsFoundByItself(const AskedCodes& asked, RowRef ref) const;
  /// Of the rows of one panel, one.
  absl::StatusOr<RowSet> OnePerPanel(const AskedCodes& asked, const RowSet& rows) const;

  // Statements.
  static absl::StatusOr<Counted> Resolve(const grammar::Counted& written);
  absl::StatusOr<RowSet> Matches(Counted what, const Criteria& criteria, Reading reading = Reading::kAsWritten,
                                 bool silence = false) const;
  /// Those of them that count: of a panel one, unless `by` tells its parts apart.
  absl::StatusOr<RowSet> Counting(Counted what, const Criteria& criteria, Reading reading = Reading::kAsWritten,
                                  const std::vector<grammar::Dimension>& by = {}) const;
  /// The rows that are counted of each.
  absl::StatusOr<std::vector<RowSet>> CountedOf(const std::vector<Counted>& counted, const Criteria& criteria) const;
  /// How many there are of each.
  absl::StatusOr<std::vector<Cell>> CountsOf(const std::vector<Counted>& counted, const Criteria& criteria) const;
  absl::StatusOr<NaiveAnswer> Answer(const grammar::Count& count) const;
  absl::StatusOr<NaiveAnswer> AnswerBounds(const grammar::Count& count, Counted what) const;
  absl::StatusOr<NaiveAnswer> AnswerNotRecorded(const grammar::Count& count, Counted what) const;
  absl::StatusOr<NaiveAnswer> Answer(const grammar::List& list) const;
  absl::StatusOr<NaiveAnswer> Answer(const grammar::Steps& steps) const;
  absl::StatusOr<NaiveAnswer> Answer(const grammar::CompareCohorts& compare) const;
  absl::StatusOr<NaiveAnswer> Answer(const grammar::Summarise& summarise) const;
  /// `all`: how many rows are counted of those that match.
  absl::StatusOr<std::vector<Cell>> RowOf(const grammar::Measured& measured, Counted what, const RowSet& matching,
                                          size_t all) const;
  /// The rows for which records do not deny criterion `at`; nullopt where records always tell.
  absl::StatusOr<std::optional<RowSet>> OpenTo(Counted what, const Criteria& criteria, size_t at) const;
  /// Whether something in it is compared with a value.
  static bool Compares(const grammar::Expr& criterion);
  /// Of a funnel: whom criterion `at` leaves out of those who meet the ones before it, though records do not deny it.
  /// A missing cell where that says nothing.
  absl::StatusOr<Cell> NotRecorded(Counted what, const Criteria& criteria, size_t at) const;
  /// What a list shows of a row: its id or, where there is none, its main code.
  Cell NameOf(const model::Row& row) const;

  const World& world_;
  Meaning meaning_;
  Comparer comparer_;
  Families families_;
  mutable std::map<std::string, std::shared_ptr<const grammar::Statement>> definitions_;
};

template <typename F>
NaiveEvaluator::Result NaiveEvaluator::OfAnyRecord(RowRef ref, const Place& place, F&& f) const {
  for (const RowRef record : RecordsOf(ref, place)) {
    const Result holds = f(record);
    if (!holds.ok() || *holds) return holds;
  }
  return false;
}

/// a and (b and c) is a, b, c.
void Flatten(const grammar::Expr& expr, std::vector<const grammar::Expr*>* criteria);

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_NAIVE_NAIVE_EVALUATOR_H_
