
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
    setState(79);
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
      | (1ULL << CohortQueryParser::STUDY)
      | (1ULL << CohortQueryParser::SUMMARISE)
      | (1ULL << CohortQueryParser::TERMS))) != 0)) {
      setState(78);
      statement();
    }
    setState(87);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == CohortQueryParser::T__0) {
      setState(81);
      match(CohortQueryParser::T__0);
      setState(83);
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
        | (1ULL << CohortQueryParser::STUDY)
        | (1ULL << CohortQueryParser::SUMMARISE)
        | (1ULL << CohortQueryParser::TERMS))) != 0)) {
        setState(82);
        statement();
      }
      setState(89);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(90);
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
    setState(96);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXPLAIN) {
      setState(92);
      match(CohortQueryParser::EXPLAIN);
      setState(94);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::ANALYSE) {
        setState(93);
        match(CohortQueryParser::ANALYSE);
      }
    }
    setState(98);
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


//----------------- SummariseQueryContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::SummariseQueryContext::SUMMARISE() {
  return getToken(CohortQueryParser::SUMMARISE, 0);
}

CohortQueryParser::SummarisedContext* CohortQueryParser::SummariseQueryContext::summarised() {
  return getRuleContext<CohortQueryParser::SummarisedContext>(0);
}

tree::TerminalNode* CohortQueryParser::SummariseQueryContext::OF() {
  return getToken(CohortQueryParser::OF, 0);
}

std::vector<CohortQueryParser::MeasuredContext *> CohortQueryParser::SummariseQueryContext::measured() {
  return getRuleContexts<CohortQueryParser::MeasuredContext>();
}

CohortQueryParser::MeasuredContext* CohortQueryParser::SummariseQueryContext::measured(size_t i) {
  return getRuleContext<CohortQueryParser::MeasuredContext>(i);
}

CohortQueryParser::WhereContext* CohortQueryParser::SummariseQueryContext::where() {
  return getRuleContext<CohortQueryParser::WhereContext>(0);
}

CohortQueryParser::SummariseQueryContext::SummariseQueryContext(QueryContext *ctx) { copyFrom(ctx); }


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

tree::TerminalNode* CohortQueryParser::ShowQueryContext::PARAMETER() {
  return getToken(CohortQueryParser::PARAMETER, 0);
}

CohortQueryParser::ShowQueryContext::ShowQueryContext(QueryContext *ctx) { copyFrom(ctx); }


//----------------- StudyDateQueryContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::StudyDateQueryContext::STUDY() {
  return getToken(CohortQueryParser::STUDY, 0);
}

CohortQueryParser::WordContext* CohortQueryParser::StudyDateQueryContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}

tree::TerminalNode* CohortQueryParser::StudyDateQueryContext::DATE() {
  return getToken(CohortQueryParser::DATE, 0);
}

tree::TerminalNode* CohortQueryParser::StudyDateQueryContext::NUMBER() {
  return getToken(CohortQueryParser::NUMBER, 0);
}

tree::TerminalNode* CohortQueryParser::StudyDateQueryContext::PARAMETER() {
  return getToken(CohortQueryParser::PARAMETER, 0);
}

CohortQueryParser::StudyDateQueryContext::StudyDateQueryContext(QueryContext *ctx) { copyFrom(ctx); }


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

tree::TerminalNode* CohortQueryParser::TermsQueryContext::PARAMETER() {
  return getToken(CohortQueryParser::PARAMETER, 0);
}

tree::TerminalNode* CohortQueryParser::TermsQueryContext::IN() {
  return getToken(CohortQueryParser::IN, 0);
}

CohortQueryParser::NameContext* CohortQueryParser::TermsQueryContext::name() {
  return getRuleContext<CohortQueryParser::NameContext>(0);
}

tree::TerminalNode* CohortQueryParser::TermsQueryContext::LIMIT() {
  return getToken(CohortQueryParser::LIMIT, 0);
}

CohortQueryParser::NumberContext* CohortQueryParser::TermsQueryContext::number() {
  return getRuleContext<CohortQueryParser::NumberContext>(0);
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

CohortQueryParser::NumberContext* CohortQueryParser::ListQueryContext::number() {
  return getRuleContext<CohortQueryParser::NumberContext>(0);
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
    setState(213);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 22, _ctx)) {
    case 1: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::CountQueryContext>(_localctx));
      enterOuterAlt(_localctx, 1);
      setState(100);
      match(CohortQueryParser::COUNT);
      setState(101);
      counted();
      setState(106);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(102);
        match(CohortQueryParser::T__1);
        setState(103);
        counted();
        setState(108);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(111);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WITH) {
        setState(109);
        match(CohortQueryParser::WITH);
        setState(110);
        word();
      }
      setState(114);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WHERE) {
        setState(113);
        where();
      }
      setState(117);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::BY) {
        setState(116);
        by();
      }
      setState(120);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::HAVING) {
        setState(119);
        having();
      }
      break;
    }

    case 2: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::ListQueryContext>(_localctx));
      enterOuterAlt(_localctx, 2);
      setState(122);
      match(CohortQueryParser::LIST);
      setState(123);
      counted();
      setState(125);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WHERE) {
        setState(124);
        where();
      }
      setState(129);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::LIMIT) {
        setState(127);
        match(CohortQueryParser::LIMIT);
        setState(128);
        number();
      }
      break;
    }

    case 3: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::StepsQueryContext>(_localctx));
      enterOuterAlt(_localctx, 3);
      setState(131);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::FUNNEL

      || _la == CohortQueryParser::IMPACT)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(132);
      counted();
      setState(137);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(133);
        match(CohortQueryParser::T__1);
        setState(134);
        counted();
        setState(139);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(140);
      where();
      break;
    }

    case 4: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::CompareQueryContext>(_localctx));
      enterOuterAlt(_localctx, 4);
      setState(142);
      match(CohortQueryParser::COMPARE);
      setState(143);
      compared();
      setState(146); 
      _errHandler->sync(this);
      _la = _input->LA(1);
      do {
        setState(144);
        match(CohortQueryParser::T__1);
        setState(145);
        compared();
        setState(148); 
        _errHandler->sync(this);
        _la = _input->LA(1);
      } while (_la == CohortQueryParser::T__1);
      setState(151);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::BY) {
        setState(150);
        by();
      }
      break;
    }

    case 5: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::DefineQueryContext>(_localctx));
      enterOuterAlt(_localctx, 5);
      setState(153);
      match(CohortQueryParser::DEFINE);
      setState(154);
      word();
      setState(155);
      cohort();
      setState(156);
      match(CohortQueryParser::AS);
      setState(157);
      counted();
      setState(159);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WHERE) {
        setState(158);
        where();
      }
      break;
    }

    case 6: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::DropQueryContext>(_localctx));
      enterOuterAlt(_localctx, 6);
      setState(161);
      match(CohortQueryParser::DROP);
      setState(162);
      word();
      setState(163);
      cohort();
      break;
    }

    case 7: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::SummariseQueryContext>(_localctx));
      enterOuterAlt(_localctx, 7);
      setState(165);
      match(CohortQueryParser::SUMMARISE);
      setState(166);
      summarised();
      setState(167);
      match(CohortQueryParser::OF);
      setState(168);
      measured();
      setState(173);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(169);
        match(CohortQueryParser::T__1);
        setState(170);
        measured();
        setState(175);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(177);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WHERE) {
        setState(176);
        where();
      }
      break;
    }

    case 8: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::SummariseQueryContext>(_localctx));
      enterOuterAlt(_localctx, 8);
      setState(179);
      match(CohortQueryParser::SUMMARISE);
      setState(180);
      summarised();
      setState(181);
      where();
      setState(182);
      match(CohortQueryParser::OF);
      setState(183);
      measured();
      setState(188);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(184);
        match(CohortQueryParser::T__1);
        setState(185);
        measured();
        setState(190);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      break;
    }

    case 9: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::StudyDateQueryContext>(_localctx));
      enterOuterAlt(_localctx, 9);
      setState(191);
      match(CohortQueryParser::STUDY);
      setState(192);
      word();
      setState(193);
      _la = _input->LA(1);
      if (!(((((_la - 75) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 75)) & ((1ULL << (CohortQueryParser::PARAMETER - 75))
        | (1ULL << (CohortQueryParser::DATE - 75))
        | (1ULL << (CohortQueryParser::NUMBER - 75)))) != 0))) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      break;
    }

    case 10: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::DescribeQueryContext>(_localctx));
      enterOuterAlt(_localctx, 10);
      setState(195);
      match(CohortQueryParser::DESCRIBE);
      setState(196);
      name();
      break;
    }

    case 11: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::ShowQueryContext>(_localctx));
      enterOuterAlt(_localctx, 11);
      setState(197);
      match(CohortQueryParser::SHOW);
      setState(198);
      name();
      setState(200);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::PARAMETER

      || _la == CohortQueryParser::STRING) {
        setState(199);
        _la = _input->LA(1);
        if (!(_la == CohortQueryParser::PARAMETER

        || _la == CohortQueryParser::STRING)) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
      }
      break;
    }

    case 12: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::TermsQueryContext>(_localctx));
      enterOuterAlt(_localctx, 12);
      setState(202);
      match(CohortQueryParser::TERMS);
      setState(203);
      match(CohortQueryParser::LIKE);
      setState(204);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::PARAMETER

      || _la == CohortQueryParser::STRING)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(207);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::IN) {
        setState(205);
        match(CohortQueryParser::IN);
        setState(206);
        name();
      }
      setState(211);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::LIMIT) {
        setState(209);
        match(CohortQueryParser::LIMIT);
        setState(210);
        number();
      }
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
    setState(216);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXCLUDED

    || _la == CohortQueryParser::OBSERVED) {
      setState(215);
      polarity();
    }
    setState(219);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::DISTINCT) {
      setState(218);
      match(CohortQueryParser::DISTINCT);
    }
    setState(221);
    name();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SummarisedContext ------------------------------------------------------------------

CohortQueryParser::SummarisedContext::SummarisedContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::PolarityContext* CohortQueryParser::SummarisedContext::polarity() {
  return getRuleContext<CohortQueryParser::PolarityContext>(0);
}

tree::TerminalNode* CohortQueryParser::SummarisedContext::DISTINCT() {
  return getToken(CohortQueryParser::DISTINCT, 0);
}

std::vector<CohortQueryParser::WordContext *> CohortQueryParser::SummarisedContext::word() {
  return getRuleContexts<CohortQueryParser::WordContext>();
}

CohortQueryParser::WordContext* CohortQueryParser::SummarisedContext::word(size_t i) {
  return getRuleContext<CohortQueryParser::WordContext>(i);
}


size_t CohortQueryParser::SummarisedContext::getRuleIndex() const {
  return CohortQueryParser::RuleSummarised;
}


CohortQueryParser::SummarisedContext* CohortQueryParser::summarised() {
  SummarisedContext *_localctx = _tracker.createInstance<SummarisedContext>(_ctx, getState());
  enterRule(_localctx, 8, CohortQueryParser::RuleSummarised);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(224);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXCLUDED

    || _la == CohortQueryParser::OBSERVED) {
      setState(223);
      polarity();
    }
    setState(227);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::DISTINCT) {
      setState(226);
      match(CohortQueryParser::DISTINCT);
    }
    setState(230); 
    _errHandler->sync(this);
    _la = _input->LA(1);
    do {
      setState(229);
      word();
      setState(232); 
      _errHandler->sync(this);
      _la = _input->LA(1);
    } while (((((_la - 18) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 18)) & ((1ULL << (CohortQueryParser::COMMERCIAL - 18))
      | (1ULL << (CohortQueryParser::COMPARE - 18))
      | (1ULL << (CohortQueryParser::DEFINE - 18))
      | (1ULL << (CohortQueryParser::DESCRIBE - 18))
      | (1ULL << (CohortQueryParser::DROP - 18))
      | (1ULL << (CohortQueryParser::FIRST - 18))
      | (1ULL << (CohortQueryParser::FUNNEL - 18))
      | (1ULL << (CohortQueryParser::GROUPS - 18))
      | (1ULL << (CohortQueryParser::IMPACT - 18))
      | (1ULL << (CohortQueryParser::LAST - 18))
      | (1ULL << (CohortQueryParser::LIKE - 18))
      | (1ULL << (CohortQueryParser::NO - 18))
      | (1ULL << (CohortQueryParser::NONE - 18))
      | (1ULL << (CohortQueryParser::NON_COMMERCIAL - 18))
      | (1ULL << (CohortQueryParser::SHOW - 18))
      | (1ULL << (CohortQueryParser::STUDY - 18))
      | (1ULL << (CohortQueryParser::SUMMARISE - 18))
      | (1ULL << (CohortQueryParser::TERMS - 18))
      | (1ULL << (CohortQueryParser::TO - 18))
      | (1ULL << (CohortQueryParser::WORD - 18)))) != 0));
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- MeasuredContext ------------------------------------------------------------------

CohortQueryParser::MeasuredContext::MeasuredContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::NameContext* CohortQueryParser::MeasuredContext::name() {
  return getRuleContext<CohortQueryParser::NameContext>(0);
}

CohortQueryParser::TermsContext* CohortQueryParser::MeasuredContext::terms() {
  return getRuleContext<CohortQueryParser::TermsContext>(0);
}

CohortQueryParser::AsOfContext* CohortQueryParser::MeasuredContext::asOf() {
  return getRuleContext<CohortQueryParser::AsOfContext>(0);
}

tree::TerminalNode* CohortQueryParser::MeasuredContext::IN() {
  return getToken(CohortQueryParser::IN, 0);
}

CohortQueryParser::UnitContext* CohortQueryParser::MeasuredContext::unit() {
  return getRuleContext<CohortQueryParser::UnitContext>(0);
}


size_t CohortQueryParser::MeasuredContext::getRuleIndex() const {
  return CohortQueryParser::RuleMeasured;
}


CohortQueryParser::MeasuredContext* CohortQueryParser::measured() {
  MeasuredContext *_localctx = _tracker.createInstance<MeasuredContext>(_ctx, getState());
  enterRule(_localctx, 10, CohortQueryParser::RuleMeasured);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(234);
    name();
    setState(236);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 28, _ctx)) {
    case 1: {
      setState(235);
      terms();
      break;
    }

    }
    setState(239);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AS) {
      setState(238);
      asOf();
    }
    setState(243);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::IN) {
      setState(241);
      match(CohortQueryParser::IN);
      setState(242);
      unit();
    }
   
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

tree::TerminalNode* CohortQueryParser::CohortContext::PARAMETER() {
  return getToken(CohortQueryParser::PARAMETER, 0);
}


size_t CohortQueryParser::CohortContext::getRuleIndex() const {
  return CohortQueryParser::RuleCohort;
}


