// A text that one small mistake makes unreadable: a misspelt keyword, one that is missing, a blank within a sign.
#ifndef MUSTER_GRAMMAR_COMPLETION_ONE_MISTAKE_H_
#define MUSTER_GRAMMAR_COMPLETION_ONE_MISTAKE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace muster::grammar {

/// "did you mean before in place of befor?", of the word at byte `begin` of `text`, which cannot stand there, or of one
/// of the few before it in its statement: one that is a keyword but for a letter or two, or two keywords without a
/// blank, where with the keyword the whole statement can be read. (A misspelt keyword is read as part of a name, so
/// that the error comes some words later.)
std::optional<std::string> MisspeltKeyword(std::string_view text, size_t begin);

/// What to write when a keyword is missing in front of byte `begin`, with which the whole statement can be read: "write
/// and has".
std::optional<std::string> MissingKeyword(std::string_view text, size_t begin);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_COMPLETION_ONE_MISTAKE_H_
