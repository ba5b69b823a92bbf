#include <algorithm>

#include "shell/synth/people/calendar.h"
#include "shell/synth/people/codes.h"
#include "shell/synth/people/draw_clinical.h"
#include "shell/synth/people/person.h"

namespace muster::synth {
namespace {

constexpr int kMaxAgeMonths = 1200;

Sex SexOf(RecordedSex sex, Rng& rng) {
  if (sex == RecordedSex::kFemale) return Sex::kFemale;
  if (sex == RecordedSex::kMale) return Sex::kMale;
  return rng.Chance(500) ? Sex::kFemale : Sex::kMale;
}

DiseaseEvent DrawDisease(const Profile& profile, int onset, int latest, Rng& rng) {
  DiseaseEvent event;
  event.profile = &profile;
  event.onset_months = onset;
  event.onset = Record(onset, latest, rng);
  const int draw = rng.Below(100);
  if (draw < 15 && profile.term->omim != 0) event.system = System::kOmim;
  if (draw >= 15 && draw < 30 && profile.term->orphanet != 0) event.system = System::kOrphanet;
  if (profile.disease->kind == Kind::kCancer && rng.Chance(800)) event.stage = &kStages[rng.Below(4)];
  return event;
}

bool Has(const Person& person, const Profile& profile) {
  return std::any_of(person.diseases.begin(), person.diseases.end(),
                     [&](const DiseaseEvent& event) { return event.profile == &profile; });
}

void DrawDiseases(const World& world, Sex sex, Rng& rng, Person& person) {
  const Kind kind = rng.Chance(850) ? person.cohort->kind : Kind::kCommon;
  // Relatives and population controls have no disease of their own.
  const bool affected = kind == Kind::kCommon ? rng.Chance(700) : rng.Chance(930);
  if (const FamilyMember* member = person.family_member()) {
    person.age_months = member->age_months;
    if (member->affected) {
      person.diseases.push_back(DrawDisease(*person.family->disease, member->onset_months, person.age_months, rng));
    }
  } else if (affected) {
    const Profile& main = world.DrawProfile(kind, sex, rng);
    const int onset = rng.Around(main.disease->onset_low, main.disease->onset_high);
    person.age_months = std::min(kMaxAgeMonths, onset + rng.Between(1, kind == Kind::kRare ? 240 : 180));
    person.diseases.push_back(DrawDisease(main, onset, person.age_months, rng));
  } else {
    person.age_months = rng.Between(216, 960);
  }
  // Common diseases of adults, besides.
  for (int chance = person.age_months > 600   ? 500
                    : person.age_months > 360 ? 200
                                              : 40;
       rng.Chance(chance); chance /= 2) {
    const Profile& other = world.DrawProfile(Kind::kCommon, sex, rng);
    const int low = other.disease->onset_low;
    if (low >= person.age_months || Has(person, other)) continue;
    const int onset = rng.Between(low, std::min(other.disease->onset_high, person.age_months));
    person.diseases.push_back(DrawDisease(other, onset, person.age_months, rng));
  }
  if (rng.Chance(120)) {
    const Profile& ruled_out = world.DrawProfile(kind, sex, rng);
    // Ruling out a disease rules out what is below it.
    const bool contradicts = std::any_of(
        person.diseases.begin(), person.diseases.end(),
        [&](const DiseaseEvent& event) { return World::IsAncestorOrSelf(*ruled_out.term, *event.profile->term); });
    if (!contradicts) {
      DiseaseEvent event;
      event.profile = &ruled_out;
      event.excluded = true;
      person.diseases.push_back(event);
    }
  }
}

void DrawVitalStatus(Rng& rng, Person& person) {
  const bool cancer = !person.diseases.empty() && person.diseases[0].profile->disease->kind == Kind::kCancer &&
                      !person.diseases[0].excluded;
  person.deceased = rng.Chance(cancer ? 220 : person.age_months > 840 ? 150 : 25);
  person.vital_recorded = person.deceased || rng.Chance(600);
  if (person.deceased && cancer) {
    person.survival_days = (person.age_months - person.diseases[0].onset_months) * 30 + rng.Below(30) + 1;
  }
}

void DrawInterpretation(Rng& rng, Person& person) {
  if (person.diseases.empty()) return;
  const DiseaseEvent& main = person.diseases[0];
  if (main.excluded || main.profile->disease->gene.symbol.empty() || !rng.Chance(800)) return;
  person.interpreted = &main;
  const int draw = rng.Below(100);
  person.interpretation = draw < 70 ? 0 : draw < 85 ? 1 : 2;
}

}  // namespace

void DrawPerson(const World& world, uint64_t seed, uint64_t number, Person& person) {
  Rng rng(seed, number);
  person.number = number;
  person.cohort = &world.DrawCohort(rng);
  person.family.reset();
  if (IsOfFamily(number)) {
    person.family = DrawFamily(world, seed, number);
    person.cohort = person.family->cohort;
  }
  person.diseases.clear();
  person.features.clear();
  person.measurements.clear();
  person.samples.clear();
  person.treatments.clear();
  person.procedures.clear();
  person.exposures.clear();
  person.consents.clear();
  person.interpreted = nullptr;
  person.died_of = nullptr;
  person.enrolled_months = kNever;
  person.ethnicity = nullptr;
  person.survival_days = 0;

  const int sex = rng.Below(1000);
  person.sex = sex < 505   ? RecordedSex::kFemale
               : sex < 990 ? RecordedSex::kMale
               : sex < 995 ? RecordedSex::kOther
                           : RecordedSex::kUnknown;
  if (const FamilyMember* member = person.family_member()) {
    person.sex = member->female ? RecordedSex::kFemale : RecordedSex::kMale;
  }
  person.karyotype = rng.Chance(250) && (person.sex == RecordedSex::kFemale || person.sex == RecordedSex::kMale);
  // Events point at diseases, so none is added afterwards.
  DrawDiseases(world, SexOf(person.sex, rng), rng, person);
  DrawVitalStatus(rng, person);

  const int visit_day = kDaysTo2025 - rng.Below(kDaysOfVisits);
  person.birth_day = (person.family ? person.family->visit_day : visit_day) - DaysOfMonths(person.age_months);
  person.birth_recorded = rng.Chance(750);
  const int form = rng.Below(100);
  person.last_encounter = form < 92 ? RecordAge(person.age_months) : Record(person.age_months, person.age_months, rng);
  DrawFeatures(world, rng, person);
  DrawMeasurements(rng, person);
  DrawSamples(rng, person);
  DrawTreatments(rng, person);
  DrawInterpretation(rng, person);
  DrawDetails(rng, person);
  DrawProcedures(rng, person);
  DrawExposures(rng, person);
  DrawConsents(rng, person);
}

}  // namespace muster::synth
