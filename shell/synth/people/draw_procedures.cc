#include <algorithm>

#include "shell/synth/people/codes.h"
#include "shell/synth/people/diseases.h"
#include "shell/synth/people/draw_clinical.h"

namespace muster::synth {
namespace {

constexpr Code kColectomy = {"SNOMED:23968004", "Colectomy"};
constexpr Code kBreastExcision = {"SNOMED:69031006", "Excision of breast tissue"};
constexpr Code kLobectomy = {"SNOMED:173171007", "Lobectomy of lung"};
constexpr Code kProstatectomy = {"SNOMED:90470006", "Prostatectomy"};
constexpr Code kOophorectomy = {"SNOMED:83152002", "Oophorectomy"};
constexpr Code kRadiation = {"NCIT:C15313", "Radiation Therapy"};
constexpr Code kAppendectomy = {"SNOMED:80146002", "Appendectomy"};
constexpr Code kEchocardiography = {"SNOMED:40701008", "Echocardiography"};
constexpr Code kHeart = {"UBERON:0000948", "heart"};
constexpr Code kAppendix = {"UBERON:0001154", "vermiform appendix"};

const Code* SurgeryFor(int disease) {
  switch (disease) {
    case kColorectalCancer:
      return &kColectomy;
    case kBreastCancer:
      return &kBreastExcision;
    case kLungCancer:
      return &kLobectomy;
    case kProstateCancer:
      return &kProstatectomy;
    case kOvarianCancer:
      return &kOophorectomy;
    default:
      return nullptr;
  }
}

}  // namespace

void DrawProcedures(Rng& rng, Person& person) {
  for (const DiseaseEvent& event : person.diseases) {
    if (event.excluded) continue;
    const int disease = event.profile->disease->disease;
    const auto later = [&](int months) {
      return std::min(person.age_months, event.onset_months + rng.Between(0, months));
    };
    if (const Code* surgery = SurgeryFor(disease); surgery != nullptr && rng.Chance(600)) {
      person.procedures.push_back({surgery, SiteOfCancer(disease), later(12)});
      if (rng.Chance(350)) person.procedures.push_back({&kRadiation, SiteOfCancer(disease), later(18)});
    }
    if (disease == kCoronaryArtery && rng.Chance(700)) {
      person.procedures.push_back({&kEchocardiography, &kHeart, later(24)});
    }
  }
  if (rng.Chance(50) && person.age_months > 96) {
    person.procedures.push_back({&kAppendectomy, &kAppendix, rng.Between(72, person.age_months)});
  }
}

}  // namespace muster::synth
