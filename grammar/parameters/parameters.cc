#include "grammar/parameters/parameters.h"

#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "grammar/clone.h"
#include "grammar/parse.h"
#include "grammar/some_of.h"

namespace muster::grammar {
namespace {

// Walks the statements and calls back for each place at which values stand.
class Replacer {
 public:
  Replacer(ParameterReader* reader, std::vector<Diagnostic>* diagnostics)
      : reader_(reader), diagnostics_(diagnostics) {}
  // Only finds them.
  explicit Replacer(std::vector<ParameterUse>* found) : found_(found) {}

  void Replace(Statement& statement) {
    std::visit([&](auto& query) { ReplaceQuery(query); }, statement.query);
  }

 private:
  void ReplaceQuery(Count& count) {
    ReplaceExpr(count.where);
    ReplaceBy(count.by);
    for (HavingCondition& bound : count.having) {
      if (const auto number = ReplaceNumber(bound.number_from)) bound.number = *number;
    }
  }
  void ReplaceQuery(List& list) {
    ReplaceExpr(list.where);
    ReplaceCount(list.limit_from, &list.limit);
  }
  void ReplaceQuery(Steps& steps) { ReplaceExpr(steps.where); }
  void ReplaceQuery(CompareCohorts& compare) {
    for (CompareCohorts::Compared& compared : compare.cohorts) {
      ReplaceCohort(compared.cohort);
      ReplaceExpr(compared.where);
    }
    ReplaceBy(compare.by);
  }
  void ReplaceQuery(Define& define) {
    ReplaceCohort(define.cohort);
    ReplaceExpr(define.where);
  }
  void ReplaceQuery(Summarise& summarise) {
    ReplaceExpr(summarise.where);
    for (Measured& measured : summarise.measured) {
      ReplaceList(measured.terms, &Replacer::AsTerm);
      if (measured.as_of) ReplaceLiteral(*measured.as_of);
    }
  }
  void ReplaceQuery(Drop& drop) { ReplaceCohort(drop.cohort); }
  void ReplaceQuery(Describe&) {}
  void ReplaceQuery(Show& show) {
    if (show.which) ReplaceCohort(*show.which);
  }
  void ReplaceQuery(Terms& terms) {
    ReplaceText(terms.is_parameter, terms.text, terms.span);
    ReplaceCount(terms.limit_from, &terms.limit);
  }

  void ReplaceBy(std::vector<Dimension>& by) {
    for (Dimension& dimension : by) {
      if (dimension.as_of) ReplaceLiteral(*dimension.as_of);
      ReplaceList(dimension.terms, &Replacer::AsTerm);
      for (Dimension::Group& group : dimension.groups) ReplaceList(group.values, &Replacer::AsItStands);
      if (dimension.band) {
        ReplaceLiteral(*dimension.band);
        ExpectAmount(*dimension.band);
      }
      ReplaceList(dimension.edges, &Replacer::AsItStands);
      for (const Literal& edge : dimension.edges) ExpectAmount(edge);
      ReplaceCount(dimension.top_from, &dimension.top);
    }
  }

  void ReplaceExpr(ExprPtr& expr) {
    if (expr == nullptr) return;
    std::visit([&](auto& node) { ReplaceIn(node); }, expr->node);
    if (auto* some = std::get_if<AtLeastOf>(&expr->node)) ReplaceSomeOf(expr, *some);
  }
  void ReplaceSomeOf(ExprPtr& expr, AtLeastOf& some) {
    const Placeholder from = some.count_from;
    if (!ReplaceCount(some.count_from, &some.count)) return;
    std::string mistake;
    expr = MakeSomeOf(expr->span, std::move(some), &mistake);
    if (!mistake.empty()) Error(from, "bad-number", std::move(mistake), {});
  }
  // One for each kind of criterion: a new one does not compile until it says which of its values may be parameters.
  void ReplaceIn(And& node) { ReplaceAll(node.operands); }
  void ReplaceIn(Or& node) { ReplaceAll(node.operands); }
  void ReplaceIn(Not& node) { ReplaceExpr(node.operand); }
  void ReplaceIn(AtLeastOf& node) { ReplaceAll(node.operands); }
  void ReplaceIn(Has& node) {
    if (node.quantity) ReplaceCount(node.quantity->count_from, &node.quantity->count);
    ReplaceCount(node.dates_from, &node.dates);
    ReplaceList(node.terms, &Replacer::AsTerm);
    ReplaceExpr(node.with);
  }
  void ReplaceIn(Compare& node) {
    const bool list = node.op == Compare::Op::kIn || node.op == Compare::Op::kNotIn;
    if (list) {
      ReplaceList(node.values, &Replacer::AsItStands);
    } else {
      for (Literal& value : node.values) ReplaceLiteral(value);
    }
    if (node.as_of) ReplaceLiteral(*node.as_of);
    if (node.distance) ReplaceLiteral(*node.distance);
  }
  void ReplaceIn(InCohort& node) { ReplaceCohort(node.cohort); }
  void ReplaceIn(Usable& node) {
    if (node.disease) {
      ReplaceLiteral(*node.disease);
      AsTerm(*node.disease);
    }
    if (node.country) ReplaceLiteral(*node.country);
  }
  void ReplaceIn(Overlaps&) {}

  void ReplaceAll(std::vector<ExprPtr>& operands) {
    for (ExprPtr& operand : operands) ReplaceExpr(operand);
  }

  static void AsItStands(Literal&) {}
  // Where only a term can stand, a word is the name of one.
  static void AsTerm(Literal& term) {
    if (term.kind == Literal::Kind::kCode || term.kind == Literal::Kind::kParameter) return;
    term.kind = Literal::Kind::kQuoted;
  }

