// Rows that a rule makes of a place whose name says that they were not there.
#include <gmock/gmock.h>

#include "engine/import/record/mapped/mapped_rows.h"
#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

auto IsOfDenyingPlace() { return Field(&ImportRemark::what, HasSubstr("a place whose name")); }

Reading WithAbsent(const std::string& rule, const std::string& column = "hpo_absent") {
  return ReadTables({{"t.csv", "id," + column + "\nA,HP:0001263;HP:0000252\nB,HP:0001263\nC,\n"}},
                    R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true,
                                         "columns": {")" +
                        column + R"(": {"split": ";"}}}}, "phenotypes": )" + rule + "}");
}

TEST(ImporterDenyingPlacesTest, RowsOfSuchAPlaceAreMadeAndTold) {
  const Reading reading = WithAbsent(R"({"from": "/t/hpo_absent/*", "fields": {"term": ""}})");
  EXPECT_THAT(reading.Rows(Entity::kPhenotype), SizeIs(2));
  EXPECT_THAT(reading.Rows(Entity::kPhenotype, 1), SizeIs(1));
  ASSERT_THAT(reading.report.remarks, SizeIs(1));
  EXPECT_THAT(reading.report.remarks[0].what, HasSubstr("a place whose name says that it was not there"));
  EXPECT_EQ(reading.report.remarks[0].count, 3u);
  EXPECT_THAT(reading.report.problems.front().reason,
              "\"hpo_absent\" is where this phenotype is read, and it counts as observed");
}

TEST(ImporterDenyingPlacesTest, ARuleThatSaysWhichItIsIsNotTold) {
  for (const char* rule : {R"({"from": "/t/hpo_absent/*", "fields": {"term": "", "excluded": {"const": true}}})",
                           R"({"from": "/t/hpo_absent/*", "fields": {"term": "", "excluded": {"const": false}}})"}) {
    EXPECT_THAT(WithAbsent(rule).report.remarks, IsEmpty()) << rule;
  }
  EXPECT_THAT(WithAbsent(R"({"from": "/t/hpo_present/*", "fields": {"term": ""}})", "hpo_present").report.remarks,
              IsEmpty());
}

TEST(ImporterDenyingPlacesTest, TheNameOfTheCodesColumnTells) {
  constexpr char kSuspected[] = R"({"tables": {"t": {"files": "t.csv", "id": "id"}}, "diseases": )";
  const auto read = [&](const std::string& rule) {
    return ReadTables({{"t.csv", "id,suspected_dx,kind\nA,ICD10:E11,final\n"}}, kSuspected + rule + "}");
  };
  EXPECT_THAT(read(R"({"from": "/t/*", "fields": {"term": "/suspected_dx"}})").report.remarks,
              ElementsAre(IsOfDenyingPlace()));
  // That something stands there says no more.
  EXPECT_THAT(read(R"({"from": "/t/*", "when": "/suspected_dx", "fields": {"term": "/suspected_dx"}})").report.remarks,
              SizeIs(1));
  EXPECT_THAT(
      read(R"({"from": "/t/*", "when": {"/kind": "final"}, "fields": {"term": "/suspected_dx"}})").report.remarks,
      IsEmpty());
  // A constant code that such a column ticks: a family history of it.
  EXPECT_THAT(read(R"({"from": "/t/*", "when": {"/kind": "final"},
                       "fields": {"term": {"const": "ICD10:Z83.3"}, "status": "/suspected_dx"}})")
                  .report.remarks,
              Not(Contains(IsOfDenyingPlace())));
}

TEST(ImporterDenyingPlacesTest, OfMothersWhatIsTheMothersIsTheirs) {
  const Reading reading = ReadTables({{"t.csv", "mother_id,maternal_dx\nA,ICD10:O24\n"}},
                                     R"({"tables": {"t": {"files": "t.csv", "id": "mother_id"}},
                                         "diseases": {"from": "/t/*", "fields": {"term": "/maternal_dx"}}})");
  EXPECT_THAT(reading.Rows(Entity::kDisease), SizeIs(1));
  EXPECT_THAT(reading.report.remarks, IsEmpty());
}

TEST(ImporterDenyingPlacesTest, WhatIsMaternalIsTheMothersOwn) {
  const auto remarks = [](const std::string& table, const std::string& sex) {
    return ReadTables(
               {{"t.csv", "id,sex,maternal_icd\n1,F,O14.1\n"}}, R"({"tables": {")" + table +
                                                                    R"(": {"files": "t.csv", "id": "id", "one": true,
                              "columns": {"maternal_icd": {"prefix": "ICD10:"}}}},
                          "individual": {"sex": )" + sex + R"(},
                          "diseases": {"from": "/)" + table + R"(", "fields": {"term": "/maternal_icd"}}})")
        .report.remarks;
  };
  const auto told = Contains(IsOfDenyingPlace());
  EXPECT_THAT(remarks("t", R"("/t/sex")"), told);
  EXPECT_THAT(remarks("t", R"({"const": "female"})"), Not(told));
  EXPECT_THAT(remarks("mothers", R"("/mothers/sex")"), Not(told));
}

}  // namespace
}  // namespace muster::import
