// The syntax tree of the cohort query language. It knows words, not the model: whether `phenotype` is an entity and
// `onset` a field of it is for the binder to say.
#ifndef MUSTER_GRAMMAR_SYNTAX_H_
#define MUSTER_GRAMMAR_SYNTAX_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "containers/boxed_optional.h"
#include "grammar/text/span.h"

namespace muster::grammar {

/// `$name` where a number stands: nothing but the name and the place, until Parameters puts the number there. Without a
/// name, the number is written.
struct Placeholder {
  std::string name;  ///< without the sign
  Span span;
};

/// One or more words that name an entity, a field or an anchor: lower case, single blanks.
struct Name {
  std::string text;
  Span span;
};

/// A value as written.
struct Literal {
  enum class Kind {
    kNumber,     ///< 30, with `unit` where one was written: 6.5 %, 18 years
    kCompound,   ///< 2 years 6 months: `parts`
    kDuration,   ///< P18Y: `text`
    kDate,       ///< 2024-05 or 2024-05-17: `text`
    kCode,       ///< HP:0001250, perhaps with a label to check
    kQuoted,     ///< "Seizure": `text` without the quotes, escapes resolved
    kWord,       ///< female: `text` as written
    kMoment,     ///< therapy.start: the field `text` of the row named `event`; or the field alone
    kParameter,  ///< $1, $name: `text` without the sign
  };
  struct Part {
    double number = 0;
    std::string unit;
  };
  Kind kind = Kind::kWord;
  std::string text;
  double number = 0;
  std::string unit;
  std::vector<Part> parts;
  std::string event;       ///< of a moment: the name of a row, or empty
  double factor = 1;       ///< of a moment: how many times the number
  std::string label;       ///< of a code: the quoted label behind it
  bool exactly = false;    ///< written `exactly T`: without descendants
  bool gestation = false;  ///< a length of time that is counted from the beginning of a pregnancy, not from birth
  Span span;
  Span label_span;
};

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

struct And {
  std::vector<ExprPtr> operands;
};
struct Or {
  std::vector<ExprPtr> operands;
  bool beside_and = false;  ///< an operand is an `and` that stands without parentheses
};
struct Not {
  ExprPtr operand;
};

/// How many rows of a `has`.
struct Quantity {
  enum class Kind { kAtLeast, kAtMost, kExactly };
  Kind kind = Kind::kAtLeast;
  int count = 1;
  bool distinct = false;  ///< distinct primary terms rather than rows
  Span span;
  Placeholder count_from = {};  ///< in place of `count`
};

/// at least N of (a, b, c)
struct AtLeastOf {
  int count = 0;
  std::vector<ExprPtr> operands;
  Placeholder count_from = {};                     ///< in place of `count`
  Quantity::Kind kind = Quantity::Kind::kAtLeast;  ///< others with a placeholder only: see MakeSomeOf
};

/// Which of the rows that have the terms, by their time.
enum class Order { kAny, kFirst, kLast };

/// What records say of a phenotype, disease and the like.
enum class Polarity { kDefault, kObserved, kExcluded };

/// has [at least N [distinct] | no] [observed | excluded] [first | last] ENTITY [TERMS] [as NAME] [with CONDITION]
/// [on N distinct dates]
struct Has {
  std::optional<Quantity> quantity;  ///< `no` is exactly 0
  Polarity polarity = Polarity::kDefault;
  Span polarity_span;
  Order order = Order::kAny;
  Span order_span;
  Name entity;
  std::vector<Literal> terms;  ///< any of these; empty: any row
  std::optional<Name> alias;   ///< the row's name for other criteria
  ExprPtr with;                ///< of the same row; may be null
  std::optional<int> dates;    ///< on at least this many distinct dates
  Placeholder dates_from;      ///< in place of `dates`
  Span dates_span;
};

/// A saved cohort, or one that was imported.
struct CohortRef {
  std::string name;
  Span span;
  bool is_parameter = false;  ///< $name: `name` without the sign, until its value is there
};

/// in cms; in cohort "controls 2025"
struct InCohort {
  CohortRef cohort;
};

/// usable for PURPOSE [by commercial | by non-commercial] [in COUNTRY]
struct Usable {
  enum class User { kAny, kCommercial, kNonCommercial };
  BoxedOptional<Literal> disease;  ///< a study of it; else `purpose`
  Name purpose;                    ///< general research
  User user = User::kAny;
  BoxedOptional<Literal> country;
};

enum class Certainty { kDefault, kCertainly, kPossibly };

/// [LEFT] overlaps RIGHT: the periods of two named rows, or of this row and a named one
struct Overlaps {
  Certainty certainty = Certainty::kDefault;
  std::optional<Name> left;
  Name right;
};

/// FIELD operator values
struct Compare {
  enum class Op {
    kIs,
    kIsNot,
    kIn,
    kNotIn,
    kLess,
    kLessEqual,
    kGreater,
    kGreaterEqual,
    kBetween,
    kWithin,        ///< within DISTANCE of the value, before or after
    kWithinBefore,  ///< at most DISTANCE before the value, or at it
    kWithinAfter,
    kLongBefore,  ///< at least DISTANCE before the value
    kLongAfter,
    kAged,  ///< in completed years: one value, or two
    kStartsWith,
    kIsMissing,
    kIsRecorded,
  };
  using Certainty = grammar::Certainty;
  Certainty certainty = Certainty::kDefault;
  std::optional<Name> event;  ///< the row whose field it is, where it is not this one
  Name field;
  BoxedOptional<Literal> as_of;  ///< age as of DATE
  Op op = Op::kIs;
  Span op_span;
  BoxedOptional<Literal> distance;
  std::vector<Literal> values;  ///< one; two for kBetween, one or two for kAged; any number for kIn
};

struct Expr {
  Span span;
  std::variant<And, Or, Not, AtLeastOf, Has, Compare, InCohort, Usable, Overlaps> node;
};

template <typename Node>
ExprPtr MakeExpr(Span span, Node node) {
  auto expr = std::make_unique<Expr>();
  expr->span = span;
  expr->node = std::move(node);
  return expr;
}

/// One dimension of `by`.
struct Dimension {
  /// right = (ICD10:C18.0, ICD10:C18.2)
  struct Group {
    std::string name;
    std::vector<Literal> values;
    Span span;
  };
  /// What dates are counted by: `by year of diagnosis`.
  enum class Calendar { kNone, kYear, kMonth };
  Polarity polarity = Polarity::kDefault;  ///< by excluded phenotype
  Span polarity_span;
  bool number_of = false;  ///< by number of samples: `field` is the entity
  Calendar calendar = Calendar::kNone;
  Name field;
  std::vector<Literal> terms;    ///< of the rows that count: value of measurement LOINC:4548-4
  std::optional<Literal> band;   ///< in bands of 10 years
  std::vector<Literal> edges;    ///< in bands at 18, 40, 65 years: where each but the first begins
  BoxedOptional<Literal> as_of;  ///< age as of DATE
  std::vector<Group> groups;     ///< in groups (...)
  std::optional<int> top;        ///< top 10
  Placeholder top_from;          ///< in place of `top`
  Span span;
};

/// What is counted or listed: individuals, excluded phenotypes.
struct Counted {
  Polarity polarity = Polarity::kDefault;
  Span polarity_span;
  bool distinct = false;  ///< people by their person id
  Span distinct_span;
  Name entity;
};

/// One condition of `having`: individuals >= 1000.
struct HavingCondition {
  Name counted;
  Compare::Op op = Compare::Op::kGreaterEqual;
  double number = 0;
  Placeholder number_from;  ///< in place of `number`
};

/// count individuals, samples [with certainty | with not recorded] where ... by ... having ...
struct Count {
  std::vector<Counted> entities;
  std::optional<Name> with;  ///< certainty, or not recorded
  ExprPtr where;             ///< may be null
  std::vector<Dimension> by;
  std::vector<HavingCondition> having;
};

/// list individuals where ... limit N
struct List {
  Counted entity;
  ExprPtr where;  ///< may be null
  std::optional<int64_t> limit;
  Placeholder limit_from = {};  ///< in place of `limit`
};

/// funnel: what remains after each criterion; impact: what each criterion costs
struct Steps {
  bool impact = false;
  std::vector<Counted> entities;
  ExprPtr where;
};

/// compare cases as individuals where ..., controls by ...
struct CompareCohorts {
  struct Compared {
    CohortRef cohort;
    std::optional<Counted> counted;  ///< defined here; else a saved cohort
    ExprPtr where;                   ///< of one that is defined here; may be null
  };
  std::vector<Compared> cohorts;
  std::vector<Dimension> by;
};

/// define cohort cms as individuals where ...
struct Define {
  Name kind;  ///< cohort
  CohortRef cohort;
  Counted counted;
  ExprPtr where;  ///< may be null
};

/// drop cohort cms
struct Drop {
  Name kind;
  CohortRef cohort;
};

/// One field that `summarise` is about: value of measurement LOINC:4548-4 in mmol/mol.
struct Measured {
  Name field;
  std::vector<Literal> terms;    ///< of the rows that count
  BoxedOptional<Literal> as_of;  ///< age as of DATE
  std::string unit;              ///< empty where none is written
  Span unit_span;
  Span span;
};

/// summarise individuals of age at diagnosis, value of measurement LOINC:4548-4 in % where ...
struct Summarise {
  Counted entity;
  std::vector<Measured> measured;
  ExprPtr where;  ///< may be null
};

/// describe individuals
struct Describe {
  Name entity;
};

/// show catalogue, show cohorts, show cohort "cms"
struct Show {
  Name what;
  std::optional<CohortRef> which;
};

/// terms like "seiz" in phenotypes
struct Terms {
  std::string text;
  Span span;
  std::optional<Name> in;  ///< the entity whose codes are meant; else any
  std::optional<int64_t> limit;
  Placeholder limit_from = {};  ///< in place of `limit`
  bool is_parameter = false;    ///< terms like $name: `text` without the sign, until its value is there
};

struct Statement {
  enum class Explain { kNo, kPlan, kAnalyse };
  Explain explain = Explain::kNo;
  Span span;
  std::variant<Count, List, Steps, CompareCohorts, Define, Drop, Summarise, Describe, Show, Terms> query;
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_SYNTAX_H_
