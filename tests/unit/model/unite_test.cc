#include "engine/model/record/unite.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace muster::model {
namespace {

using testing::SizeIs;

// Symbols 1 to 9; 5 says that nothing is known.
const Dictionary kDictionary = [] {
  Dictionary dictionary;
  for (const char* text : {"zero", "one", "two", "three", "four", "unknown", "six", "seven", "eight", "nine"}) {
    dictionary.Intern(text);
  }
  return dictionary;
}();

Row Make(Entity entity, uint32_t parent, std::vector<FieldValue> values) {
  return {entity, parent, false, std::move(values)};
}

Record Of(std::vector<Row> rows) {
  Record record{"d", "p", {Make(Entity::kIndividual, 0, {{field::kSex, Symbol{1}}})}, ""};
  for (Row& row : rows) record.rows.push_back(std::move(row));
  return record;
}

TEST(UniteTest, EqualRowsAnswerForOneEach) {
  const Row fever = Make(Entity::kPhenotype, 0, {{field::kPhenotypeTerm, Symbol{7}}});
  Record one = Of({fever});
  EXPECT_FALSE(Unite(Of({fever, fever}), one, kDictionary));
  EXPECT_THAT(one.rows, SizeIs(3));
  EXPECT_FALSE(Unite(Of({fever, fever}), one, kDictionary));
  EXPECT_THAT(one.rows, SizeIs(3));
}

// Ages follow from the date of birth of both, whichever record has it, and a row that both have is there once.
TEST(UniteTest, AgesFollowFromTheDateOfBirthOfBoth) {
  constexpr HalfHours kOneDay = kDay - 1;
  const auto day = [](int year) {
    const HalfHours low = DaysFromCivil({year, 1, 1}) * kDay;
    return Interval{low, low + kOneDay};
  };
  const auto onset = [](const Interval& date, const Interval& age) {
    return Make(Entity::kDisease, 0, {{field::kDiseaseTerm, Symbol{7}}, {field::kDiseaseOnset, TimeValue{age, date}}});
  };
  const auto born = [](Record record, const Interval& birth) {
    record.rows[0].values.push_back({field::kBirth, TimeValue{{}, birth}});
    return record;
  };
  const Interval birth = day(1960);
  const Interval age = AgeAtEvent(birth, day(2010));
  const Record without = Of({onset(day(2010), {})});
  const Record with = born(Of({onset(day(2010), age)}), birth);
  const Record told = Of({onset(day(2010), {kYear, kYear})});
  const Interval year{day(1960).low, day(1961).low - 1};
  const Record less = born(Of({onset(day(2010), AgeAtEvent(year, day(2010)))}), year);
  const auto ages = [](const Record& one, Record other) {
    EXPECT_FALSE(Unite(one, other, kDictionary));
    std::vector<Interval> found;
    for (const Row& row : other.rows) {
      if (const Value* time = row.Find(field::kDiseaseOnset)) found.push_back(std::get<TimeValue>(*time).age);
    }
    return found;
  };
  EXPECT_EQ(ages(without, with), std::vector{age});
  EXPECT_EQ(ages(with, without), std::vector{age});
  EXPECT_EQ(ages(less, with), std::vector{age}) << "the more exact one";
  EXPECT_EQ(ages(with, less), std::vector{age});
  EXPECT_EQ(ages(with, told), (std::vector{Interval{kYear, kYear}, age})) << "what is told stays";
}

// Many rows are looked up instead of compared with each other: the result is the same.
TEST(UniteTest, ManyRowsAreUnitedAsFewAre) {
  const auto records = [](size_t n) {
    const auto sample = [](size_t i) {
      return Make(Entity::kSample, 0, {{field::kSampleId, "s" + std::to_string(i)}});
    };
    const auto run = [](uint32_t parent, size_t i) {
      return Make(Entity::kRun, parent, {{field::kRunId, "r" + std::to_string(i)}});
    };
    std::vector<Row> a, b;
    for (size_t i = 0; i < n; ++i) {
      a.push_back(Make(Entity::kPhenotype, 0, {{field::kPhenotypeTerm, static_cast<Symbol>(i % 7)}}));
      b.push_back(Make(Entity::kPhenotype, 0, {{field::kPhenotypeTerm, static_cast<Symbol>(i % 5)}}));
    }
    for (size_t i = 0; i < n; ++i) {
      a.push_back(sample(i));
      a.push_back(run(static_cast<uint32_t>(a.size()), i));
      b.push_back(sample(i + n / 2));
      b.push_back(run(static_cast<uint32_t>(b.size()), i + n / 2 + i % 2));
    }
    return std::pair(Of(std::move(a)), Of(std::move(b)));
  };
  // 7 of 5 kinds are there once for each, the others are added: worked out for 35, which is below the bound.
  for (const size_t n : {size_t{35}, size_t{350}}) {
    auto [record, other] = records(n);
    EXPECT_FALSE(Unite(other, record, kDictionary));
    const size_t phenotypes = n + (n / 5 - n / 7) * 5;
    const size_t samples = n + n / 2;
    size_t counts[kEntityCount] = {};
    for (const Row& row : record.rows) ++counts[static_cast<size_t>(row.entity)];
    EXPECT_EQ(counts[static_cast<size_t>(Entity::kPhenotype)], phenotypes) << n;
    EXPECT_EQ(counts[static_cast<size_t>(Entity::kSample)], samples) << n;
    for (size_t i = 1; i < record.rows.size(); ++i) EXPECT_LT(record.rows[i].parent, i);
    const Record before = record;
    EXPECT_FALSE(Unite(other, record, kDictionary));
    EXPECT_EQ(record, before) << "all of it is known";
  }
  auto [record, other] = records(8000);
  EXPECT_FALSE(Unite(other, record, kDictionary));  // with a comparison of each with each, this takes minutes
}

TEST(UniteTest, SamplesOfOneIdAreOne) {
  const auto sample = [](std::string id) { return Make(Entity::kSample, 0, {{field::kSampleId, std::move(id)}}); };
  Record record = Of({sample("a"), Make(Entity::kRun, 1, {{field::kRunId, std::string("r1")}})});
  EXPECT_FALSE(Unite(Of({sample("a"), Make(Entity::kRun, 1, {{field::kRunId, std::string("r2")}}), sample("b")}),
                     record, kDictionary));
  ASSERT_THAT(record.rows, SizeIs(5));
  EXPECT_EQ(record.rows[3].parent, 1u);  // r2 below a
  EXPECT_EQ(record.rows[4].parent, 0u);
}

TEST(UniteTest, ValuesThatAreLackedAreAddedAndOthersContradict) {
  Record record = Of({});
  Record other = Of({});
  other.rows[0].values = {{field::kVitalStatus, Symbol{3}}};
  EXPECT_FALSE(Unite(other, record, kDictionary));
  EXPECT_THAT(record.rows[0].values, SizeIs(2));
  other.rows[0].values = {{field::kSex, Symbol{5}}};
  EXPECT_FALSE(Unite(other, record, kDictionary));
  other.rows[0].values = {{field::kSex, Symbol{2}}};
  const auto contradiction = Unite(other, record, kDictionary);
  ASSERT_TRUE(contradiction);
  EXPECT_EQ(contradiction->field, field::kSex);
}

TEST(UniteTest, OfTheLastContactTheLaterOneCounts) {
  const auto at = [](HalfHours age) {
    Record record = Of({});
    record.rows[0].values.push_back({field::kLastContact, TimeValue{{age, age}, {}, kNoSymbol}});
    return record;
  };
  Record record = at(10);
  EXPECT_FALSE(Unite(at(20), record, kDictionary));
  EXPECT_FALSE(Unite(at(5), record, kDictionary));
  EXPECT_EQ(std::get<TimeValue>(*record.rows[0].Find(field::kLastContact)).age.high, 20);
}

TEST(UniteTest, ExtrasAreJoinedOnce) {
  Record record = Of({});
  record.extras = R"({"/a":1})";
  Record other = Of({});
  other.extras = R"({"/b":2})";
  EXPECT_FALSE(Unite(other, record, kDictionary));
  EXPECT_FALSE(Unite(other, record, kDictionary));
  EXPECT_EQ(record.extras, R"({"/a":1,"/b":2})");
}

}  // namespace
}  // namespace muster::model
