
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
    setState(85);
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
      setState(84);
      statement();
    }
    setState(93);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == CohortQueryParser::T__0) {
      setState(87);
      match(CohortQueryParser::T__0);
      setState(89);
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
        setState(88);
        statement();
      }
      setState(95);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(96);
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
    setState(102);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXPLAIN) {
      setState(98);
      match(CohortQueryParser::EXPLAIN);
      setState(100);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::ANALYSE) {
        setState(99);
        match(CohortQueryParser::ANALYSE);
      }
    }
    setState(104);
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

CohortQueryParser::WhereContext* CohortQueryParser::CountQueryContext::where() {
  return getRuleContext<CohortQueryParser::WhereContext>(0);
}

CohortQueryParser::ByContext* CohortQueryParser::CountQueryContext::by() {
  return getRuleContext<CohortQueryParser::ByContext>(0);
}

CohortQueryParser::HavingContext* CohortQueryParser::CountQueryContext::having() {
  return getRuleContext<CohortQueryParser::HavingContext>(0);
}

CohortQueryParser::WordContext* CohortQueryParser::CountQueryContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}

tree::TerminalNode* CohortQueryParser::CountQueryContext::NOT() {
  return getToken(CohortQueryParser::NOT, 0);
}

tree::TerminalNode* CohortQueryParser::CountQueryContext::RECORDED() {
  return getToken(CohortQueryParser::RECORDED, 0);
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
    setState(224);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 24, _ctx)) {
    case 1: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::CountQueryContext>(_localctx));
      enterOuterAlt(_localctx, 1);
      setState(106);
      match(CohortQueryParser::COUNT);
      setState(107);
      counted();
      setState(112);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(108);
        match(CohortQueryParser::T__1);
        setState(109);
        counted();
        setState(114);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(121);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WITH) {
        setState(115);
        match(CohortQueryParser::WITH);
        setState(119);
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
            setState(116);
            word();
            break;
          }

          case CohortQueryParser::NOT: {
            setState(117);
            match(CohortQueryParser::NOT);
            setState(118);
            match(CohortQueryParser::RECORDED);
            break;
          }

        default:
          throw NoViableAltException(this);
        }
      }
      setState(124);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WHERE) {
        setState(123);
        where();
      }
      setState(127);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::BY) {
        setState(126);
        by();
      }
      setState(130);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::HAVING) {
        setState(129);
        having();
      }
      break;
    }

    case 2: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::ListQueryContext>(_localctx));
      enterOuterAlt(_localctx, 2);
      setState(132);
      match(CohortQueryParser::LIST);
      setState(133);
      counted();
      setState(135);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WHERE) {
        setState(134);
        where();
      }
      setState(139);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::LIMIT) {
        setState(137);
        match(CohortQueryParser::LIMIT);
        setState(138);
        number();
      }
      break;
    }

    case 3: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::StepsQueryContext>(_localctx));
      enterOuterAlt(_localctx, 3);
      setState(141);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::FUNNEL

      || _la == CohortQueryParser::IMPACT)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(142);
      counted();
      setState(147);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(143);
        match(CohortQueryParser::T__1);
        setState(144);
        counted();
        setState(149);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(150);
      where();
      break;
    }

    case 4: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::CompareQueryContext>(_localctx));
      enterOuterAlt(_localctx, 4);
      setState(152);
      match(CohortQueryParser::COMPARE);
      setState(153);
      compared();
      setState(156); 
      _errHandler->sync(this);
      _la = _input->LA(1);
      do {
        setState(154);
        match(CohortQueryParser::T__1);
        setState(155);
        compared();
        setState(158); 
        _errHandler->sync(this);
        _la = _input->LA(1);
      } while (_la == CohortQueryParser::T__1);
      setState(161);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::BY) {
        setState(160);
        by();
      }
      break;
    }

    case 5: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::DefineQueryContext>(_localctx));
      enterOuterAlt(_localctx, 5);
      setState(163);
      match(CohortQueryParser::DEFINE);
      setState(164);
      word();
      setState(165);
      cohort();
      setState(166);
      match(CohortQueryParser::AS);
      setState(167);
      counted();
      setState(169);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WHERE) {
        setState(168);
        where();
      }
      break;
    }

    case 6: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::DropQueryContext>(_localctx));
      enterOuterAlt(_localctx, 6);
      setState(171);
      match(CohortQueryParser::DROP);
      setState(172);
      word();
      setState(173);
      cohort();
      break;
    }

    case 7: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::SummariseQueryContext>(_localctx));
      enterOuterAlt(_localctx, 7);
      setState(175);
      match(CohortQueryParser::SUMMARISE);
      setState(176);
      summarised();
      setState(177);
      match(CohortQueryParser::OF);
      setState(178);
      measured();
      setState(183);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(179);
        match(CohortQueryParser::T__1);
        setState(180);
        measured();
        setState(185);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(187);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WHERE) {
        setState(186);
        where();
      }
      break;
    }

    case 8: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::SummariseQueryContext>(_localctx));
      enterOuterAlt(_localctx, 8);
      setState(189);
      match(CohortQueryParser::SUMMARISE);
      setState(190);
      summarised();
      setState(191);
      where();
      setState(192);
      match(CohortQueryParser::OF);
      setState(193);
      measured();
      setState(198);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(194);
        match(CohortQueryParser::T__1);
        setState(195);
        measured();
        setState(200);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      break;
    }

    case 9: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::StudyDateQueryContext>(_localctx));
      enterOuterAlt(_localctx, 9);
      setState(201);
      match(CohortQueryParser::STUDY);
      setState(202);
      word();
      setState(204);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (((((_la - 76) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 76)) & ((1ULL << (CohortQueryParser::PARAMETER - 76))
        | (1ULL << (CohortQueryParser::DATE - 76))
        | (1ULL << (CohortQueryParser::NUMBER - 76)))) != 0)) {
        setState(203);
        _la = _input->LA(1);
        if (!(((((_la - 76) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 76)) & ((1ULL << (CohortQueryParser::PARAMETER - 76))
          | (1ULL << (CohortQueryParser::DATE - 76))
          | (1ULL << (CohortQueryParser::NUMBER - 76)))) != 0))) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
      }
      break;
    }

    case 10: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::DescribeQueryContext>(_localctx));
      enterOuterAlt(_localctx, 10);
      setState(206);
      match(CohortQueryParser::DESCRIBE);
      setState(207);
      name();
      break;
    }

    case 11: {
      _localctx = dynamic_cast<QueryContext *>(_tracker.createInstance<CohortQueryParser::ShowQueryContext>(_localctx));
      enterOuterAlt(_localctx, 11);
      setState(208);
      match(CohortQueryParser::SHOW);
      setState(209);
      name();
      setState(211);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::PARAMETER

      || _la == CohortQueryParser::STRING) {
        setState(210);
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
      setState(213);
      match(CohortQueryParser::TERMS);
      setState(214);
      match(CohortQueryParser::LIKE);
      setState(215);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::PARAMETER

      || _la == CohortQueryParser::STRING)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(218);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::IN) {
        setState(216);
        match(CohortQueryParser::IN);
        setState(217);
        name();
      }
      setState(222);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::LIMIT) {
        setState(220);
        match(CohortQueryParser::LIMIT);
        setState(221);
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
    setState(227);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXCLUDED

    || _la == CohortQueryParser::OBSERVED) {
      setState(226);
      polarity();
    }
    setState(230);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::DISTINCT) {
      setState(229);
      match(CohortQueryParser::DISTINCT);
    }
    setState(232);
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
    setState(235);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXCLUDED

    || _la == CohortQueryParser::OBSERVED) {
      setState(234);
      polarity();
    }
    setState(238);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::DISTINCT) {
      setState(237);
      match(CohortQueryParser::DISTINCT);
    }
    setState(241); 
    _errHandler->sync(this);
    _la = _input->LA(1);
    do {
      setState(240);
      word();
      setState(243); 
      _errHandler->sync(this);
      _la = _input->LA(1);
    } while (((((_la - 19) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 19)) & ((1ULL << (CohortQueryParser::COMMERCIAL - 19))
      | (1ULL << (CohortQueryParser::COMPARE - 19))
      | (1ULL << (CohortQueryParser::DEFINE - 19))
      | (1ULL << (CohortQueryParser::DESCRIBE - 19))
      | (1ULL << (CohortQueryParser::DROP - 19))
      | (1ULL << (CohortQueryParser::FIRST - 19))
      | (1ULL << (CohortQueryParser::FUNNEL - 19))
      | (1ULL << (CohortQueryParser::GROUPS - 19))
      | (1ULL << (CohortQueryParser::IMPACT - 19))
      | (1ULL << (CohortQueryParser::LAST - 19))
      | (1ULL << (CohortQueryParser::LIKE - 19))
      | (1ULL << (CohortQueryParser::NO - 19))
      | (1ULL << (CohortQueryParser::NONE - 19))
      | (1ULL << (CohortQueryParser::NON_COMMERCIAL - 19))
      | (1ULL << (CohortQueryParser::SHOW - 19))
      | (1ULL << (CohortQueryParser::STUDY - 19))
      | (1ULL << (CohortQueryParser::SUMMARISE - 19))
      | (1ULL << (CohortQueryParser::TERMS - 19))
      | (1ULL << (CohortQueryParser::TO - 19))
      | (1ULL << (CohortQueryParser::WORD - 19)))) != 0));
   
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
    setState(245);
    name();
    setState(247);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 30, _ctx)) {
    case 1: {
      setState(246);
      terms();
      break;
    }

    }
    setState(250);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AS) {
      setState(249);
      asOf();
    }
    setState(254);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::IN) {
      setState(252);
      match(CohortQueryParser::IN);
      setState(253);
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
    setState(259);
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
        setState(256);
        word();
        break;
      }

      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 2);
        setState(257);
        match(CohortQueryParser::STRING);
        break;
      }

      case CohortQueryParser::PARAMETER: {
        enterOuterAlt(_localctx, 3);
        setState(258);
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
    setState(261);
    cohort();
    setState(267);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AS) {
      setState(262);
      match(CohortQueryParser::AS);
      setState(263);
      counted();
      setState(265);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::WHERE) {
        setState(264);
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
    setState(269);
    match(CohortQueryParser::WHERE);
    setState(270);
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
    setState(272);
    match(CohortQueryParser::BY);
    setState(273);
    dimension();
    setState(278);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == CohortQueryParser::T__1) {
      setState(274);
      match(CohortQueryParser::T__1);
      setState(275);
      dimension();
      setState(280);
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
    setState(281);
    match(CohortQueryParser::HAVING);
    setState(282);
    bound();
    setState(287);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == CohortQueryParser::AND) {
      setState(283);
      match(CohortQueryParser::AND);
      setState(284);
      bound();
      setState(289);
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
    setState(290);
    name();
    setState(291);
    _la = _input->LA(1);
    if (!(((((_la - 70) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 70)) & ((1ULL << (CohortQueryParser::EQUAL - 70))
      | (1ULL << (CohortQueryParser::NOT_EQUAL - 70))
      | (1ULL << (CohortQueryParser::LESS_EQUAL - 70))
      | (1ULL << (CohortQueryParser::LESS - 70))
      | (1ULL << (CohortQueryParser::GREATER_EQUAL - 70))
      | (1ULL << (CohortQueryParser::GREATER - 70)))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
    setState(292);
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
    setState(295);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXCLUDED

    || _la == CohortQueryParser::OBSERVED) {
      setState(294);
      polarity();
    }
    setState(297);
    name();
    setState(299);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 39, _ctx)) {
    case 1: {
      setState(298);
      terms();
      break;
    }

    }
    setState(302);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AS) {
      setState(301);
      asOf();
    }
    setState(305);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 41, _ctx)) {
    case 1: {
      setState(304);
      bands();
      break;
    }

    }
    setState(320);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::IN) {
      setState(307);
      match(CohortQueryParser::IN);
      setState(308);
      match(CohortQueryParser::GROUPS);
      setState(309);
      match(CohortQueryParser::T__2);
      setState(310);
      group();
      setState(315);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(311);
        match(CohortQueryParser::T__1);
        setState(312);
        group();
        setState(317);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(318);
      match(CohortQueryParser::T__3);
    }
    setState(324);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::TOP) {
      setState(322);
      match(CohortQueryParser::TOP);
      setState(323);
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
    setState(326);
    match(CohortQueryParser::IN);
    setState(327);
    match(CohortQueryParser::BANDS);
    setState(339);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::OF: {
        setState(328);
        match(CohortQueryParser::OF);
        setState(329);
        width();
        break;
      }

      case CohortQueryParser::AT: {
        setState(330);
        match(CohortQueryParser::AT);
        setState(331);
        width();
        setState(336);
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 45, _ctx);
        while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
          if (alt == 1) {
            setState(332);
            match(CohortQueryParser::T__1);
            setState(333);
            width(); 
          }
          setState(338);
          _errHandler->sync(this);
          alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 45, _ctx);
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
    setState(343);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::NUMBER: {
        enterOuterAlt(_localctx, 1);
        setState(341);
        amount();
        break;
      }

      case CohortQueryParser::PARAMETER: {
        enterOuterAlt(_localctx, 2);
        setState(342);
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
    setState(347);
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
        setState(345);
        word();
        break;
      }

      case CohortQueryParser::STRING: {
        setState(346);
        match(CohortQueryParser::STRING);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(349);
    match(CohortQueryParser::EQUAL);
    setState(362);
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
        setState(350);
        value();
        break;
      }

      case CohortQueryParser::T__2: {
        setState(351);
        match(CohortQueryParser::T__2);
        setState(352);
        value();
        setState(357);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == CohortQueryParser::T__1) {
          setState(353);
          match(CohortQueryParser::T__1);
          setState(354);
          value();
          setState(359);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(360);
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
    setState(395);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 53, _ctx)) {
    case 1: {
      _localctx = _tracker.createInstance<ParenthesisedContext>(_localctx);
      _ctx = _localctx;
      previousContext = _localctx;

      setState(365);
      match(CohortQueryParser::T__2);
      setState(366);
      expression(0);
      setState(367);
      match(CohortQueryParser::T__3);
      break;
    }

    case 2: {
      _localctx = _tracker.createInstance<SomeOfContext>(_localctx);
      _ctx = _localctx;
      previousContext = _localctx;
      setState(378);
      _errHandler->sync(this);
      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 51, _ctx)) {
      case 1: {
        setState(369);
        match(CohortQueryParser::AT);
        setState(370);
        match(CohortQueryParser::LEAST);
        setState(371);
        number();
        break;
      }

      case 2: {
        setState(372);
        match(CohortQueryParser::AT);
        setState(373);
        match(CohortQueryParser::MOST);
        setState(374);
        number();
        break;
      }

      case 3: {
        setState(375);
        match(CohortQueryParser::EXACTLY);
        setState(376);
        number();
        break;
      }

      case 4: {
        setState(377);
        match(CohortQueryParser::NONE);
        break;
      }

      }
      setState(380);
      match(CohortQueryParser::OF);
      setState(381);
      match(CohortQueryParser::T__2);
      setState(382);
      expression(0);
      setState(387);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == CohortQueryParser::T__1) {
        setState(383);
        match(CohortQueryParser::T__1);
        setState(384);
        expression(0);
        setState(389);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
      setState(390);
      match(CohortQueryParser::T__3);
      break;
    }

    case 3: {
      _localctx = _tracker.createInstance<SingleContext>(_localctx);
      _ctx = _localctx;
      previousContext = _localctx;
      setState(392);
      predicate();
      break;
    }

    case 4: {
      _localctx = _tracker.createInstance<NotContext>(_localctx);
      _ctx = _localctx;
      previousContext = _localctx;
      setState(393);
      match(CohortQueryParser::NOT);
      setState(394);
      expression(3);
      break;
    }

    }
    _ctx->stop = _input->LT(-1);
    setState(405);
    _errHandler->sync(this);
    alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 55, _ctx);
    while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
      if (alt == 1) {
        if (!_parseListeners.empty())
          triggerExitRuleEvent();
        previousContext = _localctx;
        setState(403);
        _errHandler->sync(this);
        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 54, _ctx)) {
        case 1: {
          auto newContext = _tracker.createInstance<AndContext>(_tracker.createInstance<ExpressionContext>(parentContext, parentState));
          _localctx = newContext;
          pushNewRecursionContext(newContext, startState, RuleExpression);
          setState(397);

          if (!(precpred(_ctx, 2))) throw FailedPredicateException(this, "precpred(_ctx, 2)");
          setState(398);
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
          setState(399);
          expression(3);
          break;
        }

        case 2: {
          auto newContext = _tracker.createInstance<OrContext>(_tracker.createInstance<ExpressionContext>(parentContext, parentState));
          _localctx = newContext;
          pushNewRecursionContext(newContext, startState, RuleExpression);
          setState(400);

          if (!(precpred(_ctx, 1))) throw FailedPredicateException(this, "precpred(_ctx, 1)");
          setState(401);
          match(CohortQueryParser::OR);
          setState(402);
          expression(2);
          break;
        }

        } 
      }
      setState(407);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 55, _ctx);
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

