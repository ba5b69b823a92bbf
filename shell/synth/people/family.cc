#include "shell/synth/people/family.h"

#include <algorithm>

#include "shell/synth/people/calendar.h"

namespace muster::synth {
namespace {

// Streams of families; those of individuals are their numbers.
constexpr uint64_t kFamilies = uint64_t{1} << 63;
constexpr int kOldestChild = 420;  // months

void DrawParent(const Family& family, int youngest, int oldest, Rng& rng, FamilyMember& parent) {
  const DiseaseProfile& disease = *family.disease->disease;
  parent.age_months = family.members[0].age_months + rng.Between(youngest, oldest);
  parent.onset_months = rng.Around(disease.onset_low, disease.onset_high);
  const Sex sex = parent.female ? Sex::kFemale : Sex::kMale;
  const bool inherited = rng.Chance(150);
  parent.affected =
      inherited && (disease.sex == Sex::kAny || disease.sex == sex) && parent.onset_months < parent.age_months;
}

}  // namespace

Family DrawFamily(const World& world, uint64_t seed, uint64_t number) {
  Family family;
  family.proband = number - number % kPeopleBetweenFamilies;
  Rng rng(seed, kFamilies | family.proband);
  family.cohort = &world.DrawCohort(rng);
  family.visit_day = kDaysTo2025 - rng.Below(kDaysOfVisits);
  FamilyMember& child = family.members[0];
  child.female = rng.Chance(500);
  child.affected = true;
  // Many rare diseases begin in childhood.
  do {
    family.disease = &world.DrawProfile(Kind::kRare, child.female ? Sex::kFemale : Sex::kMale, rng);
    const DiseaseProfile& disease = *family.disease->disease;
    child.onset_months = rng.Around(disease.onset_low, disease.onset_high);
  } while (child.onset_months >= kOldestChild);
  child.age_months = std::min(kOldestChild, child.onset_months + rng.Between(1, 120));
  family.members[1].female = true;
  DrawParent(family, 216, 480, rng, family.members[1]);
  DrawParent(family, 228, 540, rng, family.members[2]);
  return family;
}

}  // namespace muster::synth
