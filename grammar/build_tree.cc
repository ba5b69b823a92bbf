#include "grammar/build_tree.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "grammar/generated/CohortQueryParser.h"

namespace muster::grammar {
namespace {

using Parser = generated::CohortQueryParser;

std::string ToLower(std::string_view text) {
  std::string lower(text);
  absl::AsciiStrToLower(&lower);
  return lower;
}

class Builder {
 public:
  explicit Builder(std::vector<Diagnostic>* diagnostics) : diagnostics_(diagnostics) {}

  Statement BuildStatement(TreeNode node) {
    Statement statement;
    statement.span = node.span();
    if (node.Has(Parser::EXPLAIN)) {
      statement.explain = node.Has(Parser::ANALYSE) ? Statement::Explain::kAnalyse : Statement::Explain::kPlan;
    }
    BuildQuery(*node.Find(Parser::RuleQuery), &statement);
    return statement;
  }

 private:
  // By its first keyword.
  void BuildQuery(TreeNode node, Statement* statement) {
    switch (node.first().kind()) {
      case Parser::COUNT:
        statement->query = BuildCount(node);
        break;
      case Parser::LIST:
        BuildList(node, statement);
        break;
      case Parser::FUNNEL:
      case Parser::IMPACT:
        statement->query = BuildSteps(node);
        break;
      case Parser::COMPARE:
        statement->query = BuildCompareCohorts(node);
        break;
      case Parser::DEFINE:
        statement->query = Define{BuildWord(*node.Find(Parser::RuleWord)), BuildCohort(*node.Find(Parser::RuleCohort)),
                                  BuildCounted(*node.Find(Parser::RuleCounted)), BuildWhere(node)};
        break;
      case Parser::DROP:
        statement->query = Drop{BuildWord(*node.Find(Parser::RuleWord)), BuildCohort(*node.Find(Parser::RuleCohort))};
        break;
      case Parser::DESCRIBE:
        statement->query = Describe{BuildName(*node.Find(Parser::RuleName))};
        break;
      case Parser::SHOW: {
        Show query{BuildName(*node.Find(Parser::RuleName)), std::nullopt};
        if (const auto quoted = node.FindToken(Parser::STRING)) query.which = BuildCohort(*quoted);
        statement->query = std::move(query);
        break;
      }
      default: {
        const TreeNode quoted = *node.FindToken(Parser::STRING);
        statement->query = Terms{Unquote(quoted.text()), quoted.span(), BuildLimit(node)};
        break;
      }
    }
  }

  Count BuildCount(TreeNode node) {
    Count query;
    query.entities = BuildEntities(node);
    query.where = BuildWhere(node);
    if (const auto with = node.Find(Parser::RuleWord)) query.with = BuildWord(*with);
    query.by = BuildBy(node);
    if (const auto having = node.Find(Parser::RuleHaving)) {
      for (const TreeNode child : *having) {
        if (child.IsRule(Parser::RuleBound)) query.having.push_back(BuildBound(child));
      }
    }
    return query;
  }

  void BuildList(TreeNode node, Statement* statement) {
    List query;
    query.entity = BuildCounted(*node.Find(Parser::RuleCounted));
    query.where = BuildWhere(node);
    query.limit = BuildLimit(node);
    const std::string& listed = query.entity.entity.text;
    if (query.where == nullptr && !query.limit &&
        (listed == "cohorts" || listed == "datasets" || listed == "ontologies")) {
      statement->query = Show{query.entity.entity, std::nullopt};  // these are no rows
    } else {
      statement->query = std::move(query);
    }
  }

  Steps BuildSteps(TreeNode node) {
    Steps query;
    query.impact = node.Has(Parser::IMPACT);
    query.entities = BuildEntities(node);
    query.where = BuildWhere(node);
    return query;
  }

