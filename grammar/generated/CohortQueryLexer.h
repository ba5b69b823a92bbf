
// Generated from CohortQuery.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace muster::grammar::generated {


class  CohortQueryLexer : public antlr4::Lexer {
public:
  enum {
    T__0 = 1, T__1 = 2, T__2 = 3, T__3 = 4, T__4 = 5, AFTER = 6, AGED = 7, 
    ANALYSE = 8, AND = 9, AS = 10, AT = 11, BANDS = 12, BEFORE = 13, BETWEEN = 14, 
    BUT = 15, BY = 16, CERTAINLY = 17, COMMERCIAL = 18, COMPARE = 19, COUNT = 20, 
    DEFINE = 21, DESCRIBE = 22, DISTINCT = 23, DROP = 24, EXACTLY = 25, 
    EXCEPT = 26, EXCLUDED = 27, EXPLAIN = 28, FIRST = 29, FOR = 30, FUNNEL = 31, 
    GESTATION = 32, GROUPS = 33, HAS = 34, HAVING = 35, IMPACT = 36, IN = 37, 
    IS = 38, LAST = 39, LEAST = 40, LIKE = 41, LIMIT = 42, LIST = 43, MISSING = 44, 
    MOST = 45, NO = 46, NONE = 47, NON_COMMERCIAL = 48, NOT = 49, OBSERVED = 50, 
    OF = 51, ON = 52, OR = 53, OVERLAPS = 54, POSSIBLY = 55, RECORDED = 56, 
    SHOW = 57, STARTS = 58, STUDY = 59, SUMMARISE = 60, TERMS = 61, TIMES = 62, 
    TO = 63, TOP = 64, USABLE = 65, WHERE = 66, WITH = 67, WITHIN = 68, 
    EQUAL = 69, NOT_EQUAL = 70, LESS_EQUAL = 71, LESS = 72, GREATER_EQUAL = 73, 
    GREATER = 74, PARAMETER = 75, DATE = 76, NUMBER = 77, DURATION = 78, 
    CODE = 79, WORD = 80, UNIT = 81, STRING = 82, COMMENT = 83, SPACE = 84, 
    UNKNOWN = 85
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