CohortQueryParser::ValuedContext* CohortQueryParser::HasContext::valued() {
  return getRuleContext<CohortQueryParser::ValuedContext>(0);
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

tree::TerminalNode* CohortQueryParser::HasContext::ANOTHER() {
  return getToken(CohortQueryParser::ANOTHER, 0);
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
    setState(482);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 73, _ctx)) {
    case 1: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::HasContext>(_localctx));
      enterOuterAlt(_localctx, 1);
      setState(414);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case CohortQueryParser::HAS: {
          setState(408);
          match(CohortQueryParser::HAS);
          setState(411);
          _errHandler->sync(this);

          switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 56, _ctx)) {
          case 1: {
            setState(409);
            quantity();
            break;
          }

          case 2: {
            setState(410);
            match(CohortQueryParser::ANOTHER);
            break;
          }

          }
          break;
        }

        case CohortQueryParser::NO: {
          setState(413);
          match(CohortQueryParser::NO);
          break;
        }

      default:
        throw NoViableAltException(this);
      }
      setState(417);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::EXCLUDED

      || _la == CohortQueryParser::OBSERVED) {
        setState(416);
        polarity();
      }
      setState(420);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 59, _ctx)) {
      case 1: {
        setState(419);
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
      setState(422);
      name();
      setState(424);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 60, _ctx)) {
      case 1: {
        setState(423);
        terms();
        break;
      }

      }
      setState(427);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 61, _ctx)) {
      case 1: {
        setState(426);
        alias();
        break;
      }

      }
      setState(432);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 62, _ctx)) {
      case 1: {
        setState(429);
        match(CohortQueryParser::WITH);
        setState(430);
        condition();
        break;
      }

      case 2: {
        setState(431);
        valued();
        break;
      }

      }
      setState(435);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 63, _ctx)) {
      case 1: {
        setState(434);
        alias();
        break;
      }

      }
      setState(438);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 64, _ctx)) {
      case 1: {
        setState(437);
        onDates();
        break;
      }

      }
      break;
    }

    case 2: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::InCohortContext>(_localctx));
      enterOuterAlt(_localctx, 2);
      setState(440);
      match(CohortQueryParser::IN);
      setState(441);
      word();
      setState(445);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 65, _ctx)) {
      case 1: {
        setState(442);
        word();
        break;
      }

      case 2: {
        setState(443);
        match(CohortQueryParser::STRING);
        break;
      }

      case 3: {
        setState(444);
        match(CohortQueryParser::PARAMETER);
        break;
      }

      }
      break;
    }

    case 3: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::InCohortContext>(_localctx));
      enterOuterAlt(_localctx, 3);
      setState(447);
      match(CohortQueryParser::IN);
      setState(448);
      match(CohortQueryParser::STRING);
      break;
    }

    case 4: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::UsableContext>(_localctx));
      enterOuterAlt(_localctx, 4);
      setState(449);
      match(CohortQueryParser::USABLE);
      setState(450);
      match(CohortQueryParser::FOR);
      setState(451);
      purpose();
      setState(454);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 66, _ctx)) {
      case 1: {
        setState(452);
        match(CohortQueryParser::BY);
        setState(453);
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
      setState(458);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 67, _ctx)) {
      case 1: {
        setState(456);
        match(CohortQueryParser::IN);
        setState(457);
        value();
        break;
      }

      }
      break;
    }

    case 5: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::OverlapsContext>(_localctx));
      enterOuterAlt(_localctx, 5);
      setState(461);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::CERTAINLY

      || _la == CohortQueryParser::POSSIBLY) {
        setState(460);
        certainty();
      }
      setState(464);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (((((_la - 19) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 19)) & ((1ULL << (CohortQueryParser::COMMERCIAL - 19))
        | (1ULL << (CohortQueryParser::COMPARE - 19))
        | (1ULL << (CohortQueryParser::DEFINE - 19))
        | (1ULL << (CohortQueryParser::DESCRIBE - 19))
        | (1ULL << (CohortQueryParser::DROP - 19))
        | (1ULL << (CohortQueryParser::FIRST - 19))
        | (1ULL << (CohortQueryParser::FUNNEL - 19))
        | (1ULL << (CohortQueryParser::GROUPS - 19))
        | (1ULL << (CohortQueryParser::IMPACT - 19))
        | (1ULL << (CohortQueryParser::LAST - 19))
        | (1ULL << (CohortQueryParser::LIKE - 19))
        | (1ULL << (CohortQueryParser::NO - 19))
        | (1ULL << (CohortQueryParser::NONE - 19))
        | (1ULL << (CohortQueryParser::NON_COMMERCIAL - 19))
        | (1ULL << (CohortQueryParser::SHOW - 19))
        | (1ULL << (CohortQueryParser::STUDY - 19))
        | (1ULL << (CohortQueryParser::SUMMARISE - 19))
        | (1ULL << (CohortQueryParser::TERMS - 19))
        | (1ULL << (CohortQueryParser::TO - 19))
        | (1ULL << (CohortQueryParser::WORD - 19)))) != 0)) {
        setState(463);
        word();
      }
      setState(466);
      match(CohortQueryParser::OVERLAPS);
      setState(467);
      word();
      break;
    }

    case 6: {
      _localctx = dynamic_cast<PredicateContext *>(_tracker.createInstance<CohortQueryParser::CompareContext>(_localctx));
      enterOuterAlt(_localctx, 6);
      setState(469);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::CERTAINLY

      || _la == CohortQueryParser::POSSIBLY) {
        setState(468);
        certainty();
      }
      setState(474);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 71, _ctx)) {
      case 1: {
        setState(471);
        word();
        setState(472);
        match(CohortQueryParser::T__4);
        break;
      }

      }
      setState(476);
      name();
      setState(478);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::AS) {
        setState(477);
        asOf();
      }
      setState(480);
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

//----------------- ValuedContext ------------------------------------------------------------------

CohortQueryParser::ValuedContext::ValuedContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

std::vector<CohortQueryParser::PointContext *> CohortQueryParser::ValuedContext::point() {
  return getRuleContexts<CohortQueryParser::PointContext>();
}

CohortQueryParser::PointContext* CohortQueryParser::ValuedContext::point(size_t i) {
  return getRuleContext<CohortQueryParser::PointContext>(i);
}

tree::TerminalNode* CohortQueryParser::ValuedContext::LESS() {
  return getToken(CohortQueryParser::LESS, 0);
}

tree::TerminalNode* CohortQueryParser::ValuedContext::LESS_EQUAL() {
  return getToken(CohortQueryParser::LESS_EQUAL, 0);
}

tree::TerminalNode* CohortQueryParser::ValuedContext::GREATER() {
  return getToken(CohortQueryParser::GREATER, 0);
}

tree::TerminalNode* CohortQueryParser::ValuedContext::GREATER_EQUAL() {
  return getToken(CohortQueryParser::GREATER_EQUAL, 0);
}

tree::TerminalNode* CohortQueryParser::ValuedContext::BETWEEN() {
  return getToken(CohortQueryParser::BETWEEN, 0);
}

tree::TerminalNode* CohortQueryParser::ValuedContext::AND() {
  return getToken(CohortQueryParser::AND, 0);
}

tree::TerminalNode* CohortQueryParser::ValuedContext::AT() {
  return getToken(CohortQueryParser::AT, 0);
}

CohortQueryParser::AmountContext* CohortQueryParser::ValuedContext::amount() {
  return getRuleContext<CohortQueryParser::AmountContext>(0);
}

tree::TerminalNode* CohortQueryParser::ValuedContext::LEAST() {
  return getToken(CohortQueryParser::LEAST, 0);
}

tree::TerminalNode* CohortQueryParser::ValuedContext::MOST() {
  return getToken(CohortQueryParser::MOST, 0);
}


size_t CohortQueryParser::ValuedContext::getRuleIndex() const {
  return CohortQueryParser::RuleValued;
}


