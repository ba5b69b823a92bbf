#include "grammar/syntax_errors.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "allowance/allowance.h"
#include "antlr4-runtime.h"
#include "grammar/antlr/antlr_source.h"
#include "grammar/completion/one_mistake.h"
#include "grammar/completion/written_hint.h"
#include "grammar/generated/CohortQueryLexer.h"
#include "grammar/generated/CohortQueryParser.h"
#include "grammar/habits/other_habits.h"
#include "grammar/parse.h"
#include "grammar/text/edit_distance.h"
#include "grammar/text/keywords.h"

namespace muster::grammar {
namespace {

using Lexer = generated::CohortQueryLexer;
using Parser = generated::CohortQueryParser;

// A token as a person would name it: `where`, a number, a code such as HP:0001250.
std::string DescribeToken(size_t type, const antlr4::dfa::Vocabulary& vocabulary) {
  switch (type) {
    case antlr4::Token::EOF:
      return "the end of the query";
    case Parser::NUMBER:
      return "a number";
    case Parser::DATE:
      return "a date";
    case Parser::DURATION:
      return "a duration";
    case Parser::CODE:
      return "a code such as HP:0001250";
    case Parser::WORD:
      return "a name";
    case Parser::UNIT:
      return "a unit";
    case Parser::STRING:
      return "a quoted text";
    case Parser::PARAMETER:
      return "a parameter such as $age";
    case Parser::LESS_EQUAL:
      return "<=";
    case Parser::GREATER_EQUAL:
      return ">=";
    case Parser::NOT_EQUAL:
      return "!=";
    default:
      break;
  }
  const std::string literal = vocabulary.getLiteralName(type);
  return absl::AsciiStrToLower(literal.empty() ? vocabulary.getSymbolicName(type) : literal);
}

// Keywords that are names and values as well: the alternatives of the grammar's rule `word`.
bool IsSoftKeyword(size_t type) {
  switch (type) {
    case Parser::COMMERCIAL:
    case Parser::COMPARE:
    case Parser::DEFINE:
    case Parser::DESCRIBE:
    case Parser::DROP:
    case Parser::FIRST:
    case Parser::FUNNEL:
    case Parser::GROUPS:
    case Parser::IMPACT:
    case Parser::LAST:
    case Parser::LIKE:
    case Parser::NO:
    case Parser::NON_COMMERCIAL:
    case Parser::NONE:
    case Parser::SHOW:
    case Parser::STUDY:
    case Parser::SUMMARISE:
    case Parser::TERMS:
    case Parser::TO:
      return true;
    default:
      return false;
  }
}

// Collects syntax errors in our words. Throws once there are too many, or nothing is left of which one could be told:
// that ends ANTLR's error recovery, which needs long to leave many parentheses. Behind a habit that is known, the
// statement is not looked at further: what follows is read wrongly.
class ErrorListener : public antlr4::BaseErrorListener {
 public:
  struct Enough {};

