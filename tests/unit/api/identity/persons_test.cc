// One person in several datasets, by person ids.
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "tests/unit/api/identity/identity_fixture.h"

namespace muster {
namespace {

using testing::ElementsAre;

class PersonsTest : public IdentityTest {
 protected:
  void SetUp() override {
    IdentityTest::SetUp();
    Import(R"({"id":"A1","subject":{"sex":"FEMALE"},"person":"P1","phenotypicFeatures":[{"type":{"id":"HP:0001250"}}],
               "measurements":[{"assay":{"id":"LOINC:718-7"},"timeObserved":{"timestamp":"2020-01-01T00:00:00Z"}}],
               "diseases":[{"term":{"id":"MONDO:0000001"},"onset":{"timestamp":"2019-01-01T00:00:00Z"}}]}
{"id":"A2","subject":{"sex":"MALE"},"person":"P2","phenotypicFeatures":[{"type":{"id":"HP:0001249"}}]}
{"id":"A4","subject":{"sex":"MALE"},"person":"p1"}
{"id":"A5","subject":{"sex":"FEMALE"}})",
           "clinic");
    Import(
        R"({"id":"B1","subject":{"vitalStatus":{"status":"DECEASED"}},"person":"P1","biosamples":[{"id":"s1","timeOfCollection":{"timestamp":"2021-01-01T00:00:00Z"}}],
               "measurements":[{"assay":{"id":"LOINC:718-7"},"timeObserved":{"timestamp":"2020-01-01T00:00:00Z"}},
                               {"assay":{"id":"LOINC:2345-7"},"timeObserved":{"timestamp":"2020-02-01T00:00:00Z"}}]}
{"id":"B3","subject":{"sex":"MALE"},"person":"P3","biosamples":[{"id":"s3"}]})",
        "biobank");
  }
};

TEST_F(PersonsTest, CriteriaAreMetByAnyRecord) {
  EXPECT_EQ(Count("count distinct individuals"), 5);
  EXPECT_EQ(Count("count distinct individuals where has phenotype HP:0001250"), 1);
  EXPECT_EQ(Count("count distinct individuals where has phenotype HP:0001250 and has sample"), 1);
  EXPECT_EQ(Count("count distinct individuals where has phenotype HP:0001250 or has sample"), 2);
  EXPECT_EQ(Count("count distinct individuals where sex is female and vital status is deceased"), 1);
  EXPECT_EQ(Count("count distinct individuals where at least 2 of (sex is female, has sample, has phenotype)"), 1);
  // Not otherwise.
  EXPECT_EQ(Count("count individuals where has phenotype HP:0001250 and has sample"), 0);
}

TEST_F(PersonsTest, NotIsAboutThePerson) {
  EXPECT_EQ(Count("count distinct individuals where not has phenotype HP:0001250"), 4);
  EXPECT_EQ(Count("count distinct individuals where has no sample"), 3);
  EXPECT_EQ(Count("count distinct individuals where vital status is missing"), 4);
  EXPECT_EQ(Count("count distinct individuals where sex is not male"), 2);
}

TEST_F(PersonsTest, RecordsAreCountedTogether) {
  EXPECT_EQ(Count("count distinct individuals where has at least 3 measurements"), 1);
  EXPECT_EQ(Count("count distinct individuals where has at least 2 distinct measurements"), 1);
  EXPECT_EQ(Count("count distinct individuals where has at most 2 measurements"), 4);
  EXPECT_EQ(Count("count distinct individuals where has measurement LOINC:718-7 on 2 distinct dates"), 0);
  EXPECT_EQ(Count("count distinct individuals where has measurement on 2 distinct dates"), 1);
}

TEST_F(PersonsTest, NamedRowsAreOfOneRecord) {
  EXPECT_EQ(Count("count distinct individuals where has disease as d and has sample with collected after d.onset"), 0);
  EXPECT_EQ(Count("count distinct individuals where has disease as d and d.onset before 2020 and has sample"), 1);
}

TEST_F(PersonsTest, BesideIndividualsEachHasItsOwnRule) {
  const Answer both = Ask("count individuals, distinct individuals where has phenotype HP:0001250 and has sample");
  ASSERT_TRUE(both.table.has_value());
  EXPECT_THAT(both.table->rows[0], ElementsAre(Cell(int64_t{0}), Cell(int64_t{1})));
  const Answer steps = Ask("funnel distinct individuals where has phenotype HP:0001250 and has sample");
  ASSERT_TRUE(steps.table.has_value());
  EXPECT_EQ(steps.table->rows[2][1], Cell(int64_t{1}));
}

TEST_F(PersonsTest, IdsOfPersonsDifferByCase) {
  EXPECT_THAT(List("person id is P1"), ElementsAre("A1", "B1"));
  EXPECT_THAT(List("person id is p1"), ElementsAre("A4"));
}

// Deleted records say nothing of a person.
TEST_F(PersonsTest, TheDeadDoNotCount) {
  ASSERT_TRUE(catalogue_->Delete("biobank", {"B1"}).ok());
  EXPECT_EQ(Count("count distinct individuals where has phenotype HP:0001250 and has sample"), 0);
  EXPECT_EQ(Count("count distinct individuals where has at least 3 measurements"), 0);
}

}  // namespace
}  // namespace muster
