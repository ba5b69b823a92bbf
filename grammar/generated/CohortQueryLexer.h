
// Generated from CohortQuery.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace muster::grammar::generated {


class  CohortQueryLexer : public antlr4::Lexer {
public:
  enum {
    T__0 = 1, T__1 = 2, T__2 = 3, T__3 = 4, T__4 = 5, AFTER = 6, AGED = 7, 
    ANALYSE = 8, AND = 9, AS = 10, AT = 11, BANDS = 12, BEFORE = 13, BETWEEN = 14, 
    BY = 15, CERTAINLY = 16, COMMERCIAL = 17, COMPARE = 18, COUNT = 19, 
    DEFINE = 20, DESCRIBE = 21, DISTINCT = 22, DROP = 23, EXACTLY = 24, 
    EXCLUDED = 25, EXPLAIN = 26, FIRST = 27, FOR = 28, FUNNEL = 29, GESTATION = 30, 
    GROUPS = 31, HAS = 32, HAVING = 33, IMPACT = 34, IN = 35, IS = 36, LAST = 37, 
    LEAST = 38, LIKE = 39, LIMIT = 40, LIST = 41, MISSING = 42, MOST = 43, 
    NO = 44, NON_COMMERCIAL = 45, NOT = 46, OBSERVED = 47, OF = 48, ON = 49, 
    OR = 50, OVERLAPS = 51, POSSIBLY = 52, RECORDED = 53, SHOW = 54, STARTS = 55, 
    TERMS = 56, TIMES = 57, TO = 58, TOP = 59, USABLE = 60, WHERE = 61, 
    WITH = 62, WITHIN = 63, EQUAL = 64, NOT_EQUAL = 65, LESS_EQUAL = 66, 
    LESS = 67, GREATER_EQUAL = 68, GREATER = 69, PARAMETER = 70, DATE = 71, 
    NUMBER = 72, DURATION = 73, CODE = 74, WORD = 75, UNIT = 76, STRING = 77, 
    COMMENT = 78, SPACE = 79, UNKNOWN = 80
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