CohortQueryParser::CohortContext* CohortQueryParser::cohort() {
  CohortContext *_localctx = _tracker.createInstance<CohortContext>(_ctx, getState());
  enterRule(_localctx, 12, CohortQueryParser::RuleCohort);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(248);
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
      case CohortQueryParser::NONE:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::STUDY:
      case CohortQueryParser::SUMMARISE:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::TO:
      case CohortQueryParser::WORD: {
        enterOuterAlt(_localctx, 1);
        setState(245);
        word();
        break;
      }

      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 2);
        setState(246);
        match(CohortQueryParser::STRING);
        break;
      }

      case CohortQueryParser::PARAMETER: {
        enterOuterAlt(_localctx, 3);
        setState(247);
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
  enterRule(_localctx, 14, CohortQueryParser::RuleCompared);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(250);
    cohort();
    setState(256);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AS) {
      setState(251);
      match(CohortQueryParser::AS);
      setState(252);
      counted();
      setState(254);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WHERE) {
        setState(253);
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
  enterRule(_localctx, 16, CohortQueryParser::RuleWhere);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(258);
    match(CohortQueryParser::WHERE);
    setState(259);
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
  enterRule(_localctx, 18, CohortQueryParser::RuleBy);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(261);
    match(CohortQueryParser::BY);
    setState(262);
    dimension();
    setState(267);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == CohortQueryParser::T__1) {
      setState(263);
      match(CohortQueryParser::T__1);
      setState(264);
      dimension();
      setState(269);
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
  enterRule(_localctx, 20, CohortQueryParser::RuleHaving);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(270);
    match(CohortQueryParser::HAVING);
    setState(271);
    bound();
    setState(276);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == CohortQueryParser::AND) {
      setState(272);
      match(CohortQueryParser::AND);
      setState(273);
      bound();
      setState(278);
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

CohortQueryParser::NumberContext* CohortQueryParser::BoundContext::number() {
  return getRuleContext<CohortQueryParser::NumberContext>(0);
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
  enterRule(_localctx, 22, CohortQueryParser::RuleBound);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(279);
    name();
    setState(280);
    _la = _input->LA(1);
    if (!(((((_la - 69) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 69)) & ((1ULL << (CohortQueryParser::EQUAL - 69))
      | (1ULL << (CohortQueryParser::NOT_EQUAL - 69))
      | (1ULL << (CohortQueryParser::LESS_EQUAL - 69))
      | (1ULL << (CohortQueryParser::LESS - 69))
      | (1ULL << (CohortQueryParser::GREATER_EQUAL - 69))
      | (1ULL << (CohortQueryParser::GREATER - 69)))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
    setState(281);
    number();
   
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

CohortQueryParser::PolarityContext* CohortQueryParser::DimensionContext::polarity() {
  return getRuleContext<CohortQueryParser::PolarityContext>(0);
}

CohortQueryParser::TermsContext* CohortQueryParser::DimensionContext::terms() {
  return getRuleContext<CohortQueryParser::TermsContext>(0);
}

CohortQueryParser::AsOfContext* CohortQueryParser::DimensionContext::asOf() {
  return getRuleContext<CohortQueryParser::AsOfContext>(0);
}

CohortQueryParser::BandsContext* CohortQueryParser::DimensionContext::bands() {
  return getRuleContext<CohortQueryParser::BandsContext>(0);
}

tree::TerminalNode* CohortQueryParser::DimensionContext::IN() {
  return getToken(CohortQueryParser::IN, 0);
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

CohortQueryParser::NumberContext* CohortQueryParser::DimensionContext::number() {
  return getRuleContext<CohortQueryParser::NumberContext>(0);
}


size_t CohortQueryParser::DimensionContext::getRuleIndex() const {
  return CohortQueryParser::RuleDimension;
}


CohortQueryParser::DimensionContext* CohortQueryParser::dimension() {
  DimensionContext *_localctx = _tracker.createInstance<DimensionContext>(_ctx, getState());
  enterRule(_localctx, 24, CohortQueryParser::RuleDimension);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(284);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXCLUDED

    || _la == CohortQueryParser::OBSERVED) {
      setState(283);
      polarity();
    }
    setState(286);
    name();
    setState(288);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 37, _ctx)) {
    case 1: {
      setState(287);
      terms();
      break;
    }

    }
    setState(291);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AS) {
      setState(290);
      asOf();
    }
    setState(294);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 39, _ctx)) {
    case 1: {
      setState(293);
      bands();
      break;
    }

    }
    setState(309);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::IN) {
      setState(296);
      match(CohortQueryParser::IN);
      setState(297);
      match(CohortQueryParser::GROUPS);
      setState(298);
      match(CohortQueryParser::T__2);
      setState(299);
      group();
      setState(304);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(300);
        match(CohortQueryParser::T__1);
        setState(301);
        group();
        setState(306);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(307);
      match(CohortQueryParser::T__3);
    }
    setState(313);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::TOP) {
      setState(311);
      match(CohortQueryParser::TOP);
      setState(312);
      number();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- BandsContext ------------------------------------------------------------------

CohortQueryParser::BandsContext::BandsContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::BandsContext::IN() {
  return getToken(CohortQueryParser::IN, 0);
}

tree::TerminalNode* CohortQueryParser::BandsContext::BANDS() {
  return getToken(CohortQueryParser::BANDS, 0);
}

tree::TerminalNode* CohortQueryParser::BandsContext::OF() {
  return getToken(CohortQueryParser::OF, 0);
}

std::vector<CohortQueryParser::WidthContext *> CohortQueryParser::BandsContext::width() {
  return getRuleContexts<CohortQueryParser::WidthContext>();
}

CohortQueryParser::WidthContext* CohortQueryParser::BandsContext::width(size_t i) {
  return getRuleContext<CohortQueryParser::WidthContext>(i);
}

tree::TerminalNode* CohortQueryParser::BandsContext::AT() {
  return getToken(CohortQueryParser::AT, 0);
}


size_t CohortQueryParser::BandsContext::getRuleIndex() const {
  return CohortQueryParser::RuleBands;
}


CohortQueryParser::BandsContext* CohortQueryParser::bands() {
  BandsContext *_localctx = _tracker.createInstance<BandsContext>(_ctx, getState());
  enterRule(_localctx, 26, CohortQueryParser::RuleBands);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(315);
    match(CohortQueryParser::IN);
    setState(316);
    match(CohortQueryParser::BANDS);
    setState(328);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::OF: {
        setState(317);
        match(CohortQueryParser::OF);
        setState(318);
        width();
        break;
      }

      case CohortQueryParser::AT: {
        setState(319);
        match(CohortQueryParser::AT);
        setState(320);
        width();
        setState(325);
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 43, _ctx);
        while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
          if (alt == 1) {
            setState(321);
            match(CohortQueryParser::T__1);
            setState(322);
            width(); 
          }
          setState(327);
          _errHandler->sync(this);
          alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 43, _ctx);
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

//----------------- WidthContext ------------------------------------------------------------------

CohortQueryParser::WidthContext::WidthContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::AmountContext* CohortQueryParser::WidthContext::amount() {
  return getRuleContext<CohortQueryParser::AmountContext>(0);
}

tree::TerminalNode* CohortQueryParser::WidthContext::PARAMETER() {
  return getToken(CohortQueryParser::PARAMETER, 0);
}


size_t CohortQueryParser::WidthContext::getRuleIndex() const {
  return CohortQueryParser::RuleWidth;
}


CohortQueryParser::WidthContext* CohortQueryParser::width() {
  WidthContext *_localctx = _tracker.createInstance<WidthContext>(_ctx, getState());
  enterRule(_localctx, 28, CohortQueryParser::RuleWidth);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(332);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::NUMBER: {
        enterOuterAlt(_localctx, 1);
        setState(330);
        amount();
        break;
      }

      case CohortQueryParser::PARAMETER: {
        enterOuterAlt(_localctx, 2);
        setState(331);
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
  enterRule(_localctx, 30, CohortQueryParser::RuleGroup);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(336);
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
      case CohortQueryParser::NONE:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::STUDY:
      case CohortQueryParser::SUMMARISE:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::TO:
      case CohortQueryParser::WORD: {
        setState(334);
        word();
        break;
      }

      case CohortQueryParser::STRING: {
        setState(335);
        match(CohortQueryParser::STRING);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(338);
    match(CohortQueryParser::EQUAL);
    setState(351);
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
      case CohortQueryParser::NONE:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::STUDY:
      case CohortQueryParser::SUMMARISE:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::TO:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::DATE:
      case CohortQueryParser::NUMBER:
      case CohortQueryParser::DURATION:
      case CohortQueryParser::CODE:
      case CohortQueryParser::WORD:
      case CohortQueryParser::STRING: {
        setState(339);
        value();
        break;
      }

      case CohortQueryParser::T__2: {
        setState(340);
        match(CohortQueryParser::T__2);
        setState(341);
        value();
        setState(346);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == CohortQueryParser::T__1) {
          setState(342);
          match(CohortQueryParser::T__1);
          setState(343);
          value();
          setState(348);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(349);
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

tree::TerminalNode* CohortQueryParser::AndContext::BUT() {
  return getToken(CohortQueryParser::BUT, 0);
}

tree::TerminalNode* CohortQueryParser::AndContext::EXCEPT() {
  return getToken(CohortQueryParser::EXCEPT, 0);
}

CohortQueryParser::AndContext::AndContext(ExpressionContext *ctx) { copyFrom(ctx); }


//----------------- SomeOfContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::SomeOfContext::OF() {
  return getToken(CohortQueryParser::OF, 0);
}

std::vector<CohortQueryParser::ExpressionContext *> CohortQueryParser::SomeOfContext::expression() {
  return getRuleContexts<CohortQueryParser::ExpressionContext>();
}

CohortQueryParser::ExpressionContext* CohortQueryParser::SomeOfContext::expression(size_t i) {
  return getRuleContext<CohortQueryParser::ExpressionContext>(i);
}

tree::TerminalNode* CohortQueryParser::SomeOfContext::AT() {
  return getToken(CohortQueryParser::AT, 0);
}

tree::TerminalNode* CohortQueryParser::SomeOfContext::LEAST() {
  return getToken(CohortQueryParser::LEAST, 0);
}

CohortQueryParser::NumberContext* CohortQueryParser::SomeOfContext::number() {
  return getRuleContext<CohortQueryParser::NumberContext>(0);
}

tree::TerminalNode* CohortQueryParser::SomeOfContext::MOST() {
  return getToken(CohortQueryParser::MOST, 0);
}

tree::TerminalNode* CohortQueryParser::SomeOfContext::EXACTLY() {
  return getToken(CohortQueryParser::EXACTLY, 0);
}

tree::TerminalNode* CohortQueryParser::SomeOfContext::NONE() {
  return getToken(CohortQueryParser::NONE, 0);
}

CohortQueryParser::SomeOfContext::SomeOfContext(ExpressionContext *ctx) { copyFrom(ctx); }


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
  size_t startState = 32;
  enterRecursionRule(_localctx, 32, CohortQueryParser::RuleExpression, precedence);

    size_t _la = 0;

  auto onExit = finally([=] {
    unrollRecursionContexts(parentContext);
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(384);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 51, _ctx)) {
    case 1: {
      _localctx = _tracker.createInstance<ParenthesisedContext>(_localctx);
      _ctx = _localctx;
      previousContext = _localctx;

      setState(354);
      match(CohortQueryParser::T__2);
      setState(355);
      expression(0);
      setState(356);
      match(CohortQueryParser::T__3);
      break;
    }

    case 2: {
      _localctx = _tracker.createInstance<SomeOfContext>(_localctx);
      _ctx = _localctx;
      previousContext = _localctx;
      setState(367);
      _errHandler->sync(this);
      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 49, _ctx)) {
      case 1: {
        setState(358);
        match(CohortQueryParser::AT);
        setState(359);
        match(CohortQueryParser::LEAST);
        setState(360);
        number();
        break;
      }

      case 2: {
        setState(361);
        match(CohortQueryParser::AT);
        setState(362);
        match(CohortQueryParser::MOST);
        setState(363);
        number();
        break;
      }

      case 3: {
        setState(364);
        match(CohortQueryParser::EXACTLY);
        setState(365);
        number();
        break;
      }

      case 4: {
        setState(366);
        match(CohortQueryParser::NONE);
        break;
      }

      }
      setState(369);
      match(CohortQueryParser::OF);
      setState(370);
      match(CohortQueryParser::T__2);
      setState(371);
      expression(0);
      setState(376);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(372);
        match(CohortQueryParser::T__1);
        setState(373);
        expression(0);
        setState(378);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(379);
      match(CohortQueryParser::T__3);
      break;
    }

    case 3: {
      _localctx = _tracker.createInstance<SingleContext>(_localctx);
      _ctx = _localctx;
      previousContext = _localctx;
      setState(381);
      predicate();
      break;
    }

    case 4: {
      _localctx = _tracker.createInstance<NotContext>(_localctx);
      _ctx = _localctx;
      previousContext = _localctx;
      setState(382);
      match(CohortQueryParser::NOT);
      setState(383);
      expression(3);
      break;
    }

    }
    _ctx->stop = _input->LT(-1);
    setState(394);
    _errHandler->sync(this);
    alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 53, _ctx);
    while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
      if (alt == 1) {
        if (!_parseListeners.empty())
          triggerExitRuleEvent();
        previousContext = _localctx;
        setState(392);
        _errHandler->sync(this);
        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 52, _ctx)) {
        case 1: {
          auto newContext = _tracker.createInstance<AndContext>(_tracker.createInstance<ExpressionContext>(parentContext, parentState));
          _localctx = newContext;
          pushNewRecursionContext(newContext, startState, RuleExpression);
          setState(386);

          if (!(precpred(_ctx, 2))) throw FailedPredicateException(this, "precpred(_ctx, 2)");
          setState(387);
          _la = _input->LA(1);
          if (!((((_la & ~ 0x3fULL) == 0) &&
            ((1ULL << _la) & ((1ULL << CohortQueryParser::AND)
            | (1ULL << CohortQueryParser::BUT)
            | (1ULL << CohortQueryParser::EXCEPT))) != 0))) {
          _errHandler->recoverInline(this);
          }
          else {
            _errHandler->reportMatch(this);
            consume();
          }
          setState(388);
          expression(3);
          break;
        }

        case 2: {
          auto newContext = _tracker.createInstance<OrContext>(_tracker.createInstance<ExpressionContext>(parentContext, parentState));
          _localctx = newContext;
          pushNewRecursionContext(newContext, startState, RuleExpression);
          setState(389);

          if (!(precpred(_ctx, 1))) throw FailedPredicateException(this, "precpred(_ctx, 1)");
          setState(390);
          match(CohortQueryParser::OR);
          setState(391);
          expression(2);
          break;
        }

        } 
      }
      setState(396);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 53, _ctx);
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

tree::TerminalNode* CohortQueryParser::InCohortContext::PARAMETER() {
  return getToken(CohortQueryParser::PARAMETER, 0);
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

CohortQueryParser::NameContext* CohortQueryParser::HasContext::name() {
  return getRuleContext<CohortQueryParser::NameContext>(0);
}

tree::TerminalNode* CohortQueryParser::HasContext::HAS() {
  return getToken(CohortQueryParser::HAS, 0);
}

tree::TerminalNode* CohortQueryParser::HasContext::NO() {
  return getToken(CohortQueryParser::NO, 0);
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

CohortQueryParser::QuantityContext* CohortQueryParser::HasContext::quantity() {
  return getRuleContext<CohortQueryParser::QuantityContext>(0);
}

CohortQueryParser::HasContext::HasContext(PredicateContext *ctx) { copyFrom(ctx); }


CohortQueryParser::PredicateContext* CohortQueryParser::predicate() {
  PredicateContext *_localctx = _tracker.createInstance<PredicateContext>(_ctx, getState());
  enterRule(_localctx, 34, CohortQueryParser::RulePredicate);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(469);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 71, _ctx)) {
    case 1: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::HasContext>(_localctx));
      enterOuterAlt(_localctx, 1);
      setState(402);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case CohortQueryParser::HAS: {
          setState(397);
          match(CohortQueryParser::HAS);
          setState(399);
          _errHandler->sync(this);

          switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 54, _ctx)) {
          case 1: {
            setState(398);
            quantity();
            break;
          }

          }
          break;
        }

        case CohortQueryParser::NO: {
          setState(401);
          match(CohortQueryParser::NO);
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(405);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::EXCLUDED

      || _la == CohortQueryParser::OBSERVED) {
        setState(404);
        polarity();
      }
      setState(408);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 57, _ctx)) {
      case 1: {
        setState(407);
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
      setState(410);
      name();
      setState(412);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 58, _ctx)) {
      case 1: {
        setState(411);
        terms();
        break;
      }

      }
      setState(415);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 59, _ctx)) {
      case 1: {
        setState(414);
        alias();
        break;
      }

      }
      setState(419);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 60, _ctx)) {
      case 1: {
        setState(417);
        match(CohortQueryParser::WITH);
        setState(418);
        condition();
        break;
      }

      }
      setState(422);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 61, _ctx)) {
      case 1: {
        setState(421);
        alias();
        break;
      }

      }
      setState(425);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 62, _ctx)) {
      case 1: {
        setState(424);
        onDates();
        break;
      }

      }
      break;
    }

    case 2: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::InCohortContext>(_localctx));
      enterOuterAlt(_localctx, 2);
      setState(427);
      match(CohortQueryParser::IN);
      setState(428);
      word();
      setState(432);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 63, _ctx)) {
      case 1: {
        setState(429);
        word();
        break;
      }

      case 2: {
        setState(430);
        match(CohortQueryParser::STRING);
        break;
      }

      case 3: {
        setState(431);
        match(CohortQueryParser::PARAMETER);
        break;
      }

      }
      break;
    }

    case 3: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::InCohortContext>(_localctx));
      enterOuterAlt(_localctx, 3);
      setState(434);
      match(CohortQueryParser::IN);
      setState(435);
      match(CohortQueryParser::STRING);
      break;
    }

    case 4: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::UsableContext>(_localctx));
      enterOuterAlt(_localctx, 4);
      setState(436);
      match(CohortQueryParser::USABLE);
      setState(437);
      match(CohortQueryParser::FOR);
      setState(438);
      purpose();
      setState(441);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 64, _ctx)) {
      case 1: {
        setState(439);
        match(CohortQueryParser::BY);
        setState(440);
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
      setState(445);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 65, _ctx)) {
      case 1: {
        setState(443);
        match(CohortQueryParser::IN);
        setState(444);
        value();
        break;
      }

      }
      break;
    }

    case 5: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::OverlapsContext>(_localctx));
      enterOuterAlt(_localctx, 5);
      setState(448);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::CERTAINLY

      || _la == CohortQueryParser::POSSIBLY) {
        setState(447);
        certainty();
      }
      setState(451);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (((((_la - 18) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 18)) & ((1ULL << (CohortQueryParser::COMMERCIAL - 18))
        | (1ULL << (CohortQueryParser::COMPARE - 18))
        | (1ULL << (CohortQueryParser::DEFINE - 18))
        | (1ULL << (CohortQueryParser::DESCRIBE - 18))
        | (1ULL << (CohortQueryParser::DROP - 18))
        | (1ULL << (CohortQueryParser::FIRST - 18))
        | (1ULL << (CohortQueryParser::FUNNEL - 18))
        | (1ULL << (CohortQueryParser::GROUPS - 18))
        | (1ULL << (CohortQueryParser::IMPACT - 18))
        | (1ULL << (CohortQueryParser::LAST - 18))
        | (1ULL << (CohortQueryParser::LIKE - 18))
        | (1ULL << (CohortQueryParser::NO - 18))
        | (1ULL << (CohortQueryParser::NONE - 18))
        | (1ULL << (CohortQueryParser::NON_COMMERCIAL - 18))
        | (1ULL << (CohortQueryParser::SHOW - 18))
        | (1ULL << (CohortQueryParser::STUDY - 18))
        | (1ULL << (CohortQueryParser::SUMMARISE - 18))
        | (1ULL << (CohortQueryParser::TERMS - 18))
        | (1ULL << (CohortQueryParser::TO - 18))
        | (1ULL << (CohortQueryParser::WORD - 18)))) != 0)) {
        setState(450);
        word();
      }
      setState(453);
      match(CohortQueryParser::OVERLAPS);
      setState(454);
      word();
      break;
    }

    case 6: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::CompareContext>(_localctx));
      enterOuterAlt(_localctx, 6);
      setState(456);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::CERTAINLY

      || _la == CohortQueryParser::POSSIBLY) {
        setState(455);
        certainty();
      }
      setState(461);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 69, _ctx)) {
      case 1: {
        setState(458);
        word();
        setState(459);
        match(CohortQueryParser::T__4);
        break;
      }

      }
      setState(463);
      name();
      setState(465);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::AS) {
        setState(464);
        asOf();
      }
      setState(467);
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
  enterRule(_localctx, 36, CohortQueryParser::RuleAlias);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(471);
    match(CohortQueryParser::AS);
    setState(472);
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

