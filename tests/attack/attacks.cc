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

double Rate(size_t hits, size_t of) { return of == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(of); }

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

const Target& TargetOf(const World& world, size_t trial) {
  return world.targets[trial / 2 % std::min(world.targets.size(), world.look_alikes.size())];
}

}  // namespace

double Existence(Opponent& opponent, const World& world, size_t pairs) {
  size_t hits = 0, false_alarms = 0;
  for (size_t trial = 0; trial < 2 * pairs; ++trial) {
    bool exists = false;
    const std::string& q = Asked(world, trial, &exists);
    const Target& target = TargetOf(world, trial);
    const bool with_or = trial % 4 >= 2;
    const std::string base = absl::StrCat("sex is ", with_or ? OtherSex(target) : target.sex);
    const std::string before = opponent.Count(base).all;
    const std::string after = opponent.Count(absl::StrCat(base, with_or ? " or " : " and not ", q)).all;
    if (before != after) (exists ? hits : false_alarms) += 1;
  }
  return Rate(hits, pairs) - Rate(false_alarms, pairs);
}

double Histogram(Opponent& opponent, const World& world, size_t targets) {
  size_t right = 0;
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
    right += claimed == target.disease ? 1 : 0;
  }
  return Rate(right, targets);
}

double IndividualTracker(Opponent& opponent, const World& world, size_t targets) {
  size_t right = 0;
  for (size_t trial = 0; trial < 2 * targets; ++trial) {
    bool exists = false;
    const std::string& q = Asked(world, trial, &exists);
    const std::string a = absl::StrCat("sex is ", TargetOf(world, trial).sex);
    const double n = Or(opponent.Count(a), 0) - Or(opponent.Count(absl::StrCat(a, " and not ", q)), 0);
    right += (n >= 0.5) == exists ? 1 : 0;
  }
  return Rate(right, 2 * targets);
}

double GeneralTracker(Opponent& opponent, const World& world, size_t targets) {
  size_t right = 0;
  const std::string t = "sex is female";
  const double whole = Or(opponent.Count(t), 0) + Or(opponent.Count("not " + t), 0);
  for (size_t trial = 0; trial < 2 * targets; ++trial) {
    bool exists = false;
    const std::string& q = Asked(world, trial, &exists);
    const double n = Or(opponent.Count(absl::StrCat(t, " or ", q)), 0) +
                     Or(opponent.Count(absl::StrCat("not ", t, " or ", q)), 0) - whole;
    right += (n >= 0.5) == exists ? 1 : 0;
  }
  return Rate(right, 2 * targets);
}

size_t OtherWords(Opponent& opponent, const World&) {
  const std::string a = "sex is female";
  const std::string b = "age at last contact >= 40 years";
  std::set<std::string> answers;
  for (const std::string& text :
       {absl::StrCat(a, " and ", b), absl::StrCat(b, " and ", a), absl::StrCat("(", a, ") and ((", b, "))"),
        absl::StrCat("not not ", a, " and ", b), absl::StrCat("not (not ", a, " or not ", b, ")"),
        absl::StrCat(a, " and ", a, " and ", b), absl::StrCat("sex in (female) and ", b),
        absl::StrCat("at least 2 of (", a, ", ", b, ")"), absl::StrCat(a, " and age at last contact >= P40Y"),
        absl::StrCat(a, " and age at last contact >= 480 months"), absl::StrCat("SEX IS Female AND ", b),
        absl::StrCat(a, " and not age at last contact < 40 years and age at last contact is recorded"),
        absl::StrCat(a, " and ", b, " and (", a, " or ", b, ")")}) {
    answers.insert(opponent.Count(text).all);
  }
  return answers.size();
}

Averaged IrrelevantPeople(Opponent& opponent, const World& world, int64_t truth, const std::string& base) {
  std::set<std::string> different = {opponent.Count(base).all};
  std::vector<double> values;
  for (size_t i = 0; i < 30 && i < world.targets.size(); ++i) {
    const Seen seen = opponent.Count(absl::StrCat("(", base, ") or ", world.targets[i].alone));
    different.insert(seen.all);
    if (seen.value.has_value()) values.push_back(static_cast<double>(*seen.value));
  }
  const double mean =
      values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  return {different.size(), mean - static_cast<double>(truth)};
}

