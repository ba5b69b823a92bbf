#include "engine/import/table/beside/parted_ages.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PartedAgesTest, NamesOfTimes) {
  const auto said = [](std::string_view name) {
    const std::optional<TimeName> time = TimeNameOf(name);
    return time.has_value() ? time->of + " " + std::to_string(static_cast<int>(time->unit)) : "";
  };
  EXPECT_EQ(said("onset_years"), "onset 1");
  EXPECT_EQ(said("onsetMonths"), "onset 2");
  EXPECT_EQ(said("ga weeks"), "ga 3");
  EXPECT_EQ(said("age_d"), "age 4");
  EXPECT_EQ(said("Alter (Jahre)"), "alter 1");
  EXPECT_EQ(said("years"), "") << "of nothing";
  EXPECT_EQ(said("month_of_year_x"), "");
  EXPECT_EQ(said("onset"), "");
}

std::vector<std::string> Problems(const std::string& text) {
  return ProblemsOf(ReadTables({{"p.csv", text}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true, "columns": {"onset_years": {"age": "years"}}}},
    "phenotypes": {"from": "/p", "when": "/onset_years",
                   "fields": {"term": {"const": "HP:0001250"}, "onset": "/onset_years"}}})"));
}

TEST(PartedAgesTest, TheRestOfAnAgeIsReported) {
  EXPECT_THAT(
      Problems("id,onset_years,onset_months\n1,2,6\n2,0,9\n3,1,0\n4,,8\n"),
      ElementsAre("p.csv 0  /p/onset_months: 2 cells of \"onset_months\" are not 0 beside \"onset_years\", such "
                  "as \"2\" and \"6\", and a rule reads the latter alone"));
}

TEST(PartedAgesTest, TheWholeOnceMoreIsNot) {
  EXPECT_THAT(Problems("id,onset_years,onset_months\n1,2,30\n2,0,9\n"), IsEmpty()) << "the same age in months";
  EXPECT_THAT(Problems("id,onset_years,onset_months\n1,2.5,6\n2,1,9\n"), IsEmpty()) << "years with a fraction";
  EXPECT_THAT(Problems("id,onset_years,visit_months\n1,2,6\n2,1,0\n"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
