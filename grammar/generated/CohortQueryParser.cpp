
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
    setState(65);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << CohortQueryParser::COMPARE)
      | (1ULL << CohortQueryParser::COUNT)
      | (1ULL << CohortQueryParser::DEFINE)
      | (1ULL << CohortQueryParser::DESCRIBE)
      | (1ULL << CohortQueryParser::DROP)
      | (1ULL << CohortQueryParser::EXPLAIN)
      | (1ULL << CohortQueryParser::FUNNEL)
      | (1ULL << CohortQueryParser::IMPACT)
      | (1ULL << CohortQueryParser::LIST)
      | (1ULL << CohortQueryParser::SHOW)
      | (1ULL << CohortQueryParser::TERMS))) != 0)) {
      setState(64);
      statement();
    }
    setState(73);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == CohortQueryParser::T__0) {
      setState(67);
      match(CohortQueryParser::T__0);
      setState(69);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if ((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << CohortQueryParser::COMPARE)
        | (1ULL << CohortQueryParser::COUNT)
        | (1ULL << CohortQueryParser::DEFINE)
        | (1ULL << CohortQueryParser::DESCRIBE)
        | (1ULL << CohortQueryParser::DROP)
        | (1ULL << CohortQueryParser::EXPLAIN)
        | (1ULL << CohortQueryParser::FUNNEL)
        | (1ULL << CohortQueryParser::IMPACT)
        | (1ULL << CohortQueryParser::LIST)
        | (1ULL << CohortQueryParser::SHOW)
        | (1ULL << CohortQueryParser::TERMS))) != 0)) {
        setState(68);
        statement();
      }
      setState(75);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(76);
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
    setState(82);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXPLAIN) {
      setState(78);
      match(CohortQueryParser::EXPLAIN);
      setState(80);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::ANALYSE) {
        setState(79);
        match(CohortQueryParser::ANALYSE);
      }
    }
    setState(84);
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

tree::TerminalNode* CohortQueryParser::CountQueryContext::WITH() {
  return getToken(CohortQueryParser::WITH, 0);
}

CohortQueryParser::WordContext* CohortQueryParser::CountQueryContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}

CohortQueryParser::WhereContext* CohortQueryParser::CountQueryContext::where() {
  return getRuleContext<CohortQueryParser::WhereContext>(0);
}

CohortQueryParser::ByContext* CohortQueryParser::CountQueryContext::by() {
  return getRuleContext<CohortQueryParser::ByContext>(0);
}

CohortQueryParser::HavingContext* CohortQueryParser::CountQueryContext::having() {
  return getRuleContext<CohortQueryParser::HavingContext>(0);
}

CohortQueryParser::CountQueryContext::CountQueryContext(QueryContext *ctx) { copyFrom(ctx); }


//----------------- CompareQueryContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::CompareQueryContext::COMPARE() {
  return getToken(CohortQueryParser::COMPARE, 0);
}

std::vector<CohortQueryParser::ComparedContext *> CohortQueryParser::CompareQueryContext::compared() {
  return getRuleContexts<CohortQueryParser::ComparedContext>();
}

CohortQueryParser::ComparedContext* CohortQueryParser::CompareQueryContext::compared(size_t i) {
  return getRuleContext<CohortQueryParser::ComparedContext>(i);
}

CohortQueryParser::ByContext* CohortQueryParser::CompareQueryContext::by() {
  return getRuleContext<CohortQueryParser::ByContext>(0);
}

CohortQueryParser::CompareQueryContext::CompareQueryContext(QueryContext *ctx) { copyFrom(ctx); }


//----------------- ShowQueryContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::ShowQueryContext::SHOW() {
  return getToken(CohortQueryParser::SHOW, 0);
}

CohortQueryParser::NameContext* CohortQueryParser::ShowQueryContext::name() {
  return getRuleContext<CohortQueryParser::NameContext>(0);
}

tree::TerminalNode* CohortQueryParser::ShowQueryContext::STRING() {
  return getToken(CohortQueryParser::STRING, 0);
}

CohortQueryParser::ShowQueryContext::ShowQueryContext(QueryContext *ctx) { copyFrom(ctx); }


//----------------- DropQueryContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::DropQueryContext::DROP() {
  return getToken(CohortQueryParser::DROP, 0);
}

CohortQueryParser::WordContext* CohortQueryParser::DropQueryContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}

CohortQueryParser::CohortContext* CohortQueryParser::DropQueryContext::cohort() {
  return getRuleContext<CohortQueryParser::CohortContext>(0);
}

CohortQueryParser::DropQueryContext::DropQueryContext(QueryContext *ctx) { copyFrom(ctx); }


//----------------- DescribeQueryContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::DescribeQueryContext::DESCRIBE() {
  return getToken(CohortQueryParser::DESCRIBE, 0);
}

CohortQueryParser::NameContext* CohortQueryParser::DescribeQueryContext::name() {
  return getRuleContext<CohortQueryParser::NameContext>(0);
}

CohortQueryParser::DescribeQueryContext::DescribeQueryContext(QueryContext *ctx) { copyFrom(ctx); }


//----------------- StepsQueryContext ------------------------------------------------------------------

std::vector<CohortQueryParser::CountedContext *> CohortQueryParser::StepsQueryContext::counted() {
  return getRuleContexts<CohortQueryParser::CountedContext>();
}

CohortQueryParser::CountedContext* CohortQueryParser::StepsQueryContext::counted(size_t i) {
  return getRuleContext<CohortQueryParser::CountedContext>(i);
}

CohortQueryParser::WhereContext* CohortQueryParser::StepsQueryContext::where() {
  return getRuleContext<CohortQueryParser::WhereContext>(0);
}

tree::TerminalNode* CohortQueryParser::StepsQueryContext::FUNNEL() {
  return getToken(CohortQueryParser::FUNNEL, 0);
}

tree::TerminalNode* CohortQueryParser::StepsQueryContext::IMPACT() {
  return getToken(CohortQueryParser::IMPACT, 0);
}

CohortQueryParser::StepsQueryContext::StepsQueryContext(QueryContext *ctx) { copyFrom(ctx); }


//----------------- TermsQueryContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::TermsQueryContext::TERMS() {
  return getToken(CohortQueryParser::TERMS, 0);
}

tree::TerminalNode* CohortQueryParser::TermsQueryContext::LIKE() {
  return getToken(CohortQueryParser::LIKE, 0);
}

tree::TerminalNode* CohortQueryParser::TermsQueryContext::STRING() {
  return getToken(CohortQueryParser::STRING, 0);
}

tree::TerminalNode* CohortQueryParser::TermsQueryContext::LIMIT() {
  return getToken(CohortQueryParser::LIMIT, 0);
}

tree::TerminalNode* CohortQueryParser::TermsQueryContext::NUMBER() {
  return getToken(CohortQueryParser::NUMBER, 0);
}

CohortQueryParser::TermsQueryContext::TermsQueryContext(QueryContext *ctx) { copyFrom(ctx); }


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


//----------------- DefineQueryContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::DefineQueryContext::DEFINE() {
  return getToken(CohortQueryParser::DEFINE, 0);
}

CohortQueryParser::WordContext* CohortQueryParser::DefineQueryContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}

CohortQueryParser::CohortContext* CohortQueryParser::DefineQueryContext::cohort() {
  return getRuleContext<CohortQueryParser::CohortContext>(0);
}

tree::TerminalNode* CohortQueryParser::DefineQueryContext::AS() {
  return getToken(CohortQueryParser::AS, 0);
}

CohortQueryParser::CountedContext* CohortQueryParser::DefineQueryContext::counted() {
  return getRuleContext<CohortQueryParser::CountedContext>(0);
}

CohortQueryParser::WhereContext* CohortQueryParser::DefineQueryContext::where() {
  return getRuleContext<CohortQueryParser::WhereContext>(0);
}

CohortQueryParser::DefineQueryContext::DefineQueryContext(QueryContext *ctx) { copyFrom(ctx); }


CohortQueryParser::QueryContext* CohortQueryParser::query() {
  QueryContext *_localctx = _tracker.createInstance<QueryContext>(_ctx, getState());
  enterRule(_localctx, 4, CohortQueryParser::RuleQuery);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(165);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::COUNT: {
        _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::CountQueryContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(86);
        match(CohortQueryParser::COUNT);
        setState(87);
        counted();
        setState(92);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == CohortQueryParser::T__1) {
          setState(88);
          match(CohortQueryParser::T__1);
          setState(89);
          counted();
          setState(94);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(97);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::WITH) {
          setState(95);
          match(CohortQueryParser::WITH);
          setState(96);
          word();
        }
        setState(100);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::WHERE) {
          setState(99);
          where();
        }
        setState(103);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::BY) {
          setState(102);
          by();
        }
        setState(106);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::HAVING) {
          setState(105);
          having();
        }
        break;
      }

      case CohortQueryParser::LIST: {
        _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::ListQueryContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(108);
        match(CohortQueryParser::LIST);
        setState(109);
        counted();
        setState(111);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::WHERE) {
          setState(110);
          where();
        }
        setState(115);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::LIMIT) {
          setState(113);
          match(CohortQueryParser::LIMIT);
          setState(114);
          match(CohortQueryParser::NUMBER);
        }
        break;
      }

      case CohortQueryParser::FUNNEL:
      case CohortQueryParser::IMPACT: {
        _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::StepsQueryContext>(_localctx));
        enterOuterAlt(_localctx, 3);
        setState(117);
        _la = _input->LA(1);
        if (!(_la == CohortQueryParser::FUNNEL

        || _la == CohortQueryParser::IMPACT)) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(118);
        counted();
        setState(123);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == CohortQueryParser::T__1) {
          setState(119);
          match(CohortQueryParser::T__1);
          setState(120);
          counted();
          setState(125);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(126);
        where();
        break;
      }

      case CohortQueryParser::COMPARE: {
        _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::CompareQueryContext>(_localctx));
        enterOuterAlt(_localctx, 4);
        setState(128);
        match(CohortQueryParser::COMPARE);
        setState(129);
        compared();
        setState(132); 
        _errHandler->sync(this);
        _la = _input->LA(1);
        do {
          setState(130);
          match(CohortQueryParser::T__1);
          setState(131);
          compared();
          setState(134); 
          _errHandler->sync(this);
          _la = _input->LA(1);
        } while (_la == CohortQueryParser::T__1);
        setState(137);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::BY) {
          setState(136);
          by();
        }
        break;
      }

      case CohortQueryParser::DEFINE: {
        _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::DefineQueryContext>(_localctx));
        enterOuterAlt(_localctx, 5);
        setState(139);
        match(CohortQueryParser::DEFINE);
        setState(140);
        word();
        setState(141);
        cohort();
        setState(142);
        match(CohortQueryParser::AS);
        setState(143);
        counted();
        setState(145);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::WHERE) {
          setState(144);
          where();
        }
        break;
      }

      case CohortQueryParser::DROP: {
        _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::DropQueryContext>(_localctx));
        enterOuterAlt(_localctx, 6);
        setState(147);
        match(CohortQueryParser::DROP);
        setState(148);
        word();
        setState(149);
        cohort();
        break;
      }

      case CohortQueryParser::DESCRIBE: {
        _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::DescribeQueryContext>(_localctx));
        enterOuterAlt(_localctx, 7);
        setState(151);
        match(CohortQueryParser::DESCRIBE);
        setState(152);
        name();
        break;
      }

      case CohortQueryParser::SHOW: {
        _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::ShowQueryContext>(_localctx));
        enterOuterAlt(_localctx, 8);
        setState(153);
        match(CohortQueryParser::SHOW);
        setState(154);
        name();
        setState(156);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::STRING) {
          setState(155);
          match(CohortQueryParser::STRING);
        }
        break;
      }

      case CohortQueryParser::TERMS: {
        _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::TermsQueryContext>(_localctx));
        enterOuterAlt(_localctx, 9);
        setState(158);
        match(CohortQueryParser::TERMS);
        setState(159);
        match(CohortQueryParser::LIKE);
        setState(160);
        match(CohortQueryParser::STRING);
        setState(163);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::LIMIT) {
          setState(161);
          match(CohortQueryParser::LIMIT);
          setState(162);
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

tree::TerminalNode* CohortQueryParser::CountedContext::DISTINCT() {
  return getToken(CohortQueryParser::DISTINCT, 0);
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
    setState(168);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXCLUDED

    || _la == CohortQueryParser::OBSERVED) {
      setState(167);
      polarity();
    }
    setState(171);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::DISTINCT) {
      setState(170);
      match(CohortQueryParser::DISTINCT);
    }
    setState(173);
    name();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- CohortContext ------------------------------------------------------------------

CohortQueryParser::CohortContext::CohortContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::WordContext* CohortQueryParser::CohortContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}

tree::TerminalNode* CohortQueryParser::CohortContext::STRING() {
  return getToken(CohortQueryParser::STRING, 0);
}


size_t CohortQueryParser::CohortContext::getRuleIndex() const {
  return CohortQueryParser::RuleCohort;
}


CohortQueryParser::CohortContext* CohortQueryParser::cohort() {
  CohortContext *_localctx = _tracker.createInstance<CohortContext>(_ctx, getState());
  enterRule(_localctx, 8, CohortQueryParser::RuleCohort);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(177);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::COMMERCIAL:
      case CohortQueryParser::COMPARE:
      case CohortQueryParser::DEFINE:
      case CohortQueryParser::DESCRIBE:
      case CohortQueryParser::DROP:
      case CohortQueryParser::FIRST:
      case CohortQueryParser::FUNNEL:
      case CohortQueryParser::GROUPS:
      case CohortQueryParser::IMPACT:
      case CohortQueryParser::LAST:
      case CohortQueryParser::LIKE:
      case CohortQueryParser::NO:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::WORD: {
        enterOuterAlt(_localctx, 1);
        setState(175);
        word();
        break;
      }

      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 2);
        setState(176);
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

//----------------- ComparedContext ------------------------------------------------------------------

CohortQueryParser::ComparedContext::ComparedContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::CohortContext* CohortQueryParser::ComparedContext::cohort() {
  return getRuleContext<CohortQueryParser::CohortContext>(0);
}

tree::TerminalNode* CohortQueryParser::ComparedContext::AS() {
  return getToken(CohortQueryParser::AS, 0);
}

CohortQueryParser::CountedContext* CohortQueryParser::ComparedContext::counted() {
  return getRuleContext<CohortQueryParser::CountedContext>(0);
}

CohortQueryParser::WhereContext* CohortQueryParser::ComparedContext::where() {
  return getRuleContext<CohortQueryParser::WhereContext>(0);
}


size_t CohortQueryParser::ComparedContext::getRuleIndex() const {
  return CohortQueryParser::RuleCompared;
}