  CompareCohorts BuildCompareCohorts(TreeNode node) {
    CompareCohorts query;
    for (const TreeNode child : node) {
      if (!child.IsRule(Parser::RuleCompared)) continue;
      CompareCohorts::Compared& compared = query.cohorts.emplace_back();
      compared.cohort = BuildCohort(*child.Find(Parser::RuleCohort));
      if (const auto counted = child.Find(Parser::RuleCounted)) compared.counted = BuildCounted(*counted);
      compared.where = BuildWhere(child);
    }
    query.by = BuildBy(node);
    return query;
  }

  // A quoted name, or one word; by itself or as `cohort`.
  CohortRef BuildCohort(TreeNode node) {
    const TreeNode written = node.IsRule(Parser::RuleCohort) ? node.first() : node;
    const bool quoted = written.IsToken(Parser::STRING);
    return {quoted ? Unquote(written.text()) : std::string(written.text()), written.span()};
  }

  static size_t HowMany(TreeNode node, uint16_t rule) {
    return static_cast<size_t>(
        std::count_if(node.begin(), node.end(), [&](TreeNode child) { return child.IsRule(rule); }));
  }

  Name BuildWord(TreeNode node) { return {ToLower(node.text()), node.span()}; }

  std::vector<Counted> BuildEntities(TreeNode node) {
    std::vector<Counted> entities;
    for (const TreeNode child : node) {
      if (child.IsRule(Parser::RuleCounted)) entities.push_back(BuildCounted(child));
    }
    return entities;
  }

  std::vector<Dimension> BuildBy(TreeNode node) {
    std::vector<Dimension> by;
    const auto written = node.Find(Parser::RuleBy);
    if (!written) return by;
    for (const TreeNode child : *written) {
      if (child.IsRule(Parser::RuleDimension)) by.push_back(BuildDimension(child));
    }
    return by;
  }

  std::optional<int64_t> BuildLimit(TreeNode node) {
    const auto number = node.FindToken(Parser::NUMBER);
    if (!number) return std::nullopt;
    return BuildInteger(*number);
  }

  Bound BuildBound(TreeNode node) {
    Bound bound;
    bound.counted = BuildName(*node.Find(Parser::RuleName));
    bound.op = node.Has(Parser::EQUAL)        ? Compare::Op::kIs
               : node.Has(Parser::NOT_EQUAL)  ? Compare::Op::kIsNot
               : node.Has(Parser::LESS)       ? Compare::Op::kLess
               : node.Has(Parser::LESS_EQUAL) ? Compare::Op::kLessEqual
               : node.Has(Parser::GREATER)    ? Compare::Op::kGreater
                                              : Compare::Op::kGreaterEqual;
    bound.number = BuildNumber(*node.FindToken(Parser::NUMBER));
    return bound;
  }

  Counted BuildCounted(TreeNode node) {
    Counted counted;
    if (const auto distinct = node.FindToken(Parser::DISTINCT)) {
      counted.distinct = true;
      counted.distinct_span = distinct->span();
    }
    BuildPolarity(node, &counted.polarity, &counted.polarity_span);
    counted.entity = BuildName(*node.Find(Parser::RuleName));
    return counted;
  }

  void BuildPolarity(TreeNode node, Polarity* polarity, Span* span) {
    const auto written = node.Find(Parser::RulePolarity);
    if (!written) return;
    *polarity = written->Has(Parser::EXCLUDED) ? Polarity::kExcluded : Polarity::kObserved;
    *span = written->span();
  }

  ExprPtr BuildWhere(TreeNode node) {
    const auto where = node.Find(Parser::RuleWhere);
    return where ? BuildExpression(*where->Find(Parser::RuleExpression)) : nullptr;
  }

  Dimension::Group BuildGroup(TreeNode node) {
    Dimension::Group group;
    group.span = node.span();
    group.name = BuildCohort(node.first()).name;
    group.values = BuildValues(node);
    return group;
  }

  std::vector<Literal> BuildValues(TreeNode node) {
    std::vector<Literal> values;
    values.reserve(HowMany(node, Parser::RuleValue));
    for (const TreeNode child : node) {
      if (child.IsRule(Parser::RuleValue)) values.push_back(BuildValue(child));
    }
    return values;
  }

