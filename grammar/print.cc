// The canonical form of statements.
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "grammar/exactly.h"
#include "grammar/parse.h"
#include "grammar/text/keywords.h"

namespace muster::grammar {
namespace {

// Whether it can stand without quotation marks: a keyword would be read as one, and behind each `/` stands something.
bool IsPlainUnit(std::string_view unit) {
  if (unit == "%") return true;
  char before = '/';
  for (const char c : unit) {
    if (c == '/' ? before == '/' : !absl::ascii_isalnum(static_cast<unsigned char>(c))) return false;
    before = c;
  }
  return before != '/' && absl::ascii_isalpha(static_cast<unsigned char>(unit[0])) && !IsKeyword(unit);
}

const char* WordOf(Certainty certainty) {
  return certainty == Certainty::kDefault ? "" : certainty == Certainty::kCertainly ? "certainly " : "possibly ";
}

const char* WordOf(Polarity polarity) {
  return polarity == Polarity::kDefault ? "" : polarity == Polarity::kExcluded ? "excluded " : "observed ";
}

const char* WordsOf(Quantity::Kind kind) {
  switch (kind) {
    case Quantity::Kind::kAtLeast:
      return "at least ";
    case Quantity::Kind::kAtMost:
      return "at most ";
    case Quantity::Kind::kExactly:
      return "exactly ";
  }
  return "";
}

const char* SignOf(Compare::Op op) {
  switch (op) {
    case Compare::Op::kIs:
      return "=";
    case Compare::Op::kIsNot:
      return "!=";
    case Compare::Op::kLess:
      return "<";
    case Compare::Op::kLessEqual:
      return "<=";
    case Compare::Op::kGreater:
      return ">";
    default:
      return ">=";
  }
}

bool IsNone(const Quantity& quantity) {
  return quantity.kind == Quantity::Kind::kExactly && quantity.count == 0 && quantity.count_from.name.empty() &&
         !quantity.distinct;
}

bool IsPredicate(const Expr& expr) {
  return !std::holds_alternative<And>(expr.node) && !std::holds_alternative<Or>(expr.node) &&
         !std::holds_alternative<Not>(expr.node) && !std::holds_alternative<AtLeastOf>(expr.node);
}

// Whether an operand of `and`, `or` or `not` stands without parentheses: an `and` in an `or` does not, so that nobody
// has to know which binds closer.
bool IsBareOperand(const Expr& operand) {
  const auto* both = std::get_if<And>(&operand.node);
  return IsPredicate(operand) || (both != nullptr && ExactlyOf(*both) != nullptr) ||
         std::holds_alternative<Not>(operand.node) || std::holds_alternative<AtLeastOf>(operand.node);
}

// Writes into one text whatever is visited, one behind the other.
class Printer {
 public:
  explicit Printer(std::string* out) : out_(*out) {}

  void Write(const Literal& literal) {
    switch (literal.kind) {
      case Literal::Kind::kNumber:
        WriteAmount(literal.number, literal.unit);
        return Add(literal.gestation ? " of gestation" : "");
      case Literal::Kind::kCompound:
        WriteList(literal.parts, " ", [&](const Literal::Part& part) { WriteAmount(part.number, part.unit); });
        return Add(literal.gestation ? " of gestation" : "");
      case Literal::Kind::kCode:
        Add(literal.exactly ? "exactly " : "", literal.text);
        if (literal.label.empty()) return;
        Add(" ");
        return WriteQuoted(literal.label);
      case Literal::Kind::kQuoted:
        Add(literal.exactly ? "exactly " : "");
        return WriteQuoted(literal.text);
      case Literal::Kind::kMoment:
        if (literal.factor != 1) {
          WriteNumber(literal.factor);
          Add(" times ");
        }
        return Add(literal.event, literal.event.empty() ? "" : ".", literal.text);
      case Literal::Kind::kParameter:
        return Add(literal.exactly ? "exactly $" : "$", literal.text);
      case Literal::Kind::kDuration:
      case Literal::Kind::kDate:
      case Literal::Kind::kWord:
        return Add(literal.text);
    }
  }

  void Write(const Expr& expression) { std::visit(*this, expression.node); }

  void Write(const Statement& statement) {
    Add(statement.explain == Statement::Explain::kNo     ? ""
        : statement.explain == Statement::Explain::kPlan ? "explain "
                                                         : "explain analyse ");
    std::visit(*this, statement.query);
  }

