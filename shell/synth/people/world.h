// What all synthetic people of one seed share: the terms, looked up once, and the cohorts.
#ifndef MUSTER_SHELL_SYNTH_PEOPLE_WORLD_H_
#define MUSTER_SHELL_SYNTH_PEOPLE_WORLD_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shell/synth/people/rng.h"
#include "shell/synth/people/terms.h"

namespace muster::synth {

/// A profile with its terms looked up.
struct Profile {
  const DiseaseProfile* disease = nullptr;
  const DiseaseTerm* term = nullptr;
  std::vector<int> features;  ///< numbers in World::phenotypes()
};

struct Cohort {
  std::string name;
  std::string_view country;  ///< ISO 3166-1 alpha-2
  Kind kind = Kind::kRare;
};

/// Immutable after construction; may be used by several threads.
class World {
 public:
  explicit World(uint64_t seed);

  const std::vector<Cohort>& cohorts() const { return cohorts_; }
  std::span<const PhenotypeTerm> phenotypes() const { return PhenotypeTerms(); }
  /// True when phenotype number `ancestor` is `term` or above it.
  bool IsAncestorOrSelf(int ancestor, int term) const { return ancestors_[term][ancestor]; }
  /// True when disease `ancestor` is `term` or above it.
  static bool IsAncestorOrSelf(const DiseaseTerm& ancestor, const DiseaseTerm& term);
  /// A phenotype without descendants, any organ.
  int DrawLeaf(Rng& rng) const { return leaves_[rng.Below(static_cast<int>(leaves_.size()))]; }
  /// A phenotype to look for in vain; now and then a general one.
  int DrawAny(Rng& rng) const { return abnormal_[rng.Below(static_cast<int>(abnormal_.size()))]; }
  const Cohort& DrawCohort(Rng& rng) const;
  /// A disease of `kind` that a person of `sex` can have.
  const Profile& DrawProfile(Kind kind, Sex sex, Rng& rng) const;

 private:
  std::vector<std::vector<bool>> ancestors_;  ///< [term][ancestor]
  std::vector<int> leaves_;
  std::vector<int> abnormal_;
  std::array<std::vector<Profile>, 3> profiles_;  ///< by Kind
  std::array<std::vector<int>, 3> weights_;       ///< running sums
  std::vector<Cohort> cohorts_;
  std::vector<int> cohort_weights_;  ///< running sums
};

}  // namespace muster::synth

#endif  // MUSTER_SHELL_SYNTH_PEOPLE_WORLD_H_
