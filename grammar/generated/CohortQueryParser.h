
// Generated from CohortQuery.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace muster::grammar::generated {


class  CohortQueryParser : public antlr4::Parser {
public:
  enum {
    T__0 = 1, T__1 = 2, T__2 = 3, T__3 = 4, T__4 = 5, AFTER = 6, AGED = 7, 
    ANALYSE = 8, AND = 9, ANOTHER = 10, AS = 11, AT = 12, BANDS = 13, BEFORE = 14, 
    BETWEEN = 15, BUT = 16, BY = 17, CERTAINLY = 18, COMMERCIAL = 19, COMPARE = 20, 
    COUNT = 21, DEFINE = 22, DESCRIBE = 23, DISTINCT = 24, DROP = 25, EXACTLY = 26, 
    EXCEPT = 27, EXCLUDED = 28, EXPLAIN = 29, FIRST = 30, FOR = 31, FUNNEL = 32, 
    GESTATION = 33, GROUPS = 34, HAS = 35, HAVING = 36, IMPACT = 37, IN = 38, 
    IS = 39, LAST = 40, LEAST = 41, LIKE = 42, LIMIT = 43, LIST = 44, MISSING = 45, 
    MOST = 46, NO = 47, NONE = 48, NON_COMMERCIAL = 49, NOT = 50, OBSERVED = 51, 
    OF = 52, ON = 53, OR = 54, OVERLAPS = 55, POSSIBLY = 56, RECORDED = 57, 
    SHOW = 58, STARTS = 59, STUDY = 60, SUMMARISE = 61, TERMS = 62, TIMES = 63, 
    TO = 64, TOP = 65, USABLE = 66, WHERE = 67, WITH = 68, WITHIN = 69, 
    EQUAL = 70, NOT_EQUAL = 71, LESS_EQUAL = 72, LESS = 73, GREATER_EQUAL = 74, 
    GREATER = 75, PARAMETER = 76, DATE = 77, NUMBER = 78, DURATION = 79, 
    CODE = 80, WORD = 81, UNIT = 82, STRING = 83, COMMENT = 84, SPACE = 85, 
    UNKNOWN = 86
  };

  enum {
    RuleScript = 0, RuleStatement = 1, RuleQuery = 2, RuleCounted = 3, RuleSummarised = 4, 
    RuleMeasured = 5, RuleCohort = 6, RuleCompared = 7, RuleWhere = 8, RuleBy = 9, 
    RuleHaving = 10, RuleBound = 11, RuleDimension = 12, RuleBands = 13, 
    RuleWidth = 14, RuleGroup = 15, RuleExpression = 16, RulePredicate = 17, 
    RuleValued = 18, RuleAlias = 19, RuleOnDates = 20, RulePurpose = 21, 
    RuleCondition = 22, RuleQuantity = 23, RulePolarity = 24, RuleCertainty = 25, 
    RuleTerms = 26, RuleAnyTerm = 27, RuleTerm = 28, RuleComparison = 29, 
    RuleListed = 30, RuleAlternative = 31, RuleAsOf = 32, RulePoint = 33, 
    RuleFactor = 34, RuleDuration = 35, RuleValue = 36, RuleNumber = 37, 
    RuleAmount = 38, RuleUnit = 39, RuleName = 40, RuleWord = 41
  };

  CohortQueryParser(antlr4::TokenStream *input);
  ~CohortQueryParser();

  virtual std::string getGrammarFileName() const override;
  virtual const antlr4::atn::ATN& getATN() const override { return _atn; };
  virtual const std::vector<std::string>& getTokenNames() const override { return _tokenNames; }; // deprecated: use vocabulary instead.
  virtual const std::vector<std::string>& getRuleNames() const override;
  virtual antlr4::dfa::Vocabulary& getVocabulary() const override;


