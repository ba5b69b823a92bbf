// The canonical form of statements.
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
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

// Shortest decimal that reads back as the same double.
std::string PrintNumber(double number) {
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

std::string PrintList(const std::vector<Literal>& values) {
  return absl::StrCat(
      "in (", absl::StrJoin(values, ", ", [](std::string* out, const Literal& v) { absl::StrAppend(out, Print(v)); }),
      ")");
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
  }
  return "";
}

bool IsPredicate(const Expr& expr) {
  return std::holds_alternative<Has>(expr.node) || std::holds_alternative<Compare>(expr.node);
}

// An operand of `and`, `or` or `not`, in parentheses where the tree needs them.
std::string PrintOperand(const Expr& operand, bool keep_and) {
  const bool bare = IsPredicate(operand) || std::holds_alternative<Not>(operand.node) ||
                    std::holds_alternative<AtLeastOf>(operand.node) ||
                    (keep_and && std::holds_alternative<And>(operand.node));
  return bare ? Print(operand) : absl::StrCat("(", Print(operand), ")");
}

std::string PrintOperands(const std::vector<ExprPtr>& operands, const char* separator, bool keep_and) {
  return absl::StrJoin(operands, separator, [&](std::string* out, const ExprPtr& operand) {
    absl::StrAppend(out, PrintOperand(*operand, keep_and));
  });
}

struct ExprPrinter {
  std::string operator()(const And& node) const { return PrintOperands(node.operands, " and ", false); }
  std::string operator()(const Or& node) const { return PrintOperands(node.operands, " or ", true); }
  std::string operator()(const Not& node) const { return absl::StrCat("not ", PrintOperand(*node.operand, false)); }
  std::string operator()(const AtLeastOf& node) const {
    return absl::StrCat(
        "at least ", node.count, " of (",
        absl::StrJoin(node.operands, ", ", [](std::string* out, const ExprPtr& e) { absl::StrAppend(out, Print(*e)); }),
        ")");
  }
  std::string operator()(const Has& node) const {
    std::string out = "has";
    if (node.quantity) {
      const auto kind = node.quantity->kind;
      absl::StrAppend(&out,
                      kind == Quantity::Kind::kAtLeast  ? " at least "
                      : kind == Quantity::Kind::kAtMost ? " at most "
                                                        : " exactly ",
                      node.quantity->count, node.quantity->distinct ? " distinct" : "");
    }
    if (node.polarity != Polarity::kDefault) {
      absl::StrAppend(&out, node.polarity == Polarity::kExcluded ? " excluded" : " observed");
    }
    absl::StrAppend(&out, " ", node.entity.text);
    if (node.terms.size() == 1) absl::StrAppend(&out, " ", Print(node.terms[0]));
    if (node.terms.size() > 1) absl::StrAppend(&out, " ", PrintList(node.terms));
    if (node.with != nullptr) {
      const std::string condition = Print(*node.with);
      absl::StrAppend(&out, " with ", IsPredicate(*node.with) ? condition : absl::StrCat("(", condition, ")"));
    }
    return out;
  }
  std::string operator()(const Compare& node) const {
    std::string out;
    if (node.certainty == Compare::Certainty::kCertainly) out = "certainly ";
    if (node.certainty == Compare::Certainty::kPossibly) out = "possibly ";
    absl::StrAppend(&out, node.field.text);
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

  std::string operator()(const Count& query) const {
    std::string out =
        absl::StrCat("count ",
                     absl::StrJoin(query.entities, ", ",
                                   [](std::string* s, const Counted& counted) {
                                     absl::StrAppend(s, PrintPolarity(counted.polarity), counted.entity.text);
                                   }),
                     Where(query.where));
    for (size_t i = 0; i < query.by.size(); ++i) {
      const Dimension& dimension = query.by[i];
      absl::StrAppend(&out, i == 0 ? " by " : ", ", dimension.field.text);
      if (dimension.as_of) absl::StrAppend(&out, " as of ", Print(*dimension.as_of));
      if (dimension.band) absl::StrAppend(&out, " in bands of ", Print(*dimension.band));
      if (dimension.top) absl::StrAppend(&out, " top ", *dimension.top);
    }
    return out;
  }
  std::string operator()(const List& query) const {
    std::string out =
        absl::StrCat("list ", PrintPolarity(query.entity.polarity), query.entity.entity.text, Where(query.where));
    if (query.limit) absl::StrAppend(&out, " limit ", *query.limit);
    return out;
  }
};

}  // namespace

std::string Print(const Literal& literal) {
  std::string out = literal.exactly ? "exactly " : "";
  switch (literal.kind) {
    case Literal::Kind::kNumber:
      return PrintPart(literal.number, literal.unit);
    case Literal::Kind::kCompound:
      return absl::StrJoin(literal.parts, " ", [](std::string* s, const Literal::Part& part) {
        absl::StrAppend(s, PrintPart(part.number, part.unit));
      });
    case Literal::Kind::kCode:
      absl::StrAppend(&out, literal.text);
      if (!literal.label.empty()) absl::StrAppend(&out, " ", Quote(literal.label));
      return out;
    case Literal::Kind::kQuoted:
      return out + Quote(literal.text);
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
