// Words in place of times of tables.
#include "engine/import/table/time_columns.h"

#include <gmock/gmock.h>

#include <string>

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

constexpr char kDated[] = R"({"date": "DD.MM.YYYY"})";

// A table with these rows, of which a rule makes others.
Reading WithTimes(const std::string& rows, const std::string& rules, const std::string& column = "{}") {
  return ReadTables({{"t.csv", "id,code,when,status,other\n" + rows}}, R"({"tables": {"t": {"files": "t.csv",
      "id": "id", "columns": {"when": )" + column + "}}}, " + rules + "}");
}

constexpr char kTreatments[] =
    R"("treatments": {"from": "/t/*", "fields": {"agent": "/code", "start": "/when", "status": "/status"}})";

TEST(TimeColumnsTest, ATreatmentThatWasRefusedIsNone) {
  for (const char* word : {"refused", "not given", "geplant", "not done", "never"}) {
    const Reading reading = WithTimes(std::string("1,ATC:A10BA02,") + word + ",,\n", kTreatments);
    EXPECT_THAT(reading.Rows(Entity::kTreatment), IsEmpty()) << word;
    EXPECT_THAT(reading.extras(), HasSubstr(word)) << word;
    EXPECT_THAT(reading.extras(), HasSubstr("A10BA02")) << word;
    EXPECT_THAT(reading.report.remarks, Contains(Field(&ImportRemark::what, HasSubstr("was not done: no row"))))
        << word;
    // Also in a column of which the mapping says how it writes dates.
    EXPECT_THAT(
        WithTimes(std::string("1,ATC:A10BA02,") + word + ",,\n1,ATC:A10BA02,01.05.2020,,\n", kTreatments, kDated)
            .Rows(Entity::kTreatment),
        SizeIs(1))
        << word;
  }
  const Reading unread = WithTimes("1,ATC:A10BA02,last spring,,\n", kTreatments);
  EXPECT_THAT(unread.Rows(Entity::kTreatment), ElementsAre("treatment: agent=ATC:A10BA02"));
  EXPECT_THAT(unread.report.remarks, Contains(Field(&ImportRemark::what, HasSubstr("neither a date nor an age"))));
}

TEST(TimeColumnsTest, WhatElseIsKnownOfTheRowCounts) {
  const auto counts = Contains(Field(&ImportRemark::what, HasSubstr("was not done: the row counts")));
  const Reading completed = WithTimes("1,ATC:A10BA02,refused,completed,\n", kTreatments);
  EXPECT_THAT(completed.Rows(Entity::kTreatment), SizeIs(1));
  EXPECT_THAT(completed.report.remarks, counts);
  const Reading observed = WithTimes("1,ATC:A10BA02,refused,,\n", R"("treatments": {"from": "/t/*", "fields": {
      "agent": "/code", "start": "/when", "excluded": {"const": false}}})");
  EXPECT_THAT(observed.Rows(Entity::kTreatment), SizeIs(1));
  EXPECT_THAT(observed.report.remarks, counts);
  constexpr char kDiseases[] =
      R"("diseases": {"from": "/t/*", "fields": {"term": "/code", "onset": "/when", "age at diagnosis": "/other"}})";
  EXPECT_THAT(WithTimes("1,ICD10:E11,never,,2020-05-17\n", kDiseases).Rows(Entity::kDisease), SizeIs(1));
  EXPECT_THAT(WithTimes("1,ICD10:E11,never,,\n", kDiseases).Rows(Entity::kDisease), IsEmpty());
  EXPECT_THAT(WithTimes("1,ICD10:E11,,,pending\n", kDiseases).Rows(Entity::kDisease), SizeIs(1));
  constexpr char kEnds[] = R"("treatments": {"from": "/t/*", "fields": {"agent": "/code", "end": "/when"}})";
  EXPECT_THAT(WithTimes("1,ATC:A10BA02,planned,,\n", kEnds).Rows(Entity::kTreatment), SizeIs(1));
}

TEST(TimeColumnsTest, WhereWhenLooksAWordIsNoValue) {
  constexpr char kWhen[] = R"("treatments": {"from": "/t/*", "when": "/when", "fields": {"agent": "/code"}})";
  EXPECT_THAT(
      WithTimes("1,ATC:A10BA02,refused,,\n1,ATC:A10BA02,01.05.2020,,\n", kWhen, kDated).Rows(Entity::kTreatment),
      SizeIs(1));
  constexpr char kWithdrawn[] =
      R"("consents": {"from": "/t/*", "when": "/when", "fields": {"status": {"const": "withdrawn"}}})";
  EXPECT_THAT(WithTimes("1,,never,,\n", kWithdrawn, kDated).Rows(Entity::kConsent), IsEmpty());
}

TEST(TimeColumnsTest, AgesInWordsAreOnsets) {
  constexpr char kOnsets[] = R"("diseases": {"from": "/t/*", "fields": {"term": "/code", "onset": "/when"}})";
  for (const char* column : {"{}", kDated, R"({"age": "years"})"}) {
    const Reading reading = WithTimes("1,ORPHA:558,At birth,,\n", kOnsets, column);
    EXPECT_THAT(reading.Rows(Entity::kDisease), ElementsAre(HasSubstr("HP:0003577"))) << column;
    EXPECT_THAT(ProblemsOf(reading), Contains(HasSubstr("\"At birth\" is taken as HP:0003577"))) << column;
    EXPECT_THAT(WithTimes("1,ORPHA:558,Antenatal,,\n", kOnsets, column).Rows(Entity::kDisease),
                ElementsAre(HasSubstr("HP:0030674")))
        << column;
    const Reading vague = WithTimes("1,ORPHA:558,Childhood,,\n", kOnsets, column);
    EXPECT_THAT(vague.Rows(Entity::kDisease), ElementsAre("disease: term=ORPHA:558")) << column;
    EXPECT_THAT(vague.report.remarks, Contains(Field(&ImportRemark::advice, HasSubstr("HP:0011463")))) << column;
  }
  const std::string values = R"(, "values": {"Childhood": "HP:0011463", "5": "5", "01.05.2020": "01.05.2020"}})";
  for (const std::string column : {R"({"date": "DD.MM.YYYY")", R"({"age": "years")"}) {
    EXPECT_THAT(WithTimes("1,ORPHA:558,Childhood,,\n", kOnsets, column + values).Rows(Entity::kDisease),
                ElementsAre(HasSubstr("HP:0011463")))
        << column;
  }
  const Reading unknown = WithTimes("1,ORPHA:558,Undetermined,,\n", kOnsets);
  EXPECT_THAT(unknown.Rows(Entity::kDisease), ElementsAre("disease: term=ORPHA:558"));
  EXPECT_THAT(unknown.report.remarks, Contains(Field(&ImportRemark::what, HasSubstr("marker of a missing value"))));
  EXPECT_THAT(unknown.report.remarks, Not(Contains(Field(&ImportRemark::what, HasSubstr("neither a date")))));
}

}  // namespace
}  // namespace muster::import