CohortQueryParser::NumberContext* CohortQueryParser::OnDatesContext::number() {
  return getRuleContext<CohortQueryParser::NumberContext>(0);
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
  enterRule(_localctx, 38, CohortQueryParser::RuleOnDates);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(474);
    match(CohortQueryParser::ON);
    setState(477);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AT) {
      setState(475);
      match(CohortQueryParser::AT);
      setState(476);
      match(CohortQueryParser::LEAST);
    }
    setState(479);
    number();
    setState(480);
    match(CohortQueryParser::DISTINCT);
    setState(481);
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
  enterRule(_localctx, 40, CohortQueryParser::RulePurpose);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(489);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 1);
        setState(483);
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
      case CohortQueryParser::NONE:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::STUDY:
      case CohortQueryParser::SUMMARISE:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::TO:
      case CohortQueryParser::WORD: {
        enterOuterAlt(_localctx, 2);
        setState(485); 
        _errHandler->sync(this);
        alt = 1;
        do {
          switch (alt) {
            case 1: {
                  setState(484);
                  word();
                  break;
                }

          default:
            throw NoViableAltException(this);
          }
          setState(487); 
          _errHandler->sync(this);
          alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 73, _ctx);
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
  enterRule(_localctx, 42, CohortQueryParser::RuleCondition);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(498);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::T__2: {
        _localctx = dynamic_cast<ConditionContext *>(_tracker.createInstance<CohortQueryParser::ConditionGroupContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(491);
        match(CohortQueryParser::T__2);
        setState(492);
        expression(0);
        setState(493);
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
      case CohortQueryParser::NONE:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::OVERLAPS:
      case CohortQueryParser::POSSIBLY:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::STUDY:
      case CohortQueryParser::SUMMARISE:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::TO:
      case CohortQueryParser::USABLE:
      case CohortQueryParser::WORD: {
        _localctx = dynamic_cast<ConditionContext *>(_tracker.createInstance<CohortQueryParser::ConditionSingleContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(495);
        predicate();
        break;
      }

      case CohortQueryParser::NOT: {
        _localctx = dynamic_cast<ConditionContext *>(_tracker.createInstance<CohortQueryParser::ConditionNotContext>(_localctx));
        enterOuterAlt(_localctx, 3);
        setState(496);
        match(CohortQueryParser::NOT);
        setState(497);
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

CohortQueryParser::NumberContext* CohortQueryParser::QuantityContext::number() {
  return getRuleContext<CohortQueryParser::NumberContext>(0);
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
  enterRule(_localctx, 44, CohortQueryParser::RuleQuantity);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(512);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::AT:
      case CohortQueryParser::EXACTLY: {
        enterOuterAlt(_localctx, 1);
        setState(505);
        _errHandler->sync(this);
        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 76, _ctx)) {
        case 1: {
          setState(500);
          match(CohortQueryParser::AT);
          setState(501);
          match(CohortQueryParser::LEAST);
          break;
        }

        case 2: {
          setState(502);
          match(CohortQueryParser::AT);
          setState(503);
          match(CohortQueryParser::MOST);
          break;
        }

        case 3: {
          setState(504);
          match(CohortQueryParser::EXACTLY);
          break;
        }

        }
        setState(507);
        number();
        setState(509);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::DISTINCT) {
          setState(508);
          match(CohortQueryParser::DISTINCT);
        }
        break;
      }

      case CohortQueryParser::NO: {
        enterOuterAlt(_localctx, 2);
        setState(511);
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
  enterRule(_localctx, 46, CohortQueryParser::RulePolarity);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(514);
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
  enterRule(_localctx, 48, CohortQueryParser::RuleCertainty);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(516);
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

std::vector<CohortQueryParser::AnyTermContext *> CohortQueryParser::TermsContext::anyTerm() {
  return getRuleContexts<CohortQueryParser::AnyTermContext>();
}

CohortQueryParser::AnyTermContext* CohortQueryParser::TermsContext::anyTerm(size_t i) {
  return getRuleContext<CohortQueryParser::AnyTermContext>(i);
}

tree::TerminalNode* CohortQueryParser::TermsContext::EXCEPT() {
  return getToken(CohortQueryParser::EXCEPT, 0);
}


size_t CohortQueryParser::TermsContext::getRuleIndex() const {
  return CohortQueryParser::RuleTerms;
}


CohortQueryParser::TermsContext* CohortQueryParser::terms() {
  TermsContext *_localctx = _tracker.createInstance<TermsContext>(_ctx, getState());
  enterRule(_localctx, 50, CohortQueryParser::RuleTerms);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(518);
    anyTerm();
    setState(521);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 79, _ctx)) {
    case 1: {
      setState(519);
      match(CohortQueryParser::EXCEPT);
      setState(520);
      anyTerm();
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

//----------------- AnyTermContext ------------------------------------------------------------------

CohortQueryParser::AnyTermContext::AnyTermContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

std::vector<CohortQueryParser::TermContext *> CohortQueryParser::AnyTermContext::term() {
  return getRuleContexts<CohortQueryParser::TermContext>();
}

CohortQueryParser::TermContext* CohortQueryParser::AnyTermContext::term(size_t i) {
  return getRuleContext<CohortQueryParser::TermContext>(i);
}

std::vector<tree::TerminalNode *> CohortQueryParser::AnyTermContext::OR() {
  return getTokens(CohortQueryParser::OR);
}

tree::TerminalNode* CohortQueryParser::AnyTermContext::OR(size_t i) {
  return getToken(CohortQueryParser::OR, i);
}

tree::TerminalNode* CohortQueryParser::AnyTermContext::IN() {
  return getToken(CohortQueryParser::IN, 0);
}

tree::TerminalNode* CohortQueryParser::AnyTermContext::PARAMETER() {
  return getToken(CohortQueryParser::PARAMETER, 0);
}


size_t CohortQueryParser::AnyTermContext::getRuleIndex() const {
  return CohortQueryParser::RuleAnyTerm;
}


CohortQueryParser::AnyTermContext* CohortQueryParser::anyTerm() {
  AnyTermContext *_localctx = _tracker.createInstance<AnyTermContext>(_ctx, getState());
  enterRule(_localctx, 52, CohortQueryParser::RuleAnyTerm);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(546);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 1);
        setState(523);
        term();
        setState(528);
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 80, _ctx);
        while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
          if (alt == 1) {
            setState(524);
            match(CohortQueryParser::OR);
            setState(525);
            term(); 
          }
          setState(530);
          _errHandler->sync(this);
          alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 80, _ctx);
        }
        break;
      }

      case CohortQueryParser::IN: {
        enterOuterAlt(_localctx, 2);
        setState(531);
        match(CohortQueryParser::IN);
        setState(544);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case CohortQueryParser::T__2: {
            setState(532);
            match(CohortQueryParser::T__2);
            setState(533);
            term();
            setState(538);
            _errHandler->sync(this);
            _la = _input->LA(1);
            while (_la == CohortQueryParser::T__1) {
              setState(534);
              match(CohortQueryParser::T__1);
              setState(535);
              term();
              setState(540);
              _errHandler->sync(this);
              _la = _input->LA(1);
            }
            setState(541);
            match(CohortQueryParser::T__3);
            break;
          }

          case CohortQueryParser::PARAMETER: {
            setState(543);
            match(CohortQueryParser::PARAMETER);
            break;
          }

        default:
          throw NoViableAltException(this);
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
  enterRule(_localctx, 54, CohortQueryParser::RuleTerm);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(549);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXACTLY) {
      setState(548);
      match(CohortQueryParser::EXACTLY);
    }
    setState(557);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::CODE: {
        setState(551);
        match(CohortQueryParser::CODE);
        setState(553);
        _errHandler->sync(this);

        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 85, _ctx)) {
        case 1: {
          setState(552);
          match(CohortQueryParser::STRING);
          break;
        }

        }
        break;
      }

      case CohortQueryParser::STRING: {
        setState(555);
        match(CohortQueryParser::STRING);
        break;
      }

      case CohortQueryParser::PARAMETER: {
        setState(556);
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

std::vector<tree::TerminalNode *> CohortQueryParser::IsValueContext::OR() {
  return getTokens(CohortQueryParser::OR);
}

tree::TerminalNode* CohortQueryParser::IsValueContext::OR(size_t i) {
  return getToken(CohortQueryParser::OR, i);
}

std::vector<CohortQueryParser::TermContext *> CohortQueryParser::IsValueContext::term() {
  return getRuleContexts<CohortQueryParser::TermContext>();
}

CohortQueryParser::TermContext* CohortQueryParser::IsValueContext::term(size_t i) {
  return getRuleContext<CohortQueryParser::TermContext>(i);
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


//----------------- AgedContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::AgedContext::AGED() {
  return getToken(CohortQueryParser::AGED, 0);
}

std::vector<CohortQueryParser::ValueContext *> CohortQueryParser::AgedContext::value() {
  return getRuleContexts<CohortQueryParser::ValueContext>();
}

CohortQueryParser::ValueContext* CohortQueryParser::AgedContext::value(size_t i) {
  return getRuleContext<CohortQueryParser::ValueContext>(i);
}

tree::TerminalNode* CohortQueryParser::AgedContext::TO() {
  return getToken(CohortQueryParser::TO, 0);
}

CohortQueryParser::AgedContext::AgedContext(ComparisonContext *ctx) { copyFrom(ctx); }


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

tree::TerminalNode* CohortQueryParser::InListContext::PARAMETER() {
  return getToken(CohortQueryParser::PARAMETER, 0);
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
  enterRule(_localctx, 56, CohortQueryParser::RuleComparison);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(632);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 93, _ctx)) {
    case 1: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsRecordedContext>(_localctx));
      enterOuterAlt(_localctx, 1);
      setState(559);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(560);
      match(CohortQueryParser::RECORDED);
      break;
    }

    case 2: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsMissingContext>(_localctx));
      enterOuterAlt(_localctx, 2);
      setState(561);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(562);
      match(CohortQueryParser::MISSING);
      break;
    }

    case 3: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsMissingContext>(_localctx));
      enterOuterAlt(_localctx, 3);
      setState(563);
      match(CohortQueryParser::IS);
      setState(564);
      match(CohortQueryParser::NOT);
      setState(565);
      match(CohortQueryParser::RECORDED);
      break;
    }

    case 4: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsRecordedContext>(_localctx));
      enterOuterAlt(_localctx, 4);
      setState(566);
      match(CohortQueryParser::IS);
      setState(567);
      match(CohortQueryParser::NOT);
      setState(568);
      match(CohortQueryParser::MISSING);
      break;
    }

    case 5: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::InListContext>(_localctx));
      enterOuterAlt(_localctx, 5);
      setState(574);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case CohortQueryParser::IS: {
          setState(569);
          match(CohortQueryParser::IS);
          setState(571);
          _errHandler->sync(this);

          _la = _input->LA(1);
          if (_la == CohortQueryParser::NOT) {
            setState(570);
            match(CohortQueryParser::NOT);
          }
          break;
        }

        case CohortQueryParser::NOT: {
          setState(573);
          match(CohortQueryParser::NOT);
          break;
        }

        case CohortQueryParser::IN: {
          break;
        }

      default:
        break;
      }
      setState(576);
      match(CohortQueryParser::IN);
      setState(589);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case CohortQueryParser::T__2: {
          setState(577);
          match(CohortQueryParser::T__2);
          setState(578);
          value();
          setState(583);
          _errHandler->sync(this);
          _la = _input->LA(1);
          while (_la == CohortQueryParser::T__1) {
            setState(579);
            match(CohortQueryParser::T__1);
            setState(580);
            value();
            setState(585);
            _errHandler->sync(this);
            _la = _input->LA(1);
          }
          setState(586);
          match(CohortQueryParser::T__3);
          break;
        }

        case CohortQueryParser::PARAMETER: {
          setState(588);
          match(CohortQueryParser::PARAMETER);
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      break;
    }

    case 6: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsNotValueContext>(_localctx));
      enterOuterAlt(_localctx, 6);
      setState(591);
      match(CohortQueryParser::IS);
      setState(592);
      match(CohortQueryParser::NOT);
      setState(593);
      value();
      break;
    }

    case 7: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsNotValueContext>(_localctx));
      enterOuterAlt(_localctx, 7);
      setState(594);
      match(CohortQueryParser::NOT_EQUAL);
      setState(595);
      value();
      break;
    }

    case 8: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsValueContext>(_localctx));
      enterOuterAlt(_localctx, 8);
      setState(596);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(597);
      value();
      setState(602);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 91, _ctx);
      while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
        if (alt == 1) {
          setState(598);
          match(CohortQueryParser::OR);
          setState(599);
          term(); 
        }
        setState(604);
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 91, _ctx);
      }
      break;
    }

    case 9: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::OrderedContext>(_localctx));
      enterOuterAlt(_localctx, 9);
      setState(605);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::AFTER

      || _la == CohortQueryParser::BEFORE || ((((_la - 71) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 71)) & ((1ULL << (CohortQueryParser::LESS_EQUAL - 71))
        | (1ULL << (CohortQueryParser::LESS - 71))
        | (1ULL << (CohortQueryParser::GREATER_EQUAL - 71))
        | (1ULL << (CohortQueryParser::GREATER - 71)))) != 0))) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(606);
      point();
      break;
    }

    case 10: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::BetweenContext>(_localctx));
      enterOuterAlt(_localctx, 10);
      setState(607);
      match(CohortQueryParser::BETWEEN);
      setState(608);
      point();
      setState(609);
      match(CohortQueryParser::AND);
      setState(610);
      point();
      break;
    }

    case 11: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::WithinContext>(_localctx));
      enterOuterAlt(_localctx, 11);
      setState(612);
      match(CohortQueryParser::WITHIN);
      setState(613);
      duration();
      setState(614);
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
      setState(615);
      point();
      break;
    }

    case 12: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::ApartContext>(_localctx));
      enterOuterAlt(_localctx, 12);
      setState(617);
      match(CohortQueryParser::AT);
      setState(618);
      match(CohortQueryParser::LEAST);
      setState(619);
      duration();
      setState(620);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::AFTER

      || _la == CohortQueryParser::BEFORE)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(621);
      point();
      break;
    }

    case 13: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::AgedContext>(_localctx));
      enterOuterAlt(_localctx, 13);
      setState(623);
      match(CohortQueryParser::AGED);
      setState(624);
      value();
      setState(627);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 92, _ctx)) {
      case 1: {
        setState(625);
        match(CohortQueryParser::TO);
        setState(626);
        value();
        break;
      }

      }
      break;
    }

    case 14: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::StartsWithContext>(_localctx));
      enterOuterAlt(_localctx, 14);
      setState(629);
      match(CohortQueryParser::STARTS);
      setState(630);
      match(CohortQueryParser::WITH);
      setState(631);
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

tree::TerminalNode* CohortQueryParser::AsOfContext::STUDY() {
  return getToken(CohortQueryParser::STUDY, 0);
}

CohortQueryParser::WordContext* CohortQueryParser::AsOfContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}


size_t CohortQueryParser::AsOfContext::getRuleIndex() const {
  return CohortQueryParser::RuleAsOf;
}