double EveryBlock(Opponent& opponent, const World& world, size_t targets, const std::string& form) {
  size_t right = 0;
  for (size_t trial = 0; trial < 2 * targets; ++trial) {
    bool exists = false;
    const std::string& q = Asked(world, trial, &exists);
    const Target& target = TargetOf(world, trial);
    double sum = 0;
    int blocks = 0;
    for (const int from : {1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85}) {
      const int to = from == 1 ? 4 : from + 4;
      if (target.age >= from && target.age <= to) continue;
      const std::string block = absl::StrCat("age at last contact aged ", from, " to ", to);
      const Seen with = opponent.Count(absl::StrReplaceAll(form, {{"{P}", block}, {"{q}", q}}));
      const Seen alone = opponent.Count(block);
      if (!with.value.has_value() || !alone.value.has_value()) continue;
      sum += static_cast<double>(*with.value - *alone.value);
      ++blocks;
    }
    const bool claim = blocks > 0 ? sum / blocks >= 0.5 : trial % 3 == 0;
    right += claim == exists ? 1 : 0;
  }
  return Rate(right, 2 * targets);
}

double ZeroOrFew(Opponent& opponent, const World& world, size_t k, size_t cells) {
  // What is said to criteria that are known to hold for nobody is what he compares with.
  std::set<std::string> said_of_nobody;
  size_t false_alarms = 0, of_nobody = 0, hits = 0, of_few = 0;
  for (const std::string& where : world.cells[0]) {
    const std::string all = opponent.Count(where).all;
    if (of_nobody < cells / 2) {
      said_of_nobody.insert(all);
    } else if (of_nobody < cells) {
      false_alarms += said_of_nobody.contains(all) ? 0 : 1;
    } else {
      break;
    }
    ++of_nobody;
  }
  for (size_t n = 1; n < k && n < world.cells.size(); ++n) {
    for (const std::string& where : world.cells[n]) {
      if (of_few >= cells) break;
      ++of_few;
      hits += said_of_nobody.contains(opponent.Count(where).all) ? 0 : 1;
    }
  }
  return Rate(hits, of_few) - Rate(false_alarms, of_nobody - std::min(of_nobody, cells / 2));
}

double Threshold(Opponent& opponent, const World& world, size_t k, size_t cells) {
  const auto shown = [&](size_t n) {
    size_t hits = 0, of = 0;
    for (const std::string& where : n < world.cells.size() ? world.cells[n] : std::vector<std::string>()) {
      if (of == cells) break;
      ++of;
      hits += opponent.Count(where).value.has_value() ? 1 : 0;
    }
    return Rate(hits, of);
  };
  return shown(k) - shown(k - 1);
}

size_t RangeCreep(Opponent& opponent, const World& world, size_t questions) {
  size_t told = 0, asked = 0;
  for (size_t n = 50; n < world.cells.size() && asked < questions; ++n) {
    for (const std::string& where : world.cells[n]) {
      std::string before;
      for (int to = 20; to < 90 && asked < questions; to += 5, ++asked) {
        const std::string all =
            opponent.Count(absl::StrCat(where, " and age at last contact between 20 and ", to, " years")).all;
        if (!before.empty() && all != before) ++told;
        before = all;
      }
    }
  }
  return told;
}

size_t OccursOrNot(Opponent& opponent) {
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
  size_t different = 0;
  const auto without = [](const std::string& said, const std::string& value) {
    return absl::StrReplaceAll(said, {{value, "$"}});
  };
  for (const Pair& pair : values) {
    for (const std::string& text : texts) {
      const std::string one = opponent.Said(absl::StrReplaceAll(text, {{"$", pair.one}}));
      const std::string nobody = opponent.Said(absl::StrReplaceAll(text, {{"$", pair.nobody}}));
      different += without(one, pair.one) == without(nobody, pair.nobody) ? 0 : 1;
      const std::string offered = opponent.Completed(absl::StrReplaceAll(text, {{"$", pair.one}}));
      different += offered.find(pair.one) == std::string::npos ? 0 : 1;
    }
  }
  return different;
}

}  // namespace muster::attack
