// The allelic state of a variant, which sources write by codes of GENO, by answers of LOINC, and by words.
#ifndef MUSTER_ENGINE_MODEL_CODES_ZYGOSITY_H_
#define MUSTER_ENGINE_MODEL_CODES_ZYGOSITY_H_

#include <string_view>

namespace muster::model {

struct Zygosity {
  std::string_view code;  ///< of GENO
  std::string_view label;
};

/// The allelic state of a LOINC code, or of a word in place of a code: "LOINC:LA6706-1", "heterozygous", "het" ->
/// GENO:0000135. Null for others, also for codes of GENO.
const Zygosity* ZygosityOf(std::string_view text);

/// Whether it is a code of GENO for the allelic state of a variant, and not for the reference or an unknown one.
bool IsZygosity(std::string_view code);

/// Whether a text in place of an allelic state, or of the gene, says that there is no variant, or that none was called:
/// "0/0", "./.", "hom ref", "wild type", "no mutation", "not detected", GENO's codes of reference and wild type. False
/// for genotypes in letters, which do not say.
bool SaysNoVariant(std::string_view text);

/// Whether such a text says that none was called, so that nobody knows: "pending", "failed", "low coverage".
bool SaysNotCalled(std::string_view text);

/// Whether a text in place of an HGVS expression or a label says so, too: "c.=", "NM_1.1:c.76=", "p.(=)", "no
/// pathogenic variant identified", "V617F not detected". "p.Leu54=" is a variant that changes no protein. False where
/// another change stands beside the one that is denied: "KRAS G12D / NRAS wt".
bool HgvsSaysNoVariant(std::string_view text);

/// Whether an expression says no more than that the protein is the same: "p.=", "p.(=)". The DNA may be changed.
bool IsEqualProtein(std::string_view text);

/// Whether a text has a change, or the place of one, in it: "SCN1A c.384-5T>G", "rs123", "p.Leu54=". Only of a text
/// that does not say by itself that there is no variant: "c.76=" names a place.
bool NamesChange(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_ZYGOSITY_H_
