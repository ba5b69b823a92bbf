// The tables that read texts, against ANTLR's own lexer and parser for the same grammar: the same tokens, the same
// tree, the same texts refused.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/ascii.h"
#include "antlr4-runtime.h"
#include "gmock/gmock.h"
#include "grammar/atn/lexer.h"
#include "grammar/atn/parser.h"
#include "grammar/generated/CohortQueryLexer.h"
#include "grammar/generated/CohortQueryParser.h"
#include "grammar/parse.h"
#include "grammar/syntax_errors.h"
#include "grammar/text/keywords.h"
#include "grammar/text/utf8.h"
#include "gtest/gtest.h"
#include "tests/support/source_tree.h"

namespace muster::grammar {
namespace {

using Lexer = generated::CohortQueryLexer;
using Parser = generated::CohortQueryParser;

const atn::Lexer& TheLexer() {
  static const auto* lexer = new atn::Lexer(atn::LexerAtn());
  return *lexer;
}

const atn::Parser& TheParser() {
  static const auto* parser = new atn::Parser(atn::ParserAtn());
  return *parser;
}

std::vector<Token> Tokens(std::string_view text) {
  std::vector<Token> tokens;
  do {
    tokens.push_back(TheLexer().Next(text, tokens.empty() ? 0 : tokens.back().end));
  } while (tokens.back().type != kEndOfText);
  return tokens;
}

std::string InWords(std::string_view text, const std::vector<Token>& tokens) {
  std::string words;
  for (const Token& token : tokens) {
    words += std::to_string(token.type) + ":" + std::string(text.substr(token.begin, token.end - token.begin)) + "\n";
  }
  return words;
}

std::string TokensOfAntlr(std::string_view text) {
  antlr4::ANTLRInputStream input{std::string(text)};
  Lexer lexer(&input);
  lexer.removeErrorListeners();
  std::string words;
  for (const auto& token : lexer.getAllTokens()) {
    words += std::to_string(token->getType()) + ":" + token->getText() + "\n";
  }
  return words + std::to_string(kEndOfText) + ":\n";
}

// Rules as (number ...), tokens as their types.
std::string InWords(ParseNode node) {
  if (node.is_token()) return std::to_string(node.kind()) + " ";
  std::string words = "(" + std::to_string(node.kind()) + " ";
  for (const ParseNode child : node) words += InWords(child);
  return words + ") ";
}

// The same of ANTLR's tree, with operators and operands of one expression side by side.
std::string InWords(antlr4::tree::ParseTree& node);
std::string Inside(antlr4::tree::ParseTree& node) {
  std::string words;
  const bool chain =
      dynamic_cast<Parser::AndContext*>(&node) != nullptr || dynamic_cast<Parser::OrContext*>(&node) != nullptr;
  for (auto* child : node.children) words += chain && child == node.children[0] ? Inside(*child) : InWords(*child);
  return words;
}
std::string InWords(antlr4::tree::ParseTree& node) {
  if (auto* token = dynamic_cast<antlr4::tree::TerminalNode*>(&node)) {
    const size_t type = token->getSymbol()->getType();
    return std::to_string(type == antlr4::Token::EOF ? kEndOfText : type) + " ";
  }
  return "(" + std::to_string(dynamic_cast<antlr4::ParserRuleContext&>(node).getRuleIndex()) + " " + Inside(node) +
         ") ";
}

// "" for a text that is refused.
std::string AntlrTree(std::string_view text) {
  antlr4::ANTLRInputStream input{std::string(text)};
  Lexer lexer(&input);
  antlr4::CommonTokenStream tokens(&lexer);
  Parser parser(&tokens);
  parser.removeErrorListeners();
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(antlr4::atn::PredictionMode::SLL);
  antlr4::tree::ParseTree* script = parser.script();
  return parser.getNumberOfSyntaxErrors() > 0 ? "" : InWords(*script);
}

std::string OurTree(std::string_view text) {
  ParseTree tree{text, Tokens(text), {}};
  return TheParser().Parse(&tree) ? InWords(ParseNode(tree, 0)) : "";
}

// Queries of the manual and of the golden tests, and what fuzzing found: whole files, and their lines.
const std::vector<std::string>& Texts() {
  static const auto* texts = [] {
    auto* all = new std::vector<std::string>;
    const std::filesystem::path tests = test::InSourceTree("tests");
    for (const auto& folder : {tests / "golden", tests.parent_path() / "fuzz/corpus/parse"}) {
      for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() == ".cc" || file.path().extension() == ".h") continue;
        std::ifstream in(file.path(), std::ios::binary);
        std::string content(std::istreambuf_iterator<char>(in), {});
        for (size_t at = 0; at < content.size();) {
          const size_t end = std::min(content.find('\n', at), content.size());
          all->push_back(content.substr(at, end - at));
          at = end + 1;
        }
        if (content.size() < 10'000) all->push_back(std::move(content));
      }
    }
    std::erase_if(*all, [](const std::string& text) { return FindInvalidUtf8(text) != std::string::npos; });
    std::sort(all->begin(), all->end());  // folders have no order of their own
    all->erase(std::unique(all->begin(), all->end()), all->end());
    return all;
  }();
  return *texts;
}

bool OnlyWords(const std::vector<Token>& tokens) {
  return std::none_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.type == Lexer::UNKNOWN; });
}

