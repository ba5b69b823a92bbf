
// Generated from CohortQuery.g4 by ANTLR 4.7.2



#include "CohortQueryParser.h"


using namespace antlrcpp;
using namespace muster::grammar::generated;
using namespace antlr4;

CohortQueryParser::CohortQueryParser(TokenStream *input) : Parser(input) {
  _interpreter = new atn::ParserATNSimulator(this, _atn, _decisionToDFA, _sharedContextCache);
}

CohortQueryParser::~CohortQueryParser() {
  delete _interpreter;
}

std::string CohortQueryParser::getGrammarFileName() const {
  return "CohortQuery.g4";
}

const std::vector<std::string>& CohortQueryParser::getRuleNames() const {
  return _ruleNames;
}

dfa::Vocabulary& CohortQueryParser::getVocabulary() const {
  return _vocabulary;
}


//----------------- ScriptContext ------------------------------------------------------------------

CohortQueryParser::ScriptContext::ScriptContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::ScriptContext::EOF() {
  return getToken(CohortQueryParser::EOF, 0);
}

std::vector<CohortQueryParser::StatementContext *> CohortQueryParser::ScriptContext::statement() {
  return getRuleContexts<CohortQueryParser::StatementContext>();
}

CohortQueryParser::StatementContext* CohortQueryParser::ScriptContext::statement(size_t i) {
  return getRuleContext<CohortQueryParser::StatementContext>(i);
}


size_t CohortQueryParser::ScriptContext::getRuleIndex() const {
  return CohortQueryParser::RuleScript;
}


CohortQueryParser::ScriptContext* CohortQueryParser::script() {
  ScriptContext *_localctx = _tracker.createInstance<ScriptContext>(_ctx, getState());
  enterRule(_localctx, 0, CohortQueryParser::RuleScript);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(43);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << CohortQueryParser::COUNT)
      | (1ULL << CohortQueryParser::EXPLAIN)
      | (1ULL << CohortQueryParser::LIST))) != 0)) {
      setState(42);
      statement();
    }
    setState(51);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == CohortQueryParser::T__0) {
      setState(45);
      match(CohortQueryParser::T__0);
      setState(47);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if ((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << CohortQueryParser::COUNT)
        | (1ULL << CohortQueryParser::EXPLAIN)
        | (1ULL << CohortQueryParser::LIST))) != 0)) {
        setState(46);
        statement();
      }
      setState(53);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(54);
    match(CohortQueryParser::EOF);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- StatementContext ------------------------------------------------------------------

CohortQueryParser::StatementContext::StatementContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::QueryContext* CohortQueryParser::StatementContext::query() {
  return getRuleContext<CohortQueryParser::QueryContext>(0);
}

tree::TerminalNode* CohortQueryParser::StatementContext::EXPLAIN() {
  return getToken(CohortQueryParser::EXPLAIN, 0);
}

tree::TerminalNode* CohortQueryParser::StatementContext::ANALYSE() {
  return getToken(CohortQueryParser::ANALYSE, 0);
}


size_t CohortQueryParser::StatementContext::getRuleIndex() const {
  return CohortQueryParser::RuleStatement;
}


CohortQueryParser::StatementContext* CohortQueryParser::statement() {
  StatementContext *_localctx = _tracker.createInstance<StatementContext>(_ctx, getState());
  enterRule(_localctx, 2, CohortQueryParser::RuleStatement);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(60);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXPLAIN) {
      setState(56);
      match(CohortQueryParser::EXPLAIN);
      setState(58);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::ANALYSE) {
        setState(57);
        match(CohortQueryParser::ANALYSE);
      }
    }
    setState(62);
    query();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- QueryContext ------------------------------------------------------------------

CohortQueryParser::QueryContext::QueryContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t CohortQueryParser::QueryContext::getRuleIndex() const {
  return CohortQueryParser::RuleQuery;
}

void CohortQueryParser::QueryContext::copyFrom(QueryContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- CountQueryContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::CountQueryContext::COUNT() {
  return getToken(CohortQueryParser::COUNT, 0);
}

std::vector<CohortQueryParser::CountedContext *> CohortQueryParser::CountQueryContext::counted() {
  return getRuleContexts<CohortQueryParser::CountedContext>();
}

CohortQueryParser::CountedContext* CohortQueryParser::CountQueryContext::counted(size_t i) {
  return getRuleContext<CohortQueryParser::CountedContext>(i);
}

CohortQueryParser::WhereContext* CohortQueryParser::CountQueryContext::where() {
  return getRuleContext<CohortQueryParser::WhereContext>(0);
}

CohortQueryParser::ByContext* CohortQueryParser::CountQueryContext::by() {
  return getRuleContext<CohortQueryParser::ByContext>(0);
}

CohortQueryParser::CountQueryContext::CountQueryContext(QueryContext *ctx) { copyFrom(ctx); }


//----------------- ListQueryContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::ListQueryContext::LIST() {
  return getToken(CohortQueryParser::LIST, 0);
}

CohortQueryParser::CountedContext* CohortQueryParser::ListQueryContext::counted() {
  return getRuleContext<CohortQueryParser::CountedContext>(0);
}

CohortQueryParser::WhereContext* CohortQueryParser::ListQueryContext::where() {
  return getRuleContext<CohortQueryParser::WhereContext>(0);
}

tree::TerminalNode* CohortQueryParser::ListQueryContext::LIMIT() {
  return getToken(CohortQueryParser::LIMIT, 0);
}

tree::TerminalNode* CohortQueryParser::ListQueryContext::NUMBER() {
  return getToken(CohortQueryParser::NUMBER, 0);
}

CohortQueryParser::ListQueryContext::ListQueryContext(QueryContext *ctx) { copyFrom(ctx); }


CohortQueryParser::QueryContext* CohortQueryParser::query() {
  QueryContext *_localctx = _tracker.createInstance<QueryContext>(_ctx, getState());
  enterRule(_localctx, 4, CohortQueryParser::RuleQuery);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(88);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::COUNT: {
        _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::CountQueryContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(64);
        match(CohortQueryParser::COUNT);
        setState(65);
        counted();
        setState(70);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == CohortQueryParser::T__1) {
          setState(66);
          match(CohortQueryParser::T__1);
          setState(67);
          counted();
          setState(72);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(74);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::WHERE) {
          setState(73);
          where();
        }
        setState(77);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::BY) {
          setState(76);
          by();
        }
        break;
      }

      case CohortQueryParser::LIST: {
        _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::ListQueryContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(79);
        match(CohortQueryParser::LIST);
        setState(80);
        counted();
        setState(82);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::WHERE) {
          setState(81);
          where();
        }
        setState(86);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::LIMIT) {
          setState(84);
          match(CohortQueryParser::LIMIT);
          setState(85);
          match(CohortQueryParser::NUMBER);
        }
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- CountedContext ------------------------------------------------------------------

CohortQueryParser::CountedContext::CountedContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::NameContext* CohortQueryParser::CountedContext::name() {
  return getRuleContext<CohortQueryParser::NameContext>(0);
}

CohortQueryParser::PolarityContext* CohortQueryParser::CountedContext::polarity() {
  return getRuleContext<CohortQueryParser::PolarityContext>(0);
}


size_t CohortQueryParser::CountedContext::getRuleIndex() const {
  return CohortQueryParser::RuleCounted;
}


CohortQueryParser::CountedContext* CohortQueryParser::counted() {
  CountedContext *_localctx = _tracker.createInstance<CountedContext>(_ctx, getState());
  enterRule(_localctx, 6, CohortQueryParser::RuleCounted);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(91);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXCLUDED

    || _la == CohortQueryParser::OBSERVED) {
      setState(90);
      polarity();
    }
    setState(93);
    name();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- WhereContext ------------------------------------------------------------------

CohortQueryParser::WhereContext::WhereContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::WhereContext::WHERE() {
  return getToken(CohortQueryParser::WHERE, 0);
}

CohortQueryParser::ExpressionContext* CohortQueryParser::WhereContext::expression() {
  return getRuleContext<CohortQueryParser::ExpressionContext>(0);
}


size_t CohortQueryParser::WhereContext::getRuleIndex() const {
  return CohortQueryParser::RuleWhere;
}


CohortQueryParser::WhereContext* CohortQueryParser::where() {
  WhereContext *_localctx = _tracker.createInstance<WhereContext>(_ctx, getState());
  enterRule(_localctx, 8, CohortQueryParser::RuleWhere);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(95);
    match(CohortQueryParser::WHERE);
    setState(96);
    expression(0);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ByContext ------------------------------------------------------------------

CohortQueryParser::ByContext::ByContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::ByContext::BY() {
  return getToken(CohortQueryParser::BY, 0);
}

std::vector<CohortQueryParser::DimensionContext *> CohortQueryParser::ByContext::dimension() {
  return getRuleContexts<CohortQueryParser::DimensionContext>();
}

CohortQueryParser::DimensionContext* CohortQueryParser::ByContext::dimension(size_t i) {
  return getRuleContext<CohortQueryParser::DimensionContext>(i);
}


size_t CohortQueryParser::ByContext::getRuleIndex() const {
  return CohortQueryParser::RuleBy;
}


CohortQueryParser::ByContext* CohortQueryParser::by() {
  ByContext *_localctx = _tracker.createInstance<ByContext>(_ctx, getState());
  enterRule(_localctx, 10, CohortQueryParser::RuleBy);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(98);
    match(CohortQueryParser::BY);
    setState(99);
    dimension();
    setState(104);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == CohortQueryParser::T__1) {
      setState(100);
      match(CohortQueryParser::T__1);
      setState(101);
      dimension();
      setState(106);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- DimensionContext ------------------------------------------------------------------

CohortQueryParser::DimensionContext::DimensionContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::NameContext* CohortQueryParser::DimensionContext::name() {
  return getRuleContext<CohortQueryParser::NameContext>(0);
}

CohortQueryParser::AsOfContext* CohortQueryParser::DimensionContext::asOf() {
  return getRuleContext<CohortQueryParser::AsOfContext>(0);
}

tree::TerminalNode* CohortQueryParser::DimensionContext::IN() {
  return getToken(CohortQueryParser::IN, 0);
}

tree::TerminalNode* CohortQueryParser::DimensionContext::BANDS() {
  return getToken(CohortQueryParser::BANDS, 0);
}

tree::TerminalNode* CohortQueryParser::DimensionContext::OF() {
  return getToken(CohortQueryParser::OF, 0);
}

CohortQueryParser::AmountContext* CohortQueryParser::DimensionContext::amount() {
  return getRuleContext<CohortQueryParser::AmountContext>(0);
}

tree::TerminalNode* CohortQueryParser::DimensionContext::TOP() {
  return getToken(CohortQueryParser::TOP, 0);
}

tree::TerminalNode* CohortQueryParser::DimensionContext::NUMBER() {
  return getToken(CohortQueryParser::NUMBER, 0);
}


size_t CohortQueryParser::DimensionContext::getRuleIndex() const {
  return CohortQueryParser::RuleDimension;
}


CohortQueryParser::DimensionContext* CohortQueryParser::dimension() {
  DimensionContext *_localctx = _tracker.createInstance<DimensionContext>(_ctx, getState());
  enterRule(_localctx, 12, CohortQueryParser::RuleDimension);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(107);
    name();
    setState(109);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AS) {
      setState(108);
      asOf();
    }
    setState(115);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::IN) {
      setState(111);
      match(CohortQueryParser::IN);
      setState(112);
      match(CohortQueryParser::BANDS);
      setState(113);
      match(CohortQueryParser::OF);
      setState(114);
      amount();
    }
    setState(119);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::TOP) {
      setState(117);
      match(CohortQueryParser::TOP);
      setState(118);
      match(CohortQueryParser::NUMBER);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ExpressionContext ------------------------------------------------------------------

CohortQueryParser::ExpressionContext::ExpressionContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t CohortQueryParser::ExpressionContext::getRuleIndex() const {
  return CohortQueryParser::RuleExpression;
}

void CohortQueryParser::ExpressionContext::copyFrom(ExpressionContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- SingleContext ------------------------------------------------------------------

CohortQueryParser::PredicateContext* CohortQueryParser::SingleContext::predicate() {
  return getRuleContext<CohortQueryParser::PredicateContext>(0);
}

CohortQueryParser::SingleContext::SingleContext(ExpressionContext *ctx) { copyFrom(ctx); }


//----------------- NotContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::NotContext::NOT() {
  return getToken(CohortQueryParser::NOT, 0);
}

CohortQueryParser::ExpressionContext* CohortQueryParser::NotContext::expression() {
  return getRuleContext<CohortQueryParser::ExpressionContext>(0);
}

CohortQueryParser::NotContext::NotContext(ExpressionContext *ctx) { copyFrom(ctx); }


//----------------- OrContext ------------------------------------------------------------------

std::vector<CohortQueryParser::ExpressionContext *> CohortQueryParser::OrContext::expression() {
  return getRuleContexts<CohortQueryParser::ExpressionContext>();
}

CohortQueryParser::ExpressionContext* CohortQueryParser::OrContext::expression(size_t i) {
  return getRuleContext<CohortQueryParser::ExpressionContext>(i);
}

tree::TerminalNode* CohortQueryParser::OrContext::OR() {
  return getToken(CohortQueryParser::OR, 0);
}

CohortQueryParser::OrContext::OrContext(ExpressionContext *ctx) { copyFrom(ctx); }


//----------------- AndContext ------------------------------------------------------------------

std::vector<CohortQueryParser::ExpressionContext *> CohortQueryParser::AndContext::expression() {
  return getRuleContexts<CohortQueryParser::ExpressionContext>();
}

CohortQueryParser::ExpressionContext* CohortQueryParser::AndContext::expression(size_t i) {
  return getRuleContext<CohortQueryParser::ExpressionContext>(i);
}

tree::TerminalNode* CohortQueryParser::AndContext::AND() {
  return getToken(CohortQueryParser::AND, 0);
}

CohortQueryParser::AndContext::AndContext(ExpressionContext *ctx) { copyFrom(ctx); }


//----------------- AtLeastOfContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::AtLeastOfContext::AT() {
  return getToken(CohortQueryParser::AT, 0);
}

