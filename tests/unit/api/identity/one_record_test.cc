// Criteria that are about one record, one time or one year, and what impact says of records that go.
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "tests/unit/api/identity/identity_fixture.h"

namespace muster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using OneRecordTest = IdentityTest;

TEST_F(OneRecordTest, ANamedRecordIsNoSecondOne) {
  const auto person = [](const std::string& id, const std::vector<std::string>& days) {
    std::string actions;
    for (const std::string& day : days) {
      actions += (actions.empty() ? "" : ",") +
                 (R"({"procedure":{"code":{"id":"NCIT:C100"},"performed":{"timestamp":")" + day + R"(T00:00:00Z"}}})");
    }
    return R"({"id":")" + id + R"(","subject":{},"medicalActions":[)" + actions + "]}\n";
  };
  Import(person("one", {"2020-01-01"}) + person("near", {"2020-01-01", "2020-01-14"}) +
         person("far", {"2020-01-01", "2021-02-04"}) + person("twice", {"2020-01-01", "2020-01-01"}) +
         person("three", {"2020-01-01", "2020-01-14", "2020-01-20"}));
  const std::string a = "has procedure NCIT:C100 as a and ";
  EXPECT_THAT(List(a + "has procedure NCIT:C100 as b with performed within 30 days of a.performed"),
              ElementsAre("near", "three", "twice"));
  EXPECT_THAT(List(a + "has procedure NCIT:C100 with performed within 30 days of a.performed"),
              ElementsAre("near", "three", "twice"));
  EXPECT_THAT(List(a + "has procedure NCIT:C100 as b and b.performed >= a.performed"),
              ElementsAre("far", "near", "three", "twice"));
  EXPECT_THAT(List(a + "has procedure NCIT:C100 as b"), ElementsAre("far", "near", "three", "twice"));
  EXPECT_THAT(List(a + "has at least 2 procedures with performed within 30 days of a.performed"), ElementsAre("three"));
  EXPECT_THAT(List(a + "has no procedure with performed within 30 days of a.performed"), ElementsAre("far", "one"));
  EXPECT_THAT(List(a + "has procedure as b and has procedure as c with performed > b.performed"), ElementsAre("three"));
  EXPECT_THAT(List(a + "a.performed >= 2020-01-01"), ElementsAre("far", "near", "one", "three", "twice"));
  // Records of another kind are others anyway.
  EXPECT_THAT(List(a + "not has treatment with start after a.performed"),
              ElementsAre("far", "near", "one", "three", "twice"));
}

TEST_F(OneRecordTest, CompletedYears) {
  const auto person = [](const std::string& id, const std::string& age) {
    return R"({"id":")" + id + R"(","subject":{"timeAtLastEncounter":{"age":{"iso8601duration":")" + age + R"("}}}})" +
           "\n";
  };
  Import(
      person("17y11m", "P17Y11M") + person("18y", "P18Y") + person("65y", "P65Y") + person("65y9m", "P65Y9M") +
      person("66y", "P66Y") +
      R"({"id":"born","subject":{"dateOfBirth":"1958-03-01","timeAtLastEncounter":{"timestamp":"2024-02-28T00:00:00Z"}}})");
  EXPECT_THAT(List("age at last contact aged 18 to 65"), ElementsAre("18y", "65y", "65y9m", "born"));
  EXPECT_THAT(List("age at last contact aged 65"), ElementsAre("65y", "65y9m", "born"));
  EXPECT_THAT(List("age at last contact between 18 and 65 years"), ElementsAre("18y", "65y"));
  EXPECT_THAT(List("age as of 2024-02-28 aged 65"), ElementsAre("born"));
  EXPECT_THAT(List("age as of 2024-03-01 aged 65"), IsEmpty());
  EXPECT_THAT(Codes("count individuals where age at last contact between 18 and 65 years"),
              ElementsAre("last-year-left-out"));
  EXPECT_THAT(Codes("count individuals where age at last contact between 18 and 66 years"), IsEmpty());
  // Behind `not` whom a comparison leaves out is found.
  EXPECT_THAT(List("not age at last contact > 65 years"), ElementsAre("17y11m", "18y", "65y"));
  EXPECT_THAT(Codes("count individuals where not age at last contact > 65 years"), ElementsAre("last-year-left-out"));
  EXPECT_THAT(Codes("count individuals where none of (age at last contact > 65 years)"),
              ElementsAre("last-year-left-out"));
  EXPECT_THAT(Codes("count individuals where not age at last contact <= 65 years"), ElementsAre("last-year-counted"));
  EXPECT_THAT(Codes("count individuals where age at last contact is not 65 years"), ElementsAre("last-year-counted"));
  EXPECT_THAT(Codes("count individuals where age at last contact aged 18.5"), ElementsAre("not-a-number"));
  EXPECT_THAT(Codes("count individuals where survival aged 18"), ElementsAre("wrong-operator"));
}

TEST_F(OneRecordTest, AWellFormedCodeThatNobodyHasIsZero) {
  Import(R"({"id":"p","subject":{},"measurements":[{"assay":{"id":"LOINC:718-7"}}]})");
  EXPECT_EQ(Count("count individuals where has measurement LOINC:2345-7"), 0);
  EXPECT_THAT(Codes("count individuals where has measurement LOINC:2345-7"), ElementsAre("unused-code"));
  EXPECT_THAT(Codes("count individuals where has measurement LOINC:2345-8"), ElementsAre("unknown-term"));
  EXPECT_THAT(Codes("count individuals where has measurement FOO:1"), ElementsAre("unknown-term"));
  EXPECT_THAT(Codes("count individuals where has disease LOINC:718-7"), ElementsAre("no-such-codes"));
  EXPECT_EQ(Count("count individuals where not has measurement LOINC:2345-7"), 1);
}

TEST_F(OneRecordTest, ComparisonsOfOneTimeAreAboutOneTime) {
  Import(R"({"id":"p","subject":{},"phenotypicFeatures":[{"type":{"id":"HP:0001250"},
             "onset":{"ageRange":{"start":{"iso8601duration":"P1Y"},"end":{"iso8601duration":"P4Y"}}}}]})");
  const auto bounds = [&](const std::string& with) {
    const Answer answer = Ask("count individuals with certainty where has phenotype with (" + with + ")");
    return answer.table ? answer.table->rows[0] : std::vector<Cell>();
  };
  const Cell none = int64_t{0}, one = int64_t{1};
  EXPECT_THAT(bounds("onset < 2 years and onset >= 3 years"), ElementsAre(none, none, none));
  EXPECT_THAT(bounds("onset < 3 years and onset >= 2 years"), ElementsAre(none, one, none));
  EXPECT_THAT(bounds("onset < 3 years or onset >= 2 years"), ElementsAre(one, none, none));
  EXPECT_THAT(bounds("onset < 2 years or onset >= 3 years"), ElementsAre(none, one, none));
  EXPECT_THAT(bounds("not (onset < 2 years and onset >= 3 years)"), ElementsAre(one, none, none));
}

TEST_F(OneRecordTest, ImpactNamesAllThatGoes) {
  Import(kFirst);
  const Answer answer = Ask("impact individuals where has phenotype as a and has phenotype with onset after a.onset");
  ASSERT_TRUE(answer.table.has_value());
  EXPECT_EQ(answer.table->rows[1][0], Cell(std::string("has phenotype as a; has phenotype with onset > a.onset")));
}

}  // namespace
}  // namespace muster
