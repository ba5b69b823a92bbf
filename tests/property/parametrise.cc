#include "tests/property/parametrise.h"

#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grammar/parse.h"

namespace muster::property {
namespace {

using grammar::ExprPtr;
using grammar::Literal;

class Parametriser {
 public:
  Parametriser(Random& random, std::map<std::string, std::string>* values) : random_(random), values_(*values) {}

  void Change(grammar::Statement& statement) {
    if (auto* count = std::get_if<grammar::Count>(&statement.query)) {
      for (grammar::HavingCondition& bound : count->having) ChangeNumber(bound.number, &bound.number_from);
      for (grammar::Dimension& dimension : count->by) {
        if (dimension.band) Change(*dimension.band);
        for (Literal& edge : dimension.edges) Change(edge);
        if (dimension.top) ChangeNumber(*dimension.top, &dimension.top_from);
      }
      return Change(count->where);
    }
    if (auto* list = std::get_if<grammar::List>(&statement.query)) {
      if (list->limit) ChangeNumber(*list->limit, &list->limit_from);
      return Change(list->where);
    }
    if (auto* steps = std::get_if<grammar::Steps>(&statement.query)) return Change(steps->where);
    if (auto* summarise = std::get_if<grammar::Summarise>(&statement.query)) return Change(summarise->where);
    if (auto* compare = std::get_if<grammar::CompareCohorts>(&statement.query)) {
      for (auto& compared : compare->cohorts) Change(compared.where);
    }
  }

 private:
  void Change(Literal& literal) {
    if (literal.kind == Literal::Kind::kMoment || !random_.Chance(40)) return;
    // `exactly` and a label to check belong to the text around the code.
    if (literal.exactly || !literal.label.empty()) return;
    Literal parameter;
    parameter.kind = Literal::Kind::kParameter;
    parameter.text = NewName();
    values_[parameter.text] = grammar::Print(literal);
    literal = std::move(parameter);
  }

  template <typename Number>
  void ChangeNumber(const Number& number, grammar::Placeholder* from) {
    if (!random_.Chance(40)) return;
    from->name = NewName();
    values_[from->name] = absl::StrCat(number);
  }

  std::string NewName() const {
    return values_.size() % 2 == 0 ? absl::StrCat(values_.size() + 1) : absl::StrCat("p", values_.size());
  }

  void Change(std::vector<ExprPtr>& operands) {
    for (ExprPtr& operand : operands) Change(operand);
  }

  void Change(ExprPtr& expr) {
    if (expr == nullptr) return;
    auto& node = expr->node;
    if (auto* conjunction = std::get_if<grammar::And>(&node)) return Change(conjunction->operands);
    if (auto* disjunction = std::get_if<grammar::Or>(&node)) return Change(disjunction->operands);
    if (auto* at_least = std::get_if<grammar::AtLeastOf>(&node)) {
      ChangeNumber(at_least->count, &at_least->count_from);
      return Change(at_least->operands);
    }
    if (auto* negation = std::get_if<grammar::Not>(&node)) return Change(negation->operand);
    if (auto* has = std::get_if<grammar::Has>(&node)) {
      for (Literal& term : has->terms) Change(term);
      // `no` is a quantity that stands for itself.
      if (has->quantity && has->quantity->count > 0) ChangeNumber(has->quantity->count, &has->quantity->count_from);
      if (has->dates) ChangeNumber(*has->dates, &has->dates_from);
      return Change(has->with);
    }
    if (auto* compare = std::get_if<grammar::Compare>(&node)) {
      for (Literal& value : compare->values) Change(value);
    }
    if (auto* usable = std::get_if<grammar::Usable>(&node)) {
      if (usable->disease) Change(*usable->disease);
      if (usable->country) Change(*usable->country);
    }
  }

  Random& random_;
  std::map<std::string, std::string>& values_;
};

}  // namespace

Parametrised Parametrise(const std::string& question, Random& random) {
  grammar::ParseResult parsed = grammar::Parse(question);
  Parametrised result{question, {}};
  if (parsed.statements.size() != 1) return result;
  Parametriser(random, &result.values).Change(parsed.statements[0]);
  if (!result.values.empty()) result.text = grammar::Print(parsed.statements[0]);
  return result;
}

}  // namespace muster::property