CohortQueryParser::AsOfContext* CohortQueryParser::asOf() {
  AsOfContext *_localctx = _tracker.createInstance<AsOfContext>(_ctx, getState());
  enterRule(_localctx, 58, CohortQueryParser::RuleAsOf);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(634);
    match(CohortQueryParser::AS);
    setState(635);
    match(CohortQueryParser::OF);
    setState(639);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 94, _ctx)) {
    case 1: {
      setState(636);
      value();
      break;
    }

    case 2: {
      setState(637);
      match(CohortQueryParser::STUDY);
      setState(638);
      word();
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

//----------------- PointContext ------------------------------------------------------------------

CohortQueryParser::PointContext::PointContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
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

CohortQueryParser::FactorContext* CohortQueryParser::PointContext::factor() {
  return getRuleContext<CohortQueryParser::FactorContext>(0);
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

CohortQueryParser::ValueContext* CohortQueryParser::PointContext::value() {
  return getRuleContext<CohortQueryParser::ValueContext>(0);
}


size_t CohortQueryParser::PointContext::getRuleIndex() const {
  return CohortQueryParser::RulePoint;
}


CohortQueryParser::PointContext* CohortQueryParser::point() {
  PointContext *_localctx = _tracker.createInstance<PointContext>(_ctx, getState());
  enterRule(_localctx, 60, CohortQueryParser::RulePoint);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(661);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 99, _ctx)) {
    case 1: {
      enterOuterAlt(_localctx, 1);
      setState(642);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::NUMBER) {
        setState(641);
        factor();
      }
      setState(644);
      word();
      setState(645);
      match(CohortQueryParser::T__4);
      setState(646);
      name();
      break;
    }

    case 2: {
      enterOuterAlt(_localctx, 2);
      setState(649);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::NUMBER) {
        setState(648);
        factor();
      }
      setState(651);
      word();
      setState(656); 
      _errHandler->sync(this);
      alt = 1;
      do {
        switch (alt) {
          case 1: {
                setState(653);
                _errHandler->sync(this);

                _la = _input->LA(1);
                if (_la == CohortQueryParser::AT

                || _la == CohortQueryParser::OF) {
                  setState(652);
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
                setState(655);
                word();
                break;
              }

        default:
          throw NoViableAltException(this);
        }
        setState(658); 
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 98, _ctx);
      } while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER);
      break;
    }

    case 3: {
      enterOuterAlt(_localctx, 3);
      setState(660);
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

//----------------- FactorContext ------------------------------------------------------------------

CohortQueryParser::FactorContext::FactorContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::FactorContext::NUMBER() {
  return getToken(CohortQueryParser::NUMBER, 0);
}

tree::TerminalNode* CohortQueryParser::FactorContext::TIMES() {
  return getToken(CohortQueryParser::TIMES, 0);
}


size_t CohortQueryParser::FactorContext::getRuleIndex() const {
  return CohortQueryParser::RuleFactor;
}


CohortQueryParser::FactorContext* CohortQueryParser::factor() {
  FactorContext *_localctx = _tracker.createInstance<FactorContext>(_ctx, getState());
  enterRule(_localctx, 62, CohortQueryParser::RuleFactor);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(663);
    match(CohortQueryParser::NUMBER);
    setState(664);
    match(CohortQueryParser::TIMES);
   
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
  enterRule(_localctx, 64, CohortQueryParser::RuleDuration);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(669);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::NUMBER: {
        enterOuterAlt(_localctx, 1);
        setState(666);
        amount();
        break;
      }

      case CohortQueryParser::DURATION: {
        enterOuterAlt(_localctx, 2);
        setState(667);
        match(CohortQueryParser::DURATION);
        break;
      }

      case CohortQueryParser::PARAMETER: {
        enterOuterAlt(_localctx, 3);
        setState(668);
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
  enterRule(_localctx, 66, CohortQueryParser::RuleValue);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(676);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::NUMBER: {
        enterOuterAlt(_localctx, 1);
        setState(671);
        amount();
        break;
      }

      case CohortQueryParser::DURATION: {
        enterOuterAlt(_localctx, 2);
        setState(672);
        match(CohortQueryParser::DURATION);
        break;
      }

      case CohortQueryParser::DATE: {
        enterOuterAlt(_localctx, 3);
        setState(673);
        match(CohortQueryParser::DATE);
        break;
      }

      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 4);
        setState(674);
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
      case CohortQueryParser::NONE:
      case CohortQueryParser::NON_COMMERCIAL:
      case CohortQueryParser::SHOW:
      case CohortQueryParser::STUDY:
      case CohortQueryParser::SUMMARISE:
      case CohortQueryParser::TERMS:
      case CohortQueryParser::TO:
      case CohortQueryParser::WORD: {
        enterOuterAlt(_localctx, 5);
        setState(675);
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

//----------------- NumberContext ------------------------------------------------------------------

CohortQueryParser::NumberContext::NumberContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* CohortQueryParser::NumberContext::NUMBER() {
  return getToken(CohortQueryParser::NUMBER, 0);
}

tree::TerminalNode* CohortQueryParser::NumberContext::PARAMETER() {
  return getToken(CohortQueryParser::PARAMETER, 0);
}


size_t CohortQueryParser::NumberContext::getRuleIndex() const {
  return CohortQueryParser::RuleNumber;
}


CohortQueryParser::NumberContext* CohortQueryParser::number() {
  NumberContext *_localctx = _tracker.createInstance<NumberContext>(_ctx, getState());
  enterRule(_localctx, 68, CohortQueryParser::RuleNumber);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(678);
    _la = _input->LA(1);
    if (!(_la == CohortQueryParser::PARAMETER

    || _la == CohortQueryParser::NUMBER)) {
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

tree::TerminalNode* CohortQueryParser::AmountContext::GESTATION() {
  return getToken(CohortQueryParser::GESTATION, 0);
}

std::vector<CohortQueryParser::UnitContext *> CohortQueryParser::AmountContext::unit() {
  return getRuleContexts<CohortQueryParser::UnitContext>();
}

CohortQueryParser::UnitContext* CohortQueryParser::AmountContext::unit(size_t i) {
  return getRuleContext<CohortQueryParser::UnitContext>(i);
}

tree::TerminalNode* CohortQueryParser::AmountContext::OF() {
  return getToken(CohortQueryParser::OF, 0);
}


size_t CohortQueryParser::AmountContext::getRuleIndex() const {
  return CohortQueryParser::RuleAmount;
}


CohortQueryParser::AmountContext* CohortQueryParser::amount() {
  AmountContext *_localctx = _tracker.createInstance<AmountContext>(_ctx, getState());
  enterRule(_localctx, 70, CohortQueryParser::RuleAmount);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(684); 
    _errHandler->sync(this);
    alt = 1;
    do {
      switch (alt) {
        case 1: {
              setState(680);
              match(CohortQueryParser::NUMBER);
              setState(682);
              _errHandler->sync(this);

              switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 102, _ctx)) {
              case 1: {
                setState(681);
                unit();
                break;
              }

              }
              break;
            }

      default:
        throw NoViableAltException(this);
      }
      setState(686); 
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 103, _ctx);
    } while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER);
    setState(692);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 105, _ctx)) {
    case 1: {
      setState(689);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::OF) {
        setState(688);
        match(CohortQueryParser::OF);
      }
      setState(691);
      match(CohortQueryParser::GESTATION);
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
  enterRule(_localctx, 72, CohortQueryParser::RuleUnit);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(694);
    _la = _input->LA(1);
    if (!(((((_la - 80) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 80)) & ((1ULL << (CohortQueryParser::WORD - 80))
      | (1ULL << (CohortQueryParser::UNIT - 80))
      | (1ULL << (CohortQueryParser::STRING - 80)))) != 0))) {
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
  enterRule(_localctx, 74, CohortQueryParser::RuleName);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(696);
    word();
    setState(703);
    _errHandler->sync(this);
    alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 107, _ctx);
    while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
      if (alt == 1) {
        setState(698);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::AT

        || _la == CohortQueryParser::OF) {
          setState(697);
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
        setState(700);
        word(); 
      }
      setState(705);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 107, _ctx);
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

