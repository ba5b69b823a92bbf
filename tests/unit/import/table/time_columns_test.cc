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

// Of a woman they may be those of her child.
TEST(TimeColumnsTest, AgesInWordsElsewhereAreKept) {
  constexpr char kDiagnoses[] =
      R"("diseases": {"from": "/t/*", "fields": {"term": "/code", "age at diagnosis": "/when"}})";
  EXPECT_THAT(WithTimes("1,ORPHA:558,At birth,,\n", kDiagnoses).Rows(Entity::kDisease),
              ElementsAre(HasSubstr("HP:0003577")));
  constexpr char kMeasurements[] = R"("measurements": {"from": "/t/*", "fields": {"assay": {"const": "LOINC:718-7"},
      "value": "/other", "time": "/when"}})";
  constexpr char kProcedures[] = R"("procedures": {"from": "/t/*", "fields": {"code": "/code", "performed": "/when"}})";
  for (const char* word : {"At birth", "antenatal", "Neonatal onset"}) {
    const auto row = [&](const std::string& code, const std::string& rest) { return "1," + code + "," + word + rest; };
    const auto not_read = Contains(Field(&ImportRemark::what, HasSubstr("in place of a time that is no onset")));
    const Reading treatment = WithTimes(row("ATC:A10BA02", ",,\n"), kTreatments);
    EXPECT_THAT(treatment.Rows(Entity::kTreatment), ElementsAre("treatment: agent=ATC:A10BA02")) << word;
    EXPECT_THAT(treatment.extras(), HasSubstr(word));
    EXPECT_THAT(treatment.report.remarks, not_read) << word;
    const Reading measurement = WithTimes(row("", ",,11\n"), kMeasurements, kDated);
    EXPECT_THAT(measurement.Rows(Entity::kMeasurement), ElementsAre(Not(HasSubstr("HP:")))) << word;
    EXPECT_THAT(measurement.report.remarks, not_read) << word;
    EXPECT_THAT(WithTimes(row("SNOMED:11466000", ",,\n"), kProcedures).Rows(Entity::kProcedure),
                ElementsAre("procedure: code=SNOMED:11466000"))
        << word;
  }
  // Who says by the mapping which term it is means it.
  EXPECT_THAT(WithTimes("1,ATC:A10BA02,At birth,,\n", kTreatments, R"({"values": {"At birth": "HP:0003577"}})")
                  .Rows(Entity::kTreatment),
              ElementsAre(HasSubstr("HP:0003577")));
}

TEST(TimeColumnsTest, ATrimesterIsPerhapsOfAPregnancy) {
  constexpr char kOnsets[] = R"("diseases": {"from": "/t/*", "fields": {"term": "/code", "onset": "/when"}})";
  EXPECT_THAT(WithTimes("1,ICD10:O24.4,Third trimester,,\n", kOnsets).Rows(Entity::kDisease),
              ElementsAre("disease: term=ICD10:O24.4"));
  EXPECT_THAT(WithTimes("1,ORPHA:558,third trimester onset,,\n", kOnsets).Rows(Entity::kDisease),
              ElementsAre(HasSubstr("HP:0034197")));
}

}  // namespace
}  // namespace muster::import
