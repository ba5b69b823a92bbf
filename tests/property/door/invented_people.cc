#include "tests/property/door/invented_people.h"

#include <algorithm>
#include <random>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"

namespace muster::property {
namespace {

constexpr size_t kTerms = 12;
constexpr size_t kMostChanged = 14;  // of a term that is nearly another
constexpr size_t kFewest = 100;      // people of a term of its own
constexpr size_t kFamilies = 90;
constexpr size_t kPersons = 200;  // of each sex, at most

}  // namespace

InventedPeople::InventedPeople(uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto below = [&](size_t n) { return random() % n; };
  // Whole numbers of each country, in any order.
  for (const auto& [name, size] :
       {std::pair("DE", 200), std::pair("ES", 130), std::pair("FR", 90), std::pair("IT", 80)}) {
    country.insert(country.end(), size, name);
  }
  std::shuffle(country.begin(), country.end(), random);
  for (size_t i = 0; i < kInvented; ++i) {
    female.push_back(below(2) == 0);
    samples.push_back(below(25) == 0 ? 12 : below(4));
    facts.people[female[i] ? "sex is female" : "sex is male"].set(i);
    facts.people["country is " + country[i]].set(i);
    family.push_back(below(3) == 0 ? "" : absl::StrCat("f", below(kFamilies)));
    // Records of different sexes are not of one person, whatever id they have.
    person.push_back(below(3) == 0 ? "" : absl::StrCat(female[i] ? "she" : "he", below(kPersons)));
  }
  facts.size = kInvented;
  for (const auto& [word, who] : facts.people) words.push_back(word);
  for (size_t i = 0; i < kInvented; ++i) facts.owners.insert(facts.owners.end(), samples[i], i);
  for (size_t s = 0; s < facts.owners.size(); ++s) {
    const size_t chance = below(20);
    tissue.push_back(chance < 11 ? "TX:0" : chance < 17 ? "TX:1" : "TX:2");
    histology.push_back(absl::StrCat("HX:", below(3)));
    facts.samples["tissue is " + tissue.back()].set(s);
    facts.samples["histology is " + histology.back()].set(s);
  }
  for (size_t t = 0; t < kTerms; ++t) {
    People who;
    if (t % 2 == 0) {
      const size_t size = kFewest + below(200);
      while (who.count() < size) who.set(below(kInvented));
    } else {
      who = facts.people.at(terms.back());
      for (size_t change = below(kMostChanged); change > 0; --change) who.flip(below(kInvented));
    }
    terms.push_back(absl::StrCat("PX:", t));
    facts.people[terms.back()] = who;
  }
  phenotypes.resize(kInvented);
  const std::set<std::string> ascending(terms.begin(), terms.end());
  for (const std::string& term : ascending) {
    for (size_t i = 0; i < kInvented; ++i) {
      if (facts.people.at(term)[i]) phenotypes[i].push_back(term);
    }
  }
}

std::string InventedPeople::IdOf(size_t person) { return absl::StrCat("p", person); }

std::string InventedPeople::Mapping() {
  return R"({"individual": {"country": "/land", "person id": "/person"},
             "pedigrees": {"from": "/kin", "fields": {"family": "/family"}}})";
}

std::string InventedPeople::Records() const {
  std::string lines;
  size_t sample = 0;
  for (size_t i = 0; i < kInvented; ++i) {
    absl::StrAppend(&lines, R"({"id":")", IdOf(i), R"(","subject":{"id":")", IdOf(i), R"(","sex":")",
                    female[i] ? "FEMALE" : "MALE", R"("},"land":")", country[i], "\",");
    if (!person[i].empty()) absl::StrAppend(&lines, R"("person":")", person[i], "\",");
    if (!family[i].empty()) absl::StrAppend(&lines, R"("kin":{"family":")", family[i], R"("},)");
    lines += R"("phenotypicFeatures":[)";
    bool first = true;
    for (const std::string& term : phenotypes[i]) {
      absl::StrAppend(&lines, std::exchange(first, false) ? "" : ",", R"({"type":{"id":")", term, R"("}})");
    }
    lines += R"(],"biosamples":[)";
    for (size_t s = 0; s < samples[i]; ++s) {
      absl::StrAppend(&lines, s > 0 ? "," : "", R"({"id":"s)", i, "-", s, R"(","sampledTissue":{"id":")",
                      tissue[sample], R"("},"histologicalDiagnosis":{"id":")", histology[sample], R"("}})");
      ++sample;
    }
    lines += "]}\n";
  }
  return lines;
}

}  // namespace muster::property