  class ScriptContext;
  class StatementContext;
  class QueryContext;
  class CountedContext;
  class SummarisedContext;
  class MeasuredContext;
  class CohortContext;
  class ComparedContext;
  class WhereContext;
  class ByContext;
  class HavingContext;
  class BoundContext;
  class DimensionContext;
  class BandsContext;
  class WidthContext;
  class GroupContext;
  class ExpressionContext;
  class PredicateContext;
  class ValuedContext;
  class AliasContext;
  class OnDatesContext;
  class PurposeContext;
  class ConditionContext;
  class QuantityContext;
  class PolarityContext;
  class CertaintyContext;
  class TermsContext;
  class AnyTermContext;
  class TermContext;
  class ComparisonContext;
  class ListedContext;
  class AlternativeContext;
  class AsOfContext;
  class PointContext;
  class FactorContext;
  class DurationContext;
  class ValueContext;
  class NumberContext;
  class AmountContext;
  class UnitContext;
  class NameContext;
  class WordContext; 

  class  ScriptContext : public antlr4::ParserRuleContext {
  public:
    ScriptContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *EOF();
    std::vector<StatementContext *> statement();
    StatementContext* statement(size_t i);

   
  };

  ScriptContext* script();

  class  StatementContext : public antlr4::ParserRuleContext {
  public:
    StatementContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    QueryContext *query();
    antlr4::tree::TerminalNode *EXPLAIN();
    antlr4::tree::TerminalNode *ANALYSE();

   
  };

  StatementContext* statement();

