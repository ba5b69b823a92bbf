// Diseases (MONDO) that decide on treatments, procedures, tissues and measurements.
#ifndef MUSTER_SHELL_SYNTH_PEOPLE_DISEASES_H_
#define MUSTER_SHELL_SYNTH_PEOPLE_DISEASES_H_

#include "shell/synth/people/person.h"

namespace muster::synth {

inline constexpr int kType2Diabetes = 5148;
inline constexpr int kType1Diabetes = 5147;
inline constexpr int kCoronaryArtery = 5010;
inline constexpr int kHypercholesterolemia = 5439;
inline constexpr int kHypertension = 5044;
inline constexpr int kKidney = 5300;
inline constexpr int kObesity = 11122;
inline constexpr int kCovid = 100096;
inline constexpr int kDuchenne = 10679;
inline constexpr int kBreastCancer = 7254;
inline constexpr int kColorectalCancer = 5575;
inline constexpr int kMelanoma = 5105;
inline constexpr int kLungCancer = 8903;
inline constexpr int kLeukemia = 18874;
inline constexpr int kProstateCancer = 8315;
inline constexpr int kOvarianCancer = 8170;

/// The person's event of the disease, or null when they do not have it.
const DiseaseEvent* FindDisease(const Person& person, int disease);

/// Where a cancer begins; null for other diseases.
const Code* SiteOfCancer(int disease);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_PEOPLE_DISEASES_H_
