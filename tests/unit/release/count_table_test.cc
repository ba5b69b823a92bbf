#include "engine/release/door/count_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/release/random_sets.h"

namespace muster::release {
namespace {

using testing::ElementsAre;

constexpr secret::SipKey kKey{5, 6};

model::QuerySet SetOf(const Elements& people) {
  const Sketch sketch = SketchOfElements(people, 40);
  model::QuerySet set;
  set.elements = set.people = set.sum = people.size();
  set.largest = 1;
  set.lanes = sketch.lanes;
  set.keys = sketch.keys;
  return set;
}

// A count of individuals by country, of the people of each.
class CountTableTest : public testing::Test {
 protected:
  CountTableTest() {
    query_.counted = {{.name = "individuals"}};
    bind::Dimension country;
    country.field = model::field::kCountry;
    country.name = "country";
    query_.by = {country};
  }

  void AddRow(const std::string& value, size_t count) { AddRow(Cell(value), people_.Some(count)); }
  void AddRow(Cell value, const Elements& people) {
    sets_.values.push_back({std::move(value)});
    sets_.rows.push_back({SetOf(people), {SetOf(people)}});
    all_.insert(people.begin(), people.end());
    sets_.total = {SetOf(all_), {SetOf(all_)}};
  }
  Table Release() {
    NumberDoor door(tier_, tier_.protection.people, noise_, 1, &memory_);
    return ReleaseCount(query_, sets_, sets_, sites_, tier_, noise_, &door);
  }
  static std::vector<std::string> FirstColumn(const Table& table) {
    std::vector<std::string> names;
    for (const auto& row : table.rows) {
      names.push_back(std::holds_alternative<std::string>(row[0]) ? std::get<std::string>(row[0]) : "-");
    }
    return names;
  }
  static const Number& NumberAt(const Table& table, size_t row) { return std::get<Number>(table.rows[row][1]); }