CohortQueryParser::ValuedContext* CohortQueryParser::valued() {
  ValuedContext *_localctx = _tracker.createInstance<ValuedContext>(_ctx, getState());
  enterRule(_localctx, 36, CohortQueryParser::RuleValued);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(494);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::LESS_EQUAL:
      case CohortQueryParser::LESS:
      case CohortQueryParser::GREATER_EQUAL:
      case CohortQueryParser::GREATER: {
        enterOuterAlt(_localctx, 1);
        setState(484);
        _la = _input->LA(1);
        if (!(((((_la - 72) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 72)) & ((1ULL << (CohortQueryParser::LESS_EQUAL - 72))
          | (1ULL << (CohortQueryParser::LESS - 72))
          | (1ULL << (CohortQueryParser::GREATER_EQUAL - 72))
          | (1ULL << (CohortQueryParser::GREATER - 72)))) != 0))) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(485);
        point();
        break;
      }

      case CohortQueryParser::BETWEEN: {
        enterOuterAlt(_localctx, 2);
        setState(486);
        match(CohortQueryParser::BETWEEN);
        setState(487);
        point();
        setState(488);
        match(CohortQueryParser::AND);
        setState(489);
        point();
        break;
      }

      case CohortQueryParser::AT: {
        enterOuterAlt(_localctx, 3);
        setState(491);
        match(CohortQueryParser::AT);
        setState(492);
        _la = _input->LA(1);
        if (!(_la == CohortQueryParser::LEAST

        || _la == CohortQueryParser::MOST)) {
        _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(493);
        amount();
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
  enterRule(_localctx, 38, CohortQueryParser::RuleAlias);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(496);
    match(CohortQueryParser::AS);
    setState(497);
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
  enterRule(_localctx, 40, CohortQueryParser::RuleOnDates);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(499);
    match(CohortQueryParser::ON);
    setState(502);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::AT) {
      setState(500);
      match(CohortQueryParser::AT);
      setState(501);
      match(CohortQueryParser::LEAST);
    }
    setState(504);
    number();
    setState(505);
    match(CohortQueryParser::DISTINCT);
    setState(506);
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
  enterRule(_localctx, 42, CohortQueryParser::RulePurpose);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(514);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 1);
        setState(508);
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
        setState(510); 
        _errHandler->sync(this);
        alt = 1;
        do {
          switch (alt) {
            case 1: {
                  setState(509);
                  word();
                  break;
                }

          default:
            throw NoViableAltException(this);
          }
          setState(512); 
          _errHandler->sync(this);
          alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 76, _ctx);
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
  enterRule(_localctx, 44, CohortQueryParser::RuleCondition);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(523);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::T__2: {
        _localctx = dynamic_cast<ConditionContext *>(_tracker.createInstance<CohortQueryParser::ConditionGroupContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(516);
        match(CohortQueryParser::T__2);
        setState(517);
        expression(0);
        setState(518);
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
        setState(520);
        predicate();
        break;
      }

      case CohortQueryParser::NOT: {
        _localctx = dynamic_cast<ConditionContext *>(_tracker.createInstance<CohortQueryParser::ConditionNotContext>(_localctx));
        enterOuterAlt(_localctx, 3);
        setState(521);
        match(CohortQueryParser::NOT);
        setState(522);
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
  enterRule(_localctx, 46, CohortQueryParser::RuleQuantity);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(537);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::AT:
      case CohortQueryParser::EXACTLY: {
        enterOuterAlt(_localctx, 1);
        setState(530);
        _errHandler->sync(this);
        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 79, _ctx)) {
        case 1: {
          setState(525);
          match(CohortQueryParser::AT);
          setState(526);
          match(CohortQueryParser::LEAST);
          break;
        }

        case 2: {
          setState(527);
          match(CohortQueryParser::AT);
          setState(528);
          match(CohortQueryParser::MOST);
          break;
        }

        case 3: {
          setState(529);
          match(CohortQueryParser::EXACTLY);
          break;
        }

        }
        setState(532);
        number();
        setState(534);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::DISTINCT) {
          setState(533);
          match(CohortQueryParser::DISTINCT);
        }
        break;
      }

      case CohortQueryParser::NO: {
        enterOuterAlt(_localctx, 2);
        setState(536);
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
  enterRule(_localctx, 48, CohortQueryParser::RulePolarity);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(539);
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
  enterRule(_localctx, 50, CohortQueryParser::RuleCertainty);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(541);
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
  enterRule(_localctx, 52, CohortQueryParser::RuleTerms);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(543);
    anyTerm();
    setState(546);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 82, _ctx)) {
    case 1: {
      setState(544);
      match(CohortQueryParser::EXCEPT);
      setState(545);
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
  enterRule(_localctx, 54, CohortQueryParser::RuleAnyTerm);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(571);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 1);
        setState(548);
        term();
        setState(553);
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 83, _ctx);
        while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
          if (alt == 1) {
            setState(549);
            match(CohortQueryParser::OR);
            setState(550);
            term(); 
          }
          setState(555);
          _errHandler->sync(this);
          alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 83, _ctx);
        }
        break;
      }

      case CohortQueryParser::IN: {
        enterOuterAlt(_localctx, 2);
        setState(556);
        match(CohortQueryParser::IN);
        setState(569);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case CohortQueryParser::T__2: {
            setState(557);
            match(CohortQueryParser::T__2);
            setState(558);
            term();
            setState(563);
            _errHandler->sync(this);
            _la = _input->LA(1);
            while (_la == CohortQueryParser::T__1) {
              setState(559);
              match(CohortQueryParser::T__1);
              setState(560);
              term();
              setState(565);
              _errHandler->sync(this);
              _la = _input->LA(1);
            }
            setState(566);
            match(CohortQueryParser::T__3);
            break;
          }

          case CohortQueryParser::PARAMETER: {
            setState(568);
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
  enterRule(_localctx, 56, CohortQueryParser::RuleTerm);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(574);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == CohortQueryParser::EXACTLY) {
      setState(573);
      match(CohortQueryParser::EXACTLY);
    }
    setState(582);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::CODE: {
        setState(576);
        match(CohortQueryParser::CODE);
        setState(578);
        _errHandler->sync(this);

        switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 88, _ctx)) {
        case 1: {
          setState(577);
          match(CohortQueryParser::STRING);
          break;
        }

        }
        break;
      }

      case CohortQueryParser::STRING: {
        setState(580);
        match(CohortQueryParser::STRING);
        break;
      }

      case CohortQueryParser::PARAMETER: {
        setState(581);
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

CohortQueryParser::ListedContext* CohortQueryParser::IsNotValueContext::listed() {
  return getRuleContext<CohortQueryParser::ListedContext>(0);
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


//----------------- OrderedInWordsContext ------------------------------------------------------------------

tree::TerminalNode* CohortQueryParser::OrderedInWordsContext::AT() {
  return getToken(CohortQueryParser::AT, 0);
}

CohortQueryParser::AmountContext* CohortQueryParser::OrderedInWordsContext::amount() {
  return getRuleContext<CohortQueryParser::AmountContext>(0);
}

tree::TerminalNode* CohortQueryParser::OrderedInWordsContext::LEAST() {
  return getToken(CohortQueryParser::LEAST, 0);
}

tree::TerminalNode* CohortQueryParser::OrderedInWordsContext::MOST() {
  return getToken(CohortQueryParser::MOST, 0);
}

tree::TerminalNode* CohortQueryParser::OrderedInWordsContext::IS() {
  return getToken(CohortQueryParser::IS, 0);
}

CohortQueryParser::OrderedInWordsContext::OrderedInWordsContext(ComparisonContext *ctx) { copyFrom(ctx); }


//----------------- IsValueContext ------------------------------------------------------------------

CohortQueryParser::ListedContext* CohortQueryParser::IsValueContext::listed() {
  return getRuleContext<CohortQueryParser::ListedContext>(0);
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

std::vector<CohortQueryParser::AlternativeContext *> CohortQueryParser::IsValueContext::alternative() {
  return getRuleContexts<CohortQueryParser::AlternativeContext>();
}

CohortQueryParser::AlternativeContext* CohortQueryParser::IsValueContext::alternative(size_t i) {
  return getRuleContext<CohortQueryParser::AlternativeContext>(i);
}

tree::TerminalNode* CohortQueryParser::IsValueContext::EXCEPT() {
  return getToken(CohortQueryParser::EXCEPT, 0);
}

CohortQueryParser::AnyTermContext* CohortQueryParser::IsValueContext::anyTerm() {
  return getRuleContext<CohortQueryParser::AnyTermContext>(0);
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

std::vector<CohortQueryParser::ListedContext *> CohortQueryParser::InListContext::listed() {
  return getRuleContexts<CohortQueryParser::ListedContext>();
}

CohortQueryParser::ListedContext* CohortQueryParser::InListContext::listed(size_t i) {
  return getRuleContext<CohortQueryParser::ListedContext>(i);
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
  enterRule(_localctx, 58, CohortQueryParser::RuleComparison);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(667);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 98, _ctx)) {
    case 1: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsRecordedContext>(_localctx));
      enterOuterAlt(_localctx, 1);
      setState(584);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(585);
      match(CohortQueryParser::RECORDED);
      break;
    }

    case 2: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsMissingContext>(_localctx));
      enterOuterAlt(_localctx, 2);
      setState(586);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(587);
      match(CohortQueryParser::MISSING);
      break;
    }

    case 3: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsMissingContext>(_localctx));
      enterOuterAlt(_localctx, 3);
      setState(588);
      match(CohortQueryParser::IS);
      setState(589);
      match(CohortQueryParser::NOT);
      setState(590);
      match(CohortQueryParser::RECORDED);
      break;
    }

    case 4: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsRecordedContext>(_localctx));
      enterOuterAlt(_localctx, 4);
      setState(591);
      match(CohortQueryParser::IS);
      setState(592);
      match(CohortQueryParser::NOT);
      setState(593);
      match(CohortQueryParser::MISSING);
      break;
    }

    case 5: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::InListContext>(_localctx));
      enterOuterAlt(_localctx, 5);
      setState(599);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case CohortQueryParser::IS: {
          setState(594);
          match(CohortQueryParser::IS);
          setState(596);
          _errHandler->sync(this);

          _la = _input->LA(1);
          if (_la == CohortQueryParser::NOT) {
            setState(595);
            match(CohortQueryParser::NOT);
          }
          break;
        }

        case CohortQueryParser::NOT: {
          setState(598);
          match(CohortQueryParser::NOT);
          break;
        }

        case CohortQueryParser::IN: {
          break;
        }

      default:
        break;
      }
      setState(601);
      match(CohortQueryParser::IN);
      setState(614);
      _errHandler->sync(this);
      switch (_input->LA(1)) {
        case CohortQueryParser::T__2: {
          setState(602);
          match(CohortQueryParser::T__2);
          setState(603);
          listed();
          setState(608);
          _errHandler->sync(this);
          _la = _input->LA(1);
          while (_la == CohortQueryParser::T__1) {
            setState(604);
            match(CohortQueryParser::T__1);
            setState(605);
            listed();
            setState(610);
            _errHandler->sync(this);
            _la = _input->LA(1);
          }
          setState(611);
          match(CohortQueryParser::T__3);
          break;
        }

        case CohortQueryParser::PARAMETER: {
          setState(613);
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
      setState(616);
      match(CohortQueryParser::IS);
      setState(617);
      match(CohortQueryParser::NOT);
      setState(618);
      listed();
      break;
    }

    case 7: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsNotValueContext>(_localctx));
      enterOuterAlt(_localctx, 7);
      setState(619);
      match(CohortQueryParser::NOT_EQUAL);
      setState(620);
      listed();
      break;
    }

    case 8: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::IsValueContext>(_localctx));
      enterOuterAlt(_localctx, 8);
      setState(621);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::IS

      || _la == CohortQueryParser::EQUAL)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(622);
      listed();
      setState(627);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 94, _ctx);
      while (alt != 1 && alt != atn::ATN::INVALID_ALT_NUMBER) {
        if (alt == 1 + 1) {
          setState(623);
          match(CohortQueryParser::OR);
          setState(624);
          alternative(); 
        }
        setState(629);
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 94, _ctx);
      }
      setState(632);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 95, _ctx)) {
      case 1: {
        setState(630);
        match(CohortQueryParser::EXCEPT);
        setState(631);
        anyTerm();
        break;
      }

      }
      break;
    }

    case 9: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::OrderedContext>(_localctx));
      enterOuterAlt(_localctx, 9);
      setState(634);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::AFTER

      || _la == CohortQueryParser::BEFORE || ((((_la - 72) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 72)) & ((1ULL << (CohortQueryParser::LESS_EQUAL - 72))
        | (1ULL << (CohortQueryParser::LESS - 72))
        | (1ULL << (CohortQueryParser::GREATER_EQUAL - 72))
        | (1ULL << (CohortQueryParser::GREATER - 72)))) != 0))) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(635);
      point();
      break;
    }

    case 10: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::BetweenContext>(_localctx));
      enterOuterAlt(_localctx, 10);
      setState(636);
      match(CohortQueryParser::BETWEEN);
      setState(637);
      point();
      setState(638);
      match(CohortQueryParser::AND);
      setState(639);
      point();
      break;
    }

    case 11: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::WithinContext>(_localctx));
      enterOuterAlt(_localctx, 11);
      setState(641);
      match(CohortQueryParser::WITHIN);
      setState(642);
      duration();
      setState(643);
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
      setState(644);
      point();
      break;
    }

    case 12: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::ApartContext>(_localctx));
      enterOuterAlt(_localctx, 12);
      setState(646);
      match(CohortQueryParser::AT);
      setState(647);
      match(CohortQueryParser::LEAST);
      setState(648);
      duration();
      setState(649);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::AFTER

      || _la == CohortQueryParser::BEFORE)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(650);
      point();
      break;
    }

    case 13: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::OrderedInWordsContext>(_localctx));
      enterOuterAlt(_localctx, 13);
      setState(653);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::IS) {
        setState(652);
        match(CohortQueryParser::IS);
      }
      setState(655);
      match(CohortQueryParser::AT);
      setState(656);
      _la = _input->LA(1);
      if (!(_la == CohortQueryParser::LEAST

      || _la == CohortQueryParser::MOST)) {
      _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(657);
      amount();
      break;
    }

    case 14: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::AgedContext>(_localctx));
      enterOuterAlt(_localctx, 14);
      setState(658);
      match(CohortQueryParser::AGED);
      setState(659);
      value();
      setState(662);
      _errHandler->sync(this);

      switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 97, _ctx)) {
      case 1: {
        setState(660);
        match(CohortQueryParser::TO);
        setState(661);
        value();
        break;
      }

      }
      break;
    }

    case 15: {
      _localctx = dynamic_cast<ComparisonContext *>(_tracker.createInstance<CohortQueryParser::StartsWithContext>(_localctx));
      enterOuterAlt(_localctx, 15);
      setState(664);
      match(CohortQueryParser::STARTS);
      setState(665);
      match(CohortQueryParser::WITH);
      setState(666);
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

//----------------- ListedContext ------------------------------------------------------------------

CohortQueryParser::ListedContext::ListedContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::ValueContext* CohortQueryParser::ListedContext::value() {
  return getRuleContext<CohortQueryParser::ValueContext>(0);
}

CohortQueryParser::WordContext* CohortQueryParser::ListedContext::word() {
  return getRuleContext<CohortQueryParser::WordContext>(0);
}

std::vector<tree::TerminalNode *> CohortQueryParser::ListedContext::WORD() {
  return getTokens(CohortQueryParser::WORD);
}

tree::TerminalNode* CohortQueryParser::ListedContext::WORD(size_t i) {
  return getToken(CohortQueryParser::WORD, i);
}


size_t CohortQueryParser::ListedContext::getRuleIndex() const {
  return CohortQueryParser::RuleListed;
}


CohortQueryParser::ListedContext* CohortQueryParser::listed() {
  ListedContext *_localctx = _tracker.createInstance<ListedContext>(_ctx, getState());
  enterRule(_localctx, 60, CohortQueryParser::RuleListed);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(676);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 100, _ctx)) {
    case 1: {
      enterOuterAlt(_localctx, 1);
      setState(669);
      value();
      break;
    }

    case 2: {
      enterOuterAlt(_localctx, 2);
      setState(670);
      word();
      setState(672); 
      _errHandler->sync(this);
      alt = 1;
      do {
        switch (alt) {
          case 1: {
                setState(671);
                match(CohortQueryParser::WORD);
                break;
              }

        default:
          throw NoViableAltException(this);
        }
        setState(674); 
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 99, _ctx);
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

//----------------- AlternativeContext ------------------------------------------------------------------

CohortQueryParser::AlternativeContext::AlternativeContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

CohortQueryParser::TermContext* CohortQueryParser::AlternativeContext::term() {
  return getRuleContext<CohortQueryParser::TermContext>(0);
}

std::vector<tree::TerminalNode *> CohortQueryParser::AlternativeContext::WORD() {
  return getTokens(CohortQueryParser::WORD);
}

tree::TerminalNode* CohortQueryParser::AlternativeContext::WORD(size_t i) {
  return getToken(CohortQueryParser::WORD, i);
}


size_t CohortQueryParser::AlternativeContext::getRuleIndex() const {
  return CohortQueryParser::RuleAlternative;
}


CohortQueryParser::AlternativeContext* CohortQueryParser::alternative() {
  AlternativeContext *_localctx = _tracker.createInstance<AlternativeContext>(_ctx, getState());
  enterRule(_localctx, 62, CohortQueryParser::RuleAlternative);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(684);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 1);
        setState(678);
        term();
        break;
      }

      case CohortQueryParser::WORD: {
        enterOuterAlt(_localctx, 2);
        setState(680); 
        _errHandler->sync(this);
        alt = 1;
        do {
          switch (alt) {
            case 1: {
                  setState(679);
                  match(CohortQueryParser::WORD);
                  break;
                }

          default:
            throw NoViableAltException(this);
          }
          setState(682); 
          _errHandler->sync(this);
          alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 101, _ctx);
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
  enterRule(_localctx, 64, CohortQueryParser::RuleAsOf);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(686);
    match(CohortQueryParser::AS);
    setState(687);
    match(CohortQueryParser::OF);
    setState(691);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 103, _ctx)) {
    case 1: {
      setState(688);
      value();
      break;
    }

    case 2: {
      setState(689);
      match(CohortQueryParser::STUDY);
      setState(690);
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
  enterRule(_localctx, 66, CohortQueryParser::RulePoint);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(713);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 108, _ctx)) {
    case 1: {
      enterOuterAlt(_localctx, 1);
      setState(694);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::NUMBER) {
        setState(693);
        factor();
      }
      setState(696);
      word();
      setState(697);
      match(CohortQueryParser::T__4);
      setState(698);
      name();
      break;
    }

    case 2: {
      enterOuterAlt(_localctx, 2);
      setState(701);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::NUMBER) {
        setState(700);
        factor();
      }
      setState(703);
      word();
      setState(708); 
      _errHandler->sync(this);
      alt = 1;
      do {
        switch (alt) {
          case 1: {
                setState(705);
                _errHandler->sync(this);

                _la = _input->LA(1);
                if (_la == CohortQueryParser::AT

                || _la == CohortQueryParser::OF) {
                  setState(704);
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
                setState(707);
                word();
                break;
              }

        default:
          throw NoViableAltException(this);
        }
        setState(710); 
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 107, _ctx);
      } while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER);
      break;
    }

    case 3: {
      enterOuterAlt(_localctx, 3);
      setState(712);
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
  enterRule(_localctx, 68, CohortQueryParser::RuleFactor);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(715);
    match(CohortQueryParser::NUMBER);
    setState(716);
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
  enterRule(_localctx, 70, CohortQueryParser::RuleDuration);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(721);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::NUMBER: {
        enterOuterAlt(_localctx, 1);
        setState(718);
        amount();
        break;
      }

      case CohortQueryParser::DURATION: {
        enterOuterAlt(_localctx, 2);
        setState(719);
        match(CohortQueryParser::DURATION);
        break;
      }

      case CohortQueryParser::PARAMETER: {
        enterOuterAlt(_localctx, 3);
        setState(720);
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
  enterRule(_localctx, 72, CohortQueryParser::RuleValue);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(728);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case CohortQueryParser::NUMBER: {
        enterOuterAlt(_localctx, 1);
        setState(723);
        amount();
        break;
      }

      case CohortQueryParser::DURATION: {
        enterOuterAlt(_localctx, 2);
        setState(724);
        match(CohortQueryParser::DURATION);
        break;
      }

      case CohortQueryParser::DATE: {
        enterOuterAlt(_localctx, 3);
        setState(725);
        match(CohortQueryParser::DATE);
        break;
      }

      case CohortQueryParser::EXACTLY:
      case CohortQueryParser::PARAMETER:
      case CohortQueryParser::CODE:
      case CohortQueryParser::STRING: {
        enterOuterAlt(_localctx, 4);
        setState(726);
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
        setState(727);
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
  enterRule(_localctx, 74, CohortQueryParser::RuleNumber);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(730);
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
  enterRule(_localctx, 76, CohortQueryParser::RuleAmount);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(736); 
    _errHandler->sync(this);
    alt = 1;
    do {
      switch (alt) {
        case 1: {
              setState(732);
              match(CohortQueryParser::NUMBER);
              setState(734);
              _errHandler->sync(this);

              switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 111, _ctx)) {
              case 1: {
                setState(733);
                unit();
                break;
              }

              }
              break;
            }

      default:
        throw NoViableAltException(this);
      }
      setState(738); 
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 112, _ctx);
    } while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER);
    setState(744);
    _errHandler->sync(this);

    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 114, _ctx)) {
    case 1: {
      setState(741);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == CohortQueryParser::OF) {
        setState(740);
        match(CohortQueryParser::OF);
      }
      setState(743);
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
  enterRule(_localctx, 78, CohortQueryParser::RuleUnit);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(746);
    _la = _input->LA(1);
    if (!(((((_la - 81) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 81)) & ((1ULL << (CohortQueryParser::WORD - 81))
      | (1ULL << (CohortQueryParser::UNIT - 81))
      | (1ULL << (CohortQueryParser::STRING - 81)))) != 0))) {
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
  enterRule(_localctx, 80, CohortQueryParser::RuleName);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(748);
    word();
    setState(755);
    _errHandler->sync(this);
    alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 116, _ctx);
    while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
      if (alt == 1) {
        setState(750);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == CohortQueryParser::AT

        || _la == CohortQueryParser::OF) {
          setState(749);
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
        setState(752);
        word(); 
      }
      setState(757);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 116, _ctx);
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
  enterRule(_localctx, 82, CohortQueryParser::RuleWord);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(758);
    _la = _input->LA(1);
    if (!(((((_la - 19) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 19)) & ((1ULL << (CohortQueryParser::COMMERCIAL - 19))
      | (1ULL << (CohortQueryParser::COMPARE - 19))
      | (1ULL << (CohortQueryParser::DEFINE - 19))
      | (1ULL << (CohortQueryParser::DESCRIBE - 19))
      | (1ULL << (CohortQueryParser::DROP - 19))
      | (1ULL << (CohortQueryParser::FIRST - 19))
      | (1ULL << (CohortQueryParser::FUNNEL - 19))
      | (1ULL << (CohortQueryParser::GROUPS - 19))
      | (1ULL << (CohortQueryParser::IMPACT - 19))
      | (1ULL << (CohortQueryParser::LAST - 19))
      | (1ULL << (CohortQueryParser::LIKE - 19))
      | (1ULL << (CohortQueryParser::NO - 19))
      | (1ULL << (CohortQueryParser::NONE - 19))
      | (1ULL << (CohortQueryParser::NON_COMMERCIAL - 19))
      | (1ULL << (CohortQueryParser::SHOW - 19))
      | (1ULL << (CohortQueryParser::STUDY - 19))
      | (1ULL << (CohortQueryParser::SUMMARISE - 19))
      | (1ULL << (CohortQueryParser::TERMS - 19))
      | (1ULL << (CohortQueryParser::TO - 19))
      | (1ULL << (CohortQueryParser::WORD - 19)))) != 0))) {
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
  "group", "expression", "predicate", "valued", "alias", "onDates", "purpose", 
  "condition", "quantity", "polarity", "certainty", "terms", "anyTerm", 
  "term", "comparison", "listed", "alternative", "asOf", "point", "factor", 
  "duration", "value", "number", "amount", "unit", "name", "word"
};

std::vector<std::string> CohortQueryParser::_literalNames = {
  "", "';'", "','", "'('", "')'", "'.'", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", 
  "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", 
  "", "", "'='", "", "", "'<'", "", "'>'"
};

