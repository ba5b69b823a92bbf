#include "grammar/parse.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "allowance/stack_left.h"
#include "grammar/antlr/antlr_parser.h"
#include "grammar/atn/atn.h"
#include "grammar/atn/lexer.h"
#include "grammar/atn/parse_tree.h"
#include "grammar/atn/parser.h"
#include "grammar/build_ast.h"
#include "grammar/generated/CohortQueryParser.h"
#include "grammar/syntax_errors.h"
#include "grammar/text/pasted_signs.h"
#include "grammar/text/utf8.h"

namespace muster::grammar {
namespace {

using Parser = generated::CohortQueryParser;

// Places in a text are numbers of 32 bits.
constexpr size_t kMaxBytes = size_t{1} << 28;

Diagnostic Error(std::string code, std::string message, Span span) {
  return {Severity::kError, std::move(code), std::move(message), span.begin, span.end, {}};
}

// Deeper ones could need more stack than a thread has, whatever the limits say.
constexpr size_t kMaxDepth = 1000;

// What the recursive parts of the engine take of the stack, at most: for everything else, and for each level.
constexpr size_t kStackBesides = size_t{64} << 10;
constexpr size_t kStackOfALevel = size_t{4} << 10;
// Levels for which any stack has room that a thread may have (docs/embedding.md).
constexpr size_t kAlwaysFits = 40;

size_t DepthThatFits() {
  const std::optional<size_t> left = StackLeft();
  if (!left.has_value()) return kMaxDepth;
  return std::max(kAlwaysFits, (*left - std::min(*left, kStackBesides)) / kStackOfALevel);
}

// As word processors put them.
bool IsCurlyQuote(std::string_view found) {
  for (const std::string_view quote :
       {"\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "\u201A", "\u00AB", "\u00BB"}) {
    if (found == quote) return true;
  }
  return false;
}

// What to write in place of a character of other languages; empty when nothing is known of it.
std::string_view InPlaceOf(std::string_view found, std::string_view text, size_t begin) {
  if (IsCurlyQuote(found)) return "write straight quotes: \"Seizure\"";
  const std::string_view behind = text.substr(std::min(begin + found.size(), text.size()));
  const bool number = begin > 0 && absl::ascii_isdigit(static_cast<unsigned char>(text[begin - 1]));
  const size_t next = behind.find_first_not_of(" \t");
  const bool to_number =
      next != std::string_view::npos && absl::ascii_isdigit(static_cast<unsigned char>(behind[next]));
  if (found == "\u00B7" && number && to_number) return "write a decimal point: 1.5";
  if (found == "\u00B2" || found == "\u00B3") return "write 2 or 3: kg/m2";
  if (found == "\u00B0") return "write degrees Celsius as Cel: >= 38 Cel";
  if (found == "\u2215" || found == "\u2044") return "write /";
  if (found == "\u2A7E") return "write >=";
  if (found == "\u2A7D") return "write <=";
  if (found == "&") {
    const auto is = [&](std::string_view entity) { return behind.starts_with(entity); };  // of a web page
    return is("quot;") ? "write a straight quotation mark: \""
           : is("gt;") ? "write >"
           : is("lt;") ? "write <"
                       : "write and";
  }
  if (found == "\u00BF" || found == "\u00A1") return "leave it out";
  if (found == "|") return "write or";
  if (found == "!")
    return behind.find_first_not_of(" \t\r\n!;") == std::string_view::npos ? "leave it out" : "write not";
  if (found == "?") return "leave it out; a statement ends with ; or with the text";
  if (found == "#" || found == "/") return "a comment begins with --";
  if (found == "*") {
    const size_t open = text.substr(0, begin).find_last_not_of(" \t");
    constexpr std::string_view kHaving = "having";
    constexpr size_t kBefore = 40;  // having count(*)
    if (open != std::string_view::npos && text[open] == '(' &&
        absl::AsciiStrToLower(std::string(text.substr(begin - std::min(begin, kBefore), std::min(begin, kBefore))))
                .rfind(kHaving) != std::string::npos) {
      return "write having individuals > 10, or another entity and number";
    }
    return begin > 0 && text[begin - 1] == '/' ? "a comment begins with --"
                                               : "say what is counted: count individuals where ... by ...";
  }
  if (found == "+") {
    const size_t blank = text.substr(0, begin).find_last_of(" \t\n(");
    const size_t first = blank == std::string_view::npos ? 0 : blank + 1;
    if (first < begin && absl::ascii_isupper(static_cast<unsigned char>(text[first]))) {  // ER+
      return "of a test write has measurement \"...\" with coded value is positive";
    }
    return number ? "write >= and the number before it, with its unit: age at last contact >= 18 years"
                  : "write and between criteria";
  }
  if (found == ":") return "leave it out: criteria stand behind where, alternatives in (..., ...)";
  const bool first = text.substr(0, begin).find_last_not_of(" \t\r\n") == std::string_view::npos;
  if (first && (found == "-" || found == "\u2022" || found == "\u2013" || found == "\u00B7")) {
    return "leave it out: a statement begins with its verb, such as count";
  }
  if (found == "-" || found == "\u2022" || found == "\u2013" || found == "\u2014" || found == "\u00B7") {
    const size_t before = text.substr(0, begin).find_last_not_of(" \t");
    const bool behind_letter =
        before != std::string_view::npos && absl::ascii_isalpha(static_cast<unsigned char>(text[before]));
    if (found == "-" && to_number && behind_letter) {
      return "numbers of records are not added or subtracted; they can be multiplied: 0.9 times a.value";
    }
    if (to_number) return "write a range in words: aged 18 to 65, or between 7 and 10 %";
    return number ? "write in bands of 10 years" : "write and between criteria";
  }
  return "";
}

// The text is not wanted any more.
bool SayStopped(std::vector<Diagnostic>* diagnostics) {
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
    if (tree->tokens.size() % kTokensPerLook == 0 && !ShouldContinue()) return SayStopped(diagnostics);
    token = reader == Reader::kAntlr ? *next_by_antlr++ : lexer.Next(tree->text, token.end);
    if (token.type != Parser::UNKNOWN) {
      tree->tokens.push_back(token);
      continue;
    }
    const Span span{token.begin, token.end};
    const std::string found(tree->text.substr(token.begin, token.end - token.begin));
    if (found == "\"" || found == "'") {  // what follows was meant to be inside
      diagnostics->push_back(Error("unclosed-quote", "this quotation mark is never closed", span));
      if (found == "'" && token.begin > 0 &&
          absl::ascii_isalpha(static_cast<unsigned char>(tree->text[token.begin - 1]))) {
        diagnostics->back().hints.emplace_back(
            "an apostrophe is a quotation mark here: write not has ..., or no disease ...");
      }
      break;
    }
    diagnostics->push_back(Error("bad-character", absl::StrCat("'", found, "' has no meaning in a query"), span));
    std::string instead = InPlaceOfPasted(found, tree->text, token.begin);
    if (instead.empty()) instead = InPlaceOf(found, tree->text, token.begin);
    if (!instead.empty()) diagnostics->back().hints.push_back(std::move(instead));
  } while (token.type != kEndOfText && diagnostics->size() < kMaxSyntaxErrors);
  return diagnostics->empty();
}

// How deep criteria are nested, token by token: in parentheses, and under `not` and `with`.
class NestingDepth {
 public:
  size_t depth() const { return depth_; }

