// Rows of tables that say different things of one individual: which counts, and what is said of it.
#include "engine/import/table/join/second_values.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A mapping of visits, which has these fields.
std::string Visits(const std::string& fields) {
  return R"({"tables": {"v": {"files": "*.csv", "id": "id"}}, "individual": {)" + fields + "}}";
}

const ImportRemark* RemarkAbout(const Reading& reading, const std::string& what) {
  for (const ImportRemark& remark : reading.report.remarks) {
    if (remark.what.find(what) != std::string::npos) return &remark;
  }
  return nullptr;
}

TEST(SecondValuesTest, TwoPeopleOfOneIdAreTold) {
  const Reading reading = ReadTables({{"v.csv",
                                       "id,site,sex,born\n1,A,female,1980-01-01\n2,A,male,\n1,A,female,1980-01-01\n"
                                       "1,B,male,1990-01-01\n1,B,male,1990-01-01\n"}},
                                     Visits(R"("sex": "/v/*/sex", "birth date": "/v/*/born")"));
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, birth date=1980-01-01, sex=female"));
  EXPECT_THAT(ProblemsOf(reading),
              ElementsAre("v.csv 4 1 /v/2/site: \"A\" in line 2, and \"B\"",
                          "v.csv 4 1 /v/2/born: birth date: \"1980-01-01\", and \"1990-01-01\": the first counts, of "
                          "line 2",
                          "v.csv 4 1 /v/2/sex: sex: \"female\", and \"male\": the first counts, of line 2"));
  EXPECT_EQ(reading.report.problems[0].line, 5u);
  const ImportRemark* remark = RemarkAbout(reading, "it may be two people of one id");
  ASSERT_NE(remark, nullptr);
  EXPECT_EQ(remark->count, 2u);  // two fields, however many rows
  EXPECT_THAT(remark->advice, HasSubstr("\"id\": [\"site\", \"patient_id\"]"));
}

TEST(SecondValuesTest, FieldsThatChangeAreToldOnceForAnIndividual) {
  const Reading reading =
      ReadTables({{"v1.csv", "id,status\n1,alive\n2,alive\n"}, {"v2.csv", "id,status\n1,deceased\n1,deceased\n"}},
                 Visits(R"("vital status": "/v/*/status")"));
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, vital status=alive"));
  const ImportRemark* remark = RemarkAbout(reading, "rows say different values of a field that has one");
  ASSERT_NE(remark, nullptr);
  EXPECT_EQ(remark->count, 1u);
  EXPECT_THAT(
      remark->examples[0].reason,
      testing::MatchesRegex("vital status: \"alive\", and \"deceased\": the first counts, of line 2 of .*v1.csv"));
}

TEST(SecondValuesTest, WhatIsUnknownOrLessExactContradictsNothing) {
  const Reading reading = ReadTables({{"v.csv",
                                       "id,sex,born,day\n1,unknown,1980,2020-01-01\n1,male,1980-05-17,2024-05-17\n"
                                       "1,unknown,1980,2022-01-01\n"}},
                                     Visits(R"("sex": "/v/*/sex", "birth date": "/v/*/born",
                                               "age at last contact": "/v/*/day")"));
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, age at last contact=2024-05-17 44 years, "
                                           "birth date=1980-05-17, sex=male"));
  EXPECT_THAT(ProblemsOf(reading), IsEmpty());
}

TEST(SecondValuesTest, TheLatestRowCountsWhereTheTableSaysSo) {
  const TableFiles files = {{"v.csv",
                             "id,status,seen\n1,alive,2020-01-01\n1,deceased,2024-01-01\n1,alive,2022-01-01\n"
                             "1,unknown,\n2,alive,\n"}};
  const Reading reading = ReadTables(files, R"({
    "tables": {"v": {"files": "v.csv", "id": "id", "latest": "seen"}}, "individual": {"vital status": "/v/*/status"}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, vital status=deceased"));
  EXPECT_THAT(ProblemsOf(reading),
              ElementsAre("v.csv 3 1 /v/1/status: vital status: \"deceased\", and \"alive\": the latest counts, of "
                          "line 3"));
  EXPECT_THAT(ErrorOfTables(files, R"({
    "tables": {"v": {"files": "v.csv", "id": "id", "latest": "day"}}, "individual": {"vital status": "/v/*/status"}})"),
              HasSubstr("there is no column \"day\""));
}

