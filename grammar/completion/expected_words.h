// The keywords that the grammar allows behind the beginning of a text, for completion.
#ifndef MUSTER_GRAMMAR_COMPLETION_EXPECTED_WORDS_H_
#define MUSTER_GRAMMAR_COMPLETION_EXPECTED_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::grammar {

struct ExpectedWords {
  /// Keywords and operators in lower case; those that only others can follow, with them: "in bands of", "at least".
  std::vector<std::string> keywords;
  bool name = false;    ///< a word that is no keyword: an entity, a field, a value, the name of a record
  bool term = false;    ///< a code or a quoted name
  bool number = false;  ///< a number
  bool unit = false;    ///< a unit, behind a number
};

/// What may follow `before`, of which the last word is whole. Nothing where `before` is no beginning of a text. It is
/// looked at from the last `;` on. Thread-safe. Follows every way through the grammar at once, up to a bound on the
/// words and ways, beyond which it says nothing.
ExpectedWords ExpectedBehind(std::string_view before);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_COMPLETION_EXPECTED_WORDS_H_
