// Columns of units that no rule reads.
#include "engine/import/table/units/unit_columns.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Age = TableColumn::Age;

TEST(UnitColumnsTest, CellsThatAreUnitsOfTime) {
  for (const char* cell : {"YEARS", "yr", "Jahre", "ans", "años", "années", "year(s)", "岁", "лет"}) {
    EXPECT_EQ(TimeUnitOfCell(cell, false), Age::kYears) << cell;
  }
  for (const char* cell : {"MONTHS", "mo", "Monat", "mois", "月"}) EXPECT_EQ(TimeUnitOfCell(cell, false), Age::kMonths);
  EXPECT_EQ(TimeUnitOfCell("days", false), Age::kDays);
  EXPECT_EQ(TimeUnitOfCell("HOURS", false), Age::kNone);
  EXPECT_EQ(TimeUnitOfCell("M", false), std::nullopt) << "a sex";
  EXPECT_EQ(TimeUnitOfCell("M", true), Age::kMonths);
  EXPECT_EQ(TimeUnitOfCell("mg", true), std::nullopt);
  EXPECT_EQ(TimeUnitOfCell("1", true), std::nullopt);
}

TEST(UnitColumnsTest, NamesOfCodesOfUnits) {
  for (const char* name :
       {"unit_concept_id", "value_units_cd", "value_unit_cd", "LBORRESU", "EXDOSU", "result_units"}) {
    EXPECT_TRUE(MayHaveCodesOfUnits(name)) << name;
  }
  for (const char* name : {"care_unit_code", "unit_code", "research_unit_cd", "ward", "value"}) {
    EXPECT_FALSE(MayHaveCodesOfUnits(name)) << name;
  }
}

// A table with ages in years, and a column of this name and these cells.
std::vector<std::string> BesideAges(const std::string& name, const std::vector<std::string>& cells,
                                    const std::string& more = "other", const std::string& age = "AGE") {
  std::string csv = "id," + age + "," + more + "," + name + "\n";
  for (size_t i = 0; i < cells.size(); ++i)
    csv += "p" + std::to_string(i) + ",2" + std::to_string(i) + ",," + cells[i] + "\n";
  return ProblemsOf(ReadTables({{"t.csv", csv}}, R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true,
      "columns": {")" + age + R"(": {"age": "years"}}}}, "individual": {"age at enrolment": "/t/)" +
                                                     age + R"("}})"));
}

TEST(UnitColumnsTest, UnitsOfAgesAreTold) {
  const std::vector<std::string> words = {"YEARS", "MONTHS", "DAYS"};
  for (const char* name : {"AGEU", "age_unit", "Unit Age", "AGETXTU", "timeunit", "onset_unit", "age_period", "unit"}) {
    EXPECT_THAT(BesideAges(name, words), ElementsAre(HasSubstr("3 cells such as \"YEARS\" and \"MONTHS\", and the "
                                                               "numbers of \"AGE\" are taken in one unit")))
        << name;
  }
  EXPECT_THAT(BesideAges("AGEU", {"Y", "M", "Y"}), Contains(HasSubstr("are taken in one unit")));
  EXPECT_THAT(BesideAges("age_units", {"1", "2", "1"}), Contains(HasSubstr("are taken in one unit")));
  EXPECT_THAT(BesideAges("Alterseinheit", {"1", "2"}, "other", "Alter"), Contains(HasSubstr("are taken in one unit")));
  EXPECT_THAT(BesideAges("age_unit", {"1", "2"}, "other", "age_at_onset"), Contains(HasSubstr("taken in one unit")));
  EXPECT_THAT(BesideAges("onset_unit", {"months", "months"}), Contains(HasSubstr("are taken in one unit")));
  EXPECT_THAT(BesideAges("AGEU", {"MONTHS", "MONTHS"}), Contains(HasSubstr("are taken in one unit")));
}

TEST(UnitColumnsTest, WhatIsNoUnitOfAgesIsNotTold) {
  const auto silent = Not(Contains(HasSubstr("are taken in one unit")));
  EXPECT_THAT(BesideAges("AGEU", {"YEARS", "YEARS"}), silent);
  EXPECT_THAT(BesideAges("unit", {"years", "years"}), silent);
  EXPECT_THAT(BesideAges("age_unit", {"1", "1"}), silent);
  EXPECT_THAT(BesideAges("geschlecht", {"m", "w", "d"}), silent);
  EXPECT_THAT(BesideAges("dose_interval_unit", {"days", "weeks"}), silent);
  EXPECT_THAT(BesideAges("pain_unit", {"days", "weeks"}, "pain"), silent) << "that of another column";
  EXPECT_THAT(BesideAges("period", {"days", "days"}), silent) << "one, of anything";
}