  ErrorListener(const AntlrSource& source, std::vector<Diagnostic>* diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  void syntaxError(antlr4::Recognizer* recognizer, antlr4::Token* token, size_t, size_t, const std::string&,
                   std::exception_ptr problem) override {
    if (token == nullptr) return;  // a lexer error; our lexer has a rule for every character
    if (token->getTokenIndex() < skipped_to_) return;
    const Span span = source_.SpanOf(*token);
    Diagnostic diagnostic{Severity::kError, "syntax", "", span.begin, span.end, {}};
    const std::string found(source_.TextOf(span));
    if (token->getType() == antlr4::Token::EOF) {
      diagnostic.message = "the query ends too early";
      const size_t last = source_.text.find_last_not_of(" \t\r\n");
      diagnostic.begin = diagnostic.end = last == std::string_view::npos ? 0 : last + 1;
    } else {
      diagnostic.message = absl::StrCat("'", found, "' cannot stand here");
    }
    auto* parser = dynamic_cast<antlr4::Parser*>(recognizer);
    bool habit = false;
    if (parser != nullptr) {
      const auto instead = WordsInstead(*parser, *token);
      habit = instead.has_value();
      if (habit) {
        diagnostic.hints.push_back(*instead);
      } else {
        AddHints(parser, *token, found, BeganBefore(problem, *token), &diagnostic);
      }
    }
    diagnostics_->push_back(std::move(diagnostic));
    // (A choice that cannot be made may be told of at a token behind those that are read next.)
    bool last = parser != nullptr && parser->getTokenStream()->LA(1) == antlr4::Token::EOF;
    if (habit) last = SkipStatement(parser, token->getTokenIndex()) || last;
    if (last || diagnostics_->size() >= kMaxSyntaxErrors) throw Enough{};
  }

 private:
  static bool IsInParentheses(antlr4::TokenStream& stream, size_t index) {
    while (index > 0) {
      const std::string before = stream.get(--index)->getText();
      if (before == "(") return true;
      if (before == ")" || before == ";") return false;
    }
    return false;
  }

  /// Returns whether it was the last one.
  bool SkipStatement(antlr4::Parser* parser, size_t index) {
    antlr4::TokenStream& stream = *parser->getTokenStream();
    if (stream.get(index)->getText() == ";" && IsInParentheses(stream, index)) ++index;  // in (DE; FR)
    while (index < stream.size() && stream.get(index)->getText() != ";") ++index;
    skipped_to_ = index + 1;
    return index >= stream.size();
  }

  // Whether no alternative fits, of a choice that was to be made at an earlier token: what was expected is known for
  // that token only.
  static bool BeganBefore(const std::exception_ptr& problem, const antlr4::Token& token) {
    if (problem == nullptr) return false;
    try {
      std::rethrow_exception(problem);
    } catch (const antlr4::NoViableAltException& e) {
      return e.getStartToken() != nullptr && e.getStartToken()->getTokenIndex() < token.getTokenIndex();
    } catch (const std::exception&) {
      return false;
    }
  }

  static void AddHints(antlr4::Parser* parser, const antlr4::Token& token, const std::string& found, bool began_before,
                       Diagnostic* diagnostic) {
    const auto& vocabulary = parser->getVocabulary();
    std::vector<std::string> expected;
    std::vector<std::string> near = MisspeltKeywords(*parser, token);
    const bool words = parser->getExpectedTokens().contains(static_cast<ssize_t>(Parser::WORD));
    for (ssize_t type : parser->getExpectedTokens().toList()) {
      if (words && IsSoftKeyword(static_cast<size_t>(type))) continue;  // "a name" says it
      const std::string description = DescribeToken(static_cast<size_t>(type), vocabulary);
      expected.push_back(description);
      if (token.getType() == Parser::WORD && absl::ascii_isalpha(static_cast<unsigned char>(description[0])) &&
          description.find(' ') == std::string::npos &&
          EditDistance(absl::AsciiStrToLower(found), description, 2) <= (found.size() > 4 ? 2 : 1)) {
        near.push_back(description);
      }
    }
    if (!near.empty()) diagnostic->hints.push_back(absl::StrCat("did you mean ", absl::StrJoin(near, " or "), "?"));
    if (expected.empty()) return;
    const auto& types = parser->getExpectedTokens();
    if (began_before && types.contains(static_cast<ssize_t>(Parser::HAS))) {  // words were read, and are no criterion
      diagnostic->hints.emplace_back("expected a comparison, such as `is female`, `>= 18 years` or `is missing`");
      return;
    }
    if (types.contains(static_cast<ssize_t>(Parser::HAS))) {
      diagnostic->hints.push_back(ExpectedInGeneral(types));
      return;
    }
    if (expected.size() <= 13 || parser->getExpectedTokens().contains(static_cast<ssize_t>(Parser::COUNT))) {
      diagnostic->hints.push_back(absl::StrCat("expected ", absl::StrJoin(expected, ", ")));
    } else {
      diagnostic->hints.push_back(ExpectedInGeneral(parser->getExpectedTokens()));
    }
  }

  std::optional<std::string> WordsInstead(antlr4::Parser& parser, const antlr4::Token& token) {
    constexpr int kMostMistakes = 4;  // whose statements are read again with other keywords
    const bool looks_at_keywords = ++mistakes_ <= kMostMistakes;
    constexpr size_t kBefore = 200, kBehind = 16;
    antlr4::TokenStream& stream = *parser.getTokenStream();
    const size_t index = token.getTokenIndex();
    const size_t first = index - std::min(index, kBefore);
    std::vector<std::string> tokens;
    size_t at = 0;
    for (size_t i = first; i < std::min(stream.size(), index + kBehind); ++i) {
      if (i == index) at = tokens.size();
      const antlr4::Token& one = *stream.get(i);
      if (one.getType() == antlr4::Token::EOF || one.getChannel() != antlr4::Token::DEFAULT_CHANNEL) continue;
      tokens.push_back(one.getText());
    }
    if (token.getType() == antlr4::Token::EOF) at = tokens.size();
    const size_t begin = source_.SpanOf(token).begin;
    if (looks_at_keywords) {
      if (auto misspelt = MisspeltKeyword(source_.text, begin)) return misspelt;
    }
    auto words = grammar::WordsInstead(source_.text, begin, tokens, at);
    if (words && CanBeRead(*words) != false) return words;
    return looks_at_keywords ? MissingKeyword(source_.text, begin) : std::nullopt;
  }

  // A summary of the expected tokens, where they are too many to list.
  static std::string ExpectedInGeneral(const antlr4::misc::IntervalSet& expected) {
    const auto has = [&](size_t type) { return expected.contains(static_cast<ssize_t>(type)); };
    if (has(Parser::HAS)) return "expected a criterion, such as `has phenotype HP:0001250` or `sex is female`";
    if (has(Parser::LESS)) return "expected a comparison, such as `is female`, `>= 18 years` or `is missing`";
    return "expected a value, such as female, \"Seizure\", 30, 18 years or 2024-05";
  }

  // A misspelt keyword is read as part of a name, and the error comes some words later: `count individuals wher sex
  // is`.
  static std::vector<std::string> MisspeltKeywords(antlr4::Parser& parser, const antlr4::Token& token) {
    std::vector<std::string> near;
    antlr4::TokenStream& tokens = *parser.getTokenStream();
    for (size_t i = token.getTokenIndex(), seen = 0; i > 0 && seen < 4; ++seen) {
      const antlr4::Token& before = *tokens.get(--i);
      if (before.getChannel() != antlr4::Token::DEFAULT_CHANNEL) continue;
      if (before.getType() != Parser::WORD) break;
      const std::string word = absl::AsciiStrToLower(before.getText());
      for (const std::string& keyword : Keywords()) {
        if (keyword.size() > 3 && EditDistance(word, keyword, 1) == 1) near.push_back(keyword);
      }
    }
    return near;
  }

  const AntlrSource& source_;
  std::vector<Diagnostic>* diagnostics_;
  int mistakes_ = 0;       ///< errors for which words were looked for
  size_t skipped_to_ = 0;  ///< errors at tokens before this one are not told
};

// Ends a parse that nobody waits for any more.
class EndWhenUnwanted final : public antlr4::tree::ParseTreeListener {
 public:
  void enterEveryRule(antlr4::ParserRuleContext*) override {
    if (!ShouldContinueSampled()) throw ErrorListener::Enough{};
  }
  void exitEveryRule(antlr4::ParserRuleContext*) override {}
  void visitTerminal(antlr4::tree::TerminalNode*) override {}
  void visitErrorNode(antlr4::tree::ErrorNode*) override {}
};

}  // namespace

void DescribeSyntaxErrors(std::string_view text, std::vector<Diagnostic>* diagnostics) {
  try {
    const AntlrSource source(text);
    antlr4::ANTLRInputStream input{std::string(text)};
    Lexer lexer(&input);
    lexer.removeErrorListeners();
    antlr4::CommonTokenStream tokens(&lexer);
    tokens.fill();  // hints look ahead
    Parser parser(&tokens);
    parser.removeErrorListeners();
    ErrorListener listener(source, diagnostics);
    parser.addErrorListener(&listener);
    EndWhenUnwanted unwanted;
    parser.addParseListener(&unwanted);
    // The grammar needs no full-context prediction; SLL is faster and its cache is bounded by the grammar.
    parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(antlr4::atn::PredictionMode::SLL);
    parser.script();
  } catch (const ErrorListener::Enough&) {
    return;
  } catch (const std::exception& e) {  // ANTLR's own; none is known to arrive here
    diagnostics->push_back(
        {Severity::kError, "syntax", absl::StrCat("the query cannot be read: ", e.what()), 0, text.size(), {}});
  }
}

}  // namespace muster::grammar