tree::TerminalNode* CohortQueryParser::AtLeastOfContext::LEAST() {
  return getToken(CohortQueryParser::LEAST, 0);
}

tree::TerminalNode* CohortQueryParser::AtLeastOfContext::NUMBER() {
  return getToken(CohortQueryParser::NUMBER, 0);
}

tree::TerminalNode* CohortQueryParser::AtLeastOfContext::OF() {
  return getToken(CohortQueryParser::OF, 0);
}

std::vector<CohortQueryParser::ExpressionContext *> CohortQueryParser::AtLeastOfContext::expression() {
  return getRuleContexts<CohortQueryParser::ExpressionContext>();
}

CohortQueryParser::ExpressionContext* CohortQueryParser::AtLeastOfContext::expression(size_t i) {
  return getRuleContext<CohortQueryParser::ExpressionContext>(i);
}

CohortQueryParser::AtLeastOfContext::AtLeastOfContext(ExpressionContext *ctx) { copyFrom(ctx); }


//----------------- ParenthesisedContext ------------------------------------------------------------------

CohortQueryParser::ExpressionContext* CohortQueryParser::ParenthesisedContext::expression() {
  return getRuleContext<CohortQueryParser::ExpressionContext>(0);
}

CohortQueryParser::ParenthesisedContext::ParenthesisedContext(ExpressionContext *ctx) { copyFrom(ctx); }



CohortQueryParser::ExpressionContext* CohortQueryParser::expression() {
   return expression(0);
}

CohortQueryParser::ExpressionContext* CohortQueryParser::expression(int precedence) {
  ParserRuleContext *parentContext = _ctx;
  size_t parentState = getState();
  CohortQueryParser::ExpressionContext *_localctx = _tracker.createInstance<ExpressionContext>(_ctx, parentState);
  CohortQueryParser::ExpressionContext *previousContext = _localctx;
  (void)previousContext; // Silence compiler, in case the context is not used by generated code.
  size_t startState = 14;
  enterRecursionRule(_localctx, 14, CohortQueryParser::RuleExpression, precedence);

    size_t _la = 0;

  auto onExit = finally([=] {
    unrollRecursionContexts(parentContext);
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(144);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::T__2: {
        _localctx = _tracker.createInstance<ParenthesisedContext>(_localctx);
        _ctx = _localctx;
        previousContext = _localctx;

        setState(122);
        match(CohortQueryParser::T__2);
        setState(123);
        expression(0);
        setState(124);
        match(CohortQueryParser::T__3);
        break;
      }

      case CohortQueryParser::AT: {
        _localctx = _tracker.createInstance<AtLeastOfContext>(_localctx);
        _ctx = _localctx;
        previousContext = _localctx;
        setState(126);
        match(CohortQueryParser::AT);
        setState(127);
        match(CohortQueryParser::LEAST);
        setState(128);
        match(CohortQueryParser::NUMBER);
        setState(129);
        match(CohortQueryParser::OF);
        setState(130);
        match(CohortQueryParser::T__2);
        setState(131);
        expression(0);
        setState(136);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == CohortQueryParser::T__1) {
          setState(132);
          match(CohortQueryParser::T__1);
          setState(133);
          expression(0);
          setState(138);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(139);
        match(CohortQueryParser::T__3);
        break;
      }

      case CohortQueryParser::CERTAINLY:
      case CohortQueryParser::HAS:
      case CohortQueryParser::POSSIBLY:
      case CohortQueryParser::WORD: {
        _localctx = _tracker.createInstance<SingleContext>(_localctx);
        _ctx = _localctx;
        previousContext = _localctx;
        setState(141);
        predicate();
        break;
      }

      case CohortQueryParser::NOT: {
        _localctx = _tracker.createInstance<NotContext>(_localctx);
        _ctx = _localctx;
        previousContext = _localctx;
        setState(142);
        match(CohortQueryParser::NOT);
        setState(143);
        expression(3);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    _ctx->stop = _input->LT(-1);
    setState(154);
    _errHandler->sync(this);
    alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 19, _ctx);
    while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
      if (alt == 1) {
        if (!_parseListeners.empty())
          triggerExitRuleEvent();
        previousContext = _localctx;
        setState(152);
        _errHandler->sync(this);
        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 18, _ctx)) {
        case 1: {
          auto newContext = _tracker.createInstance<AndContext>(_tracker.createInstance<ExpressionContext>(parentContext, parentState));
          _localctx = newContext;
          pushNewRecursionContext(newContext, startState, RuleExpression);
          setState(146);

          if (!(precpred(_ctx, 2))) throw FailedPredicateException(this, "precpred(_ctx, 2)");
          setState(147);
          match(CohortQueryParser::AND);
          setState(148);
          expression(3);
          break;
        }

        case 2: {
          auto newContext = _tracker.createInstance<OrContext>(_tracker.createInstance<ExpressionContext>(parentContext, parentState));
          _localctx = newContext;
          pushNewRecursionContext(newContext, startState, RuleExpression);
          setState(149);

          if (!(precpred(_ctx, 1))) throw FailedPredicateException(this, "precpred(_ctx, 1)");
          setState(150);
          match(CohortQueryParser::OR);
          setState(151);
          expression(2);
          break;
        }

        } 
      }
      setState(156);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 19, _ctx);
    }
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }
  return _localctx;
}

//----------------- PredicateContext ------------------------------------------------------------------

CohortQueryParser::PredicateContext::PredicateContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t CohortQueryParser::PredicateContext::getRuleIndex() const {
  return CohortQueryParser::RulePredicate;
}

void CohortQueryParser::PredicateContext::copyFrom(PredicateContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- CompareContext ------------------------------------------------------------------

CohortQueryParser::NameContext* CohortQueryParser::CompareContext::name() {
  return getRuleContext<CohortQueryParser::NameContext>(0);
}

CohortQueryParser::ComparisonContext* CohortQueryParser::CompareContext::comparison() {
  return getRuleContext<CohortQueryParser::ComparisonContext>(0);
}

CohortQueryParser::CertaintyContext* CohortQueryParser::CompareContext::certainty() {
  return getRuleContext<CohortQueryParser::CertaintyContext>(0);
}

CohortQueryParser::AsOfContext* CohortQueryParser::CompareContext::asOf() {
  return getRuleContext<CohortQueryParser::AsOfContext>(0);
}

CohortQueryParser::CompareContext::CompareContext(PredicateContext *ctx) { copyFrom(ctx); }


//----------------- HasContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::HasContext::HAS() {
  return getToken(CohortQueryParser::HAS, 0);
}

CohortQueryParser::NameContext* CohortQueryParser::HasContext::name() {
  return getRuleContext<CohortQueryParser::NameContext>(0);
}

CohortQueryParser::QuantityContext* CohortQueryParser::HasContext::quantity() {
  return getRuleContext<CohortQueryParser::QuantityContext>(0);
}

CohortQueryParser::PolarityContext* CohortQueryParser::HasContext::polarity() {
  return getRuleContext<CohortQueryParser::PolarityContext>(0);
}

CohortQueryParser::TermsContext* CohortQueryParser::HasContext::terms() {
  return getRuleContext<CohortQueryParser::TermsContext>(0);
}

tree::TerminalNode* CohortQueryParser::HasContext::WITH() {
  return getToken(CohortQueryParser::WITH, 0);
}

CohortQueryParser::ConditionContext* CohortQueryParser::HasContext::condition() {
  return getRuleContext<CohortQueryParser::ConditionContext>(0);
}

CohortQueryParser::HasContext::HasContext(PredicateContext *ctx) { copyFrom(ctx); }


