#include "grammar/completion/readable.h"

#include "grammar/atn/atn.h"
#include "grammar/atn/lexer.h"
#include "grammar/atn/parse_tree.h"
#include "grammar/atn/parser.h"
#include "grammar/generated/CohortQueryParser.h"

namespace muster::grammar {

bool IsReadable(const std::string& text) {
  static const auto* parser = new atn::Parser(atn::ParserAtn());
  ParseTree tree{text, {}, {}};
  Token token;
  do {
    token = atn::SharedLexer().Next(text, token.end);
    if (token.type == generated::CohortQueryParser::UNKNOWN) return false;
    tree.tokens.push_back(token);
  } while (token.type != kEndOfText);
  return parser->Parse(&tree);
}

}  // namespace muster::grammar
