#include "tests/attack/attacks.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace muster::attack {
namespace {

// What is not shown counts for what an attacker expects of it.
double Or(const Seen& seen, double otherwise) {
  return seen.value.has_value() ? static_cast<double>(*seen.value) : otherwise;
}

std::string OtherSex(const Target& target) { return target.sex == "female" ? "male" : "female"; }

// Criteria at even odds: those of a target, or the like of nobody.
const std::string& Asked(const World& world, size_t trial, bool* exists) {
  *exists = trial % 2 == 0;
  const size_t number = trial / 2 % std::min(world.targets.size(), world.look_alikes.size());
  return *exists ? world.targets[number].alone : world.look_alikes[number];
}

// The blocks of a partition in which the target is not.
std::vector<std::string> BlocksWithout(const Target& target, Blocks blocks) {
  std::vector<std::string> others;
  if (blocks == Blocks::kCountries) {
    for (const char* country : {"DE", "FR", "ES", "IT", "PL", "NL", "BE", "SE", "AT", "CZ", "PT", "GR"}) {
      if (target.country == country) continue;
      for (const char* sex : {"female", "male"}) {
        others.push_back(absl::StrCat("sex is ", sex, " and country is \"", country, "\""));
      }
    }
    return others;
  }
  for (int from = 0; from < 90; from += 5) {
    if (target.age >= from && target.age <= from + 4) continue;
    others.push_back(absl::StrCat("age at last contact aged ", from, " to ", from + 4));
  }
  return others;
}

const Target& TargetOf(const World& world, size_t trial) {
  return world.targets[trial / 2 % std::min(world.targets.size(), world.look_alikes.size())];
}

}  // namespace

Score Existence(Opponent& opponent, const World& world, size_t pairs) {
  Claims claims;
  for (size_t trial = 0; trial < 2 * pairs; ++trial) {
    bool exists = false;
    const std::string& q = Asked(world, trial, &exists);
    const Target& target = TargetOf(world, trial);
    const bool with_or = trial % 4 >= 2;
    const std::string base = absl::StrCat("sex is ", with_or ? OtherSex(target) : target.sex);
    const std::string before = opponent.Count(base).all;
    const std::string after = opponent.Count(absl::StrCat(base, with_or ? " or " : " and not ", q)).all;
    if (opponent.ended()) break;
    claims.Add(exists, before != after);
  }
  return claims.Advantage();
}

Score Histogram(Opponent& opponent, const World& world, size_t targets) {
  Claims claims;
  targets = std::min(targets, world.targets.size());
  for (size_t i = 0; i < targets; ++i) {
    const Target& target = world.targets[i];
    size_t claimed = i % kDiseases;  // a guess, when nothing differs
    double most = 0;
    for (size_t d = 0; d < kDiseases; ++d) {
      const std::string base = absl::StrCat("sex is ", target.sex, " and has disease ", DiseaseCode(d));
      const Seen with = opponent.Count(base);
      const Seen without = opponent.Count(absl::StrCat(base, " and not ", target.alone));
      const double differs = std::abs(Or(with, 0) - Or(without, 0));
      if (differs > most) {
        most = differs;
        claimed = d;
      }
    }
    if (opponent.ended()) break;
    claims.Add(true, claimed == target.disease);
  }
  return claims.Right();
}

Score IndividualTracker(Opponent& opponent, const World& world, size_t targets) {
  Claims claims;
  for (size_t trial = 0; trial < 2 * targets; ++trial) {
    bool exists = false;
    const std::string& q = Asked(world, trial, &exists);
    const std::string a = absl::StrCat("sex is ", TargetOf(world, trial).sex);
    const double n = Or(opponent.Count(a), 0) - Or(opponent.Count(absl::StrCat(a, " and not ", q)), 0);
    if (opponent.ended()) break;
    claims.Add(exists, n >= 0.5);
  }
  return claims.Right();
}

