#include "grammar/build_ast.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "grammar/another.h"
#include "grammar/build_expression.h"
#include "grammar/build_literal.h"
#include "grammar/generated/CohortQueryParser.h"
#include "grammar/study_date.h"

namespace muster::grammar {
namespace {

using Parser = generated::CohortQueryParser;

class StatementBuilder {
 public:
  explicit StatementBuilder(std::vector<Diagnostic>* diagnostics)
      : diagnostics_(diagnostics), literals_(diagnostics), expressions_(&literals_) {}

  Statement BuildStatement(ParseNode node) {
    Statement statement;
    statement.span = node.span();
    if (node.Has(Parser::EXPLAIN)) {
      statement.explain = node.Has(Parser::ANALYSE) ? Statement::Explain::kAnalyse : Statement::Explain::kPlan;
    }
    BuildQuery(*node.Find(Parser::RuleQuery), &statement);
    return statement;
  }

  // A date, a year, or a parameter; nullopt where none is written. Anything but `date` behind `study` is reported.
  std::optional<Literal> BuildStudyDate(ParseNode statement) {
    const ParseNode node = *statement.Find(Parser::RuleQuery);
    const ParseNode word = *node.Find(Parser::RuleWord);
    if (literals_.BuildWord(word).text != "date") {
      literals_.Report(word, "syntax", absl::StrCat("'", std::string(word.text()), "' cannot stand here"),
                       {"write study date 2026-01-01"});
    }
    if (const auto explain = statement.FindToken(Parser::EXPLAIN)) {
      literals_.Report(*explain, "syntax", "a study date is no question to explain", {"leave out explain"});
    }
    if (const auto parameter = node.FindToken(Parser::PARAMETER)) return literals_.BuildParameter(*parameter);
    const auto year = node.FindToken(Parser::NUMBER);
    const auto day = node.FindToken(Parser::DATE);
    if (!year && !day) return std::nullopt;
    Literal date;
    const ParseNode written = year ? *year : *day;
    date.kind = year ? Literal::Kind::kNumber : Literal::Kind::kDate;
    date.text = written.text();
    date.span = written.span();
    if (year) date.number = literals_.BuildNumber(*year);
    if (day) CheckDay(written);
    return date;
  }

 private:
  // 2026-02-30: said where it is written, as it may be used far behind, or nowhere.
  void CheckDay(ParseNode written) {
    const std::string text(written.text());
    int year = 0;
    unsigned month = 0, day = 1;
    const bool read = absl::SimpleAtoi(text.substr(0, 4), &year) && absl::SimpleAtoi(text.substr(5, 2), &month) &&
                      (text.size() != 10 || absl::SimpleAtoi(text.substr(8, 2), &day));
    if (!read) return;  // the binder says what is wrong with it
    using std::chrono::year_month_day;
    if (year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)).ok()) return;
    literals_.Report(written, "bad-date", absl::StrCat("'", text, "' is not a day of the calendar"),
                     {"write study date 2026-01-31, with year, month and day"});
  }

