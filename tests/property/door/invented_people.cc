#include "tests/property/door/invented_people.h"

#include <algorithm>
#include <random>
#include <utility>

#include "absl/strings/str_cat.h"

namespace muster::property {
namespace {

constexpr size_t kTerms = 12;
constexpr size_t kMostChanged = 14;  // of a term that is nearly another
constexpr size_t kFewest = 100;      // people of a term of its own

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
    people[female[i] ? "sex is female" : "sex is male"].set(i);
    people["country is " + country[i]].set(i);
  }
  for (const auto& [word, who] : people) words.push_back(word);
  for (size_t t = 0; t < kTerms; ++t) {
    People who;
    if (t % 2 == 0) {
      const size_t size = kFewest + below(200);
      while (who.count() < size) who.set(below(kInvented));
    } else {
      who = people.at(terms.back());
      for (size_t change = below(kMostChanged); change > 0; --change) who.flip(below(kInvented));
    }
    terms.push_back(absl::StrCat("PX:", t));
    people[terms.back()] = who;
  }
}

std::string InventedPeople::IdOf(size_t person) { return absl::StrCat("p", person); }

std::string InventedPeople::Mapping() { return R"({"individual": {"country": "/land"}})"; }

std::string InventedPeople::Records() const {
  std::string lines;
  for (size_t i = 0; i < kInvented; ++i) {
    absl::StrAppend(&lines, R"({"id":")", IdOf(i), R"(","subject":{"id":")", IdOf(i), R"(","sex":")",
                    female[i] ? "FEMALE" : "MALE", R"("},"land":")", country[i], R"(","phenotypicFeatures":[)");
    bool first = true;
    for (const std::string& term : terms) {
      if (!people.at(term)[i]) continue;
      absl::StrAppend(&lines, std::exchange(first, false) ? "" : ",", R"({"type":{"id":")", term, R"("}})");
    }
    lines += R"(],"biosamples":[)";
    for (size_t s = 0; s < samples[i]; ++s) {
      absl::StrAppend(&lines, s > 0 ? "," : "", R"({"id":"s)", i, "-", s, R"("})");
    }
    lines += "]}\n";
  }
  return lines;
}

}  // namespace muster::property
