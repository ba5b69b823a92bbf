// Random statements of guests, put to the engine and to a second implementation of the release door that was written
// apart: sets of people as they are, every remembered set looked at, each way of leaving something out built.
//
// 100,000 statements: MUSTER_DOOR_RUNS=100000 door_property_test
//
// MUSTER_DOOR_SEED chooses the people and statements (a failure names its own), MUSTER_DOOR_RUNS how many are asked.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "muster/guest.h"
#include "tests/attack/seeded_catalogue.h"
#include "tests/attack/settings.h"
#include "tests/property/door/criteria.h"
#include "tests/property/door/invented_people.h"
#include "tests/property/door/plain_door.h"
#include "tests/property/door/plain_groups.h"
#include "tests/property/door/random_criteria.h"

namespace muster::property {
namespace {

constexpr uint64_t kStatementsPerWorld = 100;
constexpr size_t kLongest = 350;  // bytes of criteria that others are made of

// As the presets have them.
const std::vector<PlainTier>& Tiers() {
  static const std::vector<PlainTier> tiers = {
      {"public", 20, 30, 25, 10}, {"registered", 10, 20, 9, 5}, {"controlled", 5, 10, 4, 1}};
  return tiers;
}

std::string Policy() {
  std::string tiers;
  for (const PlainTier& tier : Tiers()) {
    absl::StrAppend(&tiers, tiers.empty() ? "" : ", ", "\"", tier.name, R"(": {"preset": ")", tier.name, "\", ",
                    R"("units": 1000000000, "units_year": 1000000000, "units_tier": 1000000000, "near": 1000000000, )",
                    R"("per_minute": 1000000000, "timing": 0, "criteria": 1000, "or_operands": 100)",
                    tier.name == "public" ? R"(, "units_name": 1000000000})" : "}");
  }
  return absl::StrCat(R"({"tiers": {)", tiers, R"(}, "ledger": {"durable": "process"}})");
}

// Some of `values` in groups, in any order.
PlainGroups RandomGroups(std::vector<std::string> values, RandomCriteria* random) {
  PlainGroups groups;
  for (const char* name : {"some", "further", "last"}) {
    if (!groups.empty() && random->Below(3) == 0) break;
    std::vector<std::string> in;
    for (size_t size = 1 + random->Below(4); size > 0 && !values.empty(); --size) {
      const auto at = values.begin() + static_cast<std::ptrdiff_t>(random->Below(values.size()));
      in.push_back(*at);
      values.erase(at);
    }
    if (!in.empty()) groups.emplace_back(name, std::move(in));
  }
  return groups;
}

// By values of people, of which they may have several, as they are or in groups.
void MakeTable(const InventedPeople& people, RandomCriteria* random, Asked* asked) {
  constexpr const char* kFields[] = {"country", "sex", "phenotype"};
  asked->by = {kFields[random->Below(3)]};
  if (random->Below(3) == 0 && asked->by[0] != "sex") asked->by.insert(asked->by.begin(), "sex");
  asked->samples = random->Below(4) == 0;
  if (asked->by.back() != "sex" && random->Below(2) == 0) {
    asked->groups = RandomGroups(
        asked->by.back() == "country" ? std::vector<std::string>{"DE", "ES", "FR", "IT"} : people.terms, random);
  }
  if (random->Below(4) == 0) {
    asked->least = static_cast<int64_t>(1 + random->Below(80));
  } else if (asked->by.size() == 1 && random->Below(4) == 0) {
    asked->top = 1 + random->Below(3);
  }
}

// A new statement, or one of those before a little changed: so sets are near, or the same.
Asked RandomStatement(const InventedPeople& people, RandomCriteria* random, std::vector<Criteria>* before) {
  const auto criteria = [&]() -> Criteria {
    using Kind = Criteria::Kind;
    Criteria made = random->Make(2);
    if (!before->empty() && random->Below(2) == 0) {
      const Criteria old = (*before)[random->Below(before->size())];
      switch (random->Below(4)) {
        case 0:
          made = {Kind::kNot, 0, {{Kind::kNot, 0, {old}, {}}}, {}};
          break;
        case 1:
          made = {Kind::kOr, 0, {old, {Kind::kAnd, 0, {random->Leaf(), random->Leaf(), random->Leaf()}, {}}}, {}};
          break;
        case 2:
          made = {
              Kind::kAnd, 0, {old, {Kind::kNot, 0, {{Kind::kAnd, 0, {random->Leaf(), random->Leaf()}, {}}}, {}}}, {}};
          break;
        default:
          made = {Kind::kAnd, 0, {old, random->Leaf()}, {}};
      }
    }
    if (Text(made).size() < kLongest) before->push_back(made);
    return made;
  };
  Asked asked;
  asked.criteria.push_back(criteria());
  switch (random->Below(9)) {
    case 0:
      asked.kind = Asked::Kind::kFunnel;
      break;
    case 1:
      asked.kind = Asked::Kind::kCompare;
      asked.criteria.push_back(criteria());
      break;
    case 2:
    case 3:
      MakeTable(people, random, &asked);
      break;
    case 4:
      asked.families = true;
      asked.individuals = random->Below(2) == 0;
      asked.samples = asked.individuals && random->Below(3) == 0;
      break;
    case 5:
      asked.persons = true;
      asked.individuals = random->Below(2) == 0;
      asked.samples = asked.individuals && random->Below(3) == 0;
      break;
    default:
      asked.samples = random->Below(5) == 0;
  }
  return asked;
}

PlainAnswer ToldBy(const muster::Table& table, const Asked& asked) {
  PlainAnswer told;
  for (const std::vector<Cell>& cells : table.rows) {
    PlainRow& row = told.rows.emplace_back();
    for (const Cell& cell : cells) {
      if (const auto* number = std::get_if<Number>(&cell)) row.numbers.push_back(*number);
      const auto* text = std::get_if<std::string>(&cell);
      if (text != nullptr && asked.kind == Asked::Kind::kCount) row.values.push_back(*text);
      if (std::holds_alternative<std::monostate>(cell) && asked.kind == Asked::Kind::kCount) row.values.push_back("-");
    }
    // How many each step of a funnel loses is a difference of these.
    if (asked.kind == Asked::Kind::kFunnel) row.numbers.resize(1);
  }
  for (const Cell& cell : table.total) told.total.push_back(std::get<Number>(cell));
  return told;
}

class DoorPropertyTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / absl::StrCat("muster_door_", getpid());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // Asks about people of their own; false where something is wrong.
  void TryWorld(uint64_t seed, uint64_t statements) {
    const InventedPeople people(seed);
    const std::string path = (folder_ / absl::StrCat(seed)).string();
    const auto catalogue = attack::CreateSeeded(path, seed);
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    ImportOptions options;
    options.dataset = InventedPeople::kDataset;
    options.mapping = InventedPeople::Mapping();
    const auto report = (*catalogue)->ImportText(people.Records(), options);
    ASSERT_TRUE(report.ok()) << report.status();
    const absl::Status set = (*catalogue)->SetPolicy(Policy());
    ASSERT_TRUE(set.ok()) << set;
    std::vector<std::unique_ptr<Guest>> guests;
    for (const PlainTier& tier : Tiers()) {
      auto guest = (*catalogue)->Admit({.name = "somebody", .tier = tier.name});
      ASSERT_TRUE(guest.ok()) << guest.status();
      guests.push_back(*std::move(guest));
    }
    PlainDoor plain(people, attack::KeysOf(seed), Tiers());
    RandomCriteria random(seed, people.terms, people.words, {{"country", {"DE", "ES", "FR", "IT"}}},
                          {{"tissue", {"TX:0", "TX:1", "TX:2"}}, {"histology", {"HX:0", "HX:1", "HX:2"}}});
    std::vector<Criteria> before;
    for (uint64_t n = 0; n < statements; ++n) {
      const Asked asked = RandomStatement(people, &random, &before);
      const size_t tier = random.Below(guests.size());
      const std::string text = Text(asked);
      const auto answers = guests[tier]->Query(text);
      ASSERT_TRUE(answers.ok()) << text << "\n" << answers.status();
      const Answer& answer = answers->at(0);
      ASSERT_TRUE(answer.table.has_value()) << text << "\n" << RenderDiagnostics(text, answer.diagnostics);
      const PlainAnswer expected = plain.Answer(asked, Tiers()[tier]);
      const PlainAnswer told = ToldBy(*answer.table, asked);
      ASSERT_EQ(told, expected) << "MUSTER_DOOR_SEED=" << seed << ", statement " << n << ", " << Tiers()[tier].name
                                << ": " << text << "\nengine:\n"
                                << Describe(told) << "plain:\n"
                                << Describe(expected);
      for (const PlainRow& row : told.rows) {
        for (const Number& number : row.numbers) ++(number.value ? shown_ : hidden_);
      }
    }
    near_ += plain.memory().near();
    reduced_ += plain.reduced();
    std::filesystem::remove_all(path);
  }

  std::filesystem::path folder_;
  size_t near_ = 0, reduced_ = 0, shown_ = 0, hidden_ = 0;
};

TEST_F(DoorPropertyTest, AgreesWithSetsOfPeopleAsTheyAre) {
  const uint64_t seed = attack::FromEnvironment("MUSTER_DOOR_SEED", 20261129);
  const uint64_t runs = attack::FromEnvironment("MUSTER_DOOR_RUNS", 1000);
  std::cout << "MUSTER_DOOR_SEED=" << seed << " MUSTER_DOOR_RUNS=" << runs << std::endl;
  uint64_t asked = 0;
  for (uint64_t world = 0; asked < runs && !HasFatalFailure(); ++world) {
    const uint64_t statements = std::min(kStatementsPerWorld, runs - asked);
    TryWorld(seed + world, statements);
    asked += statements;
  }
  std::cout << asked << " statements: " << shown_ << " numbers shown, " << hidden_ << " hidden, " << near_
            << " of near sets; of " << reduced_ << " questions something was left out" << std::endl;
  if (asked < 1000 || HasFatalFailure()) return;
  EXPECT_GT(shown_ * 10, asked) << "too few numbers that are shown";
  EXPECT_GT(hidden_ * 10, asked) << "too few numbers that are hidden";
  EXPECT_GT(near_ * 50, asked) << "too few sets that are near others";
  EXPECT_GT(reduced_ * 20, asked) << "too few questions of which something is left out";
}

}  // namespace
}  // namespace muster::property
