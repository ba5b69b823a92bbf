#include "engine/import/watch/unlikely_values.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Reasons(const std::string& table, const std::string& assay, const std::string& unit,
                                 const std::string& more = "") {
  const Reading reading =
      ReadTables({{"p.csv", table}}, R"({
    "tables": {"p": {"files": "p.csv", "id": "id", "one": true}}, )" +
                                         more + R"(
    "measurements": {"from": "/p", "fields": {"assay": {"const": ")" +
                                         assay + R"("}, "value": "/v", "unit": {"const": ")" + unit + R"("}}}})");
  std::vector<std::string> reasons;
  for (const ImportProblem& problem : reading.report.problems) reasons.push_back(problem.id + " " + problem.reason);
  return reasons;
}

TEST(UnlikelyValuesTest, TwoUnitsInOneColumn) {
  EXPECT_THAT(Reasons("id,v\n1,7.2\n2,53\n3,6.1\n4,48\n5,0.065\n6,53\n", "LOINC:4548-4", "%"),
              ElementsAre("2 4 of 6 values of LOINC:4548-4 in % are not between 3 and 25: 53 of \"2\", 48 of \"4\", "
                          "0.065 of \"5\""));
  EXPECT_THAT(Reasons("id,v\n1,1.70\n2,182\n", "LOINC:8302-2", "cm"),
              ElementsAre("1 1 of 2 values of LOINC:8302-2 in cm is not between 15 and 280: 1.7 of \"1\""));
}

TEST(UnlikelyValuesTest, WhatPeopleHaveIsNotTold) {
  EXPECT_THAT(Reasons("id,v\n1,7.2\n2,15.9\n3,4.1\n", "LOINC:4548-4", "%"), IsEmpty());
  EXPECT_THAT(Reasons("id,v\n1,53\n2,9.5\n", "LOINC:4548-4", "mmol/mol"), IsEmpty());
  EXPECT_THAT(Reasons("id,v\n1,0\n2,250\n", "LOINC:777-3", "10*9/L"), IsEmpty()) << "platelets of which none was seen";
  EXPECT_THAT(Reasons("id,v\n1,0\n2,80\n", "LOINC:8462-4", "mm[Hg]"), IsEmpty());
  EXPECT_THAT(Reasons("id,v\n1,0.1\n2,5000\n", "LOINC:1988-5", "mg/L"), IsEmpty()) << "nothing is known";
  EXPECT_THAT(Reasons("id,v\n1,53\n", "LOINC:4548-4", "%", R"("plausibility": {"numbers": false},)"), IsEmpty());
}

TEST(UnlikelyValuesTest, BreadthsThatAreFractions) {
  const auto told = [](const std::string& one, const std::string& two) {
    const Reading reading = ReadTables({{"r.csv", "id,sid,rid,b\nA,S1,R1," + one + "\nB,S2,R2," + two + "\n"}}, R"({
      "tables": {"r": {"files": "r.csv", "id": "id"}},
      "samples": {"from": "/r/*", "fields": {"id": "/sid"}},
      "runs": {"from": "/r/*", "sample": "/sid", "fields": {"id": "/rid", "breadth": "/b"}}})");
    return ProblemsOf(reading);
  };
  EXPECT_THAT(told("0.95", "0.97"), testing::Contains(testing::HasSubstr("2 of 2 breadths lie between 0 and 1")));
  EXPECT_THAT(told("95", "0.4"), testing::Not(testing::Contains(testing::HasSubstr("breadths"))));
  EXPECT_THAT(told("0", ""), testing::Not(testing::Contains(testing::HasSubstr("breadths"))));
}

TEST(UnlikelyValuesTest, LowValuesOfRareDiseasesAreToldWhereTheyAreMany) {
  std::string table = "id,v\nlow,1.5\n";
  for (int i = 0; i < 98; ++i) table += std::to_string(i) + ",52\n";
  EXPECT_THAT(Reasons(table, "LOINC:2085-9", "mg/dL"),
              ElementsAre("low 1 of 99 values of LOINC:2085-9 in mg/dL is not between 3 and 300: 1.5 of \"low\""));
  EXPECT_THAT(Reasons(table + "98,49\n", "LOINC:2085-9", "mg/dL"), IsEmpty()) << "one in a hundred";
  EXPECT_THAT(Reasons(table + "98,490\n", "LOINC:2085-9", "mg/dL"),
              ElementsAre("98 1 of 100 values of LOINC:2085-9 in mg/dL is not between 3 and 300: 490 of \"98\""));
}

TEST(UnlikelyValuesTest, ConcentrationsBelowZero) {
  EXPECT_THAT(Reasons("id,v\n1,-0.3\n2,-5\n3,9\n", "LOINC:1988-5", "mg/L"),
              ElementsAre("1 2 of 3 values of LOINC:1988-5 in mg/L are below zero: -0.3 of \"1\", -5 of \"2\""));
  EXPECT_THAT(Reasons("id,v\n1,-3\n2,5\n3,9\n", "LOINC:33762-6", "pg/mL"),
              ElementsAre("1 1 of 3 values of LOINC:33762-6 in pg/mL is below zero: -3 of \"1\""));
  EXPECT_THAT(Reasons("id,v\n1,-3.1\n2,5\n3,9\n", "LOINC:1925-7", "mmol/L"), IsEmpty()) << "base excess";
  EXPECT_THAT(Reasons("id,v\n1,-3.1\n2,5\n3,9\n", "X:1", "kg"), IsEmpty()) << "a difference";
}

TEST(UnlikelyValuesTest, DosesInCentigray) {
  const auto told = [](const std::string& rows) {
    std::vector<std::string> reasons;
    const Reading reading = ReadTables({{"r.csv", "id,dose,fx\n" + rows}}, R"({
      "tables": {"r": {"files": "r.csv", "id": "id"}},
      "procedures": {"from": "/r/*", "fields": {"code": {"const": "NCIT:C15313"}, "dosage": "/dose",
                                                "fractions": "/fx"}}})");
    for (const ImportProblem& problem : reading.report.problems) {
      if (problem.where == "/procedure/dosage") reasons.push_back(problem.reason);
    }
    return reasons;
  };
  EXPECT_THAT(told("1,5040,28\n2,800,1\n3,60,30\n"),
              ElementsAre("2 of 3 doses are above what can be given in Gy: 5040 of \"1\", 800 of \"2\""));
  EXPECT_THAT(told("1,360,2\n"), testing::SizeIs(1));
  EXPECT_THAT(told("1,145,1\n2,78,39\n3,24,1\n4,120,\n"), IsEmpty()) << "seeds and spheres";
}

}  // namespace
}  // namespace muster::import
