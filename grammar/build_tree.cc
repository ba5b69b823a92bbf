#include "grammar/build_tree.h"

#include <charconv>
#include <cstdlib>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace muster::grammar {

using Parser = generated::CohortQueryParser;

Span Source::SpanOf(const antlr4::Token& token) const {
  const size_t last = offsets.size() - 1;
  const size_t start = std::min(token.getStartIndex(), last);
  const size_t stop = token.getStopIndex() == static_cast<size_t>(-1) ? start : token.getStopIndex() + 1;
  return {offsets[start], offsets[std::max(start, std::min(stop, last))]};
}

Span Source::SpanOf(const antlr4::ParserRuleContext& context) const {
  if (context.start == nullptr) return {text.size(), text.size()};
  Span span = SpanOf(*context.start);
  if (context.stop != nullptr) span.end = std::max(span.end, SpanOf(*context.stop).end);
  return span;
}

namespace {

class Builder {
 public:
  Builder(const Source& source, std::vector<Diagnostic>* diagnostics) : source_(source), diagnostics_(diagnostics) {}

  Statement BuildStatement(Parser::StatementContext& context) {
    Statement statement;
    statement.span = source_.SpanOf(context);
    if (context.EXPLAIN() != nullptr) {
      statement.explain = context.ANALYSE() != nullptr ? Statement::Explain::kAnalyse : Statement::Explain::kPlan;
    }
    if (auto* count = dynamic_cast<Parser::CountQueryContext*>(context.query())) {
      Count query;
      for (auto* counted : count->counted()) query.entities.push_back(BuildCounted(*counted));
      query.where = BuildWhere(count->where());
      if (count->by() != nullptr) {
        for (auto* dimension : count->by()->dimension()) query.by.push_back(BuildDimension(*dimension));
      }
      statement.query = std::move(query);
    } else if (auto* list = dynamic_cast<Parser::ListQueryContext*>(context.query())) {
      List query;
      query.entity = BuildCounted(*list->counted());
      query.where = BuildWhere(list->where());
      if (list->NUMBER() != nullptr) query.limit = BuildInteger(*list->NUMBER());
      statement.query = std::move(query);
    }
    return statement;
  }

 private:
  Counted BuildCounted(Parser::CountedContext& context) {
    Counted counted;
    BuildPolarity(context.polarity(), &counted.polarity, &counted.polarity_span);
    counted.entity = BuildName(*context.name());
    return counted;
  }

  void BuildPolarity(Parser::PolarityContext* context, Polarity* polarity, Span* span) {
    if (context == nullptr) return;
    *polarity = context->EXCLUDED() != nullptr ? Polarity::kExcluded : Polarity::kObserved;
    *span = source_.SpanOf(*context);
  }

  ExprPtr BuildWhere(Parser::WhereContext* context) {
    return context == nullptr ? nullptr : BuildExpression(*context->expression());
  }

  Dimension BuildDimension(Parser::DimensionContext& context) {
    Dimension dimension;
    dimension.span = source_.SpanOf(context);
    dimension.field = BuildName(*context.name());
    if (context.asOf() != nullptr) dimension.as_of = BuildValue(*context.asOf()->value());
    if (context.amount() != nullptr) dimension.band = BuildAmount(*context.amount());
    if (context.NUMBER() != nullptr) dimension.top = BuildInteger(*context.NUMBER());
    return dimension;
  }

  template <typename Node>
  ExprPtr Make(const antlr4::ParserRuleContext& context, Node node) {
    auto expr = std::make_unique<Expr>();
    expr->span = source_.SpanOf(context);
    expr->node = std::move(node);
    return expr;
  }

  // A chain `a and b and c` is left-deep and may be long: it is flattened without recursion.
  template <typename Context, typename Node>
  ExprPtr BuildChain(Context& context) {
    std::vector<Parser::ExpressionContext*> reversed;
    Context* link = &context;
    while (true) {
      reversed.push_back(link->expression(1));
      auto* left = dynamic_cast<Context*>(link->expression(0));
      if (left == nullptr) break;
      link = left;
    }
    Node node;
    node.operands.push_back(BuildExpression(*link->expression(0)));
    for (auto it = reversed.rbegin(); it != reversed.rend(); ++it) node.operands.push_back(BuildExpression(**it));
    return Make(context, std::move(node));
  }

