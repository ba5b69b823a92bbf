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

/// How many child rows make a kExists true.
struct Count {
  enum class Kind { kAtLeast, kAtMost, kExactly };
  Kind kind = Kind::kAtLeast;
  int count = 1;
  bool distinct = false;  ///< of distinct primary terms
};

enum class Polarity { kAny, kObserved, kExcluded };

/// Which of the rows that have the terms, by the time of the row.
enum class Order { kAny, kFirst, kLast };

/// Who a kRelative looks for among the members of a person's families.
enum class Relation { kMother, kFather, kParent, kChild, kSibling, kRelative, kMember };

/// A number for each named row of a query; kThisRow is the row that a condition is about.
using Slot = int;
inline constexpr Slot kThisRow = -1;

/// The time (or number) in `field` of a row, or above it; or a time that the query gives.
struct Moment {
  Slot slot = kThisRow;
  model::Entity entity = model::Entity::kIndividual;  ///< of the row; the field is of it or of an entity above
  model::FieldId field = 0;
  std::optional<model::TimeBounds> constant;
};

/// What a condition says, but for its operands: copied as a whole.
struct ConditionFields {
  enum class Kind {
    kAll,       ///< every row
    kNone,      ///< no row
    kAnd,       ///< all operands
    kOr,        ///< any operand
    kNot,       ///< not the operand
    kAtLeast,   ///< at least `at_least` of the operands
    kCodes,     ///< the field has one of `symbols`
    kRange,     ///< the column (field, part) is in [low, high]; a missing value is not
    kRecorded,  ///< the field has any value
    kPolarity,  ///< the row is observed (or excluded)
    kExists,    ///< rows of `child` below, with the polarity, symbols and condition (operands[0], if any)
    kAncestor,  ///< the row of `child` (here: the entity above) satisfies operands[0]
    kEvents,    ///< all operands, of which some name rows that later ones speak of
    kNamed,     ///< the row in `slot`, of `child`, satisfies operands[0]
    kTimes,     ///< left stands to right as `relation` says
    kNumbers,   ///< the number of left stands to `factor` times that of right as `relation` says
    kOverlap,   ///< the periods of the rows of left and right overlap; their fields are not used
    kPicked,    ///< the row is one that operands[0], a kExists with an order, looks for below any row of its space
    kRelative,  ///< persons related so, with operands[0] (if any) true of their place in the family
    kPersons,   ///< the person has a record with operands[0], in any dataset; of a kExists, all records' rows count
  };
  Kind kind = Kind::kAll;
  model::Entity entity = model::Entity::kIndividual;  ///< the space
  int at_least = 0;
  model::FieldId field = 0;
  model::Part part = model::kValuePart;
  int64_t low = 0;
  int64_t high = 0;
  /// kCodes: what to match. kExists: primary terms to match; null for any.
  ontology::SymbolSet symbols;
  /// kCodes and kExists: how many terms stand behind `symbols`, and their name, for `explain`.
  size_t terms = 0;
  std::string label;
  model::Entity child = model::Entity::kIndividual;
  Polarity polarity = Polarity::kAny;
  Count count;
  Slot slot = kThisRow;       ///< kExists: what the row is named, if it is; kNamed: which
  std::vector<Slot> others;   ///< kExists: named rows of `child` that are not meant
  Order order = Order::kAny;  ///< kExists
  int dates = 0;              ///< kExists: on at least this many distinct days, if not 0
  Moment left;
  Moment right;
  model::TimeRelation time_relation = model::TimeRelation::kBefore;
  model::Distance distance;
  bool possibly = false;
  bool unknown = false;  ///< kTimes, kNumbers, kOverlap: what is said of what cannot be compared
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
  /// Where bands of uneven width begin, but the first: half hours of a time, OrderedBits of a number. Ascending. Then
  /// `band` is 1, and a value's band is how many of these are not above it.
  std::vector<int64_t> edges;
  std::vector<double> edge_labels;  ///< parallel to `edges`, in `band_unit`
  /// Dates are counted by their year, or by their month (12 * year + month - 1), of the columns `low_part`,
  /// `high_part`.
  grammar::Dimension::Calendar calendar = grammar::Dimension::Calendar::kNone;
  /// Not a value is counted by, but how many rows of this entity a row has below it; `field` is any of the row itself.
  std::optional<model::Entity> number_of;
  /// Rows below that count: with one of these as primary code; null: all.
  ontology::SymbolSet only;
  std::string only_label;  ///< how the query calls them
  /// Rows below that count: the first or last of these, by `moment`, below each row that is counted.
  Order order = Order::kAny;
  model::FieldId moment = 0;
  /// Of numbers whose records have units: what they are converted to. Null for others.
  std::shared_ptr<const model::TargetUnit> unit;
  /// age as of a date: bands of (as_of - birth date).
  std::optional<model::Interval> as_of;
  model::Part low_part = model::kValuePart;   ///< the column where a value begins (kTermPart: the term for a time) ...
  model::Part high_part = model::kValuePart;  ///< ... and ends
  Polarity polarity = Polarity::kAny;         ///< of the rows that count, where the field's entity is polar
  /// Values of codes and keywords are put into these groups, each into all that have it; the rest is in one of its own.
  struct Group {
    std::string name;
    ontology::SymbolSet symbols;
  };
  std::vector<Group> groups;
  std::optional<int> top;