TEST(UnitColumnsTest, UnitsOfSurvivalAreTold) {
  const auto told = [](const std::string& unit) {
    return ProblemsOf(ReadTables({{"t.csv", "id,os,os_unit\na,5," + unit + "\nb,6," + unit + "\n"}},
                                 R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true}},
                                     "individual": {"survival": "/t/os"}})"));
  };
  EXPECT_THAT(told("months"), Contains(HasSubstr("the numbers of \"os\" are taken in one unit")));
  EXPECT_THAT(told("days"), IsEmpty());
}

// Measurements of one assay in mg/L, beside a column of this name and these cells.
std::vector<std::string> BesideValues(const std::string& name, const std::string& one, const std::string& two,
                                      const std::string& when = "", const std::string& rest = "") {
  return ProblemsOf(ReadTables(
      {{"t.csv", "id,test,value," + name + "\na,CRP,5," + one + "\nb,CRP,6," + two + "\n" + rest}},
      R"({"tables": {"t": {"files": "t.csv", "id": "id"}}, "measurements": {"from": "/t/*", )" + when + R"("fields": {
                                   "assay": {"const": "LOINC:1988-5"}, "value": "/value", "unit": {"const": "mg/L"}}}})"));
}

TEST(UnitColumnsTest, CodesOfUnitsBesideValuesAreTold) {
  for (const char* name : {"value_units_cd", "unit_concept_id", "LBORRESU", "valueu", "conventional_unit"}) {
    EXPECT_THAT(BesideValues(name, "8753", "8840"), ElementsAre(HasSubstr("2 cells such as \"8753\" and \"8840\"")))
        << name;
  }
  EXPECT_THAT(BesideValues("value_unit", "1", "2"), ElementsAre(HasSubstr("\"1\" and \"2\"")));
  EXPECT_THAT(BesideValues("value_unit_cd", "8753", "8753"), IsEmpty());
  EXPECT_THAT(BesideValues("unit", "ward1", "ward2"), IsEmpty()) << "wards";
  EXPECT_THAT(BesideValues("unit", "mg/L", "mg/L"), IsEmpty()) << "the unit of the rule";
  EXPECT_THAT(BesideValues("unit", "mg/L", "mg/dL"), ElementsAre(HasSubstr("/t/unit")));
  EXPECT_THAT(BesideValues("unit", "mg/dL", "mg/dL"), ElementsAre(HasSubstr("/t/unit")));
}

TEST(UnitColumnsTest, UnitsOfTimeOfValuesAreNotThoseOfAges) {
  const auto told = [](const std::string& unit) {
    return ProblemsOf(ReadTables({{"t.csv", "id,age,v,unit\na,30,5," + unit + "\nb,31,6," + unit + "\n"}},
                                 R"({"tables": {"t": {"files": "t.csv", "id": "id", "columns": {
          "age": {"age": "years"}}}}, "measurements": {"from": "/t/*", "fields": {"assay": {"const": "LOINC:1988-5"},
          "time": "/age", "value": "/v", "unit": {"const": "d"}}}})"));
  };
  EXPECT_THAT(told("d"), IsEmpty()) << "the unit of the rule";
  EXPECT_THAT(told("wk"), ElementsAre(HasSubstr("such as \"wk\", which no question finds")));
}

TEST(UnitColumnsTest, ACodeThatEachTestHasIsNotTold) {
  const std::string rest = "a,HB,12,8713\nb,HB,13,8713\n";
  const std::string when = R"("when": {"/test": ["CRP"]}, )";
  EXPECT_THAT(BesideValues("unit_concept_id", "8751", "8751", when, rest), Not(Contains(HasSubstr("/t/unit"))));
  EXPECT_THAT(BesideValues("unit_concept_id", "8751", "8840", when, rest), Contains(HasSubstr("/t/unit")));
}

TEST(UnitColumnsTest, UnitsOfDosesAreTold) {
  for (const char* name : {"doseu", "EXDOSU"}) {
    EXPECT_THAT(ProblemsOf(ReadTables(
                    {{"t.csv", std::string("id,agent,dose,") + name + "\na,NCIT:C154329,5,mg\nb,NCIT:C154329,6,ug\n"}},
                    R"({"tables": {"t": {"files": "t.csv", "id": "id"}}, "exposures": {
          "from": "/t/*", "fields": {"agent": "/agent", "value": "/dose", "unit": {"const": "mg"}}}})")),
                Contains(HasSubstr("2 cells such as \"mg\" and \"ug\"")))
        << name;
  }
}

}  // namespace
}  // namespace muster::import
