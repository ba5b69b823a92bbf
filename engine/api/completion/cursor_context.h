// Private to api/: which kind of word the grammar allows at the cursor, judged by the words before it.
#ifndef MUSTER_ENGINE_API_COMPLETION_CURSOR_CONTEXT_H_
#define MUSTER_ENGINE_API_COMPLETION_CURSOR_CONTEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace muster::api {

/// A word, in lower case, or one character of another kind. A quoted text is `"`.
struct CursorWord {
  std::string text;
  size_t begin = 0;  ///< in the text
};

/// Whether a byte belongs to words, numbers and codes.
bool IsWordByte(char c);

/// The words of the statement that `before` ends in; what other statements and comments say is left out.
std::vector<CursorWord> WordsBefore(std::string_view before);

enum class CursorContext {
  kStatement,  ///< a statement begins
  kShown,      ///< behind `show`
  kDescribed,  ///< behind `describe`
  kCounted,    ///< entities that are counted or listed
  kHas,        ///< the entity behind `has`
  kTerm,       ///< the term behind the entity of `has`, or what may follow instead
  kValue,      ///< what a field is compared with
  kAnything,   ///< too many possibilities
};
/// Whether `words` end in `or` or `except` behind a term of `has`, where another term may stand.
bool BehindOrOfTerm(const std::vector<CursorWord>& words);

CursorContext ContextBehind(const std::vector<CursorWord>& words);

/// `words` up to the `in` whose parenthesis is open at their end; all of them if there is none.
std::vector<CursorWord> OutsideList(std::vector<CursorWord> words);

}  // namespace muster::api

#endif  // MUSTER_ENGINE_API_COMPLETION_CURSOR_CONTEXT_H_
