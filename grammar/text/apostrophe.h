// Apostrophes: in a query they are quotation marks.
#ifndef MUSTER_GRAMMAR_TEXT_APOSTROPHE_H_
#define MUSTER_GRAMMAR_TEXT_APOSTROPHE_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace muster::grammar {

/// Whether the apostrophe at byte `at`, ' or U+2019, ends the stem of a possessive: Huntington's, parents'.
bool IsPossessive(std::string_view text, size_t at);

/// What to write in place of the word with the apostrophe at byte `at`: a name in quotation marks, a relative with its
/// criterion, `not has`. Empty where it does not stand behind a letter.
std::string HintForApostrophe(std::string_view text, size_t at);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_TEXT_APOSTROPHE_H_