CohortQueryParser::ComparedContext* CohortQueryParser::compared() {
  ComparedContext *_localctx = _tracker.createInstance<ComparedContext>(_ctx, getState());
  enterRule(_localctx, 10, CohortQueryParser::RuleCompared);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(179);
    cohort();
    setState(185);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AS) {
      setState(180);
      match(CohortQueryParser::AS);
      setState(181);
      counted();
      setState(183);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WHERE) {
        setState(182);
        where();
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
  enterRule(_localctx, 12, CohortQueryParser::RuleWhere);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(187);
    match(CohortQueryParser::WHERE);
    setState(188);
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
  enterRule(_localctx, 14, CohortQueryParser::RuleBy);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(190);
    match(CohortQueryParser::BY);
    setState(191);
    dimension();
    setState(196);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == CohortQueryParser::T__1) {
      setState(192);
      match(CohortQueryParser::T__1);
      setState(193);
      dimension();
      setState(198);
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

//----------------- HavingContext ------------------------------------------------------------------

CohortQueryParser::HavingContext::HavingContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::HavingContext::HAVING() {
  return getToken(CohortQueryParser::HAVING, 0);
}

std::vector<CohortQueryParser::BoundContext *> CohortQueryParser::HavingContext::bound() {
  return getRuleContexts<CohortQueryParser::BoundContext>();
}

CohortQueryParser::BoundContext* CohortQueryParser::HavingContext::bound(size_t i) {
  return getRuleContext<CohortQueryParser::BoundContext>(i);
}

std::vector<tree::TerminalNode *> CohortQueryParser::HavingContext::AND() {
  return getTokens(CohortQueryParser::AND);
}

tree::TerminalNode* CohortQueryParser::HavingContext::AND(size_t i) {
  return getToken(CohortQueryParser::AND, i);
}


size_t CohortQueryParser::HavingContext::getRuleIndex() const {
  return CohortQueryParser::RuleHaving;
}


CohortQueryParser::HavingContext* CohortQueryParser::having() {
  HavingContext *_localctx = _tracker.createInstance<HavingContext>(_ctx, getState());
  enterRule(_localctx, 16, CohortQueryParser::RuleHaving);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(199);
    match(CohortQueryParser::HAVING);
    setState(200);
    bound();
    setState(205);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == CohortQueryParser::AND) {
      setState(201);
      match(CohortQueryParser::AND);
      setState(202);
      bound();
      setState(207);
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

//----------------- BoundContext ------------------------------------------------------------------

CohortQueryParser::BoundContext::BoundContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::NameContext* CohortQueryParser::BoundContext::name() {
  return getRuleContext<CohortQueryParser::NameContext>(0);
}

tree::TerminalNode* CohortQueryParser::BoundContext::NUMBER() {
  return getToken(CohortQueryParser::NUMBER, 0);
}

tree::TerminalNode* CohortQueryParser::BoundContext::EQUAL() {
  return getToken(CohortQueryParser::EQUAL, 0);
}

tree::TerminalNode* CohortQueryParser::BoundContext::NOT_EQUAL() {
  return getToken(CohortQueryParser::NOT_EQUAL, 0);
}

tree::TerminalNode* CohortQueryParser::BoundContext::LESS() {
  return getToken(CohortQueryParser::LESS, 0);
}

tree::TerminalNode* CohortQueryParser::BoundContext::LESS_EQUAL() {
  return getToken(CohortQueryParser::LESS_EQUAL, 0);
}

tree::TerminalNode* CohortQueryParser::BoundContext::GREATER() {
  return getToken(CohortQueryParser::GREATER, 0);
}

tree::TerminalNode* CohortQueryParser::BoundContext::GREATER_EQUAL() {
  return getToken(CohortQueryParser::GREATER_EQUAL, 0);
}


size_t CohortQueryParser::BoundContext::getRuleIndex() const {
  return CohortQueryParser::RuleBound;
}


CohortQueryParser::BoundContext* CohortQueryParser::bound() {
  BoundContext *_localctx = _tracker.createInstance<BoundContext>(_ctx, getState());
  enterRule(_localctx, 18, CohortQueryParser::RuleBound);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(208);
    name();
    setState(209);
    _la = _input->LA(1);
    if (!(((((_la - 60) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 60)) & ((1ULL << (CohortQueryParser::EQUAL - 60))
      | (1ULL << (CohortQueryParser::NOT_EQUAL - 60))
      | (1ULL << (CohortQueryParser::LESS_EQUAL - 60))
      | (1ULL << (CohortQueryParser::LESS - 60))
      | (1ULL << (CohortQueryParser::GREATER_EQUAL - 60))
      | (1ULL << (CohortQueryParser::GREATER - 60)))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
    setState(210);
    match(CohortQueryParser::NUMBER);
   
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

tree::TerminalNode* CohortQueryParser::DimensionContext::GROUPS() {
  return getToken(CohortQueryParser::GROUPS, 0);
}

std::vector<CohortQueryParser::GroupContext *> CohortQueryParser::DimensionContext::group() {
  return getRuleContexts<CohortQueryParser::GroupContext>();
}

CohortQueryParser::GroupContext* CohortQueryParser::DimensionContext::group(size_t i) {
  return getRuleContext<CohortQueryParser::GroupContext>(i);
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
  enterRule(_localctx, 20, CohortQueryParser::RuleDimension);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(212);
    name();
    setState(214);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AS) {
      setState(213);
      asOf();
    }
    setState(233);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 28, _ctx)) {
    case 1: {
      setState(216);
      match(CohortQueryParser::IN);
      setState(217);
      match(CohortQueryParser::BANDS);
      setState(218);
      match(CohortQueryParser::OF);
      setState(219);
      amount();
      break;
    }

    case 2: {
      setState(220);
      match(CohortQueryParser::IN);
      setState(221);
      match(CohortQueryParser::GROUPS);
      setState(222);
      match(CohortQueryParser::T__2);
      setState(223);
      group();
      setState(228);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(224);
        match(CohortQueryParser::T__1);
        setState(225);
        group();
        setState(230);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(231);
      match(CohortQueryParser::T__3);
      break;
    }

    }
    setState(237);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::TOP) {
      setState(235);
      match(CohortQueryParser::TOP);
      setState(236);
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

//----------------- GroupContext ------------------------------------------------------------------

CohortQueryParser::GroupContext::GroupContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::GroupContext::EQUAL() {
  return getToken(CohortQueryParser::EQUAL, 0);
}

CohortQueryParser::WordContext* CohortQueryParser::GroupContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}

tree::TerminalNode* CohortQueryParser::GroupContext::STRING() {
  return getToken(CohortQueryParser::STRING, 0);
}

std::vector<CohortQueryParser::ValueContext *> CohortQueryParser::GroupContext::value() {
  return getRuleContexts<CohortQueryParser::ValueContext>();
}

CohortQueryParser::ValueContext* CohortQueryParser::GroupContext::value(size_t i) {
  return getRuleContext<CohortQueryParser::ValueContext>(i);
}


size_t CohortQueryParser::GroupContext::getRuleIndex() const {
  return CohortQueryParser::RuleGroup;
}


CohortQueryParser::GroupContext* CohortQueryParser::group() {
  GroupContext *_localctx = _tracker.createInstance<GroupContext>(_ctx, getState());
  enterRule(_localctx, 22, CohortQueryParser::RuleGroup);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(241);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::COMMERCIAL:
      case CohortQueryParser::COMPARE:
      case CohortQueryParser::DEFINE:
      case CohortQueryParser::DESCRIBE:
      case CohortQueryParser::DROP:
      case CohortQueryParser::FIRST:
      case CohortQueryParser::FUNNEL:
      case CohortQueryParser::GROUPS:
      case CohortQueryParser::IMPACT:
      case CohortQueryParser::LAST:
      case CohortQueryParser::LIKE:
      case CohortQueryParser::NO:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::WORD: {
        setState(239);
        word();
        break;
      }

      case CohortQueryParser::STRING: {
        setState(240);
        match(CohortQueryParser::STRING);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(243);
    match(CohortQueryParser::EQUAL);
    setState(256);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::COMMERCIAL:
      case CohortQueryParser::COMPARE:
      case CohortQueryParser::DEFINE:
      case CohortQueryParser::DESCRIBE:
      case CohortQueryParser::DROP:
      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::FIRST:
      case CohortQueryParser::FUNNEL:
      case CohortQueryParser::GROUPS:
      case CohortQueryParser::IMPACT:
      case CohortQueryParser::LAST:
      case CohortQueryParser::LIKE:
      case CohortQueryParser::NO:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::DATE:
      case CohortQueryParser::NUMBER:
      case CohortQueryParser::DURATION:
      case CohortQueryParser::CODE:
      case CohortQueryParser::WORD:
      case CohortQueryParser::STRING: {
        setState(244);
        value();
        break;
      }

      case CohortQueryParser::T__2: {
        setState(245);
        match(CohortQueryParser::T__2);
        setState(246);
        value();
        setState(251);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == CohortQueryParser::T__1) {
          setState(247);
          match(CohortQueryParser::T__1);
          setState(248);
          value();
          setState(253);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(254);
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
  size_t startState = 24;
  enterRecursionRule(_localctx, 24, CohortQueryParser::RuleExpression, precedence);

    size_t _la = 0;

  auto onExit = finally([=] {
    unrollRecursionContexts(parentContext);
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(281);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::T__2: {
        _localctx = _tracker.createInstance<ParenthesisedContext>(_localctx);
        _ctx = _localctx;
        previousContext = _localctx;

        setState(259);
        match(CohortQueryParser::T__2);
        setState(260);
        expression(0);
        setState(261);
        match(CohortQueryParser::T__3);
        break;
      }

      case CohortQueryParser::AT: {
        _localctx = _tracker.createInstance<AtLeastOfContext>(_localctx);
        _ctx = _localctx;
        previousContext = _localctx;
        setState(263);
        match(CohortQueryParser::AT);
        setState(264);
        match(CohortQueryParser::LEAST);
        setState(265);
        match(CohortQueryParser::NUMBER);
        setState(266);
        match(CohortQueryParser::OF);
        setState(267);
        match(CohortQueryParser::T__2);
        setState(268);
        expression(0);
        setState(273);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == CohortQueryParser::T__1) {
          setState(269);
          match(CohortQueryParser::T__1);
          setState(270);
          expression(0);
          setState(275);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(276);
        match(CohortQueryParser::T__3);
        break;
      }

      case CohortQueryParser::CERTAINLY:
      case CohortQueryParser::COMMERCIAL:
      case CohortQueryParser::COMPARE:
      case CohortQueryParser::DEFINE:
      case CohortQueryParser::DESCRIBE:
      case CohortQueryParser::DROP:
      case CohortQueryParser::FIRST:
      case CohortQueryParser::FUNNEL:
      case CohortQueryParser::GROUPS:
      case CohortQueryParser::HAS:
      case CohortQueryParser::IMPACT:
      case CohortQueryParser::IN:
      case CohortQueryParser::LAST:
      case CohortQueryParser::LIKE:
      case CohortQueryParser::NO:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::OVERLAPS:
      case CohortQueryParser::POSSIBLY:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::USABLE:
      case CohortQueryParser::WORD: {
        _localctx = _tracker.createInstance<SingleContext>(_localctx);
        _ctx = _localctx;
        previousContext = _localctx;
        setState(278);
        predicate();
        break;
      }

      case CohortQueryParser::NOT: {
        _localctx = _tracker.createInstance<NotContext>(_localctx);
        _ctx = _localctx;
        previousContext = _localctx;
        setState(279);
        match(CohortQueryParser::NOT);
        setState(280);
        expression(3);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    _ctx->stop = _input->LT(-1);
    setState(291);
    _errHandler->sync(this);
    alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 36, _ctx);
    while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
      if (alt == 1) {
        if (!_parseListeners.empty())
          triggerExitRuleEvent();
        previousContext = _localctx;
        setState(289);
        _errHandler->sync(this);
        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 35, _ctx)) {
        case 1: {
          auto newContext = _tracker.createInstance<AndContext>(_tracker.createInstance<ExpressionContext>(parentContext, parentState));
          _localctx = newContext;
          pushNewRecursionContext(newContext, startState, RuleExpression);
          setState(283);

          if (!(precpred(_ctx, 2))) throw FailedPredicateException(this, "precpred(_ctx, 2)");
          setState(284);
          match(CohortQueryParser::AND);
          setState(285);
          expression(3);
          break;
        }

        case 2: {
          auto newContext = _tracker.createInstance<OrContext>(_tracker.createInstance<ExpressionContext>(parentContext, parentState));
          _localctx = newContext;
          pushNewRecursionContext(newContext, startState, RuleExpression);
          setState(286);

          if (!(precpred(_ctx, 1))) throw FailedPredicateException(this, "precpred(_ctx, 1)");
          setState(287);
          match(CohortQueryParser::OR);
          setState(288);
          expression(2);
          break;
        }

        } 
      }
      setState(293);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 36, _ctx);
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

//----------------- InCohortContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::InCohortContext::IN() {
  return getToken(CohortQueryParser::IN, 0);
}

std::vector<CohortQueryParser::WordContext *> CohortQueryParser::InCohortContext::word() {
  return getRuleContexts<CohortQueryParser::WordContext>();
}

CohortQueryParser::WordContext* CohortQueryParser::InCohortContext::word(size_t i) {
  return getRuleContext<CohortQueryParser::WordContext>(i);
}

tree::TerminalNode* CohortQueryParser::InCohortContext::STRING() {
  return getToken(CohortQueryParser::STRING, 0);
}

CohortQueryParser::InCohortContext::InCohortContext(PredicateContext *ctx) { copyFrom(ctx); }


//----------------- UsableContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::UsableContext::USABLE() {
  return getToken(CohortQueryParser::USABLE, 0);
}

tree::TerminalNode* CohortQueryParser::UsableContext::FOR() {
  return getToken(CohortQueryParser::FOR, 0);
}

CohortQueryParser::PurposeContext* CohortQueryParser::UsableContext::purpose() {
  return getRuleContext<CohortQueryParser::PurposeContext>(0);
}

tree::TerminalNode* CohortQueryParser::UsableContext::BY() {
  return getToken(CohortQueryParser::BY, 0);
}

tree::TerminalNode* CohortQueryParser::UsableContext::IN() {
  return getToken(CohortQueryParser::IN, 0);
}

CohortQueryParser::ValueContext* CohortQueryParser::UsableContext::value() {
  return getRuleContext<CohortQueryParser::ValueContext>(0);
}

tree::TerminalNode* CohortQueryParser::UsableContext::COMMERCIAL() {
  return getToken(CohortQueryParser::COMMERCIAL, 0);
}

tree::TerminalNode* CohortQueryParser::UsableContext::NON_COMMERCIAL() {
  return getToken(CohortQueryParser::NON_COMMERCIAL, 0);
}

CohortQueryParser::UsableContext::UsableContext(PredicateContext *ctx) { copyFrom(ctx); }


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

CohortQueryParser::WordContext* CohortQueryParser::CompareContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}

CohortQueryParser::AsOfContext* CohortQueryParser::CompareContext::asOf() {
  return getRuleContext<CohortQueryParser::AsOfContext>(0);
}

CohortQueryParser::CompareContext::CompareContext(PredicateContext *ctx) { copyFrom(ctx); }


//----------------- OverlapsContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::OverlapsContext::OVERLAPS() {
  return getToken(CohortQueryParser::OVERLAPS, 0);
}

std::vector<CohortQueryParser::WordContext *> CohortQueryParser::OverlapsContext::word() {
  return getRuleContexts<CohortQueryParser::WordContext>();
}

CohortQueryParser::WordContext* CohortQueryParser::OverlapsContext::word(size_t i) {
  return getRuleContext<CohortQueryParser::WordContext>(i);
}

CohortQueryParser::CertaintyContext* CohortQueryParser::OverlapsContext::certainty() {
  return getRuleContext<CohortQueryParser::CertaintyContext>(0);
}

CohortQueryParser::OverlapsContext::OverlapsContext(PredicateContext *ctx) { copyFrom(ctx); }


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

std::vector<CohortQueryParser::AliasContext *> CohortQueryParser::HasContext::alias() {
  return getRuleContexts<CohortQueryParser::AliasContext>();
}

CohortQueryParser::AliasContext* CohortQueryParser::HasContext::alias(size_t i) {
  return getRuleContext<CohortQueryParser::AliasContext>(i);
}

tree::TerminalNode* CohortQueryParser::HasContext::WITH() {
  return getToken(CohortQueryParser::WITH, 0);
}

CohortQueryParser::ConditionContext* CohortQueryParser::HasContext::condition() {
  return getRuleContext<CohortQueryParser::ConditionContext>(0);
}

CohortQueryParser::OnDatesContext* CohortQueryParser::HasContext::onDates() {
  return getRuleContext<CohortQueryParser::OnDatesContext>(0);
}

tree::TerminalNode* CohortQueryParser::HasContext::FIRST() {
  return getToken(CohortQueryParser::FIRST, 0);
}

tree::TerminalNode* CohortQueryParser::HasContext::LAST() {
  return getToken(CohortQueryParser::LAST, 0);
}

CohortQueryParser::HasContext::HasContext(PredicateContext *ctx) { copyFrom(ctx); }


CohortQueryParser::PredicateContext* CohortQueryParser::predicate() {
  PredicateContext *_localctx = _tracker.createInstance<PredicateContext>(_ctx, getState());
  enterRule(_localctx, 26, CohortQueryParser::RulePredicate);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(362);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 53, _ctx)) {
    case 1: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::HasContext>(_localctx));
      enterOuterAlt(_localctx, 1);
      setState(294);
      match(CohortQueryParser::HAS);
      setState(296);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 37, _ctx)) {
      case 1: {
        setState(295);
        quantity();
        break;
      }

      }
      setState(299);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::EXCLUDED

      || _la == CohortQueryParser::OBSERVED) {
        setState(298);
        polarity();
      }
      setState(302);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 39, _ctx)) {
      case 1: {
        setState(301);
        _la = _input->LA(1);
        if (!(_la == CohortQueryParser::FIRST

        || _la == CohortQueryParser::LAST)) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        break;
      }

      }
      setState(304);
      name();
      setState(306);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 40, _ctx)) {
      case 1: {
        setState(305);
        terms();
        break;
      }

      }
      setState(309);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 41, _ctx)) {
      case 1: {
        setState(308);
        alias();
        break;
      }

      }
      setState(313);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 42, _ctx)) {
      case 1: {
        setState(311);
        match(CohortQueryParser::WITH);
        setState(312);
        condition();
        break;
      }

      }
      setState(316);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 43, _ctx)) {
      case 1: {
        setState(315);
        alias();
        break;
      }

      }
      setState(319);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 44, _ctx)) {
      case 1: {
        setState(318);
        onDates();
        break;
      }

      }
      break;
    }

    case 2: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::InCohortContext>(_localctx));
      enterOuterAlt(_localctx, 2);
      setState(321);
      match(CohortQueryParser::IN);
      setState(322);
      word();
      setState(325);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 45, _ctx)) {
      case 1: {
        setState(323);
        word();
        break;
      }

      case 2: {
        setState(324);
        match(CohortQueryParser::STRING);
        break;
      }

      }
      break;
    }

    case 3: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::InCohortContext>(_localctx));
      enterOuterAlt(_localctx, 3);
      setState(327);
      match(CohortQueryParser::IN);
      setState(328);
      match(CohortQueryParser::STRING);
      break;
    }

    case 4: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::UsableContext>(_localctx));
      enterOuterAlt(_localctx, 4);
      setState(329);
      match(CohortQueryParser::USABLE);
      setState(330);
      match(CohortQueryParser::FOR);
      setState(331);
      purpose();
      setState(334);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 46, _ctx)) {
      case 1: {
        setState(332);
        match(CohortQueryParser::BY);
        setState(333);
        _la = _input->LA(1);
        if (!(_la == CohortQueryParser::COMMERCIAL

        || _la == CohortQueryParser::NON_COMMERCIAL)) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        break;
      }

      }
      setState(338);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 47, _ctx)) {
      case 1: {
        setState(336);
        match(CohortQueryParser::IN);
        setState(337);
        value();
        break;
      }

      }
      break;
    }

    case 5: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::OverlapsContext>(_localctx));
      enterOuterAlt(_localctx, 5);
      setState(341);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::CERTAINLY

      || _la == CohortQueryParser::POSSIBLY) {
        setState(340);
        certainty();
      }
      setState(344);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (((((_la - 16) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 16)) & ((1ULL << (CohortQueryParser::COMMERCIAL - 16))
        | (1ULL << (CohortQueryParser::COMPARE - 16))
        | (1ULL << (CohortQueryParser::DEFINE - 16))
        | (1ULL << (CohortQueryParser::DESCRIBE - 16))
        | (1ULL << (CohortQueryParser::DROP - 16))
        | (1ULL << (CohortQueryParser::FIRST - 16))
        | (1ULL << (CohortQueryParser::FUNNEL - 16))
        | (1ULL << (CohortQueryParser::GROUPS - 16))
        | (1ULL << (CohortQueryParser::IMPACT - 16))
        | (1ULL << (CohortQueryParser::LAST - 16))
        | (1ULL << (CohortQueryParser::LIKE - 16))
        | (1ULL << (CohortQueryParser::NO - 16))
        | (1ULL << (CohortQueryParser::NON_COMMERCIAL - 16))
        | (1ULL << (CohortQueryParser::SHOW - 16))
        | (1ULL << (CohortQueryParser::TERMS - 16))
        | (1ULL << (CohortQueryParser::WORD - 16)))) != 0)) {
        setState(343);
        word();
      }
      setState(346);
      match(CohortQueryParser::OVERLAPS);
      setState(347);
      word();
      break;
    }

    case 6: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::CompareContext>(_localctx));
      enterOuterAlt(_localctx, 6);
      setState(349);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::CERTAINLY

      || _la == CohortQueryParser::POSSIBLY) {
        setState(348);
        certainty();
      }
      setState(354);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 51, _ctx)) {
      case 1: {
        setState(351);
        word();
        setState(352);
        match(CohortQueryParser::T__4);
        break;
      }

      }
      setState(356);
      name();
      setState(358);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::AS) {
        setState(357);
        asOf();
      }
      setState(360);
      comparison();
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

