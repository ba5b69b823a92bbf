// Trios: a child with mother and father. Each of them is drawn from its own random stream; what the three share comes
// from a stream of the family, so that each can be drawn without the others.
#ifndef MUSTER_SHELL_SYNTH_PEOPLE_FAMILY_H_
#define MUSTER_SHELL_SYNTH_PEOPLE_FAMILY_H_

#include <array>
#include <cstdint>

#include "shell/synth/people/world.h"

namespace muster::synth {

enum class Kinship { kProband, kMother, kFather };

struct FamilyMember {
  bool female = false;
  bool affected = false;
  int age_months = 0;    ///< at the visit that all three came to
  int onset_months = 0;  ///< of the family's disease, when affected
};

struct Family {
  uint64_t proband = 0;  ///< the number of the child; mother and father have the next two
  const Cohort* cohort = nullptr;
  const Profile* disease = nullptr;
  int visit_day = 0;                      ///< days since 1900-01-01
  std::array<FamilyMember, 3> members{};  ///< by Kinship
};

inline constexpr uint64_t kPeopleBetweenFamilies = 50;

/// True when individual `number` is of a family; then they are its member `number % kPeopleBetweenFamilies`.
constexpr bool IsOfFamily(uint64_t number) { return number % kPeopleBetweenFamilies < 3; }

/// The family of individual `number`, who must have one.
Family DrawFamily(const World& world, uint64_t seed, uint64_t number);

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_PEOPLE_FAMILY_H_