  // By its first keyword.
  void BuildQuery(ParseNode node, Statement* statement) {
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
        statement->query = Define{literals_.BuildWord(*node.Find(Parser::RuleWord)),
                                  literals_.BuildCohort(*node.Find(Parser::RuleCohort)),
                                  BuildCounted(*node.Find(Parser::RuleCounted)), BuildWhere(node)};
        break;
      case Parser::DROP:
        statement->query = Drop{literals_.BuildWord(*node.Find(Parser::RuleWord)),
                                literals_.BuildCohort(*node.Find(Parser::RuleCohort))};
        break;
      case Parser::SUMMARISE:
        statement->query = BuildSummarise(node);
        break;
      case Parser::DESCRIBE:
        statement->query = Describe{literals_.BuildName(*node.Find(Parser::RuleName))};
        break;
      case Parser::SHOW: {
        Show query{literals_.BuildName(*node.Find(Parser::RuleName)), std::nullopt};
        if (const auto which = QuotedOrParameter(node)) query.which = literals_.BuildCohort(*which);
        statement->query = std::move(query);
        break;
      }
      default: {
        statement->query = BuildTermsLike(node);
        break;
      }
    }
  }

  static std::optional<ParseNode> QuotedOrParameter(ParseNode node) {
    const auto quoted = node.FindToken(Parser::STRING);
    return quoted ? quoted : node.FindToken(Parser::PARAMETER);
  }

  Terms BuildTermsLike(ParseNode node) {
    const CohortRef text = literals_.BuildCohort(*QuotedOrParameter(node));
    Terms query;
    query.text = text.name;
    query.is_parameter = text.is_parameter;
    query.span = text.span;
    if (const auto in = node.Find(Parser::RuleName)) query.in = literals_.BuildName(*in);
    query.limit = BuildLimit(node, &query.limit_from);
    return query;
  }

  Count BuildCount(ParseNode node) {
    Count query;
    query.entities = BuildEntities(node);
    query.where = BuildWhere(node);
    if (const auto with = node.Find(Parser::RuleWord)) query.with = literals_.BuildWord(*with);
    if (const auto with = node.FindToken(Parser::RECORDED)) {
      query.with = {"not recorded", {node.FindToken(Parser::NOT)->span().begin, with->span().end}};
    }
    query.by = BuildBy(node);
    if (const auto having = node.Find(Parser::RuleHaving)) {
      for (const ParseNode child : *having) {
        if (child.IsRule(Parser::RuleBound)) query.having.push_back(BuildHavingCondition(child));
      }
    }
    return query;
  }

  void BuildList(ParseNode node, Statement* statement) {
    List query;
    query.entity = BuildCounted(*node.Find(Parser::RuleCounted));
    query.where = BuildWhere(node);
    query.limit = BuildLimit(node, &query.limit_from);
    const std::string& listed = query.entity.entity.text;
    if (query.where == nullptr && !query.limit &&
        (listed == "cohorts" || listed == "datasets" || listed == "ontologies")) {
      statement->query = Show{query.entity.entity, std::nullopt};  // these are no rows
    } else {
      statement->query = std::move(query);
    }
  }

  Summarise BuildSummarise(ParseNode node) {
    Summarise query;
    for (const ParseNode child : node) {
      if (child.IsRule(Parser::RuleSummarised)) query.entity = BuildSummarised(child);
      if (child.IsRule(Parser::RuleMeasured)) query.measured.push_back(BuildMeasured(child));
    }
    query.where = BuildWhere(node);
    return query;
  }

  Counted BuildSummarised(ParseNode node) {
    Counted counted;
    BuildCountedWords(node, &counted);
    for (const ParseNode child : node) {
      if (!child.IsRule(Parser::RuleWord)) continue;
      const Name word = literals_.BuildWord(child);
      if (counted.entity.text.empty()) counted.entity.span.begin = word.span.begin;
      counted.entity.text += (counted.entity.text.empty() ? "" : " ") + word.text;
      counted.entity.span.end = word.span.end;
    }
    return counted;
  }

  Measured BuildMeasured(ParseNode node) {
    Measured measured;
    measured.span = node.span();
    for (const ParseNode child : node) {
      if (child.IsRule(Parser::RuleName)) measured.field = literals_.BuildName(child);
      if (child.IsRule(Parser::RuleTerms)) measured.terms = BuildTermsOf(child);
      if (child.IsRule(Parser::RuleAsOf)) measured.as_of = literals_.BuildAsOf(child);
      if (child.IsRule(Parser::RuleUnit)) {
        measured.unit = literals_.BuildUnit(child);
        measured.unit_span = child.span();
      }
    }
    return measured;
  }

  // Where `except` has no meaning: the rows are read as they are.
  std::vector<Literal> BuildTermsOf(ParseNode node) {
    LiteralBuilder::TermList terms = literals_.BuildTerms(node);
    if (!terms.except.empty()) {
      literals_.Report(*node.FindToken(Parser::EXCEPT), "syntax", "`except` cannot stand here",
                       {"count the records themselves, and leave some out with where"});
    }
    return std::move(terms.any);
  }

  Steps BuildSteps(ParseNode node) {
    Steps query;
    query.impact = node.Has(Parser::IMPACT);
    query.entities = BuildEntities(node);
    query.where = BuildWhere(node);
    return query;
  }

  CompareCohorts BuildCompareCohorts(ParseNode node) {
    CompareCohorts query;
    for (const ParseNode child : node) {
      if (!child.IsRule(Parser::RuleCompared)) continue;
      CompareCohorts::Compared& compared = query.cohorts.emplace_back();
      compared.cohort = literals_.BuildCohort(*child.Find(Parser::RuleCohort));
      if (const auto counted = child.Find(Parser::RuleCounted)) compared.counted = BuildCounted(*counted);
      compared.where = BuildWhere(child);
    }
    query.by = BuildBy(node);
    return query;
  }

  std::vector<Counted> BuildEntities(ParseNode node) {
    std::vector<Counted> entities;
    for (const ParseNode child : node) {
      if (child.IsRule(Parser::RuleCounted)) entities.push_back(BuildCounted(child));
    }
    return entities;
  }

  std::vector<Dimension> BuildBy(ParseNode node) {
    std::vector<Dimension> by;
    const auto written = node.Find(Parser::RuleBy);
    if (!written) return by;
    for (const ParseNode child : *written) {
      if (child.IsRule(Parser::RuleDimension)) by.push_back(BuildDimension(child));
    }
    return by;
  }

  std::optional<int64_t> BuildLimit(ParseNode node, Placeholder* from) {
    const auto number = node.Find(Parser::RuleNumber);
    if (!number) return std::nullopt;
    return literals_.BuildInteger(*number, from);
  }

  HavingCondition BuildHavingCondition(ParseNode node) {
    HavingCondition bound;
    bound.counted = literals_.BuildName(*node.Find(Parser::RuleName));
    bound.op = node.Has(Parser::EQUAL)        ? Compare::Op::kIs
               : node.Has(Parser::NOT_EQUAL)  ? Compare::Op::kIsNot
               : node.Has(Parser::LESS)       ? Compare::Op::kLess
               : node.Has(Parser::LESS_EQUAL) ? Compare::Op::kLessEqual
               : node.Has(Parser::GREATER)    ? Compare::Op::kGreater
                                              : Compare::Op::kGreaterEqual;
    bound.number = literals_.BuildNumber(*node.Find(Parser::RuleNumber), &bound.number_from);
    return bound;
  }

  static void BuildCountedWords(ParseNode node, Counted* counted) {
    if (const auto distinct = node.FindToken(Parser::DISTINCT)) {
      counted->distinct = true;
      counted->distinct_span = distinct->span();
    }
    BuildPolarity(node, &counted->polarity, &counted->polarity_span);
  }

  Counted BuildCounted(ParseNode node) {
    Counted counted;
    BuildCountedWords(node, &counted);
    counted.entity = literals_.BuildName(*node.Find(Parser::RuleName));
    return counted;
  }

  ExprPtr BuildWhere(ParseNode node) {
    const auto where = node.Find(Parser::RuleWhere);
    if (!where) return nullptr;
    ExprPtr expression = expressions_.BuildExpression(*where->Find(Parser::RuleExpression));
    ResolveAnother(expression.get(), expressions_.another(), diagnostics_);
    return expression;
  }

  Dimension::Group BuildGroup(ParseNode node) {
    Dimension::Group group;
    group.span = node.span();
    group.name = literals_.BuildCohort(node.first()).name;
    group.values = literals_.BuildValues(node);
    return group;
  }

  // year of X, month of X and number of X are ways of counting by X.
  void BuildDimensionName(ParseNode node, Dimension* dimension) {
    dimension->field = literals_.BuildName(node);
    const auto strip = [&](std::string_view words) {
      std::string& text = dimension->field.text;
      if (text.size() <= words.size() || text.compare(0, words.size(), words) != 0) return false;
      text.erase(0, words.size());
      return true;
    };
    if (strip("year of ")) dimension->calendar = Dimension::Calendar::kYear;
    if (dimension->calendar == Dimension::Calendar::kNone && strip("month of ")) {
      dimension->calendar = Dimension::Calendar::kMonth;
    }
    if (dimension->calendar == Dimension::Calendar::kNone) dimension->number_of = strip("number of ");
  }

  void BuildBands(ParseNode node, Dimension* dimension) {
    for (const ParseNode child : node) {
      if (!child.IsRule(Parser::RuleWidth)) continue;
      if (node.Has(Parser::AT)) {
        dimension->edges.push_back(literals_.BuildWidth(child));
      } else {
        dimension->band = literals_.BuildWidth(child);
      }
    }
  }

  Dimension BuildDimension(ParseNode node) {
    Dimension dimension;
    dimension.span = node.span();
    BuildPolarity(node, &dimension.polarity, &dimension.polarity_span);
    for (const ParseNode child : node) {
      if (child.IsRule(Parser::RuleName)) BuildDimensionName(child, &dimension);
      if (child.IsRule(Parser::RuleTerms)) dimension.terms = BuildTermsOf(child);
      if (child.IsRule(Parser::RuleAsOf)) dimension.as_of = literals_.BuildAsOf(child);
      if (child.IsRule(Parser::RuleBands)) BuildBands(child, &dimension);
      if (child.IsRule(Parser::RuleGroup)) dimension.groups.push_back(BuildGroup(child));
      if (child.IsRule(Parser::RuleNumber)) dimension.top = literals_.BuildInteger(child, &dimension.top_from);
    }
    return dimension;
  }

  std::vector<Diagnostic>* diagnostics_;
  LiteralBuilder literals_;
  ExpressionBuilder expressions_;
};

}  // namespace

std::vector<Statement> BuildAst(const ParseTree& tree, std::vector<Diagnostic>* diagnostics) {
  StatementBuilder builder(diagnostics);
  StudyDate study(diagnostics);
  std::vector<Statement> statements;
  for (const ParseNode node : ParseNode(tree, 0)) {
    if (!node.IsRule(Parser::RuleStatement)) continue;
    if (node.Find(Parser::RuleQuery)->first().IsToken(Parser::STUDY)) {
      // No question: what is behind it is about this date.
      study.Set(builder.BuildStudyDate(node));
      continue;
    }
    statements.push_back(builder.BuildStatement(node));
    study.Replace(&statements.back());
  }
  return statements;
}

}  // namespace muster::grammar