CohortQueryParser::PredicateContext* CohortQueryParser::predicate() {
  PredicateContext *_localctx = _tracker.createInstance<PredicateContext>(_ctx, getState());
  enterRule(_localctx, 16, CohortQueryParser::RulePredicate);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(181);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::HAS: {
        _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::HasContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(157);
        match(CohortQueryParser::HAS);
        setState(159);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::AT

        || _la == CohortQueryParser::EXACTLY) {
          setState(158);
          quantity();
        }
        setState(162);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::EXCLUDED

        || _la == CohortQueryParser::OBSERVED) {
          setState(161);
          polarity();
        }
        setState(164);
        name();
        setState(166);
        _errHandler->sync(this);

        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 22, _ctx)) {
        case 1: {
          setState(165);
          terms();
          break;
        }

        }
        setState(170);
        _errHandler->sync(this);

        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 23, _ctx)) {
        case 1: {
          setState(168);
          match(CohortQueryParser::WITH);
          setState(169);
          condition();
          break;
        }

        }
        break;
      }

      case CohortQueryParser::CERTAINLY:
      case CohortQueryParser::POSSIBLY:
      case CohortQueryParser::WORD: {
        _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::CompareContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(173);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::CERTAINLY

        || _la == CohortQueryParser::POSSIBLY) {
          setState(172);
          certainty();
        }
        setState(175);
        name();
        setState(177);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::AS) {
          setState(176);
          asOf();
        }
        setState(179);
        comparison();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ConditionContext ------------------------------------------------------------------

CohortQueryParser::ConditionContext::ConditionContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t CohortQueryParser::ConditionContext::getRuleIndex() const {
  return CohortQueryParser::RuleCondition;
}

void CohortQueryParser::ConditionContext::copyFrom(ConditionContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- ConditionGroupContext ------------------------------------------------------------------

CohortQueryParser::ExpressionContext* CohortQueryParser::ConditionGroupContext::expression() {
  return getRuleContext<CohortQueryParser::ExpressionContext>(0);
}

CohortQueryParser::ConditionGroupContext::ConditionGroupContext(ConditionContext *ctx) { copyFrom(ctx); }


//----------------- ConditionNotContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::ConditionNotContext::NOT() {
  return getToken(CohortQueryParser::NOT, 0);
}

CohortQueryParser::ConditionContext* CohortQueryParser::ConditionNotContext::condition() {
  return getRuleContext<CohortQueryParser::ConditionContext>(0);
}

CohortQueryParser::ConditionNotContext::ConditionNotContext(ConditionContext *ctx) { copyFrom(ctx); }


//----------------- ConditionSingleContext ------------------------------------------------------------------

CohortQueryParser::PredicateContext* CohortQueryParser::ConditionSingleContext::predicate() {
  return getRuleContext<CohortQueryParser::PredicateContext>(0);
}

CohortQueryParser::ConditionSingleContext::ConditionSingleContext(ConditionContext *ctx) { copyFrom(ctx); }


CohortQueryParser::ConditionContext* CohortQueryParser::condition() {
  ConditionContext *_localctx = _tracker.createInstance<ConditionContext>(_ctx, getState());
  enterRule(_localctx, 18, CohortQueryParser::RuleCondition);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(190);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::T__2: {
        _localctx = dynamic_cast<ConditionContext *>(_tracker.createInstance<CohortQueryParser::ConditionGroupContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(183);
        match(CohortQueryParser::T__2);
        setState(184);
        expression(0);
        setState(185);
        match(CohortQueryParser::T__3);
        break;
      }

      case CohortQueryParser::CERTAINLY:
      case CohortQueryParser::HAS:
      case CohortQueryParser::POSSIBLY:
      case CohortQueryParser::WORD: {
        _localctx = dynamic_cast<ConditionContext *>(_tracker.createInstance<CohortQueryParser::ConditionSingleContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(187);
        predicate();
        break;
      }

      case CohortQueryParser::NOT: {
        _localctx = dynamic_cast<ConditionContext *>(_tracker.createInstance<CohortQueryParser::ConditionNotContext>(_localctx));
        enterOuterAlt(_localctx, 3);
        setState(188);
        match(CohortQueryParser::NOT);
        setState(189);
        condition();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- QuantityContext ------------------------------------------------------------------

CohortQueryParser::QuantityContext::QuantityContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::QuantityContext::NUMBER() {
  return getToken(CohortQueryParser::NUMBER, 0);
}

tree::TerminalNode* CohortQueryParser::QuantityContext::AT() {
  return getToken(CohortQueryParser::AT, 0);
}

tree::TerminalNode* CohortQueryParser::QuantityContext::LEAST() {
  return getToken(CohortQueryParser::LEAST, 0);
}

tree::TerminalNode* CohortQueryParser::QuantityContext::MOST() {
  return getToken(CohortQueryParser::MOST, 0);
}

tree::TerminalNode* CohortQueryParser::QuantityContext::EXACTLY() {
  return getToken(CohortQueryParser::EXACTLY, 0);
}

tree::TerminalNode* CohortQueryParser::QuantityContext::DISTINCT() {
  return getToken(CohortQueryParser::DISTINCT, 0);
}


size_t CohortQueryParser::QuantityContext::getRuleIndex() const {
  return CohortQueryParser::RuleQuantity;
}


CohortQueryParser::QuantityContext* CohortQueryParser::quantity() {
  QuantityContext *_localctx = _tracker.createInstance<QuantityContext>(_ctx, getState());
  enterRule(_localctx, 20, CohortQueryParser::RuleQuantity);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(197);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 28, _ctx)) {
    case 1: {
      setState(192);
      match(CohortQueryParser::AT);
      setState(193);
      match(CohortQueryParser::LEAST);
      break;
    }

    case 2: {
      setState(194);
      match(CohortQueryParser::AT);
      setState(195);
      match(CohortQueryParser::MOST);
      break;
    }

    case 3: {
      setState(196);
      match(CohortQueryParser::EXACTLY);
      break;
    }

    }
    setState(199);
    match(CohortQueryParser::NUMBER);
    setState(201);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::DISTINCT) {
      setState(200);
      match(CohortQueryParser::DISTINCT);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- PolarityContext ------------------------------------------------------------------

CohortQueryParser::PolarityContext::PolarityContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::PolarityContext::OBSERVED() {
  return getToken(CohortQueryParser::OBSERVED, 0);
}

tree::TerminalNode* CohortQueryParser::PolarityContext::EXCLUDED() {
  return getToken(CohortQueryParser::EXCLUDED, 0);
}


size_t CohortQueryParser::PolarityContext::getRuleIndex() const {
  return CohortQueryParser::RulePolarity;
}


CohortQueryParser::PolarityContext* CohortQueryParser::polarity() {
  PolarityContext *_localctx = _tracker.createInstance<PolarityContext>(_ctx, getState());
  enterRule(_localctx, 22, CohortQueryParser::RulePolarity);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(203);
    _la = _input->LA(1);
    if (!(_la == CohortQueryParser::EXCLUDED

    || _la == CohortQueryParser::OBSERVED)) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- CertaintyContext ------------------------------------------------------------------

CohortQueryParser::CertaintyContext::CertaintyContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::CertaintyContext::CERTAINLY() {
  return getToken(CohortQueryParser::CERTAINLY, 0);
}

tree::TerminalNode* CohortQueryParser::CertaintyContext::POSSIBLY() {
  return getToken(CohortQueryParser::POSSIBLY, 0);
}


size_t CohortQueryParser::CertaintyContext::getRuleIndex() const {
  return CohortQueryParser::RuleCertainty;
}


CohortQueryParser::CertaintyContext* CohortQueryParser::certainty() {
  CertaintyContext *_localctx = _tracker.createInstance<CertaintyContext>(_ctx, getState());
  enterRule(_localctx, 24, CohortQueryParser::RuleCertainty);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(205);
    _la = _input->LA(1);
    if (!(_la == CohortQueryParser::CERTAINLY

    || _la == CohortQueryParser::POSSIBLY)) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TermsContext ------------------------------------------------------------------

CohortQueryParser::TermsContext::TermsContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

std::vector<CohortQueryParser::TermContext *> CohortQueryParser::TermsContext::term() {
  return getRuleContexts<CohortQueryParser::TermContext>();
}

CohortQueryParser::TermContext* CohortQueryParser::TermsContext::term(size_t i) {
  return getRuleContext<CohortQueryParser::TermContext>(i);
}

tree::TerminalNode* CohortQueryParser::TermsContext::IN() {
  return getToken(CohortQueryParser::IN, 0);
}


size_t CohortQueryParser::TermsContext::getRuleIndex() const {
  return CohortQueryParser::RuleTerms;
}


CohortQueryParser::TermsContext* CohortQueryParser::terms() {
  TermsContext *_localctx = _tracker.createInstance<TermsContext>(_ctx, getState());
  enterRule(_localctx, 26, CohortQueryParser::RuleTerms);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(220);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 1);
        setState(207);
        term();
        break;
      }

      case CohortQueryParser::IN: {
        enterOuterAlt(_localctx, 2);
        setState(208);
        match(CohortQueryParser::IN);
        setState(209);
        match(CohortQueryParser::T__2);
        setState(210);
        term();
        setState(215);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == CohortQueryParser::T__1) {
          setState(211);
          match(CohortQueryParser::T__1);
          setState(212);
          term();
          setState(217);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(218);
        match(CohortQueryParser::T__3);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TermContext ------------------------------------------------------------------

CohortQueryParser::TermContext::TermContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::TermContext::CODE() {
  return getToken(CohortQueryParser::CODE, 0);
}

tree::TerminalNode* CohortQueryParser::TermContext::STRING() {
  return getToken(CohortQueryParser::STRING, 0);
}

tree::TerminalNode* CohortQueryParser::TermContext::EXACTLY() {
  return getToken(CohortQueryParser::EXACTLY, 0);
}


size_t CohortQueryParser::TermContext::getRuleIndex() const {
  return CohortQueryParser::RuleTerm;
}


CohortQueryParser::TermContext* CohortQueryParser::term() {
  TermContext *_localctx = _tracker.createInstance<TermContext>(_ctx, getState());
  enterRule(_localctx, 28, CohortQueryParser::RuleTerm);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(223);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXACTLY) {
      setState(222);
      match(CohortQueryParser::EXACTLY);
    }
    setState(230);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::CODE: {
        setState(225);
        match(CohortQueryParser::CODE);
        setState(227);
        _errHandler->sync(this);

        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 33, _ctx)) {
        case 1: {
          setState(226);
          match(CohortQueryParser::STRING);
          break;
        }

        }
        break;
      }

      case CohortQueryParser::STRING: {
        setState(229);
        match(CohortQueryParser::STRING);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ComparisonContext ------------------------------------------------------------------

CohortQueryParser::ComparisonContext::ComparisonContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t CohortQueryParser::ComparisonContext::getRuleIndex() const {
  return CohortQueryParser::RuleComparison;
}

void CohortQueryParser::ComparisonContext::copyFrom(ComparisonContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- IsNotValueContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::IsNotValueContext::IS() {
  return getToken(CohortQueryParser::IS, 0);
}

tree::TerminalNode* CohortQueryParser::IsNotValueContext::NOT() {
  return getToken(CohortQueryParser::NOT, 0);
}

CohortQueryParser::ValueContext* CohortQueryParser::IsNotValueContext::value() {
  return getRuleContext<CohortQueryParser::ValueContext>(0);
}

tree::TerminalNode* CohortQueryParser::IsNotValueContext::NOT_EQUAL() {
  return getToken(CohortQueryParser::NOT_EQUAL, 0);
}

CohortQueryParser::IsNotValueContext::IsNotValueContext(ComparisonContext *ctx) { copyFrom(ctx); }


//----------------- OrderedContext ------------------------------------------------------------------

CohortQueryParser::ValueContext* CohortQueryParser::OrderedContext::value() {
  return getRuleContext<CohortQueryParser::ValueContext>(0);
}

tree::TerminalNode* CohortQueryParser::OrderedContext::LESS() {
  return getToken(CohortQueryParser::LESS, 0);
}

tree::TerminalNode* CohortQueryParser::OrderedContext::LESS_EQUAL() {
  return getToken(CohortQueryParser::LESS_EQUAL, 0);
}

tree::TerminalNode* CohortQueryParser::OrderedContext::GREATER() {
  return getToken(CohortQueryParser::GREATER, 0);
}

tree::TerminalNode* CohortQueryParser::OrderedContext::GREATER_EQUAL() {
  return getToken(CohortQueryParser::GREATER_EQUAL, 0);
}

tree::TerminalNode* CohortQueryParser::OrderedContext::BEFORE() {
  return getToken(CohortQueryParser::BEFORE, 0);
}

tree::TerminalNode* CohortQueryParser::OrderedContext::AFTER() {
  return getToken(CohortQueryParser::AFTER, 0);
}

CohortQueryParser::OrderedContext::OrderedContext(ComparisonContext *ctx) { copyFrom(ctx); }


//----------------- IsValueContext ------------------------------------------------------------------

CohortQueryParser::ValueContext* CohortQueryParser::IsValueContext::value() {
  return getRuleContext<CohortQueryParser::ValueContext>(0);
}

tree::TerminalNode* CohortQueryParser::IsValueContext::IS() {
  return getToken(CohortQueryParser::IS, 0);
}

tree::TerminalNode* CohortQueryParser::IsValueContext::EQUAL() {
  return getToken(CohortQueryParser::EQUAL, 0);
}

CohortQueryParser::IsValueContext::IsValueContext(ComparisonContext *ctx) { copyFrom(ctx); }


//----------------- IsMissingContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::IsMissingContext::MISSING() {
  return getToken(CohortQueryParser::MISSING, 0);
}

tree::TerminalNode* CohortQueryParser::IsMissingContext::IS() {
  return getToken(CohortQueryParser::IS, 0);
}

tree::TerminalNode* CohortQueryParser::IsMissingContext::EQUAL() {
  return getToken(CohortQueryParser::EQUAL, 0);
}

tree::TerminalNode* CohortQueryParser::IsMissingContext::NOT() {
  return getToken(CohortQueryParser::NOT, 0);
}

tree::TerminalNode* CohortQueryParser::IsMissingContext::RECORDED() {
  return getToken(CohortQueryParser::RECORDED, 0);
}

CohortQueryParser::IsMissingContext::IsMissingContext(ComparisonContext *ctx) { copyFrom(ctx); }


//----------------- InListContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::InListContext::IN() {
  return getToken(CohortQueryParser::IN, 0);
}

std::vector<CohortQueryParser::ValueContext *> CohortQueryParser::InListContext::value() {
  return getRuleContexts<CohortQueryParser::ValueContext>();
}

CohortQueryParser::ValueContext* CohortQueryParser::InListContext::value(size_t i) {
  return getRuleContext<CohortQueryParser::ValueContext>(i);
}

tree::TerminalNode* CohortQueryParser::InListContext::IS() {
  return getToken(CohortQueryParser::IS, 0);
}

tree::TerminalNode* CohortQueryParser::InListContext::NOT() {
  return getToken(CohortQueryParser::NOT, 0);
}

CohortQueryParser::InListContext::InListContext(ComparisonContext *ctx) { copyFrom(ctx); }


//----------------- IsRecordedContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::IsRecordedContext::RECORDED() {
  return getToken(CohortQueryParser::RECORDED, 0);
}

tree::TerminalNode* CohortQueryParser::IsRecordedContext::IS() {
  return getToken(CohortQueryParser::IS, 0);
}

tree::TerminalNode* CohortQueryParser::IsRecordedContext::EQUAL() {
  return getToken(CohortQueryParser::EQUAL, 0);
}

tree::TerminalNode* CohortQueryParser::IsRecordedContext::NOT() {
  return getToken(CohortQueryParser::NOT, 0);
}

tree::TerminalNode* CohortQueryParser::IsRecordedContext::MISSING() {
  return getToken(CohortQueryParser::MISSING, 0);
}

CohortQueryParser::IsRecordedContext::IsRecordedContext(ComparisonContext *ctx) { copyFrom(ctx); }


//----------------- BetweenContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::BetweenContext::BETWEEN() {
  return getToken(CohortQueryParser::BETWEEN, 0);
}

std::vector<CohortQueryParser::ValueContext *> CohortQueryParser::BetweenContext::value() {
  return getRuleContexts<CohortQueryParser::ValueContext>();
}

CohortQueryParser::ValueContext* CohortQueryParser::BetweenContext::value(size_t i) {
  return getRuleContext<CohortQueryParser::ValueContext>(i);
}

tree::TerminalNode* CohortQueryParser::BetweenContext::AND() {
  return getToken(CohortQueryParser::AND, 0);
}

CohortQueryParser::BetweenContext::BetweenContext(ComparisonContext *ctx) { copyFrom(ctx); }


//----------------- StartsWithContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::StartsWithContext::STARTS() {
  return getToken(CohortQueryParser::STARTS, 0);
}