// The value of another file's record is not what a cell says that cannot be read.
TEST(SecondValuesTest, ACellThatCannotBeReadSetsNothing) {
  const Reading reading =
      ReadTables({{"r.json", R"({"id": "1", "subject": {"sex": "FEMALE"}, "phenotypicFeatures": []})"},
                  {"v.csv", "id,sex\n1,weiblich?\n1,male\n1,female\n"}},
                 Visits(R"("sex": "/v/*/sex")"));
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=male"));
  const ImportRemark* remark = RemarkAbout(reading, "it may be two people of one id");
  ASSERT_NE(remark, nullptr);
  EXPECT_THAT(remark->examples[0].reason, HasSubstr("the first counts, of line 3"));
}

TEST(SecondValuesTest, WhatIsNoDateIsNotTheLatest) {
  const std::string mapping = R"({
    "tables": {"v": {"files": "v.csv", "id": "id", "latest": "seen"}}, "individual": {"vital status": "/v/*/status"}})";
  const Reading german =
      ReadTables({{"v.csv", "id,status,seen\n1,alive,01.03.2024\n1,deceased,01.04.2024\n2,alive,soon\n"}}, mapping);
  EXPECT_THAT(german.Rows(0), ElementsAre("individual: dataset=test, vital status=alive"));
  const ImportRemark* remark = RemarkAbout(german, "that is no date: the row is taken as the earliest");
  ASSERT_NE(remark, nullptr);
  EXPECT_EQ(remark->count, 2u);  // one row of an individual is the latest in any case
  EXPECT_EQ(remark->examples[0].id, "1");
  EXPECT_EQ(remark->examples[0].line, 2u);
  EXPECT_EQ(remark->examples[0].where, "/v/seen");
  EXPECT_THAT(remark->examples[0].reason, HasSubstr("\"01.03.2024\" is no date"));
  // As SQL writes times, and without one.
  const Reading sql = ReadTables(
      {{"v.csv",
        "id,status,seen\n1,alive,2024-02-01 10:00:00\n1,deceased,2024-02-01 11:00:00\n1,alive,NA\n1,alive,\n"}},
      mapping);
  EXPECT_THAT(sql.Rows(0), ElementsAre("individual: dataset=test, vital status=deceased"));
  EXPECT_EQ(RemarkAbout(sql, "that is no date"), nullptr);
}

TEST(SecondValuesTest, ADefaultOrADayToComeIsNotTheLatest) {
  const auto status = [](const std::string& seen, const std::string& more) {
    return ReadTables({{"v.csv", "id,status,seen\n1,alive,2020-01-01\n1,deceased,2021-01-01\n1,alive," + seen + "\n"}},
                      R"({"tables": {"v": {"files": "v.csv", "id": "id", "latest": "seen"}}, )" + more +
                          R"("individual": {"vital status": "/v/*/status"}})");
  };
  for (const char* seen : {"9999-12-31", "1900-01-01", "2099-12-31", "2098-05-01"}) {
    const Reading reading = status(seen, "");
    EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, vital status=deceased")) << seen;
    ASSERT_NE(RemarkAbout(reading, "stands for a missing one, or is to come"), nullptr) << seen;
  }
  EXPECT_THAT(status("9999-12-31", R"("plausibility": {"dates": false}, )").Rows(0),
              ElementsAre("individual: dataset=test, vital status=alive"));
}

// A column that is the label of another one is in no row otherwise.
TEST(SecondValuesTest, TheLatestByALabel) {
  const Reading reading =
      ReadTables({{"v.csv", "id,status,code,seen\n1,alive,x,2020-01-01\n1,deceased,x,2024-01-01\n"}}, R"({
    "tables": {"v": {"files": "v.csv", "id": "id", "latest": "seen", "columns": {"code": {"label": "seen"}}}},
    "individual": {"vital status": "/v/*/status"}})");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, vital status=deceased"));
}

TEST(SecondValuesTest, SeveralSitesOfOneIdAreTold) {
  const std::string mapping = R"({
    "tables": {"a": {"files": "a.csv", "id": "id", "one": true}, "b": {"files": "b.csv", "id": "id"}},
    "measurements": {"from": "/b/*", "fields": {"assay": "/loinc", "value": "/value"}}})";
  const Reading reading = ReadTables({{"a.csv", "id,Site_ID\n1,A\n2,B\n3,\n"},
                                      {"b.csv",
                                       "id,hospital,loinc,value\n1,A,LOINC:718-7,12\n2,A,LOINC:718-7,13\n"
                                       "3,C,LOINC:718-7,14\n"}},
                                     mapping);
  const ImportRemark* remark = RemarkAbout(reading, "whose rows name several sites");
  ASSERT_NE(remark, nullptr);
  EXPECT_EQ(remark->count, 1u);
  EXPECT_THAT(remark->examples[0].reason, testing::MatchesRegex("\"B\" in line 3 of .*a.csv, and \"A\""));
  EXPECT_EQ(remark->examples[0].id, "2");
  EXPECT_FALSE(IsNameOfSites("primary_site"));
  EXPECT_FALSE(IsNameOfSites("siteOfBiopsy"));
  EXPECT_TRUE(IsNameOfSites("Centre Code"));
}

TEST(SecondValuesTest, AnIdOfSeveralColumns) {
  const Reading reading = ReadTables({{"v.csv", "site,id,sex\nA,1,female\nB,1,male\n,1,male\nA,1,female\n"}}, R"({
    "tables": {"v": {"files": "v.csv", "id": ["site", "id"]}}, "individual": {"sex": "/v/*/sex"}})");
  ASSERT_EQ(reading.sink.records.size(), 2u);
  EXPECT_EQ(reading.sink.records[0].id, "A-1");
  EXPECT_EQ(reading.sink.records[1].id, "B-1");
  EXPECT_THAT(ProblemsOf(reading), ElementsAre(HasSubstr("v.csv 3  /v/site: the row has no id of an individual")));
}

