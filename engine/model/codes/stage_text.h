// Stages of tumours as texts: "IIIb" and "Stage IIIB", "T2N0M0" and "pT2a pN0".
#ifndef MUSTER_ENGINE_MODEL_CODES_STAGE_TEXT_H_
#define MUSTER_ENGINE_MODEL_CODES_STAGE_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::model {

/// "Stage IIIB" for "IIIb", "stage iiib" and "Stadium IIIB"; "" for texts that are not a stage by a Roman numeral.
/// Arabic numerals are not accepted, as they are also stages of other diseases. An edition or parts of a classification
/// may stand behind it, "III (AJCC 7)", but nothing else: "III (excluded)".
std::string StageOf(std::string_view text);

/// The parts of a classification of tumours, each in its usual spelling: "pT2a" and "pN0" of "PT2A, pn0". Empty where
/// the text has anything else.
std::vector<std::string> TnmOf(std::string_view text);

/// The stage, or the part of a classification, in a name with other words: "Stage IIIB" in "Stage IIIB Breast Cancer
/// AJCC v8", "T2" in "T2 Stage Finding"; or the whole text. "" if there is none, or several.
std::string StageIn(std::string_view name);

/// Whether `other` is `stage` or one of its substages, by whatever examination: "Stage IIA" of "Stage II", "pT2a" of
/// "T2".
bool IsStageOf(std::string_view other, std::string_view stage);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_CODES_STAGE_TEXT_H_