  Dimension BuildDimension(TreeNode node) {
    Dimension dimension;
    dimension.span = node.span();
    for (const TreeNode child : node) {
      if (child.IsRule(Parser::RuleName)) dimension.field = BuildName(child);
      if (child.IsRule(Parser::RuleAsOf)) dimension.as_of = BuildValue(*child.Find(Parser::RuleValue));
      if (child.IsRule(Parser::RuleAmount)) dimension.band = BuildAmount(child);
      if (child.IsRule(Parser::RuleGroup)) dimension.groups.push_back(BuildGroup(child));
      if (child.IsToken(Parser::NUMBER)) dimension.top = BuildInteger(child);
    }
    return dimension;
  }

  template <typename Node>
  static ExprPtr Make(Span span, Node node) {
    auto expr = std::make_unique<Expr>();
    expr->span = span;
    expr->node = std::move(node);
    return expr;
  }

  // The first operand, and then operators and further operands: see Walker.
  ExprPtr BuildExpression(TreeNode node) {
    auto child = node.begin();
    const Span first = (*child).span();
    ExprPtr expr = BuildOperand(&child);
    while (child != node.end()) {
      expr = (*child).IsToken(Parser::AND) ? BuildChain<And>(Parser::AND, first, std::move(expr), &child, node.end())
                                           : BuildChain<Or>(Parser::OR, first, std::move(expr), &child, node.end());
    }
    return expr;
  }

  // As many operands as the same operator joins.
  template <typename Node>
  ExprPtr BuildChain(uint16_t op, Span span, ExprPtr first, TreeNode::Iterator* child, TreeNode::Iterator end) {
    Node node;
    node.operands.push_back(std::move(first));
    while (*child != end && (**child).IsToken(op)) {
      ++*child;
      span.end = (**child).span().end;
      node.operands.push_back(BuildExpression(**child));
      ++*child;
    }
    return Make(span, std::move(node));
  }

  // What stands in an expression before its first `and` or `or`; moves `child` behind it.
  ExprPtr BuildOperand(TreeNode::Iterator* child) {
    const TreeNode begin = **child;
    ++*child;
    if (begin.IsRule(Parser::RulePredicate)) return BuildPredicate(begin);
    if (begin.IsToken(Parser::NOT)) {
      const TreeNode operand = **child;
      ++*child;
      return Make({begin.span().begin, operand.span().end}, Not{BuildExpression(operand)});
    }
    if (!begin.IsToken(Parser::AT)) {  // in parentheses
      const TreeNode inner = **child;
      ++*child;
      ++*child;
      return BuildExpression(inner);
    }
    AtLeastOf node;
    ++*child;
    node.count = BuildInteger(**child);
    ++*child;
    ++*child;
    // An expression stands behind the parenthesis and behind each comma.
    Span span = begin.span();
    do {
      ++*child;
      node.operands.push_back(BuildExpression(**child));
      ++*child;
      span.end = (**child).span().end;
    } while ((**child).text() == ",");
    ++*child;
    return Make(span, std::move(node));
  }

  ExprPtr BuildCondition(TreeNode node) {
    if (const auto predicate = node.Find(Parser::RulePredicate)) return BuildPredicate(*predicate);
    if (const auto group = node.Find(Parser::RuleExpression)) return BuildExpression(*group);
    return Make(node.span(), Not{BuildCondition(*node.Find(Parser::RuleCondition))});
  }

  ExprPtr BuildPredicate(TreeNode node) {
    if (node.Has(Parser::HAS)) return BuildHas(node);
    if (node.Has(Parser::IN)) return node.Has(Parser::USABLE) ? BuildUsable(node) : BuildInCohort(node);
    if (node.Has(Parser::USABLE)) return BuildUsable(node);
    if (node.Has(Parser::OVERLAPS)) return BuildOverlaps(node);
    return BuildCompare(node);
  }

