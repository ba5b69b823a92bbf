// Texts in place of a gene or of an HGVS expression, which name neither.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_VARIANT_TEXT_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_VARIANT_TEXT_H_

#include <string_view>

namespace muster::import {

/// Whether `text` is no name of one gene: the state of a test ("pending", "o.B."), several genes or other words
/// ("SCN1A, SCN2A", "SCN1A neg", "WES negative"). Symbols of genes and codes (HGNC:10585) have neither blanks nor
/// separators.
bool IsNoGene(std::string_view text);
/// Whether `text` names no change of a sequence: the state of a test, a code of a disease ("OMIM:154700"), a date, the
/// karyotype of everybody ("46,XX"), or words without any number. (Older names, such as F508del, do.)
bool IsNoExpression(std::string_view text);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_VARIANT_TEXT_H_
