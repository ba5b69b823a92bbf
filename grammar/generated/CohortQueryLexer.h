
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
    EXPLAIN = 25, FIRST = 26, FOR = 27, FUNNEL = 28, HAS = 29, HAVING = 30, 
    IMPACT = 31, IN = 32, IS = 33, LAST = 34, LEAST = 35, LIKE = 36, LIMIT = 37, 
    LIST = 38, MISSING = 39, MOST = 40, NO = 41, NON_COMMERCIAL = 42, NOT = 43, 
    OBSERVED = 44, OF = 45, ON = 46, OR = 47, OVERLAPS = 48, POSSIBLY = 49, 
    RECORDED = 50, SHOW = 51, STARTS = 52, TERMS = 53, TOP = 54, USABLE = 55, 
    WHERE = 56, WITH = 57, WITHIN = 58, EQUAL = 59, NOT_EQUAL = 60, LESS_EQUAL = 61, 
    LESS = 62, GREATER_EQUAL = 63, GREATER = 64, PARAMETER = 65, DATE = 66, 
    NUMBER = 67, DURATION = 68, CODE = 69, WORD = 70, UNIT = 71, STRING = 72, 
    COMMENT = 73, SPACE = 74, UNKNOWN = 75
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
