// Records that are made of several: what is said of them once, under numbers of their own, and in what time.
#include "engine/import/record/deliver/finish_united.h"

#include <gmock/gmock.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "engine/import/record/deliver/contradictions.h"
#include "engine/import/record/deliver/impossible_values.h"
#include "engine/model/record/unite.h"
#include "tests/unit/import/record/memory_sink.h"

namespace muster::import {
namespace {

using model::Entity;
using model::Interval;
using model::Record;
using model::Row;
using model::Symbol;
using model::TimeValue;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr uint32_t kRowsOfMany = 100'000;
// Far more than what takes a time that grows with the rows, and far less than with their square.
constexpr seconds kLong(10);

Interval DayIn(int year) {
  const model::HalfHours low = model::DaysFromCivil({year, 1, 1}) * model::kDay;
  return {low, low + model::kDay - 1};
}

Record BornIn2000() {
  return {"d", "p", {{Entity::kIndividual, 0, false, {{model::field::kBirth, TimeValue{{}, DayIn(2000)}}}}}, ""};
}

Record Nobody() { return {"d", "p", {{Entity::kIndividual, 0, false, {}}}, ""}; }

Row Disease(Symbol term, int year) {
  return {Entity::kDisease,
          0,
          false,
          {{model::field::kDiseaseTerm, term}, {model::field::kDiseaseOnset, TimeValue{{}, DayIn(year)}}}};
}

Row Feature(Symbol term, bool excluded) {
  return {Entity::kPhenotype, 0, excluded, {{model::field::kPhenotypeTerm, term}}};
}

// As the writer of a catalogue makes one record of two.
Record UnitedOf(const Record& earlier, const Record& other, Reporter& reporter) {
  MemorySink sink;
  for (int i = 0; i < 10; ++i) sink.Intern("X:" + std::to_string(i), {});
  Record united = earlier;
  std::vector<model::ImplausibleTime> taken;
  EXPECT_FALSE(model::Unite(other, united, sink.dictionary, &taken).has_value());
  FinishUnited(earlier, other, taken, united, sink, reporter);
  return united;
}

TEST(FinishUnitedTest, ManyImplausibleTimesTakeNoLongTime) {
  Record record = BornIn2000();
  for (uint32_t i = 0; i < kRowsOfMany; ++i) record.rows.push_back(Disease(i, 1850));
  Record without_birth = Nobody();
  without_birth.rows.insert(without_birth.rows.end(), record.rows.begin() + 1, record.rows.end());
  const auto begin = steady_clock::now();
  Reporter alone(10);
  KeepImplausibleTimes(record, alone);
  EXPECT_EQ(std::move(alone).Finish().problem_count, kRowsOfMany);
  Reporter reporter(10);
  const Record united = UnitedOf(without_birth, BornIn2000(), reporter);
  EXPECT_EQ(united.extras, record.extras);
  const Record again = UnitedOf(united, without_birth, reporter);
  EXPECT_EQ(again.extras, record.extras);
  EXPECT_EQ(again.rows.size(), record.rows.size());
  EXPECT_EQ(std::move(reporter).Finish().problem_count, kRowsOfMany) << "each once";
  EXPECT_LT(steady_clock::now() - begin, kLong);
}

TEST(FinishUnitedTest, ManyTermsOfBothPolaritiesTakeNoLongTime) {
  MemorySink sink;
  Record earlier = Nobody();
  for (uint32_t i = 0; i < kRowsOfMany; ++i) {
    const Symbol term = sink.Intern("X:" + std::to_string(i), {});
    earlier.rows.push_back(Feature(term, false));
    earlier.rows.push_back(Feature(term, false));
    if (i > 0) earlier.rows.push_back(Feature(term, true));
  }
  Record other = Nobody();
  other.rows.push_back(Feature(0, true));
  Record united = earlier;
  united.rows.push_back(other.rows[1]);
  const auto begin = steady_clock::now();
  Reporter reporter(10);
  NoteBothPolarities(united, {&earlier, &other}, sink, reporter);
  const ImportReport report = std::move(reporter).Finish();
  EXPECT_EQ(report.problem_count, 1u) << "the others were noted, and a term is one however many rows it has";
  EXPECT_EQ(report.problems.at(0).value, "X:0");
  EXPECT_LT(steady_clock::now() - begin, kLong);
}

// A place tells one row of the united record.
TEST(FinishUnitedTest, TimesHaveTheNumbersOfTheUnitedRecord) {
  Record earlier = Nobody();
  earlier.rows.push_back(Disease(1, 1850));
  Record checked = BornIn2000();  // before it comes to the other one, as records are
  checked.rows.push_back(Disease(2, 1851));
  checked.rows.push_back(Disease(3, 2010));
  Reporter reporter(10);
  KeepImplausibleTimes(checked, reporter);
  EXPECT_EQ(checked.extras, R"x({"/disease/0/onset (implausible)":"1851-01-01"})x");
  EXPECT_EQ(UnitedOf(earlier, checked, reporter).extras,
            R"x({"/disease/1/onset (implausible)":"1851-01-01","/disease/0/onset (implausible)":"1850-01-01"})x");
  Record told = Nobody();  // whose times are checked by the birth of the other one
  told.rows.push_back(Disease(1, 1850));
  told.rows.push_back(Disease(4, 1852));
  Record born = BornIn2000();
  born.rows.push_back(Disease(2, 2010));
  EXPECT_EQ(UnitedOf(born, told, reporter).extras,
            R"x({"/disease/1/onset (implausible)":"1850-01-01","/disease/2/onset (implausible)":"1852-01-01"})x");
}

// What the source itself wrote at a place is not the number of a row.
TEST(FinishUnitedTest, OtherExtrasStayAsTheyAre) {
  Record earlier = Nobody();
  earlier.rows.push_back(Disease(1, 2010));
  Record other = Nobody();
  other.rows.push_back(Disease(2, 2010));
  const std::string own =
      R"x({"/diseases/0/note":"\",\"/disease/0/x (implausible)\":\"","/measurement/7/time (implausible)":"1850",)x";
  other.extras = own + R"x("/disease/0/onset (implausible)":"1849"})x";
  Reporter reporter(10);
  EXPECT_EQ(UnitedOf(earlier, other, reporter).extras, own + R"x("/disease/1/onset (implausible)":"1849"})x");
}

}  // namespace
}  // namespace muster::import
