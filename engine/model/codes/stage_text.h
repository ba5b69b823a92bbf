// Stages of tumours as texts: "IIIb" and "Stage IIIB", "T2N0M0" and "pT2a pN0".
#ifndef MUSTER_ENGINE_MODEL_CODES_STAGE_TEXT_H_
#define MUSTER_ENGINE_MODEL_CODES_STAGE_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::model {

/// "Stage IIIB" of "IIIb", "stage iiib" and "Stadium IIIB"; "" of what is no stage by a Roman number alone. Arabic
/// numbers stand for stages of other diseases as well.
std::string StageOf(std::string_view text);

/// The parts of a classification of tumours, each in its usual spelling: "pT2a" and "pN0" of "PT2A, pn0". Empty where
/// the text has anything else.
std::vector<std::string> TnmOf(std::string_view text);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_STAGE_TEXT_H_
