// Attacks that look at what is shown rather than at numbers: membership by many yes and no (A30), how long an answer
// takes (A31), what is listed in one epoch and in the next (A20).
#include <gtest/gtest.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/attack/baselines.h"
#include "tests/attack/own_catalogue.h"
#include "tests/attack/table.h"

namespace muster::attack {
namespace {

class SideChannelTest : public OwnCatalogueTest {};

// People with genes, each by chance with its own share, which the attacker knows.
struct Genes {
  Genes(size_t people, uint64_t seed) : random(seed) {
    for (double& share : shares) share = 0.002 + 0.048 * Chance();
    for (size_t i = 0; i < people; ++i) members.push_back(Somebody());
    for (size_t i = 0; i < 600; ++i) others.push_back(Somebody());
  }
  double Chance() { return static_cast<double>(random() >> 11) / 9007199254740992.0; }
  std::vector<size_t> Somebody() {
    std::vector<size_t> genes;
    for (size_t g = 0; g < shares.size(); ++g) {
      if (Chance() < shares[g]) genes.push_back(g);
    }
    return genes;
  }
  static std::string Code(size_t gene) { return absl::StrCat("HGNC:", 1000 + gene); }
  std::string Records() const {
    std::string lines;
    for (size_t i = 0; i < members.size(); ++i) {
      absl::StrAppend(
          &lines, R"({"id":"p)", i, R"(","subject":{"sex":")", i % 2 == 0 ? "MALE" : "FEMALE",
          R"("},"interpretations":[{"id":"x","progressStatus":"SOLVED","diagnosis":{"genomicInterpretations":[)");
      for (size_t k = 0; k < members[i].size(); ++k) {
        absl::StrAppend(
            &lines, k > 0 ? "," : "", R"({"subjectOrBiosampleId":"p)", i,
            R"(","interpretationStatus":"CAUSATIVE","variantInterpretation":{"variationDescriptor":{"id":"v)", i, "-",
            k, R"(","geneContext":{"valueId":")", Code(members[i][k]), R"("}}}})");
      }
      lines += "]}}]}\n";
    }
    return lines;
  }