  ExprPtr BuildExpression(Parser::ExpressionContext& context) {
    if (auto* group = dynamic_cast<Parser::ParenthesisedContext*>(&context))
      return BuildExpression(*group->expression());
    if (auto* single = dynamic_cast<Parser::SingleContext*>(&context)) return BuildPredicate(*single->predicate());
    if (auto* negation = dynamic_cast<Parser::NotContext*>(&context)) {
      return Make(context, Not{BuildExpression(*negation->expression())});
    }
    if (auto* conjunction = dynamic_cast<Parser::AndContext*>(&context)) {
      return BuildChain<Parser::AndContext, And>(*conjunction);
    }
    if (auto* disjunction = dynamic_cast<Parser::OrContext*>(&context)) {
      return BuildChain<Parser::OrContext, Or>(*disjunction);
    }
    auto& at_least = dynamic_cast<Parser::AtLeastOfContext&>(context);
    AtLeastOf node;
    node.count = BuildInteger(*at_least.NUMBER());
    for (auto* operand : at_least.expression()) node.operands.push_back(BuildExpression(*operand));
    return Make(context, std::move(node));
  }

  ExprPtr BuildCondition(Parser::ConditionContext& context) {
    if (auto* group = dynamic_cast<Parser::ConditionGroupContext*>(&context))
      return BuildExpression(*group->expression());
    if (auto* single = dynamic_cast<Parser::ConditionSingleContext*>(&context))
      return BuildPredicate(*single->predicate());
    return Make(context, Not{BuildCondition(*dynamic_cast<Parser::ConditionNotContext&>(context).condition())});
  }

  ExprPtr BuildPredicate(Parser::PredicateContext& context) {
    if (auto* has = dynamic_cast<Parser::HasContext*>(&context)) return BuildHas(*has);
    return BuildCompare(dynamic_cast<Parser::CompareContext&>(context));
  }

  ExprPtr BuildHas(Parser::HasContext& context) {
    Has has;
    if (auto* quantity = context.quantity()) {
      Quantity q;
      q.kind = quantity->MOST() != nullptr      ? Quantity::Kind::kAtMost
               : quantity->EXACTLY() != nullptr ? Quantity::Kind::kExactly
                                                : Quantity::Kind::kAtLeast;
      q.count = BuildInteger(*quantity->NUMBER());
      q.distinct = quantity->DISTINCT() != nullptr;
      q.span = source_.SpanOf(*quantity);
      has.quantity = q;
    }
    BuildPolarity(context.polarity(), &has.polarity, &has.polarity_span);
    has.entity = BuildName(*context.name());
    if (auto* terms = context.terms()) {
      for (auto* term : terms->term()) has.terms.push_back(BuildTerm(*term));
    }
    if (auto* condition = context.condition()) has.with = BuildCondition(*condition);
    return Make(context, std::move(has));
  }

  ExprPtr BuildCompare(Parser::CompareContext& context) {
    Compare compare;
    if (auto* certainty = context.certainty()) {
      compare.certainty =
          certainty->POSSIBLY() != nullptr ? Compare::Certainty::kPossibly : Compare::Certainty::kCertainly;
    }
    compare.field = BuildName(*context.name());
    if (context.asOf() != nullptr) compare.as_of = BuildValue(*context.asOf()->value());
    auto& comparison = *context.comparison();
    compare.op_span = source_.SpanOf(comparison);
    BuildComparison(comparison, &compare);
    return Make(context, std::move(compare));
  }

  void BuildComparison(Parser::ComparisonContext& context, Compare* compare) {
    using Op = Compare::Op;
    if (dynamic_cast<Parser::IsRecordedContext*>(&context) != nullptr) {
      compare->op = Op::kIsRecorded;
    } else if (dynamic_cast<Parser::IsMissingContext*>(&context) != nullptr) {
      compare->op = Op::kIsMissing;
    } else if (auto* list = dynamic_cast<Parser::InListContext*>(&context)) {
      compare->op = list->NOT() != nullptr ? Op::kNotIn : Op::kIn;
      for (auto* value : list->value()) compare->values.push_back(BuildValue(*value));
    } else if (auto* is_not = dynamic_cast<Parser::IsNotValueContext*>(&context)) {
      compare->op = Op::kIsNot;
      compare->values.push_back(BuildValue(*is_not->value()));
    } else if (auto* is = dynamic_cast<Parser::IsValueContext*>(&context)) {
      compare->op = Op::kIs;
      compare->values.push_back(BuildValue(*is->value()));
    } else if (auto* ordered = dynamic_cast<Parser::OrderedContext*>(&context)) {
      compare->op = ordered->LESS() != nullptr || ordered->BEFORE() != nullptr ? Op::kLess
                    : ordered->LESS_EQUAL() != nullptr                         ? Op::kLessEqual
                    : ordered->GREATER_EQUAL() != nullptr                      ? Op::kGreaterEqual
                                                                               : Op::kGreater;
      compare->values.push_back(BuildValue(*ordered->value()));
    } else if (auto* between = dynamic_cast<Parser::BetweenContext*>(&context)) {
      compare->op = Op::kBetween;
      for (auto* value : between->value()) compare->values.push_back(BuildValue(*value));
    } else {
      compare->op = Op::kStartsWith;
      compare->values.push_back(BuildValue(*dynamic_cast<Parser::StartsWithContext&>(context).value()));
    }
  }

