// Private to grammar/ and the binder: signs that texts have which were copied from documents, and that look like
// others.
#ifndef MUSTER_GRAMMAR_TEXT_PASTED_SIGNS_H_
#define MUSTER_GRAMMAR_TEXT_PASTED_SIGNS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace muster::grammar {

/// What to write in place of `found`, the bytes of one code point at `begin` in `text`: a blank for a thin space, a
/// code with its hyphen for one with a dash. Empty where it is no such sign.
std::string InPlaceOfPasted(std::string_view found, std::string_view text, size_t begin);

/// What is said of words with ligatures, which are one character for several letters; empty where there are none.
std::string InPlaceOfLigatures(std::string_view words);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_TEXT_PASTED_SIGNS_H_