  /// Reads the next token, which has this text.
  void Read(const Token& token, std::string_view text) {
    switch (token.type) {
      case Parser::EXCEPT:  // these put criteria under a `not`
      case Parser::MOST:
      case Parser::NONE:
      case Parser::NOT:
      case Parser::WITH:
        ++levels_.back(), ++depth_;
        break;
      case Parser::AND:
      case Parser::BUT:
      case Parser::OR:
        EndCriterion();
        break;
      default:
        ReadSign(text);
    }
  }

 private:
  void ReadSign(std::string_view text) {
    if (text == "(") {
      levels_.push_back(0);
      ++depth_;
    } else if (text == ")" && levels_.size() > 1) {
      depth_ -= levels_.back() + 1;
      levels_.pop_back();
    } else if (text == "," || text == ";") {
      EndCriterion();
    }
  }

  /// What `not` and `with` have begun ends with the criterion.
  void EndCriterion() { depth_ -= std::exchange(levels_.back(), 0); }

  std::vector<size_t> levels_ = {0};  // per open parenthesis: the depth of `not` and `with` inside it
  size_t depth_ = 0;
};

bool IsNameOrValue(const Token& token) {
  switch (token.type) {
    case Parser::CODE:
    case Parser::WORD:
    case Parser::NUMBER:
    case Parser::DATE:
    case Parser::DURATION:
    case Parser::STRING:
      return true;
    default:
      return false;
  }
}

// Checks the limits on the tokens, before the recursive parser sees them: nesting costs stack.
bool WithinLimits(const ParseTree& tree, const ParseLimits& limits, std::vector<Diagnostic>* diagnostics) {
  const size_t most_depth = std::min(limits.max_depth, kMaxDepth);
  size_t terms = 0;
  size_t fits = kAlwaysFits;
  NestingDepth nesting;
  for (const Token& token : tree.tokens) {
    const auto refuse = [&](std::string code, std::string message) {
      diagnostics->push_back(Error(std::move(code), std::move(message), {token.begin, token.end}));
      return false;
    };
    if (IsNameOrValue(token)) {
      ++terms;
    } else {
      nesting.Read(token, tree.text.substr(token.begin, token.end - token.begin));
    }
    if (nesting.depth() > most_depth) {
      return refuse("too-deep", absl::StrCat("the query is nested more than ", most_depth, " deep"));
    }
    if (nesting.depth() > fits) {
      if (fits == kAlwaysFits) fits = std::max(DepthThatFits(), kAlwaysFits + 1);
      if (nesting.depth() > fits) {
        return refuse("too-deep", absl::StrCat("the query is nested more than ", fits,
                                               " deep, which needs more stack than the thread has"));
      }
    }
    if (terms > limits.max_terms) {
      return refuse("too-many-terms", absl::StrCat("the query has more than ", limits.max_terms, " names and values"));
    }
  }
  return true;
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
      SayStopped(&result->diagnostics);
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
