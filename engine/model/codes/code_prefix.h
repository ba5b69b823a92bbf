// Prefixes of code systems, in the spellings that are in use.
#ifndef MUSTER_ENGINE_MODEL_CODES_CODE_PREFIX_H_
#define MUSTER_ENGINE_MODEL_CODES_CODE_PREFIX_H_

#include <string_view>
#include <vector>

namespace muster::model {

/// How the part after the prefix is written.
enum class CodeStyle {
  kAny,
  kSevenDigits,  // numbers of OBO ontologies
  kIcd10,
  kIcd9,
  kIcdO,
  kOpcs,
  kUpper,     // letters in upper case, as of ATC
  kConcept,   // a letter and digits, as of NCIT and UMLS
  kDrugBank,  // "DB" and five digits
  kNdc,
  kEightDigits,
  kCcam,
  kNcsp,
  kIcpc,
  kRead,
};

struct CodePrefix {
  std::string_view spelling;
  CodeStyle style;
};

/// The system of a prefix as it is written ("hp", "SNOMEDCT_US_2020_09_01", "ICD-10-GM 2023"); null: it is not known.
const CodePrefix* FindCodePrefix(std::string_view text);

/// Of a system that is not among those, but known ("unii", "Pubchem.compound"): the spelling of its prefix; "" of
/// others.
std::string_view SpellingOfOtherSystem(std::string_view prefix);

/// Every prefix that these know, as it is looked up, in order: what a change of the tables changes.
std::vector<std::string_view> KnownPrefixes();

/// Whether both are known, and one.
bool IsSameSystem(const CodePrefix* a, const CodePrefix* b);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_CODE_PREFIX_H_