  /// Values are numbers in order, with nothing to look up: bands, years, months, numbers of rows.
  bool IsOrdered() const {
    return band != 0 || calendar != grammar::Dimension::Calendar::kNone || number_of.has_value();
  }
};

/// An entity that is counted or listed.
struct Counted {
  model::Entity entity = model::Entity::kIndividual;
  Polarity polarity = Polarity::kAny;  ///< rows that count; kAny for entities that are not polar
  std::string name;                    ///< as written
  /// Not rows are counted, but the families, or the persons over all datasets, that they stand for.
  enum class Distinct { kNo, kFamilies, kPersons };
  Distinct distinct = Distinct::kNo;
};

/// One condition of `having`, on the count of counted[index].
struct Having {
  size_t index = 0;
  grammar::Compare::Op op = grammar::Compare::Op::kGreaterEqual;
  double number = 0;
};

/// One of several questions that a statement asks at once.
struct Variant {
  std::vector<std::string> labels;
  ConditionPtr where;
  ConditionPtr persons = nullptr;  ///< see Query::persons
  /// Of a step of a funnel: the same, were the last criterion satisfied by whom records do not say enough about it.
  /// Null where records always say enough.
  ConditionPtr open = nullptr;
};

/// One field that is summarised; the rows that have its values are those of a variant.
struct Measured {
  std::string name;  ///< as written, with its terms
  model::FieldId field = 0;
  model::Entity rows = model::Entity::kIndividual;  ///< of the variant: the field is of it or of an entity above
  std::optional<model::Interval> as_of;             ///< age as of a date: `field` is the birth date
  std::string unit;                                 ///< of the answer; empty: none
  double unit_length = 1;                           ///< half hours in it, or what a number is divided by
  std::shared_ptr<const model::TargetUnit> target;  ///< of numbers whose records have units; else null
};

struct Query {
  enum class Kind {
    kCount,
    kList,
    kCertainty,  ///< one row, one column for each variant's count beyond the variant before it
    kSteps,      ///< one row for each variant: its labels, its counts, and what they lose (or gain) on the row before
    kCompare,    ///< one column for each variant, by the dimensions
    kSummary,    ///< one row for each variant: numbers about the values that its rows have
    kDefine,     ///< a cohort, to be saved
  };
  Kind kind = Kind::kCount;
  grammar::Statement::Explain explain = grammar::Statement::Explain::kNo;
  /// What is counted or listed; `where` is about the first, its polarity included.
  std::vector<Counted> counted;
  ConditionPtr where;
  /// The same criteria about persons, where they are counted beside individuals; else null.
  ConditionPtr persons;
  std::vector<Dimension> by;
  std::vector<Having> having;
  std::optional<int64_t> limit;
  std::vector<Variant> variants;
  std::vector<Measured> measured;  ///< kSummary: parallel to `variants`
  bool impact = false;             ///< kSteps: rows are compared with the first instead
  std::string cohort;              ///< kDefine: its name
  std::string text;                ///< canonical form of the statement
};

/// The bound tree, one node a line, indented. Of the codes that a term reaches, those of `in_use` are counted, or all
/// where it is null: the dictionary may have some that no record has any more.
std::string Print(const Query& query, const model::SymbolList* in_use = nullptr);
std::string Print(const Condition& condition, int indent = 0, const model::SymbolList* in_use = nullptr);
/// How many of `symbols` are in `in_use`; all where that is null.
size_t CountInUse(const model::SymbolList& symbols, const model::SymbolList* in_use);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_BOUND_H_