  ExprPtr BuildOverlaps(TreeNode node) {
    Overlaps overlaps;
    overlaps.certainty = BuildCertainty(node);
    bool before = true;
    for (const TreeNode child : node) {
      if (child.IsToken(Parser::OVERLAPS)) before = false;
      if (!child.IsRule(Parser::RuleWord)) continue;
      if (before) {
        overlaps.left = BuildWord(child);
      } else {
        overlaps.right = BuildWord(child);
      }
    }
    return Make(node.span(), std::move(overlaps));
  }

  static Certainty BuildCertainty(TreeNode node) {
    const auto certainty = node.Find(Parser::RuleCertainty);
    if (!certainty) return Certainty::kDefault;
    return certainty->Has(Parser::POSSIBLY) ? Certainty::kPossibly : Certainty::kCertainly;
  }

  // `in cms` and `in cohort cms` are the same.
  ExprPtr BuildInCohort(TreeNode node) {
    auto child = node.begin();
    ++child;
    const TreeNode first = *child;
    TreeNode last = first;
    while (++child != node.end()) {
      last = *child;
      if (ToLower(first.text()) == "cohort") continue;
      const Span span = first.span();
      diagnostics_->push_back({Severity::kError,
                               "syntax",
                               absl::StrCat("'", std::string(first.text()), "' cannot stand here"),
                               span.begin,
                               span.end,
                               {"write in cohort NAME, or in NAME; quote names of several words"}});
    }
    return Make(node.span(), InCohort{BuildCohort(last)});
  }

  ExprPtr BuildUsable(TreeNode node) {
    Usable usable;
    const TreeNode purpose = *node.Find(Parser::RulePurpose);
    usable.purpose.span = purpose.span();
    if (const auto term = purpose.Find(Parser::RuleTerm)) {
      usable.disease = BuildTerm(*term);
    } else {
      usable.purpose.text = JoinWords(purpose);
    }
    if (node.Has(Parser::COMMERCIAL)) usable.user = Usable::User::kCommercial;
    if (node.Has(Parser::NON_COMMERCIAL)) usable.user = Usable::User::kNonCommercial;
    if (const auto country = node.Find(Parser::RuleValue)) usable.country = BuildValue(*country);
    return Make(node.span(), std::move(usable));
  }

  ExprPtr BuildHas(TreeNode node) {
    Has has;
    for (const TreeNode child : node) {
      if (child.IsToken(Parser::FIRST) || child.IsToken(Parser::LAST)) {
        has.order = child.IsToken(Parser::FIRST) ? Order::kFirst : Order::kLast;
        has.order_span = child.span();
      }
      if (child.is_token()) continue;
      switch (child.kind()) {
        case Parser::RuleQuantity:
          has.quantity = BuildQuantity(child);
          break;
        case Parser::RuleName:
          has.entity = BuildName(child);
          break;
        case Parser::RuleTerms:
          has.terms.reserve(HowMany(child, Parser::RuleTerm));
          for (const TreeNode term : child) {
            if (term.IsRule(Parser::RuleTerm)) has.terms.push_back(BuildTerm(term));
          }
          break;
        case Parser::RuleAlias:
          if (has.alias) Report(child.first(), "syntax", "the row has a name already");
          has.alias = BuildWord(*child.Find(Parser::RuleWord));
          break;
        case Parser::RuleCondition:
          has.with = BuildCondition(child);
          break;
        case Parser::RuleOnDates:
          BuildDates(child, &has);
          break;
        default:
          break;
      }
    }
    BuildPolarity(node, &has.polarity, &has.polarity_span);
    return Make(node.span(), std::move(has));
  }