//----------------- AliasContext ------------------------------------------------------------------

CohortQueryParser::AliasContext::AliasContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::AliasContext::AS() {
  return getToken(CohortQueryParser::AS, 0);
}

CohortQueryParser::WordContext* CohortQueryParser::AliasContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}


size_t CohortQueryParser::AliasContext::getRuleIndex() const {
  return CohortQueryParser::RuleAlias;
}


CohortQueryParser::AliasContext* CohortQueryParser::alias() {
  AliasContext *_localctx = _tracker.createInstance<AliasContext>(_ctx, getState());
  enterRule(_localctx, 28, CohortQueryParser::RuleAlias);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(364);
    match(CohortQueryParser::AS);
    setState(365);
    word();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- OnDatesContext ------------------------------------------------------------------

CohortQueryParser::OnDatesContext::OnDatesContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::OnDatesContext::ON() {
  return getToken(CohortQueryParser::ON, 0);
}

tree::TerminalNode* CohortQueryParser::OnDatesContext::NUMBER() {
  return getToken(CohortQueryParser::NUMBER, 0);
}

tree::TerminalNode* CohortQueryParser::OnDatesContext::DISTINCT() {
  return getToken(CohortQueryParser::DISTINCT, 0);
}

CohortQueryParser::WordContext* CohortQueryParser::OnDatesContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}

tree::TerminalNode* CohortQueryParser::OnDatesContext::AT() {
  return getToken(CohortQueryParser::AT, 0);
}

tree::TerminalNode* CohortQueryParser::OnDatesContext::LEAST() {
  return getToken(CohortQueryParser::LEAST, 0);
}


size_t CohortQueryParser::OnDatesContext::getRuleIndex() const {
  return CohortQueryParser::RuleOnDates;
}


CohortQueryParser::OnDatesContext* CohortQueryParser::onDates() {
  OnDatesContext *_localctx = _tracker.createInstance<OnDatesContext>(_ctx, getState());
  enterRule(_localctx, 30, CohortQueryParser::RuleOnDates);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(367);
    match(CohortQueryParser::ON);
    setState(370);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AT) {
      setState(368);
      match(CohortQueryParser::AT);
      setState(369);
      match(CohortQueryParser::LEAST);
    }
    setState(372);
    match(CohortQueryParser::NUMBER);
    setState(373);
    match(CohortQueryParser::DISTINCT);
    setState(374);
    word();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- PurposeContext ------------------------------------------------------------------

CohortQueryParser::PurposeContext::PurposeContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::TermContext* CohortQueryParser::PurposeContext::term() {
  return getRuleContext<CohortQueryParser::TermContext>(0);
}

std::vector<CohortQueryParser::WordContext *> CohortQueryParser::PurposeContext::word() {
  return getRuleContexts<CohortQueryParser::WordContext>();
}

CohortQueryParser::WordContext* CohortQueryParser::PurposeContext::word(size_t i) {
  return getRuleContext<CohortQueryParser::WordContext>(i);
}


size_t CohortQueryParser::PurposeContext::getRuleIndex() const {
  return CohortQueryParser::RulePurpose;
}


CohortQueryParser::PurposeContext* CohortQueryParser::purpose() {
  PurposeContext *_localctx = _tracker.createInstance<PurposeContext>(_ctx, getState());
  enterRule(_localctx, 32, CohortQueryParser::RulePurpose);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(382);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 1);
        setState(376);
        term();
        break;
      }

      case CohortQueryParser::COMMERCIAL:
      case CohortQueryParser::COMPARE:
      case CohortQueryParser::DEFINE:
      case CohortQueryParser::DESCRIBE:
      case CohortQueryParser::DROP:
      case CohortQueryParser::FIRST:
      case CohortQueryParser::FUNNEL:
      case CohortQueryParser::GROUPS:
      case CohortQueryParser::IMPACT:
      case CohortQueryParser::LAST:
      case CohortQueryParser::LIKE:
      case CohortQueryParser::NO:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::WORD: {
        enterOuterAlt(_localctx, 2);
        setState(378); 
        _errHandler->sync(this);
        alt = 1;
        do {
          switch (alt) {
            case 1: {
                  setState(377);
                  word();
                  break;
                }

          default:
            throw NoViableAltException(this);
          }
          setState(380); 
          _errHandler->sync(this);
          alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 55, _ctx);
        } while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER);
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
  enterRule(_localctx, 34, CohortQueryParser::RuleCondition);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(391);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::T__2: {
        _localctx = dynamic_cast<ConditionContext *>(_tracker.createInstance<CohortQueryParser::ConditionGroupContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(384);
        match(CohortQueryParser::T__2);
        setState(385);
        expression(0);
        setState(386);
        match(CohortQueryParser::T__3);
        break;
      }

      case CohortQueryParser::CERTAINLY:
      case CohortQueryParser::COMMERCIAL:
      case CohortQueryParser::COMPARE:
      case CohortQueryParser::DEFINE:
      case CohortQueryParser::DESCRIBE:
      case CohortQueryParser::DROP:
      case CohortQueryParser::FIRST:
      case CohortQueryParser::FUNNEL:
      case CohortQueryParser::GROUPS:
      case CohortQueryParser::HAS:
      case CohortQueryParser::IMPACT:
      case CohortQueryParser::IN:
      case CohortQueryParser::LAST:
      case CohortQueryParser::LIKE:
      case CohortQueryParser::NO:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::OVERLAPS:
      case CohortQueryParser::POSSIBLY:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::USABLE:
      case CohortQueryParser::WORD: {
        _localctx = dynamic_cast<ConditionContext *>(_tracker.createInstance<CohortQueryParser::ConditionSingleContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(388);
        predicate();
        break;
      }

      case CohortQueryParser::NOT: {
        _localctx = dynamic_cast<ConditionContext *>(_tracker.createInstance<CohortQueryParser::ConditionNotContext>(_localctx));
        enterOuterAlt(_localctx, 3);
        setState(389);
        match(CohortQueryParser::NOT);
        setState(390);
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

tree::TerminalNode* CohortQueryParser::QuantityContext::NO() {
  return getToken(CohortQueryParser::NO, 0);
}


size_t CohortQueryParser::QuantityContext::getRuleIndex() const {
  return CohortQueryParser::RuleQuantity;
}


CohortQueryParser::QuantityContext* CohortQueryParser::quantity() {
  QuantityContext *_localctx = _tracker.createInstance<QuantityContext>(_ctx, getState());
  enterRule(_localctx, 36, CohortQueryParser::RuleQuantity);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(405);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::AT:
      case CohortQueryParser::EXACTLY: {
        enterOuterAlt(_localctx, 1);
        setState(398);
        _errHandler->sync(this);
        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 58, _ctx)) {
        case 1: {
          setState(393);
          match(CohortQueryParser::AT);
          setState(394);
          match(CohortQueryParser::LEAST);
          break;
        }

        case 2: {
          setState(395);
          match(CohortQueryParser::AT);
          setState(396);
          match(CohortQueryParser::MOST);
          break;
        }

        case 3: {
          setState(397);
          match(CohortQueryParser::EXACTLY);
          break;
        }

        }
        setState(400);
        match(CohortQueryParser::NUMBER);
        setState(402);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::DISTINCT) {
          setState(401);
          match(CohortQueryParser::DISTINCT);
        }
        break;
      }

      case CohortQueryParser::NO: {
        enterOuterAlt(_localctx, 2);
        setState(404);
        match(CohortQueryParser::NO);
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
  enterRule(_localctx, 38, CohortQueryParser::RulePolarity);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(407);
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
  enterRule(_localctx, 40, CohortQueryParser::RuleCertainty);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(409);
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
  enterRule(_localctx, 42, CohortQueryParser::RuleTerms);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(424);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 1);
        setState(411);
        term();
        break;
      }

      case CohortQueryParser::IN: {
        enterOuterAlt(_localctx, 2);
        setState(412);
        match(CohortQueryParser::IN);
        setState(413);
        match(CohortQueryParser::T__2);
        setState(414);
        term();
        setState(419);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == CohortQueryParser::T__1) {
          setState(415);
          match(CohortQueryParser::T__1);
          setState(416);
          term();
          setState(421);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(422);
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

tree::TerminalNode* CohortQueryParser::TermContext::PARAMETER() {
  return getToken(CohortQueryParser::PARAMETER, 0);
}

tree::TerminalNode* CohortQueryParser::TermContext::EXACTLY() {
  return getToken(CohortQueryParser::EXACTLY, 0);
}


size_t CohortQueryParser::TermContext::getRuleIndex() const {
  return CohortQueryParser::RuleTerm;
}


CohortQueryParser::TermContext* CohortQueryParser::term() {
  TermContext *_localctx = _tracker.createInstance<TermContext>(_ctx, getState());
  enterRule(_localctx, 44, CohortQueryParser::RuleTerm);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(427);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXACTLY) {
      setState(426);
      match(CohortQueryParser::EXACTLY);
    }
    setState(435);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::CODE: {
        setState(429);
        match(CohortQueryParser::CODE);
        setState(431);
        _errHandler->sync(this);

        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 64, _ctx)) {
        case 1: {
          setState(430);
          match(CohortQueryParser::STRING);
          break;
        }

        }
        break;
      }

      case CohortQueryParser::STRING: {
        setState(433);
        match(CohortQueryParser::STRING);
        break;
      }

      case CohortQueryParser::PARAMETER: {
        setState(434);
        match(CohortQueryParser::PARAMETER);
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

CohortQueryParser::PointContext* CohortQueryParser::OrderedContext::point() {
  return getRuleContext<CohortQueryParser::PointContext>(0);
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


//----------------- WithinContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::WithinContext::WITHIN() {
  return getToken(CohortQueryParser::WITHIN, 0);
}

CohortQueryParser::DurationContext* CohortQueryParser::WithinContext::duration() {
  return getRuleContext<CohortQueryParser::DurationContext>(0);
}

CohortQueryParser::PointContext* CohortQueryParser::WithinContext::point() {
  return getRuleContext<CohortQueryParser::PointContext>(0);
}

tree::TerminalNode* CohortQueryParser::WithinContext::OF() {
  return getToken(CohortQueryParser::OF, 0);
}

tree::TerminalNode* CohortQueryParser::WithinContext::BEFORE() {
  return getToken(CohortQueryParser::BEFORE, 0);
}

tree::TerminalNode* CohortQueryParser::WithinContext::AFTER() {
  return getToken(CohortQueryParser::AFTER, 0);
}

CohortQueryParser::WithinContext::WithinContext(ComparisonContext *ctx) { copyFrom(ctx); }


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

std::vector<CohortQueryParser::PointContext *> CohortQueryParser::BetweenContext::point() {
  return getRuleContexts<CohortQueryParser::PointContext>();
}

CohortQueryParser::PointContext* CohortQueryParser::BetweenContext::point(size_t i) {
  return getRuleContext<CohortQueryParser::PointContext>(i);
}

tree::TerminalNode* CohortQueryParser::BetweenContext::AND() {
  return getToken(CohortQueryParser::AND, 0);
}

CohortQueryParser::BetweenContext::BetweenContext(ComparisonContext *ctx) { copyFrom(ctx); }


//----------------- ApartContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::ApartContext::AT() {
  return getToken(CohortQueryParser::AT, 0);
}

tree::TerminalNode* CohortQueryParser::ApartContext::LEAST() {
  return getToken(CohortQueryParser::LEAST, 0);
}

CohortQueryParser::DurationContext* CohortQueryParser::ApartContext::duration() {
  return getRuleContext<CohortQueryParser::DurationContext>(0);
}

CohortQueryParser::PointContext* CohortQueryParser::ApartContext::point() {
  return getRuleContext<CohortQueryParser::PointContext>(0);
}

tree::TerminalNode* CohortQueryParser::ApartContext::BEFORE() {
  return getToken(CohortQueryParser::BEFORE, 0);
}

tree::TerminalNode* CohortQueryParser::ApartContext::AFTER() {
  return getToken(CohortQueryParser::AFTER, 0);
}