  void operator()(const And& node) {
    const AtLeastOf* exactly = ExactlyOf(node);
    exactly == nullptr ? WriteOperands(node.operands, " and ") : WriteSomeOf(Quantity::Kind::kExactly, *exactly);
  }
  void operator()(const Or& node) { WriteOperands(node.operands, " or "); }
  void operator()(const Not& node) {
    Add("not ");
    WriteOperand(*node.operand);
  }
  void operator()(const AtLeastOf& node) { WriteSomeOf(node.kind, node); }
  void operator()(const Has& node) {
    Add("has ");
    if (node.quantity) Write(*node.quantity);
    Add(WordOf(node.polarity));
    if (node.order != Order::kAny) Add(node.order == Order::kFirst ? "first " : "last ");
    Add(node.entity.text);
    WriteTermsBehind(node.terms);
    if (node.alias) Add(" as ", node.alias->text);
    if (node.with != nullptr) {
      Add(" with ");
      // What stands behind `with` could be taken for the end of the criterion in it.
      const bool bare = IsPredicate(*node.with) && !(node.dates && std::holds_alternative<Has>(node.with->node));
      WriteGroup(*node.with, bare);
    }
    if (node.dates) {
      Add(" on at least ");
      WriteCount(*node.dates, node.dates_from);
      Add(" distinct dates");
    }
  }
  void operator()(const InCohort& node) {
    Add("in cohort ");
    WriteCohort(node.cohort);
  }
  void operator()(const Usable& node) {
    Add("usable for ");
    node.disease ? Write(*node.disease) : Add(node.purpose.text);
    if (node.user == Usable::User::kCommercial) Add(" by commercial");
    if (node.user == Usable::User::kNonCommercial) Add(" by non-commercial");
    WriteBehind(" in ", node.country);
  }
  void operator()(const Overlaps& node) {
    Add(WordOf(node.certainty));
    if (node.left) Add(node.left->text, " ");
    Add("overlaps ", node.right.text);
  }
  void operator()(const Compare& node) {
    Add(WordOf(node.certainty));
    if (node.event) Add(node.event->text, ".");
    Add(node.field.text);
    WriteBehind(" as of ", node.as_of);
    Add(" ");
    WriteComparison(node);
  }

  void operator()(const Count& query) {
    Add("count ");
    WriteEntities(query.entities);
    if (query.with) Add(" with ", query.with->text);
    WriteWhere(query.where);
    WriteBy(query.by);
    for (const HavingCondition& bound : query.having) {
      Add(&bound == &query.having.front() ? " having " : " and ", bound.counted.text, " ", SignOf(bound.op), " ");
      bound.number_from.name.empty() ? WriteNumber(bound.number) : Add("$", bound.number_from.name);
    }
  }
  void operator()(const Steps& query) {
    Add(query.impact ? "impact " : "funnel ");
    WriteEntities(query.entities);
    WriteWhere(query.where);
  }
  void operator()(const CompareCohorts& query) {
    Add("compare ");
    WriteList(query.cohorts, ", ", [&](const CompareCohorts::Compared& compared) {
      WriteCohort(compared.cohort);
      if (!compared.counted) return;
      Add(" as ");
      Write(*compared.counted);
      WriteWhere(compared.where);
    });
    WriteBy(query.by);
  }
  void operator()(const Define& query) {
    Add("define cohort ");
    WriteCohort(query.cohort);
    Add(" as ");
    Write(query.counted);
    WriteWhere(query.where);
  }
  void operator()(const Summarise& query) {
    Add("summarise ");
    Write(query.entity);
    Add(" of ");
    WriteList(query.measured, ", ", [&](const Measured& measured) {
      Add(measured.field.text);
      WriteTermsBehind(measured.terms);
      WriteBehind(" as of ", measured.as_of);
      if (measured.unit.empty()) return;
      Add(" in ");
      WriteUnit(measured.unit);
    });
    WriteWhere(query.where);
  }
  void operator()(const Drop& query) {
    Add("drop cohort ");
    WriteCohort(query.cohort);
  }
  void operator()(const Describe& query) { Add("describe ", query.entity.text); }
  void operator()(const Show& query) {
    Add("show ", query.what.text);
    if (!query.which) return;
    Add(" ");
    query.which->is_parameter ? Add("$", query.which->name) : WriteQuoted(query.which->name);
  }
  void operator()(const Terms& query) {
    Add("terms like ");
    query.is_parameter ? Add("$", query.text) : WriteQuoted(query.text);
    if (query.in) Add(" in ", query.in->text);
    WriteBehind(" limit ", query.limit, query.limit_from);
  }
  void operator()(const List& query) {
    Add("list ", WordOf(query.entity.polarity), query.entity.entity.text);
    WriteWhere(query.where);
    WriteBehind(" limit ", query.limit, query.limit_from);
  }