tree::TerminalNode* CohortQueryParser::StartsWithContext::WITH() {
  return getToken(CohortQueryParser::WITH, 0);
}

CohortQueryParser::ValueContext* CohortQueryParser::StartsWithContext::value() {
  return getRuleContext<CohortQueryParser::ValueContext>(0);
}

CohortQueryParser::StartsWithContext::StartsWithContext(ComparisonContext *ctx) { copyFrom(ctx); }


CohortQueryParser::ComparisonContext* CohortQueryParser::comparison() {
  ComparisonContext *_localctx = _tracker.createInstance<ComparisonContext>(_ctx, getState());
  enterRule(_localctx, 30, CohortQueryParser::RuleComparison);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(278);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 38, _ctx)) {
    case 1: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsRecordedContext>(_localctx));
      enterOuterAlt(_localctx, 1);
      setState(232);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(233);
      match(CohortQueryParser::RECORDED);
      break;
    }

    case 2: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsMissingContext>(_localctx));
      enterOuterAlt(_localctx, 2);
      setState(234);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(235);
      match(CohortQueryParser::MISSING);
      break;
    }

    case 3: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsMissingContext>(_localctx));
      enterOuterAlt(_localctx, 3);
      setState(236);
      match(CohortQueryParser::IS);
      setState(237);
      match(CohortQueryParser::NOT);
      setState(238);
      match(CohortQueryParser::RECORDED);
      break;
    }

    case 4: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsRecordedContext>(_localctx));
      enterOuterAlt(_localctx, 4);
      setState(239);
      match(CohortQueryParser::IS);
      setState(240);
      match(CohortQueryParser::NOT);
      setState(241);
      match(CohortQueryParser::MISSING);
      break;
    }

    case 5: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::InListContext>(_localctx));
      enterOuterAlt(_localctx, 5);
      setState(247);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case CohortQueryParser::IS: {
          setState(242);
          match(CohortQueryParser::IS);
          setState(244);
          _errHandler->sync(this);

          _la = _input->LA(1);
          if (_la == CohortQueryParser::NOT) {
            setState(243);
            match(CohortQueryParser::NOT);
          }
          break;
        }

        case CohortQueryParser::NOT: {
          setState(246);
          match(CohortQueryParser::NOT);
          break;
        }

        case CohortQueryParser::IN: {
          break;
        }

      default:
        break;
      }
      setState(249);
      match(CohortQueryParser::IN);
      setState(250);
      match(CohortQueryParser::T__2);
      setState(251);
      value();
      setState(256);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(252);
        match(CohortQueryParser::T__1);
        setState(253);
        value();
        setState(258);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(259);
      match(CohortQueryParser::T__3);
      break;
    }

    case 6: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsNotValueContext>(_localctx));
      enterOuterAlt(_localctx, 6);
      setState(261);
      match(CohortQueryParser::IS);
      setState(262);
      match(CohortQueryParser::NOT);
      setState(263);
      value();
      break;
    }

    case 7: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsNotValueContext>(_localctx));
      enterOuterAlt(_localctx, 7);
      setState(264);
      match(CohortQueryParser::NOT_EQUAL);
      setState(265);
      value();
      break;
    }

    case 8: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsValueContext>(_localctx));
      enterOuterAlt(_localctx, 8);
      setState(266);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(267);
      value();
      break;
    }

    case 9: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::OrderedContext>(_localctx));
      enterOuterAlt(_localctx, 9);
      setState(268);
      _la = _input->LA(1);
      if (!((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << CohortQueryParser::AFTER)
        | (1ULL << CohortQueryParser::BEFORE)
        | (1ULL << CohortQueryParser::LESS_EQUAL)
        | (1ULL << CohortQueryParser::LESS)
        | (1ULL << CohortQueryParser::GREATER_EQUAL)
        | (1ULL << CohortQueryParser::GREATER))) != 0))) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(269);
      value();
      break;
    }

    case 10: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::BetweenContext>(_localctx));
      enterOuterAlt(_localctx, 10);
      setState(270);
      match(CohortQueryParser::BETWEEN);
      setState(271);
      value();
      setState(272);
      match(CohortQueryParser::AND);
      setState(273);
      value();
      break;
    }

    case 11: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::StartsWithContext>(_localctx));
      enterOuterAlt(_localctx, 11);
      setState(275);
      match(CohortQueryParser::STARTS);
      setState(276);
      match(CohortQueryParser::WITH);
      setState(277);
      value();
      break;
    }

    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- AsOfContext ------------------------------------------------------------------

CohortQueryParser::AsOfContext::AsOfContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::AsOfContext::AS() {
  return getToken(CohortQueryParser::AS, 0);
}

tree::TerminalNode* CohortQueryParser::AsOfContext::OF() {
  return getToken(CohortQueryParser::OF, 0);
}

CohortQueryParser::ValueContext* CohortQueryParser::AsOfContext::value() {
  return getRuleContext<CohortQueryParser::ValueContext>(0);
}


size_t CohortQueryParser::AsOfContext::getRuleIndex() const {
  return CohortQueryParser::RuleAsOf;
}


