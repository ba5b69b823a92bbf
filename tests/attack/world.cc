#include "tests/attack/world.h"

#include <algorithm>
#include <random>

#include "absl/strings/str_cat.h"
#include "tests/attack/settings.h"

namespace muster::attack {
namespace {

constexpr size_t kPhenotypes = 150;
constexpr const char* kCountries[] = {"DE", "FR", "ES", "IT", "PL", "NL", "BE", "SE", "AT", "CZ",
                                      "PT", "GR", "HU", "DK", "FI", "SK", "IE", "HR", "LT", "SI",
                                      "LV", "EE", "CY", "LU", "MT", "NO", "CH", "IS"};
constexpr size_t kLeastTargets = 200;  // more where there are more trials: two of each are made
constexpr size_t kMaxOfSize = 200;

std::string Phenotype(size_t number) { return absl::StrCat("PX:", number); }

// From 20 % of people down to 0.4 %.
double ShareOf(size_t phenotype) {
  return 0.2 * std::max(0.02, 1.0 - static_cast<double>(phenotype) / static_cast<double>(kPhenotypes));
}

}  // namespace

std::string DiseaseCode(size_t number) { return absl::StrCat("DX:", number + 1); }

std::string World::Criteria(const Person& person, size_t first, size_t second) const {
  const int from = person.age / years_ * years_;
  return absl::StrCat("(sex is ", person.female ? "female" : "male", " and country is \"", kCountries[person.country],
                      "\" and age at last contact aged ", from,
                      years_ > 1 ? absl::StrCat(" to ", from + years_ - 1) : "", " and has phenotype ",
                      Phenotype(first), " and has phenotype ", Phenotype(second), ")");
}

size_t World::CountOf(bool female, size_t country, int age, size_t first, size_t second) const {
  return static_cast<size_t>(std::count_if(people_.begin(), people_.end(), [&](const Person& p) {
    return p.female == female && p.country == country && p.age / years_ == age / years_ &&
           std::ranges::count(p.phenotypes, first) > 0 && std::ranges::count(p.phenotypes, second) > 0;
  }));
}

World::World(uint64_t seed, size_t people, int years) : years_(years) {
  std::mt19937_64 random(seed);
  const auto chance = [&] { return static_cast<double>(random() >> 11) / 9007199254740992.0; };
  for (size_t i = 0; i < people; ++i) {
    Person person;
    person.registry = i % 4 == 3;
    person.female = random() % 2 == 0;
    while (person.country + 1 < std::size(kCountries) && chance() < 0.75) ++person.country;
    person.age = static_cast<int>(1 + random() % 89);
    person.disease = random() % kDiseases;
    person.samples = random() % 3;
    for (size_t p = 0; p < kPhenotypes; ++p) {
      if (chance() < ShareOf(p)) person.phenotypes.push_back(p);
    }
    people_.push_back(std::move(person));
  }
  const size_t wanted = std::max<size_t>(kLeastTargets, 2 * Trials());
  for (size_t i = 0; i < people_.size() && targets.size() < wanted; ++i) {
    const Person& p = people_[i];
    if (p.registry || p.phenotypes.size() < 2) continue;
    const size_t first = p.phenotypes[random() % p.phenotypes.size()];
    const size_t second = p.phenotypes[random() % p.phenotypes.size()];
    if (first == second || CountOf(p.female, p.country, p.age, first, second) != 1) continue;
    targets.push_back({"hospital", absl::StrCat("i", i), Criteria(p, first, second), kCountries[p.country],
                       p.female ? "female" : "male", p.age, first, second, p.disease});
    // The same but for one phenotype that none of them has.
    for (size_t other = 0; other < kPhenotypes; ++other) {
      if (CountOf(p.female, p.country, p.age, first, other) > 0) continue;
      look_alikes.push_back(Criteria(p, first, other));
      break;
    }
  }
  for (size_t country = 0; country < std::size(kCountries); ++country) {
    for (size_t phenotype = 0; phenotype < kPhenotypes; phenotype += 3) {
      const auto size = static_cast<size_t>(std::count_if(people_.begin(), people_.end(), [&](const Person& p) {
        return p.country == country && std::ranges::count(p.phenotypes, phenotype) > 0;
      }));
      if (size >= cells.size()) cells.resize(size + 1);
      if (cells[size].size() >= kMaxOfSize) continue;
      cells[size].push_back(
          absl::StrCat("country is \"", kCountries[country], "\" and has phenotype ", Phenotype(phenotype)));
    }
  }
}

std::vector<std::pair<std::string, size_t>> World::CountriesBelow(size_t k) const {
  std::vector<std::pair<std::string, size_t>> rare;
  for (size_t country = 0; country < std::size(kCountries); ++country) {
    const auto people = static_cast<size_t>(
        std::count_if(people_.begin(), people_.end(), [&](const Person& p) { return p.country == country; }));
    if (people > 0 && people < k) rare.emplace_back(kCountries[country], people);
  }
  return rare;
}

std::string World::Mapping() { return R"({"individual": {"country": "/land", "ethnicity label": "/words"}})"; }

std::string World::Records(const std::string& dataset) const {
  std::string lines;
  for (size_t i = 0; i < people_.size(); ++i) {
    const Person& p = people_[i];
    if (p.registry != (dataset == "registry")) continue;
    absl::StrAppend(&lines, R"({"id":"i)", i, R"(","subject":{"sex":")", p.female ? "FEMALE" : "MALE",
                    R"(","timeAtLastEncounter":{"age":{"iso8601duration":"P)", p.age, R"(Y"}}},"land":")",
                    kCountries[p.country], R"(","words":")", i == 5 ? "words of one" : "common",
                    R"(","phenotypicFeatures":[)");
    for (size_t k = 0; k < p.phenotypes.size(); ++k) {
      absl::StrAppend(&lines, k > 0 ? "," : "", R"({"type":{"id":")", Phenotype(p.phenotypes[k]), R"("}})");
    }
    if (i == 5)
      absl::StrAppend(&lines, p.phenotypes.empty() ? "" : ",", R"({"type":{"id":"PX:999","label":"of one"}})");
    absl::StrAppend(&lines, R"(],"diseases":[{"term":{"id":")", DiseaseCode(p.disease), R"("}}],"biosamples":[)");
    for (size_t s = 0; s < p.samples; ++s) {
      absl::StrAppend(&lines, s > 0 ? "," : "", R"({"id":"s)", i, "-", s, R"("})");
    }
    lines += "]}\n";
  }
  return lines;
}

}  // namespace muster::attack