size_t RunsOfTests(size_t usual) {
  const char* runs = std::getenv("MUSTER_PROPERTY_RUNS");
  return runs == nullptr ? usual : std::strtoul(runs, nullptr, 10);
}

TEST(AtnTest, TokensAndTreesAreThoseOfAntlr) {
  ASSERT_GT(Texts().size(), 500u);
  size_t accepted = 0;
  for (const std::string& text : Texts()) {
    ASSERT_EQ(InWords(text, Tokens(text)), TokensOfAntlr(text)) << text;
    if (!OnlyWords(Tokens(text))) continue;
    const std::string tree = AntlrTree(text);
    ASSERT_EQ(OurTree(text), tree) << text;
    accepted += tree.empty() ? 0 : 1;
    std::vector<Diagnostic> diagnostics;
    DescribeSyntaxErrors(text, &diagnostics);
    EXPECT_EQ(diagnostics.empty(), !tree.empty()) << text;
  }
  EXPECT_GT(accepted, 300u);
}

std::string Parsed(std::string_view text, Reader reader) {
  const ParseResult parsed = Parse(text, {}, reader);
  std::string words;
  for (const Statement& statement : parsed.statements) words += Print(statement) + "\n";
  return words + RenderDiagnostics(text, parsed.diagnostics);
}

// The switch: all is the same when ANTLR's own lexer and parser read the text.
TEST(AtnTest, TextsReadByAntlrAreTheSameStatements) {
  for (const std::string& text : Texts()) {
    ASSERT_EQ(Parsed(text, Reader::kTables), Parsed(text, Reader::kAntlr)) << text;
  }
}

// Characters are put in, left out and exchanged.
TEST(AtnTest, TokensOfGarbledTextsAreThoseOfAntlr) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"\"",     "'",      "[", "]",  "/",  ":",    "-", "--", ".", "1",      "P",
                                           "T",      "$",      "%", "\\", "\n", "{",    "}", "e",  "+", "<",      "=",
                                           "\u2264", "\u00A0", "µ", "é",  "你", "🙂", "A", "z",  " ", "2024-05"};
  for (size_t run = 0; run < RunsOfTests(3000); ++run) {
    std::string text = Texts()[random() % Texts().size()];
    if (text.size() > 300) continue;
    for (int change = 0; change < 4; ++change) {
      size_t at = random() % (text.size() + 1);
      while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
      const size_t cut = at < text.size() && random() % 2 == 0 ? ReadCodePoint(text, at).length : 0;
      text.replace(at, cut, random() % 3 == 0 ? "" : pieces[random() % pieces.size()]);
    }
    ASSERT_EQ(InWords(text, Tokens(text)), TokensOfAntlr(text)) << text;
  }
}