CohortQueryParser::ApartContext::ApartContext(ComparisonContext *ctx) { copyFrom(ctx); }


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
  enterRule(_localctx, 46, CohortQueryParser::RuleComparison);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(494);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 69, _ctx)) {
    case 1: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsRecordedContext>(_localctx));
      enterOuterAlt(_localctx, 1);
      setState(437);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(438);
      match(CohortQueryParser::RECORDED);
      break;
    }

    case 2: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsMissingContext>(_localctx));
      enterOuterAlt(_localctx, 2);
      setState(439);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(440);
      match(CohortQueryParser::MISSING);
      break;
    }

    case 3: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsMissingContext>(_localctx));
      enterOuterAlt(_localctx, 3);
      setState(441);
      match(CohortQueryParser::IS);
      setState(442);
      match(CohortQueryParser::NOT);
      setState(443);
      match(CohortQueryParser::RECORDED);
      break;
    }

    case 4: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsRecordedContext>(_localctx));
      enterOuterAlt(_localctx, 4);
      setState(444);
      match(CohortQueryParser::IS);
      setState(445);
      match(CohortQueryParser::NOT);
      setState(446);
      match(CohortQueryParser::MISSING);
      break;
    }

    case 5: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::InListContext>(_localctx));
      enterOuterAlt(_localctx, 5);
      setState(452);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case CohortQueryParser::IS: {
          setState(447);
          match(CohortQueryParser::IS);
          setState(449);
          _errHandler->sync(this);

          _la = _input->LA(1);
          if (_la == CohortQueryParser::NOT) {
            setState(448);
            match(CohortQueryParser::NOT);
          }
          break;
        }

        case CohortQueryParser::NOT: {
          setState(451);
          match(CohortQueryParser::NOT);
          break;
        }

        case CohortQueryParser::IN: {
          break;
        }

      default:
        break;
      }
      setState(454);
      match(CohortQueryParser::IN);
      setState(455);
      match(CohortQueryParser::T__2);
      setState(456);
      value();
      setState(461);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(457);
        match(CohortQueryParser::T__1);
        setState(458);
        value();
        setState(463);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(464);
      match(CohortQueryParser::T__3);
      break;
    }

    case 6: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsNotValueContext>(_localctx));
      enterOuterAlt(_localctx, 6);
      setState(466);
      match(CohortQueryParser::IS);
      setState(467);
      match(CohortQueryParser::NOT);
      setState(468);
      value();
      break;
    }

    case 7: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsNotValueContext>(_localctx));
      enterOuterAlt(_localctx, 7);
      setState(469);
      match(CohortQueryParser::NOT_EQUAL);
      setState(470);
      value();
      break;
    }

    case 8: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsValueContext>(_localctx));
      enterOuterAlt(_localctx, 8);
      setState(471);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(472);
      value();
      break;
    }

    case 9: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::OrderedContext>(_localctx));
      enterOuterAlt(_localctx, 9);
      setState(473);
      _la = _input->LA(1);
      if (!(((((_la - 6) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 6)) & ((1ULL << (CohortQueryParser::AFTER - 6))
        | (1ULL << (CohortQueryParser::BEFORE - 6))
        | (1ULL << (CohortQueryParser::LESS_EQUAL - 6))
        | (1ULL << (CohortQueryParser::LESS - 6))
        | (1ULL << (CohortQueryParser::GREATER_EQUAL - 6))
        | (1ULL << (CohortQueryParser::GREATER - 6)))) != 0))) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(474);
      point();
      break;
    }

    case 10: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::BetweenContext>(_localctx));
      enterOuterAlt(_localctx, 10);
      setState(475);
      match(CohortQueryParser::BETWEEN);
      setState(476);
      point();
      setState(477);
      match(CohortQueryParser::AND);
      setState(478);
      point();
      break;
    }

    case 11: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::WithinContext>(_localctx));
      enterOuterAlt(_localctx, 11);
      setState(480);
      match(CohortQueryParser::WITHIN);
      setState(481);
      duration();
      setState(482);
      _la = _input->LA(1);
      if (!((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << CohortQueryParser::AFTER)
        | (1ULL << CohortQueryParser::BEFORE)
        | (1ULL << CohortQueryParser::OF))) != 0))) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(483);
      point();
      break;
    }

    case 12: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::ApartContext>(_localctx));
      enterOuterAlt(_localctx, 12);
      setState(485);
      match(CohortQueryParser::AT);
      setState(486);
      match(CohortQueryParser::LEAST);
      setState(487);
      duration();
      setState(488);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::AFTER

      || _la == CohortQueryParser::BEFORE)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(489);
      point();
      break;
    }

    case 13: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::StartsWithContext>(_localctx));
      enterOuterAlt(_localctx, 13);
      setState(491);
      match(CohortQueryParser::STARTS);
      setState(492);
      match(CohortQueryParser::WITH);
      setState(493);
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
  enterRule(_localctx, 48, CohortQueryParser::RuleAsOf);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(496);
    match(CohortQueryParser::AS);
    setState(497);
    match(CohortQueryParser::OF);
    setState(498);
    value();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- PointContext ------------------------------------------------------------------

CohortQueryParser::PointContext::PointContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::ValueContext* CohortQueryParser::PointContext::value() {
  return getRuleContext<CohortQueryParser::ValueContext>(0);
}

std::vector<CohortQueryParser::WordContext *> CohortQueryParser::PointContext::word() {
  return getRuleContexts<CohortQueryParser::WordContext>();
}

CohortQueryParser::WordContext* CohortQueryParser::PointContext::word(size_t i) {
  return getRuleContext<CohortQueryParser::WordContext>(i);
}

CohortQueryParser::NameContext* CohortQueryParser::PointContext::name() {
  return getRuleContext<CohortQueryParser::NameContext>(0);
}

std::vector<tree::TerminalNode *> CohortQueryParser::PointContext::AT() {
  return getTokens(CohortQueryParser::AT);
}

tree::TerminalNode* CohortQueryParser::PointContext::AT(size_t i) {
  return getToken(CohortQueryParser::AT, i);
}

std::vector<tree::TerminalNode *> CohortQueryParser::PointContext::OF() {
  return getTokens(CohortQueryParser::OF);
}

tree::TerminalNode* CohortQueryParser::PointContext::OF(size_t i) {
  return getToken(CohortQueryParser::OF, i);
}


size_t CohortQueryParser::PointContext::getRuleIndex() const {
  return CohortQueryParser::RulePoint;
}


CohortQueryParser::PointContext* CohortQueryParser::point() {
  PointContext *_localctx = _tracker.createInstance<PointContext>(_ctx, getState());
  enterRule(_localctx, 50, CohortQueryParser::RulePoint);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(514);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 72, _ctx)) {
    case 1: {
      enterOuterAlt(_localctx, 1);
      setState(500);
      value();
      break;
    }

    case 2: {
      enterOuterAlt(_localctx, 2);
      setState(501);
      word();
      setState(502);
      match(CohortQueryParser::T__4);
      setState(503);
      name();
      break;
    }

    case 3: {
      enterOuterAlt(_localctx, 3);
      setState(505);
      word();
      setState(510); 
      _errHandler->sync(this);
      alt = 1;
      do {
        switch (alt) {
          case 1: {
                setState(507);
                _errHandler->sync(this);

                _la = _input->LA(1);
                if (_la == CohortQueryParser::AT

                || _la == CohortQueryParser::OF) {
                  setState(506);
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
                setState(509);
                word();
                break;
              }

        default:
          throw NoViableAltException(this);
        }
        setState(512); 
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 71, _ctx);
      } while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER);
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

//----------------- DurationContext ------------------------------------------------------------------

CohortQueryParser::DurationContext::DurationContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::AmountContext* CohortQueryParser::DurationContext::amount() {
  return getRuleContext<CohortQueryParser::AmountContext>(0);
}

tree::TerminalNode* CohortQueryParser::DurationContext::DURATION() {
  return getToken(CohortQueryParser::DURATION, 0);
}

tree::TerminalNode* CohortQueryParser::DurationContext::PARAMETER() {
  return getToken(CohortQueryParser::PARAMETER, 0);
}


size_t CohortQueryParser::DurationContext::getRuleIndex() const {
  return CohortQueryParser::RuleDuration;
}


CohortQueryParser::DurationContext* CohortQueryParser::duration() {
  DurationContext *_localctx = _tracker.createInstance<DurationContext>(_ctx, getState());
  enterRule(_localctx, 52, CohortQueryParser::RuleDuration);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(519);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::NUMBER: {
        enterOuterAlt(_localctx, 1);
        setState(516);
        amount();
        break;
      }

      case CohortQueryParser::DURATION: {
        enterOuterAlt(_localctx, 2);
        setState(517);
        match(CohortQueryParser::DURATION);
        break;
      }

      case CohortQueryParser::PARAMETER: {
        enterOuterAlt(_localctx, 3);
        setState(518);
        match(CohortQueryParser::PARAMETER);
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

CohortQueryParser::WordContext* CohortQueryParser::ValueContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}


size_t CohortQueryParser::ValueContext::getRuleIndex() const {
  return CohortQueryParser::RuleValue;
}


CohortQueryParser::ValueContext* CohortQueryParser::value() {
  ValueContext *_localctx = _tracker.createInstance<ValueContext>(_ctx, getState());
  enterRule(_localctx, 54, CohortQueryParser::RuleValue);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(526);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::NUMBER: {
        enterOuterAlt(_localctx, 1);
        setState(521);
        amount();
        break;
      }

      case CohortQueryParser::DURATION: {
        enterOuterAlt(_localctx, 2);
        setState(522);
        match(CohortQueryParser::DURATION);
        break;
      }

      case CohortQueryParser::DATE: {
        enterOuterAlt(_localctx, 3);
        setState(523);
        match(CohortQueryParser::DATE);
        break;
      }

      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 4);
        setState(524);
        term();
        break;
      }

      case CohortQueryParser::COMMERCIAL:
      case CohortQueryParser::COMPARE:
      case CohortQueryParser::DEFINE:
      case CohortQueryParser::DESCRIBE:
      case CohortQueryParser::DROP:
      case CohortQueryParser::FIRST:
      case CohortQueryParser::FUNNEL:
      case CohortQueryParser::GROUPS:
      case CohortQueryParser::IMPACT:
      case CohortQueryParser::LAST:
      case CohortQueryParser::LIKE:
      case CohortQueryParser::NO:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::WORD: {
        enterOuterAlt(_localctx, 5);
        setState(525);
        word();
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
  enterRule(_localctx, 56, CohortQueryParser::RuleAmount);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(532); 
    _errHandler->sync(this);
    alt = 1;
    do {
      switch (alt) {
        case 1: {
              setState(528);
              match(CohortQueryParser::NUMBER);
              setState(530);
              _errHandler->sync(this);

              switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 75, _ctx)) {
              case 1: {
                setState(529);
                unit();
                break;
              }

              }
              break;
            }

      default:
        throw NoViableAltException(this);
      }
      setState(534); 
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 76, _ctx);
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
  enterRule(_localctx, 58, CohortQueryParser::RuleUnit);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(536);
    _la = _input->LA(1);
    if (!(((((_la - 71) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 71)) & ((1ULL << (CohortQueryParser::WORD - 71))
      | (1ULL << (CohortQueryParser::UNIT - 71))
      | (1ULL << (CohortQueryParser::STRING - 71)))) != 0))) {
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

std::vector<CohortQueryParser::WordContext *> CohortQueryParser::NameContext::word() {
  return getRuleContexts<CohortQueryParser::WordContext>();
}

CohortQueryParser::WordContext* CohortQueryParser::NameContext::word(size_t i) {
  return getRuleContext<CohortQueryParser::WordContext>(i);
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
  enterRule(_localctx, 60, CohortQueryParser::RuleName);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(538);
    word();
    setState(545);
    _errHandler->sync(this);
    alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 78, _ctx);
    while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
      if (alt == 1) {
        setState(540);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::AT

        || _la == CohortQueryParser::OF) {
          setState(539);
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
        setState(542);
        word(); 
      }
      setState(547);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 78, _ctx);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- WordContext ------------------------------------------------------------------

