#include "shell/synth/people/diseases.h"

#include "shell/synth/people/codes.h"

namespace muster::synth {

const DiseaseEvent* FindDisease(const Person& person, int disease) {
  for (const DiseaseEvent& event : person.diseases) {
    if (!event.excluded && event.profile->disease->disease == disease) return &event;
  }
  return nullptr;
}

const Code* SiteOfCancer(int disease) {
  switch (disease) {
    case kBreastCancer:
      return &kBreast;
    case kColorectalCancer:
      return &kColon;
    case kMelanoma:
      return &kSkin;
    case kLungCancer:
      return &kLung;
    case kLeukemia:
      return &kBoneMarrow;
    case kProstateCancer:
      return &kProstate;
    case kOvarianCancer:
      return &kOvary;
    default:
      return nullptr;
  }
}

}  // namespace muster::synth