TEST(SecondValuesTest, TwoPeopleWhoseCellsMakeOneIdAreNotUnited) {
  const Reading reading = ReadTables({{"v.csv", "site,id,sex\nDE,1-5,male\nDE-1,5,male\nDE,1-5,male\nDE-1,6,male\n"},
                                      {"w.csv", "pid,born\nDE-1-5,1980\n"}},
                                     R"({
    "tables": {"v": {"files": "v.csv", "id": ["site", "id"]}, "w": {"files": "w.csv", "id": "pid", "one": true}},
    "individual": {"sex": "/v/*/sex", "birth date": "/w/born"}})");
  ASSERT_EQ(reading.sink.records.size(), 2u);
  EXPECT_EQ(reading.sink.records[0].id, "DE-1-5");
  EXPECT_THAT(reading.Rows(0), ElementsAre("individual: dataset=test, sex=male, birth date=1980-01-01/1980-12-31"));
  EXPECT_EQ(reading.report.rejected, 1u);
  EXPECT_THAT(ProblemsOf(reading), ElementsAre("v.csv 2 DE-1-5 /v/id: \"DE-1\" and \"5\" make the id \"DE-1-5\", which "
                                               "other cells make for another individual"));
  // Of tables with more columns, nothing is known of it.
  const Reading other =
      ReadTables({{"v.csv", "site,id,sex\nDE-1,5,male\n"}, {"w.csv", "country,centre,pid,born\nDE,1,5,1980\n"}}, R"({
    "tables": {"v": {"files": "v.csv", "id": ["site", "id"]},
               "w": {"files": "w.csv", "id": ["country", "centre", "pid"], "one": true}},
    "individual": {"sex": "/v/*/sex", "birth date": "/w/born"}})");
  EXPECT_EQ(other.sink.records.size(), 1u);
  EXPECT_THAT(ProblemsOf(other), IsEmpty());
}

TEST(SecondValuesTest, ASecondRowOfATableOfOneRowSaysWhatDiffers) {
  const Reading reading =
      ReadTables({{"p.csv", "id,sex,born,seen\n1,male,1980-01-01,\n1,female,1980-01-01,\n"}}, kPatients);
  EXPECT_THAT(ProblemsOf(reading), ElementsAre(HasSubstr(", of line 2: sex: \"male\", and \"female\"")));
}

}  // namespace
}  // namespace muster::import
