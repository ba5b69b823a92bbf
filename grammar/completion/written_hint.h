// Whether what a hint says to write can be read: a hint never writes what is an error itself.
#ifndef MUSTER_GRAMMAR_COMPLETION_WRITTEN_HINT_H_
#define MUSTER_GRAMMAR_COMPLETION_WRITTEN_HINT_H_

#include <optional>
#include <string_view>

namespace muster::grammar {

/// Whether each statement and each criterion that the hint writes, behind the word `write`, is one of the language:
/// write has disease "..." with stage is "Stage III", where that is recorded. `...` stands for whatever may stand
/// there, and words behind a comma, a semicolon or a colon may be an explanation. Nullopt where it writes neither. What
/// names mean is not looked at.
std::optional<bool> CanBeRead(std::string_view hint);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_COMPLETION_WRITTEN_HINT_H_