// Words are put in, left out and exchanged.
TEST(AtnTest, TreesOfGarbledTextsAreThoseOfAntlr) {
  std::mt19937 random(8);
  std::vector<std::string> queries;
  std::vector<std::string> words;
  for (const std::string& text : Texts()) {
    if (text.size() > 300 || !OnlyWords(Tokens(text)) || OurTree(text).empty()) continue;
    queries.push_back(text);
    for (const Token& token : Tokens(text)) words.push_back(text.substr(token.begin, token.end - token.begin));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  size_t accepted = 0;
  for (size_t run = 0; run < RunsOfTests(3000); ++run) {
    const std::string& query = queries[random() % queries.size()];
    std::vector<std::string> garbled;
    for (const Token& token : Tokens(query)) garbled.push_back(query.substr(token.begin, token.end - token.begin));
    for (size_t change = random() % 3; change < 3; ++change) {
      const auto at = garbled.begin() + static_cast<ptrdiff_t>(random() % garbled.size());
      switch (random() % 3) {
        case 0:
          garbled.insert(at, words[random() % words.size()]);
          break;
        case 1:
          *at = words[random() % words.size()];
          break;
        default:
          at->clear();
      }
    }
    std::string text;
    for (const std::string& word : garbled) text += word + " ";
    const std::string tree = AntlrTree(text);
    ASSERT_EQ(OurTree(text), tree) << text;
    accepted += tree.empty() ? 0 : 1;
  }
  EXPECT_GT(accepted, 100u);
}

// What is kept is bounded by the grammar, whatever the texts; and a few words ahead tell all there is to tell.
TEST(AtnTest, TheDfasAreSmall) {
  EXPECT_LE(atn::Lexer(atn::LexerAtn()).ComputeAll(), 1000u);
  const atn::Predictor::Extent extent = atn::Parser(atn::ParserAtn()).predictor().ComputeAll();
  EXPECT_LE(extent.states, 800u);
  EXPECT_LE(extent.tokens, 18);
}

// Names that Print does not quote must be read as names, so Keywords() has every token of the grammar that is none.
TEST(KeywordsTest, HaveAllThatCannotBeNames) {
  antlr4::ANTLRInputStream nothing{std::string()};
  const Lexer lexer(&nothing);
  int keywords = 0;
  for (size_t type = 1; type <= lexer.getVocabulary().getMaxTokenType(); ++type) {
    std::string word = absl::AsciiStrToLower(std::string(lexer.getVocabulary().getSymbolicName(type)));
    std::replace(word.begin(), word.end(), '_', '-');
    if (!HasErrors(Parse("count individuals where in cohort " + word).diagnostics)) continue;
    EXPECT_TRUE(IsKeyword(word)) << word;
    ++keywords;
  }
  EXPECT_GT(keywords, 20);
}

// Where a text is broken off or begins anew, readers of other threads must see whole states.
TEST(AtnTest, ThreadsShareTheDfas) {
  const atn::Lexer lexer(atn::LexerAtn());
  const atn::Parser parser(atn::ParserAtn());
  std::vector<std::thread> threads;
  std::vector<size_t> wrong(4);
  for (size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (const std::string& text : Texts()) {
        if (text.size() > 1000) continue;
        ParseTree tree{text, {}, {}};
        do {
          tree.tokens.push_back(lexer.Next(text, tree.tokens.empty() ? 0 : tree.tokens.back().end));
        } while (tree.tokens.back().type != kEndOfText);
        const std::string ours = parser.Parse(&tree) ? InWords(ParseNode(tree, 0)) : "";
        if (ours != OurTree(text)) ++wrong[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(wrong, testing::Each(0u));
}

}  // namespace
}  // namespace muster::grammar
