// A query whose names, values, units and terms are resolved against one snapshot of the catalogue.
//
// Every condition is about the rows of one entity, its space: `sex is female` about individuals, `depth >= 30` about
// runs. kExists leads from an entity to the rows of another below it, kAncestor to the row above.
#ifndef MUSTER_ENGINE_BIND_BOUND_H_
#define MUSTER_ENGINE_BIND_BOUND_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/schema.h"
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

struct Condition {
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
  };
  Kind kind = Kind::kAll;
  model::Entity entity = model::Entity::kIndividual;  ///< the space
  std::vector<ConditionPtr> operands;
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
};

/// One dimension of `by`.
struct Dimension {
  model::FieldId field = 0;
  std::string name;  ///< column name: as written
  /// Values of numbers and times are put into bands [k * band, (k + 1) * band); 0 for codes and keywords.
  int64_t band = 0;
  std::string band_unit;  ///< "years": how bands are labelled
  double band_size = 0;   ///< in that unit
  /// age as of a date: bands of (as_of - birth date).
  std::optional<model::Interval> as_of;
  model::Part low_part = model::kValuePart;   ///< the column that says where a value begins ...
  model::Part high_part = model::kValuePart;  ///< ... and ends
  Polarity polarity = Polarity::kAny;         ///< of the rows that count, where the field's entity is polar
  std::optional<int> top;
};

/// An entity that is counted or listed.
struct Counted {
  model::Entity entity = model::Entity::kIndividual;
  Polarity polarity = Polarity::kAny;  ///< rows that count; kAny for entities that are not polar
  std::string name;                    ///< as written
};

struct Query {
  enum class Kind { kCount, kList };
  Kind kind = Kind::kCount;
  grammar::Statement::Explain explain = grammar::Statement::Explain::kNo;
  /// What is counted or listed; `where` is about the first, its polarity included.
  std::vector<Counted> counted;
  ConditionPtr where;
  std::vector<Dimension> by;
  std::optional<int64_t> limit;
  std::string text;  ///< canonical form of the statement
};

/// The bound tree, one node a line, indented.
std::string Print(const Query& query);
std::string Print(const Condition& condition, int indent = 0);

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_BOUND_H_
