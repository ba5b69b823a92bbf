#include "grammar/antlr/antlr_parser.h"

#include <string>

#include "antlr4-runtime.h"
#include "grammar/antlr/antlr_source.h"
#include "grammar/generated/CohortQueryLexer.h"
#include "grammar/generated/CohortQueryParser.h"

namespace muster::grammar {
namespace {

using Generated = generated::CohortQueryParser;

// Appends ANTLR's tree to a ParseTree, node by node.
class Converter {
 public:
  explicit Converter(ParseTree* tree) : tree_(*tree) {}

  void Add(antlr4::tree::ParseTree& node) {
    const auto index = static_cast<uint32_t>(tree_.entries.size());
    if (auto* token = dynamic_cast<antlr4::tree::TerminalNode*>(&node)) {
      const size_t type = token->getSymbol()->getType();
      const bool end = type == antlr4::Token::EOF;
      tree_.entries.push_back({end ? kEndOfText : static_cast<uint16_t>(type), true, at_, at_ + 1, index + 1});
      if (!end) ++at_;
      return;
    }
    const size_t rule = dynamic_cast<antlr4::ParserRuleContext&>(node).getRuleIndex();
    tree_.entries.push_back({static_cast<uint16_t>(rule), false, at_, at_, 0});
    AddChildren(node);
    tree_.entries[index].end = at_;
    tree_.entries[index].next = static_cast<uint32_t>(tree_.entries.size());
  }

 private:
  // ANTLR nests the operators of an expression to the left; a ParseTree has them as siblings.
  void AddChildren(antlr4::tree::ParseTree& node) {
    const bool chain =
        dynamic_cast<Generated::AndContext*>(&node) != nullptr || dynamic_cast<Generated::OrContext*>(&node) != nullptr;
    for (auto* child : node.children) {
      if (chain && child == node.children[0]) {
        AddChildren(*child);
      } else {
        Add(*child);
      }
    }
  }

  ParseTree& tree_;
  uint32_t at_ = 0;  // tokens before the next node
};

}  // namespace

std::vector<Token> AntlrTokens(std::string_view text) {
  const AntlrSource source(text);
  antlr4::ANTLRInputStream input{std::string(text)};
  generated::CohortQueryLexer lexer(&input);
  lexer.removeErrorListeners();
  std::vector<Token> tokens;
  for (const auto& token : lexer.getAllTokens()) {
    const Span span = source.SpanOf(*token);
    tokens.push_back(
        {static_cast<uint16_t>(token->getType()), static_cast<uint32_t>(span.begin), static_cast<uint32_t>(span.end)});
  }
  tokens.push_back({kEndOfText, static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size())});
  return tokens;
}

bool AntlrParse(ParseTree* tree) {
  antlr4::ANTLRInputStream input{std::string(tree->text)};
  generated::CohortQueryLexer lexer(&input);
  lexer.removeErrorListeners();
  antlr4::CommonTokenStream tokens(&lexer);
  Generated parser(&tokens);
  parser.removeErrorListeners();
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(antlr4::atn::PredictionMode::SLL);
  antlr4::tree::ParseTree* script = parser.script();
  if (parser.getNumberOfSyntaxErrors() > 0) return false;
  Converter(tree).Add(*script);
  return true;
}

}  // namespace muster::grammar