  std::mt19937_64 random;
  std::vector<double> shares = std::vector<double>(1000);
  std::vector<std::vector<size_t>> members, others;
};

// How likely a number is shown where `n` people are behind it.
double ShownOf(double n, double from, double variance) {
  if (variance == 0) return n >= from ? 1 : 0;
  return 0.5 * std::erfc((from - 0.5 - n) / std::sqrt(2 * variance));
}

double Log(double p) { return std::log(std::clamp(p, 1e-12, 1.0)); }

// Shringarpure and Bustamante: is somebody whose genes are known among the people? By the likelihood of what is shown.
// The share of members who are told, where 5 % of others are.
double Membership(Opponent& opponent, const Genes& genes, double from, double variance) {
  const auto people = static_cast<double>(genes.members.size());
  std::vector<double> weights;
  for (size_t g = 0; g < genes.shares.size(); ++g) {
    const double share = genes.shares[g];
    double with = 0, without = 0;
    double chance = std::pow(1 - share, people - 1);  // that n of the others have it
    for (double n = 0; n < std::min(people, 200.0); ++n) {
      const double one_more = ShownOf(n + 1, from, variance);
      with += chance * one_more;
      without += chance * (share * one_more + (1 - share) * ShownOf(n, from, variance));
      chance *= (people - 1 - n) / (n + 1) * share / (1 - share);
    }
    // Where a budget ended it, the rest of the genes says nothing.
    const bool shown = opponent.Count(absl::StrCat("has variant with gene is ", Genes::Code(g))).value.value_or(0) > 0;
    weights.push_back(opponent.ended() ? 0 : shown ? Log(with) - Log(without) : Log(1 - with) - Log(1 - without));
  }
  const auto score = [&](const std::vector<size_t>& of) {
    double sum = 0;
    for (const size_t g : of) sum += weights[g];
    return sum;
  };
  std::vector<double> others;
  for (const auto& one : genes.others) others.push_back(score(one));
  std::sort(others.begin(), others.end());
  const double edge = others[others.size() * 95 / 100];
  const auto told = std::ranges::count_if(genes.members, [&](const auto& one) { return score(one) > edge; });
  return static_cast<double>(told) / people;
}

TEST_F(SideChannelTest, MembershipByGenes) {
  {
    const Genes few(40, Seed());
    const auto catalogue = Make("few");
    ASSERT_NE(catalogue, nullptr);
    Import(*catalogue, "hospital", few.Records());
    Exact exact(*catalogue);
    const double power = Membership(exact, few, 1, 0);
    Tell("A30 membership, 40 people", exact.name(), power);
    EXPECT_GE(power, 0.8);
  }
  // The design asks for 0.08. docs/decisions/0072 says why that is not reached, and how it is: the tier hides variants.
  for (const auto& [people, tier, from, variance, seen] :
       {std::tuple(200, "controlled", 10.0, 4.0, 0.29), std::tuple(600, "registered", 20.0, 9.0, 0.20)}) {
    const Genes genes(static_cast<size_t>(people), Seed());
    const auto catalogue = Make(tier);
    ASSERT_NE(catalogue, nullptr);
    Import(*catalogue, "hospital", genes.Records());
    SetPolicy(*catalogue);
    const auto guest = Admit(*catalogue, tier);
    ASSERT_NE(guest, nullptr);
    const double power = Membership(*guest, genes, from, variance);
    Tell(absl::StrCat("A30 membership, ", people, " people"), tier, power);
    EXPECT_LE(power, Bar(seen, people));
    SetShippedPolicy(*catalogue);
    const auto shipped = Admit(*catalogue, tier, "newcomer");
    ASSERT_NE(shipped, nullptr);
    const double within = Membership(*shipped, genes, from, variance);
    TellShipped(absl::StrCat("A30 membership, ", people, " people"), tier, within, EndOf(*shipped));
    EXPECT_LE(within, Bar(seen, people));
    const auto hidden = Admit(*catalogue, "public");
    ASSERT_NE(hidden, nullptr);
    EXPECT_TRUE(hidden->Count("has variant with gene is HGNC:1000").all.starts_with("[hidden-field]"));
  }
}

// The processor time of this process: as good a stop watch as there can be, and it does not run while others work.
double SecondsUsed() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// The advantage on the second half of the edge that is best on the first.
double AdvantageOf(const std::vector<double>& exists, const std::vector<double>& nobody) {
  const size_t half = exists.size() / 2;
  const auto advantage = [&](double edge, size_t begin, size_t end) {
    double sum = 0;
    for (size_t i = begin; i < end; ++i) sum += (exists[i] > edge ? 1 : 0) - (nobody[i] > edge ? 1 : 0);
    return sum / static_cast<double>(end - begin);
  };
  double best = 0, at = 0;
  for (const auto* all : {&exists, &nobody}) {
    for (size_t i = 0; i < half; ++i) {
      if (std::abs(advantage((*all)[i], 0, half)) > std::abs(best)) best = advantage(at = (*all)[i], 0, half);
    }
  }
  const double tested = advantage(at, half, exists.size());
  return best < 0 ? -tested : tested;
}

// How long `B and not q` takes, where q holds for one person and where it holds for nobody.
template <typename Clock>
double ByTime(Opponent& opponent, const World& world, size_t pairs, Clock measure) {
  std::vector<double> exists, nobody;
  for (size_t i = 0; i < pairs; ++i) {
    const Target& target = world.targets[i];
    // In turns, so that what the first has warmed up helps the second as often as not.
    for (const bool one : {i % 2 == 0, i % 2 != 0}) {
      const std::string where =
          absl::StrCat("sex is ", target.sex, " and not ", one ? target.alone : world.look_alikes[i]);
      (one ? exists : nobody).push_back(measure([&] { opponent.Count(where); }));
    }
  }
  return AdvantageOf(exists, nobody);
}

TEST_F(SideChannelTest, HowLongAnAnswerTakes) {
  const World world(Seed(), 4000);
  const auto catalogue = Make("time");
  ASSERT_NE(catalogue, nullptr);
  for (const char* dataset : {"hospital", "registry"}) Import(*catalogue, dataset, world.Records(dataset));
  SetPolicy(*catalogue);
  const auto at_once = Admit(*catalogue, "registered");
  ASSERT_NE(at_once, nullptr);
  const double told = ByTime(*at_once, world, 80, [](const auto& ask) {
    const double begin = SecondsUsed();
    ask();
    return SecondsUsed() - begin;
  });
  Tell("A31 time, at once (not promised)", "registered", told);
  EXPECT_GE(told, 0.3) << "what `timing` is for";
  SetPolicy(*catalogue, "", 50);
  std::vector<double> late;
  const auto coarse = Admit(*catalogue, "registered");
  ASSERT_NE(coarse, nullptr);
  const double by_steps = ByTime(*coarse, world, 2 * Trials(), [&late](const auto& ask) {
    const auto begin = std::chrono::steady_clock::now();
    ask();
    const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    late.push_back(std::fmod(ms, 50));
    return std::floor(ms / 50);
  });
  Tell("A31 time, in steps of 50 ms", "registered", by_steps);
  EXPECT_LE(by_steps, 0.1 + AdvantageBar(static_cast<double>(2 * Trials())));
  std::ranges::nth_element(late, late.begin() + static_cast<ptrdiff_t>(late.size() / 2));
  EXPECT_LT(late[late.size() / 2], 10) << "answers leave at multiples of 50 ms";
}

// 200 codes of 14 to 27 people, and one person more who has all of them: which codes are known then that were not, or
// the other way round?
TEST_F(SideChannelTest, OnePersonMoreChangesNothingThatIsListed) {
  constexpr size_t kCodes = 200;
  std::mt19937_64 random(Seed());
  std::vector<std::string> features(2000);
  for (size_t c = 0; c < kCodes; ++c) {
    std::vector<size_t> people(features.size());
    for (size_t i = 0; i < people.size(); ++i) people[i] = i;
    std::shuffle(people.begin(), people.end(), random);
    for (size_t i = 0; i < 14 + c % 14; ++i) {
      std::string& of = features[people[i]];
      absl::StrAppend(&of, of.empty() ? "" : ",", R"({"type":{"id":"LV:)", c, R"("}})");
    }
  }
  const auto record = [](const std::string& id, const std::string& of) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"sex":"MALE"},"phenotypicFeatures":[)", of, "]}\n");
  };
  std::string records, all;
  for (size_t i = 0; i < features.size(); ++i) records += record(absl::StrCat("p", i), features[i]);
  for (size_t c = 0; c < kCodes; ++c) absl::StrAppend(&all, c > 0 ? "," : "", R"({"type":{"id":"LV:)", c, R"("}})");
  const auto catalogue = Make("listing");
  ASSERT_NE(catalogue, nullptr);
  Import(*catalogue, "hospital", records);
  SetPolicy(*catalogue, R"(, "epoch": {"max_days": 31, "min_people": 1})");
  const auto known = [](Opponent& opponent) {
    std::vector<bool> of(kCodes);
    for (size_t c = 0; c < kCodes; ++c) {
      of[c] = !opponent.Count(absl::StrCat("has phenotype LV:", c)).all.starts_with("[");
    }
    return of;
  };
  const auto changed = [](const std::vector<bool>& before, const std::vector<bool>& after) {
    size_t count = 0;
    for (size_t c = 0; c < before.size(); ++c) count += before[c] != after[c] ? 1 : 0;
    return static_cast<double>(count);
  };
  constexpr const char* kTiers[] = {"public", "registered", "controlled"};
  std::vector<std::unique_ptr<GuestOpponent>> guests;
  std::vector<std::vector<bool>> before;
  for (const char* tier : kTiers) {
    guests.push_back(Admit(*catalogue, tier));
    ASSERT_NE(guests.back(), nullptr);
    before.push_back(known(*guests.back()));
  }
  EXPECT_TRUE(std::ranges::count(before[1], true) > 20 && std::ranges::count(before[1], false) > 20);
  // By a plain threshold, those of 19 people come to be known.
  const double by_threshold = std::ranges::count_if(std::vector<size_t>(kCodes),
                                                    [c = size_t{0}](size_t) mutable { return 14 + c++ % 14 == 19; });
  Tell("A20 listing: codes that changed", "threshold", by_threshold);
  EXPECT_GE(by_threshold / kCodes, 0.05);
  constexpr size_t kMore = 6;
  std::vector<double> later(std::size(kTiers));
  for (size_t more = 0; more < kMore; ++more) {
    Import(*catalogue, "hospital", record(absl::StrCat("one", more), all));
    ASSERT_TRUE(catalogue->PublishEpoch().ok());
    for (size_t t = 0; t < guests.size(); ++t) {
      const std::vector<bool> after = known(*guests[t]);
      const double flipped = changed(before[t], after);
      if (more == 0) {
        Tell("A20 listing: codes that changed", kTiers[t], flipped);
        EXPECT_EQ(flipped, 0) << kTiers[t];
      }
      later[t] += flipped;
      before[t] = after;
    }
  }
  for (size_t t = 0; t < guests.size(); ++t) {
    const double share = later[t] / (kMore * kCodes);
    Tell("A20 listing: share in six epochs", kTiers[t], share);
    EXPECT_LE(share, 0.05) << kTiers[t];
  }
}

}  // namespace
}  // namespace muster::attack
