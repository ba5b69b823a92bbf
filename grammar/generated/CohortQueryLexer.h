
// Generated from CohortQuery.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace muster::grammar::generated {


class  CohortQueryLexer : public antlr4::Lexer {
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