Score GeneralTracker(Opponent& opponent, const World& world, size_t targets) {
  Claims claims;
  const std::string t = "sex is female";
  const double whole = Or(opponent.Count(t), 0) + Or(opponent.Count("not " + t), 0);
  for (size_t trial = 0; trial < 2 * targets; ++trial) {
    bool exists = false;
    const std::string& q = Asked(world, trial, &exists);
    const double n = Or(opponent.Count(absl::StrCat(t, " or ", q)), 0) +
                     Or(opponent.Count(absl::StrCat("not ", t, " or ", q)), 0) - whole;
    if (opponent.ended()) break;
    claims.Add(exists, n >= 0.5);
  }
  return claims.Right();
}

Score OtherWords(Opponent& opponent, const World&) {
  const std::string a = "sex is female";
  const std::string b = "age at last contact >= 40 years";
  std::set<std::string> answers;
  size_t asked = 0;
  for (const std::string& text :
       {absl::StrCat(a, " and ", b),
        absl::StrCat(b, " and ", a),
        absl::StrCat("(", a, ") and ((", b, "))"),
        absl::StrCat("not not ", a, " and ", b),
        absl::StrCat("not (not ", a, " or not ", b, ")"),
        absl::StrCat(a, " and ", a, " and ", b),
        absl::StrCat("sex in (female) and ", b),
        absl::StrCat("at least 2 of (", a, ", ", b, ")"),
        absl::StrCat(a, " and age at last contact >= P40Y"),
        absl::StrCat(a, " and age at last contact >= 480 months"),
        absl::StrCat("SEX IS Female AND ", b),
        absl::StrCat(a, " and not age at last contact < 40 years and age at last contact is recorded"),
        absl::StrCat(a, " and ", b, " and (", a, " or ", b, ")"),
        absl::StrCat("not sex is male and ", b),
        absl::StrCat("sex is not male and ", b),
        absl::StrCat("not sex in (male, other, unknown) and ", b),
        absl::StrCat("sex in (female, female) and ", b),
        absl::StrCat(a, " and age at last contact aged 40 to 89"),
        absl::StrCat(a, " and age at last contact between 40 and 90 years"),
        absl::StrCat("exactly 2 of (", a, ", ", b, ")"),
        absl::StrCat("none of (not ", a, ", not ", b, ")"),
        absl::StrCat("at most 0 of (not ", a, ", not ", b, ")"),
        absl::StrCat(a, " but ", b),
        absl::StrCat(a, " and ", b, " -- as before"),
        absl::StrCat("(", a, "\n) and\n\t", b),
        absl::StrCat(a, " and ", b, " and has disease"),
        absl::StrCat("has at least 1 disease and ", a, " and ", b),
        absl::StrCat("(", a, " and ", b, ") or (", a, " and ", b, " and has disease DX:1)"),
        absl::StrCat(a, " and ", b, " and dataset in (hospital, registry)")}) {
    const std::string all = opponent.Count(text).all;
    if (opponent.ended()) break;
    answers.insert(all);
    ++asked;
  }
  return {static_cast<double>(answers.size()), asked};
}

Averaged IrrelevantPeople(Opponent& opponent, const World& world, int64_t truth, const std::string& base) {
  std::set<std::string> different = {opponent.Count(base).all};
  std::vector<double> values;
  for (size_t i = 0; i < 30 && i < world.targets.size(); ++i) {
    // Somebody more, or somebody less.
    const Seen seen =
        opponent.Count(absl::StrCat("(", base, i % 2 == 0 ? ") or " : ") and not ", world.targets[i].alone));
    if (opponent.ended()) break;
    different.insert(seen.all);
    if (seen.value.has_value()) values.push_back(static_cast<double>(*seen.value));
  }
  const double mean =
      values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  return {different.size(), mean - static_cast<double>(truth)};
}

Score EveryBlock(Opponent& opponent, const World& world, size_t targets, const std::string& form, Blocks blocks) {
  constexpr double kEdge = 0.2;  // between what look-alikes and targets give where one of many blocks tells
  Claims claims;
  for (size_t trial = 0; trial < 2 * targets; ++trial) {
    bool exists = false;
    const std::string& q = Asked(world, trial, &exists);
    double sum = 0;
    int used = 0;
    for (const std::string& block : BlocksWithout(TargetOf(world, trial), blocks)) {
      const Seen with = opponent.Count(absl::StrReplaceAll(form, {{"{P}", block}, {"{q}", q}}));
      const Seen alone = opponent.Count(block);
      if (!with.value.has_value() || !alone.value.has_value()) continue;
      sum += static_cast<double>(*with.value - *alone.value);
      ++used;
    }
    if (opponent.ended()) break;
    claims.Add(exists, used > 0 ? sum / used >= kEdge : trial % 3 == 0);
  }
  return claims.Right();
}

