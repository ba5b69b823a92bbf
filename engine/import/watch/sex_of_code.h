// Diseases and procedures that only men, or only women, have: cancer of the prostate, a birth.
#ifndef MUSTER_ENGINE_IMPORT_WATCH_SEX_OF_CODE_H_
#define MUSTER_ENGINE_IMPORT_WATCH_SEX_OF_CODE_H_

#include <string_view>

namespace muster::import {

enum class SexOfCode {
  kAny,  ///< of both, or not known
  kMen,
  kWomen,
};

/// Of a normalised code of ICD-10, ICD-9, ICD-O's places, OPCS-4, OPS, and of some frequent terms of SNOMED CT, MONDO,
/// NCIT and HPO.
SexOfCode FindSexOfCode(std::string_view code);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_WATCH_SEX_OF_CODE_H_
