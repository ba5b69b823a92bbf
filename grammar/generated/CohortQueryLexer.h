
// Generated from CohortQuery.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace muster::grammar::generated {


class  CohortQueryLexer : public antlr4::Lexer {
public:
  enum {
    T__0 = 1, T__1 = 2, T__2 = 3, T__3 = 4, T__4 = 5, AFTER = 6, ANALYSE = 7, 
    AND = 8, AS = 9, AT = 10, BANDS = 11, BEFORE = 12, BETWEEN = 13, BY = 14, 
    CERTAINLY = 15, COMMERCIAL = 16, COMPARE = 17, COUNT = 18, DEFINE = 19, 
    DESCRIBE = 20, DISTINCT = 21, DROP = 22, EXACTLY = 23, EXCLUDED = 24, 
    EXPLAIN = 25, FIRST = 26, FOR = 27, FUNNEL = 28, GROUPS = 29, HAS = 30, 
    HAVING = 31, IMPACT = 32, IN = 33, IS = 34, LAST = 35, LEAST = 36, LIKE = 37, 
    LIMIT = 38, LIST = 39, MISSING = 40, MOST = 41, NO = 42, NON_COMMERCIAL = 43, 
    NOT = 44, OBSERVED = 45, OF = 46, ON = 47, OR = 48, OVERLAPS = 49, POSSIBLY = 50, 
    RECORDED = 51, SHOW = 52, STARTS = 53, TERMS = 54, TOP = 55, USABLE = 56, 
    WHERE = 57, WITH = 58, WITHIN = 59, EQUAL = 60, NOT_EQUAL = 61, LESS_EQUAL = 62, 
    LESS = 63, GREATER_EQUAL = 64, GREATER = 65, PARAMETER = 66, DATE = 67, 
    NUMBER = 68, DURATION = 69, CODE = 70, WORD = 71, UNIT = 72, STRING = 73, 
    COMMENT = 74, SPACE = 75, UNKNOWN = 76
  };

  CohortQueryLexer(antlr4::CharStream *input);
  ~CohortQueryLexer();

  virtual std::string getGrammarFileName() const override;
  virtual const std::vector<std::string>& getRuleNames() const override;

  virtual const std::vector<std::string>& getChannelNames() const override;
  virtual const std::vector<std::string>& getModeNames() const override;
  virtual const std::vector<std::string>& getTokenNames() const override; // deprecated, use vocabulary instead
  virtual antlr4::dfa::Vocabulary& getVocabulary() const override;

  virtual const std::vector<uint16_t> getSerializedATN() const override;
  virtual const antlr4::atn::ATN& getATN() const override;

private:
  static std::vector<antlr4::dfa::DFA> _decisionToDFA;
  static antlr4::atn::PredictionContextCache _sharedContextCache;
  static std::vector<std::string> _ruleNames;
  static std::vector<std::string> _tokenNames;
  static std::vector<std::string> _channelNames;
  static std::vector<std::string> _modeNames;

  static std::vector<std::string> _literalNames;
  static std::vector<std::string> _symbolicNames;
  static antlr4::dfa::Vocabulary _vocabulary;
  static antlr4::atn::ATN _atn;
  static std::vector<uint16_t> _serializedATN;


  // Individual action functions triggered by action() above.

  // Individual semantic predicate functions triggered by sempred() above.

  struct Initializer {
    Initializer();
  };
  static Initializer _init;
};

}  // namespace muster::grammar::generated
