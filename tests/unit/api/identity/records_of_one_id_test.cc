// Records that come with an id that others had, in one import or in a later one: united, replaced, or contradicting.
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "tests/unit/api/identity/identity_fixture.h"

namespace muster {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using RecordsOfOneIdTest = IdentityTest;

TEST_F(RecordsOfOneIdTest, RecordsOfOneIdAreUnited) {
  const ImportReport report = Import(std::string(kFirst) + "\n" + kMore + "\n" + kFirst);
  EXPECT_EQ(report.individuals, 1u);
  EXPECT_EQ(report.rejected, 0u);
  EXPECT_EQ(report.replaced, 0u);
  EXPECT_EQ(Count("count individuals"), 1);
  EXPECT_EQ(Count("count phenotypes"), 2);
  EXPECT_EQ(Count("count individuals where sex is female"), 1);
  EXPECT_EQ(report.notes.at("record united with an earlier one of the same id"), 1u);
  EXPECT_EQ(report.notes.at("record that came before in this import, and says the same"), 1u);
}

TEST_F(RecordsOfOneIdTest, RecordsThatContradictEachOtherAreNamed) {
  const ImportReport report = Import(std::string(kFirst) + "\n" + kOther);
  EXPECT_EQ(report.individuals, 1u);
  EXPECT_EQ(report.rejected, 1u);
  EXPECT_THAT(Reasons(report), Contains(HasSubstr("p: an earlier record")));
  EXPECT_EQ(Count("count individuals where sex is female and has phenotype HP:0001250"), 1);
  EXPECT_EQ(Count("count phenotypes"), 1);
}

// Dates have ages by the date of birth that any of the records has.
TEST_F(RecordsOfOneIdTest, AgesFollowFromTheDateOfBirthOfAnotherRecord) {
  const std::string dated = R"({"id":"p","subject":{"id":"s"},"diseases":[{"term":{"id":"OMIM:1"},"onset":)"
                            R"({"timestamp":"2012-01-01T00:00:00Z"}}]})";
  const std::string born = R"({"id":"p","subject":{"id":"s","dateOfBirth":"1960-01-01"}})";
  for (const std::string& text : {dated + "\n" + born, born + "\n" + dated}) {
    Import(text);
    EXPECT_EQ(Count("count individuals where has disease with onset >= 50 years"), 1);
    EXPECT_EQ(Count("count diseases"), 1);
  }
  mapping_ = R"({"individual": {"birth date": {"const": "1960-01-01"}}})";
  Import(dated);
  EXPECT_EQ(Count("count individuals where has disease with onset >= 50 years"), 1) << "a constant date";
}

// The same with threads that read ahead.
TEST_F(RecordsOfOneIdTest, OfManyRecordsEachLossIsNamed) {
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += R"({"id":"p)" + std::to_string(i % 1000) + R"(","subject":{"sex":")" + (i % 7 == 0 ? "MALE" : "FEMALE") +
            R"("},"phenotypicFeatures":[{"type":{"id":"HP:000)" + std::to_string(1000 + i) + R"("}}]})" + "\n";
  }
  const ImportReport report = Import(text);
  EXPECT_EQ(report.individuals, 1000u);
  EXPECT_EQ(Count("count individuals"), 1000);
  EXPECT_EQ(Count("count phenotypes"), static_cast<int64_t>(2000 - report.rejected));
  EXPECT_GT(report.rejected, 200u);
  EXPECT_EQ(report.rows.at("phenotype"), 2000 - report.rejected);
}

TEST_F(RecordsOfOneIdTest, WhoComesBackWithFewerRowsIsNamed) {
  Import(kMore);
  const ImportReport same = Import(kMore);
  EXPECT_EQ(same.replaced, 1u);
  EXPECT_EQ(same.problem_count, 0u);
  const ImportReport fewer = Import(kFirst);
  EXPECT_EQ(fewer.replaced, 1u);
  EXPECT_THAT(Reasons(fewer), Contains(HasSubstr("p: came back with fewer rows: 2 phenotypes became 1")));
}

// A delivery of what is new takes away what was there: as many rows, and others.
TEST_F(RecordsOfOneIdTest, WhoComesBackWithOtherRowsIsTold) {
  const auto people = [](const std::string& date, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      text += R"({"id":"p)" + std::to_string(i) +
              R"(","measurements":[{"assay":{"id":"LOINC:4548-4"},"timeObserved":)" + R"({"timestamp":")" + date +
              R"("},"value":{"quantity":{"value":7}}}]})" + "\n";
    }
    return text;
  };
  constexpr char kRenewed[] = "individuals replaced, most of whom have hardly any of the rows that were there";
  Import(people("2020-01-01", 3));
  EXPECT_EQ(Import(people("2020-01-01", 3)).problem_count, 0u) << "the same";
  const ImportReport later = Import(people("2021-01-01", 3));
  EXPECT_EQ(later.notes.at(kRenewed), 1u);
  EXPECT_THAT(Reasons(later), Contains(HasSubstr("3 of 3 who had measurements come back with others: of 3 that were "
                                                 "there 0 are there again, by code and time")));
  EXPECT_EQ(Import(people("2021-01-01", 2) + people("2022-01-01", 1)).notes.count(kRenewed), 0u);
  Import(people("2020-01-01", 1));
  EXPECT_EQ(Import(people("2023-01-01", 1)).notes.count(kRenewed), 0u) << "one may have been corrected";
}

