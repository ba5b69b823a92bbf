
// Generated from CohortQuery.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace muster::grammar::generated {


class  CohortQueryParser : public antlr4::Parser {
public:
  enum {
    T__0 = 1, T__1 = 2, T__2 = 3, T__3 = 4, AFTER = 5, ANALYSE = 6, AND = 7, 
    AS = 8, AT = 9, BANDS = 10, BEFORE = 11, BETWEEN = 12, BY = 13, CERTAINLY = 14, 
    COUNT = 15, DISTINCT = 16, EXACTLY = 17, EXCLUDED = 18, EXPLAIN = 19, 
    HAS = 20, IN = 21, IS = 22, LEAST = 23, LIMIT = 24, LIST = 25, MISSING = 26, 
    MOST = 27, NOT = 28, OBSERVED = 29, OF = 30, OR = 31, POSSIBLY = 32, 
    RECORDED = 33, STARTS = 34, TOP = 35, WHERE = 36, WITH = 37, EQUAL = 38, 
    NOT_EQUAL = 39, LESS_EQUAL = 40, LESS = 41, GREATER_EQUAL = 42, GREATER = 43, 
    DATE = 44, NUMBER = 45, DURATION = 46, CODE = 47, WORD = 48, UNIT = 49, 
    STRING = 50, COMMENT = 51, SPACE = 52, UNKNOWN = 53
  };

  enum {
    RuleScript = 0, RuleStatement = 1, RuleQuery = 2, RuleCounted = 3, RuleWhere = 4, 
    RuleBy = 5, RuleDimension = 6, RuleExpression = 7, RulePredicate = 8, 
    RuleCondition = 9, RuleQuantity = 10, RulePolarity = 11, RuleCertainty = 12, 
    RuleTerms = 13, RuleTerm = 14, RuleComparison = 15, RuleAsOf = 16, RuleValue = 17, 
    RuleAmount = 18, RuleUnit = 19, RuleName = 20
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
  class WhereContext;
  class ByContext;
  class DimensionContext;
  class ExpressionContext;
  class PredicateContext;
  class ConditionContext;
  class QuantityContext;
  class PolarityContext;
  class CertaintyContext;
  class TermsContext;
  class TermContext;
  class ComparisonContext;
  class AsOfContext;
  class ValueContext;
  class AmountContext;
  class UnitContext;
  class NameContext; 

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
    WhereContext *where();
    ByContext *by();
  };

  class  ListQueryContext : public QueryContext {
  public:
    ListQueryContext(QueryContext *ctx);

    antlr4::tree::TerminalNode *LIST();
    CountedContext *counted();
    WhereContext *where();
    antlr4::tree::TerminalNode *LIMIT();
    antlr4::tree::TerminalNode *NUMBER();
  };

  QueryContext* query();

  class  CountedContext : public antlr4::ParserRuleContext {
  public:
    CountedContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NameContext *name();
    PolarityContext *polarity();

   
  };

  CountedContext* counted();

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

  class  DimensionContext : public antlr4::ParserRuleContext {
  public:
    DimensionContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NameContext *name();
    AsOfContext *asOf();
    antlr4::tree::TerminalNode *IN();
    antlr4::tree::TerminalNode *BANDS();
    antlr4::tree::TerminalNode *OF();
    AmountContext *amount();
    antlr4::tree::TerminalNode *TOP();
    antlr4::tree::TerminalNode *NUMBER();

   
  };