  Quantity BuildQuantity(TreeNode node) {
    Quantity quantity;
    const bool no = node.Has(Parser::NO);
    quantity.kind = node.Has(Parser::MOST)            ? Quantity::Kind::kAtMost
                    : no || node.Has(Parser::EXACTLY) ? Quantity::Kind::kExactly
                                                      : Quantity::Kind::kAtLeast;
    quantity.count = no ? 0 : BuildInteger(*node.FindToken(Parser::NUMBER));
    quantity.distinct = node.Has(Parser::DISTINCT);
    quantity.span = node.span();
    return quantity;
  }

  void BuildDates(TreeNode node, Has* has) {
    has->dates = BuildInteger(*node.FindToken(Parser::NUMBER));
    has->dates_span = node.span();
    const std::string what = BuildWord(*node.Find(Parser::RuleWord)).text;
    if (what != "dates" && what != "date" && what != "days" && what != "day") {
      Report(*node.FindToken(Parser::DISTINCT), "syntax",
             absl::StrCat("distinct dates should stand here, not '", what, "'"));
    }
  }

  ExprPtr BuildCompare(TreeNode node) {
    Compare compare;
    for (const TreeNode child : node) {
      if (child.is_token()) continue;
      switch (child.kind()) {
        case Parser::RuleWord:
          compare.event = BuildWord(child);
          break;
        case Parser::RuleName:
          compare.field = BuildName(child);
          break;
        case Parser::RuleAsOf:
          compare.as_of = BuildValue(*child.Find(Parser::RuleValue));
          break;
        case Parser::RuleComparison:
          compare.op_span = child.span();
          BuildComparison(child, &compare);
          break;
        default:
          break;
      }
    }
    compare.certainty = BuildCertainty(node);
    return Make(node.span(), std::move(compare));
  }

  void BuildComparison(TreeNode node, Compare* compare) {
    compare->op = BuildOp(node);
    compare->values = BuildValues(node);
    for (const TreeNode child : node) {
      if (child.IsRule(Parser::RuleDuration)) compare->distance = BuildDuration(child);
      if (child.IsRule(Parser::RulePoint)) compare->values.push_back(BuildPoint(child));
    }
  }

  // By its first word, and for some the words behind that.
  static Compare::Op BuildOp(TreeNode node) {
    using Op = Compare::Op;
    switch (node.first().kind()) {
      case Parser::LESS:
      case Parser::BEFORE:
        return Op::kLess;
      case Parser::LESS_EQUAL:
        return Op::kLessEqual;
      case Parser::GREATER:
      case Parser::AFTER:
        return Op::kGreater;
      case Parser::GREATER_EQUAL:
        return Op::kGreaterEqual;
      case Parser::BETWEEN:
        return Op::kBetween;
      case Parser::WITHIN:
        return node.Has(Parser::BEFORE) ? Op::kWithinBefore : node.Has(Parser::AFTER) ? Op::kWithinAfter : Op::kWithin;
      case Parser::AT:
        return node.Has(Parser::BEFORE) ? Op::kLongBefore : Op::kLongAfter;
      case Parser::STARTS:
        return Op::kStartsWith;
      case Parser::NOT_EQUAL:
        return Op::kIsNot;
      default: {  // is, =, in, not in
        const bool negated = node.Has(Parser::NOT);
        if (node.Has(Parser::IN)) return negated ? Op::kNotIn : Op::kIn;
        if (node.Has(Parser::RECORDED)) return negated ? Op::kIsMissing : Op::kIsRecorded;
        if (node.Has(Parser::MISSING)) return negated ? Op::kIsRecorded : Op::kIsMissing;
        return negated ? Op::kIsNot : Op::kIs;
      }
    }
  }

  Literal BuildValue(TreeNode node) {
    const TreeNode written = node.first();
    if (written.IsRule(Parser::RuleAmount)) return BuildAmount(written);
    if (written.IsRule(Parser::RuleTerm)) return BuildTerm(written);
    Literal literal;
    literal.span = written.span();
    literal.text = written.text();
    literal.kind = written.IsToken(Parser::DURATION) ? Literal::Kind::kDuration
                   : written.IsToken(Parser::DATE)   ? Literal::Kind::kDate
                                                     : Literal::Kind::kWord;
    return literal;
  }