CohortQueryParser::AsOfContext* CohortQueryParser::asOf() {
  AsOfContext *_localctx = _tracker.createInstance<AsOfContext>(_ctx, getState());
  enterRule(_localctx, 32, CohortQueryParser::RuleAsOf);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(280);
    match(CohortQueryParser::AS);
    setState(281);
    match(CohortQueryParser::OF);
    setState(282);
    value();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ValueContext ------------------------------------------------------------------

CohortQueryParser::ValueContext::ValueContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::AmountContext* CohortQueryParser::ValueContext::amount() {
  return getRuleContext<CohortQueryParser::AmountContext>(0);
}

tree::TerminalNode* CohortQueryParser::ValueContext::DURATION() {
  return getToken(CohortQueryParser::DURATION, 0);
}

tree::TerminalNode* CohortQueryParser::ValueContext::DATE() {
  return getToken(CohortQueryParser::DATE, 0);
}

CohortQueryParser::TermContext* CohortQueryParser::ValueContext::term() {
  return getRuleContext<CohortQueryParser::TermContext>(0);
}

tree::TerminalNode* CohortQueryParser::ValueContext::WORD() {
  return getToken(CohortQueryParser::WORD, 0);
}


size_t CohortQueryParser::ValueContext::getRuleIndex() const {
  return CohortQueryParser::RuleValue;
}


CohortQueryParser::ValueContext* CohortQueryParser::value() {
  ValueContext *_localctx = _tracker.createInstance<ValueContext>(_ctx, getState());
  enterRule(_localctx, 34, CohortQueryParser::RuleValue);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(289);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::NUMBER: {
        enterOuterAlt(_localctx, 1);
        setState(284);
        amount();
        break;
      }

      case CohortQueryParser::DURATION: {
        enterOuterAlt(_localctx, 2);
        setState(285);
        match(CohortQueryParser::DURATION);
        break;
      }

      case CohortQueryParser::DATE: {
        enterOuterAlt(_localctx, 3);
        setState(286);
        match(CohortQueryParser::DATE);
        break;
      }

      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 4);
        setState(287);
        term();
        break;
      }

      case CohortQueryParser::WORD: {
        enterOuterAlt(_localctx, 5);
        setState(288);
        match(CohortQueryParser::WORD);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- AmountContext ------------------------------------------------------------------

CohortQueryParser::AmountContext::AmountContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

std::vector<tree::TerminalNode *> CohortQueryParser::AmountContext::NUMBER() {
  return getTokens(CohortQueryParser::NUMBER);
}

tree::TerminalNode* CohortQueryParser::AmountContext::NUMBER(size_t i) {
  return getToken(CohortQueryParser::NUMBER, i);
}

std::vector<CohortQueryParser::UnitContext *> CohortQueryParser::AmountContext::unit() {
  return getRuleContexts<CohortQueryParser::UnitContext>();
}

CohortQueryParser::UnitContext* CohortQueryParser::AmountContext::unit(size_t i) {
  return getRuleContext<CohortQueryParser::UnitContext>(i);
}


size_t CohortQueryParser::AmountContext::getRuleIndex() const {
  return CohortQueryParser::RuleAmount;
}


CohortQueryParser::AmountContext* CohortQueryParser::amount() {
  AmountContext *_localctx = _tracker.createInstance<AmountContext>(_ctx, getState());
  enterRule(_localctx, 36, CohortQueryParser::RuleAmount);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(295); 
    _errHandler->sync(this);
    alt = 1;
    do {
      switch (alt) {
        case 1: {
              setState(291);
              match(CohortQueryParser::NUMBER);
              setState(293);
              _errHandler->sync(this);

              switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 40, _ctx)) {
              case 1: {
                setState(292);
                unit();
                break;
              }

              }
              break;
            }

      default:
        throw NoViableAltException(this);
      }
      setState(297); 
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 41, _ctx);
    } while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- UnitContext ------------------------------------------------------------------

CohortQueryParser::UnitContext::UnitContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::UnitContext::WORD() {
  return getToken(CohortQueryParser::WORD, 0);
}

tree::TerminalNode* CohortQueryParser::UnitContext::UNIT() {
  return getToken(CohortQueryParser::UNIT, 0);
}

tree::TerminalNode* CohortQueryParser::UnitContext::STRING() {
  return getToken(CohortQueryParser::STRING, 0);
}


size_t CohortQueryParser::UnitContext::getRuleIndex() const {
  return CohortQueryParser::RuleUnit;
}


CohortQueryParser::UnitContext* CohortQueryParser::unit() {
  UnitContext *_localctx = _tracker.createInstance<UnitContext>(_ctx, getState());
  enterRule(_localctx, 38, CohortQueryParser::RuleUnit);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(299);
    _la = _input->LA(1);
    if (!((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << CohortQueryParser::WORD)
      | (1ULL << CohortQueryParser::UNIT)
      | (1ULL << CohortQueryParser::STRING))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- NameContext ------------------------------------------------------------------

CohortQueryParser::NameContext::NameContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

std::vector<tree::TerminalNode *> CohortQueryParser::NameContext::WORD() {
  return getTokens(CohortQueryParser::WORD);
}

tree::TerminalNode* CohortQueryParser::NameContext::WORD(size_t i) {
  return getToken(CohortQueryParser::WORD, i);
}

std::vector<tree::TerminalNode *> CohortQueryParser::NameContext::AT() {
  return getTokens(CohortQueryParser::AT);
}

tree::TerminalNode* CohortQueryParser::NameContext::AT(size_t i) {
  return getToken(CohortQueryParser::AT, i);
}

std::vector<tree::TerminalNode *> CohortQueryParser::NameContext::OF() {
  return getTokens(CohortQueryParser::OF);
}

tree::TerminalNode* CohortQueryParser::NameContext::OF(size_t i) {
  return getToken(CohortQueryParser::OF, i);
}


size_t CohortQueryParser::NameContext::getRuleIndex() const {
  return CohortQueryParser::RuleName;
}


CohortQueryParser::NameContext* CohortQueryParser::name() {
  NameContext *_localctx = _tracker.createInstance<NameContext>(_ctx, getState());
  enterRule(_localctx, 40, CohortQueryParser::RuleName);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(301);
    match(CohortQueryParser::WORD);
    setState(308);
    _errHandler->sync(this);
    alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 43, _ctx);
    while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
      if (alt == 1) {
        setState(303);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::AT

        || _la == CohortQueryParser::OF) {
          setState(302);
          _la = _input->LA(1);
          if (!(_la == CohortQueryParser::AT

          || _la == CohortQueryParser::OF)) {
          _errHandler->recoverInline(this);
          }
          else {
            _errHandler->reportMatch(this);
            consume();
          }
        }
        setState(305);
        match(CohortQueryParser::WORD); 
      }
      setState(310);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 43, _ctx);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

bool CohortQueryParser::sempred(RuleContext *context, size_t ruleIndex, size_t predicateIndex) {
  switch (ruleIndex) {
    case 7: return expressionSempred(dynamic_cast<ExpressionContext *>(context), predicateIndex);

  default:
    break;
  }
  return true;
}

bool CohortQueryParser::expressionSempred(ExpressionContext *_localctx, size_t predicateIndex) {
  switch (predicateIndex) {
    case 0: return precpred(_ctx, 2);
    case 1: return precpred(_ctx, 1);

  default:
    break;
  }
  return true;
}

// Static vars and initialization.
std::vector<dfa::DFA> CohortQueryParser::_decisionToDFA;
atn::PredictionContextCache CohortQueryParser::_sharedContextCache;

// We own the ATN which in turn owns the ATN states.
atn::ATN CohortQueryParser::_atn;
std::vector<uint16_t> CohortQueryParser::_serializedATN;

std::vector<std::string> CohortQueryParser::_ruleNames = {
  "script", "statement", "query", "counted", "where", "by", "dimension", 
  "expression", "predicate", "condition", "quantity", "polarity", "certainty", 
  "terms", "term", "comparison", "asOf", "value", "amount", "unit", "name"
};

std::vector<std::string> CohortQueryParser::_literalNames = {
  "", "';'", "','", "'('", "')'", "", "", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "'='", "", "", "'<'", "", "'>'"
};

std::vector<std::string> CohortQueryParser::_symbolicNames = {
  "", "", "", "", "", "AFTER", "ANALYSE", "AND", "AS", "AT", "BANDS", "BEFORE", 
  "BETWEEN", "BY", "CERTAINLY", "COUNT", "DISTINCT", "EXACTLY", "EXCLUDED", 
  "EXPLAIN", "HAS", "IN", "IS", "LEAST", "LIMIT", "LIST", "MISSING", "MOST", 
  "NOT", "OBSERVED", "OF", "OR", "POSSIBLY", "RECORDED", "STARTS", "TOP", 
  "WHERE", "WITH", "EQUAL", "NOT_EQUAL", "LESS_EQUAL", "LESS", "GREATER_EQUAL", 
  "GREATER", "DATE", "NUMBER", "DURATION", "CODE", "WORD", "UNIT", "STRING", 
  "COMMENT", "SPACE", "UNKNOWN"
};

dfa::Vocabulary CohortQueryParser::_vocabulary(_literalNames, _symbolicNames);

std::vector<std::string> CohortQueryParser::_tokenNames;

