#include "grammar/parse.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "grammar/antlr/antlr_parser.h"
#include "grammar/atn/atn.h"
#include "grammar/atn/lexer.h"
#include "grammar/atn/parse_tree.h"
#include "grammar/atn/parser.h"
#include "grammar/build_ast.h"
#include "grammar/generated/CohortQueryParser.h"
#include "grammar/parse_limits.h"
#include "grammar/syntax_errors.h"
#include "grammar/text/apostrophe.h"
#include "grammar/text/pasted_terms.h"
#include "grammar/text/unknown_character.h"
#include "grammar/text/utf8.h"

namespace muster::grammar {
namespace {

using Parser = generated::CohortQueryParser;

// Places in a text are numbers of 32 bits.
constexpr size_t kMaxBytes = size_t{1} << 28;

Diagnostic Error(std::string code, std::string message, Span span) {
  return {Severity::kError, std::move(code), std::move(message), span.begin, span.end, {}};
}

// The caller has given up. Returns false.
bool ReportStopped(std::vector<Diagnostic>* diagnostics) {
  diagnostics->push_back(Error("cancelled", "the query was stopped while it was read", {0, 0}));
  return false;
}

// False when there are characters that belong to no word of the language: with any of them there is no point in going
// on.
bool ReadTokens(Reader reader, ParseTree* tree, std::vector<Diagnostic>* diagnostics) {
  const atn::Lexer& lexer = atn::SharedLexer();
  const std::vector<Token> by_antlr = reader == Reader::kAntlr ? AntlrTokens(tree->text) : std::vector<Token>();
  auto next_by_antlr = by_antlr.begin();
  tree->tokens.reserve(tree->text.size() / 5 + 8);
  Token token;
  do {
    if (tree->tokens.size() % kTokensPerCheck == 0 && !ShouldContinue()) return ReportStopped(diagnostics);
    token = reader == Reader::kAntlr ? *next_by_antlr++ : lexer.Next(tree->text, token.end);
    if (token.type == Parser::STRING && tree->text[token.begin] == '\'' && IsPossessive(tree->text, token.begin)) {
      diagnostics->push_back(Error("unclosed-quote", "this apostrophe begins a quoted text, up to the next one",
                                   {token.begin, token.begin + 1}));
      diagnostics->back().hints.push_back(HintForApostrophe(tree->text, token.begin));
      break;
    }
    if (token.type != Parser::UNKNOWN) {
      tree->tokens.push_back(token);
      continue;
    }
    const Span span{token.begin, token.end};
    const std::string found(tree->text.substr(token.begin, token.end - token.begin));
    if (found == "\"" || found == "'") {  // what follows was meant to be inside
      diagnostics->push_back(Error("unclosed-quote", "this quotation mark is never closed", span));
      std::string hint = found == "'" ? HintForApostrophe(tree->text, token.begin) : "";
      if (!hint.empty()) diagnostics->back().hints.push_back(std::move(hint));
      break;
    }
    diagnostics->push_back(Error("bad-character", absl::StrCat("'", found, "' has no meaning in a query"), span));
    if (std::string term = InPlaceOfPastedTerm(tree->text, token.begin); !term.empty()) {
      diagnostics->back().hints.push_back(std::move(term));
      break;  // what follows belongs to it
    }
    std::string hint = HintForCharacter(found, tree->text, token.begin);
    if (!hint.empty()) diagnostics->back().hints.push_back(std::move(hint));
  } while (token.type != kEndOfText && diagnostics->size() < kMaxSyntaxErrors);
  return diagnostics->empty();
}

// Where the only mistake so far stands, if that is a question mark behind all other words.
std::optional<size_t> QuestionMarkAtEnd(std::string_view text, const std::vector<Diagnostic>& said) {
  if (said.size() != 1 || said[0].code != "bad-character" || text[said[0].begin] != '?') return std::nullopt;
  const bool ends = text.find_first_not_of(" \t\r\n;", said[0].begin + 1) == std::string_view::npos;
  return ends ? std::optional(said[0].begin) : std::nullopt;
}

void ParseText(std::string_view text, const ParseLimits& limits, Reader reader, ParseResult* result) {
  static const auto* parser = new atn::Parser(atn::ParserAtn());
  ParseTree tree{text, {}, {}};
  if (!ReadTokens(reader, &tree, &result->diagnostics)) {
    if (const auto end = QuestionMarkAtEnd(text, result->diagnostics)) {  // it hides no other mistake
      ParseResult before;
      ParseText(text.substr(0, *end), limits, reader, &before);
      result->diagnostics.insert(result->diagnostics.begin(), before.diagnostics.begin(), before.diagnostics.end());
    }
    return;
  }
  if (!WithinLimits(tree, limits, &result->diagnostics)) return;
  if (reader == Reader::kAntlr ? !AntlrParse(&tree) : !parser->Parse(&tree)) {
    if (!ShouldContinue()) {
      ReportStopped(&result->diagnostics);
      return;
    }
    DescribeSyntaxErrors(text, &result->diagnostics);
    if (result->diagnostics.empty()) {  // the two ways through the grammar are one language; a test compares them
      result->diagnostics.push_back(Error("syntax", "the query cannot be read", {0, text.size()}));
    }
    return;
  }
  result->statements = BuildAst(tree, &result->diagnostics);
  if (HasErrors(result->diagnostics)) result->statements.clear();
}

}  // namespace

ParseResult Parse(std::string_view text, const ParseLimits& limits, Reader reader) {
  ParseResult result;
  const size_t most_bytes = std::min(limits.max_text_bytes, kMaxBytes);
  if (text.size() > most_bytes) {
    result.diagnostics.push_back(
        Error("text-too-long", absl::StrCat("the query has ", text.size(), " bytes; at most ", most_bytes, " are read"),
              {0, 0}));
    return result;
  }
  if (const size_t bad = FindInvalidUtf8(text); bad != std::string_view::npos) {
    result.diagnostics.push_back(Error("not-utf8", "the query is not valid UTF-8 here", {bad, bad + 1}));
    return result;
  }
  ParseText(text, limits, reader, &result);
  return result;
}

}  // namespace muster::grammar
