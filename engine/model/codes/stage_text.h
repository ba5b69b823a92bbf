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

/// The stage, or the part of a classification, that is meant by a name with other words in it: "Stage IIIB" of "Stage
/// IIIB Breast Cancer AJCC v8", "T2" of "T2 Stage Finding"; also of the text alone. "" where there is none, or are
/// several.
std::string StageIn(std::string_view name);

/// Whether `other` is `stage` or one of its parts, whoever has found it: "Stage IIA" is of "Stage II", "pT2a" of "T2".
bool IsStageOf(std::string_view other, std::string_view stage);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_STAGE_TEXT_H_
