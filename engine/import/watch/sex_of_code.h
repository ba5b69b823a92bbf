// Diseases and procedures that only men, or only women, have: cancer of the prostate, a birth; and those of people
// whose sex is not that of their chromosomes.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_SEX_OF_CODE_H_
#define MUSTER_ENGINE_IMPORT_WATCH_SEX_OF_CODE_H_

#include <string_view>

namespace muster::import {

enum class SexOfCode {
  kAny,  ///< of both, or not known
  kMen,
  kWomen,
  kMayDiffer,  ///< of people whose chromosomes or organs may be those of the other sex: androgen insensitivity
};

/// Of a normalised code of ICD-10, ICD-9, ICD-O's places, OPCS-4, OPS, and of some frequent terms of SNOMED CT, MONDO,
/// NCIT, HPO, ORPHA and OMIM.
SexOfCode FindSexOfCode(std::string_view code);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_SEX_OF_CODE_H_
