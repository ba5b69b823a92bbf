#include "grammar/parse.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "antlr4-runtime.h"
#include "grammar/build_tree.h"
#include "grammar/edit_distance.h"
#include "grammar/generated/CohortQueryLexer.h"
#include "grammar/generated/CohortQueryParser.h"

namespace muster::grammar {
namespace {

using Lexer = generated::CohortQueryLexer;
using Parser = generated::CohortQueryParser;

constexpr size_t kMaxSyntaxErrors = 20;

Diagnostic Error(std::string code, std::string message, Span span) {
  return {Severity::kError, std::move(code), std::move(message), span.begin, span.end, {}};
}

// Fills source->offsets; returns the offset of the first byte that is not UTF-8, or npos.
size_t IndexCodePoints(Source* source) {
  const std::string_view text = source->text;
  size_t i = 0;
  while (i < text.size()) {
    source->offsets.push_back(i);
    const auto lead = static_cast<unsigned char>(text[i]);
    const size_t length = lead < 0x80                   ? 1
                          : lead >= 0xC2 && lead < 0xE0 ? 2
                          : lead >= 0xE0 && lead < 0xF0 ? 3
                          : lead >= 0xF0 && lead < 0xF5 ? 4
                                                        : 0;
    if (length == 0 || i + length > text.size()) return i;
    uint32_t code = length == 1 ? lead : lead & (0xFF >> (length + 1));
    for (size_t k = 1; k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0) != 0x80) return i;
      code = code << 6 | (next & 0x3F);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (overlong || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) return i;
    i += length;
  }
  source->offsets.push_back(i);
  return std::string_view::npos;
}

// A token as a person would name it: `where`, a number, a code such as HP:0001250.
std::string Describe(size_t type, const antlr4::dfa::Vocabulary& vocabulary) {
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
    case Parser::SHOW:
    case Parser::TERMS:
      return true;
    default:
      return false;
  }
}

// Collects syntax errors in our words. Throws once there are too many, which ends ANTLR's error recovery.
class ErrorListener : public antlr4::BaseErrorListener {
 public:
  struct TooMany {};

