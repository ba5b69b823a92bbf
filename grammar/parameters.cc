#include "grammar/parameters.h"

#include <optional>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace muster::grammar {
namespace {

// The value that `text` is by itself, as it would be behind `is`; else a quoted text.
Literal ReadValue(const std::string& text) {
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
  if (single) return compare->values[0];
  value.kind = Literal::Kind::kQuoted;
  value.text = text;
  return value;
}

}  // namespace

class Replacer {
 public:
  Replacer(Parameters* parameters, std::vector<Diagnostic>* diagnostics)
      : parameters_(*parameters), diagnostics_(diagnostics) {}

  void Replace(Statement& statement) {
    std::visit([&](auto& query) { ReplaceQuery(query); }, statement.query);
  }

 private:
  void ReplaceQuery(Count& count) {
    ReplaceExpr(count.where);
    ReplaceBy(count.by);
  }
  void ReplaceQuery(List& list) { ReplaceExpr(list.where); }
  void ReplaceQuery(Steps& steps) { ReplaceExpr(steps.where); }
  void ReplaceQuery(CompareCohorts& compare) {
    for (CompareCohorts::Compared& compared : compare.cohorts) ReplaceExpr(compared.where);
    ReplaceBy(compare.by);
  }
  void ReplaceQuery(Define& define) { ReplaceExpr(define.where); }
  void ReplaceQuery(Drop&) {}
  void ReplaceQuery(Describe&) {}
  void ReplaceQuery(Show&) {}
  void ReplaceQuery(Terms&) {}

  void ReplaceBy(std::vector<Dimension>& by) {
    for (Dimension& dimension : by) {
      if (dimension.as_of) ReplaceLiteral(*dimension.as_of);
      for (Dimension::Group& group : dimension.groups) {
        for (Literal& value : group.values) ReplaceLiteral(value);
      }
    }
  }

  void ReplaceExpr(ExprPtr& expr) {
    if (expr == nullptr) return;
    std::visit([&](auto& node) { ReplaceIn(node); }, expr->node);
  }
  // One for each kind of criterion: a new one does not compile until it says which of its values may be parameters.
  void ReplaceIn(And& node) { ReplaceAll(node.operands); }
  void ReplaceIn(Or& node) { ReplaceAll(node.operands); }
  void ReplaceIn(Not& node) { ReplaceExpr(node.operand); }
  void ReplaceIn(AtLeastOf& node) { ReplaceAll(node.operands); }
  void ReplaceIn(Has& node) {
    for (Literal& term : node.terms) ReplaceTerm(term);
    ReplaceExpr(node.with);
  }
  void ReplaceIn(Compare& node) {
    for (Literal& value : node.values) ReplaceLiteral(value);
    if (node.as_of) ReplaceLiteral(*node.as_of);
    if (node.distance) ReplaceLiteral(*node.distance);
  }
  void ReplaceIn(InCohort&) {}
  void ReplaceIn(Usable& node) {
    if (node.disease) ReplaceTerm(*node.disease);
    if (node.country) ReplaceLiteral(*node.country);
  }
  void ReplaceIn(Overlaps&) {}

  void ReplaceAll(std::vector<ExprPtr>& operands) {
    for (ExprPtr& operand : operands) ReplaceExpr(operand);
  }

  // Where only a term can stand, a word is the name of one.
  void ReplaceTerm(Literal& term) {
    ReplaceLiteral(term);
    if (term.kind == Literal::Kind::kCode || term.kind == Literal::Kind::kParameter) return;
    term.kind = Literal::Kind::kQuoted;
  }

  void ReplaceLiteral(Literal& literal) {
    if (literal.kind != Literal::Kind::kParameter) return;
    const auto& values = parameters_.values_;
    const auto value = values.find(literal.text);
    if (value == values.end()) {
      std::vector<std::string> given;
      for (const auto& [name, text] : values) given.push_back("$" + name);
      diagnostics_->push_back(
          {Severity::kError,
           "missing-parameter",
           absl::StrCat("$", literal.text, " has no value"),
           literal.span.begin,
           literal.span.end,
           {given.empty() ? "no parameters were given" : absl::StrCat("given: ", absl::StrJoin(given, ", "))}});
      return;
    }
    if (parameters_.bytes_ + value->second.size() > parameters_.most_bytes_) {
      diagnostics_->push_back({Severity::kError,
                               "text-too-long",
                               absl::StrCat("with the value of $", literal.text, " (", value->second.size(),
                                            " bytes) put here, the query is longer than max_text_bytes allows"),
                               literal.span.begin,
                               literal.span.end,
                               {}});
      return;
    }
    parameters_.bytes_ += value->second.size();
    auto known = parameters_.read_.find(literal.text);
    if (known == parameters_.read_.end()) {
      known = parameters_.read_.emplace(literal.text, ReadValue(value->second)).first;
    }
    Literal read = known->second;
    read.span = literal.span;
    read.label_span = literal.span;
    read.exactly = read.exactly || literal.exactly;
    literal = std::move(read);
  }

  Parameters& parameters_;
  std::vector<Diagnostic>* diagnostics_;
};

void Parameters::Replace(Statement* statement, std::vector<Diagnostic>* diagnostics) {
  Replacer(this, diagnostics).Replace(*statement);
}

std::optional<Diagnostic> Parameters::Unused() const {
  std::vector<std::string> unused;
  for (const auto& [name, text] : values_) {
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