CohortQueryParser::Initializer::Initializer() {
	for (size_t i = 0; i < _symbolicNames.size(); ++i) {
		std::string name = _vocabulary.getLiteralName(i);
		if (name.empty()) {
			name = _vocabulary.getSymbolicName(i);
		}

		if (name.empty()) {
			_tokenNames.push_back("<INVALID>");
		} else {
      _tokenNames.push_back(name);
    }
	}

  _serializedATN = {
    0x3, 0x608b, 0xa72a, 0x8133, 0xb9ed, 0x417c, 0x3be7, 0x7786, 0x5964, 
    0x3, 0x37, 0x13a, 0x4, 0x2, 0x9, 0x2, 0x4, 0x3, 0x9, 0x3, 0x4, 0x4, 
    0x9, 0x4, 0x4, 0x5, 0x9, 0x5, 0x4, 0x6, 0x9, 0x6, 0x4, 0x7, 0x9, 0x7, 
    0x4, 0x8, 0x9, 0x8, 0x4, 0x9, 0x9, 0x9, 0x4, 0xa, 0x9, 0xa, 0x4, 0xb, 
    0x9, 0xb, 0x4, 0xc, 0x9, 0xc, 0x4, 0xd, 0x9, 0xd, 0x4, 0xe, 0x9, 0xe, 
    0x4, 0xf, 0x9, 0xf, 0x4, 0x10, 0x9, 0x10, 0x4, 0x11, 0x9, 0x11, 0x4, 
    0x12, 0x9, 0x12, 0x4, 0x13, 0x9, 0x13, 0x4, 0x14, 0x9, 0x14, 0x4, 0x15, 
    0x9, 0x15, 0x4, 0x16, 0x9, 0x16, 0x3, 0x2, 0x5, 0x2, 0x2e, 0xa, 0x2, 
    0x3, 0x2, 0x3, 0x2, 0x5, 0x2, 0x32, 0xa, 0x2, 0x7, 0x2, 0x34, 0xa, 0x2, 
    0xc, 0x2, 0xe, 0x2, 0x37, 0xb, 0x2, 0x3, 0x2, 0x3, 0x2, 0x3, 0x3, 0x3, 
    0x3, 0x5, 0x3, 0x3d, 0xa, 0x3, 0x5, 0x3, 0x3f, 0xa, 0x3, 0x3, 0x3, 0x3, 
    0x3, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x7, 0x4, 0x47, 0xa, 0x4, 
    0xc, 0x4, 0xe, 0x4, 0x4a, 0xb, 0x4, 0x3, 0x4, 0x5, 0x4, 0x4d, 0xa, 0x4, 
    0x3, 0x4, 0x5, 0x4, 0x50, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 
    0x4, 0x55, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0x59, 0xa, 0x4, 0x5, 
    0x4, 0x5b, 0xa, 0x4, 0x3, 0x5, 0x5, 0x5, 0x5e, 0xa, 0x5, 0x3, 0x5, 0x3, 
    0x5, 0x3, 0x6, 0x3, 0x6, 0x3, 0x6, 0x3, 0x7, 0x3, 0x7, 0x3, 0x7, 0x3, 
    0x7, 0x7, 0x7, 0x69, 0xa, 0x7, 0xc, 0x7, 0xe, 0x7, 0x6c, 0xb, 0x7, 0x3, 
    0x8, 0x3, 0x8, 0x5, 0x8, 0x70, 0xa, 0x8, 0x3, 0x8, 0x3, 0x8, 0x3, 0x8, 
    0x3, 0x8, 0x5, 0x8, 0x76, 0xa, 0x8, 0x3, 0x8, 0x3, 0x8, 0x5, 0x8, 0x7a, 
    0xa, 0x8, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 
    0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 
    0x7, 0x9, 0x89, 0xa, 0x9, 0xc, 0x9, 0xe, 0x9, 0x8c, 0xb, 0x9, 0x3, 0x9, 
    0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x5, 0x9, 0x93, 0xa, 0x9, 0x3, 
    0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x7, 0x9, 0x9b, 
    0xa, 0x9, 0xc, 0x9, 0xe, 0x9, 0x9e, 0xb, 0x9, 0x3, 0xa, 0x3, 0xa, 0x5, 
    0xa, 0xa2, 0xa, 0xa, 0x3, 0xa, 0x5, 0xa, 0xa5, 0xa, 0xa, 0x3, 0xa, 0x3, 
    0xa, 0x5, 0xa, 0xa9, 0xa, 0xa, 0x3, 0xa, 0x3, 0xa, 0x5, 0xa, 0xad, 0xa, 
    0xa, 0x3, 0xa, 0x5, 0xa, 0xb0, 0xa, 0xa, 0x3, 0xa, 0x3, 0xa, 0x5, 0xa, 
    0xb4, 0xa, 0xa, 0x3, 0xa, 0x3, 0xa, 0x5, 0xa, 0xb8, 0xa, 0xa, 0x3, 0xb, 
    0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x5, 0xb, 
    0xc1, 0xa, 0xb, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x5, 
    0xc, 0xc8, 0xa, 0xc, 0x3, 0xc, 0x3, 0xc, 0x5, 0xc, 0xcc, 0xa, 0xc, 0x3, 
    0xd, 0x3, 0xd, 0x3, 0xe, 0x3, 0xe, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 
    0xf, 0x3, 0xf, 0x3, 0xf, 0x7, 0xf, 0xd8, 0xa, 0xf, 0xc, 0xf, 0xe, 0xf, 
    0xdb, 0xb, 0xf, 0x3, 0xf, 0x3, 0xf, 0x5, 0xf, 0xdf, 0xa, 0xf, 0x3, 0x10, 
    0x5, 0x10, 0xe2, 0xa, 0x10, 0x3, 0x10, 0x3, 0x10, 0x5, 0x10, 0xe6, 0xa, 
    0x10, 0x3, 0x10, 0x5, 0x10, 0xe9, 0xa, 0x10, 0x3, 0x11, 0x3, 0x11, 0x3, 
    0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 
    0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x5, 0x11, 0xf7, 0xa, 0x11, 0x3, 0x11, 
    0x5, 0x11, 0xfa, 0xa, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 
    0x3, 0x11, 0x7, 0x11, 0x101, 0xa, 0x11, 0xc, 0x11, 0xe, 0x11, 0x104, 
    0xb, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 
    0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 
    0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 
    0x11, 0x5, 0x11, 0x119, 0xa, 0x11, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 
    0x3, 0x12, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 
    0x13, 0x124, 0xa, 0x13, 0x3, 0x14, 0x3, 0x14, 0x5, 0x14, 0x128, 0xa, 
    0x14, 0x6, 0x14, 0x12a, 0xa, 0x14, 0xd, 0x14, 0xe, 0x14, 0x12b, 0x3, 
    0x15, 0x3, 0x15, 0x3, 0x16, 0x3, 0x16, 0x5, 0x16, 0x132, 0xa, 0x16, 
    0x3, 0x16, 0x7, 0x16, 0x135, 0xa, 0x16, 0xc, 0x16, 0xe, 0x16, 0x138, 
    0xb, 0x16, 0x3, 0x16, 0x2, 0x3, 0x10, 0x17, 0x2, 0x4, 0x6, 0x8, 0xa, 
    0xc, 0xe, 0x10, 0x12, 0x14, 0x16, 0x18, 0x1a, 0x1c, 0x1e, 0x20, 0x22, 
    0x24, 0x26, 0x28, 0x2a, 0x2, 0x8, 0x4, 0x2, 0x14, 0x14, 0x1f, 0x1f, 
    0x4, 0x2, 0x10, 0x10, 0x22, 0x22, 0x4, 0x2, 0x18, 0x18, 0x28, 0x28, 
    0x5, 0x2, 0x7, 0x7, 0xd, 0xd, 0x2a, 0x2d, 0x3, 0x2, 0x32, 0x34, 0x4, 
    0x2, 0xb, 0xb, 0x20, 0x20, 0x2, 0x161, 0x2, 0x2d, 0x3, 0x2, 0x2, 0x2, 
    0x4, 0x3e, 0x3, 0x2, 0x2, 0x2, 0x6, 0x5a, 0x3, 0x2, 0x2, 0x2, 0x8, 0x5d, 
    0x3, 0x2, 0x2, 0x2, 0xa, 0x61, 0x3, 0x2, 0x2, 0x2, 0xc, 0x64, 0x3, 0x2, 
    0x2, 0x2, 0xe, 0x6d, 0x3, 0x2, 0x2, 0x2, 0x10, 0x92, 0x3, 0x2, 0x2, 
    0x2, 0x12, 0xb7, 0x3, 0x2, 0x2, 0x2, 0x14, 0xc0, 0x3, 0x2, 0x2, 0x2, 
    0x16, 0xc7, 0x3, 0x2, 0x2, 0x2, 0x18, 0xcd, 0x3, 0x2, 0x2, 0x2, 0x1a, 
    0xcf, 0x3, 0x2, 0x2, 0x2, 0x1c, 0xde, 0x3, 0x2, 0x2, 0x2, 0x1e, 0xe1, 
    0x3, 0x2, 0x2, 0x2, 0x20, 0x118, 0x3, 0x2, 0x2, 0x2, 0x22, 0x11a, 0x3, 
    0x2, 0x2, 0x2, 0x24, 0x123, 0x3, 0x2, 0x2, 0x2, 0x26, 0x129, 0x3, 0x2, 
    0x2, 0x2, 0x28, 0x12d, 0x3, 0x2, 0x2, 0x2, 0x2a, 0x12f, 0x3, 0x2, 0x2, 
    0x2, 0x2c, 0x2e, 0x5, 0x4, 0x3, 0x2, 0x2d, 0x2c, 0x3, 0x2, 0x2, 0x2, 
    0x2d, 0x2e, 0x3, 0x2, 0x2, 0x2, 0x2e, 0x35, 0x3, 0x2, 0x2, 0x2, 0x2f, 
    0x31, 0x7, 0x3, 0x2, 0x2, 0x30, 0x32, 0x5, 0x4, 0x3, 0x2, 0x31, 0x30, 
    0x3, 0x2, 0x2, 0x2, 0x31, 0x32, 0x3, 0x2, 0x2, 0x2, 0x32, 0x34, 0x3, 
    0x2, 0x2, 0x2, 0x33, 0x2f, 0x3, 0x2, 0x2, 0x2, 0x34, 0x37, 0x3, 0x2, 
    0x2, 0x2, 0x35, 0x33, 0x3, 0x2, 0x2, 0x2, 0x35, 0x36, 0x3, 0x2, 0x2, 
    0x2, 0x36, 0x38, 0x3, 0x2, 0x2, 0x2, 0x37, 0x35, 0x3, 0x2, 0x2, 0x2, 
    0x38, 0x39, 0x7, 0x2, 0x2, 0x3, 0x39, 0x3, 0x3, 0x2, 0x2, 0x2, 0x3a, 
    0x3c, 0x7, 0x15, 0x2, 0x2, 0x3b, 0x3d, 0x7, 0x8, 0x2, 0x2, 0x3c, 0x3b, 
    0x3, 0x2, 0x2, 0x2, 0x3c, 0x3d, 0x3, 0x2, 0x2, 0x2, 0x3d, 0x3f, 0x3, 
    0x2, 0x2, 0x2, 0x3e, 0x3a, 0x3, 0x2, 0x2, 0x2, 0x3e, 0x3f, 0x3, 0x2, 
    0x2, 0x2, 0x3f, 0x40, 0x3, 0x2, 0x2, 0x2, 0x40, 0x41, 0x5, 0x6, 0x4, 
    0x2, 0x41, 0x5, 0x3, 0x2, 0x2, 0x2, 0x42, 0x43, 0x7, 0x11, 0x2, 0x2, 
    0x43, 0x48, 0x5, 0x8, 0x5, 0x2, 0x44, 0x45, 0x7, 0x4, 0x2, 0x2, 0x45, 
    0x47, 0x5, 0x8, 0x5, 0x2, 0x46, 0x44, 0x3, 0x2, 0x2, 0x2, 0x47, 0x4a, 
    0x3, 0x2, 0x2, 0x2, 0x48, 0x46, 0x3, 0x2, 0x2, 0x2, 0x48, 0x49, 0x3, 
    0x2, 0x2, 0x2, 0x49, 0x4c, 0x3, 0x2, 0x2, 0x2, 0x4a, 0x48, 0x3, 0x2, 
    0x2, 0x2, 0x4b, 0x4d, 0x5, 0xa, 0x6, 0x2, 0x4c, 0x4b, 0x3, 0x2, 0x2, 
    0x2, 0x4c, 0x4d, 0x3, 0x2, 0x2, 0x2, 0x4d, 0x4f, 0x3, 0x2, 0x2, 0x2, 
    0x4e, 0x50, 0x5, 0xc, 0x7, 0x2, 0x4f, 0x4e, 0x3, 0x2, 0x2, 0x2, 0x4f, 
    0x50, 0x3, 0x2, 0x2, 0x2, 0x50, 0x5b, 0x3, 0x2, 0x2, 0x2, 0x51, 0x52, 
    0x7, 0x1b, 0x2, 0x2, 0x52, 0x54, 0x5, 0x8, 0x5, 0x2, 0x53, 0x55, 0x5, 
    0xa, 0x6, 0x2, 0x54, 0x53, 0x3, 0x2, 0x2, 0x2, 0x54, 0x55, 0x3, 0x2, 
    0x2, 0x2, 0x55, 0x58, 0x3, 0x2, 0x2, 0x2, 0x56, 0x57, 0x7, 0x1a, 0x2, 
    0x2, 0x57, 0x59, 0x7, 0x2f, 0x2, 0x2, 0x58, 0x56, 0x3, 0x2, 0x2, 0x2, 
    0x58, 0x59, 0x3, 0x2, 0x2, 0x2, 0x59, 0x5b, 0x3, 0x2, 0x2, 0x2, 0x5a, 
    0x42, 0x3, 0x2, 0x2, 0x2, 0x5a, 0x51, 0x3, 0x2, 0x2, 0x2, 0x5b, 0x7, 
    0x3, 0x2, 0x2, 0x2, 0x5c, 0x5e, 0x5, 0x18, 0xd, 0x2, 0x5d, 0x5c, 0x3, 
    0x2, 0x2, 0x2, 0x5d, 0x5e, 0x3, 0x2, 0x2, 0x2, 0x5e, 0x5f, 0x3, 0x2, 
    0x2, 0x2, 0x5f, 0x60, 0x5, 0x2a, 0x16, 0x2, 0x60, 0x9, 0x3, 0x2, 0x2, 
    0x2, 0x61, 0x62, 0x7, 0x26, 0x2, 0x2, 0x62, 0x63, 0x5, 0x10, 0x9, 0x2, 
    0x63, 0xb, 0x3, 0x2, 0x2, 0x2, 0x64, 0x65, 0x7, 0xf, 0x2, 0x2, 0x65, 
    0x6a, 0x5, 0xe, 0x8, 0x2, 0x66, 0x67, 0x7, 0x4, 0x2, 0x2, 0x67, 0x69, 
    0x5, 0xe, 0x8, 0x2, 0x68, 0x66, 0x3, 0x2, 0x2, 0x2, 0x69, 0x6c, 0x3, 
    0x2, 0x2, 0x2, 0x6a, 0x68, 0x3, 0x2, 0x2, 0x2, 0x6a, 0x6b, 0x3, 0x2, 
    0x2, 0x2, 0x6b, 0xd, 0x3, 0x2, 0x2, 0x2, 0x6c, 0x6a, 0x3, 0x2, 0x2, 
    0x2, 0x6d, 0x6f, 0x5, 0x2a, 0x16, 0x2, 0x6e, 0x70, 0x5, 0x22, 0x12, 
    0x2, 0x6f, 0x6e, 0x3, 0x2, 0x2, 0x2, 0x6f, 0x70, 0x3, 0x2, 0x2, 0x2, 
    0x70, 0x75, 0x3, 0x2, 0x2, 0x2, 0x71, 0x72, 0x7, 0x17, 0x2, 0x2, 0x72, 
    0x73, 0x7, 0xc, 0x2, 0x2, 0x73, 0x74, 0x7, 0x20, 0x2, 0x2, 0x74, 0x76, 
    0x5, 0x26, 0x14, 0x2, 0x75, 0x71, 0x3, 0x2, 0x2, 0x2, 0x75, 0x76, 0x3, 
    0x2, 0x2, 0x2, 0x76, 0x79, 0x3, 0x2, 0x2, 0x2, 0x77, 0x78, 0x7, 0x25, 
    0x2, 0x2, 0x78, 0x7a, 0x7, 0x2f, 0x2, 0x2, 0x79, 0x77, 0x3, 0x2, 0x2, 
    0x2, 0x79, 0x7a, 0x3, 0x2, 0x2, 0x2, 0x7a, 0xf, 0x3, 0x2, 0x2, 0x2, 
    0x7b, 0x7c, 0x8, 0x9, 0x1, 0x2, 0x7c, 0x7d, 0x7, 0x5, 0x2, 0x2, 0x7d, 
    0x7e, 0x5, 0x10, 0x9, 0x2, 0x7e, 0x7f, 0x7, 0x6, 0x2, 0x2, 0x7f, 0x93, 
    0x3, 0x2, 0x2, 0x2, 0x80, 0x81, 0x7, 0xb, 0x2, 0x2, 0x81, 0x82, 0x7, 
    0x19, 0x2, 0x2, 0x82, 0x83, 0x7, 0x2f, 0x2, 0x2, 0x83, 0x84, 0x7, 0x20, 
    0x2, 0x2, 0x84, 0x85, 0x7, 0x5, 0x2, 0x2, 0x85, 0x8a, 0x5, 0x10, 0x9, 
    0x2, 0x86, 0x87, 0x7, 0x4, 0x2, 0x2, 0x87, 0x89, 0x5, 0x10, 0x9, 0x2, 
    0x88, 0x86, 0x3, 0x2, 0x2, 0x2, 0x89, 0x8c, 0x3, 0x2, 0x2, 0x2, 0x8a, 
    0x88, 0x3, 0x2, 0x2, 0x2, 0x8a, 0x8b, 0x3, 0x2, 0x2, 0x2, 0x8b, 0x8d, 
    0x3, 0x2, 0x2, 0x2, 0x8c, 0x8a, 0x3, 0x2, 0x2, 0x2, 0x8d, 0x8e, 0x7, 
    0x6, 0x2, 0x2, 0x8e, 0x93, 0x3, 0x2, 0x2, 0x2, 0x8f, 0x93, 0x5, 0x12, 
    0xa, 0x2, 0x90, 0x91, 0x7, 0x1e, 0x2, 0x2, 0x91, 0x93, 0x5, 0x10, 0x9, 
    0x5, 0x92, 0x7b, 0x3, 0x2, 0x2, 0x2, 0x92, 0x80, 0x3, 0x2, 0x2, 0x2, 
    0x92, 0x8f, 0x3, 0x2, 0x2, 0x2, 0x92, 0x90, 0x3, 0x2, 0x2, 0x2, 0x93, 
    0x9c, 0x3, 0x2, 0x2, 0x2, 0x94, 0x95, 0xc, 0x4, 0x2, 0x2, 0x95, 0x96, 
    0x7, 0x9, 0x2, 0x2, 0x96, 0x9b, 0x5, 0x10, 0x9, 0x5, 0x97, 0x98, 0xc, 
    0x3, 0x2, 0x2, 0x98, 0x99, 0x7, 0x21, 0x2, 0x2, 0x99, 0x9b, 0x5, 0x10, 
    0x9, 0x4, 0x9a, 0x94, 0x3, 0x2, 0x2, 0x2, 0x9a, 0x97, 0x3, 0x2, 0x2, 
    0x2, 0x9b, 0x9e, 0x3, 0x2, 0x2, 0x2, 0x9c, 0x9a, 0x3, 0x2, 0x2, 0x2, 
    0x9c, 0x9d, 0x3, 0x2, 0x2, 0x2, 0x9d, 0x11, 0x3, 0x2, 0x2, 0x2, 0x9e, 
    0x9c, 0x3, 0x2, 0x2, 0x2, 0x9f, 0xa1, 0x7, 0x16, 0x2, 0x2, 0xa0, 0xa2, 
    0x5, 0x16, 0xc, 0x2, 0xa1, 0xa0, 0x3, 0x2, 0x2, 0x2, 0xa1, 0xa2, 0x3, 
    0x2, 0x2, 0x2, 0xa2, 0xa4, 0x3, 0x2, 0x2, 0x2, 0xa3, 0xa5, 0x5, 0x18, 
    0xd, 0x2, 0xa4, 0xa3, 0x3, 0x2, 0x2, 0x2, 0xa4, 0xa5, 0x3, 0x2, 0x2, 
    0x2, 0xa5, 0xa6, 0x3, 0x2, 0x2, 0x2, 0xa6, 0xa8, 0x5, 0x2a, 0x16, 0x2, 
    0xa7, 0xa9, 0x5, 0x1c, 0xf, 0x2, 0xa8, 0xa7, 0x3, 0x2, 0x2, 0x2, 0xa8, 
    0xa9, 0x3, 0x2, 0x2, 0x2, 0xa9, 0xac, 0x3, 0x2, 0x2, 0x2, 0xaa, 0xab, 
    0x7, 0x27, 0x2, 0x2, 0xab, 0xad, 0x5, 0x14, 0xb, 0x2, 0xac, 0xaa, 0x3, 
    0x2, 0x2, 0x2, 0xac, 0xad, 0x3, 0x2, 0x2, 0x2, 0xad, 0xb8, 0x3, 0x2, 
    0x2, 0x2, 0xae, 0xb0, 0x5, 0x1a, 0xe, 0x2, 0xaf, 0xae, 0x3, 0x2, 0x2, 
    0x2, 0xaf, 0xb0, 0x3, 0x2, 0x2, 0x2, 0xb0, 0xb1, 0x3, 0x2, 0x2, 0x2, 
    0xb1, 0xb3, 0x5, 0x2a, 0x16, 0x2, 0xb2, 0xb4, 0x5, 0x22, 0x12, 0x2, 
    0xb3, 0xb2, 0x3, 0x2, 0x2, 0x2, 0xb3, 0xb4, 0x3, 0x2, 0x2, 0x2, 0xb4, 
    0xb5, 0x3, 0x2, 0x2, 0x2, 0xb5, 0xb6, 0x5, 0x20, 0x11, 0x2, 0xb6, 0xb8, 
    0x3, 0x2, 0x2, 0x2, 0xb7, 0x9f, 0x3, 0x2, 0x2, 0x2, 0xb7, 0xaf, 0x3, 
    0x2, 0x2, 0x2, 0xb8, 0x13, 0x3, 0x2, 0x2, 0x2, 0xb9, 0xba, 0x7, 0x5, 
    0x2, 0x2, 0xba, 0xbb, 0x5, 0x10, 0x9, 0x2, 0xbb, 0xbc, 0x7, 0x6, 0x2, 
    0x2, 0xbc, 0xc1, 0x3, 0x2, 0x2, 0x2, 0xbd, 0xc1, 0x5, 0x12, 0xa, 0x2, 
    0xbe, 0xbf, 0x7, 0x1e, 0x2, 0x2, 0xbf, 0xc1, 0x5, 0x14, 0xb, 0x2, 0xc0, 
    0xb9, 0x3, 0x2, 0x2, 0x2, 0xc0, 0xbd, 0x3, 0x2, 0x2, 0x2, 0xc0, 0xbe, 
    0x3, 0x2, 0x2, 0x2, 0xc1, 0x15, 0x3, 0x2, 0x2, 0x2, 0xc2, 0xc3, 0x7, 
    0xb, 0x2, 0x2, 0xc3, 0xc8, 0x7, 0x19, 0x2, 0x2, 0xc4, 0xc5, 0x7, 0xb, 
    0x2, 0x2, 0xc5, 0xc8, 0x7, 0x1d, 0x2, 0x2, 0xc6, 0xc8, 0x7, 0x13, 0x2, 
    0x2, 0xc7, 0xc2, 0x3, 0x2, 0x2, 0x2, 0xc7, 0xc4, 0x3, 0x2, 0x2, 0x2, 
    0xc7, 0xc6, 0x3, 0x2, 0x2, 0x2, 0xc8, 0xc9, 0x3, 0x2, 0x2, 0x2, 0xc9, 
    0xcb, 0x7, 0x2f, 0x2, 0x2, 0xca, 0xcc, 0x7, 0x12, 0x2, 0x2, 0xcb, 0xca, 
    0x3, 0x2, 0x2, 0x2, 0xcb, 0xcc, 0x3, 0x2, 0x2, 0x2, 0xcc, 0x17, 0x3, 
    0x2, 0x2, 0x2, 0xcd, 0xce, 0x9, 0x2, 0x2, 0x2, 0xce, 0x19, 0x3, 0x2, 
    0x2, 0x2, 0xcf, 0xd0, 0x9, 0x3, 0x2, 0x2, 0xd0, 0x1b, 0x3, 0x2, 0x2, 
    0x2, 0xd1, 0xdf, 0x5, 0x1e, 0x10, 0x2, 0xd2, 0xd3, 0x7, 0x17, 0x2, 0x2, 
    0xd3, 0xd4, 0x7, 0x5, 0x2, 0x2, 0xd4, 0xd9, 0x5, 0x1e, 0x10, 0x2, 0xd5, 
    0xd6, 0x7, 0x4, 0x2, 0x2, 0xd6, 0xd8, 0x5, 0x1e, 0x10, 0x2, 0xd7, 0xd5, 
    0x3, 0x2, 0x2, 0x2, 0xd8, 0xdb, 0x3, 0x2, 0x2, 0x2, 0xd9, 0xd7, 0x3, 
    0x2, 0x2, 0x2, 0xd9, 0xda, 0x3, 0x2, 0x2, 0x2, 0xda, 0xdc, 0x3, 0x2, 
    0x2, 0x2, 0xdb, 0xd9, 0x3, 0x2, 0x2, 0x2, 0xdc, 0xdd, 0x7, 0x6, 0x2, 
    0x2, 0xdd, 0xdf, 0x3, 0x2, 0x2, 0x2, 0xde, 0xd1, 0x3, 0x2, 0x2, 0x2, 
    0xde, 0xd2, 0x3, 0x2, 0x2, 0x2, 0xdf, 0x1d, 0x3, 0x2, 0x2, 0x2, 0xe0, 
    0xe2, 0x7, 0x13, 0x2, 0x2, 0xe1, 0xe0, 0x3, 0x2, 0x2, 0x2, 0xe1, 0xe2, 
    0x3, 0x2, 0x2, 0x2, 0xe2, 0xe8, 0x3, 0x2, 0x2, 0x2, 0xe3, 0xe5, 0x7, 
    0x31, 0x2, 0x2, 0xe4, 0xe6, 0x7, 0x34, 0x2, 0x2, 0xe5, 0xe4, 0x3, 0x2, 
    0x2, 0x2, 0xe5, 0xe6, 0x3, 0x2, 0x2, 0x2, 0xe6, 0xe9, 0x3, 0x2, 0x2, 
    0x2, 0xe7, 0xe9, 0x7, 0x34, 0x2, 0x2, 0xe8, 0xe3, 0x3, 0x2, 0x2, 0x2, 
    0xe8, 0xe7, 0x3, 0x2, 0x2, 0x2, 0xe9, 0x1f, 0x3, 0x2, 0x2, 0x2, 0xea, 
    0xeb, 0x9, 0x4, 0x2, 0x2, 0xeb, 0x119, 0x7, 0x23, 0x2, 0x2, 0xec, 0xed, 
    0x9, 0x4, 0x2, 0x2, 0xed, 0x119, 0x7, 0x1c, 0x2, 0x2, 0xee, 0xef, 0x7, 
    0x18, 0x2, 0x2, 0xef, 0xf0, 0x7, 0x1e, 0x2, 0x2, 0xf0, 0x119, 0x7, 0x23, 
    0x2, 0x2, 0xf1, 0xf2, 0x7, 0x18, 0x2, 0x2, 0xf2, 0xf3, 0x7, 0x1e, 0x2, 
    0x2, 0xf3, 0x119, 0x7, 0x1c, 0x2, 0x2, 0xf4, 0xf6, 0x7, 0x18, 0x2, 0x2, 
    0xf5, 0xf7, 0x7, 0x1e, 0x2, 0x2, 0xf6, 0xf5, 0x3, 0x2, 0x2, 0x2, 0xf6, 
    0xf7, 0x3, 0x2, 0x2, 0x2, 0xf7, 0xfa, 0x3, 0x2, 0x2, 0x2, 0xf8, 0xfa, 
    0x7, 0x1e, 0x2, 0x2, 0xf9, 0xf4, 0x3, 0x2, 0x2, 0x2, 0xf9, 0xf8, 0x3, 
    0x2, 0x2, 0x2, 0xf9, 0xfa, 0x3, 0x2, 0x2, 0x2, 0xfa, 0xfb, 0x3, 0x2, 
    0x2, 0x2, 0xfb, 0xfc, 0x7, 0x17, 0x2, 0x2, 0xfc, 0xfd, 0x7, 0x5, 0x2, 
    0x2, 0xfd, 0x102, 0x5, 0x24, 0x13, 0x2, 0xfe, 0xff, 0x7, 0x4, 0x2, 0x2, 
    0xff, 0x101, 0x5, 0x24, 0x13, 0x2, 0x100, 0xfe, 0x3, 0x2, 0x2, 0x2, 
    0x101, 0x104, 0x3, 0x2, 0x2, 0x2, 0x102, 0x100, 0x3, 0x2, 0x2, 0x2, 
    0x102, 0x103, 0x3, 0x2, 0x2, 0x2, 0x103, 0x105, 0x3, 0x2, 0x2, 0x2, 
    0x104, 0x102, 0x3, 0x2, 0x2, 0x2, 0x105, 0x106, 0x7, 0x6, 0x2, 0x2, 
    0x106, 0x119, 0x3, 0x2, 0x2, 0x2, 0x107, 0x108, 0x7, 0x18, 0x2, 0x2, 
    0x108, 0x109, 0x7, 0x1e, 0x2, 0x2, 0x109, 0x119, 0x5, 0x24, 0x13, 0x2, 
    0x10a, 0x10b, 0x7, 0x29, 0x2, 0x2, 0x10b, 0x119, 0x5, 0x24, 0x13, 0x2, 
    0x10c, 0x10d, 0x9, 0x4, 0x2, 0x2, 0x10d, 0x119, 0x5, 0x24, 0x13, 0x2, 
    0x10e, 0x10f, 0x9, 0x5, 0x2, 0x2, 0x10f, 0x119, 0x5, 0x24, 0x13, 0x2, 
    0x110, 0x111, 0x7, 0xe, 0x2, 0x2, 0x111, 0x112, 0x5, 0x24, 0x13, 0x2, 
    0x112, 0x113, 0x7, 0x9, 0x2, 0x2, 0x113, 0x114, 0x5, 0x24, 0x13, 0x2, 
    0x114, 0x119, 0x3, 0x2, 0x2, 0x2, 0x115, 0x116, 0x7, 0x24, 0x2, 0x2, 
    0x116, 0x117, 0x7, 0x27, 0x2, 0x2, 0x117, 0x119, 0x5, 0x24, 0x13, 0x2, 
    0x118, 0xea, 0x3, 0x2, 0x2, 0x2, 0x118, 0xec, 0x3, 0x2, 0x2, 0x2, 0x118, 
    0xee, 0x3, 0x2, 0x2, 0x2, 0x118, 0xf1, 0x3, 0x2, 0x2, 0x2, 0x118, 0xf9, 
    0x3, 0x2, 0x2, 0x2, 0x118, 0x107, 0x3, 0x2, 0x2, 0x2, 0x118, 0x10a, 
    0x3, 0x2, 0x2, 0x2, 0x118, 0x10c, 0x3, 0x2, 0x2, 0x2, 0x118, 0x10e, 
    0x3, 0x2, 0x2, 0x2, 0x118, 0x110, 0x3, 0x2, 0x2, 0x2, 0x118, 0x115, 
    0x3, 0x2, 0x2, 0x2, 0x119, 0x21, 0x3, 0x2, 0x2, 0x2, 0x11a, 0x11b, 0x7, 
    0xa, 0x2, 0x2, 0x11b, 0x11c, 0x7, 0x20, 0x2, 0x2, 0x11c, 0x11d, 0x5, 
    0x24, 0x13, 0x2, 0x11d, 0x23, 0x3, 0x2, 0x2, 0x2, 0x11e, 0x124, 0x5, 
    0x26, 0x14, 0x2, 0x11f, 0x124, 0x7, 0x30, 0x2, 0x2, 0x120, 0x124, 0x7, 
    0x2e, 0x2, 0x2, 0x121, 0x124, 0x5, 0x1e, 0x10, 0x2, 0x122, 0x124, 0x7, 
    0x32, 0x2, 0x2, 0x123, 0x11e, 0x3, 0x2, 0x2, 0x2, 0x123, 0x11f, 0x3, 
    0x2, 0x2, 0x2, 0x123, 0x120, 0x3, 0x2, 0x2, 0x2, 0x123, 0x121, 0x3, 
    0x2, 0x2, 0x2, 0x123, 0x122, 0x3, 0x2, 0x2, 0x2, 0x124, 0x25, 0x3, 0x2, 
    0x2, 0x2, 0x125, 0x127, 0x7, 0x2f, 0x2, 0x2, 0x126, 0x128, 0x5, 0x28, 
    0x15, 0x2, 0x127, 0x126, 0x3, 0x2, 0x2, 0x2, 0x127, 0x128, 0x3, 0x2, 
    0x2, 0x2, 0x128, 0x12a, 0x3, 0x2, 0x2, 0x2, 0x129, 0x125, 0x3, 0x2, 
    0x2, 0x2, 0x12a, 0x12b, 0x3, 0x2, 0x2, 0x2, 0x12b, 0x129, 0x3, 0x2, 
    0x2, 0x2, 0x12b, 0x12c, 0x3, 0x2, 0x2, 0x2, 0x12c, 0x27, 0x3, 0x2, 0x2, 
    0x2, 0x12d, 0x12e, 0x9, 0x6, 0x2, 0x2, 0x12e, 0x29, 0x3, 0x2, 0x2, 0x2, 
    0x12f, 0x136, 0x7, 0x32, 0x2, 0x2, 0x130, 0x132, 0x9, 0x7, 0x2, 0x2, 
    0x131, 0x130, 0x3, 0x2, 0x2, 0x2, 0x131, 0x132, 0x3, 0x2, 0x2, 0x2, 
    0x132, 0x133, 0x3, 0x2, 0x2, 0x2, 0x133, 0x135, 0x7, 0x32, 0x2, 0x2, 
    0x134, 0x131, 0x3, 0x2, 0x2, 0x2, 0x135, 0x138, 0x3, 0x2, 0x2, 0x2, 
    0x136, 0x134, 0x3, 0x2, 0x2, 0x2, 0x136, 0x137, 0x3, 0x2, 0x2, 0x2, 
    0x137, 0x2b, 0x3, 0x2, 0x2, 0x2, 0x138, 0x136, 0x3, 0x2, 0x2, 0x2, 0x2e, 
    0x2d, 0x31, 0x35, 0x3c, 0x3e, 0x48, 0x4c, 0x4f, 0x54, 0x58, 0x5a, 0x5d, 
    0x6a, 0x6f, 0x75, 0x79, 0x8a, 0x92, 0x9a, 0x9c, 0xa1, 0xa4, 0xa8, 0xac, 
    0xaf, 0xb3, 0xb7, 0xc0, 0xc7, 0xcb, 0xd9, 0xde, 0xe1, 0xe5, 0xe8, 0xf6, 
    0xf9, 0x102, 0x118, 0x123, 0x127, 0x12b, 0x131, 0x136, 
  };

  atn::ATNDeserializer deserializer;
  _atn = deserializer.deserialize(_serializedATN);

  size_t count = _atn.getNumberOfDecisions();
  _decisionToDFA.reserve(count);
  for (size_t i = 0; i < count; i++) { 
    _decisionToDFA.emplace_back(_atn.getDecisionState(i), i);
  }
}

CohortQueryParser::Initializer CohortQueryParser::_init;