  DimensionContext* dimension();

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
  };

  class  AtLeastOfContext : public ExpressionContext {
  public:
    AtLeastOfContext(ExpressionContext *ctx);

    antlr4::tree::TerminalNode *AT();
    antlr4::tree::TerminalNode *LEAST();
    antlr4::tree::TerminalNode *NUMBER();
    antlr4::tree::TerminalNode *OF();
    std::vector<ExpressionContext *> expression();
    ExpressionContext* expression(size_t i);
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

  class  CompareContext : public PredicateContext {
  public:
    CompareContext(PredicateContext *ctx);

    NameContext *name();
    ComparisonContext *comparison();
    CertaintyContext *certainty();
    AsOfContext *asOf();
  };

  class  HasContext : public PredicateContext {
  public:
    HasContext(PredicateContext *ctx);

    antlr4::tree::TerminalNode *HAS();
    NameContext *name();
    QuantityContext *quantity();
    PolarityContext *polarity();
    TermsContext *terms();
    antlr4::tree::TerminalNode *WITH();
    ConditionContext *condition();
  };

  PredicateContext* predicate();

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
    antlr4::tree::TerminalNode *NUMBER();
    antlr4::tree::TerminalNode *AT();
    antlr4::tree::TerminalNode *LEAST();
    antlr4::tree::TerminalNode *MOST();
    antlr4::tree::TerminalNode *EXACTLY();
    antlr4::tree::TerminalNode *DISTINCT();

   
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
    std::vector<TermContext *> term();
    TermContext* term(size_t i);
    antlr4::tree::TerminalNode *IN();

   
  };

  TermsContext* terms();

  class  TermContext : public antlr4::ParserRuleContext {
  public:
    TermContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *CODE();
    antlr4::tree::TerminalNode *STRING();
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
    ValueContext *value();
    antlr4::tree::TerminalNode *NOT_EQUAL();
  };

  class  OrderedContext : public ComparisonContext {
  public:
    OrderedContext(ComparisonContext *ctx);

    ValueContext *value();
    antlr4::tree::TerminalNode *LESS();
    antlr4::tree::TerminalNode *LESS_EQUAL();
    antlr4::tree::TerminalNode *GREATER();
    antlr4::tree::TerminalNode *GREATER_EQUAL();
    antlr4::tree::TerminalNode *BEFORE();
    antlr4::tree::TerminalNode *AFTER();
  };

  class  IsValueContext : public ComparisonContext {
  public:
    IsValueContext(ComparisonContext *ctx);

    ValueContext *value();
    antlr4::tree::TerminalNode *IS();
    antlr4::tree::TerminalNode *EQUAL();
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

  class  InListContext : public ComparisonContext {
  public:
    InListContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *IN();
    std::vector<ValueContext *> value();
    ValueContext* value(size_t i);
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
    std::vector<ValueContext *> value();
    ValueContext* value(size_t i);
    antlr4::tree::TerminalNode *AND();
  };

  class  StartsWithContext : public ComparisonContext {
  public:
    StartsWithContext(ComparisonContext *ctx);

    antlr4::tree::TerminalNode *STARTS();
    antlr4::tree::TerminalNode *WITH();
    ValueContext *value();
  };

  ComparisonContext* comparison();

  class  AsOfContext : public antlr4::ParserRuleContext {
  public:
    AsOfContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *AS();
    antlr4::tree::TerminalNode *OF();
    ValueContext *value();

   
  };

  AsOfContext* asOf();

  class  ValueContext : public antlr4::ParserRuleContext {
  public:
    ValueContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    AmountContext *amount();
    antlr4::tree::TerminalNode *DURATION();
    antlr4::tree::TerminalNode *DATE();
    TermContext *term();
    antlr4::tree::TerminalNode *WORD();

   
  };

  ValueContext* value();

  class  AmountContext : public antlr4::ParserRuleContext {
  public:
    AmountContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<antlr4::tree::TerminalNode *> NUMBER();
    antlr4::tree::TerminalNode* NUMBER(size_t i);
    std::vector<UnitContext *> unit();
    UnitContext* unit(size_t i);

   
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
    std::vector<antlr4::tree::TerminalNode *> WORD();
    antlr4::tree::TerminalNode* WORD(size_t i);
    std::vector<antlr4::tree::TerminalNode *> AT();
    antlr4::tree::TerminalNode* AT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> OF();
    antlr4::tree::TerminalNode* OF(size_t i);

   
  };

  NameContext* name();


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
