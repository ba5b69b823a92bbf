// The behaviour of a tumour: the digit behind the slash of a morphology of ICD-O.
#ifndef MUSTER_ENGINE_MODEL_CODES_TUMOUR_BEHAVIOUR_H_
#define MUSTER_ENGINE_MODEL_CODES_TUMOUR_BEHAVIOUR_H_

#include <string_view>

namespace muster::model {

/// "in situ" of "2", "/2" and "in situ", "malignant" of 3, "benign", "uncertain whether malignant", "metastatic" or
/// "malignant, primary or metastatic" of 0, 1, 6 and 9; empty of what says no behaviour.
std::string_view TumourBehaviour(std::string_view text);

/// The same of a whole morphology: "8500/2", "M8500/2", "ICDO3:8500/2", "85002", with a grade behind it or not. Empty
/// of other texts, and where the behaviour is missing.
std::string_view BehaviourOfMorphology(std::string_view text);

/// Whether such a meaning is that of a malignant tumour that is not known to be a metastasis.
inline bool IsMalignantPrimary(std::string_view meaning) { return meaning.starts_with("malignant"); }

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_TUMOUR_BEHAVIOUR_H_
