// The low-effect rule against a second implementation, written apart.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/release/low_effect/low_effect.h"
#include "grammar/parse.h"
#include "tests/property/door/criteria.h"
#include "tests/property/door/plain_rule.h"
#include "tests/property/door/random_criteria.h"
#include "tests/unit/release/small_people.h"

namespace muster::property {
namespace {

constexpr size_t kPeople = 200;

// Terms of all sizes; every person has some of them, by chance.
PeopleByText MakeTerms(RandomCriteria* random) {
  PeopleByText terms;
  for (int t = 0; t < 12; ++t) {
    const size_t share = t % 3 == 0 ? 60 : t % 3 == 1 ? 20 : 2;
    People people;
    for (size_t i = 0; i < kPeople; ++i) people[i] = random->Below(100) < share;
    terms[absl::StrCat("X:", t)] = people;
  }
  return terms;
}

std::vector<std::string> Codes() {
  std::vector<std::string> codes;
  for (int t = 0; t < 12; ++t) codes.push_back(absl::StrCat("X:", t));
  return codes;
}

TEST(LowEffectPropertyTest, AgreesWithTheSecondImplementation) {
  size_t changed = 0;
  for (uint64_t seed = 1; seed <= 1500; ++seed) {
    RandomCriteria random(seed, Codes(), {});
    const PeopleByText terms = MakeTerms(&random);
    const Criteria asked = random.Make(3);
    const uint64_t k = 3 + random.Below(15);
    release::SmallPeople people(terms, kPeople);
    const grammar::Count count = release::Asked(Text(asked));
    const auto reduced = release::LeaveOutLowEffects(count.where.get(), {}, k, people);
    ASSERT_TRUE(reduced.ok()) << reduced.status();
    const release::PeopleBits before = people.Of(count.where.get());
    const Facts facts{kPeople, terms, {}};
    ASSERT_EQ(before, WhoMeets(asked, facts)) << Text(asked);
    const release::PeopleBits after = people.Of(reduced->where.get());
    EXPECT_LT((before ^ after).count(), k) << "seed " << seed << ": " << Text(asked);
    const std::optional<Criteria> plain = WithoutLowEffects(asked, k, facts, Everybody(kPeople));
    ASSERT_EQ(after, plain ? WhoMeets(*plain, facts) : Everybody(kPeople))
        << "seed " << seed << ", k " << k << ": " << Text(asked);
    if (reduced->left_out == 0) continue;
    ++changed;
    EXPECT_EQ(reduced->where == nullptr ? "" : grammar::Print(*reduced->where), plain ? Printed(*plain) : "")
        << "seed " << seed << ", k " << k << ": " << Text(asked);
  }
  EXPECT_GT(changed, 300u) << "too few questions of which something is left out";
}

}  // namespace
}  // namespace muster::property
