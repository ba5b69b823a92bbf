#include "shell/synth/people/world.h"

#include <algorithm>

namespace muster::synth {
namespace {

constexpr int kPhenotypicAbnormality = 118;

struct Country {
  std::string_view code;
  int weight;
};

constexpr Country kCountries[] = {
    {"DE", 80}, {"FR", 68}, {"IT", 59}, {"ES", 48}, {"PL", 37}, {"NL", 34}, {"RO", 19},
    {"BE", 23}, {"CZ", 21}, {"SE", 30}, {"PT", 20}, {"GR", 14}, {"HU", 15}, {"AT", 18},
    {"BG", 9},  {"DK", 26}, {"FI", 32}, {"SK", 8},  {"IE", 12}, {"HR", 7},  {"LT", 8},
    {"SI", 7},  {"LV", 6},  {"EE", 22}, {"CY", 4},  {"LU", 5},  {"MT", 3},  {"NO", 24},
};

/// Number of the term with `id`; the tables refer only to terms they hold.
int Find(std::span<const PhenotypeTerm> terms, int id) {
  auto at = std::lower_bound(terms.begin(), terms.end(), id,
                             [](const PhenotypeTerm& term, int wanted) { return term.id < wanted; });
  return static_cast<int>(at - terms.begin());
}

const DiseaseTerm* DiseaseOfId(int id) {
  std::span<const DiseaseTerm> terms = DiseaseTerms();
  auto at = std::lower_bound(terms.begin(), terms.end(), id,
                             [](const DiseaseTerm& term, int wanted) { return term.id < wanted; });
  return &*at;
}

/// Position of a number below sums.back() in the running sums.
size_t Position(const std::vector<int>& sums, int number) {
  return static_cast<size_t>(std::upper_bound(sums.begin(), sums.end(), number) - sums.begin());
}

void AddWeight(std::vector<int>& sums, int weight) { sums.push_back((sums.empty() ? 0 : sums.back()) + weight); }

std::string_view KindName(Kind kind) {
  switch (kind) {
    case Kind::kRare:
      return "RARE";
    case Kind::kCommon:
      return "POP";
    case Kind::kCancer:
      return "ONCO";
  }
  return "";
}

}  // namespace

World::World(uint64_t seed) {
  std::span<const PhenotypeTerm> terms = PhenotypeTerms();
  const int count = static_cast<int>(terms.size());
  std::vector<bool> has_child(terms.size(), false);
  ancestors_.assign(terms.size(), std::vector<bool>(terms.size(), false));
  // Parents come in any order, so ancestors are followed term by term; the ontology is small.
  for (int term = 0; term < count; ++term) {
    std::vector<int> open = {term};
    while (!open.empty()) {
      const int next = open.back();
      open.pop_back();
      if (ancestors_[term][next]) continue;
      ancestors_[term][next] = true;
      for (int parent : terms[next].parents) {
        if (parent == 0) break;
        open.push_back(Find(terms, parent));
        if (next == term) has_child[open.back()] = true;
      }
    }
  }
  const int root = Find(terms, kPhenotypicAbnormality);
  for (int term = 0; term < count; ++term) {
    if (!ancestors_[term][root] || term == root) continue;
    abnormal_.push_back(term);
    if (!has_child[term]) leaves_.push_back(term);
  }

  for (const DiseaseProfile& disease : DiseaseProfiles()) {
    Profile profile;
    profile.disease = &disease;
    profile.term = DiseaseOfId(disease.disease);
    for (int feature : disease.features) {
      if (feature == 0) break;
      profile.features.push_back(Find(terms, feature));
    }
    const auto kind = static_cast<size_t>(disease.kind);
    profiles_[kind].push_back(std::move(profile));
    AddWeight(weights_[kind], disease.weight);
  }

  // A cohort is of one country and one kind. The first countries have several, each country has one at least.
  Rng rng(seed, ~uint64_t{0});
  int number = 0;
  for (const Country& country : kCountries) {
    const int cohorts = 1 + country.weight / 20;
    for (int i = 0; i < cohorts; ++i) {
      const int draw = rng.Below(100);
      Cohort cohort;
      cohort.kind = draw < 55 ? Kind::kRare : draw < 80 ? Kind::kCommon : Kind::kCancer;
      cohort.country = country.code;
      ++number;
      cohort.name = std::string(country.code) + "-" + std::string(KindName(cohort.kind)) + "-" +
                    (number < 10 ? "0" : "") + std::to_string(number);
      cohorts_.push_back(std::move(cohort));
      AddWeight(cohort_weights_, country.weight / cohorts + 1);
    }
  }
}

bool World::IsAncestorOrSelf(const DiseaseTerm& ancestor, const DiseaseTerm& term) {
  if (ancestor.id == term.id) return true;
  for (int parent : term.parents) {
    if (parent == 0) break;
    if (IsAncestorOrSelf(ancestor, *DiseaseOfId(parent))) return true;
  }
  return false;
}

const Cohort& World::DrawCohort(Rng& rng) const {
  return cohorts_[Position(cohort_weights_, rng.Below(cohort_weights_.back()))];
}

const Profile& World::DrawProfile(Kind kind, Sex sex, Rng& rng) const {
  const auto at = static_cast<size_t>(kind);
  while (true) {
    const Profile& profile = profiles_[at][Position(weights_[at], rng.Below(weights_[at].back()))];
    if (profile.disease->sex == Sex::kAny || profile.disease->sex == sex) return profile;
  }
}

}  // namespace muster::synth