// An id that was given to somebody else: what was known of the first person is gone.
TEST_F(RecordsOfOneIdTest, WhoComesBackAsAnotherPersonIsNamed) {
  const auto person = [](const std::string& sex, const std::string& born) {
    return R"({"id":"p","subject":{"sex":")" + sex + R"(","dateOfBirth":")" + born + R"("}})";
  };
  Import(person("FEMALE", "1980-05-17"));
  EXPECT_EQ(Import(person("FEMALE", "1980")).problem_count, 0u) << "the same, less exactly";
  EXPECT_EQ(Import(person("UNKNOWN_SEX", "1980-05-17")).problem_count, 0u) << "what is not known contradicts nothing";
  Import(person("FEMALE", "1980-05-17"));
  const ImportReport other = Import(person("MALE", "1991-05-17"));
  EXPECT_THAT(Reasons(other),
              ElementsAre("p: may be another person: sex was \"female\" and is \"male\", birth date was "
                          "\"1980-05-17\" and is \"1991-05-17\""));
  ASSERT_EQ(other.remarks.size(), 1u);
  EXPECT_EQ(other.remarks[0].what, "individual replaced by one of another sex, date of birth or person id");
  EXPECT_EQ(other.remarks[0].values.at(0).value, "p");
  EXPECT_THAT(Reasons(Import(person("FEMALE", "1991-05-17"))), ElementsAre(HasSubstr("sex was \"male\"")));
  EXPECT_THAT(Reasons(Import(person("FEMALE", "1991-06-17"))), ElementsAre(HasSubstr("birth date was \"1991-05-17\"")));
}

TEST_F(RecordsOfOneIdTest, WhoComesBackWithAnotherPersonIdIsNamed) {
  const auto person = [](const std::string& id) { return R"({"id":"p","person":")" + id + R"("})"; };
  Import(person("N-1"));
  EXPECT_EQ(Import(person("N-1")).problem_count, 0u);
  EXPECT_THAT(Reasons(Import(person("N-2"))),
              ElementsAre("p: may be another person: person id was \"N-1\" and is \"N-2\""));
}

TEST_F(RecordsOfOneIdTest, WhoComesBackWithLessIsNamed) {
  mapping_ = R"({"individual": {"cohort": "/cohort", "country": "/country"}})";
  Import(R"({"id":"p","subject":{"sex":"FEMALE","dateOfBirth":"1980-05-17"},"cohort":"C1","country":"FI"})");
  EXPECT_THAT(Reasons(Import(R"({"id":"p","subject":{"sex":"FEMALE"},"cohort":"C2"})")),
              ElementsAre("p: came back without: birth date, country, cohort c1"));
  EXPECT_THAT(Reasons(Import(R"({"id":"p","subject":{"sex":"FEMALE"},"cohort":"C2"})")), IsEmpty());
}

TEST_F(RecordsOfOneIdTest, WhoComesBackWithoutTheConsentIsNamed) {
  const auto person = [](const std::string& id, const std::string& status) {
    return R"({"id":")" + id + R"(","consents":[{"status":")" + status + R"("}]})" + "\n";
  };
  mapping_ = R"({"consents": {"from": "/consents/*", "fields": {"status": "/status"}}})";
  Import(person("p", "granted") + person("q", "granted") + person("r", "refused"));
  const ImportReport report = Import(person("p", "withdrawn") + person("q", "granted") + person("r", "refused"));
  ASSERT_EQ(report.remarks.size(), 1u);
  EXPECT_EQ(report.remarks[0].what, "individual replaced, whose granted consent is not granted any more");
  EXPECT_EQ(report.remarks[0].values.at(0).value, "p");
  EXPECT_EQ(Count("count individuals where has consent"), 1);
}

// A later record that lacks something takes nothing away, and is told by what it lacks.
TEST_F(RecordsOfOneIdTest, ALaterRecordOfAnImportThatSaysLessIsTold) {
  const ImportReport report = Import(std::string(kFirst) + "\n" + R"({"id":"p","subject":{"id":"s"}})");
  EXPECT_EQ(Count("count individuals where sex is female and has phenotype HP:0001250"), 1);
  EXPECT_EQ(report.notes.at("record that came before in this import, and said more: what it said stays"), 1u);
  EXPECT_THAT(Reasons(report), Contains(HasSubstr("says less now: 1 phenotype became 0")));
  EXPECT_EQ(Import(std::string(kMore) + "\n" + kMore)
                .notes.count("record that came before in this import, and says the same"),
            1u);
}

}  // namespace
}  // namespace muster