  Tier tier_ = *PresetTier("registered");
  Noise noise_{kKey, {MakePerturbationTable({0, 9 * kVarianceOne})}};
  AnswerMemory memory_{kKey};
  People people_{1'000'000, 13};
  bind::Query query_;
  SetsOfTable sets_;
  SetsOfSites sites_;
  Elements all_;
};

TEST_F(CountTableTest, ShowsTheRowsThatHaveANumberAndAlwaysTheRowOfTheRest) {
  AddRow("DE", 500);
  AddRow("MT", 4);
  AddRow("PT", 0);
  AddRow("SE", 300);
  AddRow(std::monostate(), people_.Some(100));
  const Table table = Release();
  EXPECT_THAT(FirstColumn(table), ElementsAre("DE", "SE", "-", "(not shown)"));
  EXPECT_NEAR(static_cast<double>(*NumberAt(table, 0).value), 500, 18);
  EXPECT_EQ(NumberAt(table, 3).kind, Number::Kind::kWithheld);
  EXPECT_EQ(std::get<Number>(table.total[0]).kind, Number::Kind::kPerturbed);
}

TEST_F(CountTableTest, LooksTheSameWhetherAValueIsRareOrNobodyHasIt) {
  AddRow("DE", 500);
  const Table without = Release();
  AnswerMemory fresh(kKey);
  memory_ = fresh;
  const Elements before = all_;
  AddRow("MT", 4);
  sets_.total = {SetOf(before), {SetOf(before)}};
  EXPECT_EQ(Release().rows, without.rows);
}

TEST_F(CountTableTest, GivesEveryGroupOfTheAskerARow) {
  bind::Dimension::Group small{"small", nullptr};
  bind::Dimension::Group large{"large", nullptr};
  bind::Dimension::Group none{"none", nullptr};
  query_.by[0].groups = {small, large, none};
  AddRow("small", 5);
  AddRow("large", 400);
  AddRow("other", 100);
  const Table table = Release();
  EXPECT_THAT(FirstColumn(table), ElementsAre("small", "large", "none", "other", "(not shown)"));
  EXPECT_EQ(NumberAt(table, 0), NumberAt(table, 2));  // few, and none
  EXPECT_EQ(NumberAt(table, 0).kind, Number::Kind::kSuppressed);
}

TEST_F(CountTableTest, ComparesShownNumbersInHaving) {
  AddRow("DE", 500);
  AddRow("MT", 4);
  AddRow("SE", 300);
  query_.having = {{0, grammar::Compare::Op::kGreaterEqual, 400}};
  EXPECT_THAT(FirstColumn(Release()), ElementsAre("DE", "(not shown)"));
  query_.having = {{0, grammar::Compare::Op::kLess, 10}};
  EXPECT_THAT(FirstColumn(Release()), ElementsAre("(not shown)"));
}

TEST_F(CountTableTest, RanksByShownNumbers) {
  AddRow("DE", 300);
  AddRow("IT", 600);
  AddRow("MT", 4);
  AddRow("SE", 900);
  AddRow(std::monostate(), people_.Some(1000));
  query_.by[0].top = 2;
  EXPECT_THAT(FirstColumn(Release()), ElementsAre("SE", "IT", "(not shown)"));
  query_.by[0].top = 10;
  EXPECT_THAT(FirstColumn(Release()), ElementsAre("SE", "IT", "DE", "(not shown)"));
}

// Records of one person in several datasets are not several people.
TEST_F(CountTableTest, HidesFewPersonsWhateverTheirRecords) {
  query_.by = {};
  query_.counted = {{.name = "distinct individuals", .distinct = bind::Counted::Distinct::kPersons}};
  const auto shown = [this](size_t records, size_t persons) {
    sets_.values = {{}};
    sets_.rows = {{SetOf(people_.Some(records)), {SetOf(people_.Some(persons))}}};
    return std::get<Number>(Release().rows[0][0]).kind;
  };
  EXPECT_EQ(shown(200, 2), Number::Kind::kSuppressed);
  EXPECT_EQ(shown(200, 100), Number::Kind::kPerturbed);
}

TEST_F(CountTableTest, HidesTheNumbersOfRowsWhereThereAreFewPeople) {
  query_.counted.push_back({.entity = model::Entity::kSample, .name = "samples"});
  const auto samples = [&](const std::string& value, size_t people, uint64_t rows) {
    AddRow(value, people_.Some(people));
    model::QuerySet set = SetOf(people_.Some(people));
    set.sum = rows;
    set.largest = 2;
    sets_.rows.back().sets.push_back(set);
  };
  samples("DE", 9, 5000);
  samples("SE", 200, 500);
  sets_.total.sets.push_back(sets_.rows[1].sets[1]);
  const Table table = Release();
  ASSERT_EQ(table.rows.size(), 2u);
  const auto& shown = std::get<Number>(table.rows[0][2]);
  EXPECT_NEAR(static_cast<double>(*shown.value), 500, 40);
  EXPECT_EQ(shown.low, std::nullopt);
}

TEST_F(CountTableTest, HidesAnotherRowBesideTheOnlyHiddenOneWithoutNoise) {
  tier_.protection.variance = 0;
  tier_.protection.round = 1;
  tier_.protection.shown_from = 10;
  AddRow("DE", 500);
  AddRow("MT", 4);
  AddRow("SE", 300);
  const Table table = Release();
  EXPECT_THAT(FirstColumn(table), ElementsAre("DE", "SE", "(not shown)"));
  EXPECT_EQ(NumberAt(table, 0).kind, Number::Kind::kRounded);
  EXPECT_EQ(NumberAt(table, 1).kind, Number::Kind::kWithheld);
}

TEST_F(CountTableTest, WithholdsWhatTooFewDatasetsContributeTo) {
  tier_.sites = {2, 20, 90};
  AddRow("DE", 500);
  AddRow("SE", 300);
  sites_ = {{SetOf(people_.Some(480)), SetOf(people_.Some(5))},
            {SetOf(people_.Some(150)), SetOf(people_.Some(150))},
            {SetOf(people_.Some(600)), SetOf(people_.Some(200))}};
  const Table table = Release();
  EXPECT_EQ(NumberAt(table, 0).kind, Number::Kind::kWithheld);
  EXPECT_EQ(NumberAt(table, 1).kind, Number::Kind::kPerturbed);
  EXPECT_EQ(std::get<Number>(table.total[0]).kind, Number::Kind::kPerturbed);
}

TEST_F(CountTableTest, IsOneNumberWithoutDimensions) {
  query_.by.clear();
  const Elements people = people_.Some(300);
  sets_.values = {{}};
  sets_.rows = {{SetOf(people), {SetOf(people)}}};
  const Table table = Release();
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(std::get<Number>(table.rows[0][0]).kind, Number::Kind::kPerturbed);
  EXPECT_TRUE(table.total.empty());
}

}  // namespace
}  // namespace muster::release