CohortQueryParser::WordContext::WordContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::WordContext::WORD() {
  return getToken(CohortQueryParser::WORD, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::COMMERCIAL() {
  return getToken(CohortQueryParser::COMMERCIAL, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::COMPARE() {
  return getToken(CohortQueryParser::COMPARE, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::DEFINE() {
  return getToken(CohortQueryParser::DEFINE, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::DESCRIBE() {
  return getToken(CohortQueryParser::DESCRIBE, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::DROP() {
  return getToken(CohortQueryParser::DROP, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::FIRST() {
  return getToken(CohortQueryParser::FIRST, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::FUNNEL() {
  return getToken(CohortQueryParser::FUNNEL, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::GROUPS() {
  return getToken(CohortQueryParser::GROUPS, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::IMPACT() {
  return getToken(CohortQueryParser::IMPACT, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::LAST() {
  return getToken(CohortQueryParser::LAST, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::LIKE() {
  return getToken(CohortQueryParser::LIKE, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::NO() {
  return getToken(CohortQueryParser::NO, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::NON_COMMERCIAL() {
  return getToken(CohortQueryParser::NON_COMMERCIAL, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::SHOW() {
  return getToken(CohortQueryParser::SHOW, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::TERMS() {
  return getToken(CohortQueryParser::TERMS, 0);
}


size_t CohortQueryParser::WordContext::getRuleIndex() const {
  return CohortQueryParser::RuleWord;
}


CohortQueryParser::WordContext* CohortQueryParser::word() {
  WordContext *_localctx = _tracker.createInstance<WordContext>(_ctx, getState());
  enterRule(_localctx, 62, CohortQueryParser::RuleWord);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(548);
    _la = _input->LA(1);
    if (!(((((_la - 16) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 16)) & ((1ULL << (CohortQueryParser::COMMERCIAL - 16))
      | (1ULL << (CohortQueryParser::COMPARE - 16))
      | (1ULL << (CohortQueryParser::DEFINE - 16))
      | (1ULL << (CohortQueryParser::DESCRIBE - 16))
      | (1ULL << (CohortQueryParser::DROP - 16))
      | (1ULL << (CohortQueryParser::FIRST - 16))
      | (1ULL << (CohortQueryParser::FUNNEL - 16))
      | (1ULL << (CohortQueryParser::GROUPS - 16))
      | (1ULL << (CohortQueryParser::IMPACT - 16))
      | (1ULL << (CohortQueryParser::LAST - 16))
      | (1ULL << (CohortQueryParser::LIKE - 16))
      | (1ULL << (CohortQueryParser::NO - 16))
      | (1ULL << (CohortQueryParser::NON_COMMERCIAL - 16))
      | (1ULL << (CohortQueryParser::SHOW - 16))
      | (1ULL << (CohortQueryParser::TERMS - 16))
      | (1ULL << (CohortQueryParser::WORD - 16)))) != 0))) {
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

bool CohortQueryParser::sempred(RuleContext *context, size_t ruleIndex, size_t predicateIndex) {
  switch (ruleIndex) {
    case 12: return expressionSempred(dynamic_cast<ExpressionContext *>(context), predicateIndex);

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
  "script", "statement", "query", "counted", "cohort", "compared", "where", 
  "by", "having", "bound", "dimension", "group", "expression", "predicate", 
  "alias", "onDates", "purpose", "condition", "quantity", "polarity", "certainty", 
  "terms", "term", "comparison", "asOf", "point", "duration", "value", "amount", 
  "unit", "name", "word"
};

std::vector<std::string> CohortQueryParser::_literalNames = {
  "", "';'", "','", "'('", "')'", "'.'", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "", "", "", "", "", "'='", "", "", "'<'", "", "'>'"
};

std::vector<std::string> CohortQueryParser::_symbolicNames = {
  "", "", "", "", "", "", "AFTER", "ANALYSE", "AND", "AS", "AT", "BANDS", 
  "BEFORE", "BETWEEN", "BY", "CERTAINLY", "COMMERCIAL", "COMPARE", "COUNT", 
  "DEFINE", "DESCRIBE", "DISTINCT", "DROP", "EXACTLY", "EXCLUDED", "EXPLAIN", 
  "FIRST", "FOR", "FUNNEL", "GROUPS", "HAS", "HAVING", "IMPACT", "IN", "IS", 
  "LAST", "LEAST", "LIKE", "LIMIT", "LIST", "MISSING", "MOST", "NO", "NON_COMMERCIAL", 
  "NOT", "OBSERVED", "OF", "ON", "OR", "OVERLAPS", "POSSIBLY", "RECORDED", 
  "SHOW", "STARTS", "TERMS", "TOP", "USABLE", "WHERE", "WITH", "WITHIN", 
  "EQUAL", "NOT_EQUAL", "LESS_EQUAL", "LESS", "GREATER_EQUAL", "GREATER", 
  "PARAMETER", "DATE", "NUMBER", "DURATION", "CODE", "WORD", "UNIT", "STRING", 
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
    0x3, 0x4e, 0x229, 0x4, 0x2, 0x9, 0x2, 0x4, 0x3, 0x9, 0x3, 0x4, 0x4, 
    0x9, 0x4, 0x4, 0x5, 0x9, 0x5, 0x4, 0x6, 0x9, 0x6, 0x4, 0x7, 0x9, 0x7, 
    0x4, 0x8, 0x9, 0x8, 0x4, 0x9, 0x9, 0x9, 0x4, 0xa, 0x9, 0xa, 0x4, 0xb, 
    0x9, 0xb, 0x4, 0xc, 0x9, 0xc, 0x4, 0xd, 0x9, 0xd, 0x4, 0xe, 0x9, 0xe, 
    0x4, 0xf, 0x9, 0xf, 0x4, 0x10, 0x9, 0x10, 0x4, 0x11, 0x9, 0x11, 0x4, 
    0x12, 0x9, 0x12, 0x4, 0x13, 0x9, 0x13, 0x4, 0x14, 0x9, 0x14, 0x4, 0x15, 
    0x9, 0x15, 0x4, 0x16, 0x9, 0x16, 0x4, 0x17, 0x9, 0x17, 0x4, 0x18, 0x9, 
    0x18, 0x4, 0x19, 0x9, 0x19, 0x4, 0x1a, 0x9, 0x1a, 0x4, 0x1b, 0x9, 0x1b, 
    0x4, 0x1c, 0x9, 0x1c, 0x4, 0x1d, 0x9, 0x1d, 0x4, 0x1e, 0x9, 0x1e, 0x4, 
    0x1f, 0x9, 0x1f, 0x4, 0x20, 0x9, 0x20, 0x4, 0x21, 0x9, 0x21, 0x3, 0x2, 
    0x5, 0x2, 0x44, 0xa, 0x2, 0x3, 0x2, 0x3, 0x2, 0x5, 0x2, 0x48, 0xa, 0x2, 
    0x7, 0x2, 0x4a, 0xa, 0x2, 0xc, 0x2, 0xe, 0x2, 0x4d, 0xb, 0x2, 0x3, 0x2, 
    0x3, 0x2, 0x3, 0x3, 0x3, 0x3, 0x5, 0x3, 0x53, 0xa, 0x3, 0x5, 0x3, 0x55, 
    0xa, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x7, 0x4, 0x5d, 0xa, 0x4, 0xc, 0x4, 0xe, 0x4, 0x60, 0xb, 0x4, 0x3, 0x4, 
    0x3, 0x4, 0x5, 0x4, 0x64, 0xa, 0x4, 0x3, 0x4, 0x5, 0x4, 0x67, 0xa, 0x4, 
    0x3, 0x4, 0x5, 0x4, 0x6a, 0xa, 0x4, 0x3, 0x4, 0x5, 0x4, 0x6d, 0xa, 0x4, 
    0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0x72, 0xa, 0x4, 0x3, 0x4, 0x3, 
    0x4, 0x5, 0x4, 0x76, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x7, 0x4, 0x7c, 0xa, 0x4, 0xc, 0x4, 0xe, 0x4, 0x7f, 0xb, 0x4, 0x3, 0x4, 
    0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x6, 0x4, 0x87, 0xa, 
    0x4, 0xd, 0x4, 0xe, 0x4, 0x88, 0x3, 0x4, 0x5, 0x4, 0x8c, 0xa, 0x4, 0x3, 
    0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0x94, 
    0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0x9f, 0xa, 0x4, 0x3, 0x4, 0x3, 
    0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0xa6, 0xa, 0x4, 0x5, 0x4, 
    0xa8, 0xa, 0x4, 0x3, 0x5, 0x5, 0x5, 0xab, 0xa, 0x5, 0x3, 0x5, 0x5, 0x5, 
    0xae, 0xa, 0x5, 0x3, 0x5, 0x3, 0x5, 0x3, 0x6, 0x3, 0x6, 0x5, 0x6, 0xb4, 
    0xa, 0x6, 0x3, 0x7, 0x3, 0x7, 0x3, 0x7, 0x3, 0x7, 0x5, 0x7, 0xba, 0xa, 
    0x7, 0x5, 0x7, 0xbc, 0xa, 0x7, 0x3, 0x8, 0x3, 0x8, 0x3, 0x8, 0x3, 0x9, 
    0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x7, 0x9, 0xc5, 0xa, 0x9, 0xc, 0x9, 0xe, 
    0x9, 0xc8, 0xb, 0x9, 0x3, 0xa, 0x3, 0xa, 0x3, 0xa, 0x3, 0xa, 0x7, 0xa, 
    0xce, 0xa, 0xa, 0xc, 0xa, 0xe, 0xa, 0xd1, 0xb, 0xa, 0x3, 0xb, 0x3, 0xb, 
    0x3, 0xb, 0x3, 0xb, 0x3, 0xc, 0x3, 0xc, 0x5, 0xc, 0xd9, 0xa, 0xc, 0x3, 
    0xc, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x3, 
    0xc, 0x3, 0xc, 0x3, 0xc, 0x7, 0xc, 0xe5, 0xa, 0xc, 0xc, 0xc, 0xe, 0xc, 
    0xe8, 0xb, 0xc, 0x3, 0xc, 0x3, 0xc, 0x5, 0xc, 0xec, 0xa, 0xc, 0x3, 0xc, 
    0x3, 0xc, 0x5, 0xc, 0xf0, 0xa, 0xc, 0x3, 0xd, 0x3, 0xd, 0x5, 0xd, 0xf4, 
    0xa, 0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 0xd, 
    0x7, 0xd, 0xfc, 0xa, 0xd, 0xc, 0xd, 0xe, 0xd, 0xff, 0xb, 0xd, 0x3, 0xd, 
    0x3, 0xd, 0x5, 0xd, 0x103, 0xa, 0xd, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 
    0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 
    0xe, 0x3, 0xe, 0x3, 0xe, 0x7, 0xe, 0x112, 0xa, 0xe, 0xc, 0xe, 0xe, 0xe, 
    0x115, 0xb, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x5, 
    0xe, 0x11c, 0xa, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 
    0x3, 0xe, 0x7, 0xe, 0x124, 0xa, 0xe, 0xc, 0xe, 0xe, 0xe, 0x127, 0xb, 
    0xe, 0x3, 0xf, 0x3, 0xf, 0x5, 0xf, 0x12b, 0xa, 0xf, 0x3, 0xf, 0x5, 0xf, 
    0x12e, 0xa, 0xf, 0x3, 0xf, 0x5, 0xf, 0x131, 0xa, 0xf, 0x3, 0xf, 0x3, 
    0xf, 0x5, 0xf, 0x135, 0xa, 0xf, 0x3, 0xf, 0x5, 0xf, 0x138, 0xa, 0xf, 
    0x3, 0xf, 0x3, 0xf, 0x5, 0xf, 0x13c, 0xa, 0xf, 0x3, 0xf, 0x5, 0xf, 0x13f, 
    0xa, 0xf, 0x3, 0xf, 0x5, 0xf, 0x142, 0xa, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 
    0xf, 0x3, 0xf, 0x5, 0xf, 0x148, 0xa, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 
    0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x5, 0xf, 0x151, 0xa, 0xf, 0x3, 
    0xf, 0x3, 0xf, 0x5, 0xf, 0x155, 0xa, 0xf, 0x3, 0xf, 0x5, 0xf, 0x158, 
    0xa, 0xf, 0x3, 0xf, 0x5, 0xf, 0x15b, 0xa, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 
    0xf, 0x5, 0xf, 0x160, 0xa, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x5, 0xf, 
    0x165, 0xa, 0xf, 0x3, 0xf, 0x3, 0xf, 0x5, 0xf, 0x169, 0xa, 0xf, 0x3, 
    0xf, 0x3, 0xf, 0x5, 0xf, 0x16d, 0xa, 0xf, 0x3, 0x10, 0x3, 0x10, 0x3, 
    0x10, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x5, 0x11, 0x175, 0xa, 0x11, 
    0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x12, 0x3, 0x12, 0x6, 
    0x12, 0x17d, 0xa, 0x12, 0xd, 0x12, 0xe, 0x12, 0x17e, 0x5, 0x12, 0x181, 
    0xa, 0x12, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 
    0x13, 0x3, 0x13, 0x5, 0x13, 0x18a, 0xa, 0x13, 0x3, 0x14, 0x3, 0x14, 
    0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x5, 0x14, 0x191, 0xa, 0x14, 0x3, 0x14, 
    0x3, 0x14, 0x5, 0x14, 0x195, 0xa, 0x14, 0x3, 0x14, 0x5, 0x14, 0x198, 
    0xa, 0x14, 0x3, 0x15, 0x3, 0x15, 0x3, 0x16, 0x3, 0x16, 0x3, 0x17, 0x3, 
    0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x7, 0x17, 0x1a4, 
    0xa, 0x17, 0xc, 0x17, 0xe, 0x17, 0x1a7, 0xb, 0x17, 0x3, 0x17, 0x3, 0x17, 
    0x5, 0x17, 0x1ab, 0xa, 0x17, 0x3, 0x18, 0x5, 0x18, 0x1ae, 0xa, 0x18, 
    0x3, 0x18, 0x3, 0x18, 0x5, 0x18, 0x1b2, 0xa, 0x18, 0x3, 0x18, 0x3, 0x18, 
    0x5, 0x18, 0x1b6, 0xa, 0x18, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 
    0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 
    0x19, 0x3, 0x19, 0x5, 0x19, 0x1c4, 0xa, 0x19, 0x3, 0x19, 0x5, 0x19, 
    0x1c7, 0xa, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 
    0x7, 0x19, 0x1ce, 0xa, 0x19, 0xc, 0x19, 0xe, 0x19, 0x1d1, 0xb, 0x19, 
    0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 
    0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 
    0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 
    0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 
    0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x5, 0x19, 0x1f1, 0xa, 0x19, 
    0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1b, 0x3, 0x1b, 0x3, 
    0x1b, 0x3, 0x1b, 0x3, 0x1b, 0x3, 0x1b, 0x3, 0x1b, 0x5, 0x1b, 0x1fe, 
    0xa, 0x1b, 0x3, 0x1b, 0x6, 0x1b, 0x201, 0xa, 0x1b, 0xd, 0x1b, 0xe, 0x1b, 
    0x202, 0x5, 0x1b, 0x205, 0xa, 0x1b, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 
    0x5, 0x1c, 0x20a, 0xa, 0x1c, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 
    0x3, 0x1d, 0x5, 0x1d, 0x211, 0xa, 0x1d, 0x3, 0x1e, 0x3, 0x1e, 0x5, 0x1e, 
    0x215, 0xa, 0x1e, 0x6, 0x1e, 0x217, 0xa, 0x1e, 0xd, 0x1e, 0xe, 0x1e, 
    0x218, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x20, 0x3, 0x20, 0x5, 0x20, 0x21f, 
    0xa, 0x20, 0x3, 0x20, 0x7, 0x20, 0x222, 0xa, 0x20, 0xc, 0x20, 0xe, 0x20, 
    0x225, 0xb, 0x20, 0x3, 0x21, 0x3, 0x21, 0x3, 0x21, 0x2, 0x3, 0x1a, 0x22, 
    0x2, 0x4, 0x6, 0x8, 0xa, 0xc, 0xe, 0x10, 0x12, 0x14, 0x16, 0x18, 0x1a, 
    0x1c, 0x1e, 0x20, 0x22, 0x24, 0x26, 0x28, 0x2a, 0x2c, 0x2e, 0x30, 0x32, 
    0x34, 0x36, 0x38, 0x3a, 0x3c, 0x3e, 0x40, 0x2, 0xf, 0x4, 0x2, 0x1e, 
    0x1e, 0x22, 0x22, 0x3, 0x2, 0x3e, 0x43, 0x4, 0x2, 0x1c, 0x1c, 0x25, 
    0x25, 0x4, 0x2, 0x12, 0x12, 0x2d, 0x2d, 0x4, 0x2, 0x1a, 0x1a, 0x2f, 
    0x2f, 0x4, 0x2, 0x11, 0x11, 0x34, 0x34, 0x4, 0x2, 0x24, 0x24, 0x3e, 
    0x3e, 0x5, 0x2, 0x8, 0x8, 0xe, 0xe, 0x40, 0x43, 0x5, 0x2, 0x8, 0x8, 
    0xe, 0xe, 0x30, 0x30, 0x4, 0x2, 0x8, 0x8, 0xe, 0xe, 0x4, 0x2, 0xc, 0xc, 
    0x30, 0x30, 0x3, 0x2, 0x49, 0x4b, 0xe, 0x2, 0x12, 0x13, 0x15, 0x16, 
    0x18, 0x18, 0x1c, 0x1c, 0x1e, 0x1f, 0x22, 0x22, 0x25, 0x25, 0x27, 0x27, 
    0x2c, 0x2d, 0x36, 0x36, 0x38, 0x38, 0x49, 0x49, 0x2, 0x27a, 0x2, 0x43, 
    0x3, 0x2, 0x2, 0x2, 0x4, 0x54, 0x3, 0x2, 0x2, 0x2, 0x6, 0xa7, 0x3, 0x2, 
    0x2, 0x2, 0x8, 0xaa, 0x3, 0x2, 0x2, 0x2, 0xa, 0xb3, 0x3, 0x2, 0x2, 0x2, 
    0xc, 0xb5, 0x3, 0x2, 0x2, 0x2, 0xe, 0xbd, 0x3, 0x2, 0x2, 0x2, 0x10, 
    0xc0, 0x3, 0x2, 0x2, 0x2, 0x12, 0xc9, 0x3, 0x2, 0x2, 0x2, 0x14, 0xd2, 
    0x3, 0x2, 0x2, 0x2, 0x16, 0xd6, 0x3, 0x2, 0x2, 0x2, 0x18, 0xf3, 0x3, 
    0x2, 0x2, 0x2, 0x1a, 0x11b, 0x3, 0x2, 0x2, 0x2, 0x1c, 0x16c, 0x3, 0x2, 
    0x2, 0x2, 0x1e, 0x16e, 0x3, 0x2, 0x2, 0x2, 0x20, 0x171, 0x3, 0x2, 0x2, 
    0x2, 0x22, 0x180, 0x3, 0x2, 0x2, 0x2, 0x24, 0x189, 0x3, 0x2, 0x2, 0x2, 
    0x26, 0x197, 0x3, 0x2, 0x2, 0x2, 0x28, 0x199, 0x3, 0x2, 0x2, 0x2, 0x2a, 
    0x19b, 0x3, 0x2, 0x2, 0x2, 0x2c, 0x1aa, 0x3, 0x2, 0x2, 0x2, 0x2e, 0x1ad, 
    0x3, 0x2, 0x2, 0x2, 0x30, 0x1f0, 0x3, 0x2, 0x2, 0x2, 0x32, 0x1f2, 0x3, 
    0x2, 0x2, 0x2, 0x34, 0x204, 0x3, 0x2, 0x2, 0x2, 0x36, 0x209, 0x3, 0x2, 
    0x2, 0x2, 0x38, 0x210, 0x3, 0x2, 0x2, 0x2, 0x3a, 0x216, 0x3, 0x2, 0x2, 
    0x2, 0x3c, 0x21a, 0x3, 0x2, 0x2, 0x2, 0x3e, 0x21c, 0x3, 0x2, 0x2, 0x2, 
    0x40, 0x226, 0x3, 0x2, 0x2, 0x2, 0x42, 0x44, 0x5, 0x4, 0x3, 0x2, 0x43, 
    0x42, 0x3, 0x2, 0x2, 0x2, 0x43, 0x44, 0x3, 0x2, 0x2, 0x2, 0x44, 0x4b, 
    0x3, 0x2, 0x2, 0x2, 0x45, 0x47, 0x7, 0x3, 0x2, 0x2, 0x46, 0x48, 0x5, 
    0x4, 0x3, 0x2, 0x47, 0x46, 0x3, 0x2, 0x2, 0x2, 0x47, 0x48, 0x3, 0x2, 
    0x2, 0x2, 0x48, 0x4a, 0x3, 0x2, 0x2, 0x2, 0x49, 0x45, 0x3, 0x2, 0x2, 
    0x2, 0x4a, 0x4d, 0x3, 0x2, 0x2, 0x2, 0x4b, 0x49, 0x3, 0x2, 0x2, 0x2, 
    0x4b, 0x4c, 0x3, 0x2, 0x2, 0x2, 0x4c, 0x4e, 0x3, 0x2, 0x2, 0x2, 0x4d, 
    0x4b, 0x3, 0x2, 0x2, 0x2, 0x4e, 0x4f, 0x7, 0x2, 0x2, 0x3, 0x4f, 0x3, 
    0x3, 0x2, 0x2, 0x2, 0x50, 0x52, 0x7, 0x1b, 0x2, 0x2, 0x51, 0x53, 0x7, 
    0x9, 0x2, 0x2, 0x52, 0x51, 0x3, 0x2, 0x2, 0x2, 0x52, 0x53, 0x3, 0x2, 
    0x2, 0x2, 0x53, 0x55, 0x3, 0x2, 0x2, 0x2, 0x54, 0x50, 0x3, 0x2, 0x2, 
    0x2, 0x54, 0x55, 0x3, 0x2, 0x2, 0x2, 0x55, 0x56, 0x3, 0x2, 0x2, 0x2, 
    0x56, 0x57, 0x5, 0x6, 0x4, 0x2, 0x57, 0x5, 0x3, 0x2, 0x2, 0x2, 0x58, 
    0x59, 0x7, 0x14, 0x2, 0x2, 0x59, 0x5e, 0x5, 0x8, 0x5, 0x2, 0x5a, 0x5b, 
    0x7, 0x4, 0x2, 0x2, 0x5b, 0x5d, 0x5, 0x8, 0x5, 0x2, 0x5c, 0x5a, 0x3, 
    0x2, 0x2, 0x2, 0x5d, 0x60, 0x3, 0x2, 0x2, 0x2, 0x5e, 0x5c, 0x3, 0x2, 
    0x2, 0x2, 0x5e, 0x5f, 0x3, 0x2, 0x2, 0x2, 0x5f, 0x63, 0x3, 0x2, 0x2, 
    0x2, 0x60, 0x5e, 0x3, 0x2, 0x2, 0x2, 0x61, 0x62, 0x7, 0x3c, 0x2, 0x2, 
    0x62, 0x64, 0x5, 0x40, 0x21, 0x2, 0x63, 0x61, 0x3, 0x2, 0x2, 0x2, 0x63, 
    0x64, 0x3, 0x2, 0x2, 0x2, 0x64, 0x66, 0x3, 0x2, 0x2, 0x2, 0x65, 0x67, 
    0x5, 0xe, 0x8, 0x2, 0x66, 0x65, 0x3, 0x2, 0x2, 0x2, 0x66, 0x67, 0x3, 
    0x2, 0x2, 0x2, 0x67, 0x69, 0x3, 0x2, 0x2, 0x2, 0x68, 0x6a, 0x5, 0x10, 
    0x9, 0x2, 0x69, 0x68, 0x3, 0x2, 0x2, 0x2, 0x69, 0x6a, 0x3, 0x2, 0x2, 
    0x2, 0x6a, 0x6c, 0x3, 0x2, 0x2, 0x2, 0x6b, 0x6d, 0x5, 0x12, 0xa, 0x2, 
    0x6c, 0x6b, 0x3, 0x2, 0x2, 0x2, 0x6c, 0x6d, 0x3, 0x2, 0x2, 0x2, 0x6d, 
    0xa8, 0x3, 0x2, 0x2, 0x2, 0x6e, 0x6f, 0x7, 0x29, 0x2, 0x2, 0x6f, 0x71, 
    0x5, 0x8, 0x5, 0x2, 0x70, 0x72, 0x5, 0xe, 0x8, 0x2, 0x71, 0x70, 0x3, 
    0x2, 0x2, 0x2, 0x71, 0x72, 0x3, 0x2, 0x2, 0x2, 0x72, 0x75, 0x3, 0x2, 
    0x2, 0x2, 0x73, 0x74, 0x7, 0x28, 0x2, 0x2, 0x74, 0x76, 0x7, 0x46, 0x2, 
    0x2, 0x75, 0x73, 0x3, 0x2, 0x2, 0x2, 0x75, 0x76, 0x3, 0x2, 0x2, 0x2, 
    0x76, 0xa8, 0x3, 0x2, 0x2, 0x2, 0x77, 0x78, 0x9, 0x2, 0x2, 0x2, 0x78, 
    0x7d, 0x5, 0x8, 0x5, 0x2, 0x79, 0x7a, 0x7, 0x4, 0x2, 0x2, 0x7a, 0x7c, 
    0x5, 0x8, 0x5, 0x2, 0x7b, 0x79, 0x3, 0x2, 0x2, 0x2, 0x7c, 0x7f, 0x3, 
    0x2, 0x2, 0x2, 0x7d, 0x7b, 0x3, 0x2, 0x2, 0x2, 0x7d, 0x7e, 0x3, 0x2, 
    0x2, 0x2, 0x7e, 0x80, 0x3, 0x2, 0x2, 0x2, 0x7f, 0x7d, 0x3, 0x2, 0x2, 
    0x2, 0x80, 0x81, 0x5, 0xe, 0x8, 0x2, 0x81, 0xa8, 0x3, 0x2, 0x2, 0x2, 
    0x82, 0x83, 0x7, 0x13, 0x2, 0x2, 0x83, 0x86, 0x5, 0xc, 0x7, 0x2, 0x84, 
    0x85, 0x7, 0x4, 0x2, 0x2, 0x85, 0x87, 0x5, 0xc, 0x7, 0x2, 0x86, 0x84, 
    0x3, 0x2, 0x2, 0x2, 0x87, 0x88, 0x3, 0x2, 0x2, 0x2, 0x88, 0x86, 0x3, 
    0x2, 0x2, 0x2, 0x88, 0x89, 0x3, 0x2, 0x2, 0x2, 0x89, 0x8b, 0x3, 0x2, 
    0x2, 0x2, 0x8a, 0x8c, 0x5, 0x10, 0x9, 0x2, 0x8b, 0x8a, 0x3, 0x2, 0x2, 
    0x2, 0x8b, 0x8c, 0x3, 0x2, 0x2, 0x2, 0x8c, 0xa8, 0x3, 0x2, 0x2, 0x2, 
    0x8d, 0x8e, 0x7, 0x15, 0x2, 0x2, 0x8e, 0x8f, 0x5, 0x40, 0x21, 0x2, 0x8f, 
    0x90, 0x5, 0xa, 0x6, 0x2, 0x90, 0x91, 0x7, 0xb, 0x2, 0x2, 0x91, 0x93, 
    0x5, 0x8, 0x5, 0x2, 0x92, 0x94, 0x5, 0xe, 0x8, 0x2, 0x93, 0x92, 0x3, 
    0x2, 0x2, 0x2, 0x93, 0x94, 0x3, 0x2, 0x2, 0x2, 0x94, 0xa8, 0x3, 0x2, 
    0x2, 0x2, 0x95, 0x96, 0x7, 0x18, 0x2, 0x2, 0x96, 0x97, 0x5, 0x40, 0x21, 
    0x2, 0x97, 0x98, 0x5, 0xa, 0x6, 0x2, 0x98, 0xa8, 0x3, 0x2, 0x2, 0x2, 
    0x99, 0x9a, 0x7, 0x16, 0x2, 0x2, 0x9a, 0xa8, 0x5, 0x3e, 0x20, 0x2, 0x9b, 
    0x9c, 0x7, 0x36, 0x2, 0x2, 0x9c, 0x9e, 0x5, 0x3e, 0x20, 0x2, 0x9d, 0x9f, 
    0x7, 0x4b, 0x2, 0x2, 0x9e, 0x9d, 0x3, 0x2, 0x2, 0x2, 0x9e, 0x9f, 0x3, 
    0x2, 0x2, 0x2, 0x9f, 0xa8, 0x3, 0x2, 0x2, 0x2, 0xa0, 0xa1, 0x7, 0x38, 
    0x2, 0x2, 0xa1, 0xa2, 0x7, 0x27, 0x2, 0x2, 0xa2, 0xa5, 0x7, 0x4b, 0x2, 
    0x2, 0xa3, 0xa4, 0x7, 0x28, 0x2, 0x2, 0xa4, 0xa6, 0x7, 0x46, 0x2, 0x2, 
    0xa5, 0xa3, 0x3, 0x2, 0x2, 0x2, 0xa5, 0xa6, 0x3, 0x2, 0x2, 0x2, 0xa6, 
    0xa8, 0x3, 0x2, 0x2, 0x2, 0xa7, 0x58, 0x3, 0x2, 0x2, 0x2, 0xa7, 0x6e, 
    0x3, 0x2, 0x2, 0x2, 0xa7, 0x77, 0x3, 0x2, 0x2, 0x2, 0xa7, 0x82, 0x3, 
    0x2, 0x2, 0x2, 0xa7, 0x8d, 0x3, 0x2, 0x2, 0x2, 0xa7, 0x95, 0x3, 0x2, 
    0x2, 0x2, 0xa7, 0x99, 0x3, 0x2, 0x2, 0x2, 0xa7, 0x9b, 0x3, 0x2, 0x2, 
    0x2, 0xa7, 0xa0, 0x3, 0x2, 0x2, 0x2, 0xa8, 0x7, 0x3, 0x2, 0x2, 0x2, 
    0xa9, 0xab, 0x5, 0x28, 0x15, 0x2, 0xaa, 0xa9, 0x3, 0x2, 0x2, 0x2, 0xaa, 
    0xab, 0x3, 0x2, 0x2, 0x2, 0xab, 0xad, 0x3, 0x2, 0x2, 0x2, 0xac, 0xae, 
    0x7, 0x17, 0x2, 0x2, 0xad, 0xac, 0x3, 0x2, 0x2, 0x2, 0xad, 0xae, 0x3, 
    0x2, 0x2, 0x2, 0xae, 0xaf, 0x3, 0x2, 0x2, 0x2, 0xaf, 0xb0, 0x5, 0x3e, 
    0x20, 0x2, 0xb0, 0x9, 0x3, 0x2, 0x2, 0x2, 0xb1, 0xb4, 0x5, 0x40, 0x21, 
    0x2, 0xb2, 0xb4, 0x7, 0x4b, 0x2, 0x2, 0xb3, 0xb1, 0x3, 0x2, 0x2, 0x2, 
    0xb3, 0xb2, 0x3, 0x2, 0x2, 0x2, 0xb4, 0xb, 0x3, 0x2, 0x2, 0x2, 0xb5, 
    0xbb, 0x5, 0xa, 0x6, 0x2, 0xb6, 0xb7, 0x7, 0xb, 0x2, 0x2, 0xb7, 0xb9, 
    0x5, 0x8, 0x5, 0x2, 0xb8, 0xba, 0x5, 0xe, 0x8, 0x2, 0xb9, 0xb8, 0x3, 
    0x2, 0x2, 0x2, 0xb9, 0xba, 0x3, 0x2, 0x2, 0x2, 0xba, 0xbc, 0x3, 0x2, 
    0x2, 0x2, 0xbb, 0xb6, 0x3, 0x2, 0x2, 0x2, 0xbb, 0xbc, 0x3, 0x2, 0x2, 
    0x2, 0xbc, 0xd, 0x3, 0x2, 0x2, 0x2, 0xbd, 0xbe, 0x7, 0x3b, 0x2, 0x2, 
    0xbe, 0xbf, 0x5, 0x1a, 0xe, 0x2, 0xbf, 0xf, 0x3, 0x2, 0x2, 0x2, 0xc0, 
    0xc1, 0x7, 0x10, 0x2, 0x2, 0xc1, 0xc6, 0x5, 0x16, 0xc, 0x2, 0xc2, 0xc3, 
    0x7, 0x4, 0x2, 0x2, 0xc3, 0xc5, 0x5, 0x16, 0xc, 0x2, 0xc4, 0xc2, 0x3, 
    0x2, 0x2, 0x2, 0xc5, 0xc8, 0x3, 0x2, 0x2, 0x2, 0xc6, 0xc4, 0x3, 0x2, 
    0x2, 0x2, 0xc6, 0xc7, 0x3, 0x2, 0x2, 0x2, 0xc7, 0x11, 0x3, 0x2, 0x2, 
    0x2, 0xc8, 0xc6, 0x3, 0x2, 0x2, 0x2, 0xc9, 0xca, 0x7, 0x21, 0x2, 0x2, 
    0xca, 0xcf, 0x5, 0x14, 0xb, 0x2, 0xcb, 0xcc, 0x7, 0xa, 0x2, 0x2, 0xcc, 
    0xce, 0x5, 0x14, 0xb, 0x2, 0xcd, 0xcb, 0x3, 0x2, 0x2, 0x2, 0xce, 0xd1, 
    0x3, 0x2, 0x2, 0x2, 0xcf, 0xcd, 0x3, 0x2, 0x2, 0x2, 0xcf, 0xd0, 0x3, 
    0x2, 0x2, 0x2, 0xd0, 0x13, 0x3, 0x2, 0x2, 0x2, 0xd1, 0xcf, 0x3, 0x2, 
    0x2, 0x2, 0xd2, 0xd3, 0x5, 0x3e, 0x20, 0x2, 0xd3, 0xd4, 0x9, 0x3, 0x2, 
    0x2, 0xd4, 0xd5, 0x7, 0x46, 0x2, 0x2, 0xd5, 0x15, 0x3, 0x2, 0x2, 0x2, 
    0xd6, 0xd8, 0x5, 0x3e, 0x20, 0x2, 0xd7, 0xd9, 0x5, 0x32, 0x1a, 0x2, 
    0xd8, 0xd7, 0x3, 0x2, 0x2, 0x2, 0xd8, 0xd9, 0x3, 0x2, 0x2, 0x2, 0xd9, 
    0xeb, 0x3, 0x2, 0x2, 0x2, 0xda, 0xdb, 0x7, 0x23, 0x2, 0x2, 0xdb, 0xdc, 
    0x7, 0xd, 0x2, 0x2, 0xdc, 0xdd, 0x7, 0x30, 0x2, 0x2, 0xdd, 0xec, 0x5, 
    0x3a, 0x1e, 0x2, 0xde, 0xdf, 0x7, 0x23, 0x2, 0x2, 0xdf, 0xe0, 0x7, 0x1f, 
    0x2, 0x2, 0xe0, 0xe1, 0x7, 0x5, 0x2, 0x2, 0xe1, 0xe6, 0x5, 0x18, 0xd, 
    0x2, 0xe2, 0xe3, 0x7, 0x4, 0x2, 0x2, 0xe3, 0xe5, 0x5, 0x18, 0xd, 0x2, 
    0xe4, 0xe2, 0x3, 0x2, 0x2, 0x2, 0xe5, 0xe8, 0x3, 0x2, 0x2, 0x2, 0xe6, 
    0xe4, 0x3, 0x2, 0x2, 0x2, 0xe6, 0xe7, 0x3, 0x2, 0x2, 0x2, 0xe7, 0xe9, 
    0x3, 0x2, 0x2, 0x2, 0xe8, 0xe6, 0x3, 0x2, 0x2, 0x2, 0xe9, 0xea, 0x7, 
    0x6, 0x2, 0x2, 0xea, 0xec, 0x3, 0x2, 0x2, 0x2, 0xeb, 0xda, 0x3, 0x2, 
    0x2, 0x2, 0xeb, 0xde, 0x3, 0x2, 0x2, 0x2, 0xeb, 0xec, 0x3, 0x2, 0x2, 
    0x2, 0xec, 0xef, 0x3, 0x2, 0x2, 0x2, 0xed, 0xee, 0x7, 0x39, 0x2, 0x2, 
    0xee, 0xf0, 0x7, 0x46, 0x2, 0x2, 0xef, 0xed, 0x3, 0x2, 0x2, 0x2, 0xef, 
    0xf0, 0x3, 0x2, 0x2, 0x2, 0xf0, 0x17, 0x3, 0x2, 0x2, 0x2, 0xf1, 0xf4, 
    0x5, 0x40, 0x21, 0x2, 0xf2, 0xf4, 0x7, 0x4b, 0x2, 0x2, 0xf3, 0xf1, 0x3, 
    0x2, 0x2, 0x2, 0xf3, 0xf2, 0x3, 0x2, 0x2, 0x2, 0xf4, 0xf5, 0x3, 0x2, 
    0x2, 0x2, 0xf5, 0x102, 0x7, 0x3e, 0x2, 0x2, 0xf6, 0x103, 0x5, 0x38, 
    0x1d, 0x2, 0xf7, 0xf8, 0x7, 0x5, 0x2, 0x2, 0xf8, 0xfd, 0x5, 0x38, 0x1d, 
    0x2, 0xf9, 0xfa, 0x7, 0x4, 0x2, 0x2, 0xfa, 0xfc, 0x5, 0x38, 0x1d, 0x2, 
    0xfb, 0xf9, 0x3, 0x2, 0x2, 0x2, 0xfc, 0xff, 0x3, 0x2, 0x2, 0x2, 0xfd, 
    0xfb, 0x3, 0x2, 0x2, 0x2, 0xfd, 0xfe, 0x3, 0x2, 0x2, 0x2, 0xfe, 0x100, 
    0x3, 0x2, 0x2, 0x2, 0xff, 0xfd, 0x3, 0x2, 0x2, 0x2, 0x100, 0x101, 0x7, 
    0x6, 0x2, 0x2, 0x101, 0x103, 0x3, 0x2, 0x2, 0x2, 0x102, 0xf6, 0x3, 0x2, 
    0x2, 0x2, 0x102, 0xf7, 0x3, 0x2, 0x2, 0x2, 0x103, 0x19, 0x3, 0x2, 0x2, 
    0x2, 0x104, 0x105, 0x8, 0xe, 0x1, 0x2, 0x105, 0x106, 0x7, 0x5, 0x2, 
    0x2, 0x106, 0x107, 0x5, 0x1a, 0xe, 0x2, 0x107, 0x108, 0x7, 0x6, 0x2, 
    0x2, 0x108, 0x11c, 0x3, 0x2, 0x2, 0x2, 0x109, 0x10a, 0x7, 0xc, 0x2, 
    0x2, 0x10a, 0x10b, 0x7, 0x26, 0x2, 0x2, 0x10b, 0x10c, 0x7, 0x46, 0x2, 
    0x2, 0x10c, 0x10d, 0x7, 0x30, 0x2, 0x2, 0x10d, 0x10e, 0x7, 0x5, 0x2, 
    0x2, 0x10e, 0x113, 0x5, 0x1a, 0xe, 0x2, 0x10f, 0x110, 0x7, 0x4, 0x2, 
    0x2, 0x110, 0x112, 0x5, 0x1a, 0xe, 0x2, 0x111, 0x10f, 0x3, 0x2, 0x2, 
    0x2, 0x112, 0x115, 0x3, 0x2, 0x2, 0x2, 0x113, 0x111, 0x3, 0x2, 0x2, 
    0x2, 0x113, 0x114, 0x3, 0x2, 0x2, 0x2, 0x114, 0x116, 0x3, 0x2, 0x2, 
    0x2, 0x115, 0x113, 0x3, 0x2, 0x2, 0x2, 0x116, 0x117, 0x7, 0x6, 0x2, 
    0x2, 0x117, 0x11c, 0x3, 0x2, 0x2, 0x2, 0x118, 0x11c, 0x5, 0x1c, 0xf, 
    0x2, 0x119, 0x11a, 0x7, 0x2e, 0x2, 0x2, 0x11a, 0x11c, 0x5, 0x1a, 0xe, 
    0x5, 0x11b, 0x104, 0x3, 0x2, 0x2, 0x2, 0x11b, 0x109, 0x3, 0x2, 0x2, 
    0x2, 0x11b, 0x118, 0x3, 0x2, 0x2, 0x2, 0x11b, 0x119, 0x3, 0x2, 0x2, 
    0x2, 0x11c, 0x125, 0x3, 0x2, 0x2, 0x2, 0x11d, 0x11e, 0xc, 0x4, 0x2, 
    0x2, 0x11e, 0x11f, 0x7, 0xa, 0x2, 0x2, 0x11f, 0x124, 0x5, 0x1a, 0xe, 
    0x5, 0x120, 0x121, 0xc, 0x3, 0x2, 0x2, 0x121, 0x122, 0x7, 0x32, 0x2, 
    0x2, 0x122, 0x124, 0x5, 0x1a, 0xe, 0x4, 0x123, 0x11d, 0x3, 0x2, 0x2, 
    0x2, 0x123, 0x120, 0x3, 0x2, 0x2, 0x2, 0x124, 0x127, 0x3, 0x2, 0x2, 
    0x2, 0x125, 0x123, 0x3, 0x2, 0x2, 0x2, 0x125, 0x126, 0x3, 0x2, 0x2, 
    0x2, 0x126, 0x1b, 0x3, 0x2, 0x2, 0x2, 0x127, 0x125, 0x3, 0x2, 0x2, 0x2, 
    0x128, 0x12a, 0x7, 0x20, 0x2, 0x2, 0x129, 0x12b, 0x5, 0x26, 0x14, 0x2, 
    0x12a, 0x129, 0x3, 0x2, 0x2, 0x2, 0x12a, 0x12b, 0x3, 0x2, 0x2, 0x2, 
    0x12b, 0x12d, 0x3, 0x2, 0x2, 0x2, 0x12c, 0x12e, 0x5, 0x28, 0x15, 0x2, 
    0x12d, 0x12c, 0x3, 0x2, 0x2, 0x2, 0x12d, 0x12e, 0x3, 0x2, 0x2, 0x2, 
    0x12e, 0x130, 0x3, 0x2, 0x2, 0x2, 0x12f, 0x131, 0x9, 0x4, 0x2, 0x2, 
    0x130, 0x12f, 0x3, 0x2, 0x2, 0x2, 0x130, 0x131, 0x3, 0x2, 0x2, 0x2, 
    0x131, 0x132, 0x3, 0x2, 0x2, 0x2, 0x132, 0x134, 0x5, 0x3e, 0x20, 0x2, 
    0x133, 0x135, 0x5, 0x2c, 0x17, 0x2, 0x134, 0x133, 0x3, 0x2, 0x2, 0x2, 
    0x134, 0x135, 0x3, 0x2, 0x2, 0x2, 0x135, 0x137, 0x3, 0x2, 0x2, 0x2, 
    0x136, 0x138, 0x5, 0x1e, 0x10, 0x2, 0x137, 0x136, 0x3, 0x2, 0x2, 0x2, 
    0x137, 0x138, 0x3, 0x2, 0x2, 0x2, 0x138, 0x13b, 0x3, 0x2, 0x2, 0x2, 
    0x139, 0x13a, 0x7, 0x3c, 0x2, 0x2, 0x13a, 0x13c, 0x5, 0x24, 0x13, 0x2, 
    0x13b, 0x139, 0x3, 0x2, 0x2, 0x2, 0x13b, 0x13c, 0x3, 0x2, 0x2, 0x2, 
    0x13c, 0x13e, 0x3, 0x2, 0x2, 0x2, 0x13d, 0x13f, 0x5, 0x1e, 0x10, 0x2, 
    0x13e, 0x13d, 0x3, 0x2, 0x2, 0x2, 0x13e, 0x13f, 0x3, 0x2, 0x2, 0x2, 
    0x13f, 0x141, 0x3, 0x2, 0x2, 0x2, 0x140, 0x142, 0x5, 0x20, 0x11, 0x2, 
    0x141, 0x140, 0x3, 0x2, 0x2, 0x2, 0x141, 0x142, 0x3, 0x2, 0x2, 0x2, 
    0x142, 0x16d, 0x3, 0x2, 0x2, 0x2, 0x143, 0x144, 0x7, 0x23, 0x2, 0x2, 
    0x144, 0x147, 0x5, 0x40, 0x21, 0x2, 0x145, 0x148, 0x5, 0x40, 0x21, 0x2, 
    0x146, 0x148, 0x7, 0x4b, 0x2, 0x2, 0x147, 0x145, 0x3, 0x2, 0x2, 0x2, 
    0x147, 0x146, 0x3, 0x2, 0x2, 0x2, 0x147, 0x148, 0x3, 0x2, 0x2, 0x2, 
    0x148, 0x16d, 0x3, 0x2, 0x2, 0x2, 0x149, 0x14a, 0x7, 0x23, 0x2, 0x2, 
    0x14a, 0x16d, 0x7, 0x4b, 0x2, 0x2, 0x14b, 0x14c, 0x7, 0x3a, 0x2, 0x2, 
    0x14c, 0x14d, 0x7, 0x1d, 0x2, 0x2, 0x14d, 0x150, 0x5, 0x22, 0x12, 0x2, 
    0x14e, 0x14f, 0x7, 0x10, 0x2, 0x2, 0x14f, 0x151, 0x9, 0x5, 0x2, 0x2, 
    0x150, 0x14e, 0x3, 0x2, 0x2, 0x2, 0x150, 0x151, 0x3, 0x2, 0x2, 0x2, 
    0x151, 0x154, 0x3, 0x2, 0x2, 0x2, 0x152, 0x153, 0x7, 0x23, 0x2, 0x2, 
    0x153, 0x155, 0x5, 0x38, 0x1d, 0x2, 0x154, 0x152, 0x3, 0x2, 0x2, 0x2, 
    0x154, 0x155, 0x3, 0x2, 0x2, 0x2, 0x155, 0x16d, 0x3, 0x2, 0x2, 0x2, 
    0x156, 0x158, 0x5, 0x2a, 0x16, 0x2, 0x157, 0x156, 0x3, 0x2, 0x2, 0x2, 
    0x157, 0x158, 0x3, 0x2, 0x2, 0x2, 0x158, 0x15a, 0x3, 0x2, 0x2, 0x2, 
    0x159, 0x15b, 0x5, 0x40, 0x21, 0x2, 0x15a, 0x159, 0x3, 0x2, 0x2, 0x2, 
    0x15a, 0x15b, 0x3, 0x2, 0x2, 0x2, 0x15b, 0x15c, 0x3, 0x2, 0x2, 0x2, 
    0x15c, 0x15d, 0x7, 0x33, 0x2, 0x2, 0x15d, 0x16d, 0x5, 0x40, 0x21, 0x2, 
    0x15e, 0x160, 0x5, 0x2a, 0x16, 0x2, 0x15f, 0x15e, 0x3, 0x2, 0x2, 0x2, 
    0x15f, 0x160, 0x3, 0x2, 0x2, 0x2, 0x160, 0x164, 0x3, 0x2, 0x2, 0x2, 
    0x161, 0x162, 0x5, 0x40, 0x21, 0x2, 0x162, 0x163, 0x7, 0x7, 0x2, 0x2, 
    0x163, 0x165, 0x3, 0x2, 0x2, 0x2, 0x164, 0x161, 0x3, 0x2, 0x2, 0x2, 
    0x164, 0x165, 0x3, 0x2, 0x2, 0x2, 0x165, 0x166, 0x3, 0x2, 0x2, 0x2, 
    0x166, 0x168, 0x5, 0x3e, 0x20, 0x2, 0x167, 0x169, 0x5, 0x32, 0x1a, 0x2, 
    0x168, 0x167, 0x3, 0x2, 0x2, 0x2, 0x168, 0x169, 0x3, 0x2, 0x2, 0x2, 
    0x169, 0x16a, 0x3, 0x2, 0x2, 0x2, 0x16a, 0x16b, 0x5, 0x30, 0x19, 0x2, 
    0x16b, 0x16d, 0x3, 0x2, 0x2, 0x2, 0x16c, 0x128, 0x3, 0x2, 0x2, 0x2, 
    0x16c, 0x143, 0x3, 0x2, 0x2, 0x2, 0x16c, 0x149, 0x3, 0x2, 0x2, 0x2, 
    0x16c, 0x14b, 0x3, 0x2, 0x2, 0x2, 0x16c, 0x157, 0x3, 0x2, 0x2, 0x2, 
    0x16c, 0x15f, 0x3, 0x2, 0x2, 0x2, 0x16d, 0x1d, 0x3, 0x2, 0x2, 0x2, 0x16e, 
    0x16f, 0x7, 0xb, 0x2, 0x2, 0x16f, 0x170, 0x5, 0x40, 0x21, 0x2, 0x170, 
    0x1f, 0x3, 0x2, 0x2, 0x2, 0x171, 0x174, 0x7, 0x31, 0x2, 0x2, 0x172, 
    0x173, 0x7, 0xc, 0x2, 0x2, 0x173, 0x175, 0x7, 0x26, 0x2, 0x2, 0x174, 
    0x172, 0x3, 0x2, 0x2, 0x2, 0x174, 0x175, 0x3, 0x2, 0x2, 0x2, 0x175, 
    0x176, 0x3, 0x2, 0x2, 0x2, 0x176, 0x177, 0x7, 0x46, 0x2, 0x2, 0x177, 
    0x178, 0x7, 0x17, 0x2, 0x2, 0x178, 0x179, 0x5, 0x40, 0x21, 0x2, 0x179, 
    0x21, 0x3, 0x2, 0x2, 0x2, 0x17a, 0x181, 0x5, 0x2e, 0x18, 0x2, 0x17b, 
    0x17d, 0x5, 0x40, 0x21, 0x2, 0x17c, 0x17b, 0x3, 0x2, 0x2, 0x2, 0x17d, 
    0x17e, 0x3, 0x2, 0x2, 0x2, 0x17e, 0x17c, 0x3, 0x2, 0x2, 0x2, 0x17e, 
    0x17f, 0x3, 0x2, 0x2, 0x2, 0x17f, 0x181, 0x3, 0x2, 0x2, 0x2, 0x180, 
    0x17a, 0x3, 0x2, 0x2, 0x2, 0x180, 0x17c, 0x3, 0x2, 0x2, 0x2, 0x181, 
    0x23, 0x3, 0x2, 0x2, 0x2, 0x182, 0x183, 0x7, 0x5, 0x2, 0x2, 0x183, 0x184, 
    0x5, 0x1a, 0xe, 0x2, 0x184, 0x185, 0x7, 0x6, 0x2, 0x2, 0x185, 0x18a, 
    0x3, 0x2, 0x2, 0x2, 0x186, 0x18a, 0x5, 0x1c, 0xf, 0x2, 0x187, 0x188, 
    0x7, 0x2e, 0x2, 0x2, 0x188, 0x18a, 0x5, 0x24, 0x13, 0x2, 0x189, 0x182, 
    0x3, 0x2, 0x2, 0x2, 0x189, 0x186, 0x3, 0x2, 0x2, 0x2, 0x189, 0x187, 
    0x3, 0x2, 0x2, 0x2, 0x18a, 0x25, 0x3, 0x2, 0x2, 0x2, 0x18b, 0x18c, 0x7, 
    0xc, 0x2, 0x2, 0x18c, 0x191, 0x7, 0x26, 0x2, 0x2, 0x18d, 0x18e, 0x7, 
    0xc, 0x2, 0x2, 0x18e, 0x191, 0x7, 0x2b, 0x2, 0x2, 0x18f, 0x191, 0x7, 
    0x19, 0x2, 0x2, 0x190, 0x18b, 0x3, 0x2, 0x2, 0x2, 0x190, 0x18d, 0x3, 
    0x2, 0x2, 0x2, 0x190, 0x18f, 0x3, 0x2, 0x2, 0x2, 0x191, 0x192, 0x3, 
    0x2, 0x2, 0x2, 0x192, 0x194, 0x7, 0x46, 0x2, 0x2, 0x193, 0x195, 0x7, 
    0x17, 0x2, 0x2, 0x194, 0x193, 0x3, 0x2, 0x2, 0x2, 0x194, 0x195, 0x3, 
    0x2, 0x2, 0x2, 0x195, 0x198, 0x3, 0x2, 0x2, 0x2, 0x196, 0x198, 0x7, 
    0x2c, 0x2, 0x2, 0x197, 0x190, 0x3, 0x2, 0x2, 0x2, 0x197, 0x196, 0x3, 
    0x2, 0x2, 0x2, 0x198, 0x27, 0x3, 0x2, 0x2, 0x2, 0x199, 0x19a, 0x9, 0x6, 
    0x2, 0x2, 0x19a, 0x29, 0x3, 0x2, 0x2, 0x2, 0x19b, 0x19c, 0x9, 0x7, 0x2, 
    0x2, 0x19c, 0x2b, 0x3, 0x2, 0x2, 0x2, 0x19d, 0x1ab, 0x5, 0x2e, 0x18, 
    0x2, 0x19e, 0x19f, 0x7, 0x23, 0x2, 0x2, 0x19f, 0x1a0, 0x7, 0x5, 0x2, 
    0x2, 0x1a0, 0x1a5, 0x5, 0x2e, 0x18, 0x2, 0x1a1, 0x1a2, 0x7, 0x4, 0x2, 
    0x2, 0x1a2, 0x1a4, 0x5, 0x2e, 0x18, 0x2, 0x1a3, 0x1a1, 0x3, 0x2, 0x2, 
    0x2, 0x1a4, 0x1a7, 0x3, 0x2, 0x2, 0x2, 0x1a5, 0x1a3, 0x3, 0x2, 0x2, 
    0x2, 0x1a5, 0x1a6, 0x3, 0x2, 0x2, 0x2, 0x1a6, 0x1a8, 0x3, 0x2, 0x2, 
    0x2, 0x1a7, 0x1a5, 0x3, 0x2, 0x2, 0x2, 0x1a8, 0x1a9, 0x7, 0x6, 0x2, 
    0x2, 0x1a9, 0x1ab, 0x3, 0x2, 0x2, 0x2, 0x1aa, 0x19d, 0x3, 0x2, 0x2, 
    0x2, 0x1aa, 0x19e, 0x3, 0x2, 0x2, 0x2, 0x1ab, 0x2d, 0x3, 0x2, 0x2, 0x2, 
    0x1ac, 0x1ae, 0x7, 0x19, 0x2, 0x2, 0x1ad, 0x1ac, 0x3, 0x2, 0x2, 0x2, 
    0x1ad, 0x1ae, 0x3, 0x2, 0x2, 0x2, 0x1ae, 0x1b5, 0x3, 0x2, 0x2, 0x2, 
    0x1af, 0x1b1, 0x7, 0x48, 0x2, 0x2, 0x1b0, 0x1b2, 0x7, 0x4b, 0x2, 0x2, 
    0x1b1, 0x1b0, 0x3, 0x2, 0x2, 0x2, 0x1b1, 0x1b2, 0x3, 0x2, 0x2, 0x2, 
    0x1b2, 0x1b6, 0x3, 0x2, 0x2, 0x2, 0x1b3, 0x1b6, 0x7, 0x4b, 0x2, 0x2, 
    0x1b4, 0x1b6, 0x7, 0x44, 0x2, 0x2, 0x1b5, 0x1af, 0x3, 0x2, 0x2, 0x2, 
    0x1b5, 0x1b3, 0x3, 0x2, 0x2, 0x2, 0x1b5, 0x1b4, 0x3, 0x2, 0x2, 0x2, 
    0x1b6, 0x2f, 0x3, 0x2, 0x2, 0x2, 0x1b7, 0x1b8, 0x9, 0x8, 0x2, 0x2, 0x1b8, 
    0x1f1, 0x7, 0x35, 0x2, 0x2, 0x1b9, 0x1ba, 0x9, 0x8, 0x2, 0x2, 0x1ba, 
    0x1f1, 0x7, 0x2a, 0x2, 0x2, 0x1bb, 0x1bc, 0x7, 0x24, 0x2, 0x2, 0x1bc, 
    0x1bd, 0x7, 0x2e, 0x2, 0x2, 0x1bd, 0x1f1, 0x7, 0x35, 0x2, 0x2, 0x1be, 
    0x1bf, 0x7, 0x24, 0x2, 0x2, 0x1bf, 0x1c0, 0x7, 0x2e, 0x2, 0x2, 0x1c0, 
    0x1f1, 0x7, 0x2a, 0x2, 0x2, 0x1c1, 0x1c3, 0x7, 0x24, 0x2, 0x2, 0x1c2, 
    0x1c4, 0x7, 0x2e, 0x2, 0x2, 0x1c3, 0x1c2, 0x3, 0x2, 0x2, 0x2, 0x1c3, 
    0x1c4, 0x3, 0x2, 0x2, 0x2, 0x1c4, 0x1c7, 0x3, 0x2, 0x2, 0x2, 0x1c5, 
    0x1c7, 0x7, 0x2e, 0x2, 0x2, 0x1c6, 0x1c1, 0x3, 0x2, 0x2, 0x2, 0x1c6, 
    0x1c5, 0x3, 0x2, 0x2, 0x2, 0x1c6, 0x1c7, 0x3, 0x2, 0x2, 0x2, 0x1c7, 
    0x1c8, 0x3, 0x2, 0x2, 0x2, 0x1c8, 0x1c9, 0x7, 0x23, 0x2, 0x2, 0x1c9, 
    0x1ca, 0x7, 0x5, 0x2, 0x2, 0x1ca, 0x1cf, 0x5, 0x38, 0x1d, 0x2, 0x1cb, 
    0x1cc, 0x7, 0x4, 0x2, 0x2, 0x1cc, 0x1ce, 0x5, 0x38, 0x1d, 0x2, 0x1cd, 
    0x1cb, 0x3, 0x2, 0x2, 0x2, 0x1ce, 0x1d1, 0x3, 0x2, 0x2, 0x2, 0x1cf, 
    0x1cd, 0x3, 0x2, 0x2, 0x2, 0x1cf, 0x1d0, 0x3, 0x2, 0x2, 0x2, 0x1d0, 
    0x1d2, 0x3, 0x2, 0x2, 0x2, 0x1d1, 0x1cf, 0x3, 0x2, 0x2, 0x2, 0x1d2, 
    0x1d3, 0x7, 0x6, 0x2, 0x2, 0x1d3, 0x1f1, 0x3, 0x2, 0x2, 0x2, 0x1d4, 
    0x1d5, 0x7, 0x24, 0x2, 0x2, 0x1d5, 0x1d6, 0x7, 0x2e, 0x2, 0x2, 0x1d6, 
    0x1f1, 0x5, 0x38, 0x1d, 0x2, 0x1d7, 0x1d8, 0x7, 0x3f, 0x2, 0x2, 0x1d8, 
    0x1f1, 0x5, 0x38, 0x1d, 0x2, 0x1d9, 0x1da, 0x9, 0x8, 0x2, 0x2, 0x1da, 
    0x1f1, 0x5, 0x38, 0x1d, 0x2, 0x1db, 0x1dc, 0x9, 0x9, 0x2, 0x2, 0x1dc, 
    0x1f1, 0x5, 0x34, 0x1b, 0x2, 0x1dd, 0x1de, 0x7, 0xf, 0x2, 0x2, 0x1de, 
    0x1df, 0x5, 0x34, 0x1b, 0x2, 0x1df, 0x1e0, 0x7, 0xa, 0x2, 0x2, 0x1e0, 
    0x1e1, 0x5, 0x34, 0x1b, 0x2, 0x1e1, 0x1f1, 0x3, 0x2, 0x2, 0x2, 0x1e2, 
    0x1e3, 0x7, 0x3d, 0x2, 0x2, 0x1e3, 0x1e4, 0x5, 0x36, 0x1c, 0x2, 0x1e4, 
    0x1e5, 0x9, 0xa, 0x2, 0x2, 0x1e5, 0x1e6, 0x5, 0x34, 0x1b, 0x2, 0x1e6, 
    0x1f1, 0x3, 0x2, 0x2, 0x2, 0x1e7, 0x1e8, 0x7, 0xc, 0x2, 0x2, 0x1e8, 
    0x1e9, 0x7, 0x26, 0x2, 0x2, 0x1e9, 0x1ea, 0x5, 0x36, 0x1c, 0x2, 0x1ea, 
    0x1eb, 0x9, 0xb, 0x2, 0x2, 0x1eb, 0x1ec, 0x5, 0x34, 0x1b, 0x2, 0x1ec, 
    0x1f1, 0x3, 0x2, 0x2, 0x2, 0x1ed, 0x1ee, 0x7, 0x37, 0x2, 0x2, 0x1ee, 
    0x1ef, 0x7, 0x3c, 0x2, 0x2, 0x1ef, 0x1f1, 0x5, 0x38, 0x1d, 0x2, 0x1f0, 
    0x1b7, 0x3, 0x2, 0x2, 0x2, 0x1f0, 0x1b9, 0x3, 0x2, 0x2, 0x2, 0x1f0, 
    0x1bb, 0x3, 0x2, 0x2, 0x2, 0x1f0, 0x1be, 0x3, 0x2, 0x2, 0x2, 0x1f0, 
    0x1c6, 0x3, 0x2, 0x2, 0x2, 0x1f0, 0x1d4, 0x3, 0x2, 0x2, 0x2, 0x1f0, 
    0x1d7, 0x3, 0x2, 0x2, 0x2, 0x1f0, 0x1d9, 0x3, 0x2, 0x2, 0x2, 0x1f0, 
    0x1db, 0x3, 0x2, 0x2, 0x2, 0x1f0, 0x1dd, 0x3, 0x2, 0x2, 0x2, 0x1f0, 
    0x1e2, 0x3, 0x2, 0x2, 0x2, 0x1f0, 0x1e7, 0x3, 0x2, 0x2, 0x2, 0x1f0, 
    0x1ed, 0x3, 0x2, 0x2, 0x2, 0x1f1, 0x31, 0x3, 0x2, 0x2, 0x2, 0x1f2, 0x1f3, 
    0x7, 0xb, 0x2, 0x2, 0x1f3, 0x1f4, 0x7, 0x30, 0x2, 0x2, 0x1f4, 0x1f5, 
    0x5, 0x38, 0x1d, 0x2, 0x1f5, 0x33, 0x3, 0x2, 0x2, 0x2, 0x1f6, 0x205, 
    0x5, 0x38, 0x1d, 0x2, 0x1f7, 0x1f8, 0x5, 0x40, 0x21, 0x2, 0x1f8, 0x1f9, 
    0x7, 0x7, 0x2, 0x2, 0x1f9, 0x1fa, 0x5, 0x3e, 0x20, 0x2, 0x1fa, 0x205, 
    0x3, 0x2, 0x2, 0x2, 0x1fb, 0x200, 0x5, 0x40, 0x21, 0x2, 0x1fc, 0x1fe, 
    0x9, 0xc, 0x2, 0x2, 0x1fd, 0x1fc, 0x3, 0x2, 0x2, 0x2, 0x1fd, 0x1fe, 
    0x3, 0x2, 0x2, 0x2, 0x1fe, 0x1ff, 0x3, 0x2, 0x2, 0x2, 0x1ff, 0x201, 
    0x5, 0x40, 0x21, 0x2, 0x200, 0x1fd, 0x3, 0x2, 0x2, 0x2, 0x201, 0x202, 
    0x3, 0x2, 0x2, 0x2, 0x202, 0x200, 0x3, 0x2, 0x2, 0x2, 0x202, 0x203, 
    0x3, 0x2, 0x2, 0x2, 0x203, 0x205, 0x3, 0x2, 0x2, 0x2, 0x204, 0x1f6, 
    0x3, 0x2, 0x2, 0x2, 0x204, 0x1f7, 0x3, 0x2, 0x2, 0x2, 0x204, 0x1fb, 
    0x3, 0x2, 0x2, 0x2, 0x205, 0x35, 0x3, 0x2, 0x2, 0x2, 0x206, 0x20a, 0x5, 
    0x3a, 0x1e, 0x2, 0x207, 0x20a, 0x7, 0x47, 0x2, 0x2, 0x208, 0x20a, 0x7, 
    0x44, 0x2, 0x2, 0x209, 0x206, 0x3, 0x2, 0x2, 0x2, 0x209, 0x207, 0x3, 
    0x2, 0x2, 0x2, 0x209, 0x208, 0x3, 0x2, 0x2, 0x2, 0x20a, 0x37, 0x3, 0x2, 
    0x2, 0x2, 0x20b, 0x211, 0x5, 0x3a, 0x1e, 0x2, 0x20c, 0x211, 0x7, 0x47, 
    0x2, 0x2, 0x20d, 0x211, 0x7, 0x45, 0x2, 0x2, 0x20e, 0x211, 0x5, 0x2e, 
    0x18, 0x2, 0x20f, 0x211, 0x5, 0x40, 0x21, 0x2, 0x210, 0x20b, 0x3, 0x2, 
    0x2, 0x2, 0x210, 0x20c, 0x3, 0x2, 0x2, 0x2, 0x210, 0x20d, 0x3, 0x2, 
    0x2, 0x2, 0x210, 0x20e, 0x3, 0x2, 0x2, 0x2, 0x210, 0x20f, 0x3, 0x2, 
    0x2, 0x2, 0x211, 0x39, 0x3, 0x2, 0x2, 0x2, 0x212, 0x214, 0x7, 0x46, 
    0x2, 0x2, 0x213, 0x215, 0x5, 0x3c, 0x1f, 0x2, 0x214, 0x213, 0x3, 0x2, 
    0x2, 0x2, 0x214, 0x215, 0x3, 0x2, 0x2, 0x2, 0x215, 0x217, 0x3, 0x2, 
    0x2, 0x2, 0x216, 0x212, 0x3, 0x2, 0x2, 0x2, 0x217, 0x218, 0x3, 0x2, 
    0x2, 0x2, 0x218, 0x216, 0x3, 0x2, 0x2, 0x2, 0x218, 0x219, 0x3, 0x2, 
    0x2, 0x2, 0x219, 0x3b, 0x3, 0x2, 0x2, 0x2, 0x21a, 0x21b, 0x9, 0xd, 0x2, 
    0x2, 0x21b, 0x3d, 0x3, 0x2, 0x2, 0x2, 0x21c, 0x223, 0x5, 0x40, 0x21, 
    0x2, 0x21d, 0x21f, 0x9, 0xc, 0x2, 0x2, 0x21e, 0x21d, 0x3, 0x2, 0x2, 
    0x2, 0x21e, 0x21f, 0x3, 0x2, 0x2, 0x2, 0x21f, 0x220, 0x3, 0x2, 0x2, 
    0x2, 0x220, 0x222, 0x5, 0x40, 0x21, 0x2, 0x221, 0x21e, 0x3, 0x2, 0x2, 
    0x2, 0x222, 0x225, 0x3, 0x2, 0x2, 0x2, 0x223, 0x221, 0x3, 0x2, 0x2, 
    0x2, 0x223, 0x224, 0x3, 0x2, 0x2, 0x2, 0x224, 0x3f, 0x3, 0x2, 0x2, 0x2, 
    0x225, 0x223, 0x3, 0x2, 0x2, 0x2, 0x226, 0x227, 0x9, 0xe, 0x2, 0x2, 
    0x227, 0x41, 0x3, 0x2, 0x2, 0x2, 0x51, 0x43, 0x47, 0x4b, 0x52, 0x54, 
    0x5e, 0x63, 0x66, 0x69, 0x6c, 0x71, 0x75, 0x7d, 0x88, 0x8b, 0x93, 0x9e, 
    0xa5, 0xa7, 0xaa, 0xad, 0xb3, 0xb9, 0xbb, 0xc6, 0xcf, 0xd8, 0xe6, 0xeb, 
    0xef, 0xf3, 0xfd, 0x102, 0x113, 0x11b, 0x123, 0x125, 0x12a, 0x12d, 0x130, 
    0x134, 0x137, 0x13b, 0x13e, 0x141, 0x147, 0x150, 0x154, 0x157, 0x15a, 
    0x15f, 0x164, 0x168, 0x16c, 0x174, 0x17e, 0x180, 0x189, 0x190, 0x194, 
    0x197, 0x1a5, 0x1aa, 0x1ad, 0x1b1, 0x1b5, 0x1c3, 0x1c6, 0x1cf, 0x1f0, 
    0x1fd, 0x202, 0x204, 0x209, 0x210, 0x214, 0x218, 0x21e, 0x223, 
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