 private:
  template <typename... Parts>
  void Add(const Parts&... parts) {
    (out_.append(parts), ...);
  }

  template <typename Item, typename WriteItem>
  void WriteList(const std::vector<Item>& items, const char* separator, WriteItem write) {
    for (const Item& item : items) {
      if (&item != &items.front()) Add(separator);
      write(item);
    }
  }
  void WriteValues(const std::vector<Literal>& values) {
    Add("(");
    WriteList(values, ", ", [&](const Literal& value) { Write(value); });
    Add(")");
  }

  void WriteQuoted(std::string_view text) {
    out_ += '"';
    for (const char c : text) {
      if (c == '"' || c == '\\') out_ += '\\';
      out_ += c;
    }
    out_ += '"';
  }

  // The shortest decimal that reads back as the same double.
  void WriteNumber(double number) {
    // As most numbers are written: %g has no exponent where whole ones have up to six digits.
    if (number > 0 && number < 1e6 && std::floor(number) == number) {
      return absl::StrAppend(&out_, static_cast<int>(number));
    }
    for (int precision = 6; precision < 17; ++precision) {
      const std::string text = absl::StrFormat("%.*g", precision, number);
      double back = 0;
      if (absl::SimpleAtod(text, &back) && back == number) return Add(text);
    }
    absl::StrAppendFormat(&out_, "%.17g", number);
  }
  void WriteUnit(const std::string& unit) { IsPlainUnit(unit) ? Add(unit) : WriteQuoted(unit); }
  void WriteAmount(double number, const std::string& unit) {
    WriteNumber(number);
    if (unit.empty()) return;
    Add(" ");
    WriteUnit(unit);
  }

  // A number that is written, or the parameter that gives it.
  template <typename Number>
  void WriteCount(Number number, const Placeholder& from) {
    from.name.empty() ? absl::StrAppend(&out_, number) : Add("$", from.name);
  }
  template <typename Number>
  void WriteBehind(const char* word, const std::optional<Number>& number, const Placeholder& from) {
    if (!number) return;
    Add(word);
    WriteCount(*number, from);
  }
  template <typename Maybe>
  void WriteBehind(const char* words, const Maybe& value) {
    if (!value) return;
    Add(words);
    Write(*value);
  }