std::vector<std::string> CohortQueryParser::_symbolicNames = {
  "", "", "", "", "", "", "AFTER", "AGED", "ANALYSE", "AND", "ANOTHER", 
  "AS", "AT", "BANDS", "BEFORE", "BETWEEN", "BUT", "BY", "CERTAINLY", "COMMERCIAL", 
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
    0x3, 0x58, 0x2fb, 0x4, 0x2, 0x9, 0x2, 0x4, 0x3, 0x9, 0x3, 0x4, 0x4, 
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
    0x4, 0x29, 0x9, 0x29, 0x4, 0x2a, 0x9, 0x2a, 0x4, 0x2b, 0x9, 0x2b, 0x3, 
    0x2, 0x5, 0x2, 0x58, 0xa, 0x2, 0x3, 0x2, 0x3, 0x2, 0x5, 0x2, 0x5c, 0xa, 
    0x2, 0x7, 0x2, 0x5e, 0xa, 0x2, 0xc, 0x2, 0xe, 0x2, 0x61, 0xb, 0x2, 0x3, 
    0x2, 0x3, 0x2, 0x3, 0x3, 0x3, 0x3, 0x5, 0x3, 0x67, 0xa, 0x3, 0x5, 0x3, 
    0x69, 0xa, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 
    0x4, 0x7, 0x4, 0x71, 0xa, 0x4, 0xc, 0x4, 0xe, 0x4, 0x74, 0xb, 0x4, 0x3, 
    0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0x7a, 0xa, 0x4, 0x5, 0x4, 
    0x7c, 0xa, 0x4, 0x3, 0x4, 0x5, 0x4, 0x7f, 0xa, 0x4, 0x3, 0x4, 0x5, 0x4, 
    0x82, 0xa, 0x4, 0x3, 0x4, 0x5, 0x4, 0x85, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x3, 0x4, 0x5, 0x4, 0x8a, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0x8e, 
    0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x7, 0x4, 0x94, 0xa, 
    0x4, 0xc, 0x4, 0xe, 0x4, 0x97, 0xb, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x6, 0x4, 0x9f, 0xa, 0x4, 0xd, 0x4, 0xe, 
    0x4, 0xa0, 0x3, 0x4, 0x5, 0x4, 0xa4, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 
    0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0xac, 0xa, 0x4, 0x3, 0x4, 
    0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x3, 0x4, 0x3, 0x4, 0x7, 0x4, 0xb8, 0xa, 0x4, 0xc, 0x4, 0xe, 0x4, 0xbb, 
    0xb, 0x4, 0x3, 0x4, 0x5, 0x4, 0xbe, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 
    0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x7, 0x4, 0xc7, 0xa, 0x4, 
    0xc, 0x4, 0xe, 0x4, 0xca, 0xb, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 
    0x4, 0xcf, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 
    0x5, 0x4, 0xd6, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 
    0x4, 0x5, 0x4, 0xdd, 0xa, 0x4, 0x3, 0x4, 0x3, 0x4, 0x5, 0x4, 0xe1, 0xa, 
    0x4, 0x5, 0x4, 0xe3, 0xa, 0x4, 0x3, 0x5, 0x5, 0x5, 0xe6, 0xa, 0x5, 0x3, 
    0x5, 0x5, 0x5, 0xe9, 0xa, 0x5, 0x3, 0x5, 0x3, 0x5, 0x3, 0x6, 0x5, 0x6, 
    0xee, 0xa, 0x6, 0x3, 0x6, 0x5, 0x6, 0xf1, 0xa, 0x6, 0x3, 0x6, 0x6, 0x6, 
    0xf4, 0xa, 0x6, 0xd, 0x6, 0xe, 0x6, 0xf5, 0x3, 0x7, 0x3, 0x7, 0x5, 0x7, 
    0xfa, 0xa, 0x7, 0x3, 0x7, 0x5, 0x7, 0xfd, 0xa, 0x7, 0x3, 0x7, 0x3, 0x7, 
    0x5, 0x7, 0x101, 0xa, 0x7, 0x3, 0x8, 0x3, 0x8, 0x3, 0x8, 0x5, 0x8, 0x106, 
    0xa, 0x8, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x5, 0x9, 0x10c, 0xa, 
    0x9, 0x5, 0x9, 0x10e, 0xa, 0x9, 0x3, 0xa, 0x3, 0xa, 0x3, 0xa, 0x3, 0xb, 
    0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x7, 0xb, 0x117, 0xa, 0xb, 0xc, 0xb, 0xe, 
    0xb, 0x11a, 0xb, 0xb, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x7, 0xc, 
    0x120, 0xa, 0xc, 0xc, 0xc, 0xe, 0xc, 0x123, 0xb, 0xc, 0x3, 0xd, 0x3, 
    0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 0xe, 0x5, 0xe, 0x12a, 0xa, 0xe, 0x3, 0xe, 
    0x3, 0xe, 0x5, 0xe, 0x12e, 0xa, 0xe, 0x3, 0xe, 0x5, 0xe, 0x131, 0xa, 
    0xe, 0x3, 0xe, 0x5, 0xe, 0x134, 0xa, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 
    0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x7, 0xe, 0x13c, 0xa, 0xe, 0xc, 0xe, 0xe, 
    0xe, 0x13f, 0xb, 0xe, 0x3, 0xe, 0x3, 0xe, 0x5, 0xe, 0x143, 0xa, 0xe, 
    0x3, 0xe, 0x3, 0xe, 0x5, 0xe, 0x147, 0xa, 0xe, 0x3, 0xf, 0x3, 0xf, 0x3, 
    0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x7, 0xf, 0x151, 
    0xa, 0xf, 0xc, 0xf, 0xe, 0xf, 0x154, 0xb, 0xf, 0x5, 0xf, 0x156, 0xa, 
    0xf, 0x3, 0x10, 0x3, 0x10, 0x5, 0x10, 0x15a, 0xa, 0x10, 0x3, 0x11, 0x3, 
    0x11, 0x5, 0x11, 0x15e, 0xa, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 
    0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x7, 0x11, 0x166, 0xa, 0x11, 0xc, 0x11, 
    0xe, 0x11, 0x169, 0xb, 0x11, 0x3, 0x11, 0x3, 0x11, 0x5, 0x11, 0x16d, 
    0xa, 0x11, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 
    0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 
    0x3, 0x12, 0x3, 0x12, 0x5, 0x12, 0x17d, 0xa, 0x12, 0x3, 0x12, 0x3, 0x12, 
    0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x7, 0x12, 0x184, 0xa, 0x12, 0xc, 0x12, 
    0xe, 0x12, 0x187, 0xb, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 
    0x3, 0x12, 0x5, 0x12, 0x18e, 0xa, 0x12, 0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 
    0x3, 0x12, 0x3, 0x12, 0x3, 0x12, 0x7, 0x12, 0x196, 0xa, 0x12, 0xc, 0x12, 
    0xe, 0x12, 0x199, 0xb, 0x12, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 
    0x19e, 0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1a1, 0xa, 0x13, 0x3, 0x13, 
    0x5, 0x13, 0x1a4, 0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1a7, 0xa, 0x13, 
    0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1ab, 0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 
    0x1ae, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1b3, 
    0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1b6, 0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 
    0x1b9, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 
    0x5, 0x13, 0x1c0, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 
    0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1c9, 0xa, 0x13, 0x3, 0x13, 
    0x3, 0x13, 0x5, 0x13, 0x1cd, 0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1d0, 
    0xa, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1d3, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 
    0x3, 0x13, 0x5, 0x13, 0x1d8, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 
    0x5, 0x13, 0x1dd, 0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1e1, 
    0xa, 0x13, 0x3, 0x13, 0x3, 0x13, 0x5, 0x13, 0x1e5, 0xa, 0x13, 0x3, 0x14, 
    0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 
    0x14, 0x3, 0x14, 0x3, 0x14, 0x5, 0x14, 0x1f1, 0xa, 0x14, 0x3, 0x15, 
    0x3, 0x15, 0x3, 0x15, 0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 0x5, 0x16, 0x1f9, 
    0xa, 0x16, 0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 0x3, 0x17, 0x3, 
    0x17, 0x6, 0x17, 0x201, 0xa, 0x17, 0xd, 0x17, 0xe, 0x17, 0x202, 0x5, 
    0x17, 0x205, 0xa, 0x17, 0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 
    0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 0x5, 0x18, 0x20e, 0xa, 0x18, 0x3, 0x19, 
    0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 0x5, 0x19, 0x215, 0xa, 0x19, 
    0x3, 0x19, 0x3, 0x19, 0x5, 0x19, 0x219, 0xa, 0x19, 0x3, 0x19, 0x5, 0x19, 
    0x21c, 0xa, 0x19, 0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1b, 0x3, 0x1b, 0x3, 0x1c, 
    0x3, 0x1c, 0x3, 0x1c, 0x5, 0x1c, 0x225, 0xa, 0x1c, 0x3, 0x1d, 0x3, 0x1d, 
    0x3, 0x1d, 0x7, 0x1d, 0x22a, 0xa, 0x1d, 0xc, 0x1d, 0xe, 0x1d, 0x22d, 
    0xb, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x7, 
    0x1d, 0x234, 0xa, 0x1d, 0xc, 0x1d, 0xe, 0x1d, 0x237, 0xb, 0x1d, 0x3, 
    0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x5, 0x1d, 0x23c, 0xa, 0x1d, 0x5, 0x1d, 
    0x23e, 0xa, 0x1d, 0x3, 0x1e, 0x5, 0x1e, 0x241, 0xa, 0x1e, 0x3, 0x1e, 
    0x3, 0x1e, 0x5, 0x1e, 0x245, 0xa, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x5, 0x1e, 
    0x249, 0xa, 0x1e, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 
    0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 
    0x1f, 0x5, 0x1f, 0x257, 0xa, 0x1f, 0x3, 0x1f, 0x5, 0x1f, 0x25a, 0xa, 
    0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x7, 0x1f, 
    0x261, 0xa, 0x1f, 0xc, 0x1f, 0xe, 0x1f, 0x264, 0xb, 0x1f, 0x3, 0x1f, 
    0x3, 0x1f, 0x3, 0x1f, 0x5, 0x1f, 0x269, 0xa, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 
    0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 
    0x1f, 0x7, 0x1f, 0x274, 0xa, 0x1f, 0xc, 0x1f, 0xe, 0x1f, 0x277, 0xb, 
    0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x5, 0x1f, 0x27b, 0xa, 0x1f, 0x3, 0x1f, 
    0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 
    0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 
    0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x5, 0x1f, 0x290, 
    0xa, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 
    0x1f, 0x3, 0x1f, 0x5, 0x1f, 0x299, 0xa, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 
    0x3, 0x1f, 0x5, 0x1f, 0x29e, 0xa, 0x1f, 0x3, 0x20, 0x3, 0x20, 0x3, 0x20, 
    0x6, 0x20, 0x2a3, 0xa, 0x20, 0xd, 0x20, 0xe, 0x20, 0x2a4, 0x5, 0x20, 
    0x2a7, 0xa, 0x20, 0x3, 0x21, 0x3, 0x21, 0x6, 0x21, 0x2ab, 0xa, 0x21, 
    0xd, 0x21, 0xe, 0x21, 0x2ac, 0x5, 0x21, 0x2af, 0xa, 0x21, 0x3, 0x22, 
    0x3, 0x22, 0x3, 0x22, 0x3, 0x22, 0x3, 0x22, 0x5, 0x22, 0x2b6, 0xa, 0x22, 
    0x3, 0x23, 0x5, 0x23, 0x2b9, 0xa, 0x23, 0x3, 0x23, 0x3, 0x23, 0x3, 0x23, 
    0x3, 0x23, 0x3, 0x23, 0x5, 0x23, 0x2c0, 0xa, 0x23, 0x3, 0x23, 0x3, 0x23, 
    0x5, 0x23, 0x2c4, 0xa, 0x23, 0x3, 0x23, 0x6, 0x23, 0x2c7, 0xa, 0x23, 
    0xd, 0x23, 0xe, 0x23, 0x2c8, 0x3, 0x23, 0x5, 0x23, 0x2cc, 0xa, 0x23, 
    0x3, 0x24, 0x3, 0x24, 0x3, 0x24, 0x3, 0x25, 0x3, 0x25, 0x3, 0x25, 0x5, 
    0x25, 0x2d4, 0xa, 0x25, 0x3, 0x26, 0x3, 0x26, 0x3, 0x26, 0x3, 0x26, 
    0x3, 0x26, 0x5, 0x26, 0x2db, 0xa, 0x26, 0x3, 0x27, 0x3, 0x27, 0x3, 0x28, 
    0x3, 0x28, 0x5, 0x28, 0x2e1, 0xa, 0x28, 0x6, 0x28, 0x2e3, 0xa, 0x28, 
    0xd, 0x28, 0xe, 0x28, 0x2e4, 0x3, 0x28, 0x5, 0x28, 0x2e8, 0xa, 0x28, 
    0x3, 0x28, 0x5, 0x28, 0x2eb, 0xa, 0x28, 0x3, 0x29, 0x3, 0x29, 0x3, 0x2a, 
    0x3, 0x2a, 0x5, 0x2a, 0x2f1, 0xa, 0x2a, 0x3, 0x2a, 0x7, 0x2a, 0x2f4, 
    0xa, 0x2a, 0xc, 0x2a, 0xe, 0x2a, 0x2f7, 0xb, 0x2a, 0x3, 0x2b, 0x3, 0x2b, 
    0x3, 0x2b, 0x3, 0x275, 0x3, 0x22, 0x2c, 0x2, 0x4, 0x6, 0x8, 0xa, 0xc, 
    0xe, 0x10, 0x12, 0x14, 0x16, 0x18, 0x1a, 0x1c, 0x1e, 0x20, 0x22, 0x24, 
    0x26, 0x28, 0x2a, 0x2c, 0x2e, 0x30, 0x32, 0x34, 0x36, 0x38, 0x3a, 0x3c, 
    0x3e, 0x40, 0x42, 0x44, 0x46, 0x48, 0x4a, 0x4c, 0x4e, 0x50, 0x52, 0x54, 
    0x2, 0x15, 0x4, 0x2, 0x22, 0x22, 0x27, 0x27, 0x3, 0x2, 0x4e, 0x50, 0x4, 
    0x2, 0x4e, 0x4e, 0x55, 0x55, 0x3, 0x2, 0x48, 0x4d, 0x5, 0x2, 0xb, 0xb, 
    0x12, 0x12, 0x1d, 0x1d, 0x4, 0x2, 0x20, 0x20, 0x2a, 0x2a, 0x4, 0x2, 
    0x15, 0x15, 0x33, 0x33, 0x3, 0x2, 0x4a, 0x4d, 0x4, 0x2, 0x2b, 0x2b, 
    0x30, 0x30, 0x4, 0x2, 0x1e, 0x1e, 0x35, 0x35, 0x4, 0x2, 0x14, 0x14, 
    0x3a, 0x3a, 0x4, 0x2, 0x29, 0x29, 0x48, 0x48, 0x5, 0x2, 0x8, 0x8, 0x10, 
    0x10, 0x4a, 0x4d, 0x5, 0x2, 0x8, 0x8, 0x10, 0x10, 0x36, 0x36, 0x4, 0x2, 
    0x8, 0x8, 0x10, 0x10, 0x4, 0x2, 0xe, 0xe, 0x36, 0x36, 0x4, 0x2, 0x4e, 
    0x4e, 0x50, 0x50, 0x3, 0x2, 0x53, 0x55, 0x10, 0x2, 0x15, 0x16, 0x18, 
    0x19, 0x1b, 0x1b, 0x20, 0x20, 0x22, 0x22, 0x24, 0x24, 0x27, 0x27, 0x2a, 
    0x2a, 0x2c, 0x2c, 0x31, 0x33, 0x3c, 0x3c, 0x3e, 0x40, 0x42, 0x42, 0x53, 
    0x53, 0x2, 0x373, 0x2, 0x57, 0x3, 0x2, 0x2, 0x2, 0x4, 0x68, 0x3, 0x2, 
    0x2, 0x2, 0x6, 0xe2, 0x3, 0x2, 0x2, 0x2, 0x8, 0xe5, 0x3, 0x2, 0x2, 0x2, 
    0xa, 0xed, 0x3, 0x2, 0x2, 0x2, 0xc, 0xf7, 0x3, 0x2, 0x2, 0x2, 0xe, 0x105, 
    0x3, 0x2, 0x2, 0x2, 0x10, 0x107, 0x3, 0x2, 0x2, 0x2, 0x12, 0x10f, 0x3, 
    0x2, 0x2, 0x2, 0x14, 0x112, 0x3, 0x2, 0x2, 0x2, 0x16, 0x11b, 0x3, 0x2, 
    0x2, 0x2, 0x18, 0x124, 0x3, 0x2, 0x2, 0x2, 0x1a, 0x129, 0x3, 0x2, 0x2, 
    0x2, 0x1c, 0x148, 0x3, 0x2, 0x2, 0x2, 0x1e, 0x159, 0x3, 0x2, 0x2, 0x2, 
    0x20, 0x15d, 0x3, 0x2, 0x2, 0x2, 0x22, 0x18d, 0x3, 0x2, 0x2, 0x2, 0x24, 
    0x1e4, 0x3, 0x2, 0x2, 0x2, 0x26, 0x1f0, 0x3, 0x2, 0x2, 0x2, 0x28, 0x1f2, 
    0x3, 0x2, 0x2, 0x2, 0x2a, 0x1f5, 0x3, 0x2, 0x2, 0x2, 0x2c, 0x204, 0x3, 
    0x2, 0x2, 0x2, 0x2e, 0x20d, 0x3, 0x2, 0x2, 0x2, 0x30, 0x21b, 0x3, 0x2, 
    0x2, 0x2, 0x32, 0x21d, 0x3, 0x2, 0x2, 0x2, 0x34, 0x21f, 0x3, 0x2, 0x2, 
    0x2, 0x36, 0x221, 0x3, 0x2, 0x2, 0x2, 0x38, 0x23d, 0x3, 0x2, 0x2, 0x2, 
    0x3a, 0x240, 0x3, 0x2, 0x2, 0x2, 0x3c, 0x29d, 0x3, 0x2, 0x2, 0x2, 0x3e, 
    0x2a6, 0x3, 0x2, 0x2, 0x2, 0x40, 0x2ae, 0x3, 0x2, 0x2, 0x2, 0x42, 0x2b0, 
    0x3, 0x2, 0x2, 0x2, 0x44, 0x2cb, 0x3, 0x2, 0x2, 0x2, 0x46, 0x2cd, 0x3, 
    0x2, 0x2, 0x2, 0x48, 0x2d3, 0x3, 0x2, 0x2, 0x2, 0x4a, 0x2da, 0x3, 0x2, 
    0x2, 0x2, 0x4c, 0x2dc, 0x3, 0x2, 0x2, 0x2, 0x4e, 0x2e2, 0x3, 0x2, 0x2, 
    0x2, 0x50, 0x2ec, 0x3, 0x2, 0x2, 0x2, 0x52, 0x2ee, 0x3, 0x2, 0x2, 0x2, 
    0x54, 0x2f8, 0x3, 0x2, 0x2, 0x2, 0x56, 0x58, 0x5, 0x4, 0x3, 0x2, 0x57, 
    0x56, 0x3, 0x2, 0x2, 0x2, 0x57, 0x58, 0x3, 0x2, 0x2, 0x2, 0x58, 0x5f, 
    0x3, 0x2, 0x2, 0x2, 0x59, 0x5b, 0x7, 0x3, 0x2, 0x2, 0x5a, 0x5c, 0x5, 
    0x4, 0x3, 0x2, 0x5b, 0x5a, 0x3, 0x2, 0x2, 0x2, 0x5b, 0x5c, 0x3, 0x2, 
    0x2, 0x2, 0x5c, 0x5e, 0x3, 0x2, 0x2, 0x2, 0x5d, 0x59, 0x3, 0x2, 0x2, 
    0x2, 0x5e, 0x61, 0x3, 0x2, 0x2, 0x2, 0x5f, 0x5d, 0x3, 0x2, 0x2, 0x2, 
    0x5f, 0x60, 0x3, 0x2, 0x2, 0x2, 0x60, 0x62, 0x3, 0x2, 0x2, 0x2, 0x61, 
    0x5f, 0x3, 0x2, 0x2, 0x2, 0x62, 0x63, 0x7, 0x2, 0x2, 0x3, 0x63, 0x3, 
    0x3, 0x2, 0x2, 0x2, 0x64, 0x66, 0x7, 0x1f, 0x2, 0x2, 0x65, 0x67, 0x7, 
    0xa, 0x2, 0x2, 0x66, 0x65, 0x3, 0x2, 0x2, 0x2, 0x66, 0x67, 0x3, 0x2, 
    0x2, 0x2, 0x67, 0x69, 0x3, 0x2, 0x2, 0x2, 0x68, 0x64, 0x3, 0x2, 0x2, 
    0x2, 0x68, 0x69, 0x3, 0x2, 0x2, 0x2, 0x69, 0x6a, 0x3, 0x2, 0x2, 0x2, 
    0x6a, 0x6b, 0x5, 0x6, 0x4, 0x2, 0x6b, 0x5, 0x3, 0x2, 0x2, 0x2, 0x6c, 
    0x6d, 0x7, 0x17, 0x2, 0x2, 0x6d, 0x72, 0x5, 0x8, 0x5, 0x2, 0x6e, 0x6f, 
    0x7, 0x4, 0x2, 0x2, 0x6f, 0x71, 0x5, 0x8, 0x5, 0x2, 0x70, 0x6e, 0x3, 
    0x2, 0x2, 0x2, 0x71, 0x74, 0x3, 0x2, 0x2, 0x2, 0x72, 0x70, 0x3, 0x2, 
    0x2, 0x2, 0x72, 0x73, 0x3, 0x2, 0x2, 0x2, 0x73, 0x7b, 0x3, 0x2, 0x2, 
    0x2, 0x74, 0x72, 0x3, 0x2, 0x2, 0x2, 0x75, 0x79, 0x7, 0x46, 0x2, 0x2, 
    0x76, 0x7a, 0x5, 0x54, 0x2b, 0x2, 0x77, 0x78, 0x7, 0x34, 0x2, 0x2, 0x78, 
    0x7a, 0x7, 0x3b, 0x2, 0x2, 0x79, 0x76, 0x3, 0x2, 0x2, 0x2, 0x79, 0x77, 
    0x3, 0x2, 0x2, 0x2, 0x7a, 0x7c, 0x3, 0x2, 0x2, 0x2, 0x7b, 0x75, 0x3, 
    0x2, 0x2, 0x2, 0x7b, 0x7c, 0x3, 0x2, 0x2, 0x2, 0x7c, 0x7e, 0x3, 0x2, 
    0x2, 0x2, 0x7d, 0x7f, 0x5, 0x12, 0xa, 0x2, 0x7e, 0x7d, 0x3, 0x2, 0x2, 
    0x2, 0x7e, 0x7f, 0x3, 0x2, 0x2, 0x2, 0x7f, 0x81, 0x3, 0x2, 0x2, 0x2, 
    0x80, 0x82, 0x5, 0x14, 0xb, 0x2, 0x81, 0x80, 0x3, 0x2, 0x2, 0x2, 0x81, 
    0x82, 0x3, 0x2, 0x2, 0x2, 0x82, 0x84, 0x3, 0x2, 0x2, 0x2, 0x83, 0x85, 
    0x5, 0x16, 0xc, 0x2, 0x84, 0x83, 0x3, 0x2, 0x2, 0x2, 0x84, 0x85, 0x3, 
    0x2, 0x2, 0x2, 0x85, 0xe3, 0x3, 0x2, 0x2, 0x2, 0x86, 0x87, 0x7, 0x2e, 
    0x2, 0x2, 0x87, 0x89, 0x5, 0x8, 0x5, 0x2, 0x88, 0x8a, 0x5, 0x12, 0xa, 
    0x2, 0x89, 0x88, 0x3, 0x2, 0x2, 0x2, 0x89, 0x8a, 0x3, 0x2, 0x2, 0x2, 
    0x8a, 0x8d, 0x3, 0x2, 0x2, 0x2, 0x8b, 0x8c, 0x7, 0x2d, 0x2, 0x2, 0x8c, 
    0x8e, 0x5, 0x4c, 0x27, 0x2, 0x8d, 0x8b, 0x3, 0x2, 0x2, 0x2, 0x8d, 0x8e, 
    0x3, 0x2, 0x2, 0x2, 0x8e, 0xe3, 0x3, 0x2, 0x2, 0x2, 0x8f, 0x90, 0x9, 
    0x2, 0x2, 0x2, 0x90, 0x95, 0x5, 0x8, 0x5, 0x2, 0x91, 0x92, 0x7, 0x4, 
    0x2, 0x2, 0x92, 0x94, 0x5, 0x8, 0x5, 0x2, 0x93, 0x91, 0x3, 0x2, 0x2, 
    0x2, 0x94, 0x97, 0x3, 0x2, 0x2, 0x2, 0x95, 0x93, 0x3, 0x2, 0x2, 0x2, 
    0x95, 0x96, 0x3, 0x2, 0x2, 0x2, 0x96, 0x98, 0x3, 0x2, 0x2, 0x2, 0x97, 
    0x95, 0x3, 0x2, 0x2, 0x2, 0x98, 0x99, 0x5, 0x12, 0xa, 0x2, 0x99, 0xe3, 
    0x3, 0x2, 0x2, 0x2, 0x9a, 0x9b, 0x7, 0x16, 0x2, 0x2, 0x9b, 0x9e, 0x5, 
    0x10, 0x9, 0x2, 0x9c, 0x9d, 0x7, 0x4, 0x2, 0x2, 0x9d, 0x9f, 0x5, 0x10, 
    0x9, 0x2, 0x9e, 0x9c, 0x3, 0x2, 0x2, 0x2, 0x9f, 0xa0, 0x3, 0x2, 0x2, 
    0x2, 0xa0, 0x9e, 0x3, 0x2, 0x2, 0x2, 0xa0, 0xa1, 0x3, 0x2, 0x2, 0x2, 
    0xa1, 0xa3, 0x3, 0x2, 0x2, 0x2, 0xa2, 0xa4, 0x5, 0x14, 0xb, 0x2, 0xa3, 
    0xa2, 0x3, 0x2, 0x2, 0x2, 0xa3, 0xa4, 0x3, 0x2, 0x2, 0x2, 0xa4, 0xe3, 
    0x3, 0x2, 0x2, 0x2, 0xa5, 0xa6, 0x7, 0x18, 0x2, 0x2, 0xa6, 0xa7, 0x5, 
    0x54, 0x2b, 0x2, 0xa7, 0xa8, 0x5, 0xe, 0x8, 0x2, 0xa8, 0xa9, 0x7, 0xd, 
    0x2, 0x2, 0xa9, 0xab, 0x5, 0x8, 0x5, 0x2, 0xaa, 0xac, 0x5, 0x12, 0xa, 
    0x2, 0xab, 0xaa, 0x3, 0x2, 0x2, 0x2, 0xab, 0xac, 0x3, 0x2, 0x2, 0x2, 
    0xac, 0xe3, 0x3, 0x2, 0x2, 0x2, 0xad, 0xae, 0x7, 0x1b, 0x2, 0x2, 0xae, 
    0xaf, 0x5, 0x54, 0x2b, 0x2, 0xaf, 0xb0, 0x5, 0xe, 0x8, 0x2, 0xb0, 0xe3, 
    0x3, 0x2, 0x2, 0x2, 0xb1, 0xb2, 0x7, 0x3f, 0x2, 0x2, 0xb2, 0xb3, 0x5, 
    0xa, 0x6, 0x2, 0xb3, 0xb4, 0x7, 0x36, 0x2, 0x2, 0xb4, 0xb9, 0x5, 0xc, 
    0x7, 0x2, 0xb5, 0xb6, 0x7, 0x4, 0x2, 0x2, 0xb6, 0xb8, 0x5, 0xc, 0x7, 
    0x2, 0xb7, 0xb5, 0x3, 0x2, 0x2, 0x2, 0xb8, 0xbb, 0x3, 0x2, 0x2, 0x2, 
    0xb9, 0xb7, 0x3, 0x2, 0x2, 0x2, 0xb9, 0xba, 0x3, 0x2, 0x2, 0x2, 0xba, 
    0xbd, 0x3, 0x2, 0x2, 0x2, 0xbb, 0xb9, 0x3, 0x2, 0x2, 0x2, 0xbc, 0xbe, 
    0x5, 0x12, 0xa, 0x2, 0xbd, 0xbc, 0x3, 0x2, 0x2, 0x2, 0xbd, 0xbe, 0x3, 
    0x2, 0x2, 0x2, 0xbe, 0xe3, 0x3, 0x2, 0x2, 0x2, 0xbf, 0xc0, 0x7, 0x3f, 
    0x2, 0x2, 0xc0, 0xc1, 0x5, 0xa, 0x6, 0x2, 0xc1, 0xc2, 0x5, 0x12, 0xa, 
    0x2, 0xc2, 0xc3, 0x7, 0x36, 0x2, 0x2, 0xc3, 0xc8, 0x5, 0xc, 0x7, 0x2, 
    0xc4, 0xc5, 0x7, 0x4, 0x2, 0x2, 0xc5, 0xc7, 0x5, 0xc, 0x7, 0x2, 0xc6, 
    0xc4, 0x3, 0x2, 0x2, 0x2, 0xc7, 0xca, 0x3, 0x2, 0x2, 0x2, 0xc8, 0xc6, 
    0x3, 0x2, 0x2, 0x2, 0xc8, 0xc9, 0x3, 0x2, 0x2, 0x2, 0xc9, 0xe3, 0x3, 
    0x2, 0x2, 0x2, 0xca, 0xc8, 0x3, 0x2, 0x2, 0x2, 0xcb, 0xcc, 0x7, 0x3e, 
    0x2, 0x2, 0xcc, 0xce, 0x5, 0x54, 0x2b, 0x2, 0xcd, 0xcf, 0x9, 0x3, 0x2, 
    0x2, 0xce, 0xcd, 0x3, 0x2, 0x2, 0x2, 0xce, 0xcf, 0x3, 0x2, 0x2, 0x2, 
    0xcf, 0xe3, 0x3, 0x2, 0x2, 0x2, 0xd0, 0xd1, 0x7, 0x19, 0x2, 0x2, 0xd1, 
    0xe3, 0x5, 0x52, 0x2a, 0x2, 0xd2, 0xd3, 0x7, 0x3c, 0x2, 0x2, 0xd3, 0xd5, 
    0x5, 0x52, 0x2a, 0x2, 0xd4, 0xd6, 0x9, 0x4, 0x2, 0x2, 0xd5, 0xd4, 0x3, 
    0x2, 0x2, 0x2, 0xd5, 0xd6, 0x3, 0x2, 0x2, 0x2, 0xd6, 0xe3, 0x3, 0x2, 
    0x2, 0x2, 0xd7, 0xd8, 0x7, 0x40, 0x2, 0x2, 0xd8, 0xd9, 0x7, 0x2c, 0x2, 
    0x2, 0xd9, 0xdc, 0x9, 0x4, 0x2, 0x2, 0xda, 0xdb, 0x7, 0x28, 0x2, 0x2, 
    0xdb, 0xdd, 0x5, 0x52, 0x2a, 0x2, 0xdc, 0xda, 0x3, 0x2, 0x2, 0x2, 0xdc, 
    0xdd, 0x3, 0x2, 0x2, 0x2, 0xdd, 0xe0, 0x3, 0x2, 0x2, 0x2, 0xde, 0xdf, 
    0x7, 0x2d, 0x2, 0x2, 0xdf, 0xe1, 0x5, 0x4c, 0x27, 0x2, 0xe0, 0xde, 0x3, 
    0x2, 0x2, 0x2, 0xe0, 0xe1, 0x3, 0x2, 0x2, 0x2, 0xe1, 0xe3, 0x3, 0x2, 
    0x2, 0x2, 0xe2, 0x6c, 0x3, 0x2, 0x2, 0x2, 0xe2, 0x86, 0x3, 0x2, 0x2, 
    0x2, 0xe2, 0x8f, 0x3, 0x2, 0x2, 0x2, 0xe2, 0x9a, 0x3, 0x2, 0x2, 0x2, 
    0xe2, 0xa5, 0x3, 0x2, 0x2, 0x2, 0xe2, 0xad, 0x3, 0x2, 0x2, 0x2, 0xe2, 
    0xb1, 0x3, 0x2, 0x2, 0x2, 0xe2, 0xbf, 0x3, 0x2, 0x2, 0x2, 0xe2, 0xcb, 
    0x3, 0x2, 0x2, 0x2, 0xe2, 0xd0, 0x3, 0x2, 0x2, 0x2, 0xe2, 0xd2, 0x3, 
    0x2, 0x2, 0x2, 0xe2, 0xd7, 0x3, 0x2, 0x2, 0x2, 0xe3, 0x7, 0x3, 0x2, 
    0x2, 0x2, 0xe4, 0xe6, 0x5, 0x32, 0x1a, 0x2, 0xe5, 0xe4, 0x3, 0x2, 0x2, 
    0x2, 0xe5, 0xe6, 0x3, 0x2, 0x2, 0x2, 0xe6, 0xe8, 0x3, 0x2, 0x2, 0x2, 
    0xe7, 0xe9, 0x7, 0x1a, 0x2, 0x2, 0xe8, 0xe7, 0x3, 0x2, 0x2, 0x2, 0xe8, 
    0xe9, 0x3, 0x2, 0x2, 0x2, 0xe9, 0xea, 0x3, 0x2, 0x2, 0x2, 0xea, 0xeb, 
    0x5, 0x52, 0x2a, 0x2, 0xeb, 0x9, 0x3, 0x2, 0x2, 0x2, 0xec, 0xee, 0x5, 
    0x32, 0x1a, 0x2, 0xed, 0xec, 0x3, 0x2, 0x2, 0x2, 0xed, 0xee, 0x3, 0x2, 
    0x2, 0x2, 0xee, 0xf0, 0x3, 0x2, 0x2, 0x2, 0xef, 0xf1, 0x7, 0x1a, 0x2, 
    0x2, 0xf0, 0xef, 0x3, 0x2, 0x2, 0x2, 0xf0, 0xf1, 0x3, 0x2, 0x2, 0x2, 
    0xf1, 0xf3, 0x3, 0x2, 0x2, 0x2, 0xf2, 0xf4, 0x5, 0x54, 0x2b, 0x2, 0xf3, 
    0xf2, 0x3, 0x2, 0x2, 0x2, 0xf4, 0xf5, 0x3, 0x2, 0x2, 0x2, 0xf5, 0xf3, 
    0x3, 0x2, 0x2, 0x2, 0xf5, 0xf6, 0x3, 0x2, 0x2, 0x2, 0xf6, 0xb, 0x3, 
    0x2, 0x2, 0x2, 0xf7, 0xf9, 0x5, 0x52, 0x2a, 0x2, 0xf8, 0xfa, 0x5, 0x36, 
    0x1c, 0x2, 0xf9, 0xf8, 0x3, 0x2, 0x2, 0x2, 0xf9, 0xfa, 0x3, 0x2, 0x2, 
    0x2, 0xfa, 0xfc, 0x3, 0x2, 0x2, 0x2, 0xfb, 0xfd, 0x5, 0x42, 0x22, 0x2, 
    0xfc, 0xfb, 0x3, 0x2, 0x2, 0x2, 0xfc, 0xfd, 0x3, 0x2, 0x2, 0x2, 0xfd, 
    0x100, 0x3, 0x2, 0x2, 0x2, 0xfe, 0xff, 0x7, 0x28, 0x2, 0x2, 0xff, 0x101, 
    0x5, 0x50, 0x29, 0x2, 0x100, 0xfe, 0x3, 0x2, 0x2, 0x2, 0x100, 0x101, 
    0x3, 0x2, 0x2, 0x2, 0x101, 0xd, 0x3, 0x2, 0x2, 0x2, 0x102, 0x106, 0x5, 
    0x54, 0x2b, 0x2, 0x103, 0x106, 0x7, 0x55, 0x2, 0x2, 0x104, 0x106, 0x7, 
    0x4e, 0x2, 0x2, 0x105, 0x102, 0x3, 0x2, 0x2, 0x2, 0x105, 0x103, 0x3, 
    0x2, 0x2, 0x2, 0x105, 0x104, 0x3, 0x2, 0x2, 0x2, 0x106, 0xf, 0x3, 0x2, 
    0x2, 0x2, 0x107, 0x10d, 0x5, 0xe, 0x8, 0x2, 0x108, 0x109, 0x7, 0xd, 
    0x2, 0x2, 0x109, 0x10b, 0x5, 0x8, 0x5, 0x2, 0x10a, 0x10c, 0x5, 0x12, 
    0xa, 0x2, 0x10b, 0x10a, 0x3, 0x2, 0x2, 0x2, 0x10b, 0x10c, 0x3, 0x2, 
    0x2, 0x2, 0x10c, 0x10e, 0x3, 0x2, 0x2, 0x2, 0x10d, 0x108, 0x3, 0x2, 
    0x2, 0x2, 0x10d, 0x10e, 0x3, 0x2, 0x2, 0x2, 0x10e, 0x11, 0x3, 0x2, 0x2, 
    0x2, 0x10f, 0x110, 0x7, 0x45, 0x2, 0x2, 0x110, 0x111, 0x5, 0x22, 0x12, 
    0x2, 0x111, 0x13, 0x3, 0x2, 0x2, 0x2, 0x112, 0x113, 0x7, 0x13, 0x2, 
    0x2, 0x113, 0x118, 0x5, 0x1a, 0xe, 0x2, 0x114, 0x115, 0x7, 0x4, 0x2, 
    0x2, 0x115, 0x117, 0x5, 0x1a, 0xe, 0x2, 0x116, 0x114, 0x3, 0x2, 0x2, 
    0x2, 0x117, 0x11a, 0x3, 0x2, 0x2, 0x2, 0x118, 0x116, 0x3, 0x2, 0x2, 
    0x2, 0x118, 0x119, 0x3, 0x2, 0x2, 0x2, 0x119, 0x15, 0x3, 0x2, 0x2, 0x2, 
    0x11a, 0x118, 0x3, 0x2, 0x2, 0x2, 0x11b, 0x11c, 0x7, 0x26, 0x2, 0x2, 
    0x11c, 0x121, 0x5, 0x18, 0xd, 0x2, 0x11d, 0x11e, 0x7, 0xb, 0x2, 0x2, 
    0x11e, 0x120, 0x5, 0x18, 0xd, 0x2, 0x11f, 0x11d, 0x3, 0x2, 0x2, 0x2, 
    0x120, 0x123, 0x3, 0x2, 0x2, 0x2, 0x121, 0x11f, 0x3, 0x2, 0x2, 0x2, 
    0x121, 0x122, 0x3, 0x2, 0x2, 0x2, 0x122, 0x17, 0x3, 0x2, 0x2, 0x2, 0x123, 
    0x121, 0x3, 0x2, 0x2, 0x2, 0x124, 0x125, 0x5, 0x52, 0x2a, 0x2, 0x125, 
    0x126, 0x9, 0x5, 0x2, 0x2, 0x126, 0x127, 0x5, 0x4c, 0x27, 0x2, 0x127, 
    0x19, 0x3, 0x2, 0x2, 0x2, 0x128, 0x12a, 0x5, 0x32, 0x1a, 0x2, 0x129, 
    0x128, 0x3, 0x2, 0x2, 0x2, 0x129, 0x12a, 0x3, 0x2, 0x2, 0x2, 0x12a, 
    0x12b, 0x3, 0x2, 0x2, 0x2, 0x12b, 0x12d, 0x5, 0x52, 0x2a, 0x2, 0x12c, 
    0x12e, 0x5, 0x36, 0x1c, 0x2, 0x12d, 0x12c, 0x3, 0x2, 0x2, 0x2, 0x12d, 
    0x12e, 0x3, 0x2, 0x2, 0x2, 0x12e, 0x130, 0x3, 0x2, 0x2, 0x2, 0x12f, 
    0x131, 0x5, 0x42, 0x22, 0x2, 0x130, 0x12f, 0x3, 0x2, 0x2, 0x2, 0x130, 
    0x131, 0x3, 0x2, 0x2, 0x2, 0x131, 0x133, 0x3, 0x2, 0x2, 0x2, 0x132, 
    0x134, 0x5, 0x1c, 0xf, 0x2, 0x133, 0x132, 0x3, 0x2, 0x2, 0x2, 0x133, 
    0x134, 0x3, 0x2, 0x2, 0x2, 0x134, 0x142, 0x3, 0x2, 0x2, 0x2, 0x135, 
    0x136, 0x7, 0x28, 0x2, 0x2, 0x136, 0x137, 0x7, 0x24, 0x2, 0x2, 0x137, 
    0x138, 0x7, 0x5, 0x2, 0x2, 0x138, 0x13d, 0x5, 0x20, 0x11, 0x2, 0x139, 
    0x13a, 0x7, 0x4, 0x2, 0x2, 0x13a, 0x13c, 0x5, 0x20, 0x11, 0x2, 0x13b, 
    0x139, 0x3, 0x2, 0x2, 0x2, 0x13c, 0x13f, 0x3, 0x2, 0x2, 0x2, 0x13d, 
    0x13b, 0x3, 0x2, 0x2, 0x2, 0x13d, 0x13e, 0x3, 0x2, 0x2, 0x2, 0x13e, 
    0x140, 0x3, 0x2, 0x2, 0x2, 0x13f, 0x13d, 0x3, 0x2, 0x2, 0x2, 0x140, 
    0x141, 0x7, 0x6, 0x2, 0x2, 0x141, 0x143, 0x3, 0x2, 0x2, 0x2, 0x142, 
    0x135, 0x3, 0x2, 0x2, 0x2, 0x142, 0x143, 0x3, 0x2, 0x2, 0x2, 0x143, 
    0x146, 0x3, 0x2, 0x2, 0x2, 0x144, 0x145, 0x7, 0x43, 0x2, 0x2, 0x145, 
    0x147, 0x5, 0x4c, 0x27, 0x2, 0x146, 0x144, 0x3, 0x2, 0x2, 0x2, 0x146, 
    0x147, 0x3, 0x2, 0x2, 0x2, 0x147, 0x1b, 0x3, 0x2, 0x2, 0x2, 0x148, 0x149, 
    0x7, 0x28, 0x2, 0x2, 0x149, 0x155, 0x7, 0xf, 0x2, 0x2, 0x14a, 0x14b, 
    0x7, 0x36, 0x2, 0x2, 0x14b, 0x156, 0x5, 0x1e, 0x10, 0x2, 0x14c, 0x14d, 
    0x7, 0xe, 0x2, 0x2, 0x14d, 0x152, 0x5, 0x1e, 0x10, 0x2, 0x14e, 0x14f, 
    0x7, 0x4, 0x2, 0x2, 0x14f, 0x151, 0x5, 0x1e, 0x10, 0x2, 0x150, 0x14e, 
    0x3, 0x2, 0x2, 0x2, 0x151, 0x154, 0x3, 0x2, 0x2, 0x2, 0x152, 0x150, 
    0x3, 0x2, 0x2, 0x2, 0x152, 0x153, 0x3, 0x2, 0x2, 0x2, 0x153, 0x156, 
    0x3, 0x2, 0x2, 0x2, 0x154, 0x152, 0x3, 0x2, 0x2, 0x2, 0x155, 0x14a, 
    0x3, 0x2, 0x2, 0x2, 0x155, 0x14c, 0x3, 0x2, 0x2, 0x2, 0x156, 0x1d, 0x3, 
    0x2, 0x2, 0x2, 0x157, 0x15a, 0x5, 0x4e, 0x28, 0x2, 0x158, 0x15a, 0x7, 
    0x4e, 0x2, 0x2, 0x159, 0x157, 0x3, 0x2, 0x2, 0x2, 0x159, 0x158, 0x3, 
    0x2, 0x2, 0x2, 0x15a, 0x1f, 0x3, 0x2, 0x2, 0x2, 0x15b, 0x15e, 0x5, 0x54, 
    0x2b, 0x2, 0x15c, 0x15e, 0x7, 0x55, 0x2, 0x2, 0x15d, 0x15b, 0x3, 0x2, 
    0x2, 0x2, 0x15d, 0x15c, 0x3, 0x2, 0x2, 0x2, 0x15e, 0x15f, 0x3, 0x2, 
    0x2, 0x2, 0x15f, 0x16c, 0x7, 0x48, 0x2, 0x2, 0x160, 0x16d, 0x5, 0x4a, 
    0x26, 0x2, 0x161, 0x162, 0x7, 0x5, 0x2, 0x2, 0x162, 0x167, 0x5, 0x4a, 
    0x26, 0x2, 0x163, 0x164, 0x7, 0x4, 0x2, 0x2, 0x164, 0x166, 0x5, 0x4a, 
    0x26, 0x2, 0x165, 0x163, 0x3, 0x2, 0x2, 0x2, 0x166, 0x169, 0x3, 0x2, 
    0x2, 0x2, 0x167, 0x165, 0x3, 0x2, 0x2, 0x2, 0x167, 0x168, 0x3, 0x2, 
    0x2, 0x2, 0x168, 0x16a, 0x3, 0x2, 0x2, 0x2, 0x169, 0x167, 0x3, 0x2, 
    0x2, 0x2, 0x16a, 0x16b, 0x7, 0x6, 0x2, 0x2, 0x16b, 0x16d, 0x3, 0x2, 
    0x2, 0x2, 0x16c, 0x160, 0x3, 0x2, 0x2, 0x2, 0x16c, 0x161, 0x3, 0x2, 
    0x2, 0x2, 0x16d, 0x21, 0x3, 0x2, 0x2, 0x2, 0x16e, 0x16f, 0x8, 0x12, 
    0x1, 0x2, 0x16f, 0x170, 0x7, 0x5, 0x2, 0x2, 0x170, 0x171, 0x5, 0x22, 
    0x12, 0x2, 0x171, 0x172, 0x7, 0x6, 0x2, 0x2, 0x172, 0x18e, 0x3, 0x2, 
    0x2, 0x2, 0x173, 0x174, 0x7, 0xe, 0x2, 0x2, 0x174, 0x175, 0x7, 0x2b, 
    0x2, 0x2, 0x175, 0x17d, 0x5, 0x4c, 0x27, 0x2, 0x176, 0x177, 0x7, 0xe, 
    0x2, 0x2, 0x177, 0x178, 0x7, 0x30, 0x2, 0x2, 0x178, 0x17d, 0x5, 0x4c, 
    0x27, 0x2, 0x179, 0x17a, 0x7, 0x1c, 0x2, 0x2, 0x17a, 0x17d, 0x5, 0x4c, 
    0x27, 0x2, 0x17b, 0x17d, 0x7, 0x32, 0x2, 0x2, 0x17c, 0x173, 0x3, 0x2, 
    0x2, 0x2, 0x17c, 0x176, 0x3, 0x2, 0x2, 0x2, 0x17c, 0x179, 0x3, 0x2, 
    0x2, 0x2, 0x17c, 0x17b, 0x3, 0x2, 0x2, 0x2, 0x17d, 0x17e, 0x3, 0x2, 
    0x2, 0x2, 0x17e, 0x17f, 0x7, 0x36, 0x2, 0x2, 0x17f, 0x180, 0x7, 0x5, 
    0x2, 0x2, 0x180, 0x185, 0x5, 0x22, 0x12, 0x2, 0x181, 0x182, 0x7, 0x4, 
    0x2, 0x2, 0x182, 0x184, 0x5, 0x22, 0x12, 0x2, 0x183, 0x181, 0x3, 0x2, 
    0x2, 0x2, 0x184, 0x187, 0x3, 0x2, 0x2, 0x2, 0x185, 0x183, 0x3, 0x2, 
    0x2, 0x2, 0x185, 0x186, 0x3, 0x2, 0x2, 0x2, 0x186, 0x188, 0x3, 0x2, 
    0x2, 0x2, 0x187, 0x185, 0x3, 0x2, 0x2, 0x2, 0x188, 0x189, 0x7, 0x6, 
    0x2, 0x2, 0x189, 0x18e, 0x3, 0x2, 0x2, 0x2, 0x18a, 0x18e, 0x5, 0x24, 
    0x13, 0x2, 0x18b, 0x18c, 0x7, 0x34, 0x2, 0x2, 0x18c, 0x18e, 0x5, 0x22, 
    0x12, 0x5, 0x18d, 0x16e, 0x3, 0x2, 0x2, 0x2, 0x18d, 0x17c, 0x3, 0x2, 
    0x2, 0x2, 0x18d, 0x18a, 0x3, 0x2, 0x2, 0x2, 0x18d, 0x18b, 0x3, 0x2, 
    0x2, 0x2, 0x18e, 0x197, 0x3, 0x2, 0x2, 0x2, 0x18f, 0x190, 0xc, 0x4, 
    0x2, 0x2, 0x190, 0x191, 0x9, 0x6, 0x2, 0x2, 0x191, 0x196, 0x5, 0x22, 
    0x12, 0x5, 0x192, 0x193, 0xc, 0x3, 0x2, 0x2, 0x193, 0x194, 0x7, 0x38, 
    0x2, 0x2, 0x194, 0x196, 0x5, 0x22, 0x12, 0x4, 0x195, 0x18f, 0x3, 0x2, 
    0x2, 0x2, 0x195, 0x192, 0x3, 0x2, 0x2, 0x2, 0x196, 0x199, 0x3, 0x2, 
    0x2, 0x2, 0x197, 0x195, 0x3, 0x2, 0x2, 0x2, 0x197, 0x198, 0x3, 0x2, 
    0x2, 0x2, 0x198, 0x23, 0x3, 0x2, 0x2, 0x2, 0x199, 0x197, 0x3, 0x2, 0x2, 
    0x2, 0x19a, 0x19d, 0x7, 0x25, 0x2, 0x2, 0x19b, 0x19e, 0x5, 0x30, 0x19, 
    0x2, 0x19c, 0x19e, 0x7, 0xc, 0x2, 0x2, 0x19d, 0x19b, 0x3, 0x2, 0x2, 
    0x2, 0x19d, 0x19c, 0x3, 0x2, 0x2, 0x2, 0x19d, 0x19e, 0x3, 0x2, 0x2, 
    0x2, 0x19e, 0x1a1, 0x3, 0x2, 0x2, 0x2, 0x19f, 0x1a1, 0x7, 0x31, 0x2, 
    0x2, 0x1a0, 0x19a, 0x3, 0x2, 0x2, 0x2, 0x1a0, 0x19f, 0x3, 0x2, 0x2, 
    0x2, 0x1a1, 0x1a3, 0x3, 0x2, 0x2, 0x2, 0x1a2, 0x1a4, 0x5, 0x32, 0x1a, 
    0x2, 0x1a3, 0x1a2, 0x3, 0x2, 0x2, 0x2, 0x1a3, 0x1a4, 0x3, 0x2, 0x2, 
    0x2, 0x1a4, 0x1a6, 0x3, 0x2, 0x2, 0x2, 0x1a5, 0x1a7, 0x9, 0x7, 0x2, 
    0x2, 0x1a6, 0x1a5, 0x3, 0x2, 0x2, 0x2, 0x1a6, 0x1a7, 0x3, 0x2, 0x2, 
    0x2, 0x1a7, 0x1a8, 0x3, 0x2, 0x2, 0x2, 0x1a8, 0x1aa, 0x5, 0x52, 0x2a, 
    0x2, 0x1a9, 0x1ab, 0x5, 0x36, 0x1c, 0x2, 0x1aa, 0x1a9, 0x3, 0x2, 0x2, 
    0x2, 0x1aa, 0x1ab, 0x3, 0x2, 0x2, 0x2, 0x1ab, 0x1ad, 0x3, 0x2, 0x2, 
    0x2, 0x1ac, 0x1ae, 0x5, 0x28, 0x15, 0x2, 0x1ad, 0x1ac, 0x3, 0x2, 0x2, 
    0x2, 0x1ad, 0x1ae, 0x3, 0x2, 0x2, 0x2, 0x1ae, 0x1b2, 0x3, 0x2, 0x2, 
    0x2, 0x1af, 0x1b0, 0x7, 0x46, 0x2, 0x2, 0x1b0, 0x1b3, 0x5, 0x2e, 0x18, 
    0x2, 0x1b1, 0x1b3, 0x5, 0x26, 0x14, 0x2, 0x1b2, 0x1af, 0x3, 0x2, 0x2, 
    0x2, 0x1b2, 0x1b1, 0x3, 0x2, 0x2, 0x2, 0x1b2, 0x1b3, 0x3, 0x2, 0x2, 
    0x2, 0x1b3, 0x1b5, 0x3, 0x2, 0x2, 0x2, 0x1b4, 0x1b6, 0x5, 0x28, 0x15, 
    0x2, 0x1b5, 0x1b4, 0x3, 0x2, 0x2, 0x2, 0x1b5, 0x1b6, 0x3, 0x2, 0x2, 
    0x2, 0x1b6, 0x1b8, 0x3, 0x2, 0x2, 0x2, 0x1b7, 0x1b9, 0x5, 0x2a, 0x16, 
    0x2, 0x1b8, 0x1b7, 0x3, 0x2, 0x2, 0x2, 0x1b8, 0x1b9, 0x3, 0x2, 0x2, 
    0x2, 0x1b9, 0x1e5, 0x3, 0x2, 0x2, 0x2, 0x1ba, 0x1bb, 0x7, 0x28, 0x2, 
    0x2, 0x1bb, 0x1bf, 0x5, 0x54, 0x2b, 0x2, 0x1bc, 0x1c0, 0x5, 0x54, 0x2b, 
    0x2, 0x1bd, 0x1c0, 0x7, 0x55, 0x2, 0x2, 0x1be, 0x1c0, 0x7, 0x4e, 0x2, 
    0x2, 0x1bf, 0x1bc, 0x3, 0x2, 0x2, 0x2, 0x1bf, 0x1bd, 0x3, 0x2, 0x2, 
    0x2, 0x1bf, 0x1be, 0x3, 0x2, 0x2, 0x2, 0x1bf, 0x1c0, 0x3, 0x2, 0x2, 
    0x2, 0x1c0, 0x1e5, 0x3, 0x2, 0x2, 0x2, 0x1c1, 0x1c2, 0x7, 0x28, 0x2, 
    0x2, 0x1c2, 0x1e5, 0x7, 0x55, 0x2, 0x2, 0x1c3, 0x1c4, 0x7, 0x44, 0x2, 
    0x2, 0x1c4, 0x1c5, 0x7, 0x21, 0x2, 0x2, 0x1c5, 0x1c8, 0x5, 0x2c, 0x17, 
    0x2, 0x1c6, 0x1c7, 0x7, 0x13, 0x2, 0x2, 0x1c7, 0x1c9, 0x9, 0x8, 0x2, 
    0x2, 0x1c8, 0x1c6, 0x3, 0x2, 0x2, 0x2, 0x1c8, 0x1c9, 0x3, 0x2, 0x2, 
    0x2, 0x1c9, 0x1cc, 0x3, 0x2, 0x2, 0x2, 0x1ca, 0x1cb, 0x7, 0x28, 0x2, 
    0x2, 0x1cb, 0x1cd, 0x5, 0x4a, 0x26, 0x2, 0x1cc, 0x1ca, 0x3, 0x2, 0x2, 
    0x2, 0x1cc, 0x1cd, 0x3, 0x2, 0x2, 0x2, 0x1cd, 0x1e5, 0x3, 0x2, 0x2, 
    0x2, 0x1ce, 0x1d0, 0x5, 0x34, 0x1b, 0x2, 0x1cf, 0x1ce, 0x3, 0x2, 0x2, 
    0x2, 0x1cf, 0x1d0, 0x3, 0x2, 0x2, 0x2, 0x1d0, 0x1d2, 0x3, 0x2, 0x2, 
    0x2, 0x1d1, 0x1d3, 0x5, 0x54, 0x2b, 0x2, 0x1d2, 0x1d1, 0x3, 0x2, 0x2, 
    0x2, 0x1d2, 0x1d3, 0x3, 0x2, 0x2, 0x2, 0x1d3, 0x1d4, 0x3, 0x2, 0x2, 
    0x2, 0x1d4, 0x1d5, 0x7, 0x39, 0x2, 0x2, 0x1d5, 0x1e5, 0x5, 0x54, 0x2b, 
    0x2, 0x1d6, 0x1d8, 0x5, 0x34, 0x1b, 0x2, 0x1d7, 0x1d6, 0x3, 0x2, 0x2, 
    0x2, 0x1d7, 0x1d8, 0x3, 0x2, 0x2, 0x2, 0x1d8, 0x1dc, 0x3, 0x2, 0x2, 
    0x2, 0x1d9, 0x1da, 0x5, 0x54, 0x2b, 0x2, 0x1da, 0x1db, 0x7, 0x7, 0x2, 
    0x2, 0x1db, 0x1dd, 0x3, 0x2, 0x2, 0x2, 0x1dc, 0x1d9, 0x3, 0x2, 0x2, 
    0x2, 0x1dc, 0x1dd, 0x3, 0x2, 0x2, 0x2, 0x1dd, 0x1de, 0x3, 0x2, 0x2, 
    0x2, 0x1de, 0x1e0, 0x5, 0x52, 0x2a, 0x2, 0x1df, 0x1e1, 0x5, 0x42, 0x22, 
    0x2, 0x1e0, 0x1df, 0x3, 0x2, 0x2, 0x2, 0x1e0, 0x1e1, 0x3, 0x2, 0x2, 
    0x2, 0x1e1, 0x1e2, 0x3, 0x2, 0x2, 0x2, 0x1e2, 0x1e3, 0x5, 0x3c, 0x1f, 
    0x2, 0x1e3, 0x1e5, 0x3, 0x2, 0x2, 0x2, 0x1e4, 0x1a0, 0x3, 0x2, 0x2, 
    0x2, 0x1e4, 0x1ba, 0x3, 0x2, 0x2, 0x2, 0x1e4, 0x1c1, 0x3, 0x2, 0x2, 
    0x2, 0x1e4, 0x1c3, 0x3, 0x2, 0x2, 0x2, 0x1e4, 0x1cf, 0x3, 0x2, 0x2, 
    0x2, 0x1e4, 0x1d7, 0x3, 0x2, 0x2, 0x2, 0x1e5, 0x25, 0x3, 0x2, 0x2, 0x2, 
    0x1e6, 0x1e7, 0x9, 0x9, 0x2, 0x2, 0x1e7, 0x1f1, 0x5, 0x44, 0x23, 0x2, 
    0x1e8, 0x1e9, 0x7, 0x11, 0x2, 0x2, 0x1e9, 0x1ea, 0x5, 0x44, 0x23, 0x2, 
    0x1ea, 0x1eb, 0x7, 0xb, 0x2, 0x2, 0x1eb, 0x1ec, 0x5, 0x44, 0x23, 0x2, 
    0x1ec, 0x1f1, 0x3, 0x2, 0x2, 0x2, 0x1ed, 0x1ee, 0x7, 0xe, 0x2, 0x2, 
    0x1ee, 0x1ef, 0x9, 0xa, 0x2, 0x2, 0x1ef, 0x1f1, 0x5, 0x4e, 0x28, 0x2, 
    0x1f0, 0x1e6, 0x3, 0x2, 0x2, 0x2, 0x1f0, 0x1e8, 0x3, 0x2, 0x2, 0x2, 
    0x1f0, 0x1ed, 0x3, 0x2, 0x2, 0x2, 0x1f1, 0x27, 0x3, 0x2, 0x2, 0x2, 0x1f2, 
    0x1f3, 0x7, 0xd, 0x2, 0x2, 0x1f3, 0x1f4, 0x5, 0x54, 0x2b, 0x2, 0x1f4, 
    0x29, 0x3, 0x2, 0x2, 0x2, 0x1f5, 0x1f8, 0x7, 0x37, 0x2, 0x2, 0x1f6, 
    0x1f7, 0x7, 0xe, 0x2, 0x2, 0x1f7, 0x1f9, 0x7, 0x2b, 0x2, 0x2, 0x1f8, 
    0x1f6, 0x3, 0x2, 0x2, 0x2, 0x1f8, 0x1f9, 0x3, 0x2, 0x2, 0x2, 0x1f9, 
    0x1fa, 0x3, 0x2, 0x2, 0x2, 0x1fa, 0x1fb, 0x5, 0x4c, 0x27, 0x2, 0x1fb, 
    0x1fc, 0x7, 0x1a, 0x2, 0x2, 0x1fc, 0x1fd, 0x5, 0x54, 0x2b, 0x2, 0x1fd, 
    0x2b, 0x3, 0x2, 0x2, 0x2, 0x1fe, 0x205, 0x5, 0x3a, 0x1e, 0x2, 0x1ff, 
    0x201, 0x5, 0x54, 0x2b, 0x2, 0x200, 0x1ff, 0x3, 0x2, 0x2, 0x2, 0x201, 
    0x202, 0x3, 0x2, 0x2, 0x2, 0x202, 0x200, 0x3, 0x2, 0x2, 0x2, 0x202, 
    0x203, 0x3, 0x2, 0x2, 0x2, 0x203, 0x205, 0x3, 0x2, 0x2, 0x2, 0x204, 
    0x1fe, 0x3, 0x2, 0x2, 0x2, 0x204, 0x200, 0x3, 0x2, 0x2, 0x2, 0x205, 
    0x2d, 0x3, 0x2, 0x2, 0x2, 0x206, 0x207, 0x7, 0x5, 0x2, 0x2, 0x207, 0x208, 
    0x5, 0x22, 0x12, 0x2, 0x208, 0x209, 0x7, 0x6, 0x2, 0x2, 0x209, 0x20e, 
    0x3, 0x2, 0x2, 0x2, 0x20a, 0x20e, 0x5, 0x24, 0x13, 0x2, 0x20b, 0x20c, 
    0x7, 0x34, 0x2, 0x2, 0x20c, 0x20e, 0x5, 0x2e, 0x18, 0x2, 0x20d, 0x206, 
    0x3, 0x2, 0x2, 0x2, 0x20d, 0x20a, 0x3, 0x2, 0x2, 0x2, 0x20d, 0x20b, 
    0x3, 0x2, 0x2, 0x2, 0x20e, 0x2f, 0x3, 0x2, 0x2, 0x2, 0x20f, 0x210, 0x7, 
    0xe, 0x2, 0x2, 0x210, 0x215, 0x7, 0x2b, 0x2, 0x2, 0x211, 0x212, 0x7, 
    0xe, 0x2, 0x2, 0x212, 0x215, 0x7, 0x30, 0x2, 0x2, 0x213, 0x215, 0x7, 
    0x1c, 0x2, 0x2, 0x214, 0x20f, 0x3, 0x2, 0x2, 0x2, 0x214, 0x211, 0x3, 
    0x2, 0x2, 0x2, 0x214, 0x213, 0x3, 0x2, 0x2, 0x2, 0x215, 0x216, 0x3, 
    0x2, 0x2, 0x2, 0x216, 0x218, 0x5, 0x4c, 0x27, 0x2, 0x217, 0x219, 0x7, 
    0x1a, 0x2, 0x2, 0x218, 0x217, 0x3, 0x2, 0x2, 0x2, 0x218, 0x219, 0x3, 
    0x2, 0x2, 0x2, 0x219, 0x21c, 0x3, 0x2, 0x2, 0x2, 0x21a, 0x21c, 0x7, 
    0x31, 0x2, 0x2, 0x21b, 0x214, 0x3, 0x2, 0x2, 0x2, 0x21b, 0x21a, 0x3, 
    0x2, 0x2, 0x2, 0x21c, 0x31, 0x3, 0x2, 0x2, 0x2, 0x21d, 0x21e, 0x9, 0xb, 
    0x2, 0x2, 0x21e, 0x33, 0x3, 0x2, 0x2, 0x2, 0x21f, 0x220, 0x9, 0xc, 0x2, 
    0x2, 0x220, 0x35, 0x3, 0x2, 0x2, 0x2, 0x221, 0x224, 0x5, 0x38, 0x1d, 
    0x2, 0x222, 0x223, 0x7, 0x1d, 0x2, 0x2, 0x223, 0x225, 0x5, 0x38, 0x1d, 
    0x2, 0x224, 0x222, 0x3, 0x2, 0x2, 0x2, 0x224, 0x225, 0x3, 0x2, 0x2, 
    0x2, 0x225, 0x37, 0x3, 0x2, 0x2, 0x2, 0x226, 0x22b, 0x5, 0x3a, 0x1e, 
    0x2, 0x227, 0x228, 0x7, 0x38, 0x2, 0x2, 0x228, 0x22a, 0x5, 0x3a, 0x1e, 
    0x2, 0x229, 0x227, 0x3, 0x2, 0x2, 0x2, 0x22a, 0x22d, 0x3, 0x2, 0x2, 
    0x2, 0x22b, 0x229, 0x3, 0x2, 0x2, 0x2, 0x22b, 0x22c, 0x3, 0x2, 0x2, 
    0x2, 0x22c, 0x23e, 0x3, 0x2, 0x2, 0x2, 0x22d, 0x22b, 0x3, 0x2, 0x2, 
    0x2, 0x22e, 0x23b, 0x7, 0x28, 0x2, 0x2, 0x22f, 0x230, 0x7, 0x5, 0x2, 
    0x2, 0x230, 0x235, 0x5, 0x3a, 0x1e, 0x2, 0x231, 0x232, 0x7, 0x4, 0x2, 
    0x2, 0x232, 0x234, 0x5, 0x3a, 0x1e, 0x2, 0x233, 0x231, 0x3, 0x2, 0x2, 
    0x2, 0x234, 0x237, 0x3, 0x2, 0x2, 0x2, 0x235, 0x233, 0x3, 0x2, 0x2, 
    0x2, 0x235, 0x236, 0x3, 0x2, 0x2, 0x2, 0x236, 0x238, 0x3, 0x2, 0x2, 
    0x2, 0x237, 0x235, 0x3, 0x2, 0x2, 0x2, 0x238, 0x239, 0x7, 0x6, 0x2, 
    0x2, 0x239, 0x23c, 0x3, 0x2, 0x2, 0x2, 0x23a, 0x23c, 0x7, 0x4e, 0x2, 
    0x2, 0x23b, 0x22f, 0x3, 0x2, 0x2, 0x2, 0x23b, 0x23a, 0x3, 0x2, 0x2, 
    0x2, 0x23c, 0x23e, 0x3, 0x2, 0x2, 0x2, 0x23d, 0x226, 0x3, 0x2, 0x2, 
    0x2, 0x23d, 0x22e, 0x3, 0x2, 0x2, 0x2, 0x23e, 0x39, 0x3, 0x2, 0x2, 0x2, 
    0x23f, 0x241, 0x7, 0x1c, 0x2, 0x2, 0x240, 0x23f, 0x3, 0x2, 0x2, 0x2, 
    0x240, 0x241, 0x3, 0x2, 0x2, 0x2, 0x241, 0x248, 0x3, 0x2, 0x2, 0x2, 
    0x242, 0x244, 0x7, 0x52, 0x2, 0x2, 0x243, 0x245, 0x7, 0x55, 0x2, 0x2, 
    0x244, 0x243, 0x3, 0x2, 0x2, 0x2, 0x244, 0x245, 0x3, 0x2, 0x2, 0x2, 
    0x245, 0x249, 0x3, 0x2, 0x2, 0x2, 0x246, 0x249, 0x7, 0x55, 0x2, 0x2, 
    0x247, 0x249, 0x7, 0x4e, 0x2, 0x2, 0x248, 0x242, 0x3, 0x2, 0x2, 0x2, 
    0x248, 0x246, 0x3, 0x2, 0x2, 0x2, 0x248, 0x247, 0x3, 0x2, 0x2, 0x2, 
    0x249, 0x3b, 0x3, 0x2, 0x2, 0x2, 0x24a, 0x24b, 0x9, 0xd, 0x2, 0x2, 0x24b, 
    0x29e, 0x7, 0x3b, 0x2, 0x2, 0x24c, 0x24d, 0x9, 0xd, 0x2, 0x2, 0x24d, 
    0x29e, 0x7, 0x2f, 0x2, 0x2, 0x24e, 0x24f, 0x7, 0x29, 0x2, 0x2, 0x24f, 
    0x250, 0x7, 0x34, 0x2, 0x2, 0x250, 0x29e, 0x7, 0x3b, 0x2, 0x2, 0x251, 
    0x252, 0x7, 0x29, 0x2, 0x2, 0x252, 0x253, 0x7, 0x34, 0x2, 0x2, 0x253, 
    0x29e, 0x7, 0x2f, 0x2, 0x2, 0x254, 0x256, 0x7, 0x29, 0x2, 0x2, 0x255, 
    0x257, 0x7, 0x34, 0x2, 0x2, 0x256, 0x255, 0x3, 0x2, 0x2, 0x2, 0x256, 
    0x257, 0x3, 0x2, 0x2, 0x2, 0x257, 0x25a, 0x3, 0x2, 0x2, 0x2, 0x258, 
    0x25a, 0x7, 0x34, 0x2, 0x2, 0x259, 0x254, 0x3, 0x2, 0x2, 0x2, 0x259, 
    0x258, 0x3, 0x2, 0x2, 0x2, 0x259, 0x25a, 0x3, 0x2, 0x2, 0x2, 0x25a, 
    0x25b, 0x3, 0x2, 0x2, 0x2, 0x25b, 0x268, 0x7, 0x28, 0x2, 0x2, 0x25c, 
    0x25d, 0x7, 0x5, 0x2, 0x2, 0x25d, 0x262, 0x5, 0x3e, 0x20, 0x2, 0x25e, 
    0x25f, 0x7, 0x4, 0x2, 0x2, 0x25f, 0x261, 0x5, 0x3e, 0x20, 0x2, 0x260, 
    0x25e, 0x3, 0x2, 0x2, 0x2, 0x261, 0x264, 0x3, 0x2, 0x2, 0x2, 0x262, 
    0x260, 0x3, 0x2, 0x2, 0x2, 0x262, 0x263, 0x3, 0x2, 0x2, 0x2, 0x263, 
    0x265, 0x3, 0x2, 0x2, 0x2, 0x264, 0x262, 0x3, 0x2, 0x2, 0x2, 0x265, 
    0x266, 0x7, 0x6, 0x2, 0x2, 0x266, 0x269, 0x3, 0x2, 0x2, 0x2, 0x267, 
    0x269, 0x7, 0x4e, 0x2, 0x2, 0x268, 0x25c, 0x3, 0x2, 0x2, 0x2, 0x268, 
    0x267, 0x3, 0x2, 0x2, 0x2, 0x269, 0x29e, 0x3, 0x2, 0x2, 0x2, 0x26a, 
    0x26b, 0x7, 0x29, 0x2, 0x2, 0x26b, 0x26c, 0x7, 0x34, 0x2, 0x2, 0x26c, 
    0x29e, 0x5, 0x3e, 0x20, 0x2, 0x26d, 0x26e, 0x7, 0x49, 0x2, 0x2, 0x26e, 
    0x29e, 0x5, 0x3e, 0x20, 0x2, 0x26f, 0x270, 0x9, 0xd, 0x2, 0x2, 0x270, 
    0x275, 0x5, 0x3e, 0x20, 0x2, 0x271, 0x272, 0x7, 0x38, 0x2, 0x2, 0x272, 
    0x274, 0x5, 0x40, 0x21, 0x2, 0x273, 0x271, 0x3, 0x2, 0x2, 0x2, 0x274, 
    0x277, 0x3, 0x2, 0x2, 0x2, 0x275, 0x276, 0x3, 0x2, 0x2, 0x2, 0x275, 
    0x273, 0x3, 0x2, 0x2, 0x2, 0x276, 0x27a, 0x3, 0x2, 0x2, 0x2, 0x277, 
    0x275, 0x3, 0x2, 0x2, 0x2, 0x278, 0x279, 0x7, 0x1d, 0x2, 0x2, 0x279, 
    0x27b, 0x5, 0x38, 0x1d, 0x2, 0x27a, 0x278, 0x3, 0x2, 0x2, 0x2, 0x27a, 
    0x27b, 0x3, 0x2, 0x2, 0x2, 0x27b, 0x29e, 0x3, 0x2, 0x2, 0x2, 0x27c, 
    0x27d, 0x9, 0xe, 0x2, 0x2, 0x27d, 0x29e, 0x5, 0x44, 0x23, 0x2, 0x27e, 
    0x27f, 0x7, 0x11, 0x2, 0x2, 0x27f, 0x280, 0x5, 0x44, 0x23, 0x2, 0x280, 
    0x281, 0x7, 0xb, 0x2, 0x2, 0x281, 0x282, 0x5, 0x44, 0x23, 0x2, 0x282, 
    0x29e, 0x3, 0x2, 0x2, 0x2, 0x283, 0x284, 0x7, 0x47, 0x2, 0x2, 0x284, 
    0x285, 0x5, 0x48, 0x25, 0x2, 0x285, 0x286, 0x9, 0xf, 0x2, 0x2, 0x286, 
    0x287, 0x5, 0x44, 0x23, 0x2, 0x287, 0x29e, 0x3, 0x2, 0x2, 0x2, 0x288, 
    0x289, 0x7, 0xe, 0x2, 0x2, 0x289, 0x28a, 0x7, 0x2b, 0x2, 0x2, 0x28a, 
    0x28b, 0x5, 0x48, 0x25, 0x2, 0x28b, 0x28c, 0x9, 0x10, 0x2, 0x2, 0x28c, 
    0x28d, 0x5, 0x44, 0x23, 0x2, 0x28d, 0x29e, 0x3, 0x2, 0x2, 0x2, 0x28e, 
    0x290, 0x7, 0x29, 0x2, 0x2, 0x28f, 0x28e, 0x3, 0x2, 0x2, 0x2, 0x28f, 
    0x290, 0x3, 0x2, 0x2, 0x2, 0x290, 0x291, 0x3, 0x2, 0x2, 0x2, 0x291, 
    0x292, 0x7, 0xe, 0x2, 0x2, 0x292, 0x293, 0x9, 0xa, 0x2, 0x2, 0x293, 
    0x29e, 0x5, 0x4e, 0x28, 0x2, 0x294, 0x295, 0x7, 0x9, 0x2, 0x2, 0x295, 
    0x298, 0x5, 0x4a, 0x26, 0x2, 0x296, 0x297, 0x7, 0x42, 0x2, 0x2, 0x297, 
    0x299, 0x5, 0x4a, 0x26, 0x2, 0x298, 0x296, 0x3, 0x2, 0x2, 0x2, 0x298, 
    0x299, 0x3, 0x2, 0x2, 0x2, 0x299, 0x29e, 0x3, 0x2, 0x2, 0x2, 0x29a, 
    0x29b, 0x7, 0x3d, 0x2, 0x2, 0x29b, 0x29c, 0x7, 0x46, 0x2, 0x2, 0x29c, 
    0x29e, 0x5, 0x4a, 0x26, 0x2, 0x29d, 0x24a, 0x3, 0x2, 0x2, 0x2, 0x29d, 
    0x24c, 0x3, 0x2, 0x2, 0x2, 0x29d, 0x24e, 0x3, 0x2, 0x2, 0x2, 0x29d, 
    0x251, 0x3, 0x2, 0x2, 0x2, 0x29d, 0x259, 0x3, 0x2, 0x2, 0x2, 0x29d, 
    0x26a, 0x3, 0x2, 0x2, 0x2, 0x29d, 0x26d, 0x3, 0x2, 0x2, 0x2, 0x29d, 
    0x26f, 0x3, 0x2, 0x2, 0x2, 0x29d, 0x27c, 0x3, 0x2, 0x2, 0x2, 0x29d, 
    0x27e, 0x3, 0x2, 0x2, 0x2, 0x29d, 0x283, 0x3, 0x2, 0x2, 0x2, 0x29d, 
    0x288, 0x3, 0x2, 0x2, 0x2, 0x29d, 0x28f, 0x3, 0x2, 0x2, 0x2, 0x29d, 
    0x294, 0x3, 0x2, 0x2, 0x2, 0x29d, 0x29a, 0x3, 0x2, 0x2, 0x2, 0x29e, 
    0x3d, 0x3, 0x2, 0x2, 0x2, 0x29f, 0x2a7, 0x5, 0x4a, 0x26, 0x2, 0x2a0, 
    0x2a2, 0x5, 0x54, 0x2b, 0x2, 0x2a1, 0x2a3, 0x7, 0x53, 0x2, 0x2, 0x2a2, 
    0x2a1, 0x3, 0x2, 0x2, 0x2, 0x2a3, 0x2a4, 0x3, 0x2, 0x2, 0x2, 0x2a4, 
    0x2a2, 0x3, 0x2, 0x2, 0x2, 0x2a4, 0x2a5, 0x3, 0x2, 0x2, 0x2, 0x2a5, 
    0x2a7, 0x3, 0x2, 0x2, 0x2, 0x2a6, 0x29f, 0x3, 0x2, 0x2, 0x2, 0x2a6, 
    0x2a0, 0x3, 0x2, 0x2, 0x2, 0x2a7, 0x3f, 0x3, 0x2, 0x2, 0x2, 0x2a8, 0x2af, 
    0x5, 0x3a, 0x1e, 0x2, 0x2a9, 0x2ab, 0x7, 0x53, 0x2, 0x2, 0x2aa, 0x2a9, 
    0x3, 0x2, 0x2, 0x2, 0x2ab, 0x2ac, 0x3, 0x2, 0x2, 0x2, 0x2ac, 0x2aa, 
    0x3, 0x2, 0x2, 0x2, 0x2ac, 0x2ad, 0x3, 0x2, 0x2, 0x2, 0x2ad, 0x2af, 
    0x3, 0x2, 0x2, 0x2, 0x2ae, 0x2a8, 0x3, 0x2, 0x2, 0x2, 0x2ae, 0x2aa, 
    0x3, 0x2, 0x2, 0x2, 0x2af, 0x41, 0x3, 0x2, 0x2, 0x2, 0x2b0, 0x2b1, 0x7, 
    0xd, 0x2, 0x2, 0x2b1, 0x2b5, 0x7, 0x36, 0x2, 0x2, 0x2b2, 0x2b6, 0x5, 
    0x4a, 0x26, 0x2, 0x2b3, 0x2b4, 0x7, 0x3e, 0x2, 0x2, 0x2b4, 0x2b6, 0x5, 
    0x54, 0x2b, 0x2, 0x2b5, 0x2b2, 0x3, 0x2, 0x2, 0x2, 0x2b5, 0x2b3, 0x3, 
    0x2, 0x2, 0x2, 0x2b6, 0x43, 0x3, 0x2, 0x2, 0x2, 0x2b7, 0x2b9, 0x5, 0x46, 
    0x24, 0x2, 0x2b8, 0x2b7, 0x3, 0x2, 0x2, 0x2, 0x2b8, 0x2b9, 0x3, 0x2, 
    0x2, 0x2, 0x2b9, 0x2ba, 0x3, 0x2, 0x2, 0x2, 0x2ba, 0x2bb, 0x5, 0x54, 
    0x2b, 0x2, 0x2bb, 0x2bc, 0x7, 0x7, 0x2, 0x2, 0x2bc, 0x2bd, 0x5, 0x52, 
    0x2a, 0x2, 0x2bd, 0x2cc, 0x3, 0x2, 0x2, 0x2, 0x2be, 0x2c0, 0x5, 0x46, 
    0x24, 0x2, 0x2bf, 0x2be, 0x3, 0x2, 0x2, 0x2, 0x2bf, 0x2c0, 0x3, 0x2, 
    0x2, 0x2, 0x2c0, 0x2c1, 0x3, 0x2, 0x2, 0x2, 0x2c1, 0x2c6, 0x5, 0x54, 
    0x2b, 0x2, 0x2c2, 0x2c4, 0x9, 0x11, 0x2, 0x2, 0x2c3, 0x2c2, 0x3, 0x2, 
    0x2, 0x2, 0x2c3, 0x2c4, 0x3, 0x2, 0x2, 0x2, 0x2c4, 0x2c5, 0x3, 0x2, 
    0x2, 0x2, 0x2c5, 0x2c7, 0x5, 0x54, 0x2b, 0x2, 0x2c6, 0x2c3, 0x3, 0x2, 
    0x2, 0x2, 0x2c7, 0x2c8, 0x3, 0x2, 0x2, 0x2, 0x2c8, 0x2c6, 0x3, 0x2, 
    0x2, 0x2, 0x2c8, 0x2c9, 0x3, 0x2, 0x2, 0x2, 0x2c9, 0x2cc, 0x3, 0x2, 
    0x2, 0x2, 0x2ca, 0x2cc, 0x5, 0x4a, 0x26, 0x2, 0x2cb, 0x2b8, 0x3, 0x2, 
    0x2, 0x2, 0x2cb, 0x2bf, 0x3, 0x2, 0x2, 0x2, 0x2cb, 0x2ca, 0x3, 0x2, 
    0x2, 0x2, 0x2cc, 0x45, 0x3, 0x2, 0x2, 0x2, 0x2cd, 0x2ce, 0x7, 0x50, 
    0x2, 0x2, 0x2ce, 0x2cf, 0x7, 0x41, 0x2, 0x2, 0x2cf, 0x47, 0x3, 0x2, 
    0x2, 0x2, 0x2d0, 0x2d4, 0x5, 0x4e, 0x28, 0x2, 0x2d1, 0x2d4, 0x7, 0x51, 
    0x2, 0x2, 0x2d2, 0x2d4, 0x7, 0x4e, 0x2, 0x2, 0x2d3, 0x2d0, 0x3, 0x2, 
    0x2, 0x2, 0x2d3, 0x2d1, 0x3, 0x2, 0x2, 0x2, 0x2d3, 0x2d2, 0x3, 0x2, 
    0x2, 0x2, 0x2d4, 0x49, 0x3, 0x2, 0x2, 0x2, 0x2d5, 0x2db, 0x5, 0x4e, 
    0x28, 0x2, 0x2d6, 0x2db, 0x7, 0x51, 0x2, 0x2, 0x2d7, 0x2db, 0x7, 0x4f, 
    0x2, 0x2, 0x2d8, 0x2db, 0x5, 0x3a, 0x1e, 0x2, 0x2d9, 0x2db, 0x5, 0x54, 
    0x2b, 0x2, 0x2da, 0x2d5, 0x3, 0x2, 0x2, 0x2, 0x2da, 0x2d6, 0x3, 0x2, 
    0x2, 0x2, 0x2da, 0x2d7, 0x3, 0x2, 0x2, 0x2, 0x2da, 0x2d8, 0x3, 0x2, 
    0x2, 0x2, 0x2da, 0x2d9, 0x3, 0x2, 0x2, 0x2, 0x2db, 0x4b, 0x3, 0x2, 0x2, 
    0x2, 0x2dc, 0x2dd, 0x9, 0x12, 0x2, 0x2, 0x2dd, 0x4d, 0x3, 0x2, 0x2, 
    0x2, 0x2de, 0x2e0, 0x7, 0x50, 0x2, 0x2, 0x2df, 0x2e1, 0x5, 0x50, 0x29, 
    0x2, 0x2e0, 0x2df, 0x3, 0x2, 0x2, 0x2, 0x2e0, 0x2e1, 0x3, 0x2, 0x2, 
    0x2, 0x2e1, 0x2e3, 0x3, 0x2, 0x2, 0x2, 0x2e2, 0x2de, 0x3, 0x2, 0x2, 
    0x2, 0x2e3, 0x2e4, 0x3, 0x2, 0x2, 0x2, 0x2e4, 0x2e2, 0x3, 0x2, 0x2, 
    0x2, 0x2e4, 0x2e5, 0x3, 0x2, 0x2, 0x2, 0x2e5, 0x2ea, 0x3, 0x2, 0x2, 
    0x2, 0x2e6, 0x2e8, 0x7, 0x36, 0x2, 0x2, 0x2e7, 0x2e6, 0x3, 0x2, 0x2, 
    0x2, 0x2e7, 0x2e8, 0x3, 0x2, 0x2, 0x2, 0x2e8, 0x2e9, 0x3, 0x2, 0x2, 
    0x2, 0x2e9, 0x2eb, 0x7, 0x23, 0x2, 0x2, 0x2ea, 0x2e7, 0x3, 0x2, 0x2, 
    0x2, 0x2ea, 0x2eb, 0x3, 0x2, 0x2, 0x2, 0x2eb, 0x4f, 0x3, 0x2, 0x2, 0x2, 
    0x2ec, 0x2ed, 0x9, 0x13, 0x2, 0x2, 0x2ed, 0x51, 0x3, 0x2, 0x2, 0x2, 
    0x2ee, 0x2f5, 0x5, 0x54, 0x2b, 0x2, 0x2ef, 0x2f1, 0x9, 0x11, 0x2, 0x2, 
    0x2f0, 0x2ef, 0x3, 0x2, 0x2, 0x2, 0x2f0, 0x2f1, 0x3, 0x2, 0x2, 0x2, 
    0x2f1, 0x2f2, 0x3, 0x2, 0x2, 0x2, 0x2f2, 0x2f4, 0x5, 0x54, 0x2b, 0x2, 
    0x2f3, 0x2f0, 0x3, 0x2, 0x2, 0x2, 0x2f4, 0x2f7, 0x3, 0x2, 0x2, 0x2, 
    0x2f5, 0x2f3, 0x3, 0x2, 0x2, 0x2, 0x2f5, 0x2f6, 0x3, 0x2, 0x2, 0x2, 
    0x2f6, 0x53, 0x3, 0x2, 0x2, 0x2, 0x2f7, 0x2f5, 0x3, 0x2, 0x2, 0x2, 0x2f8, 
    0x2f9, 0x9, 0x14, 0x2, 0x2, 0x2f9, 0x55, 0x3, 0x2, 0x2, 0x2, 0x77, 0x57, 
    0x5b, 0x5f, 0x66, 0x68, 0x72, 0x79, 0x7b, 0x7e, 0x81, 0x84, 0x89, 0x8d, 
    0x95, 0xa0, 0xa3, 0xab, 0xb9, 0xbd, 0xc8, 0xce, 0xd5, 0xdc, 0xe0, 0xe2, 
    0xe5, 0xe8, 0xed, 0xf0, 0xf5, 0xf9, 0xfc, 0x100, 0x105, 0x10b, 0x10d, 
    0x118, 0x121, 0x129, 0x12d, 0x130, 0x133, 0x13d, 0x142, 0x146, 0x152, 
    0x155, 0x159, 0x15d, 0x167, 0x16c, 0x17c, 0x185, 0x18d, 0x195, 0x197, 
    0x19d, 0x1a0, 0x1a3, 0x1a6, 0x1aa, 0x1ad, 0x1b2, 0x1b5, 0x1b8, 0x1bf, 
    0x1c8, 0x1cc, 0x1cf, 0x1d2, 0x1d7, 0x1dc, 0x1e0, 0x1e4, 0x1f0, 0x1f8, 
    0x202, 0x204, 0x20d, 0x214, 0x218, 0x21b, 0x224, 0x22b, 0x235, 0x23b, 
    0x23d, 0x240, 0x244, 0x248, 0x256, 0x259, 0x262, 0x268, 0x275, 0x27a, 
    0x28f, 0x298, 0x29d, 0x2a4, 0x2a6, 0x2ac, 0x2ae, 0x2b5, 0x2b8, 0x2bf, 
    0x2c3, 0x2c8, 0x2cb, 0x2d3, 0x2da, 0x2e0, 0x2e4, 0x2e7, 0x2ea, 0x2f0, 
    0x2f5, 
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
