#include "grammar/parameters.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "grammar/build_literal.h"
#include "grammar/clone.h"
#include "grammar/some_of.h"

namespace muster::grammar {
namespace {

// `likely pathogenic`: in a statement its words are joined by single blanks, a parameter is taken as it is.
bool IsWordsWithoutQuotes(std::string_view text, const Literal& read) {
  constexpr std::string_view kBlanks = " \t\r\n\f\v";
  if ((read.kind != Literal::Kind::kWord && read.kind != Literal::Kind::kQuoted) || read.exactly) return false;
  const size_t first = std::min(text.find_first_not_of(kBlanks), text.size());
  text = text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
  return !text.starts_with('"') && !text.starts_with('\'') && text.find_first_of(kBlanks) != std::string_view::npos;
}

// The value that `text` is by itself, as it would be behind `is`; else a quoted text.
Literal ReadValue(const std::string& text) {
  if (std::optional<Literal> plain = ReadPlainLiteral(text)) return *std::move(plain);
  Literal value;
  // A text in which a comment, a further criterion or statement could hide is no single value, and parses as something
  // else than the one comparison that is looked for here.
  const ParseResult parsed = Parse(absl::StrCat("list x where x is ", text));
  const auto* list = parsed.statements.size() == 1 ? std::get_if<List>(&parsed.statements[0].query) : nullptr;
  const auto* compare =
      list == nullptr || list->limit || list->where == nullptr ? nullptr : std::get_if<Compare>(&list->where->node);
  const bool single = compare != nullptr && compare->op == Compare::Op::kIs && compare->values.size() == 1 &&
                      compare->values[0].kind != Literal::Kind::kParameter && text.find("--") == std::string::npos &&
                      text.find(';') == std::string::npos;
  if (single && !IsWordsWithoutQuotes(text, compare->values[0])) return compare->values[0];
  value.kind = Literal::Kind::kQuoted;
  value.text = text;
  return value;
}

}  // namespace

// Walks the statements and calls back for each place at which values stand.
class Replacer {
 public:
  Replacer(Parameters* parameters, std::vector<Diagnostic>* diagnostics)
      : parameters_(parameters), diagnostics_(diagnostics) {}
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
    text = value.kind == Literal::Kind::kQuoted ? value.text : parameters_->values_.single.at(text);
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

  // What stands for the parameter; null where nothing can, which is said.
  const std::vector<Literal>* Read(const Literal& parameter, bool list_may_stand) {
    const std::string& name = parameter.text;
    const auto single = parameters_->values_.single.find(name);
    const auto list = parameters_->values_.lists.find(name);
    const bool is_single = single != parameters_->values_.single.end();
    const bool is_list = list != parameters_->values_.lists.end();
    if (!is_single && !is_list) {
      Missing(parameter);
      return nullptr;
    }
    if (is_single && is_list) {
      Error(parameter, "list-parameter", absl::StrCat("$", name, " has a value and a list of values as well"),
            {"give one of them"});
      return nullptr;
    }
    if (is_list && !list_may_stand) {
      Error(parameter, "list-parameter", absl::StrCat("$", name, " is a list, and one value stands here"),
            {"give one value for it, or write in $" + name + " where several may stand"});
      return nullptr;
    }
    if (is_list && list->second.empty()) {
      Error(parameter, "empty-list", absl::StrCat("the list $", name, " has no values"),
            {"leave the criterion out of the text when there is nothing to look for"});
      return nullptr;
    }
    size_t bytes = is_single ? single->second.size() : 0;
    if (is_list) {
      for (const std::string& value : list->second) bytes += value.size();
    }
    if (bytes > parameters_->most_bytes_ || parameters_->bytes_ > parameters_->most_bytes_ - bytes) {
      Error(parameter, "text-too-long",
            absl::StrCat("with the value of $", name, " (", bytes,
                         " bytes) put here, the query is longer than max_text_bytes allows"),
            {});
      return nullptr;
    }
    if (is_list) {
      parameters_->in_lists_ += list->second.size();
      if (parameters_->in_lists_ > parameters_->most_values_) {
        Error(parameter, "too-many-terms",
              absl::StrCat("with the ", list->second.size(), " values of $", name,
                           " put here, the query has more terms and values than max_terms allows (",
                           parameters_->most_values_, ")"),
              {});
        return nullptr;
      }
    }
    parameters_->bytes_ += bytes;
    auto known = parameters_->read_.find(name);
    if (known == parameters_->read_.end()) {
      std::vector<Literal> values;
      if (is_single) values.push_back(ReadValue(single->second));
      if (is_list) {
        values.reserve(list->second.size());
        for (const std::string& value : list->second) values.push_back(ReadValue(value));
      }
      known = parameters_->read_.emplace(name, std::move(values)).first;
    }
    return &known->second;
  }

  void Missing(const Literal& parameter) {
    std::vector<std::string> given;
    for (const auto& [name, text] : parameters_->values_.single) given.push_back("$" + name);
    for (const auto& [name, values] : parameters_->values_.lists) given.push_back("$" + name);
    Error(parameter, "missing-parameter", absl::StrCat("$", parameter.text, " has no value"),
          {given.empty() ? "no parameters were given" : absl::StrCat("given: ", absl::StrJoin(given, ", "))});
  }

  Parameters* const parameters_ = nullptr;
  std::vector<Diagnostic>* const diagnostics_ = nullptr;
  std::vector<ParameterUse>* const found_ = nullptr;
};

std::vector<ParameterUse> ParametersIn(const std::vector<Statement>& statements) {
  std::vector<ParameterUse> found;
  for (const Statement& statement : statements) {
    Statement copy = Clone(statement);
    Replacer(&found).Replace(copy);
  }
  return found;
}

void Parameters::Replace(Statement* statement, std::vector<Diagnostic>* diagnostics) {
  Replacer(this, diagnostics).Replace(*statement);
}

std::optional<Diagnostic> Parameters::Unused() const {
  std::vector<std::string> unused;
  for (const auto& [name, text] : values_.single) {
    if (!read_.contains(name)) unused.push_back(absl::StrCat("$", name));
  }
  for (const auto& [name, values] : values_.lists) {
    if (!read_.contains(name)) unused.push_back(absl::StrCat("$", name));
  }
  if (unused.empty()) return std::nullopt;
  return Diagnostic{Severity::kWarning,
                    "unused-parameter",
                    absl::StrCat(absl::StrJoin(unused, ", "), unused.size() == 1 ? " has a value" : " have values",
                                 " that nothing in the text asks for"),
                    0,
                    0,
                    {"look for a name that is spelt otherwise in the text, or leave the value out"}};
}

}  // namespace muster::grammar
