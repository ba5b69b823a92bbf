// Whether a diagnosis is one of a tumour.
#ifndef MUSTER_ENGINE_MODEL_CODES_NEOPLASM_H_
#define MUSTER_ENGINE_MODEL_CODES_NEOPLASM_H_

#include <string_view>

namespace muster::model {

/// True for a code that its system has among the neoplasms (ICD-10 C00 to D48, ICD-9 140 to 239, a morphology of
/// ICD-O), and for a label that calls a tumour by name and does not deny it ("Lung adenocarcinoma"; not "negative for
/// malignancy"). `code` is normalised. Of others it is not known.
bool IsNeoplasm(std::string_view code, std::string_view label);

/// Whether the label says that there is no tumour, or nothing pathological: "Normal", "Benign", "no evidence of
/// disease".
bool DeniesTumour(std::string_view label);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_NEOPLASM_H_
