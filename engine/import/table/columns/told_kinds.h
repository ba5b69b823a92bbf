// Columns of genotypes, filters, states of rows and kinds of diagnoses that no rule reads.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_TOLD_KINDS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_TOLD_KINDS_H_

#include <span>
#include <string>
#include <string_view>

#include "engine/import/record/rules/coded/coded_word.h"

namespace muster::import {

/// Beside variants: a genotype without the variant ("0/0", "hom_ref", "no call") in a column called so, or a filter
/// that some did not pass ("LowQual" beside "PASS").
CodedDenial FindNoCall(std::string_view name, std::span<const std::string> words);

/// Whether it says how many of the reads have the variant: "vaf", "alt_reads". (Not "af", which may be of a
/// population.)
bool IsNameOfAlleleShare(std::string_view name);
/// Whether these are levels of copies from -2 to 2, of which 0 is none changed.
bool AreCopyNumberLevels(std::string_view name, std::span<const std::string> words);

/// Rows that were deleted or are an earlier state, in a column called so: "D" beside "I" and "U" of an "action", a no
/// in "is_latest". `beside_states`: the table has drugs, diseases or the like, of which "is_current" says whether they
/// still are; of other rows, that another came in their place.
CodedDenial FindOldState(std::string_view name, std::span<const std::string> words, bool beside_states);

/// Beside diseases, in a column of kinds of diagnoses: those of a referral or an admission, working ones, and codes
/// that add to another (Denmark's A, H, M and +; HL7's A, W and F; PCORnet's AD and IN).
CodedDenial FindKindOfDiagnosis(std::string_view name, std::span<const std::string> words);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_TOLD_KINDS_H_