  // Where several values may stand.
  void ReplaceList(std::vector<Literal>& values, void (*as)(Literal&)) {
    std::vector<Literal> replaced;
    for (Literal& value : values) {
      if (value.kind != Literal::Kind::kParameter) {
        replaced.push_back(std::move(value));
        continue;
      }
      if (found_ != nullptr) {
        Find(value.text, true);
        continue;
      }
      const std::vector<Literal>* read = Read(value, true);
      if (read == nullptr) continue;
      for (const Literal& one : *read) {
        replaced.push_back(one);
        Place(value, &replaced.back());
      }
    }
    for (Literal& value : replaced) as(value);
    values = std::move(replaced);
  }

  // Where one stands.
  void ReplaceLiteral(Literal& literal) {
    if (literal.kind != Literal::Kind::kParameter) return;
    if (found_ != nullptr) return Find(literal.text, false);
    const std::vector<Literal>* read = Read(literal, false);
    if (read == nullptr) return;
    Literal one = read->front();
    Place(literal, &one);
    literal = std::move(one);
  }

  // A width of bands, or a place where one begins.
  void ExpectAmount(const Literal& literal) {
    using Kind = Literal::Kind;
    if (literal.kind == Kind::kNumber || literal.kind == Kind::kCompound || literal.kind == Kind::kParameter) return;
    Error({"", literal.span}, "bad-number",
          absl::StrCat("the value of the parameter is ", Print(literal), ", and a number stands here"),
          {"give a number, with its unit where it needs one: 10 years"});
  }

  // A whole number, as it would be read in the text. False where none is put there.
  template <typename Count>
  bool ReplaceCount(Placeholder& from, Count* count) {
    constexpr double kMax = 1'000'000'000;
    const Placeholder asked = from;
    const std::optional<double> number = ReplaceNumber(from);
    if (!number) return false;
    if (*number < 0 || *number > kMax || *number != std::floor(*number)) {
      Error(asked, "bad-number",
            absl::StrCat("$", asked.name, " is ", *number, ", and a whole number from 0 to 1000000000 stands here"),
            {});
      return false;
    }
    *count = static_cast<int>(*number);
    return true;
  }

  // Nothing where none was asked for, or none is given, which is said.
  std::optional<double> ReplaceNumber(Placeholder& from) {
    if (from.name.empty()) return std::nullopt;
    if (found_ != nullptr) {
      Find(from.name, false);
      return std::nullopt;
    }
    const std::vector<Literal>* read = Read(AsLiteral(from), false);
    if (read == nullptr) return std::nullopt;
    const Literal& value = read->front();
    if (value.kind != Literal::Kind::kNumber || !value.unit.empty() || value.gestation) {
      Error(from, "bad-number", absl::StrCat("$", from.name, " is ", Print(value), ", and a number stands here"),
            {"give a number without a unit"});
      return std::nullopt;
    }
    from = {};
    return value.number;
  }

  // Where a text or a name stands, the value is one, whatever it looks like.
  void ReplaceText(bool& is_parameter, std::string& text, Span span) {
    if (!is_parameter) return;
    if (found_ != nullptr) return Find(text, false);
    const std::vector<Literal>* read = Read(AsLiteral({text, span}), false);
    if (read == nullptr) return;
    const Literal& value = read->front();
    text = value.kind == Literal::Kind::kQuoted ? value.text : reader_->TextOf(text);
    is_parameter = false;
  }
  void ReplaceCohort(CohortRef& cohort) { ReplaceText(cohort.is_parameter, cohort.name, cohort.span); }

  static Literal AsLiteral(const Placeholder& parameter) {
    Literal literal;
    literal.kind = Literal::Kind::kParameter;
    literal.text = parameter.name;
    literal.span = parameter.span;
    return literal;
  }

  static void Place(const Literal& parameter, Literal* value) {
    value->span = parameter.span;
    value->label_span = parameter.span;
    value->exactly = value->exactly || parameter.exactly;
  }

  void Find(const std::string& name, bool list) {
    for (ParameterUse& use : *found_) {
      if (use.name != name) continue;
      use.list = use.list && list;
      return;
    }
    found_->push_back({name, list});
  }

  void Error(const Placeholder& parameter, std::string code, std::string message, std::vector<std::string> hints) {
    Error(AsLiteral(parameter), std::move(code), std::move(message), std::move(hints));
  }
  void Error(const Literal& parameter, std::string code, std::string message, std::vector<std::string> hints) {
    diagnostics_->push_back({Severity::kError, std::move(code), std::move(message), parameter.span.begin,
                             parameter.span.end, std::move(hints)});
  }

  const std::vector<Literal>* Read(const Literal& parameter, bool list_may_stand) {
    return reader_->Read(parameter, list_may_stand, diagnostics_);
  }

  ParameterReader* const reader_ = nullptr;
  std::vector<Diagnostic>* const diagnostics_ = nullptr;
  std::vector<ParameterUse>* const found_ = nullptr;
};

}  // namespace

std::vector<ParameterUse> ParametersIn(const std::vector<Statement>& statements) {
  std::vector<ParameterUse> found;
  for (const Statement& statement : statements) {
    Statement copy = Clone(statement);
    Replacer(&found).Replace(copy);
  }
  return found;
}

void Parameters::Replace(Statement* statement, std::vector<Diagnostic>* diagnostics) {
  Replacer(&reader_, diagnostics).Replace(*statement);
}

}  // namespace muster::grammar