  ErrorListener(const Source& source, std::vector<Diagnostic>* diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  void syntaxError(antlr4::Recognizer* recognizer, antlr4::Token* token, size_t, size_t, const std::string&,
                   std::exception_ptr) override {
    if (token == nullptr) return;  // a lexer error; our lexer has a rule for every character
    const Span span = source_.SpanOf(*token);
    Diagnostic diagnostic = Error("syntax", "", span);
    const std::string found(source_.TextOf(span));
    if (token->getType() == antlr4::Token::EOF) {
      diagnostic.message = "the query ends too early";
      const size_t last = source_.text.find_last_not_of(" \t\r\n");
      diagnostic.begin = diagnostic.end = last == std::string_view::npos ? 0 : last + 1;
    } else {
      diagnostic.message = absl::StrCat("'", found, "' cannot stand here");
    }
    AddHints(dynamic_cast<antlr4::Parser*>(recognizer), *token, found, &diagnostic);
    diagnostics_->push_back(std::move(diagnostic));
    if (diagnostics_->size() >= kMaxSyntaxErrors) throw TooMany{};
  }

 private:
  static void AddHints(antlr4::Parser* parser, const antlr4::Token& token, const std::string& found,
                       Diagnostic* diagnostic) {
    if (parser == nullptr) return;
    const auto& vocabulary = parser->getVocabulary();
    std::vector<std::string> expected;
    std::vector<std::string> near = MisspeltKeywords(*parser, token);
    const bool words = parser->getExpectedTokens().contains(static_cast<ssize_t>(Parser::WORD));
    for (ssize_t type : parser->getExpectedTokens().toList()) {
      if (words && IsSoftKeyword(static_cast<size_t>(type))) continue;  // "a name" says it
      const std::string description = Describe(static_cast<size_t>(type), vocabulary);
      expected.push_back(description);
      if (token.getType() == Parser::WORD && absl::ascii_isalpha(static_cast<unsigned char>(description[0])) &&
          description.find(' ') == std::string::npos &&
          EditDistance(absl::AsciiStrToLower(found), description, 2) <= (found.size() > 4 ? 2 : 1)) {
        near.push_back(description);
      }
    }
    if (!near.empty()) diagnostic->hints.push_back(absl::StrCat("did you mean ", absl::StrJoin(near, " or "), "?"));
    if (expected.empty()) return;
    if (expected.size() <= 13) {
      diagnostic->hints.push_back(absl::StrCat("expected ", absl::StrJoin(expected, ", ")));
    } else {
      diagnostic->hints.push_back(ExpectedInGeneral(parser->getExpectedTokens()));
    }
  }

  // What is meant by an expectation of so many tokens that a list would not help.
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

  const Source& source_;
  std::vector<Diagnostic>* diagnostics_;
};

// Characters that belong to no word of the language; with any of them there is no point in parsing.
bool OnlyKnownCharacters(const std::vector<antlr4::Token*>& tokens, const Source& source,
                         std::vector<Diagnostic>* diagnostics) {
  for (const antlr4::Token* token : tokens) {
    if (token->getType() != Parser::UNKNOWN) continue;
    if (diagnostics->size() >= kMaxSyntaxErrors) break;
    const Span span = source.SpanOf(*token);
    const std::string found(source.TextOf(span));
    if (found == "\"" || found == "'") {  // what follows was meant to be inside
      diagnostics->push_back(Error("unclosed-quote", "this quotation mark is never closed", span));
      break;
    }
    diagnostics->push_back(Error("bad-character", absl::StrCat("'", found, "' has no meaning in a query"), span));
  }
  return diagnostics->empty();
}

// Checks the limits on the tokens, before the recursive parser sees them: nesting costs stack.
bool WithinLimits(const std::vector<antlr4::Token*>& tokens, const ParseLimits& limits, const Source& source,
                  std::vector<Diagnostic>* diagnostics) {
  size_t terms = 0;
  std::vector<size_t> levels = {0};  // per open parenthesis: the depth of `not` and `with` inside it
  size_t depth = 0;
  for (const antlr4::Token* token : tokens) {
    if (token->getChannel() != antlr4::Token::DEFAULT_CHANNEL) continue;
    const std::string_view text = source.TextOf(source.SpanOf(*token));
    switch (token->getType()) {
      case Parser::NOT:
      case Parser::WITH:
        ++levels.back(), ++depth;
        break;
      case Parser::AND:
      case Parser::OR:
        depth -= std::exchange(levels.back(), 0);
        break;
      case Parser::CODE:
      case Parser::WORD:
      case Parser::NUMBER:
      case Parser::DATE:
      case Parser::DURATION:
      case Parser::STRING:
        ++terms;
        break;
      default:
        if (text == "(") {
          levels.push_back(0);
          ++depth;
        } else if (text == ")" && levels.size() > 1) {
          depth -= levels.back() + 1;
          levels.pop_back();
        } else if (text == "," || text == ";") {
          depth -= std::exchange(levels.back(), 0);
        }
    }
    if (depth > limits.max_depth) {
      diagnostics->push_back(Error("too-deep",
                                   absl::StrCat("the query is nested more than ", limits.max_depth, " deep"),
                                   source.SpanOf(*token)));
      return false;
    }
    if (terms > limits.max_terms) {
      diagnostics->push_back(Error("too-many-terms",
                                   absl::StrCat("the query has more than ", limits.max_terms, " names and values"),
                                   source.SpanOf(*token)));
      return false;
    }
  }
  return true;
}

void ParseTokens(const Source& source, const ParseLimits& limits, ParseResult* result) {
  antlr4::ANTLRInputStream input{std::string(source.text)};
  Lexer lexer(&input);
  lexer.removeErrorListeners();
  antlr4::CommonTokenStream tokens(&lexer);
  tokens.fill();
  if (!OnlyKnownCharacters(tokens.getTokens(), source, &result->diagnostics) ||
      !WithinLimits(tokens.getTokens(), limits, source, &result->diagnostics)) {
    return;
  }

  Parser parser(&tokens);
  parser.removeErrorListeners();
  ErrorListener listener(source, &result->diagnostics);
  parser.addErrorListener(&listener);
  // The grammar needs no full-context prediction; SLL is faster and its cache is bounded by the grammar.
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(antlr4::atn::PredictionMode::SLL);
  Parser::ScriptContext* script = nullptr;
  try {
    script = parser.script();
  } catch (const ErrorListener::TooMany&) {
    return;
  }
  if (HasErrors(result->diagnostics)) return;
  result->statements = BuildStatements(*script, source, &result->diagnostics);
  if (HasErrors(result->diagnostics)) result->statements.clear();
}

}  // namespace

ParseResult Parse(std::string_view text, const ParseLimits& limits) {
  ParseResult result;
  if (text.size() > limits.max_text_bytes) {
    result.diagnostics.push_back(Error(
        "text-too-long",
        absl::StrCat("the query has ", text.size(), " bytes; at most ", limits.max_text_bytes, " are read"), {0, 0}));
    return result;
  }
  Source source{text, {}};
  source.offsets.reserve(text.size() + 1);
  if (const size_t bad = IndexCodePoints(&source); bad != std::string_view::npos) {
    result.diagnostics.push_back(Error("not-utf8", "the query is not valid UTF-8 here", {bad, bad + 1}));
    return result;
  }
  try {
    ParseTokens(source, limits, &result);
  } catch (const std::exception& e) {  // ANTLR's own; none is known to arrive here
    result.statements.clear();
    result.diagnostics.push_back(
        Error("syntax", absl::StrCat("the query cannot be read: ", e.what()), {0, text.size()}));
  }
  return result;
}

bool IsKeyword(std::string_view word) {
  const std::string lower = absl::AsciiStrToLower(std::string(word));
  return std::any_of(Keywords().begin(), Keywords().end(), [&](const std::string& keyword) {
    return absl::StrContains(" " + keyword + " ", " " + lower + " ");
  });
}

const std::vector<std::string>& Keywords() {
  static const auto* keywords = new std::vector<std::string>{
      "after",     "analyse", "and",   "as of",    "at least", "at most",  "before", "between",     "by",
      "certainly", "compare", "count", "define",   "describe", "distinct", "drop",   "exactly",     "excluded",
      "explain",   "first",   "for",   "funnel",   "has",      "having",   "impact", "in",          "in bands of",
      "is",        "last",    "like",  "limit",    "list",     "missing",  "no",     "not",         "observed",
      "of",        "on",      "or",    "overlaps", "possibly", "recorded", "show",   "starts with", "terms",
      "top",       "usable",  "where", "with",     "within"};
  return *keywords;
}

}  // namespace muster::grammar
