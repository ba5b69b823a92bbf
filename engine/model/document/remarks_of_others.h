// Remarks of an import that quote individuals of other imports.
#ifndef MUSTER_ENGINE_MODEL_DOCUMENT_REMARKS_OF_OTHERS_H_
#define MUSTER_ENGINE_MODEL_DOCUMENT_REMARKS_OF_OTHERS_H_

#include <string_view>

namespace muster::model {

inline constexpr std::string_view kPersonIdContradicts =
    "person id of another individual whose sex or date of birth contradicts this one's, not taken";
inline constexpr std::string_view kPersonIdDiffers =
    "person id of individuals in several datasets who differ in sex or in date of birth: they count as one person";
inline constexpr std::string_view kPersonIdAlike =
    "person id that is like another: zeros at the front, .0, capitals, hyphens, blanks or accents";
inline constexpr std::string_view kPersonIdAlikeEarlier =
    "person id that is like one of an earlier import: zeros at the front, .0, capitals, hyphens, blanks or accents";
inline constexpr std::string_view kIdsOfAnotherDataset = "individuals whose ids another dataset has";
inline constexpr std::string_view kSamePeople =
    "new individual with the sex, the date of birth and the dated records of one who was there under another id";

/// Their kinds (`what`). The quoted values may be of people in another dataset, and would not be removed when these are
/// deleted; so the catalogue stores only the counts of these remarks.
inline constexpr std::string_view kRemarksOfOthers[] = {kPersonIdContradicts,  kPersonIdDiffers,     kPersonIdAlike,
                                                        kPersonIdAlikeEarlier, kIdsOfAnotherDataset, kSamePeople};

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_DOCUMENT_REMARKS_OF_OTHERS_H_