Score ZeroOrFew(Opponent& opponent, const World& world, size_t k, size_t cells) {
  // What is said to criteria that are known to hold for nobody is what he compares with.
  std::set<std::string> said_of_nobody;
  Claims claims;
  size_t of_nobody = 0;
  for (const std::string& where : world.cells[0]) {
    const std::string all = opponent.Count(where).all;
    if (opponent.ended() || of_nobody == cells) break;
    if (of_nobody++ < cells / 2) {
      said_of_nobody.insert(all);
    } else {
      claims.Add(false, !said_of_nobody.contains(all));
    }
  }
  size_t of_few = 0;
  for (size_t n = 1; n < k && n < world.cells.size(); ++n) {
    for (const std::string& where : world.cells[n]) {
      if (of_few++ >= cells) break;
      const std::string all = opponent.Count(where).all;
      if (opponent.ended()) break;
      claims.Add(true, !said_of_nobody.contains(all));
    }
  }
  return claims.Advantage();
}

Score Threshold(Opponent& opponent, const World& world, size_t k, size_t cells) {
  Claims claims;
  for (const size_t n : {k, k - 1}) {
    size_t of = 0;
    for (const std::string& where : n < world.cells.size() ? world.cells[n] : std::vector<std::string>()) {
      if (of++ == cells) break;
      const bool shown = opponent.Count(where).value.has_value();
      if (opponent.ended()) break;
      claims.Add(n == k, shown);
    }
  }
  return claims.Advantage();
}

Score RangeCreep(Opponent& opponent, const World& world, size_t questions) {
  size_t told = 0, asked = 0;
  for (size_t n = 50; n < world.cells.size() && asked < questions; ++n) {
    for (const std::string& where : world.cells[n]) {
      std::string before;
      for (int to = 20; to < 90 && asked < questions; to += 5, ++asked) {
        const std::string all =
            opponent.Count(absl::StrCat(where, " and age at last contact between 20 and ", to, " years")).all;
        if (opponent.ended()) return {static_cast<double>(told), asked};
        if (!before.empty() && all != before) ++told;
        before = all;
      }
    }
  }
  return {static_cast<double>(told), asked};
}

Score OccursOrNot(Opponent& opponent) {
  struct Pair {
    std::string one;     // a value of one person
    std::string nobody;  // of nobody, as long
  };
  const std::vector<Pair> values = {{"PX:999", "PX:998"}, {"words of one", "words of nix"}};
  const std::vector<std::string> texts = {
      "count individuals where has phenotype $",
      "count individuals where has phenotype exactly $",
      "count individuals where has phenotype in (PX:1, $)",
      "count individuals where has phenotype with term starts with \"$\"",
      "count individuals where not has phenotype $",
      "count individuals where ethnicity label is \"$\"",
      "count individuals where ethnicity label in (common, \"$\")",
      "count individuals where ethnicity label starts with \"$\"",
      "count individuals by phenotype in groups (g = ($))",
      "compare a as individuals where ethnicity label is \"$\", b as individuals",
      "terms like \"$\"",
  };
  size_t different = 0, asked = 0;
  const auto without = [](const std::string& said, const std::string& value) {
    return absl::StrReplaceAll(said, {{value, "$"}});
  };
  for (const Pair& pair : values) {
    for (const std::string& text : texts) {
      const std::string one = opponent.Said(absl::StrReplaceAll(text, {{"$", pair.one}}));
      const std::string nobody = opponent.Said(absl::StrReplaceAll(text, {{"$", pair.nobody}}));
      if (opponent.ended()) return {static_cast<double>(different), asked};
      ++asked;
      different += without(one, pair.one) == without(nobody, pair.nobody) ? 0 : 1;
      const std::string offered = opponent.Completed(absl::StrReplaceAll(text, {{"$", pair.one}}));
      different += offered.find(pair.one) == std::string::npos ? 0 : 1;
    }
  }
  return {static_cast<double>(different), asked};
}

}  // namespace muster::attack
