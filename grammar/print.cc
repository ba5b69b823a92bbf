// The canonical form of statements.
#include <cmath>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "grammar/exactly.h"
#include "grammar/parse.h"

namespace muster::grammar {
namespace {

std::string Quote(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// A number that is written, or the parameter that gives it.
template <typename Number>
std::string PrintCount(const Number& number, const Placeholder& from) {
  return from.name.empty() ? absl::StrCat(number) : absl::StrCat("$", from.name);
}

// Shortest decimal that reads back as the same double.
std::string PrintNumber(double number) {
  // As most numbers are written: %g has no exponent where whole ones have up to six digits.
  if (number > 0 && number < 1e6 && std::floor(number) == number) return absl::StrCat(static_cast<int>(number));
  for (int precision = 6; precision < 17; ++precision) {
    std::string text = absl::StrFormat("%.*g", precision, number);
    double back = 0;
    if (absl::SimpleAtod(text, &back) && back == number) return text;
  }
  return absl::StrFormat("%.17g", number);
}

bool IsPlainUnit(std::string_view unit) {
  if (unit == "%") return true;
  for (char c : unit) {
    if (!absl::ascii_isalnum(static_cast<unsigned char>(c)) && c != '/') return false;
  }
  return absl::ascii_isalpha(static_cast<unsigned char>(unit[0]));
}

std::string PrintPart(double number, const std::string& unit) {
  std::string out = PrintNumber(number);
  if (!unit.empty()) absl::StrAppend(&out, " ", IsPlainUnit(unit) ? unit : Quote(unit));
  return out;
}

// Lists of codes and words are long at times: those need no text of their own.
void AppendValue(std::string* out, const Literal& value) {
  if (value.kind == Literal::Kind::kWord) {
    out->append(value.text);
  } else if (value.kind == Literal::Kind::kCode && value.label.empty()) {
    out->append(value.exactly ? "exactly " : "").append(value.text);
  } else {
    out->append(Print(value));
  }
}

std::string PrintList(const std::vector<Literal>& values) {
  std::string out = "in (";
  out.reserve(24 * values.size() + 8);
  for (const Literal& value : values) {
    if (&value != &values.front()) out.append(", ");
    AppendValue(&out, value);
  }
  return out.append(")");
}

std::string PrintComparison(const Compare& compare) {
  using Op = Compare::Op;
  switch (compare.op) {
    case Op::kIsMissing:
      return "is missing";
    case Op::kIsRecorded:
      return "is recorded";
    case Op::kIn:
      return PrintList(compare.values);
    case Op::kNotIn:
      return absl::StrCat("not ", PrintList(compare.values));
    case Op::kBetween:
      return absl::StrCat("between ", Print(compare.values[0]), " and ", Print(compare.values[1]));
    case Op::kAged:
      return absl::StrCat("aged ", Print(compare.values[0]),
                          compare.values.size() > 1 ? absl::StrCat(" to ", Print(compare.values[1])) : "");
    case Op::kStartsWith:
      return absl::StrCat("starts with ", Print(compare.values[0]));
    case Op::kIs:
      return absl::StrCat("is ", Print(compare.values[0]));
    case Op::kIsNot:
      return absl::StrCat("is not ", Print(compare.values[0]));
    case Op::kLess:
      return absl::StrCat("< ", Print(compare.values[0]));
    case Op::kLessEqual:
      return absl::StrCat("<= ", Print(compare.values[0]));
    case Op::kGreater:
      return absl::StrCat("> ", Print(compare.values[0]));
    case Op::kGreaterEqual:
      return absl::StrCat(">= ", Print(compare.values[0]));
    case Op::kWithin:
      return absl::StrCat("within ", Print(*compare.distance), " of ", Print(compare.values[0]));
    case Op::kWithinBefore:
      return absl::StrCat("within ", Print(*compare.distance), " before ", Print(compare.values[0]));
    case Op::kWithinAfter:
      return absl::StrCat("within ", Print(*compare.distance), " after ", Print(compare.values[0]));
    case Op::kLongBefore:
      return absl::StrCat("at least ", Print(*compare.distance), " before ", Print(compare.values[0]));
    case Op::kLongAfter:
      return absl::StrCat("at least ", Print(*compare.distance), " after ", Print(compare.values[0]));
  }
  return "";
}

const char* PrintCertainty(Certainty certainty) {
  return certainty == Certainty::kDefault ? "" : certainty == Certainty::kCertainly ? "certainly " : "possibly ";
}

// A cohort's name in quotes unless it is one plain word.
std::string PrintCohort(const CohortRef& cohort) {
  if (cohort.is_parameter) return absl::StrCat("$", cohort.name);
  bool plain = !cohort.name.empty() && absl::ascii_isalpha(static_cast<unsigned char>(cohort.name[0]));
  for (const char c : cohort.name) plain = plain && (absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_');
  return plain && !IsKeyword(cohort.name) ? cohort.name : Quote(cohort.name);
}

const char* PrintKind(Quantity::Kind kind) {
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

bool IsPredicate(const Expr& expr) {
  return !std::holds_alternative<And>(expr.node) && !std::holds_alternative<Or>(expr.node) &&
         !std::holds_alternative<Not>(expr.node) && !std::holds_alternative<AtLeastOf>(expr.node);
}

// An operand of `and`, `or` or `not`, in parentheses where it is another of these: an `and` in an `or` as well, so that
// nobody has to know which binds closer.
std::string PrintOperand(const Expr& operand) {
  const auto* both = std::get_if<And>(&operand.node);
  const bool bare = IsPredicate(operand) || (both != nullptr && ExactlyOf(*both) != nullptr) ||
                    std::holds_alternative<Not>(operand.node) || std::holds_alternative<AtLeastOf>(operand.node);
  return bare ? Print(operand) : absl::StrCat("(", Print(operand), ")");
}

std::string PrintOperands(const std::vector<ExprPtr>& operands, const char* separator) {
  return absl::StrJoin(operands, separator,
                       [&](std::string* out, const ExprPtr& operand) { absl::StrAppend(out, PrintOperand(*operand)); });
}

struct ExprPrinter {
  std::string operator()(const And& node) const {
    const AtLeastOf* exactly = ExactlyOf(node);
    return exactly == nullptr ? PrintOperands(node.operands, " and ")
                              : PrintSomeOf(PrintKind(Quantity::Kind::kExactly), *exactly);
  }
  std::string operator()(const Or& node) const { return PrintOperands(node.operands, " or "); }
  std::string operator()(const Not& node) const { return absl::StrCat("not ", PrintOperand(*node.operand)); }
  static std::string PrintSomeOf(const char* kind, const AtLeastOf& node) {
    return absl::StrCat(
        kind, PrintCount(node.count, node.count_from), " of (",
        absl::StrJoin(node.operands, ", ", [](std::string* out, const ExprPtr& e) { absl::StrAppend(out, Print(*e)); }),
        ")");
  }
  std::string operator()(const AtLeastOf& node) const { return PrintSomeOf(PrintKind(node.kind), node); }
  std::string operator()(const Has& node) const {
    std::string out = "has";
    if (node.quantity && node.quantity->kind == Quantity::Kind::kExactly && node.quantity->count == 0 &&
        node.quantity->count_from.name.empty() && !node.quantity->distinct) {
      out += " no";
    } else if (node.quantity) {
      absl::StrAppend(&out, " ", PrintKind(node.quantity->kind),
                      PrintCount(node.quantity->count, node.quantity->count_from),
                      node.quantity->distinct ? " distinct" : "");
    }
    if (node.polarity != Polarity::kDefault) {
      absl::StrAppend(&out, node.polarity == Polarity::kExcluded ? " excluded" : " observed");
    }
    if (node.order != Order::kAny) out += node.order == Order::kFirst ? " first" : " last";
    absl::StrAppend(&out, " ", node.entity.text);
    if (node.terms.size() == 1) absl::StrAppend(&out, " ", Print(node.terms[0]));
    if (node.terms.size() > 1) absl::StrAppend(&out, " ", PrintList(node.terms));
    if (node.alias) absl::StrAppend(&out, " as ", node.alias->text);
    if (node.with != nullptr) {
      const std::string condition = Print(*node.with);
      // What stands behind `with` could be taken for the end of the criterion in it.
      const bool bare = IsPredicate(*node.with) && !(node.dates && std::holds_alternative<Has>(node.with->node));
      absl::StrAppend(&out, " with ", bare ? condition : absl::StrCat("(", condition, ")"));
    }
    if (node.dates) absl::StrAppend(&out, " on at least ", PrintCount(*node.dates, node.dates_from), " distinct dates");
    return out;
  }
  std::string operator()(const InCohort& node) const { return absl::StrCat("in cohort ", PrintCohort(node.cohort)); }
  std::string operator()(const Usable& node) const {
    return absl::StrCat("usable for ", node.disease ? Print(*node.disease) : node.purpose.text,
                        node.user == Usable::User::kCommercial      ? " by commercial"
                        : node.user == Usable::User::kNonCommercial ? " by non-commercial"
                                                                    : "",
                        node.country ? absl::StrCat(" in ", Print(*node.country)) : "");
  }
  std::string operator()(const Overlaps& node) const {
    return absl::StrCat(PrintCertainty(node.certainty), node.left ? node.left->text + " " : "", "overlaps ",
                        node.right.text);
  }
  std::string operator()(const Compare& node) const {
    std::string out = PrintCertainty(node.certainty);
    absl::StrAppend(&out, node.event ? node.event->text + "." : "", node.field.text);
    if (node.as_of) absl::StrAppend(&out, " as of ", Print(*node.as_of));
    return absl::StrCat(out, " ", PrintComparison(node));
  }
};

std::string PrintPolarity(Polarity polarity) {
  return polarity == Polarity::kDefault ? "" : polarity == Polarity::kExcluded ? "excluded " : "observed ";
}

struct QueryPrinter {
  static std::string Where(const ExprPtr& where) {
    return where == nullptr ? "" : absl::StrCat(" where ", Print(*where));
  }

  static std::string TermsBehind(const std::vector<Literal>& terms) {
    if (terms.empty()) return "";
    return absl::StrCat(" ", terms.size() == 1 ? Print(terms[0]) : PrintList(terms));
  }
  static void PrintGroup(std::string* out, const Dimension::Group& group) {
    absl::StrAppend(
        out, PrintCohort({group.name, group.span}), " = (",
        absl::StrJoin(group.values, ", ", [](std::string* s, const Literal& v) { absl::StrAppend(s, Print(v)); }), ")");
  }
  static std::string By(const std::vector<Dimension>& by) {
    std::string out;
    for (size_t i = 0; i < by.size(); ++i) {
      const Dimension& dimension = by[i];
      absl::StrAppend(&out, i == 0 ? " by " : ", ", PrintPolarity(dimension.polarity),
                      dimension.number_of                                 ? "number of "
                      : dimension.calendar == Dimension::Calendar::kYear  ? "year of "
                      : dimension.calendar == Dimension::Calendar::kMonth ? "month of "
                                                                          : "",
                      dimension.field.text, TermsBehind(dimension.terms));
      if (dimension.as_of) absl::StrAppend(&out, " as of ", Print(*dimension.as_of));
      if (dimension.band) absl::StrAppend(&out, " in bands of ", Print(*dimension.band));
      for (const Literal& edge : dimension.edges) {
        absl::StrAppend(&out, &edge == &dimension.edges.front() ? " in bands at " : ", ", Print(edge));
      }
      if (!dimension.groups.empty())
        absl::StrAppend(&out, " in groups (", absl::StrJoin(dimension.groups, ", ", PrintGroup), ")");
      if (dimension.top) absl::StrAppend(&out, " top ", PrintCount(*dimension.top, dimension.top_from));
    }
    return out;
  }
  static std::string Entities(const std::vector<Counted>& entities) {
    return absl::StrJoin(entities, ", ", [](std::string* s, const Counted& counted) {
      absl::StrAppend(s, PrintPolarity(counted.polarity), counted.distinct ? "distinct " : "", counted.entity.text);
    });
  }

  std::string operator()(const Count& query) const {
    std::string out = absl::StrCat("count ", Entities(query.entities), query.with ? " with " + query.with->text : "",
                                   Where(query.where), By(query.by));
    for (size_t i = 0; i < query.having.size(); ++i) {
      const HavingCondition& bound = query.having[i];
      absl::StrAppend(&out, i == 0 ? " having " : " and ", bound.counted.text, " ", PrintOp(bound.op), " ",
                      PrintCount(PrintNumber(bound.number), bound.number_from));
    }
    return out;
  }
  static const char* PrintOp(Compare::Op op) {
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
  std::string operator()(const Steps& query) const {
    return absl::StrCat(query.impact ? "impact " : "funnel ", Entities(query.entities), Where(query.where));
  }
  std::string operator()(const CompareCohorts& query) const {
    return absl::StrCat("compare ",
                        absl::StrJoin(query.cohorts, ", ",
                                      [](std::string* s, const CompareCohorts::Compared& c) {
                                        absl::StrAppend(s, PrintCohort(c.cohort));
                                        if (c.counted)
                                          absl::StrAppend(s, " as ", Entities({*c.counted}), Where(c.where));
                                      }),
                        By(query.by));
  }
  std::string operator()(const Define& query) const {
    return absl::StrCat("define cohort ", PrintCohort(query.cohort), " as ", Entities({query.counted}),
                        Where(query.where));
  }
  std::string operator()(const Summarise& query) const {
    return absl::StrCat("summarise ", Entities({query.entity}), " of ",
                        absl::StrJoin(query.measured, ", ",
                                      [](std::string* s, const Measured& m) {
                                        absl::StrAppend(s, m.field.text, TermsBehind(m.terms),
                                                        m.as_of ? " as of " + Print(*m.as_of) : "");
                                        if (m.unit.empty()) return;
                                        absl::StrAppend(s, " in ", IsPlainUnit(m.unit) ? m.unit : Quote(m.unit));
                                      }),
                        Where(query.where));
  }
  std::string operator()(const Drop& query) const { return absl::StrCat("drop cohort ", PrintCohort(query.cohort)); }
  std::string operator()(const Describe& query) const { return absl::StrCat("describe ", query.entity.text); }
  std::string operator()(const Show& query) const {
    const std::string which = !query.which                ? ""
                              : query.which->is_parameter ? "$" + query.which->name
                                                          : Quote(query.which->name);
    return absl::StrCat("show ", query.what.text, which.empty() ? "" : " ", which);
  }
  std::string operator()(const Terms& query) const {
    return absl::StrCat("terms like ", query.is_parameter ? "$" + query.text : Quote(query.text),
                        query.in ? " in " + query.in->text : "",
                        query.limit ? " limit " + PrintCount(*query.limit, query.limit_from) : "");
  }
  std::string operator()(const List& query) const {
    std::string out =
        absl::StrCat("list ", PrintPolarity(query.entity.polarity), query.entity.entity.text, Where(query.where));
    if (query.limit) absl::StrAppend(&out, " limit ", PrintCount(*query.limit, query.limit_from));
    return out;
  }
};

}  // namespace

std::string Print(const Literal& literal) {
  std::string out = literal.exactly ? "exactly " : "";
  switch (literal.kind) {
    case Literal::Kind::kNumber:
      return absl::StrCat(PrintPart(literal.number, literal.unit), literal.gestation ? " of gestation" : "");
    case Literal::Kind::kCompound:
      return absl::StrCat(absl::StrJoin(literal.parts, " ",
                                        [](std::string* s, const Literal::Part& part) {
                                          absl::StrAppend(s, PrintPart(part.number, part.unit));
                                        }),
                          literal.gestation ? " of gestation" : "");
    case Literal::Kind::kCode:
      absl::StrAppend(&out, literal.text);
      if (!literal.label.empty()) absl::StrAppend(&out, " ", Quote(literal.label));
      return out;
    case Literal::Kind::kQuoted:
      return out + Quote(literal.text);
    case Literal::Kind::kMoment:
      return absl::StrCat(literal.factor == 1 ? "" : absl::StrCat(PrintPart(literal.factor, ""), " times "),
                          literal.event.empty() ? "" : absl::StrCat(literal.event, "."), literal.text);
    case Literal::Kind::kParameter:
      return absl::StrCat(out, "$", literal.text);
    case Literal::Kind::kDuration:
    case Literal::Kind::kDate:
    case Literal::Kind::kWord:
      return literal.text;
  }
  return out;
}

std::string Print(const Expr& expression) { return std::visit(ExprPrinter{}, expression.node); }

std::string Print(const Statement& statement) {
  const std::string prefix = statement.explain == Statement::Explain::kNo     ? ""
                             : statement.explain == Statement::Explain::kPlan ? "explain "
                                                                              : "explain analyse ";
  return prefix + std::visit(QueryPrinter{}, statement.query);
}

}  // namespace muster::grammar
