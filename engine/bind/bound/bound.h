// A query whose names, values, units and terms are resolved against one snapshot of the catalogue.
//
// Every condition is about the rows of one entity, its space: `sex is female` about individuals, `depth >= 30` about
// runs. kExists leads from an entity to the rows of another below it, kAncestor to the row above.
#ifndef MUSTER_ENGINE_BIND_BOUND_BOUND_H_
#define MUSTER_ENGINE_BIND_BOUND_BOUND_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/schema/schema.h"
#include "engine/model/time/moment.h"
#include "engine/model/units/quantity.h"
#include "engine/model/units/target_unit.h"
#include "engine/ontology/terminology.h"
#include "grammar/syntax.h"

namespace muster::bind {

struct Condition;
using ConditionPtr = std::unique_ptr<Condition>;

/// The number of child rows for which a kExists is true.
struct Count {
  enum class Kind { kAtLeast, kAtMost, kExactly };
  Kind kind = Kind::kAtLeast;
  int count = 1;
  bool distinct = false;  ///< of distinct primary terms
};

enum class Polarity { kAny, kObserved, kExcluded };

/// Which of the rows that match the terms are meant: all, or the first or last by time.
enum class Order { kAny, kFirst, kLast };

/// Which members of a person's families a kRelative looks for.
enum class Relation { kMother, kFather, kParent, kChild, kSibling, kRelative, kMember };

/// Identifies a named row within a query (`as therapy`); kThisRow is the row that a condition is about.
using Slot = int;
inline constexpr Slot kThisRow = -1;

/// A time or number: that in `field` of a row or of a row above it, or one that the query gives.
struct Moment {
  Slot slot = kThisRow;
  model::Entity entity = model::Entity::kIndividual;  ///< of the row; the field is of it or of an entity above
  model::FieldId field = 0;
  std::optional<model::TimeBounds> constant;
};

/// A condition without its operands. Separate, so that it can be copied as a whole.
struct ConditionFields {
  enum class Kind {
    kAll,       ///< every row
    kNone,      ///< no row
    kAnd,       ///< all operands
    kOr,        ///< any operand
    kNot,       ///< not the operand
    kAtLeast,   ///< at least `at_least` of the operands
    kCodes,     ///< the field has one of `symbols`
    kRange,     ///< the column (field, part) is in [low, high]; a missing value is in no range
    kRecorded,  ///< the field has any value
    kPolarity,  ///< the row is observed (or excluded)
    kExists,    ///< there are rows of `child` below, with the polarity, symbols and condition (operands[0], if any)
    kAncestor,  ///< the row above, of entity `child`, satisfies operands[0]
    kEvents,    ///< all operands, some of which name rows that later ones refer to
    kNamed,     ///< the row in `slot`, of `child`, satisfies operands[0]
    kTimes,     ///< left and right are in `time_relation`
    kNumbers,   ///< the number of left and `factor` times that of right are in `time_relation`
    kOverlap,   ///< the periods of the rows of left and right overlap; their fields are not used
    kPicked,    ///< the row is one that operands[0], a kExists with an order, picks below any row of its space
    kRelative,  ///< there are relatives of this relation for whom operands[0] (if any) is true
    kPersons,   ///< the person has a record, in any dataset, that satisfies operands[0]; for a kExists, the rows of all
                ///< records count together
  };
  Kind kind = Kind::kAll;
  model::Entity entity = model::Entity::kIndividual;  ///< the space
  int at_least = 0;
  model::FieldId field = 0;
  model::Part part = model::kValuePart;
  int64_t low = 0;
  int64_t high = 0;
  /// kCodes: the symbols to match. kExists: the primary terms to match; null: any.
  ontology::SymbolSet symbols;
  /// kCodes and kExists: how many terms `symbols` come from, and their label, for `explain`.
  size_t terms = 0;
  std::string label;
  model::Entity child = model::Entity::kIndividual;
  Polarity polarity = Polarity::kAny;
  Count count;
  Slot slot = kThisRow;       ///< kExists: the name of the row, if it has one; kNamed: which row
  std::vector<Slot> others;   ///< kExists: named rows of `child` that do not count
  Order order = Order::kAny;  ///< kExists
  int dates = 0;              ///< kExists: on at least this many distinct days, if not 0
  Moment left;
  Moment right;
  model::TimeRelation time_relation = model::TimeRelation::kBefore;
  model::Distance distance;
  bool possibly = false;
  bool unknown = false;  ///< kTimes, kNumbers, kOverlap: the result if there is nothing to compare
  double factor = 1;     ///< kNumbers
  std::shared_ptr<const model::QuantitySymbols> quantities;  ///< kNumbers
  Relation relation = Relation::kRelative;
};

struct Condition : ConditionFields {
  std::vector<ConditionPtr> operands;
};

ConditionPtr Clone(const Condition& condition);

/// One dimension of `by`.
struct Dimension {
  model::FieldId field = 0;
  std::string name;  ///< column name: as written
  /// Values of numbers and times are put into bands [k * band, (k + 1) * band); 0 for codes and keywords.
  int64_t band = 0;
  std::string band_unit;  ///< "years": how bands are labelled
  double band_size = 0;   ///< in that unit
  /// For bands of uneven width: where each of them but the first begins, ascending, in half hours for times and as
  /// OrderedBits for numbers. Then `band` is 1, and the band of a value is the number of edges that are not above it.
  std::vector<int64_t> edges;
  std::vector<double> edge_labels;  ///< parallel to `edges`, in `band_unit`
  /// Dates are counted by their year, or by their month (12 * year + month - 1), of the columns `low_part`,
  /// `high_part`.
  grammar::Dimension::Calendar calendar = grammar::Dimension::Calendar::kNone;
  /// The dimension is not a value, but the number of rows of this entity below each row; `field` is then any field of
  /// the row itself.
  std::optional<model::Entity> number_of;
  /// Which rows below are used: those with one of these primary codes; null: all.
  ontology::SymbolSet only;
  std::string only_label;  ///< as written in the query
  /// Which of these rows are used: the first or last, by `moment`, below each row that is counted.
  Order order = Order::kAny;
  model::FieldId moment = 0;
  /// The unit that numbers are converted to, if their records have units; else null.
  std::shared_ptr<const model::TargetUnit> unit;
  /// For age as of a date: bands of (as_of - birth date).
  std::optional<model::Interval> as_of;
  model::Part low_part = model::kValuePart;   ///< the column where a value begins (kTermPart: the term for a time) ...
  model::Part high_part = model::kValuePart;  ///< ... and ends
  Polarity polarity = Polarity::kAny;         ///< of the rows that are used, if the entity of the field is polar
  /// Groups of codes or keywords: a value is in every group that contains it; all others form one more group.
  struct Group {
    std::string name;
    ontology::SymbolSet symbols;
  };
  std::vector<Group> groups;
  std::optional<int> top;

