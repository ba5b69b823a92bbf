// Private to grammar/: tokens and parse tree of a text by ANTLR's own lexer and parser, for Reader::kAntlr.
#ifndef MUSTER_GRAMMAR_ANTLR_ANTLR_PARSER_H_
#define MUSTER_GRAMMAR_ANTLR_ANTLR_PARSER_H_

#include <string_view>
#include <vector>

#include "grammar/atn/parse_tree.h"
#include "grammar/atn/token.h"

namespace muster::grammar {

/// The tokens of `text`, which is UTF-8, as atn::Lexer has them; the last one is kEndOfText.
std::vector<Token> AntlrTokens(std::string_view text);

/// Adds the entries of tree->text as atn::Parser does. False when the text is not in the language. Recursive: the depth
/// of the text must have been checked.
bool AntlrParse(ParseTree* tree);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_ANTLR_ANTLR_PARSER_H_
