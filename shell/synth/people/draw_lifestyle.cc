// Exposures and consents.
#include <algorithm>

#include "shell/synth/people/calendar.h"
#include "shell/synth/people/codes.h"
#include "shell/synth/people/diseases.h"
#include "shell/synth/people/draw_clinical.h"

namespace muster::synth {
namespace {

constexpr int kYoungestSmoker = 168;  // months

void DrawSmoking(Rng& rng, Person& person) {
  ExposureEvent smoking;
  smoking.agent = &kSmoking;
  const bool lungs = FindDisease(person, kLungCancer) != nullptr;
  smoking.excluded = rng.Chance(lungs ? 150 : 550);
  if (!smoking.excluded) {
    smoking.start_months = rng.Between(kYoungestSmoker, std::min(360, person.age_months));
    smoking.years = rng.Between(1, std::max(1, (person.age_months - smoking.start_months) / 12));
    smoking.unit = &kPackYear;
    // Half a packet to two packets a day.
    smoking.value = smoking.years * rng.Between(5, 20);
  }
  person.exposures.push_back(smoking);
}

}  // namespace

void DrawExposures(Rng& rng, Person& person) {
  if (person.age_months < 216) return;
  if (rng.Chance(450)) DrawSmoking(rng, person);
  if (rng.Chance(150)) {
    ExposureEvent alcohol;
    alcohol.agent = &kAlcohol;
    alcohol.excluded = rng.Chance(250);
    if (!alcohol.excluded) alcohol.start_months = rng.Between(192, person.age_months);
    person.exposures.push_back(alcohol);
  }
}

void DrawConsents(Rng& rng, Person& person) {
  if (!rng.Chance(400)) return;
  const int visit = person.birth_day + DaysOfMonths(person.age_months);
  const int day = std::max(person.birth_day, visit - rng.Below(1500));
  person.consents.push_back({"aggregate query", "granted", day, nullptr});
  if (rng.Chance(600)) {
    const int draw = rng.Below(100);
    const std::string_view status = draw < 80 ? "granted" : draw < 94 ? "refused" : "withdrawn";
    person.consents.push_back({"subject-level query", status, day, nullptr});
  }
  if (rng.Chance(400)) {
    person.consents.push_back({"secondary use", rng.Chance(850) ? "granted" : "refused", std::min(visit, day + 30),
                               rng.Chance(500) ? &kHealthResearch : &kGeneralResearch});
  }
}

}  // namespace muster::synth