tree::TerminalNode* CohortQueryParser::WordContext::NONE() {
  return getToken(CohortQueryParser::NONE, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::SHOW() {
  return getToken(CohortQueryParser::SHOW, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::STUDY() {
  return getToken(CohortQueryParser::STUDY, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::SUMMARISE() {
  return getToken(CohortQueryParser::SUMMARISE, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::TERMS() {
  return getToken(CohortQueryParser::TERMS, 0);
}

tree::TerminalNode* CohortQueryParser::WordContext::TO() {
  return getToken(CohortQueryParser::TO, 0);
}


size_t CohortQueryParser::WordContext::getRuleIndex() const {
  return CohortQueryParser::RuleWord;
}


CohortQueryParser::WordContext* CohortQueryParser::word() {
  WordContext *_localctx = _tracker.createInstance<WordContext>(_ctx, getState());
  enterRule(_localctx, 76, CohortQueryParser::RuleWord);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(706);
    _la = _input->LA(1);
    if (!(((((_la - 18) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 18)) & ((1ULL << (CohortQueryParser::COMMERCIAL - 18))
      | (1ULL << (CohortQueryParser::COMPARE - 18))
      | (1ULL << (CohortQueryParser::DEFINE - 18))
      | (1ULL << (CohortQueryParser::DESCRIBE - 18))
      | (1ULL << (CohortQueryParser::DROP - 18))
      | (1ULL << (CohortQueryParser::FIRST - 18))
      | (1ULL << (CohortQueryParser::FUNNEL - 18))
      | (1ULL << (CohortQueryParser::GROUPS - 18))
      | (1ULL << (CohortQueryParser::IMPACT - 18))
      | (1ULL << (CohortQueryParser::LAST - 18))
      | (1ULL << (CohortQueryParser::LIKE - 18))
      | (1ULL << (CohortQueryParser::NO - 18))
      | (1ULL << (CohortQueryParser::NONE - 18))
      | (1ULL << (CohortQueryParser::NON_COMMERCIAL - 18))
      | (1ULL << (CohortQueryParser::SHOW - 18))
      | (1ULL << (CohortQueryParser::STUDY - 18))
      | (1ULL << (CohortQueryParser::SUMMARISE - 18))
      | (1ULL << (CohortQueryParser::TERMS - 18))
      | (1ULL << (CohortQueryParser::TO - 18))
      | (1ULL << (CohortQueryParser::WORD - 18)))) != 0))) {
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
    case 16: return expressionSempred(dynamic_cast<ExpressionContext *>(context), predicateIndex);

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
  "script", "statement", "query", "counted", "summarised", "measured", "cohort", 
  "compared", "where", "by", "having", "bound", "dimension", "bands", "width", 
  "group", "expression", "predicate", "alias", "onDates", "purpose", "condition", 
  "quantity", "polarity", "certainty", "terms", "anyTerm", "term", "comparison", 
  "asOf", "point", "factor", "duration", "value", "number", "amount", "unit", 
  "name", "word"
};

std::vector<std::string> CohortQueryParser::_literalNames = {
  "", "';'", "','", "'('", "')'", "'.'", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", 
  "", "'='", "", "", "'<'", "", "'>'"
};

std::vector<std::string> CohortQueryParser::_symbolicNames = {
  "", "", "", "", "", "", "AFTER", "AGED", "ANALYSE", "AND", "AS", "AT", 
  "BANDS", "BEFORE", "BETWEEN", "BUT", "BY", "CERTAINLY", "COMMERCIAL", 
  "COMPARE", "COUNT", "DEFINE", "DESCRIBE", "DISTINCT", "DROP", "EXACTLY", 
  "EXCEPT", "EXCLUDED", "EXPLAIN", "FIRST", "FOR", "FUNNEL", "GESTATION", 
  "GROUPS", "HAS", "HAVING", "IMPACT", "IN", "IS", "LAST", "LEAST", "LIKE", 
  "LIMIT", "LIST", "MISSING", "MOST", "NO", "NONE", "NON_COMMERCIAL", "NOT", 
  "OBSERVED", "OF", "ON", "OR", "OVERLAPS", "POSSIBLY", "RECORDED", "SHOW", 
  "STARTS", "STUDY", "SUMMARISE", "TERMS", "TIMES", "TO", "TOP", "USABLE", 
  "WHERE", "WITH", "WITHIN", "EQUAL", "NOT_EQUAL", "LESS_EQUAL", "LESS", 
  "GREATER_EQUAL", "GREATER", "PARAMETER", "DATE", "NUMBER", "DURATION", 
  "CODE", "WORD", "UNIT", "STRING", "COMMENT", "SPACE", "UNKNOWN"
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
    0x3, 0x57, 0x2c7, 0x4, 0x2, 0x9, 0x2, 0x4, 0x3, 0x9, 0x3, 0x4, 0x4, 
    0x9, 0x4, 0x4, 0x5, 0x9, 0x5, 0x4, 0x6, 0x9, 0x6, 0x4, 0x7, 0x9, 0x7, 
    0x4, 0x8, 0x9, 0x8, 0x4, 0x9, 0x9, 0x9, 0x4, 0xa, 0x9, 0xa, 0x4, 0xb, 
    0x9, 0xb, 0x4, 0xc, 0x9, 0xc, 0x4, 0xd, 0x9, 0xd, 0x4, 0xe, 0x9, 0xe, 
    0x4, 0xf, 0x9, 0xf, 0x4, 0x10, 0x9, 0x10, 0x4, 0x11, 0x9, 0x11, 0x4, 
    0x12, 0x9, 0x12, 0x4, 0x13, 0x9, 0x13, 0x4, 0x14, 0x9, 0x14, 0x4, 0x15, 
    0x9, 0x15, 0x4, 0x16, 0x9, 0x16, 0x4, 0x17, 0x9, 0x17, 0x4, 0x18, 0x9, 
    0x18, 0x4, 0x19, 0x9, 0x19, 0x4, 0x1a, 0x9, 0x1a, 0x4, 0x1b, 0x9, 0x1b, 
    0x4, 0x1c, 0x9, 0x1c, 0x4, 0x1d, 0x9, 0x1d, 0x4, 0x1e, 0x9, 0x1e, 0x4, 
    0x1f, 0x9, 0x1f, 0x4, 0x20, 0x9, 0x20, 0x4, 0x21, 0x9, 0x21, 0x4, 0x22, 
    0x9, 0x22, 0x4, 0x23, 0x9, 0x23, 0x4, 0x24, 0x9, 0x24, 0x4, 0x25, 0x9, 
    0x25, 0x4, 0x26, 0x9, 0x26, 0x4, 0x27, 0x9, 0x27, 0x4, 0x28, 0x9, 0x28, 
    0x3, 0x2, 0x5, 0x2, 0x52, 0xa, 0x2, 0x3, 0x2, 0x3, 0x2, 0x5, 0x2, 0x56, 
    0xa, 0x2, 0x7, 0x2, 0x58, 0xa, 0x2, 0xc, 0x2, 0xe, 0x2, 0x5b, 0xb, 0x2, 
    0x3, 0x2, 0x3, 0x2, 0x3, 0x3, 0x3, 0x3, 0x5, 0x3, 0x61, 0xa, 0x3, 0x5, 
    0x3, 0x63, 0xa, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x3, 0x4, 0x7, 0x4, 0x6b, 0xa, 0x4, 0xc, 0x4, 0xe, 0x4, 0x6e, 0xb, 0x4, 
    0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0x72, 0xa, 0x4, 0x3, 0x4, 0x5, 0x4, 0x75, 
    0xa, 0x4, 0x3, 0x4, 0x5, 0x4, 0x78, 0xa, 0x4, 0x3, 0x4, 0x5, 0x4, 0x7b, 
    0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0x80, 0xa, 0x4, 0x3, 
    0x4, 0x3, 0x4, 0x5, 0x4, 0x84, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x3, 0x4, 0x7, 0x4, 0x8a, 0xa, 0x4, 0xc, 0x4, 0xe, 0x4, 0x8d, 0xb, 0x4, 
    0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x6, 0x4, 
    0x95, 0xa, 0x4, 0xd, 0x4, 0xe, 0x4, 0x96, 0x3, 0x4, 0x5, 0x4, 0x9a, 
    0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x5, 0x4, 0xa2, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 
    0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x7, 0x4, 0xae, 
    0xa, 0x4, 0xc, 0x4, 0xe, 0x4, 0xb1, 0xb, 0x4, 0x3, 0x4, 0x5, 0x4, 0xb4, 
    0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x3, 0x4, 0x7, 0x4, 0xbd, 0xa, 0x4, 0xc, 0x4, 0xe, 0x4, 0xc0, 0xb, 0x4, 
    0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0xcb, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 
    0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0xd2, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x5, 0x4, 0xd6, 0xa, 0x4, 0x5, 0x4, 0xd8, 0xa, 0x4, 0x3, 0x5, 0x5, 0x5, 
    0xdb, 0xa, 0x5, 0x3, 0x5, 0x5, 0x5, 0xde, 0xa, 0x5, 0x3, 0x5, 0x3, 0x5, 
    0x3, 0x6, 0x5, 0x6, 0xe3, 0xa, 0x6, 0x3, 0x6, 0x5, 0x6, 0xe6, 0xa, 0x6, 
    0x3, 0x6, 0x6, 0x6, 0xe9, 0xa, 0x6, 0xd, 0x6, 0xe, 0x6, 0xea, 0x3, 0x7, 
    0x3, 0x7, 0x5, 0x7, 0xef, 0xa, 0x7, 0x3, 0x7, 0x5, 0x7, 0xf2, 0xa, 0x7, 
    0x3, 0x7, 0x3, 0x7, 0x5, 0x7, 0xf6, 0xa, 0x7, 0x3, 0x8, 0x3, 0x8, 0x3, 
    0x8, 0x5, 0x8, 0xfb, 0xa, 0x8, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 
    0x5, 0x9, 0x101, 0xa, 0x9, 0x5, 0x9, 0x103, 0xa, 0x9, 0x3, 0xa, 0x3, 
    0xa, 0x3, 0xa, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x7, 0xb, 0x10c, 
    0xa, 0xb, 0xc, 0xb, 0xe, 0xb, 0x10f, 0xb, 0xb, 0x3, 0xc, 0x3, 0xc, 0x3, 
    0xc, 0x3, 0xc, 0x7, 0xc, 0x115, 0xa, 0xc, 0xc, 0xc, 0xe, 0xc, 0x118, 
    0xb, 0xc, 0x3, 0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 0xe, 0x5, 0xe, 
    0x11f, 0xa, 0xe, 0x3, 0xe, 0x3, 0xe, 0x5, 0xe, 0x123, 0xa, 0xe, 0x3, 
    0xe, 0x5, 0xe, 0x126, 0xa, 0xe, 0x3, 0xe, 0x5, 0xe, 0x129, 0xa, 0xe, 
    0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x7, 0xe, 
    0x131, 0xa, 0xe, 0xc, 0xe, 0xe, 0xe, 0x134, 0xb, 0xe, 0x3, 0xe, 0x3, 
    0xe, 0x5, 0xe, 0x138, 0xa, 0xe, 0x3, 0xe, 0x3, 0xe, 0x5, 0xe, 0x13c, 
    0xa, 0xe, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 
    0x3, 0xf, 0x3, 0xf, 0x7, 0xf, 0x146, 0xa, 0xf, 0xc, 0xf, 0xe, 0xf, 0x149, 
    0xb, 0xf, 0x5, 0xf, 0x14b, 0xa, 0xf, 0x3, 0x10, 0x3, 0x10, 0x5, 0x10, 
    0x14f, 0xa, 0x10, 0x3, 0x11, 0x3, 0x11, 0x5, 0x11, 0x153, 0xa, 0x11, 
    0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x7, 
    0x11, 0x15b, 0xa, 0x11, 0xc, 0x11, 0xe, 0x11, 0x15e, 0xb, 0x11, 0x3, 
    0x11, 0x3, 0x11, 0x5, 0x11, 0x162, 0xa, 0x11, 0x3, 0x12, 0x3, 0x12, 
    0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 
    0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x5, 0x12, 
    0x172, 0xa, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 
    0x7, 0x12, 0x179, 0xa, 0x12, 0xc, 0x12, 0xe, 0x12, 0x17c, 0xb, 0x12, 
    0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x5, 0x12, 0x183, 
    0xa, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 
    0x12, 0x7, 0x12, 0x18b, 0xa, 0x12, 0xc, 0x12, 0xe, 0x12, 0x18e, 0xb, 
    0x12, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x192, 0xa, 0x13, 0x3, 0x13, 
    0x5, 0x13, 0x195, 0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 0x198, 0xa, 0x13, 
    0x3, 0x13, 0x5, 0x13, 0x19b, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 
    0x19f, 0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1a2, 0xa, 0x13, 0x3, 0x13, 
    0x3, 0x13, 0x5, 0x13, 0x1a6, 0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1a9, 
    0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1ac, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 
    0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1b3, 0xa, 0x13, 0x3, 0x13, 
    0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 
    0x13, 0x1bc, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1c0, 0xa, 
    0x13, 0x3, 0x13, 0x5, 0x13, 0x1c3, 0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 
    0x1c6, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1cb, 
    0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1d0, 0xa, 0x13, 
    0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1d4, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 
    0x5, 0x13, 0x1d8, 0xa, 0x13, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x15, 
    0x3, 0x15, 0x3, 0x15, 0x5, 0x15, 0x1e0, 0xa, 0x15, 0x3, 0x15, 0x3, 0x15, 
    0x3, 0x15, 0x3, 0x15, 0x3, 0x16, 0x3, 0x16, 0x6, 0x16, 0x1e8, 0xa, 0x16, 
    0xd, 0x16, 0xe, 0x16, 0x1e9, 0x5, 0x16, 0x1ec, 0xa, 0x16, 0x3, 0x17, 
    0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x5, 
    0x17, 0x1f5, 0xa, 0x17, 0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 
    0x3, 0x18, 0x5, 0x18, 0x1fc, 0xa, 0x18, 0x3, 0x18, 0x3, 0x18, 0x5, 0x18, 
    0x200, 0xa, 0x18, 0x3, 0x18, 0x5, 0x18, 0x203, 0xa, 0x18, 0x3, 0x19, 
    0x3, 0x19, 0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1b, 0x3, 0x1b, 0x3, 0x1b, 0x5, 
    0x1b, 0x20c, 0xa, 0x1b, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x7, 0x1c, 
    0x211, 0xa, 0x1c, 0xc, 0x1c, 0xe, 0x1c, 0x214, 0xb, 0x1c, 0x3, 0x1c, 
    0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x7, 0x1c, 0x21b, 0xa, 0x1c, 
    0xc, 0x1c, 0xe, 0x1c, 0x21e, 0xb, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 
    0x5, 0x1c, 0x223, 0xa, 0x1c, 0x5, 0x1c, 0x225, 0xa, 0x1c, 0x3, 0x1d, 
    0x5, 0x1d, 0x228, 0xa, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x5, 0x1d, 0x22c, 
    0xa, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x5, 0x1d, 0x230, 0xa, 0x1d, 0x3, 0x1e, 
    0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 
    0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x5, 0x1e, 0x23e, 
    0xa, 0x1e, 0x3, 0x1e, 0x5, 0x1e, 0x241, 0xa, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 
    0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x7, 0x1e, 0x248, 0xa, 0x1e, 0xc, 0x1e, 
    0xe, 0x1e, 0x24b, 0xb, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x5, 0x1e, 
    0x250, 0xa, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 
    0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x7, 0x1e, 0x25b, 0xa, 0x1e, 
    0xc, 0x1e, 0xe, 0x1e, 0x25e, 0xb, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 
    0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 
    0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 
    0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x5, 
    0x1e, 0x276, 0xa, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x5, 0x1e, 
    0x27b, 0xa, 0x1e, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 
    0x5, 0x1f, 0x282, 0xa, 0x1f, 0x3, 0x20, 0x5, 0x20, 0x285, 0xa, 0x20, 
    0x3, 0x20, 0x3, 0x20, 0x3, 0x20, 0x3, 0x20, 0x3, 0x20, 0x5, 0x20, 0x28c, 
    0xa, 0x20, 0x3, 0x20, 0x3, 0x20, 0x5, 0x20, 0x290, 0xa, 0x20, 0x3, 0x20, 
    0x6, 0x20, 0x293, 0xa, 0x20, 0xd, 0x20, 0xe, 0x20, 0x294, 0x3, 0x20, 
    0x5, 0x20, 0x298, 0xa, 0x20, 0x3, 0x21, 0x3, 0x21, 0x3, 0x21, 0x3, 0x22, 
    0x3, 0x22, 0x3, 0x22, 0x5, 0x22, 0x2a0, 0xa, 0x22, 0x3, 0x23, 0x3, 0x23, 
    0x3, 0x23, 0x3, 0x23, 0x3, 0x23, 0x5, 0x23, 0x2a7, 0xa, 0x23, 0x3, 0x24, 
    0x3, 0x24, 0x3, 0x25, 0x3, 0x25, 0x5, 0x25, 0x2ad, 0xa, 0x25, 0x6, 0x25, 
    0x2af, 0xa, 0x25, 0xd, 0x25, 0xe, 0x25, 0x2b0, 0x3, 0x25, 0x5, 0x25, 
    0x2b4, 0xa, 0x25, 0x3, 0x25, 0x5, 0x25, 0x2b7, 0xa, 0x25, 0x3, 0x26, 
    0x3, 0x26, 0x3, 0x27, 0x3, 0x27, 0x5, 0x27, 0x2bd, 0xa, 0x27, 0x3, 0x27, 
    0x7, 0x27, 0x2c0, 0xa, 0x27, 0xc, 0x27, 0xe, 0x27, 0x2c3, 0xb, 0x27, 
    0x3, 0x28, 0x3, 0x28, 0x3, 0x28, 0x2, 0x3, 0x22, 0x29, 0x2, 0x4, 0x6, 
    0x8, 0xa, 0xc, 0xe, 0x10, 0x12, 0x14, 0x16, 0x18, 0x1a, 0x1c, 0x1e, 
    0x20, 0x22, 0x24, 0x26, 0x28, 0x2a, 0x2c, 0x2e, 0x30, 0x32, 0x34, 0x36, 
    0x38, 0x3a, 0x3c, 0x3e, 0x40, 0x42, 0x44, 0x46, 0x48, 0x4a, 0x4c, 0x4e, 
    0x2, 0x13, 0x4, 0x2, 0x21, 0x21, 0x26, 0x26, 0x3, 0x2, 0x4d, 0x4f, 0x4, 
    0x2, 0x4d, 0x4d, 0x54, 0x54, 0x3, 0x2, 0x47, 0x4c, 0x5, 0x2, 0xb, 0xb, 
    0x11, 0x11, 0x1c, 0x1c, 0x4, 0x2, 0x1f, 0x1f, 0x29, 0x29, 0x4, 0x2, 
    0x14, 0x14, 0x32, 0x32, 0x4, 0x2, 0x1d, 0x1d, 0x34, 0x34, 0x4, 0x2, 
    0x13, 0x13, 0x39, 0x39, 0x4, 0x2, 0x28, 0x28, 0x47, 0x47, 0x5, 0x2, 
    0x8, 0x8, 0xf, 0xf, 0x49, 0x4c, 0x5, 0x2, 0x8, 0x8, 0xf, 0xf, 0x35, 
    0x35, 0x4, 0x2, 0x8, 0x8, 0xf, 0xf, 0x4, 0x2, 0xd, 0xd, 0x35, 0x35, 
    0x4, 0x2, 0x4d, 0x4d, 0x4f, 0x4f, 0x3, 0x2, 0x52, 0x54, 0x10, 0x2, 0x14, 
    0x15, 0x17, 0x18, 0x1a, 0x1a, 0x1f, 0x1f, 0x21, 0x21, 0x23, 0x23, 0x26, 
    0x26, 0x29, 0x29, 0x2b, 0x2b, 0x30, 0x32, 0x3b, 0x3b, 0x3d, 0x3f, 0x41, 
    0x41, 0x52, 0x52, 0x2, 0x335, 0x2, 0x51, 0x3, 0x2, 0x2, 0x2, 0x4, 0x62, 
    0x3, 0x2, 0x2, 0x2, 0x6, 0xd7, 0x3, 0x2, 0x2, 0x2, 0x8, 0xda, 0x3, 0x2, 
    0x2, 0x2, 0xa, 0xe2, 0x3, 0x2, 0x2, 0x2, 0xc, 0xec, 0x3, 0x2, 0x2, 0x2, 
    0xe, 0xfa, 0x3, 0x2, 0x2, 0x2, 0x10, 0xfc, 0x3, 0x2, 0x2, 0x2, 0x12, 
    0x104, 0x3, 0x2, 0x2, 0x2, 0x14, 0x107, 0x3, 0x2, 0x2, 0x2, 0x16, 0x110, 
    0x3, 0x2, 0x2, 0x2, 0x18, 0x119, 0x3, 0x2, 0x2, 0x2, 0x1a, 0x11e, 0x3, 
    0x2, 0x2, 0x2, 0x1c, 0x13d, 0x3, 0x2, 0x2, 0x2, 0x1e, 0x14e, 0x3, 0x2, 
    0x2, 0x2, 0x20, 0x152, 0x3, 0x2, 0x2, 0x2, 0x22, 0x182, 0x3, 0x2, 0x2, 
    0x2, 0x24, 0x1d7, 0x3, 0x2, 0x2, 0x2, 0x26, 0x1d9, 0x3, 0x2, 0x2, 0x2, 
    0x28, 0x1dc, 0x3, 0x2, 0x2, 0x2, 0x2a, 0x1eb, 0x3, 0x2, 0x2, 0x2, 0x2c, 
    0x1f4, 0x3, 0x2, 0x2, 0x2, 0x2e, 0x202, 0x3, 0x2, 0x2, 0x2, 0x30, 0x204, 
    0x3, 0x2, 0x2, 0x2, 0x32, 0x206, 0x3, 0x2, 0x2, 0x2, 0x34, 0x208, 0x3, 
    0x2, 0x2, 0x2, 0x36, 0x224, 0x3, 0x2, 0x2, 0x2, 0x38, 0x227, 0x3, 0x2, 
    0x2, 0x2, 0x3a, 0x27a, 0x3, 0x2, 0x2, 0x2, 0x3c, 0x27c, 0x3, 0x2, 0x2, 
    0x2, 0x3e, 0x297, 0x3, 0x2, 0x2, 0x2, 0x40, 0x299, 0x3, 0x2, 0x2, 0x2, 
    0x42, 0x29f, 0x3, 0x2, 0x2, 0x2, 0x44, 0x2a6, 0x3, 0x2, 0x2, 0x2, 0x46, 
    0x2a8, 0x3, 0x2, 0x2, 0x2, 0x48, 0x2ae, 0x3, 0x2, 0x2, 0x2, 0x4a, 0x2b8, 
    0x3, 0x2, 0x2, 0x2, 0x4c, 0x2ba, 0x3, 0x2, 0x2, 0x2, 0x4e, 0x2c4, 0x3, 
    0x2, 0x2, 0x2, 0x50, 0x52, 0x5, 0x4, 0x3, 0x2, 0x51, 0x50, 0x3, 0x2, 
    0x2, 0x2, 0x51, 0x52, 0x3, 0x2, 0x2, 0x2, 0x52, 0x59, 0x3, 0x2, 0x2, 
    0x2, 0x53, 0x55, 0x7, 0x3, 0x2, 0x2, 0x54, 0x56, 0x5, 0x4, 0x3, 0x2, 
    0x55, 0x54, 0x3, 0x2, 0x2, 0x2, 0x55, 0x56, 0x3, 0x2, 0x2, 0x2, 0x56, 
    0x58, 0x3, 0x2, 0x2, 0x2, 0x57, 0x53, 0x3, 0x2, 0x2, 0x2, 0x58, 0x5b, 
    0x3, 0x2, 0x2, 0x2, 0x59, 0x57, 0x3, 0x2, 0x2, 0x2, 0x59, 0x5a, 0x3, 
    0x2, 0x2, 0x2, 0x5a, 0x5c, 0x3, 0x2, 0x2, 0x2, 0x5b, 0x59, 0x3, 0x2, 
    0x2, 0x2, 0x5c, 0x5d, 0x7, 0x2, 0x2, 0x3, 0x5d, 0x3, 0x3, 0x2, 0x2, 
    0x2, 0x5e, 0x60, 0x7, 0x1e, 0x2, 0x2, 0x5f, 0x61, 0x7, 0xa, 0x2, 0x2, 
    0x60, 0x5f, 0x3, 0x2, 0x2, 0x2, 0x60, 0x61, 0x3, 0x2, 0x2, 0x2, 0x61, 
    0x63, 0x3, 0x2, 0x2, 0x2, 0x62, 0x5e, 0x3, 0x2, 0x2, 0x2, 0x62, 0x63, 
    0x3, 0x2, 0x2, 0x2, 0x63, 0x64, 0x3, 0x2, 0x2, 0x2, 0x64, 0x65, 0x5, 
    0x6, 0x4, 0x2, 0x65, 0x5, 0x3, 0x2, 0x2, 0x2, 0x66, 0x67, 0x7, 0x16, 
    0x2, 0x2, 0x67, 0x6c, 0x5, 0x8, 0x5, 0x2, 0x68, 0x69, 0x7, 0x4, 0x2, 
    0x2, 0x69, 0x6b, 0x5, 0x8, 0x5, 0x2, 0x6a, 0x68, 0x3, 0x2, 0x2, 0x2, 
    0x6b, 0x6e, 0x3, 0x2, 0x2, 0x2, 0x6c, 0x6a, 0x3, 0x2, 0x2, 0x2, 0x6c, 
    0x6d, 0x3, 0x2, 0x2, 0x2, 0x6d, 0x71, 0x3, 0x2, 0x2, 0x2, 0x6e, 0x6c, 
    0x3, 0x2, 0x2, 0x2, 0x6f, 0x70, 0x7, 0x45, 0x2, 0x2, 0x70, 0x72, 0x5, 
    0x4e, 0x28, 0x2, 0x71, 0x6f, 0x3, 0x2, 0x2, 0x2, 0x71, 0x72, 0x3, 0x2, 
    0x2, 0x2, 0x72, 0x74, 0x3, 0x2, 0x2, 0x2, 0x73, 0x75, 0x5, 0x12, 0xa, 
    0x2, 0x74, 0x73, 0x3, 0x2, 0x2, 0x2, 0x74, 0x75, 0x3, 0x2, 0x2, 0x2, 
    0x75, 0x77, 0x3, 0x2, 0x2, 0x2, 0x76, 0x78, 0x5, 0x14, 0xb, 0x2, 0x77, 
    0x76, 0x3, 0x2, 0x2, 0x2, 0x77, 0x78, 0x3, 0x2, 0x2, 0x2, 0x78, 0x7a, 
    0x3, 0x2, 0x2, 0x2, 0x79, 0x7b, 0x5, 0x16, 0xc, 0x2, 0x7a, 0x79, 0x3, 
    0x2, 0x2, 0x2, 0x7a, 0x7b, 0x3, 0x2, 0x2, 0x2, 0x7b, 0xd8, 0x3, 0x2, 
    0x2, 0x2, 0x7c, 0x7d, 0x7, 0x2d, 0x2, 0x2, 0x7d, 0x7f, 0x5, 0x8, 0x5, 
    0x2, 0x7e, 0x80, 0x5, 0x12, 0xa, 0x2, 0x7f, 0x7e, 0x3, 0x2, 0x2, 0x2, 
    0x7f, 0x80, 0x3, 0x2, 0x2, 0x2, 0x80, 0x83, 0x3, 0x2, 0x2, 0x2, 0x81, 
    0x82, 0x7, 0x2c, 0x2, 0x2, 0x82, 0x84, 0x5, 0x46, 0x24, 0x2, 0x83, 0x81, 
    0x3, 0x2, 0x2, 0x2, 0x83, 0x84, 0x3, 0x2, 0x2, 0x2, 0x84, 0xd8, 0x3, 
    0x2, 0x2, 0x2, 0x85, 0x86, 0x9, 0x2, 0x2, 0x2, 0x86, 0x8b, 0x5, 0x8, 
    0x5, 0x2, 0x87, 0x88, 0x7, 0x4, 0x2, 0x2, 0x88, 0x8a, 0x5, 0x8, 0x5, 
    0x2, 0x89, 0x87, 0x3, 0x2, 0x2, 0x2, 0x8a, 0x8d, 0x3, 0x2, 0x2, 0x2, 
    0x8b, 0x89, 0x3, 0x2, 0x2, 0x2, 0x8b, 0x8c, 0x3, 0x2, 0x2, 0x2, 0x8c, 
    0x8e, 0x3, 0x2, 0x2, 0x2, 0x8d, 0x8b, 0x3, 0x2, 0x2, 0x2, 0x8e, 0x8f, 
    0x5, 0x12, 0xa, 0x2, 0x8f, 0xd8, 0x3, 0x2, 0x2, 0x2, 0x90, 0x91, 0x7, 
    0x15, 0x2, 0x2, 0x91, 0x94, 0x5, 0x10, 0x9, 0x2, 0x92, 0x93, 0x7, 0x4, 
    0x2, 0x2, 0x93, 0x95, 0x5, 0x10, 0x9, 0x2, 0x94, 0x92, 0x3, 0x2, 0x2, 
    0x2, 0x95, 0x96, 0x3, 0x2, 0x2, 0x2, 0x96, 0x94, 0x3, 0x2, 0x2, 0x2, 
    0x96, 0x97, 0x3, 0x2, 0x2, 0x2, 0x97, 0x99, 0x3, 0x2, 0x2, 0x2, 0x98, 
    0x9a, 0x5, 0x14, 0xb, 0x2, 0x99, 0x98, 0x3, 0x2, 0x2, 0x2, 0x99, 0x9a, 
    0x3, 0x2, 0x2, 0x2, 0x9a, 0xd8, 0x3, 0x2, 0x2, 0x2, 0x9b, 0x9c, 0x7, 
    0x17, 0x2, 0x2, 0x9c, 0x9d, 0x5, 0x4e, 0x28, 0x2, 0x9d, 0x9e, 0x5, 0xe, 
    0x8, 0x2, 0x9e, 0x9f, 0x7, 0xc, 0x2, 0x2, 0x9f, 0xa1, 0x5, 0x8, 0x5, 
    0x2, 0xa0, 0xa2, 0x5, 0x12, 0xa, 0x2, 0xa1, 0xa0, 0x3, 0x2, 0x2, 0x2, 
    0xa1, 0xa2, 0x3, 0x2, 0x2, 0x2, 0xa2, 0xd8, 0x3, 0x2, 0x2, 0x2, 0xa3, 
    0xa4, 0x7, 0x1a, 0x2, 0x2, 0xa4, 0xa5, 0x5, 0x4e, 0x28, 0x2, 0xa5, 0xa6, 
    0x5, 0xe, 0x8, 0x2, 0xa6, 0xd8, 0x3, 0x2, 0x2, 0x2, 0xa7, 0xa8, 0x7, 
    0x3e, 0x2, 0x2, 0xa8, 0xa9, 0x5, 0xa, 0x6, 0x2, 0xa9, 0xaa, 0x7, 0x35, 
    0x2, 0x2, 0xaa, 0xaf, 0x5, 0xc, 0x7, 0x2, 0xab, 0xac, 0x7, 0x4, 0x2, 
    0x2, 0xac, 0xae, 0x5, 0xc, 0x7, 0x2, 0xad, 0xab, 0x3, 0x2, 0x2, 0x2, 
    0xae, 0xb1, 0x3, 0x2, 0x2, 0x2, 0xaf, 0xad, 0x3, 0x2, 0x2, 0x2, 0xaf, 
    0xb0, 0x3, 0x2, 0x2, 0x2, 0xb0, 0xb3, 0x3, 0x2, 0x2, 0x2, 0xb1, 0xaf, 
    0x3, 0x2, 0x2, 0x2, 0xb2, 0xb4, 0x5, 0x12, 0xa, 0x2, 0xb3, 0xb2, 0x3, 
    0x2, 0x2, 0x2, 0xb3, 0xb4, 0x3, 0x2, 0x2, 0x2, 0xb4, 0xd8, 0x3, 0x2, 
    0x2, 0x2, 0xb5, 0xb6, 0x7, 0x3e, 0x2, 0x2, 0xb6, 0xb7, 0x5, 0xa, 0x6, 
    0x2, 0xb7, 0xb8, 0x5, 0x12, 0xa, 0x2, 0xb8, 0xb9, 0x7, 0x35, 0x2, 0x2, 
    0xb9, 0xbe, 0x5, 0xc, 0x7, 0x2, 0xba, 0xbb, 0x7, 0x4, 0x2, 0x2, 0xbb, 
    0xbd, 0x5, 0xc, 0x7, 0x2, 0xbc, 0xba, 0x3, 0x2, 0x2, 0x2, 0xbd, 0xc0, 
    0x3, 0x2, 0x2, 0x2, 0xbe, 0xbc, 0x3, 0x2, 0x2, 0x2, 0xbe, 0xbf, 0x3, 
    0x2, 0x2, 0x2, 0xbf, 0xd8, 0x3, 0x2, 0x2, 0x2, 0xc0, 0xbe, 0x3, 0x2, 
    0x2, 0x2, 0xc1, 0xc2, 0x7, 0x3d, 0x2, 0x2, 0xc2, 0xc3, 0x5, 0x4e, 0x28, 
    0x2, 0xc3, 0xc4, 0x9, 0x3, 0x2, 0x2, 0xc4, 0xd8, 0x3, 0x2, 0x2, 0x2, 
    0xc5, 0xc6, 0x7, 0x18, 0x2, 0x2, 0xc6, 0xd8, 0x5, 0x4c, 0x27, 0x2, 0xc7, 
    0xc8, 0x7, 0x3b, 0x2, 0x2, 0xc8, 0xca, 0x5, 0x4c, 0x27, 0x2, 0xc9, 0xcb, 
    0x9, 0x4, 0x2, 0x2, 0xca, 0xc9, 0x3, 0x2, 0x2, 0x2, 0xca, 0xcb, 0x3, 
    0x2, 0x2, 0x2, 0xcb, 0xd8, 0x3, 0x2, 0x2, 0x2, 0xcc, 0xcd, 0x7, 0x3f, 
    0x2, 0x2, 0xcd, 0xce, 0x7, 0x2b, 0x2, 0x2, 0xce, 0xd1, 0x9, 0x4, 0x2, 
    0x2, 0xcf, 0xd0, 0x7, 0x27, 0x2, 0x2, 0xd0, 0xd2, 0x5, 0x4c, 0x27, 0x2, 
    0xd1, 0xcf, 0x3, 0x2, 0x2, 0x2, 0xd1, 0xd2, 0x3, 0x2, 0x2, 0x2, 0xd2, 
    0xd5, 0x3, 0x2, 0x2, 0x2, 0xd3, 0xd4, 0x7, 0x2c, 0x2, 0x2, 0xd4, 0xd6, 
    0x5, 0x46, 0x24, 0x2, 0xd5, 0xd3, 0x3, 0x2, 0x2, 0x2, 0xd5, 0xd6, 0x3, 
    0x2, 0x2, 0x2, 0xd6, 0xd8, 0x3, 0x2, 0x2, 0x2, 0xd7, 0x66, 0x3, 0x2, 
    0x2, 0x2, 0xd7, 0x7c, 0x3, 0x2, 0x2, 0x2, 0xd7, 0x85, 0x3, 0x2, 0x2, 
    0x2, 0xd7, 0x90, 0x3, 0x2, 0x2, 0x2, 0xd7, 0x9b, 0x3, 0x2, 0x2, 0x2, 
    0xd7, 0xa3, 0x3, 0x2, 0x2, 0x2, 0xd7, 0xa7, 0x3, 0x2, 0x2, 0x2, 0xd7, 
    0xb5, 0x3, 0x2, 0x2, 0x2, 0xd7, 0xc1, 0x3, 0x2, 0x2, 0x2, 0xd7, 0xc5, 
    0x3, 0x2, 0x2, 0x2, 0xd7, 0xc7, 0x3, 0x2, 0x2, 0x2, 0xd7, 0xcc, 0x3, 
    0x2, 0x2, 0x2, 0xd8, 0x7, 0x3, 0x2, 0x2, 0x2, 0xd9, 0xdb, 0x5, 0x30, 
    0x19, 0x2, 0xda, 0xd9, 0x3, 0x2, 0x2, 0x2, 0xda, 0xdb, 0x3, 0x2, 0x2, 
    0x2, 0xdb, 0xdd, 0x3, 0x2, 0x2, 0x2, 0xdc, 0xde, 0x7, 0x19, 0x2, 0x2, 
    0xdd, 0xdc, 0x3, 0x2, 0x2, 0x2, 0xdd, 0xde, 0x3, 0x2, 0x2, 0x2, 0xde, 
    0xdf, 0x3, 0x2, 0x2, 0x2, 0xdf, 0xe0, 0x5, 0x4c, 0x27, 0x2, 0xe0, 0x9, 
    0x3, 0x2, 0x2, 0x2, 0xe1, 0xe3, 0x5, 0x30, 0x19, 0x2, 0xe2, 0xe1, 0x3, 
    0x2, 0x2, 0x2, 0xe2, 0xe3, 0x3, 0x2, 0x2, 0x2, 0xe3, 0xe5, 0x3, 0x2, 
    0x2, 0x2, 0xe4, 0xe6, 0x7, 0x19, 0x2, 0x2, 0xe5, 0xe4, 0x3, 0x2, 0x2, 
    0x2, 0xe5, 0xe6, 0x3, 0x2, 0x2, 0x2, 0xe6, 0xe8, 0x3, 0x2, 0x2, 0x2, 
    0xe7, 0xe9, 0x5, 0x4e, 0x28, 0x2, 0xe8, 0xe7, 0x3, 0x2, 0x2, 0x2, 0xe9, 
    0xea, 0x3, 0x2, 0x2, 0x2, 0xea, 0xe8, 0x3, 0x2, 0x2, 0x2, 0xea, 0xeb, 
    0x3, 0x2, 0x2, 0x2, 0xeb, 0xb, 0x3, 0x2, 0x2, 0x2, 0xec, 0xee, 0x5, 
    0x4c, 0x27, 0x2, 0xed, 0xef, 0x5, 0x34, 0x1b, 0x2, 0xee, 0xed, 0x3, 
    0x2, 0x2, 0x2, 0xee, 0xef, 0x3, 0x2, 0x2, 0x2, 0xef, 0xf1, 0x3, 0x2, 
    0x2, 0x2, 0xf0, 0xf2, 0x5, 0x3c, 0x1f, 0x2, 0xf1, 0xf0, 0x3, 0x2, 0x2, 
    0x2, 0xf1, 0xf2, 0x3, 0x2, 0x2, 0x2, 0xf2, 0xf5, 0x3, 0x2, 0x2, 0x2, 
    0xf3, 0xf4, 0x7, 0x27, 0x2, 0x2, 0xf4, 0xf6, 0x5, 0x4a, 0x26, 0x2, 0xf5, 
    0xf3, 0x3, 0x2, 0x2, 0x2, 0xf5, 0xf6, 0x3, 0x2, 0x2, 0x2, 0xf6, 0xd, 
    0x3, 0x2, 0x2, 0x2, 0xf7, 0xfb, 0x5, 0x4e, 0x28, 0x2, 0xf8, 0xfb, 0x7, 
    0x54, 0x2, 0x2, 0xf9, 0xfb, 0x7, 0x4d, 0x2, 0x2, 0xfa, 0xf7, 0x3, 0x2, 
    0x2, 0x2, 0xfa, 0xf8, 0x3, 0x2, 0x2, 0x2, 0xfa, 0xf9, 0x3, 0x2, 0x2, 
    0x2, 0xfb, 0xf, 0x3, 0x2, 0x2, 0x2, 0xfc, 0x102, 0x5, 0xe, 0x8, 0x2, 
    0xfd, 0xfe, 0x7, 0xc, 0x2, 0x2, 0xfe, 0x100, 0x5, 0x8, 0x5, 0x2, 0xff, 
    0x101, 0x5, 0x12, 0xa, 0x2, 0x100, 0xff, 0x3, 0x2, 0x2, 0x2, 0x100, 
    0x101, 0x3, 0x2, 0x2, 0x2, 0x101, 0x103, 0x3, 0x2, 0x2, 0x2, 0x102, 
    0xfd, 0x3, 0x2, 0x2, 0x2, 0x102, 0x103, 0x3, 0x2, 0x2, 0x2, 0x103, 0x11, 
    0x3, 0x2, 0x2, 0x2, 0x104, 0x105, 0x7, 0x44, 0x2, 0x2, 0x105, 0x106, 
    0x5, 0x22, 0x12, 0x2, 0x106, 0x13, 0x3, 0x2, 0x2, 0x2, 0x107, 0x108, 
    0x7, 0x12, 0x2, 0x2, 0x108, 0x10d, 0x5, 0x1a, 0xe, 0x2, 0x109, 0x10a, 
    0x7, 0x4, 0x2, 0x2, 0x10a, 0x10c, 0x5, 0x1a, 0xe, 0x2, 0x10b, 0x109, 
    0x3, 0x2, 0x2, 0x2, 0x10c, 0x10f, 0x3, 0x2, 0x2, 0x2, 0x10d, 0x10b, 
    0x3, 0x2, 0x2, 0x2, 0x10d, 0x10e, 0x3, 0x2, 0x2, 0x2, 0x10e, 0x15, 0x3, 
    0x2, 0x2, 0x2, 0x10f, 0x10d, 0x3, 0x2, 0x2, 0x2, 0x110, 0x111, 0x7, 
    0x25, 0x2, 0x2, 0x111, 0x116, 0x5, 0x18, 0xd, 0x2, 0x112, 0x113, 0x7, 
    0xb, 0x2, 0x2, 0x113, 0x115, 0x5, 0x18, 0xd, 0x2, 0x114, 0x112, 0x3, 
    0x2, 0x2, 0x2, 0x115, 0x118, 0x3, 0x2, 0x2, 0x2, 0x116, 0x114, 0x3, 
    0x2, 0x2, 0x2, 0x116, 0x117, 0x3, 0x2, 0x2, 0x2, 0x117, 0x17, 0x3, 0x2, 
    0x2, 0x2, 0x118, 0x116, 0x3, 0x2, 0x2, 0x2, 0x119, 0x11a, 0x5, 0x4c, 
    0x27, 0x2, 0x11a, 0x11b, 0x9, 0x5, 0x2, 0x2, 0x11b, 0x11c, 0x5, 0x46, 
    0x24, 0x2, 0x11c, 0x19, 0x3, 0x2, 0x2, 0x2, 0x11d, 0x11f, 0x5, 0x30, 
    0x19, 0x2, 0x11e, 0x11d, 0x3, 0x2, 0x2, 0x2, 0x11e, 0x11f, 0x3, 0x2, 
    0x2, 0x2, 0x11f, 0x120, 0x3, 0x2, 0x2, 0x2, 0x120, 0x122, 0x5, 0x4c, 
    0x27, 0x2, 0x121, 0x123, 0x5, 0x34, 0x1b, 0x2, 0x122, 0x121, 0x3, 0x2, 
    0x2, 0x2, 0x122, 0x123, 0x3, 0x2, 0x2, 0x2, 0x123, 0x125, 0x3, 0x2, 
    0x2, 0x2, 0x124, 0x126, 0x5, 0x3c, 0x1f, 0x2, 0x125, 0x124, 0x3, 0x2, 
    0x2, 0x2, 0x125, 0x126, 0x3, 0x2, 0x2, 0x2, 0x126, 0x128, 0x3, 0x2, 
    0x2, 0x2, 0x127, 0x129, 0x5, 0x1c, 0xf, 0x2, 0x128, 0x127, 0x3, 0x2, 
    0x2, 0x2, 0x128, 0x129, 0x3, 0x2, 0x2, 0x2, 0x129, 0x137, 0x3, 0x2, 
    0x2, 0x2, 0x12a, 0x12b, 0x7, 0x27, 0x2, 0x2, 0x12b, 0x12c, 0x7, 0x23, 
    0x2, 0x2, 0x12c, 0x12d, 0x7, 0x5, 0x2, 0x2, 0x12d, 0x132, 0x5, 0x20, 
    0x11, 0x2, 0x12e, 0x12f, 0x7, 0x4, 0x2, 0x2, 0x12f, 0x131, 0x5, 0x20, 
    0x11, 0x2, 0x130, 0x12e, 0x3, 0x2, 0x2, 0x2, 0x131, 0x134, 0x3, 0x2, 
    0x2, 0x2, 0x132, 0x130, 0x3, 0x2, 0x2, 0x2, 0x132, 0x133, 0x3, 0x2, 
    0x2, 0x2, 0x133, 0x135, 0x3, 0x2, 0x2, 0x2, 0x134, 0x132, 0x3, 0x2, 
    0x2, 0x2, 0x135, 0x136, 0x7, 0x6, 0x2, 0x2, 0x136, 0x138, 0x3, 0x2, 
    0x2, 0x2, 0x137, 0x12a, 0x3, 0x2, 0x2, 0x2, 0x137, 0x138, 0x3, 0x2, 
    0x2, 0x2, 0x138, 0x13b, 0x3, 0x2, 0x2, 0x2, 0x139, 0x13a, 0x7, 0x42, 
    0x2, 0x2, 0x13a, 0x13c, 0x5, 0x46, 0x24, 0x2, 0x13b, 0x139, 0x3, 0x2, 
    0x2, 0x2, 0x13b, 0x13c, 0x3, 0x2, 0x2, 0x2, 0x13c, 0x1b, 0x3, 0x2, 0x2, 
    0x2, 0x13d, 0x13e, 0x7, 0x27, 0x2, 0x2, 0x13e, 0x14a, 0x7, 0xe, 0x2, 
    0x2, 0x13f, 0x140, 0x7, 0x35, 0x2, 0x2, 0x140, 0x14b, 0x5, 0x1e, 0x10, 
    0x2, 0x141, 0x142, 0x7, 0xd, 0x2, 0x2, 0x142, 0x147, 0x5, 0x1e, 0x10, 
    0x2, 0x143, 0x144, 0x7, 0x4, 0x2, 0x2, 0x144, 0x146, 0x5, 0x1e, 0x10, 
    0x2, 0x145, 0x143, 0x3, 0x2, 0x2, 0x2, 0x146, 0x149, 0x3, 0x2, 0x2, 
    0x2, 0x147, 0x145, 0x3, 0x2, 0x2, 0x2, 0x147, 0x148, 0x3, 0x2, 0x2, 
    0x2, 0x148, 0x14b, 0x3, 0x2, 0x2, 0x2, 0x149, 0x147, 0x3, 0x2, 0x2, 
    0x2, 0x14a, 0x13f, 0x3, 0x2, 0x2, 0x2, 0x14a, 0x141, 0x3, 0x2, 0x2, 
    0x2, 0x14b, 0x1d, 0x3, 0x2, 0x2, 0x2, 0x14c, 0x14f, 0x5, 0x48, 0x25, 
    0x2, 0x14d, 0x14f, 0x7, 0x4d, 0x2, 0x2, 0x14e, 0x14c, 0x3, 0x2, 0x2, 
    0x2, 0x14e, 0x14d, 0x3, 0x2, 0x2, 0x2, 0x14f, 0x1f, 0x3, 0x2, 0x2, 0x2, 
    0x150, 0x153, 0x5, 0x4e, 0x28, 0x2, 0x151, 0x153, 0x7, 0x54, 0x2, 0x2, 
    0x152, 0x150, 0x3, 0x2, 0x2, 0x2, 0x152, 0x151, 0x3, 0x2, 0x2, 0x2, 
    0x153, 0x154, 0x3, 0x2, 0x2, 0x2, 0x154, 0x161, 0x7, 0x47, 0x2, 0x2, 
    0x155, 0x162, 0x5, 0x44, 0x23, 0x2, 0x156, 0x157, 0x7, 0x5, 0x2, 0x2, 
    0x157, 0x15c, 0x5, 0x44, 0x23, 0x2, 0x158, 0x159, 0x7, 0x4, 0x2, 0x2, 
    0x159, 0x15b, 0x5, 0x44, 0x23, 0x2, 0x15a, 0x158, 0x3, 0x2, 0x2, 0x2, 
    0x15b, 0x15e, 0x3, 0x2, 0x2, 0x2, 0x15c, 0x15a, 0x3, 0x2, 0x2, 0x2, 
    0x15c, 0x15d, 0x3, 0x2, 0x2, 0x2, 0x15d, 0x15f, 0x3, 0x2, 0x2, 0x2, 
    0x15e, 0x15c, 0x3, 0x2, 0x2, 0x2, 0x15f, 0x160, 0x7, 0x6, 0x2, 0x2, 
    0x160, 0x162, 0x3, 0x2, 0x2, 0x2, 0x161, 0x155, 0x3, 0x2, 0x2, 0x2, 
    0x161, 0x156, 0x3, 0x2, 0x2, 0x2, 0x162, 0x21, 0x3, 0x2, 0x2, 0x2, 0x163, 
    0x164, 0x8, 0x12, 0x1, 0x2, 0x164, 0x165, 0x7, 0x5, 0x2, 0x2, 0x165, 
    0x166, 0x5, 0x22, 0x12, 0x2, 0x166, 0x167, 0x7, 0x6, 0x2, 0x2, 0x167, 
    0x183, 0x3, 0x2, 0x2, 0x2, 0x168, 0x169, 0x7, 0xd, 0x2, 0x2, 0x169, 
    0x16a, 0x7, 0x2a, 0x2, 0x2, 0x16a, 0x172, 0x5, 0x46, 0x24, 0x2, 0x16b, 
    0x16c, 0x7, 0xd, 0x2, 0x2, 0x16c, 0x16d, 0x7, 0x2f, 0x2, 0x2, 0x16d, 
    0x172, 0x5, 0x46, 0x24, 0x2, 0x16e, 0x16f, 0x7, 0x1b, 0x2, 0x2, 0x16f, 
    0x172, 0x5, 0x46, 0x24, 0x2, 0x170, 0x172, 0x7, 0x31, 0x2, 0x2, 0x171, 
    0x168, 0x3, 0x2, 0x2, 0x2, 0x171, 0x16b, 0x3, 0x2, 0x2, 0x2, 0x171, 
    0x16e, 0x3, 0x2, 0x2, 0x2, 0x171, 0x170, 0x3, 0x2, 0x2, 0x2, 0x172, 
    0x173, 0x3, 0x2, 0x2, 0x2, 0x173, 0x174, 0x7, 0x35, 0x2, 0x2, 0x174, 
    0x175, 0x7, 0x5, 0x2, 0x2, 0x175, 0x17a, 0x5, 0x22, 0x12, 0x2, 0x176, 
    0x177, 0x7, 0x4, 0x2, 0x2, 0x177, 0x179, 0x5, 0x22, 0x12, 0x2, 0x178, 
    0x176, 0x3, 0x2, 0x2, 0x2, 0x179, 0x17c, 0x3, 0x2, 0x2, 0x2, 0x17a, 
    0x178, 0x3, 0x2, 0x2, 0x2, 0x17a, 0x17b, 0x3, 0x2, 0x2, 0x2, 0x17b, 
    0x17d, 0x3, 0x2, 0x2, 0x2, 0x17c, 0x17a, 0x3, 0x2, 0x2, 0x2, 0x17d, 
    0x17e, 0x7, 0x6, 0x2, 0x2, 0x17e, 0x183, 0x3, 0x2, 0x2, 0x2, 0x17f, 
    0x183, 0x5, 0x24, 0x13, 0x2, 0x180, 0x181, 0x7, 0x33, 0x2, 0x2, 0x181, 
    0x183, 0x5, 0x22, 0x12, 0x5, 0x182, 0x163, 0x3, 0x2, 0x2, 0x2, 0x182, 
    0x171, 0x3, 0x2, 0x2, 0x2, 0x182, 0x17f, 0x3, 0x2, 0x2, 0x2, 0x182, 
    0x180, 0x3, 0x2, 0x2, 0x2, 0x183, 0x18c, 0x3, 0x2, 0x2, 0x2, 0x184, 
    0x185, 0xc, 0x4, 0x2, 0x2, 0x185, 0x186, 0x9, 0x6, 0x2, 0x2, 0x186, 
    0x18b, 0x5, 0x22, 0x12, 0x5, 0x187, 0x188, 0xc, 0x3, 0x2, 0x2, 0x188, 
    0x189, 0x7, 0x37, 0x2, 0x2, 0x189, 0x18b, 0x5, 0x22, 0x12, 0x4, 0x18a, 
    0x184, 0x3, 0x2, 0x2, 0x2, 0x18a, 0x187, 0x3, 0x2, 0x2, 0x2, 0x18b, 
    0x18e, 0x3, 0x2, 0x2, 0x2, 0x18c, 0x18a, 0x3, 0x2, 0x2, 0x2, 0x18c, 
    0x18d, 0x3, 0x2, 0x2, 0x2, 0x18d, 0x23, 0x3, 0x2, 0x2, 0x2, 0x18e, 0x18c, 
    0x3, 0x2, 0x2, 0x2, 0x18f, 0x191, 0x7, 0x24, 0x2, 0x2, 0x190, 0x192, 
    0x5, 0x2e, 0x18, 0x2, 0x191, 0x190, 0x3, 0x2, 0x2, 0x2, 0x191, 0x192, 
    0x3, 0x2, 0x2, 0x2, 0x192, 0x195, 0x3, 0x2, 0x2, 0x2, 0x193, 0x195, 
    0x7, 0x30, 0x2, 0x2, 0x194, 0x18f, 0x3, 0x2, 0x2, 0x2, 0x194, 0x193, 
    0x3, 0x2, 0x2, 0x2, 0x195, 0x197, 0x3, 0x2, 0x2, 0x2, 0x196, 0x198, 
    0x5, 0x30, 0x19, 0x2, 0x197, 0x196, 0x3, 0x2, 0x2, 0x2, 0x197, 0x198, 
    0x3, 0x2, 0x2, 0x2, 0x198, 0x19a, 0x3, 0x2, 0x2, 0x2, 0x199, 0x19b, 
    0x9, 0x7, 0x2, 0x2, 0x19a, 0x199, 0x3, 0x2, 0x2, 0x2, 0x19a, 0x19b, 
    0x3, 0x2, 0x2, 0x2, 0x19b, 0x19c, 0x3, 0x2, 0x2, 0x2, 0x19c, 0x19e, 
    0x5, 0x4c, 0x27, 0x2, 0x19d, 0x19f, 0x5, 0x34, 0x1b, 0x2, 0x19e, 0x19d, 
    0x3, 0x2, 0x2, 0x2, 0x19e, 0x19f, 0x3, 0x2, 0x2, 0x2, 0x19f, 0x1a1, 
    0x3, 0x2, 0x2, 0x2, 0x1a0, 0x1a2, 0x5, 0x26, 0x14, 0x2, 0x1a1, 0x1a0, 
    0x3, 0x2, 0x2, 0x2, 0x1a1, 0x1a2, 0x3, 0x2, 0x2, 0x2, 0x1a2, 0x1a5, 
    0x3, 0x2, 0x2, 0x2, 0x1a3, 0x1a4, 0x7, 0x45, 0x2, 0x2, 0x1a4, 0x1a6, 
    0x5, 0x2c, 0x17, 0x2, 0x1a5, 0x1a3, 0x3, 0x2, 0x2, 0x2, 0x1a5, 0x1a6, 
    0x3, 0x2, 0x2, 0x2, 0x1a6, 0x1a8, 0x3, 0x2, 0x2, 0x2, 0x1a7, 0x1a9, 
    0x5, 0x26, 0x14, 0x2, 0x1a8, 0x1a7, 0x3, 0x2, 0x2, 0x2, 0x1a8, 0x1a9, 
    0x3, 0x2, 0x2, 0x2, 0x1a9, 0x1ab, 0x3, 0x2, 0x2, 0x2, 0x1aa, 0x1ac, 
    0x5, 0x28, 0x15, 0x2, 0x1ab, 0x1aa, 0x3, 0x2, 0x2, 0x2, 0x1ab, 0x1ac, 
    0x3, 0x2, 0x2, 0x2, 0x1ac, 0x1d8, 0x3, 0x2, 0x2, 0x2, 0x1ad, 0x1ae, 
    0x7, 0x27, 0x2, 0x2, 0x1ae, 0x1b2, 0x5, 0x4e, 0x28, 0x2, 0x1af, 0x1b3, 
    0x5, 0x4e, 0x28, 0x2, 0x1b0, 0x1b3, 0x7, 0x54, 0x2, 0x2, 0x1b1, 0x1b3, 
    0x7, 0x4d, 0x2, 0x2, 0x1b2, 0x1af, 0x3, 0x2, 0x2, 0x2, 0x1b2, 0x1b0, 
    0x3, 0x2, 0x2, 0x2, 0x1b2, 0x1b1, 0x3, 0x2, 0x2, 0x2, 0x1b2, 0x1b3, 
    0x3, 0x2, 0x2, 0x2, 0x1b3, 0x1d8, 0x3, 0x2, 0x2, 0x2, 0x1b4, 0x1b5, 
    0x7, 0x27, 0x2, 0x2, 0x1b5, 0x1d8, 0x7, 0x54, 0x2, 0x2, 0x1b6, 0x1b7, 
    0x7, 0x43, 0x2, 0x2, 0x1b7, 0x1b8, 0x7, 0x20, 0x2, 0x2, 0x1b8, 0x1bb, 
    0x5, 0x2a, 0x16, 0x2, 0x1b9, 0x1ba, 0x7, 0x12, 0x2, 0x2, 0x1ba, 0x1bc, 
    0x9, 0x8, 0x2, 0x2, 0x1bb, 0x1b9, 0x3, 0x2, 0x2, 0x2, 0x1bb, 0x1bc, 
    0x3, 0x2, 0x2, 0x2, 0x1bc, 0x1bf, 0x3, 0x2, 0x2, 0x2, 0x1bd, 0x1be, 
    0x7, 0x27, 0x2, 0x2, 0x1be, 0x1c0, 0x5, 0x44, 0x23, 0x2, 0x1bf, 0x1bd, 
    0x3, 0x2, 0x2, 0x2, 0x1bf, 0x1c0, 0x3, 0x2, 0x2, 0x2, 0x1c0, 0x1d8, 
    0x3, 0x2, 0x2, 0x2, 0x1c1, 0x1c3, 0x5, 0x32, 0x1a, 0x2, 0x1c2, 0x1c1, 
    0x3, 0x2, 0x2, 0x2, 0x1c2, 0x1c3, 0x3, 0x2, 0x2, 0x2, 0x1c3, 0x1c5, 
    0x3, 0x2, 0x2, 0x2, 0x1c4, 0x1c6, 0x5, 0x4e, 0x28, 0x2, 0x1c5, 0x1c4, 
    0x3, 0x2, 0x2, 0x2, 0x1c5, 0x1c6, 0x3, 0x2, 0x2, 0x2, 0x1c6, 0x1c7, 
    0x3, 0x2, 0x2, 0x2, 0x1c7, 0x1c8, 0x7, 0x38, 0x2, 0x2, 0x1c8, 0x1d8, 
    0x5, 0x4e, 0x28, 0x2, 0x1c9, 0x1cb, 0x5, 0x32, 0x1a, 0x2, 0x1ca, 0x1c9, 
    0x3, 0x2, 0x2, 0x2, 0x1ca, 0x1cb, 0x3, 0x2, 0x2, 0x2, 0x1cb, 0x1cf, 
    0x3, 0x2, 0x2, 0x2, 0x1cc, 0x1cd, 0x5, 0x4e, 0x28, 0x2, 0x1cd, 0x1ce, 
    0x7, 0x7, 0x2, 0x2, 0x1ce, 0x1d0, 0x3, 0x2, 0x2, 0x2, 0x1cf, 0x1cc, 
    0x3, 0x2, 0x2, 0x2, 0x1cf, 0x1d0, 0x3, 0x2, 0x2, 0x2, 0x1d0, 0x1d1, 
    0x3, 0x2, 0x2, 0x2, 0x1d1, 0x1d3, 0x5, 0x4c, 0x27, 0x2, 0x1d2, 0x1d4, 
    0x5, 0x3c, 0x1f, 0x2, 0x1d3, 0x1d2, 0x3, 0x2, 0x2, 0x2, 0x1d3, 0x1d4, 
    0x3, 0x2, 0x2, 0x2, 0x1d4, 0x1d5, 0x3, 0x2, 0x2, 0x2, 0x1d5, 0x1d6, 
    0x5, 0x3a, 0x1e, 0x2, 0x1d6, 0x1d8, 0x3, 0x2, 0x2, 0x2, 0x1d7, 0x194, 
    0x3, 0x2, 0x2, 0x2, 0x1d7, 0x1ad, 0x3, 0x2, 0x2, 0x2, 0x1d7, 0x1b4, 
    0x3, 0x2, 0x2, 0x2, 0x1d7, 0x1b6, 0x3, 0x2, 0x2, 0x2, 0x1d7, 0x1c2, 
    0x3, 0x2, 0x2, 0x2, 0x1d7, 0x1ca, 0x3, 0x2, 0x2, 0x2, 0x1d8, 0x25, 0x3, 
    0x2, 0x2, 0x2, 0x1d9, 0x1da, 0x7, 0xc, 0x2, 0x2, 0x1da, 0x1db, 0x5, 
    0x4e, 0x28, 0x2, 0x1db, 0x27, 0x3, 0x2, 0x2, 0x2, 0x1dc, 0x1df, 0x7, 
    0x36, 0x2, 0x2, 0x1dd, 0x1de, 0x7, 0xd, 0x2, 0x2, 0x1de, 0x1e0, 0x7, 
    0x2a, 0x2, 0x2, 0x1df, 0x1dd, 0x3, 0x2, 0x2, 0x2, 0x1df, 0x1e0, 0x3, 
    0x2, 0x2, 0x2, 0x1e0, 0x1e1, 0x3, 0x2, 0x2, 0x2, 0x1e1, 0x1e2, 0x5, 
    0x46, 0x24, 0x2, 0x1e2, 0x1e3, 0x7, 0x19, 0x2, 0x2, 0x1e3, 0x1e4, 0x5, 
    0x4e, 0x28, 0x2, 0x1e4, 0x29, 0x3, 0x2, 0x2, 0x2, 0x1e5, 0x1ec, 0x5, 
    0x38, 0x1d, 0x2, 0x1e6, 0x1e8, 0x5, 0x4e, 0x28, 0x2, 0x1e7, 0x1e6, 0x3, 
    0x2, 0x2, 0x2, 0x1e8, 0x1e9, 0x3, 0x2, 0x2, 0x2, 0x1e9, 0x1e7, 0x3, 
    0x2, 0x2, 0x2, 0x1e9, 0x1ea, 0x3, 0x2, 0x2, 0x2, 0x1ea, 0x1ec, 0x3, 
    0x2, 0x2, 0x2, 0x1eb, 0x1e5, 0x3, 0x2, 0x2, 0x2, 0x1eb, 0x1e7, 0x3, 
    0x2, 0x2, 0x2, 0x1ec, 0x2b, 0x3, 0x2, 0x2, 0x2, 0x1ed, 0x1ee, 0x7, 0x5, 
    0x2, 0x2, 0x1ee, 0x1ef, 0x5, 0x22, 0x12, 0x2, 0x1ef, 0x1f0, 0x7, 0x6, 
    0x2, 0x2, 0x1f0, 0x1f5, 0x3, 0x2, 0x2, 0x2, 0x1f1, 0x1f5, 0x5, 0x24, 
    0x13, 0x2, 0x1f2, 0x1f3, 0x7, 0x33, 0x2, 0x2, 0x1f3, 0x1f5, 0x5, 0x2c, 
    0x17, 0x2, 0x1f4, 0x1ed, 0x3, 0x2, 0x2, 0x2, 0x1f4, 0x1f1, 0x3, 0x2, 
    0x2, 0x2, 0x1f4, 0x1f2, 0x3, 0x2, 0x2, 0x2, 0x1f5, 0x2d, 0x3, 0x2, 0x2, 
    0x2, 0x1f6, 0x1f7, 0x7, 0xd, 0x2, 0x2, 0x1f7, 0x1fc, 0x7, 0x2a, 0x2, 
    0x2, 0x1f8, 0x1f9, 0x7, 0xd, 0x2, 0x2, 0x1f9, 0x1fc, 0x7, 0x2f, 0x2, 
    0x2, 0x1fa, 0x1fc, 0x7, 0x1b, 0x2, 0x2, 0x1fb, 0x1f6, 0x3, 0x2, 0x2, 
    0x2, 0x1fb, 0x1f8, 0x3, 0x2, 0x2, 0x2, 0x1fb, 0x1fa, 0x3, 0x2, 0x2, 
    0x2, 0x1fc, 0x1fd, 0x3, 0x2, 0x2, 0x2, 0x1fd, 0x1ff, 0x5, 0x46, 0x24, 
    0x2, 0x1fe, 0x200, 0x7, 0x19, 0x2, 0x2, 0x1ff, 0x1fe, 0x3, 0x2, 0x2, 
    0x2, 0x1ff, 0x200, 0x3, 0x2, 0x2, 0x2, 0x200, 0x203, 0x3, 0x2, 0x2, 
    0x2, 0x201, 0x203, 0x7, 0x30, 0x2, 0x2, 0x202, 0x1fb, 0x3, 0x2, 0x2, 
    0x2, 0x202, 0x201, 0x3, 0x2, 0x2, 0x2, 0x203, 0x2f, 0x3, 0x2, 0x2, 0x2, 
    0x204, 0x205, 0x9, 0x9, 0x2, 0x2, 0x205, 0x31, 0x3, 0x2, 0x2, 0x2, 0x206, 
    0x207, 0x9, 0xa, 0x2, 0x2, 0x207, 0x33, 0x3, 0x2, 0x2, 0x2, 0x208, 0x20b, 
    0x5, 0x36, 0x1c, 0x2, 0x209, 0x20a, 0x7, 0x1c, 0x2, 0x2, 0x20a, 0x20c, 
    0x5, 0x36, 0x1c, 0x2, 0x20b, 0x209, 0x3, 0x2, 0x2, 0x2, 0x20b, 0x20c, 
    0x3, 0x2, 0x2, 0x2, 0x20c, 0x35, 0x3, 0x2, 0x2, 0x2, 0x20d, 0x212, 0x5, 
    0x38, 0x1d, 0x2, 0x20e, 0x20f, 0x7, 0x37, 0x2, 0x2, 0x20f, 0x211, 0x5, 
    0x38, 0x1d, 0x2, 0x210, 0x20e, 0x3, 0x2, 0x2, 0x2, 0x211, 0x214, 0x3, 
    0x2, 0x2, 0x2, 0x212, 0x210, 0x3, 0x2, 0x2, 0x2, 0x212, 0x213, 0x3, 
    0x2, 0x2, 0x2, 0x213, 0x225, 0x3, 0x2, 0x2, 0x2, 0x214, 0x212, 0x3, 
    0x2, 0x2, 0x2, 0x215, 0x222, 0x7, 0x27, 0x2, 0x2, 0x216, 0x217, 0x7, 
    0x5, 0x2, 0x2, 0x217, 0x21c, 0x5, 0x38, 0x1d, 0x2, 0x218, 0x219, 0x7, 
    0x4, 0x2, 0x2, 0x219, 0x21b, 0x5, 0x38, 0x1d, 0x2, 0x21a, 0x218, 0x3, 
    0x2, 0x2, 0x2, 0x21b, 0x21e, 0x3, 0x2, 0x2, 0x2, 0x21c, 0x21a, 0x3, 
    0x2, 0x2, 0x2, 0x21c, 0x21d, 0x3, 0x2, 0x2, 0x2, 0x21d, 0x21f, 0x3, 
    0x2, 0x2, 0x2, 0x21e, 0x21c, 0x3, 0x2, 0x2, 0x2, 0x21f, 0x220, 0x7, 
    0x6, 0x2, 0x2, 0x220, 0x223, 0x3, 0x2, 0x2, 0x2, 0x221, 0x223, 0x7, 
    0x4d, 0x2, 0x2, 0x222, 0x216, 0x3, 0x2, 0x2, 0x2, 0x222, 0x221, 0x3, 
    0x2, 0x2, 0x2, 0x223, 0x225, 0x3, 0x2, 0x2, 0x2, 0x224, 0x20d, 0x3, 
    0x2, 0x2, 0x2, 0x224, 0x215, 0x3, 0x2, 0x2, 0x2, 0x225, 0x37, 0x3, 0x2, 
    0x2, 0x2, 0x226, 0x228, 0x7, 0x1b, 0x2, 0x2, 0x227, 0x226, 0x3, 0x2, 
    0x2, 0x2, 0x227, 0x228, 0x3, 0x2, 0x2, 0x2, 0x228, 0x22f, 0x3, 0x2, 
    0x2, 0x2, 0x229, 0x22b, 0x7, 0x51, 0x2, 0x2, 0x22a, 0x22c, 0x7, 0x54, 
    0x2, 0x2, 0x22b, 0x22a, 0x3, 0x2, 0x2, 0x2, 0x22b, 0x22c, 0x3, 0x2, 
    0x2, 0x2, 0x22c, 0x230, 0x3, 0x2, 0x2, 0x2, 0x22d, 0x230, 0x7, 0x54, 
    0x2, 0x2, 0x22e, 0x230, 0x7, 0x4d, 0x2, 0x2, 0x22f, 0x229, 0x3, 0x2, 
    0x2, 0x2, 0x22f, 0x22d, 0x3, 0x2, 0x2, 0x2, 0x22f, 0x22e, 0x3, 0x2, 
    0x2, 0x2, 0x230, 0x39, 0x3, 0x2, 0x2, 0x2, 0x231, 0x232, 0x9, 0xb, 0x2, 
    0x2, 0x232, 0x27b, 0x7, 0x3a, 0x2, 0x2, 0x233, 0x234, 0x9, 0xb, 0x2, 
    0x2, 0x234, 0x27b, 0x7, 0x2e, 0x2, 0x2, 0x235, 0x236, 0x7, 0x28, 0x2, 
    0x2, 0x236, 0x237, 0x7, 0x33, 0x2, 0x2, 0x237, 0x27b, 0x7, 0x3a, 0x2, 
    0x2, 0x238, 0x239, 0x7, 0x28, 0x2, 0x2, 0x239, 0x23a, 0x7, 0x33, 0x2, 
    0x2, 0x23a, 0x27b, 0x7, 0x2e, 0x2, 0x2, 0x23b, 0x23d, 0x7, 0x28, 0x2, 
    0x2, 0x23c, 0x23e, 0x7, 0x33, 0x2, 0x2, 0x23d, 0x23c, 0x3, 0x2, 0x2, 
    0x2, 0x23d, 0x23e, 0x3, 0x2, 0x2, 0x2, 0x23e, 0x241, 0x3, 0x2, 0x2, 
    0x2, 0x23f, 0x241, 0x7, 0x33, 0x2, 0x2, 0x240, 0x23b, 0x3, 0x2, 0x2, 
    0x2, 0x240, 0x23f, 0x3, 0x2, 0x2, 0x2, 0x240, 0x241, 0x3, 0x2, 0x2, 
    0x2, 0x241, 0x242, 0x3, 0x2, 0x2, 0x2, 0x242, 0x24f, 0x7, 0x27, 0x2, 
    0x2, 0x243, 0x244, 0x7, 0x5, 0x2, 0x2, 0x244, 0x249, 0x5, 0x44, 0x23, 
    0x2, 0x245, 0x246, 0x7, 0x4, 0x2, 0x2, 0x246, 0x248, 0x5, 0x44, 0x23, 
    0x2, 0x247, 0x245, 0x3, 0x2, 0x2, 0x2, 0x248, 0x24b, 0x3, 0x2, 0x2, 
    0x2, 0x249, 0x247, 0x3, 0x2, 0x2, 0x2, 0x249, 0x24a, 0x3, 0x2, 0x2, 
    0x2, 0x24a, 0x24c, 0x3, 0x2, 0x2, 0x2, 0x24b, 0x249, 0x3, 0x2, 0x2, 
    0x2, 0x24c, 0x24d, 0x7, 0x6, 0x2, 0x2, 0x24d, 0x250, 0x3, 0x2, 0x2, 
    0x2, 0x24e, 0x250, 0x7, 0x4d, 0x2, 0x2, 0x24f, 0x243, 0x3, 0x2, 0x2, 
    0x2, 0x24f, 0x24e, 0x3, 0x2, 0x2, 0x2, 0x250, 0x27b, 0x3, 0x2, 0x2, 
    0x2, 0x251, 0x252, 0x7, 0x28, 0x2, 0x2, 0x252, 0x253, 0x7, 0x33, 0x2, 
    0x2, 0x253, 0x27b, 0x5, 0x44, 0x23, 0x2, 0x254, 0x255, 0x7, 0x48, 0x2, 
    0x2, 0x255, 0x27b, 0x5, 0x44, 0x23, 0x2, 0x256, 0x257, 0x9, 0xb, 0x2, 
    0x2, 0x257, 0x25c, 0x5, 0x44, 0x23, 0x2, 0x258, 0x259, 0x7, 0x37, 0x2, 
    0x2, 0x259, 0x25b, 0x5, 0x38, 0x1d, 0x2, 0x25a, 0x258, 0x3, 0x2, 0x2, 
    0x2, 0x25b, 0x25e, 0x3, 0x2, 0x2, 0x2, 0x25c, 0x25a, 0x3, 0x2, 0x2, 
    0x2, 0x25c, 0x25d, 0x3, 0x2, 0x2, 0x2, 0x25d, 0x27b, 0x3, 0x2, 0x2, 
    0x2, 0x25e, 0x25c, 0x3, 0x2, 0x2, 0x2, 0x25f, 0x260, 0x9, 0xc, 0x2, 
    0x2, 0x260, 0x27b, 0x5, 0x3e, 0x20, 0x2, 0x261, 0x262, 0x7, 0x10, 0x2, 
    0x2, 0x262, 0x263, 0x5, 0x3e, 0x20, 0x2, 0x263, 0x264, 0x7, 0xb, 0x2, 
    0x2, 0x264, 0x265, 0x5, 0x3e, 0x20, 0x2, 0x265, 0x27b, 0x3, 0x2, 0x2, 
    0x2, 0x266, 0x267, 0x7, 0x46, 0x2, 0x2, 0x267, 0x268, 0x5, 0x42, 0x22, 
    0x2, 0x268, 0x269, 0x9, 0xd, 0x2, 0x2, 0x269, 0x26a, 0x5, 0x3e, 0x20, 
    0x2, 0x26a, 0x27b, 0x3, 0x2, 0x2, 0x2, 0x26b, 0x26c, 0x7, 0xd, 0x2, 
    0x2, 0x26c, 0x26d, 0x7, 0x2a, 0x2, 0x2, 0x26d, 0x26e, 0x5, 0x42, 0x22, 
    0x2, 0x26e, 0x26f, 0x9, 0xe, 0x2, 0x2, 0x26f, 0x270, 0x5, 0x3e, 0x20, 
    0x2, 0x270, 0x27b, 0x3, 0x2, 0x2, 0x2, 0x271, 0x272, 0x7, 0x9, 0x2, 
    0x2, 0x272, 0x275, 0x5, 0x44, 0x23, 0x2, 0x273, 0x274, 0x7, 0x41, 0x2, 
    0x2, 0x274, 0x276, 0x5, 0x44, 0x23, 0x2, 0x275, 0x273, 0x3, 0x2, 0x2, 
    0x2, 0x275, 0x276, 0x3, 0x2, 0x2, 0x2, 0x276, 0x27b, 0x3, 0x2, 0x2, 
    0x2, 0x277, 0x278, 0x7, 0x3c, 0x2, 0x2, 0x278, 0x279, 0x7, 0x45, 0x2, 
    0x2, 0x279, 0x27b, 0x5, 0x44, 0x23, 0x2, 0x27a, 0x231, 0x3, 0x2, 0x2, 
    0x2, 0x27a, 0x233, 0x3, 0x2, 0x2, 0x2, 0x27a, 0x235, 0x3, 0x2, 0x2, 
    0x2, 0x27a, 0x238, 0x3, 0x2, 0x2, 0x2, 0x27a, 0x240, 0x3, 0x2, 0x2, 
    0x2, 0x27a, 0x251, 0x3, 0x2, 0x2, 0x2, 0x27a, 0x254, 0x3, 0x2, 0x2, 
    0x2, 0x27a, 0x256, 0x3, 0x2, 0x2, 0x2, 0x27a, 0x25f, 0x3, 0x2, 0x2, 
    0x2, 0x27a, 0x261, 0x3, 0x2, 0x2, 0x2, 0x27a, 0x266, 0x3, 0x2, 0x2, 
    0x2, 0x27a, 0x26b, 0x3, 0x2, 0x2, 0x2, 0x27a, 0x271, 0x3, 0x2, 0x2, 
    0x2, 0x27a, 0x277, 0x3, 0x2, 0x2, 0x2, 0x27b, 0x3b, 0x3, 0x2, 0x2, 0x2, 
    0x27c, 0x27d, 0x7, 0xc, 0x2, 0x2, 0x27d, 0x281, 0x7, 0x35, 0x2, 0x2, 
    0x27e, 0x282, 0x5, 0x44, 0x23, 0x2, 0x27f, 0x280, 0x7, 0x3d, 0x2, 0x2, 
    0x280, 0x282, 0x5, 0x4e, 0x28, 0x2, 0x281, 0x27e, 0x3, 0x2, 0x2, 0x2, 
    0x281, 0x27f, 0x3, 0x2, 0x2, 0x2, 0x282, 0x3d, 0x3, 0x2, 0x2, 0x2, 0x283, 
    0x285, 0x5, 0x40, 0x21, 0x2, 0x284, 0x283, 0x3, 0x2, 0x2, 0x2, 0x284, 
    0x285, 0x3, 0x2, 0x2, 0x2, 0x285, 0x286, 0x3, 0x2, 0x2, 0x2, 0x286, 
    0x287, 0x5, 0x4e, 0x28, 0x2, 0x287, 0x288, 0x7, 0x7, 0x2, 0x2, 0x288, 
    0x289, 0x5, 0x4c, 0x27, 0x2, 0x289, 0x298, 0x3, 0x2, 0x2, 0x2, 0x28a, 
    0x28c, 0x5, 0x40, 0x21, 0x2, 0x28b, 0x28a, 0x3, 0x2, 0x2, 0x2, 0x28b, 
    0x28c, 0x3, 0x2, 0x2, 0x2, 0x28c, 0x28d, 0x3, 0x2, 0x2, 0x2, 0x28d, 
    0x292, 0x5, 0x4e, 0x28, 0x2, 0x28e, 0x290, 0x9, 0xf, 0x2, 0x2, 0x28f, 
    0x28e, 0x3, 0x2, 0x2, 0x2, 0x28f, 0x290, 0x3, 0x2, 0x2, 0x2, 0x290, 
    0x291, 0x3, 0x2, 0x2, 0x2, 0x291, 0x293, 0x5, 0x4e, 0x28, 0x2, 0x292, 
    0x28f, 0x3, 0x2, 0x2, 0x2, 0x293, 0x294, 0x3, 0x2, 0x2, 0x2, 0x294, 
    0x292, 0x3, 0x2, 0x2, 0x2, 0x294, 0x295, 0x3, 0x2, 0x2, 0x2, 0x295, 
    0x298, 0x3, 0x2, 0x2, 0x2, 0x296, 0x298, 0x5, 0x44, 0x23, 0x2, 0x297, 
    0x284, 0x3, 0x2, 0x2, 0x2, 0x297, 0x28b, 0x3, 0x2, 0x2, 0x2, 0x297, 
    0x296, 0x3, 0x2, 0x2, 0x2, 0x298, 0x3f, 0x3, 0x2, 0x2, 0x2, 0x299, 0x29a, 
    0x7, 0x4f, 0x2, 0x2, 0x29a, 0x29b, 0x7, 0x40, 0x2, 0x2, 0x29b, 0x41, 
    0x3, 0x2, 0x2, 0x2, 0x29c, 0x2a0, 0x5, 0x48, 0x25, 0x2, 0x29d, 0x2a0, 
    0x7, 0x50, 0x2, 0x2, 0x29e, 0x2a0, 0x7, 0x4d, 0x2, 0x2, 0x29f, 0x29c, 
    0x3, 0x2, 0x2, 0x2, 0x29f, 0x29d, 0x3, 0x2, 0x2, 0x2, 0x29f, 0x29e, 
    0x3, 0x2, 0x2, 0x2, 0x2a0, 0x43, 0x3, 0x2, 0x2, 0x2, 0x2a1, 0x2a7, 0x5, 
    0x48, 0x25, 0x2, 0x2a2, 0x2a7, 0x7, 0x50, 0x2, 0x2, 0x2a3, 0x2a7, 0x7, 
    0x4e, 0x2, 0x2, 0x2a4, 0x2a7, 0x5, 0x38, 0x1d, 0x2, 0x2a5, 0x2a7, 0x5, 
    0x4e, 0x28, 0x2, 0x2a6, 0x2a1, 0x3, 0x2, 0x2, 0x2, 0x2a6, 0x2a2, 0x3, 
    0x2, 0x2, 0x2, 0x2a6, 0x2a3, 0x3, 0x2, 0x2, 0x2, 0x2a6, 0x2a4, 0x3, 
    0x2, 0x2, 0x2, 0x2a6, 0x2a5, 0x3, 0x2, 0x2, 0x2, 0x2a7, 0x45, 0x3, 0x2, 
    0x2, 0x2, 0x2a8, 0x2a9, 0x9, 0x10, 0x2, 0x2, 0x2a9, 0x47, 0x3, 0x2, 
    0x2, 0x2, 0x2aa, 0x2ac, 0x7, 0x4f, 0x2, 0x2, 0x2ab, 0x2ad, 0x5, 0x4a, 
    0x26, 0x2, 0x2ac, 0x2ab, 0x3, 0x2, 0x2, 0x2, 0x2ac, 0x2ad, 0x3, 0x2, 
    0x2, 0x2, 0x2ad, 0x2af, 0x3, 0x2, 0x2, 0x2, 0x2ae, 0x2aa, 0x3, 0x2, 
    0x2, 0x2, 0x2af, 0x2b0, 0x3, 0x2, 0x2, 0x2, 0x2b0, 0x2ae, 0x3, 0x2, 
    0x2, 0x2, 0x2b0, 0x2b1, 0x3, 0x2, 0x2, 0x2, 0x2b1, 0x2b6, 0x3, 0x2, 
    0x2, 0x2, 0x2b2, 0x2b4, 0x7, 0x35, 0x2, 0x2, 0x2b3, 0x2b2, 0x3, 0x2, 
    0x2, 0x2, 0x2b3, 0x2b4, 0x3, 0x2, 0x2, 0x2, 0x2b4, 0x2b5, 0x3, 0x2, 
    0x2, 0x2, 0x2b5, 0x2b7, 0x7, 0x22, 0x2, 0x2, 0x2b6, 0x2b3, 0x3, 0x2, 
    0x2, 0x2, 0x2b6, 0x2b7, 0x3, 0x2, 0x2, 0x2, 0x2b7, 0x49, 0x3, 0x2, 0x2, 
    0x2, 0x2b8, 0x2b9, 0x9, 0x11, 0x2, 0x2, 0x2b9, 0x4b, 0x3, 0x2, 0x2, 
    0x2, 0x2ba, 0x2c1, 0x5, 0x4e, 0x28, 0x2, 0x2bb, 0x2bd, 0x9, 0xf, 0x2, 
    0x2, 0x2bc, 0x2bb, 0x3, 0x2, 0x2, 0x2, 0x2bc, 0x2bd, 0x3, 0x2, 0x2, 
    0x2, 0x2bd, 0x2be, 0x3, 0x2, 0x2, 0x2, 0x2be, 0x2c0, 0x5, 0x4e, 0x28, 
    0x2, 0x2bf, 0x2bc, 0x3, 0x2, 0x2, 0x2, 0x2c0, 0x2c3, 0x3, 0x2, 0x2, 
    0x2, 0x2c1, 0x2bf, 0x3, 0x2, 0x2, 0x2, 0x2c1, 0x2c2, 0x3, 0x2, 0x2, 
    0x2, 0x2c2, 0x4d, 0x3, 0x2, 0x2, 0x2, 0x2c3, 0x2c1, 0x3, 0x2, 0x2, 0x2, 
    0x2c4, 0x2c5, 0x9, 0x12, 0x2, 0x2, 0x2c5, 0x4f, 0x3, 0x2, 0x2, 0x2, 
    0x6e, 0x51, 0x55, 0x59, 0x60, 0x62, 0x6c, 0x71, 0x74, 0x77, 0x7a, 0x7f, 
    0x83, 0x8b, 0x96, 0x99, 0xa1, 0xaf, 0xb3, 0xbe, 0xca, 0xd1, 0xd5, 0xd7, 
    0xda, 0xdd, 0xe2, 0xe5, 0xea, 0xee, 0xf1, 0xf5, 0xfa, 0x100, 0x102, 
    0x10d, 0x116, 0x11e, 0x122, 0x125, 0x128, 0x132, 0x137, 0x13b, 0x147, 
    0x14a, 0x14e, 0x152, 0x15c, 0x161, 0x171, 0x17a, 0x182, 0x18a, 0x18c, 
    0x191, 0x194, 0x197, 0x19a, 0x19e, 0x1a1, 0x1a5, 0x1a8, 0x1ab, 0x1b2, 
    0x1bb, 0x1bf, 0x1c2, 0x1c5, 0x1ca, 0x1cf, 0x1d3, 0x1d7, 0x1df, 0x1e9, 
    0x1eb, 0x1f4, 0x1fb, 0x1ff, 0x202, 0x20b, 0x212, 0x21c, 0x222, 0x224, 
    0x227, 0x22b, 0x22f, 0x23d, 0x240, 0x249, 0x24f, 0x25c, 0x275, 0x27a, 
    0x281, 0x284, 0x28b, 0x28f, 0x294, 0x297, 0x29f, 0x2a6, 0x2ac, 0x2b0, 
    0x2b3, 0x2b6, 0x2bc, 0x2c1, 
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