  // A cohort's name in quotes unless it is one plain word.
  void WriteCohort(const CohortRef& cohort) {
    if (cohort.is_parameter) return Add("$", cohort.name);
    WriteCohortName(cohort.name);
  }
  void WriteCohortName(const std::string& name) {
    bool plain = !name.empty() && absl::ascii_isalpha(static_cast<unsigned char>(name[0]));
    for (const char c : name) plain = plain && (absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_');
    plain && !IsKeyword(name) ? Add(name) : WriteQuoted(name);
  }

  void WriteGroup(const Expr& expression, bool bare) {
    Add(bare ? "" : "(");
    Write(expression);
    Add(bare ? "" : ")");
  }
  void WriteOperand(const Expr& operand) { WriteGroup(operand, IsBareOperand(operand)); }
  void WriteOperands(const std::vector<ExprPtr>& operands, const char* separator) {
    WriteList(operands, separator, [&](const ExprPtr& operand) { WriteOperand(*operand); });
  }
  void WriteSomeOf(Quantity::Kind kind, const AtLeastOf& node) {
    Add(WordsOf(kind));
    WriteCount(node.count, node.count_from);
    Add(" of (");
    WriteList(node.operands, ", ", [&](const ExprPtr& operand) { Write(*operand); });
    Add(")");
  }
  void Write(const Quantity& quantity) {
    if (IsNone(quantity)) return Add("no ");
    Add(WordsOf(quantity.kind));
    WriteCount(quantity.count, quantity.count_from);
    Add(quantity.distinct ? " distinct " : " ");
  }
  void WriteTermsBehind(const std::vector<Literal>& terms) {
    if (terms.empty()) return;
    Add(" ");
    if (terms.size() == 1) return Write(terms[0]);
    Add("in ");
    WriteValues(terms);
  }

  void WriteComparison(const Compare& compare) {
    using Op = Compare::Op;
    switch (compare.op) {
      case Op::kIsMissing:
        return Add("is missing");
      case Op::kIsRecorded:
        return Add("is recorded");
      case Op::kIn:
        Add("in ");
        return WriteValues(compare.values);
      case Op::kNotIn:
        Add("not in ");
        return WriteValues(compare.values);
      case Op::kBetween:
        return WriteTwo("between ", compare.values, " and ");
      case Op::kAged:
        return WriteTwo("aged ", compare.values, " to ");
      case Op::kStartsWith:
        return WriteOne("starts with ", compare.values);
      case Op::kIs:
        return WriteOne("is ", compare.values);
      case Op::kIsNot:
        return WriteOne("is not ", compare.values);
      case Op::kLess:
      case Op::kLessEqual:
      case Op::kGreater:
      case Op::kGreaterEqual:
        Add(SignOf(compare.op));
        return WriteOne(" ", compare.values);
      case Op::kWithin:
        return WriteDistance("within ", compare, " of ");
      case Op::kWithinBefore:
        return WriteDistance("within ", compare, " before ");
      case Op::kWithinAfter:
        return WriteDistance("within ", compare, " after ");
      case Op::kLongBefore:
        return WriteDistance("at least ", compare, " before ");
      case Op::kLongAfter:
        return WriteDistance("at least ", compare, " after ");
    }
  }
  void WriteOne(const char* before, const std::vector<Literal>& values) {
    Add(before);
    Write(values[0]);
  }
  void WriteTwo(const char* before, const std::vector<Literal>& values, const char* between) {
    WriteOne(before, values);
    if (values.size() < 2) return;
    Add(between);
    Write(values[1]);
  }
  void WriteDistance(const char* before, const Compare& compare, const char* from) {
    Add(before);
    Write(*compare.distance);
    WriteOne(from, compare.values);
  }

  void WriteWhere(const ExprPtr& where) {
    if (where == nullptr) return;
    Add(" where ");
    Write(*where);
  }
  void Write(const Counted& counted) {
    Add(WordOf(counted.polarity), counted.distinct ? "distinct " : "", counted.entity.text);
  }
  void WriteEntities(const std::vector<Counted>& entities) {
    WriteList(entities, ", ", [&](const Counted& counted) { Write(counted); });
  }
  void WriteBy(const std::vector<Dimension>& by) {
    if (by.empty()) return;
    Add(" by ");
    WriteList(by, ", ", [&](const Dimension& dimension) { Write(dimension); });
  }
  void Write(const Dimension& dimension) {
    Add(WordOf(dimension.polarity), dimension.number_of                                 ? "number of "
                                    : dimension.calendar == Dimension::Calendar::kYear  ? "year of "
                                    : dimension.calendar == Dimension::Calendar::kMonth ? "month of "
                                                                                        : "");
    Add(dimension.field.text);
    WriteTermsBehind(dimension.terms);
    WriteBehind(" as of ", dimension.as_of);
    WriteBehind(" in bands of ", dimension.band);
    if (!dimension.edges.empty()) {
      Add(" in bands at ");
      WriteList(dimension.edges, ", ", [&](const Literal& edge) { Write(edge); });
    }
    if (!dimension.groups.empty()) {
      Add(" in groups (");
      WriteList(dimension.groups, ", ", [&](const Dimension::Group& group) {
        WriteCohortName(group.name);
        Add(" = ");
        WriteValues(group.values);
      });
      Add(")");
    }
    WriteBehind(" top ", dimension.top, dimension.top_from);
  }

  std::string& out_;
};

template <typename Node>
std::string Printed(const Node& node, size_t about = 0) {
  std::string text;
  text.reserve(about);
  Printer(&text).Write(node);
  return text;
}

}  // namespace

std::string Print(const Literal& literal) { return Printed(literal); }

std::string Print(const Expr& expression) { return Printed(expression); }

std::string Print(const Statement& statement) {
  return Printed(statement, /*about=*/statement.span.end - statement.span.begin);
}

}  // namespace muster::grammar