  Literal BuildPoint(TreeNode node) {
    if (const auto value = node.Find(Parser::RuleValue)) return BuildValue(*value);
    Literal literal;
    literal.kind = Literal::Kind::kMoment;
    literal.span = node.span();
    if (const auto name = node.Find(Parser::RuleName)) {
      literal.event = BuildWord(node.first()).text;
      literal.text = BuildName(*name).text;
    } else {
      literal.text = JoinWords(node);
    }
    return literal;
  }

  Literal BuildDuration(TreeNode node) {
    const TreeNode written = node.first();
    if (written.IsRule(Parser::RuleAmount)) return BuildAmount(written);
    Literal literal;
    literal.span = written.span();
    literal.kind = written.IsToken(Parser::DURATION) ? Literal::Kind::kDuration : Literal::Kind::kParameter;
    literal.text = written.text();
    if (literal.kind == Literal::Kind::kParameter) literal.text.erase(0, 1);
    return literal;
  }

  Literal BuildAmount(TreeNode node) {
    Literal literal;
    literal.span = node.span();
    literal.text = node.text();
    // Numbers, each perhaps followed by its unit.
    for (const TreeNode child : node) {
      if (child.is_token()) {
        literal.parts.push_back({BuildNumber(child), ""});
      } else {
        const bool quoted = child.first().IsToken(Parser::STRING);
        literal.parts.back().unit = quoted ? Unquote(child.text()) : std::string(child.text());
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

  Literal BuildTerm(TreeNode node) {
    Literal literal;
    literal.span = node.span();
    for (const TreeNode child : node) {
      switch (child.kind()) {
        case Parser::EXACTLY:
          literal.exactly = true;
          break;
        case Parser::CODE:
          literal.kind = Literal::Kind::kCode;
          literal.text = child.text();
          break;
        case Parser::PARAMETER:
          literal.kind = Literal::Kind::kParameter;
          literal.text = child.text().substr(1);
          break;
        default:  // a quoted name: the label of a code, or all there is
          if (literal.kind == Literal::Kind::kCode) {
            literal.label = Unquote(child.text());
            literal.label_span = child.span();
          } else {
            literal.kind = Literal::Kind::kQuoted;
            literal.text = Unquote(child.text());
          }
      }
    }
    return literal;
  }

  Name BuildName(TreeNode node) { return {JoinWords(node), node.span()}; }

  static std::string JoinWords(TreeNode node) {
    std::string text;
    for (const TreeNode child : node) {
      if (!text.empty()) text += ' ';
      text += ToLower(child.text());
    }
    return text;
  }

  int BuildInteger(TreeNode token) {
    constexpr int kMost = 1'000'000'000;  // one more is still an int
    const std::string text(token.text());
    int value = 0;
    if (!absl::SimpleAtoi(text, &value) || value < 0 || value > kMost) {
      Report(token, "bad-number", absl::StrCat("'", text, "' is not a whole number from 0 to ", kMost));
      return 0;
    }
    return value;
  }

  double BuildNumber(TreeNode token) {
    const std::string text(token.text());
    double value = 0;
    if (!absl::SimpleAtod(text, &value) || value - value != 0) {
      Report(token, "bad-number", absl::StrCat("'", text, "' is too large a number"));
      return 0;
    }
    return value;
  }

  void Report(TreeNode node, std::string code, std::string message) {
    const Span span = node.span();
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

  std::vector<Diagnostic>* diagnostics_;
};

}  // namespace

std::vector<Statement> BuildStatements(const Tree& tree, std::vector<Diagnostic>* diagnostics) {
  Builder builder(diagnostics);
  std::vector<Statement> statements;
  for (const TreeNode node : TreeNode(tree, 0)) {
    if (node.IsRule(Parser::RuleStatement)) statements.push_back(builder.BuildStatement(node));
  }
  return statements;
}

}  // namespace muster::grammar
