// Terms as pages show them and people paste them: web addresses of terms, and a code and its label with a sign between.
#ifndef MUSTER_GRAMMAR_TEXT_PASTED_TERMS_H_
#define MUSTER_GRAMMAR_TEXT_PASTED_TERMS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace muster::grammar {

/// What to write in place of a term around the character at byte `at` of `text`, which the language does not have:
/// http://purl.obolibrary.org/obo/HP_0001250, HP:0001250 - Seizure, SNOMED:22298006 |Myocardial infarction|. Empty
/// where it is no part of one.
std::string InPlaceOfPastedTerm(std::string_view text, size_t at);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_TEXT_PASTED_TERMS_H_