  Literal BuildValue(Parser::ValueContext& context) {
    if (context.amount() != nullptr) return BuildAmount(*context.amount());
    if (context.term() != nullptr) return BuildTerm(*context.term());
    Literal literal;
    literal.span = source_.SpanOf(context);
    literal.text = source_.TextOf(literal.span);
    literal.kind = context.DURATION() != nullptr ? Literal::Kind::kDuration
                   : context.DATE() != nullptr   ? Literal::Kind::kDate
                                                 : Literal::Kind::kWord;
    return literal;
  }

  Literal BuildAmount(Parser::AmountContext& context) {
    Literal literal;
    literal.span = source_.SpanOf(context);
    literal.text = source_.TextOf(literal.span);
    // The children are numbers, each perhaps followed by its unit.
    for (auto* child : context.children) {
      if (auto* unit = dynamic_cast<Parser::UnitContext*>(child)) {
        std::string text(source_.TextOf(source_.SpanOf(*unit)));
        literal.parts.back().unit = unit->STRING() != nullptr ? Unquote(text) : text;
      } else {
        literal.parts.push_back({BuildNumber(*dynamic_cast<antlr4::tree::TerminalNode*>(child)), ""});
      }
    }
    if (literal.parts.size() == 1) {
      literal.kind = Literal::Kind::kNumber;
      literal.number = literal.parts[0].number;
      literal.unit = literal.parts[0].unit;
      literal.parts.clear();
    } else {
      literal.kind = Literal::Kind::kCompound;
    }
    return literal;
  }

  Literal BuildTerm(Parser::TermContext& context) {
    Literal literal;
    literal.span = source_.SpanOf(context);
    literal.exactly = context.EXACTLY() != nullptr;
    if (context.CODE() != nullptr) {
      literal.kind = Literal::Kind::kCode;
      literal.text = context.CODE()->getText();
      if (context.STRING() != nullptr) {
        literal.label = Unquote(context.STRING()->getText());
        literal.label_span = source_.SpanOf(*context.STRING()->getSymbol());
      }
    } else {
      literal.kind = Literal::Kind::kQuoted;
      literal.text = Unquote(context.STRING()->getText());
    }
    return literal;
  }

  Name BuildName(Parser::NameContext& context) {
    Name name;
    name.span = source_.SpanOf(context);
    for (auto* child : context.children) {
      if (!name.text.empty()) name.text += ' ';
      name.text += absl::AsciiStrToLower(child->getText());
    }
    return name;
  }

  int BuildInteger(antlr4::tree::TerminalNode& node) {
    constexpr int kMost = 1'000'000'000;  // one more is still an int
    int value = 0;
    if (!absl::SimpleAtoi(node.getText(), &value) || value < 0 || value > kMost) {
      Report(node, "bad-number", absl::StrCat("'", node.getText(), "' is not a whole number from 0 to ", kMost));
      return 0;
    }
    return value;
  }

  double BuildNumber(antlr4::tree::TerminalNode& node) {
    double value = 0;
    if (!absl::SimpleAtod(node.getText(), &value) || value - value != 0) {
      Report(node, "bad-number", absl::StrCat("'", node.getText(), "' is too large a number"));
      return 0;
    }
    return value;
  }

  void Report(antlr4::tree::TerminalNode& node, std::string code, std::string message) {
    const Span span = source_.SpanOf(*node.getSymbol());
    diagnostics_->push_back({Severity::kError, std::move(code), std::move(message), span.begin, span.end, {}});
  }

  static std::string Unquote(std::string_view quoted) {
    std::string text;
    for (size_t i = 1; i + 1 < quoted.size(); ++i) {
      if (quoted[i] == '\\' && i + 2 < quoted.size()) ++i;
      text += quoted[i];
    }
    return text;
  }

  const Source& source_;
  std::vector<Diagnostic>* diagnostics_;
};

}  // namespace

std::vector<Statement> BuildStatements(Parser::ScriptContext& script, const Source& source,
                                       std::vector<Diagnostic>* diagnostics) {
  Builder builder(source, diagnostics);
  std::vector<Statement> statements;
  for (auto* context : script.statement()) statements.push_back(builder.BuildStatement(*context));
  return statements;
}

}  // namespace muster::grammar
