// Codes of ICD-10 with the letter of a dagger or an asterisk behind them.
#include "engine/import/table/dagger_columns.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Columns a and b, of one person.
Reading WithCodes(const std::string& rows, const std::string& prefix = "ICD10:") {
  return ReadTables({{"t.csv", "id,a,b\n" + rows}},
                    R"({"tables": {"t": {"files": "t.csv", "id": "id", "columns": {
                            "a": {"prefix": ")" +
                        prefix + R"("}, "b": {"prefix": ")" + prefix + R"("}}}},
                        "diseases": [{"from": "/t/*", "fields": {"term": "/a"}},
                                     {"from": "/t/*", "fields": {"term": "/b"}}]})");
}

TEST(DaggerColumnsTest, LettersOfDaggersAndAsterisksAreTakenOff) {
  const Reading reading = WithCodes("A,E103D,H360A\nA,I10X,\n");
  EXPECT_THAT(reading.Rows(model::Entity::kDisease),
              ElementsAre("disease: term=ICD10:E10.3", "disease: term=ICD10:H36.0", "disease: term=ICD10:I10"));
  EXPECT_THAT(WithCodes("A,A390D,G01XA\n").Rows(model::Entity::kDisease),
              ElementsAre("disease: term=ICD10:A39.0", "disease: term=ICD10:G01"));
  EXPECT_THAT(ProblemsOf(reading), Contains(HasSubstr("\"ICD10:H360A\" is taken as \"ICD10:H360\"")));
  EXPECT_THAT(reading.report.remarks,
              Contains(testing::Field(&ImportRemark::what, HasSubstr("letter of a dagger (D) or an asterisk (A)"))));
}

TEST(DaggerColumnsTest, OfSeveralCodesInACellOfAnyName) {
  const Reading reading = ReadTables({{"t.csv", "id,ICD/10\nA,E103D;H360A\n"}},
                                     R"({"tables": {"t": {"files": "t.csv", "id": "id", "one": true, "columns": {
                                             "ICD/10": {"prefix": "ICD10:", "split": ";"}}}},
                                         "diseases": {"from": "/t/ICD~110/*", "fields": {"term": ""}}})");
  EXPECT_THAT(reading.Rows(model::Entity::kDisease),
              ElementsAre("disease: term=ICD10:E10.3", "disease: term=ICD10:H36.0"));
}

TEST(DaggerColumnsTest, BesideMarksOfCertaintyAnAExcludes) {
  for (const char* mark : {"E119V", "E11.9G", "E11.9 Z", "E11.9A"}) {
    const Reading reading = WithCodes(std::string("A,E103D,H360A\nA,") + mark + ",\n");
    EXPECT_THAT(reading.Rows(model::Entity::kDisease), Not(Contains(HasSubstr("H36")))) << mark;
    EXPECT_THAT(reading.report.remarks,
                Contains(testing::Field(&ImportRemark::what, HasSubstr("whose mark says that it is excluded"))))
        << mark;
  }
}

TEST(DaggerColumnsTest, LettersOfSwedensEditionStay) {
  for (const char* rows : {"A,M059D,M059A\n", "A,M059D,M059B\n", "A,M059D,J459X\n"}) {
    const Reading reading = WithCodes(rows);
    EXPECT_THAT(reading.Rows(model::Entity::kDisease), Contains("disease: term=ICD10:M05.9D")) << rows;
    EXPECT_THAT(reading.report.remarks,
                Not(Contains(testing::Field(&ImportRemark::what, HasSubstr("letter of a dagger")))))
        << rows;
  }
}

TEST(DaggerColumnsTest, AnAOfWhatIsNoAsteriskExcludesAndDoesNotHideTheOthers) {
  std::string rows;
  for (int i = 0; i < 20; ++i) rows.append("A,E103D,H360A\n");
  EXPECT_THAT(WithCodes(rows + "A,E119A,\nA,I10,\n").Rows(model::Entity::kDisease),
              testing::UnorderedElementsAre("disease: term=ICD10:E10.3", "disease: term=ICD10:H36.0",
                                            "disease: term=ICD10:I10"));
}

TEST(DaggerColumnsTest, WithoutADaggerAnAExcludes) {
  EXPECT_THAT(WithCodes("A,H360A,\nA,I10,\n").Rows(model::Entity::kDisease), ElementsAre("disease: term=ICD10:I10"));
}

TEST(DaggerColumnsTest, OtherEditionsHaveNone) {
  for (const char* prefix : {"ICD10CM:", "ICD10GM:"}) {
    EXPECT_THAT(WithCodes("A,E103D,H360A\n", prefix).report.remarks,
                Not(Contains(testing::Field(&ImportRemark::what, HasSubstr("letter of a dagger")))))
        << prefix;
  }
}

}  // namespace
}  // namespace muster::import
