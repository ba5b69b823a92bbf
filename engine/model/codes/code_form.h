// Whether a code can be one of its system, for those systems whose codes have a form.
#ifndef MUSTER_ENGINE_MODEL_CODES_CODE_FORM_H_
#define MUSTER_ENGINE_MODEL_CODES_CODE_FORM_H_

#include <string_view>

namespace muster::model {

enum class CodeForm {
  kUnknownSystem,  ///< the prefix is not known here
  kWellFormed,     ///< the code may exist
  kMalformed,      ///< the system has no such code
  kBadCheckDigit,  ///< the same, of a code of LOINC or SNOMED whose last digit does not fit the others: one is wrong
};

/// `code` normalised (NormalizeCode).
CodeForm FormOf(std::string_view code);

/// Whether it is the id of a description of SNOMED CT, of one of the terms of a concept, and no concept: the two digits
/// before the last say so. `code` normalised.
bool IsDescriptionOfSnomed(std::string_view code);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_CODE_FORM_H_