  /// Whether values are ordered numbers that need no lookup: bands, years, months, numbers of rows.
  bool IsOrdered() const {
    return band != 0 || calendar != grammar::Dimension::Calendar::kNone || number_of.has_value();
  }
};

/// An entity that is counted or listed.
struct Counted {
  model::Entity entity = model::Entity::kIndividual;
  Polarity polarity = Polarity::kAny;  ///< rows that count; kAny for entities that are not polar
  std::string name;                    ///< as written
  /// Counts families, or persons over all datasets, instead of rows.
  enum class Distinct { kNo, kFamilies, kPersons };
  Distinct distinct = Distinct::kNo;
};

/// One condition of `having`, on the count of counted[index].
struct Having {
  size_t index = 0;
  grammar::Compare::Op op = grammar::Compare::Op::kGreaterEqual;
  double number = 0;
};

/// One of several questions of a statement, such as a step of a funnel.
struct Variant {
  std::vector<std::string> labels;
  ConditionPtr where;
  ConditionPtr persons = nullptr;  ///< see Query::persons
  /// For a step of a funnel: `where`, with the last criterion also true for those whose records do not decide it. Null
  /// if records always decide it.
  ConditionPtr open = nullptr;
};

/// One field that is summarised, over the rows of a variant.
struct Measured {
  std::string name;  ///< as written, with its terms
  model::FieldId field = 0;
  model::Entity rows = model::Entity::kIndividual;  ///< of the variant: the field is of it or of an entity above
  std::optional<model::Interval> as_of;             ///< age as of a date: `field` is the birth date
  std::string unit;                                 ///< of the answer; empty: none
  double unit_length = 1;                           ///< in half hours, or the divisor of a number
  std::shared_ptr<const model::TargetUnit> target;  ///< for numbers whose records have units; else null
};

struct Query {
  enum class Kind {
    kCount,
    kList,
    kCertainty,  ///< one row; each variant has a column with what it counts beyond the variant before it
    kSteps,      ///< one row for each variant: label, counts, and what they lose (or gain) against the row before
    kCompare,    ///< one column for each variant, by the dimensions
    kSummary,    ///< one row for each variant: statistics of the values of its rows
    kDefine,     ///< a cohort, to be saved
  };
  Kind kind = Kind::kCount;
  grammar::Statement::Explain explain = grammar::Statement::Explain::kNo;
  /// What is counted or listed; `where` is about rows of the first, and includes its polarity.
  std::vector<Counted> counted;
  ConditionPtr where;
  /// The same criteria for persons, if these are counted beside individuals; else null.
  ConditionPtr persons;
  std::vector<Dimension> by;
  std::vector<Having> having;
  std::optional<int64_t> limit;
  std::vector<Variant> variants;
  std::vector<Measured> measured;  ///< kSummary: parallel to `variants`
  bool impact = false;             ///< kSteps: rows are compared with the first row instead
  std::string cohort;              ///< kDefine: its name
  std::string text;                ///< canonical form of the statement
};

/// The bound tree, one node per line, indented. Shown numbers of codes include only those in `in_use`, or all if that
/// is null: the dictionary may have codes that no record has any more.
std::string Print(const Query& query, const model::SymbolList* in_use = nullptr);
std::string Print(const Condition& condition, int indent = 0, const model::SymbolList* in_use = nullptr);
/// How many of `symbols` are in `in_use`; all if that is null.
size_t CountInUse(const model::SymbolList& symbols, const model::SymbolList* in_use);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_BOUND_H_
