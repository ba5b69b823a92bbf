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
      if (count->word() != nullptr) query.with = BuildWord(*count->word());
      query.by = BuildBy(count->by());
      if (count->having() != nullptr) {
        for (auto* bound : count->having()->bound()) query.having.push_back(BuildBound(*bound));
      }
      statement.query = std::move(query);
    } else if (auto* list = dynamic_cast<Parser::ListQueryContext*>(context.query())) {
      List query;
      query.entity = BuildCounted(*list->counted());
      query.where = BuildWhere(list->where());
      if (list->NUMBER() != nullptr) query.limit = BuildInteger(*list->NUMBER());
      const std::string& listed = query.entity.entity.text;
      if (query.where == nullptr && !query.limit &&
          (listed == "cohorts" || listed == "datasets" || listed == "ontologies")) {
        statement.query = Show{query.entity.entity, std::nullopt};  // these are no rows
        return statement;
      }
      statement.query = std::move(query);
    } else if (auto* steps = dynamic_cast<Parser::StepsQueryContext*>(context.query())) {
      Steps query;
      query.impact = steps->IMPACT() != nullptr;
      for (auto* counted : steps->counted()) query.entities.push_back(BuildCounted(*counted));
      query.where = BuildWhere(steps->where());
      statement.query = std::move(query);
    } else if (context.query() != nullptr) {
      BuildOther(*context.query(), &statement);
    }
    return statement;
  }

 private:
  // Statements about cohorts and about the catalogue itself.
  void BuildOther(Parser::QueryContext& context, Statement* statement) {
    if (auto* compare = dynamic_cast<Parser::CompareQueryContext*>(&context)) {
      CompareCohorts query;
      for (auto* compared : compare->compared()) {
        CompareCohorts::Compared& cohort = query.cohorts.emplace_back();
        cohort.cohort = BuildCohort(*compared->cohort());
        if (compared->counted() != nullptr) cohort.counted = BuildCounted(*compared->counted());
        cohort.where = BuildWhere(compared->where());
      }
      query.by = BuildBy(compare->by());
      statement->query = std::move(query);
    } else if (auto* define = dynamic_cast<Parser::DefineQueryContext*>(&context)) {
      Define query;
      query.kind = BuildWord(*define->word());
      query.cohort = BuildCohort(*define->cohort());
      query.counted = BuildCounted(*define->counted());
      query.where = BuildWhere(define->where());
      statement->query = std::move(query);
    } else if (auto* drop = dynamic_cast<Parser::DropQueryContext*>(&context)) {
      statement->query = Drop{BuildWord(*drop->word()), BuildCohort(*drop->cohort())};
    } else if (auto* describe = dynamic_cast<Parser::DescribeQueryContext*>(&context)) {
      statement->query = Describe{BuildName(*describe->name())};
    } else if (auto* show = dynamic_cast<Parser::ShowQueryContext*>(&context)) {
      Show query;
      query.what = BuildName(*show->name());
      if (show->STRING() != nullptr) query.which = BuildCohort(*show->STRING());
      statement->query = std::move(query);
    } else {
      auto& terms = dynamic_cast<Parser::TermsQueryContext&>(context);
      Terms query;
      query.text = Unquote(terms.STRING()->getText());
      query.span = source_.SpanOf(*terms.STRING()->getSymbol());
      if (terms.NUMBER() != nullptr) query.limit = BuildInteger(*terms.NUMBER());
      statement->query = std::move(query);
    }
  }

  CohortRef BuildCohort(Parser::CohortContext& context) {
    if (context.STRING() != nullptr) return BuildCohort(*context.STRING());
    return {context.word()->getText(), source_.SpanOf(context)};
  }

  CohortRef BuildCohort(antlr4::tree::TerminalNode& quoted) {
    return {Unquote(quoted.getText()), source_.SpanOf(*quoted.getSymbol())};
  }

  Name BuildWord(Parser::WordContext& context) {
    return {absl::AsciiStrToLower(context.getText()), source_.SpanOf(context)};
  }

  std::vector<Dimension> BuildBy(Parser::ByContext* context) {
    std::vector<Dimension> by;
    if (context == nullptr) return by;
    for (auto* dimension : context->dimension()) by.push_back(BuildDimension(*dimension));
    return by;
  }

  Bound BuildBound(Parser::BoundContext& context) {
    Bound bound;
    bound.counted = BuildName(*context.name());
    bound.op = context.EQUAL() != nullptr        ? Compare::Op::kIs
               : context.NOT_EQUAL() != nullptr  ? Compare::Op::kIsNot
               : context.LESS() != nullptr       ? Compare::Op::kLess
               : context.LESS_EQUAL() != nullptr ? Compare::Op::kLessEqual
               : context.GREATER() != nullptr    ? Compare::Op::kGreater
                                                 : Compare::Op::kGreaterEqual;
    bound.number = BuildNumber(*context.NUMBER());
    return bound;
  }

  Counted BuildCounted(Parser::CountedContext& context) {
    Counted counted;
    if (context.DISTINCT() != nullptr) {
      counted.distinct = true;
      counted.distinct_span = source_.SpanOf(*context.DISTINCT()->getSymbol());
    }
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

  Dimension::Group BuildGroup(Parser::GroupContext& context) {
    Dimension::Group group;
    group.span = source_.SpanOf(context);
    group.name = context.STRING() != nullptr ? Unquote(context.STRING()->getText()) : context.word()->getText();
    for (auto* value : context.value()) group.values.push_back(BuildValue(*value));
    return group;
  }

  Dimension BuildDimension(Parser::DimensionContext& context) {
    Dimension dimension;
    dimension.span = source_.SpanOf(context);
    dimension.field = BuildName(*context.name());
    if (context.asOf() != nullptr) dimension.as_of = BuildValue(*context.asOf()->value());
    if (context.amount() != nullptr) dimension.band = BuildAmount(*context.amount());
    for (auto* group : context.group()) dimension.groups.push_back(BuildGroup(*group));
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
    if (auto* in = dynamic_cast<Parser::InCohortContext*>(&context)) return BuildInCohort(*in);
    if (auto* usable = dynamic_cast<Parser::UsableContext*>(&context)) return BuildUsable(*usable);
    if (auto* overlaps = dynamic_cast<Parser::OverlapsContext*>(&context)) {
      Overlaps node;
      node.certainty = BuildCertainty(overlaps->certainty());
      if (overlaps->word().size() > 1) node.left = BuildWord(*overlaps->word(0));
      node.right = BuildWord(*overlaps->word().back());
      return Make(context, std::move(node));
    }
    return BuildCompare(dynamic_cast<Parser::CompareContext&>(context));
  }

  static Certainty BuildCertainty(Parser::CertaintyContext* context) {
    if (context == nullptr) return Certainty::kDefault;
    return context->POSSIBLY() != nullptr ? Certainty::kPossibly : Certainty::kCertainly;
  }

  // `in cms` and `in cohort cms` are the same.
  ExprPtr BuildInCohort(Parser::InCohortContext& context) {
    InCohort in;
    if (context.STRING() != nullptr) {
      in.cohort = BuildCohort(*context.STRING());
    } else {
      auto& word = *context.word().back();
      in.cohort = {word.getText(), source_.SpanOf(word)};
    }
    if (context.word().size() + (context.STRING() != nullptr ? 1 : 0) > 1) {
      auto& first = *context.word().front();
      if (absl::AsciiStrToLower(first.getText()) != "cohort") {
        const Span span = source_.SpanOf(first);
        diagnostics_->push_back({Severity::kError,
                                 "syntax",
                                 absl::StrCat("'", first.getText(), "' cannot stand here"),
                                 span.begin,
                                 span.end,
                                 {"write in cohort NAME, or in NAME; quote names of several words"}});
      }
    }
    return Make(context, std::move(in));
  }

  ExprPtr BuildUsable(Parser::UsableContext& context) {
    Usable usable;
    auto& purpose = *context.purpose();
    usable.purpose.span = source_.SpanOf(purpose);
    if (purpose.term() != nullptr) {
      usable.disease = BuildTerm(*purpose.term());
    } else {
      for (auto* word : purpose.word()) {
        absl::StrAppend(&usable.purpose.text, usable.purpose.text.empty() ? "" : " ",
                        absl::AsciiStrToLower(word->getText()));
      }
    }
    if (context.COMMERCIAL() != nullptr) usable.user = Usable::User::kCommercial;
    if (context.NON_COMMERCIAL() != nullptr) usable.user = Usable::User::kNonCommercial;
    if (context.value() != nullptr) usable.country = BuildValue(*context.value());
    return Make(context, std::move(usable));
  }

  ExprPtr BuildHas(Parser::HasContext& context) {
    Has has;
    if (auto* quantity = context.quantity()) {
      Quantity q;
      const bool exactly = quantity->EXACTLY() != nullptr || quantity->NO() != nullptr;
      q.kind = quantity->MOST() != nullptr ? Quantity::Kind::kAtMost
               : exactly                   ? Quantity::Kind::kExactly
                                           : Quantity::Kind::kAtLeast;
      q.count = quantity->NO() != nullptr ? 0 : BuildInteger(*quantity->NUMBER());
      q.distinct = quantity->DISTINCT() != nullptr;
      q.span = source_.SpanOf(*quantity);
      has.quantity = q;
    }
    BuildPolarity(context.polarity(), &has.polarity, &has.polarity_span);
    has.entity = BuildName(*context.name());
    if (auto* terms = context.terms()) {
      for (auto* term : terms->term()) has.terms.push_back(BuildTerm(*term));
    }
    if (context.FIRST() != nullptr || context.LAST() != nullptr) {
      has.order = context.FIRST() != nullptr ? Order::kFirst : Order::kLast;
      has.order_span = source_.SpanOf(*(context.FIRST() != nullptr ? context.FIRST() : context.LAST())->getSymbol());
    }
    for (auto* alias : context.alias()) {
      if (has.alias) Report(*alias->AS(), "syntax", "the row has a name already");
      has.alias = BuildWord(*alias->word());
    }
    if (auto* condition = context.condition()) has.with = BuildCondition(*condition);
    if (auto* dates = context.onDates()) {
      has.dates = BuildInteger(*dates->NUMBER());
      has.dates_span = source_.SpanOf(*dates);
      const std::string what = absl::AsciiStrToLower(dates->word()->getText());
      if (what != "dates" && what != "date" && what != "days" && what != "day") {
        Report(*dates->DISTINCT(), "syntax", absl::StrCat("distinct dates should stand here, not '", what, "'"));
      }
    }
    return Make(context, std::move(has));
  }

  ExprPtr BuildCompare(Parser::CompareContext& context) {
    Compare compare;
    compare.certainty = BuildCertainty(context.certainty());
    if (context.word() != nullptr) compare.event = BuildWord(*context.word());
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
      compare->values.push_back(BuildPoint(*ordered->point()));
    } else if (auto* between = dynamic_cast<Parser::BetweenContext*>(&context)) {
      compare->op = Op::kBetween;
      for (auto* point : between->point()) compare->values.push_back(BuildPoint(*point));
    } else if (auto* within = dynamic_cast<Parser::WithinContext*>(&context)) {
      compare->op = within->BEFORE() != nullptr  ? Op::kWithinBefore
                    : within->AFTER() != nullptr ? Op::kWithinAfter
                                                 : Op::kWithin;
      compare->distance = BuildDuration(*within->duration());
      compare->values.push_back(BuildPoint(*within->point()));
    } else if (auto* apart = dynamic_cast<Parser::ApartContext*>(&context)) {
      compare->op = apart->BEFORE() != nullptr ? Op::kLongBefore : Op::kLongAfter;
      compare->distance = BuildDuration(*apart->duration());
      compare->values.push_back(BuildPoint(*apart->point()));
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

  Literal BuildPoint(Parser::PointContext& context) {
    if (context.value() != nullptr) return BuildValue(*context.value());
    Literal literal;
    literal.kind = Literal::Kind::kMoment;
    literal.span = source_.SpanOf(context);
    if (context.name() != nullptr) {
      literal.event = BuildWord(*context.word(0)).text;
      literal.text = BuildName(*context.name()).text;
    } else {
      literal.text = JoinWords(context);
    }
    return literal;
  }

  Literal BuildDuration(Parser::DurationContext& context) {
    if (context.amount() != nullptr) return BuildAmount(*context.amount());
    Literal literal;
    literal.span = source_.SpanOf(context);
    literal.kind = context.DURATION() != nullptr ? Literal::Kind::kDuration : Literal::Kind::kParameter;
    literal.text = source_.TextOf(literal.span);
    if (literal.kind == Literal::Kind::kParameter) literal.text.erase(0, 1);
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
    } else if (context.PARAMETER() != nullptr) {
      literal.kind = Literal::Kind::kParameter;
      literal.text = context.PARAMETER()->getText().substr(1);
    } else {
      literal.kind = Literal::Kind::kQuoted;
      literal.text = Unquote(context.STRING()->getText());
    }
    return literal;
  }

  Name BuildName(Parser::NameContext& context) {
    Name name;
    name.span = source_.SpanOf(context);
    name.text = JoinWords(context);
    return name;
  }

  static std::string JoinWords(antlr4::ParserRuleContext& context) {
    std::string text;
    for (auto* child : context.children) {
      if (!text.empty()) text += ' ';
      text += absl::AsciiStrToLower(child->getText());
    }
    return text;
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