  class  QueryContext : public antlr4::ParserRuleContext {
  public:
    QueryContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    QueryContext() = default;
    void copyFrom(QueryContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  CountQueryContext : public QueryContext {
  public:
    CountQueryContext(QueryContext *ctx);

    antlr4::tree::TerminalNode *COUNT();
    std::vector<CountedContext *> counted();
    CountedContext* counted(size_t i);
    antlr4::tree::TerminalNode *WITH();
    WhereContext *where();
    ByContext *by();
    HavingContext *having();
    WordContext *word();
    antlr4::tree::TerminalNode *NOT();
    antlr4::tree::TerminalNode *RECORDED();
  };

  class  SummariseQueryContext : public QueryContext {
  public:
    SummariseQueryContext(QueryContext *ctx);

    antlr4::tree::TerminalNode *SUMMARISE();
    SummarisedContext *summarised();
    antlr4::tree::TerminalNode *OF();
    std::vector<MeasuredContext *> measured();
    MeasuredContext* measured(size_t i);
    WhereContext *where();
  };

  class  CompareQueryContext : public QueryContext {
  public:
    CompareQueryContext(QueryContext *ctx);

    antlr4::tree::TerminalNode *COMPARE();
    std::vector<ComparedContext *> compared();
    ComparedContext* compared(size_t i);
    ByContext *by();
  };

  class  ShowQueryContext : public QueryContext {
  public:
    ShowQueryContext(QueryContext *ctx);

    antlr4::tree::TerminalNode *SHOW();
    NameContext *name();
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *PARAMETER();
  };

  class  StudyDateQueryContext : public QueryContext {
  public:
    StudyDateQueryContext(QueryContext *ctx);

    antlr4::tree::TerminalNode *STUDY();
    WordContext *word();
    antlr4::tree::TerminalNode *DATE();
    antlr4::tree::TerminalNode *NUMBER();
    antlr4::tree::TerminalNode *PARAMETER();
  };

  class  DropQueryContext : public QueryContext {
  public:
    DropQueryContext(QueryContext *ctx);

    antlr4::tree::TerminalNode *DROP();
    WordContext *word();
    CohortContext *cohort();
  };

  class  DescribeQueryContext : public QueryContext {
  public:
    DescribeQueryContext(QueryContext *ctx);

    antlr4::tree::TerminalNode *DESCRIBE();
    NameContext *name();
  };

  class  StepsQueryContext : public QueryContext {
  public:
    StepsQueryContext(QueryContext *ctx);

    std::vector<CountedContext *> counted();
    CountedContext* counted(size_t i);
    WhereContext *where();
    antlr4::tree::TerminalNode *FUNNEL();
    antlr4::tree::TerminalNode *IMPACT();
  };

  class  TermsQueryContext : public QueryContext {
  public:
    TermsQueryContext(QueryContext *ctx);

    antlr4::tree::TerminalNode *TERMS();
    antlr4::tree::TerminalNode *LIKE();
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *PARAMETER();
    antlr4::tree::TerminalNode *IN();
    NameContext *name();
    antlr4::tree::TerminalNode *LIMIT();
    NumberContext *number();
  };

  class  ListQueryContext : public QueryContext {
  public:
    ListQueryContext(QueryContext *ctx);

    antlr4::tree::TerminalNode *LIST();
    CountedContext *counted();
    WhereContext *where();
    antlr4::tree::TerminalNode *LIMIT();
    NumberContext *number();
  };

  class  DefineQueryContext : public QueryContext {
  public:
    DefineQueryContext(QueryContext *ctx);

    antlr4::tree::TerminalNode *DEFINE();
    WordContext *word();
    CohortContext *cohort();
    antlr4::tree::TerminalNode *AS();
    CountedContext *counted();
    WhereContext *where();
  };

  QueryContext* query();

  class  CountedContext : public antlr4::ParserRuleContext {
  public:
    CountedContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NameContext *name();
    PolarityContext *polarity();
    antlr4::tree::TerminalNode *DISTINCT();

   
  };

  CountedContext* counted();

  class  SummarisedContext : public antlr4::ParserRuleContext {
  public:
    SummarisedContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    PolarityContext *polarity();
    antlr4::tree::TerminalNode *DISTINCT();
    std::vector<WordContext *> word();
    WordContext* word(size_t i);

   
  };

  SummarisedContext* summarised();

  class  MeasuredContext : public antlr4::ParserRuleContext {
  public:
    MeasuredContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NameContext *name();
    TermsContext *terms();
    AsOfContext *asOf();
    antlr4::tree::TerminalNode *IN();
    UnitContext *unit();

   
  };

  MeasuredContext* measured();

  class  CohortContext : public antlr4::ParserRuleContext {
  public:
    CohortContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    WordContext *word();
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *PARAMETER();

   
  };

  CohortContext* cohort();

  class  ComparedContext : public antlr4::ParserRuleContext {
  public:
    ComparedContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    CohortContext *cohort();
    antlr4::tree::TerminalNode *AS();
    CountedContext *counted();
    WhereContext *where();

   
  };

  ComparedContext* compared();

  class  WhereContext : public antlr4::ParserRuleContext {
  public:
    WhereContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *WHERE();
    ExpressionContext *expression();

   
  };

  WhereContext* where();

  class  ByContext : public antlr4::ParserRuleContext {
  public:
    ByContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *BY();
    std::vector<DimensionContext *> dimension();
    DimensionContext* dimension(size_t i);

   
  };

  ByContext* by();

  class  HavingContext : public antlr4::ParserRuleContext {
  public:
    HavingContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *HAVING();
    std::vector<BoundContext *> bound();
    BoundContext* bound(size_t i);
    std::vector<antlr4::tree::TerminalNode *> AND();
    antlr4::tree::TerminalNode* AND(size_t i);

   
  };

  HavingContext* having();

  class  BoundContext : public antlr4::ParserRuleContext {
  public:
    BoundContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NameContext *name();
    NumberContext *number();
    antlr4::tree::TerminalNode *EQUAL();
    antlr4::tree::TerminalNode *NOT_EQUAL();
    antlr4::tree::TerminalNode *LESS();
    antlr4::tree::TerminalNode *LESS_EQUAL();
    antlr4::tree::TerminalNode *GREATER();
    antlr4::tree::TerminalNode *GREATER_EQUAL();

   
  };

  BoundContext* bound();

  class  DimensionContext : public antlr4::ParserRuleContext {
  public:
    DimensionContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NameContext *name();
    PolarityContext *polarity();
    TermsContext *terms();
    AsOfContext *asOf();
    BandsContext *bands();
    antlr4::tree::TerminalNode *IN();
    antlr4::tree::TerminalNode *GROUPS();
    std::vector<GroupContext *> group();
    GroupContext* group(size_t i);
    antlr4::tree::TerminalNode *TOP();
    NumberContext *number();

   
  };

  DimensionContext* dimension();

  class  BandsContext : public antlr4::ParserRuleContext {
  public:
    BandsContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *IN();
    antlr4::tree::TerminalNode *BANDS();
    antlr4::tree::TerminalNode *OF();
    std::vector<WidthContext *> width();
    WidthContext* width(size_t i);
    antlr4::tree::TerminalNode *AT();

   
  };

  BandsContext* bands();

  class  WidthContext : public antlr4::ParserRuleContext {
  public:
    WidthContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    AmountContext *amount();
    antlr4::tree::TerminalNode *PARAMETER();

   
  };

  WidthContext* width();

  class  GroupContext : public antlr4::ParserRuleContext {
  public:
    GroupContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *EQUAL();
    WordContext *word();
    antlr4::tree::TerminalNode *STRING();
    std::vector<ValueContext *> value();
    ValueContext* value(size_t i);

   
  };

  GroupContext* group();

  class  ExpressionContext : public antlr4::ParserRuleContext {
  public:
    ExpressionContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    ExpressionContext() = default;
    void copyFrom(ExpressionContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  SingleContext : public ExpressionContext {
  public:
    SingleContext(ExpressionContext *ctx);

    PredicateContext *predicate();
  };

  class  NotContext : public ExpressionContext {
  public:
    NotContext(ExpressionContext *ctx);

    antlr4::tree::TerminalNode *NOT();
    ExpressionContext *expression();
  };

  class  OrContext : public ExpressionContext {
  public:
    OrContext(ExpressionContext *ctx);

    std::vector<ExpressionContext *> expression();
    ExpressionContext* expression(size_t i);
    antlr4::tree::TerminalNode *OR();
  };

  class  AndContext : public ExpressionContext {
  public:
    AndContext(ExpressionContext *ctx);

    std::vector<ExpressionContext *> expression();
    ExpressionContext* expression(size_t i);
    antlr4::tree::TerminalNode *AND();
    antlr4::tree::TerminalNode *BUT();
    antlr4::tree::TerminalNode *EXCEPT();
  };

  class  SomeOfContext : public ExpressionContext {
  public:
    SomeOfContext(ExpressionContext *ctx);

    antlr4::tree::TerminalNode *OF();
    std::vector<ExpressionContext *> expression();
    ExpressionContext* expression(size_t i);
    antlr4::tree::TerminalNode *AT();
    antlr4::tree::TerminalNode *LEAST();
    NumberContext *number();
    antlr4::tree::TerminalNode *MOST();
    antlr4::tree::TerminalNode *EXACTLY();
    antlr4::tree::TerminalNode *NONE();
  };

  class  ParenthesisedContext : public ExpressionContext {
  public:
    ParenthesisedContext(ExpressionContext *ctx);

    ExpressionContext *expression();
  };

  ExpressionContext* expression();
  ExpressionContext* expression(int precedence);
  class  PredicateContext : public antlr4::ParserRuleContext {
  public:
    PredicateContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    PredicateContext() = default;
    void copyFrom(PredicateContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  InCohortContext : public PredicateContext {
  public:
    InCohortContext(PredicateContext *ctx);

    antlr4::tree::TerminalNode *IN();
    std::vector<WordContext *> word();
    WordContext* word(size_t i);
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *PARAMETER();
  };

  class  UsableContext : public PredicateContext {
  public:
    UsableContext(PredicateContext *ctx);

    antlr4::tree::TerminalNode *USABLE();
    antlr4::tree::TerminalNode *FOR();
    PurposeContext *purpose();
    antlr4::tree::TerminalNode *BY();
    antlr4::tree::TerminalNode *IN();
    ValueContext *value();
    antlr4::tree::TerminalNode *COMMERCIAL();
    antlr4::tree::TerminalNode *NON_COMMERCIAL();
  };

  class  CompareContext : public PredicateContext {
  public:
    CompareContext(PredicateContext *ctx);

    NameContext *name();
    ComparisonContext *comparison();
    CertaintyContext *certainty();
    WordContext *word();
    AsOfContext *asOf();
  };

  class  OverlapsContext : public PredicateContext {
  public:
    OverlapsContext(PredicateContext *ctx);

    antlr4::tree::TerminalNode *OVERLAPS();
    std::vector<WordContext *> word();
    WordContext* word(size_t i);
    CertaintyContext *certainty();
  };

  class  HasContext : public PredicateContext {
  public:
    HasContext(PredicateContext *ctx);

    NameContext *name();
    antlr4::tree::TerminalNode *HAS();
    antlr4::tree::TerminalNode *NO();
    PolarityContext *polarity();
    TermsContext *terms();
    std::vector<AliasContext *> alias();
    AliasContext* alias(size_t i);
    antlr4::tree::TerminalNode *WITH();
    ConditionContext *condition();
    ValuedContext *valued();
    OnDatesContext *onDates();
    antlr4::tree::TerminalNode *FIRST();
    antlr4::tree::TerminalNode *LAST();
    QuantityContext *quantity();
    antlr4::tree::TerminalNode *ANOTHER();
  };

  PredicateContext* predicate();

  class  ValuedContext : public antlr4::ParserRuleContext {
  public:
    ValuedContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<PointContext *> point();
    PointContext* point(size_t i);
    antlr4::tree::TerminalNode *LESS();
    antlr4::tree::TerminalNode *LESS_EQUAL();
    antlr4::tree::TerminalNode *GREATER();
    antlr4::tree::TerminalNode *GREATER_EQUAL();
    antlr4::tree::TerminalNode *BETWEEN();
    antlr4::tree::TerminalNode *AND();
    antlr4::tree::TerminalNode *AT();
    AmountContext *amount();
    antlr4::tree::TerminalNode *LEAST();
    antlr4::tree::TerminalNode *MOST();

   
  };

  ValuedContext* valued();

  class  AliasContext : public antlr4::ParserRuleContext {
  public:
    AliasContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *AS();
    WordContext *word();

   
  };

  AliasContext* alias();

  class  OnDatesContext : public antlr4::ParserRuleContext {
  public:
    OnDatesContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *ON();
    NumberContext *number();
    antlr4::tree::TerminalNode *DISTINCT();
    WordContext *word();
    antlr4::tree::TerminalNode *AT();
    antlr4::tree::TerminalNode *LEAST();

   
  };

  OnDatesContext* onDates();

  class  PurposeContext : public antlr4::ParserRuleContext {
  public:
    PurposeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    TermContext *term();
    std::vector<WordContext *> word();
    WordContext* word(size_t i);

   
  };

  PurposeContext* purpose();

  class  ConditionContext : public antlr4::ParserRuleContext {
  public:
    ConditionContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    ConditionContext() = default;
    void copyFrom(ConditionContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  ConditionGroupContext : public ConditionContext {
  public:
    ConditionGroupContext(ConditionContext *ctx);

    ExpressionContext *expression();
  };

  class  ConditionNotContext : public ConditionContext {
  public:
    ConditionNotContext(ConditionContext *ctx);

    antlr4::tree::TerminalNode *NOT();
    ConditionContext *condition();
  };

  class  ConditionSingleContext : public ConditionContext {
  public:
    ConditionSingleContext(ConditionContext *ctx);

    PredicateContext *predicate();
  };

  ConditionContext* condition();

  class  QuantityContext : public antlr4::ParserRuleContext {
  public:
    QuantityContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NumberContext *number();
    antlr4::tree::TerminalNode *AT();
    antlr4::tree::TerminalNode *LEAST();
    antlr4::tree::TerminalNode *MOST();
    antlr4::tree::TerminalNode *EXACTLY();
    antlr4::tree::TerminalNode *DISTINCT();
    antlr4::tree::TerminalNode *NO();

   
  };

  QuantityContext* quantity();

  class  PolarityContext : public antlr4::ParserRuleContext {
  public:
    PolarityContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *OBSERVED();
    antlr4::tree::TerminalNode *EXCLUDED();

   
  };

  PolarityContext* polarity();

  class  CertaintyContext : public antlr4::ParserRuleContext {
  public:
    CertaintyContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *CERTAINLY();
    antlr4::tree::TerminalNode *POSSIBLY();

   
  };

  CertaintyContext* certainty();

  class  TermsContext : public antlr4::ParserRuleContext {
  public:
    TermsContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<AnyTermContext *> anyTerm();
    AnyTermContext* anyTerm(size_t i);
    antlr4::tree::TerminalNode *EXCEPT();

   
  };

  TermsContext* terms();

  class  AnyTermContext : public antlr4::ParserRuleContext {
  public:
    AnyTermContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<TermContext *> term();
    TermContext* term(size_t i);
    std::vector<antlr4::tree::TerminalNode *> OR();
    antlr4::tree::TerminalNode* OR(size_t i);
    antlr4::tree::TerminalNode *IN();
    antlr4::tree::TerminalNode *PARAMETER();

   
  };

  AnyTermContext* anyTerm();

  class  TermContext : public antlr4::ParserRuleContext {
  public:
    TermContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *CODE();
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *PARAMETER();
    antlr4::tree::TerminalNode *EXACTLY();

   
  };

  TermContext* term();

  class  ComparisonContext : public antlr4::ParserRuleContext {
  public:
    ComparisonContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    ComparisonContext() = default;
    void copyFrom(ComparisonContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  IsNotValueContext : public ComparisonContext {
  public:
    IsNotValueContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *IS();
    antlr4::tree::TerminalNode *NOT();
    ListedContext *listed();
    antlr4::tree::TerminalNode *NOT_EQUAL();
  };

  class  OrderedContext : public ComparisonContext {
  public:
    OrderedContext(ComparisonContext *ctx);

    PointContext *point();
    antlr4::tree::TerminalNode *LESS();
    antlr4::tree::TerminalNode *LESS_EQUAL();
    antlr4::tree::TerminalNode *GREATER();
    antlr4::tree::TerminalNode *GREATER_EQUAL();
    antlr4::tree::TerminalNode *BEFORE();
    antlr4::tree::TerminalNode *AFTER();
  };

  class  OrderedInWordsContext : public ComparisonContext {
  public:
    OrderedInWordsContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *AT();
    AmountContext *amount();
    antlr4::tree::TerminalNode *LEAST();
    antlr4::tree::TerminalNode *MOST();
    antlr4::tree::TerminalNode *IS();
  };

  class  IsValueContext : public ComparisonContext {
  public:
    IsValueContext(ComparisonContext *ctx);

    ListedContext *listed();
    antlr4::tree::TerminalNode *IS();
    antlr4::tree::TerminalNode *EQUAL();
    std::vector<antlr4::tree::TerminalNode *> OR();
    antlr4::tree::TerminalNode* OR(size_t i);
    std::vector<AlternativeContext *> alternative();
    AlternativeContext* alternative(size_t i);
    antlr4::tree::TerminalNode *EXCEPT();
    AnyTermContext *anyTerm();
  };

  class  IsMissingContext : public ComparisonContext {
  public:
    IsMissingContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *MISSING();
    antlr4::tree::TerminalNode *IS();
    antlr4::tree::TerminalNode *EQUAL();
    antlr4::tree::TerminalNode *NOT();
    antlr4::tree::TerminalNode *RECORDED();
  };

  class  WithinContext : public ComparisonContext {
  public:
    WithinContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *WITHIN();
    DurationContext *duration();
    PointContext *point();
    antlr4::tree::TerminalNode *OF();
    antlr4::tree::TerminalNode *BEFORE();
    antlr4::tree::TerminalNode *AFTER();
  };

  class  AgedContext : public ComparisonContext {
  public:
    AgedContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *AGED();
    std::vector<ValueContext *> value();
    ValueContext* value(size_t i);
    antlr4::tree::TerminalNode *TO();
  };

  class  InListContext : public ComparisonContext {
  public:
    InListContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *IN();
    std::vector<ListedContext *> listed();
    ListedContext* listed(size_t i);
    antlr4::tree::TerminalNode *PARAMETER();
    antlr4::tree::TerminalNode *IS();
    antlr4::tree::TerminalNode *NOT();
  };

  class  IsRecordedContext : public ComparisonContext {
  public:
    IsRecordedContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *RECORDED();
    antlr4::tree::TerminalNode *IS();
    antlr4::tree::TerminalNode *EQUAL();
    antlr4::tree::TerminalNode *NOT();
    antlr4::tree::TerminalNode *MISSING();
  };

  class  BetweenContext : public ComparisonContext {
  public:
    BetweenContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *BETWEEN();
    std::vector<PointContext *> point();
    PointContext* point(size_t i);
    antlr4::tree::TerminalNode *AND();
  };

  class  ApartContext : public ComparisonContext {
  public:
    ApartContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *AT();
    antlr4::tree::TerminalNode *LEAST();
    DurationContext *duration();
    PointContext *point();
    antlr4::tree::TerminalNode *BEFORE();
    antlr4::tree::TerminalNode *AFTER();
  };

  class  StartsWithContext : public ComparisonContext {
  public:
    StartsWithContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *STARTS();
    antlr4::tree::TerminalNode *WITH();
    ValueContext *value();
  };

  ComparisonContext* comparison();

  class  ListedContext : public antlr4::ParserRuleContext {
  public:
    ListedContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    ValueContext *value();
    WordContext *word();
    std::vector<antlr4::tree::TerminalNode *> WORD();
    antlr4::tree::TerminalNode* WORD(size_t i);

   
  };

  ListedContext* listed();

  class  AlternativeContext : public antlr4::ParserRuleContext {
  public:
    AlternativeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    TermContext *term();
    std::vector<antlr4::tree::TerminalNode *> WORD();
    antlr4::tree::TerminalNode* WORD(size_t i);

   
  };

  AlternativeContext* alternative();

  class  AsOfContext : public antlr4::ParserRuleContext {
  public:
    AsOfContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *AS();
    antlr4::tree::TerminalNode *OF();
    ValueContext *value();
    antlr4::tree::TerminalNode *STUDY();
    WordContext *word();

   
  };

  AsOfContext* asOf();

  class  PointContext : public antlr4::ParserRuleContext {
  public:
    PointContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<WordContext *> word();
    WordContext* word(size_t i);
    NameContext *name();
    FactorContext *factor();
    std::vector<antlr4::tree::TerminalNode *> AT();
    antlr4::tree::TerminalNode* AT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> OF();
    antlr4::tree::TerminalNode* OF(size_t i);
    ValueContext *value();

   
  };

  PointContext* point();

  class  FactorContext : public antlr4::ParserRuleContext {
  public:
    FactorContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NUMBER();
    antlr4::tree::TerminalNode *TIMES();

   
  };

  FactorContext* factor();

  class  DurationContext : public antlr4::ParserRuleContext {
  public:
    DurationContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    AmountContext *amount();
    antlr4::tree::TerminalNode *DURATION();
    antlr4::tree::TerminalNode *PARAMETER();

   
  };

  DurationContext* duration();

  class  ValueContext : public antlr4::ParserRuleContext {
  public:
    ValueContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    AmountContext *amount();
    antlr4::tree::TerminalNode *DURATION();
    antlr4::tree::TerminalNode *DATE();
    TermContext *term();
    WordContext *word();

   
  };

  ValueContext* value();

  class  NumberContext : public antlr4::ParserRuleContext {
  public:
    NumberContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *NUMBER();
    antlr4::tree::TerminalNode *PARAMETER();

   
  };

  NumberContext* number();

  class  AmountContext : public antlr4::ParserRuleContext {
  public:
    AmountContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<antlr4::tree::TerminalNode *> NUMBER();
    antlr4::tree::TerminalNode* NUMBER(size_t i);
    antlr4::tree::TerminalNode *GESTATION();
    std::vector<UnitContext *> unit();
    UnitContext* unit(size_t i);
    antlr4::tree::TerminalNode *OF();

   
  };

  AmountContext* amount();

  class  UnitContext : public antlr4::ParserRuleContext {
  public:
    UnitContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *WORD();
    antlr4::tree::TerminalNode *UNIT();
    antlr4::tree::TerminalNode *STRING();

   
  };

  UnitContext* unit();

  class  NameContext : public antlr4::ParserRuleContext {
  public:
    NameContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<WordContext *> word();
    WordContext* word(size_t i);
    std::vector<antlr4::tree::TerminalNode *> AT();
    antlr4::tree::TerminalNode* AT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> OF();
    antlr4::tree::TerminalNode* OF(size_t i);

   
  };

  NameContext* name();

  class  WordContext : public antlr4::ParserRuleContext {
  public:
    WordContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *WORD();
    antlr4::tree::TerminalNode *COMMERCIAL();
    antlr4::tree::TerminalNode *COMPARE();
    antlr4::tree::TerminalNode *DEFINE();
    antlr4::tree::TerminalNode *DESCRIBE();
    antlr4::tree::TerminalNode *DROP();
    antlr4::tree::TerminalNode *FIRST();
    antlr4::tree::TerminalNode *FUNNEL();
    antlr4::tree::TerminalNode *GROUPS();
    antlr4::tree::TerminalNode *IMPACT();
    antlr4::tree::TerminalNode *LAST();
    antlr4::tree::TerminalNode *LIKE();
    antlr4::tree::TerminalNode *NO();
    antlr4::tree::TerminalNode *NON_COMMERCIAL();
    antlr4::tree::TerminalNode *NONE();
    antlr4::tree::TerminalNode *SHOW();
    antlr4::tree::TerminalNode *STUDY();
    antlr4::tree::TerminalNode *SUMMARISE();
    antlr4::tree::TerminalNode *TERMS();
    antlr4::tree::TerminalNode *TO();

   
  };

  WordContext* word();


  virtual bool sempred(antlr4::RuleContext *_localctx, size_t ruleIndex, size_t predicateIndex) override;
  bool expressionSempred(ExpressionContext *_localctx, size_t predicateIndex);

private:
  static std::vector<antlr4::dfa::DFA> _decisionToDFA;
  static antlr4::atn::PredictionContextCache _sharedContextCache;
  static std::vector<std::string> _ruleNames;
  static std::vector<std::string> _tokenNames;

  static std::vector<std::string> _literalNames;
  static std::vector<std::string> _symbolicNames;
  static antlr4::dfa::Vocabulary _vocabulary;
  static antlr4::atn::ATN _atn;
  static std::vector<uint16_t> _serializedATN;


  struct Initializer {
    Initializer();
  };
  static Initializer _init;
};

}  // namespace muster::grammar::generated
