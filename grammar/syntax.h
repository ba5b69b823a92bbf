// The syntax tree of the cohort query language. It knows words, not the model: whether `phenotype` is an entity and
// `onset` a field of it is for the binder to say.
#ifndef MUSTER_GRAMMAR_SYNTAX_H_
#define MUSTER_GRAMMAR_SYNTAX_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace muster::grammar {

/// Bytes [begin, end) of the query text.
struct Span {
  size_t begin = 0;
  size_t end = 0;
};

/// One or more words that name an entity, a field or an anchor: lower case, single blanks.
struct Name {
  std::string text;
  Span span;
};

/// A value as written.
struct Literal {
  enum class Kind {
    kNumber,    ///< 30, with `unit` where one was written: 6.5 %, 18 years
    kCompound,  ///< 2 years 6 months: `parts`
    kDuration,  ///< P18Y: `text`
    kDate,      ///< 2024-05 or 2024-05-17: `text`
    kCode,      ///< HP:0001250, perhaps with a label to check
    kQuoted,    ///< "Seizure": `text` without the quotes, escapes resolved
    kWord,      ///< female: `text` as written
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
  std::string label;     ///< of a code: the quoted label behind it
  bool exactly = false;  ///< written `exactly T`: without descendants
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
};
struct Not {
  ExprPtr operand;
};
/// at least N of (a, b, c)
struct AtLeastOf {
  int count = 0;
  std::vector<ExprPtr> operands;
};

/// How many rows of a `has`.
struct Quantity {
  enum class Kind { kAtLeast, kAtMost, kExactly };
  Kind kind = Kind::kAtLeast;
  int count = 1;
  bool distinct = false;  ///< distinct primary terms rather than rows
  Span span;
};

/// What records say of a phenotype, disease and the like.
enum class Polarity { kDefault, kObserved, kExcluded };

/// has [at least N [distinct]] [observed | excluded] ENTITY [TERMS] [with CONDITION]
struct Has {
  std::optional<Quantity> quantity;
  Polarity polarity = Polarity::kDefault;
  Span polarity_span;
  Name entity;
  std::vector<Literal> terms;  ///< any of these; empty: any row
  ExprPtr with;                ///< of the same row; may be null
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
    kStartsWith,
    kIsMissing,
    kIsRecorded,
  };
  enum class Certainty { kDefault, kCertainly, kPossibly };
  Certainty certainty = Certainty::kDefault;
  Name field;
  std::optional<Literal> as_of;  ///< age as of DATE
  Op op = Op::kIs;
  Span op_span;
  std::vector<Literal> values;  ///< one; two for kBetween; any number for kIn
};

struct Expr {
  Span span;
  std::variant<And, Or, Not, AtLeastOf, Has, Compare> node;
};

/// One dimension of `by`.
struct Dimension {
  Name field;
  std::optional<Literal> band;   ///< in bands of 10 years
  std::optional<Literal> as_of;  ///< age as of DATE
  std::optional<int> top;        ///< top 10
  Span span;
};

/// What is counted or listed: individuals, excluded phenotypes.
struct Counted {
  Polarity polarity = Polarity::kDefault;
  Span polarity_span;
  Name entity;
};

/// count individuals, samples where ... by ...
struct Count {
  std::vector<Counted> entities;
  ExprPtr where;  ///< may be null
  std::vector<Dimension> by;
};

/// list individuals where ... limit N
struct List {
  Counted entity;
  ExprPtr where;  ///< may be null
  std::optional<int64_t> limit;
};

struct Statement {
  enum class Explain { kNo, kPlan, kAnalyse };
  Explain explain = Explain::kNo;
  Span span;
  std::variant<Count, List> query;
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_SYNTAX_H_
