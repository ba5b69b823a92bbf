
// Generated from CohortQuery.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace muster::grammar::generated {


class  CohortQueryLexer : public antlr4::Lexer {
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
