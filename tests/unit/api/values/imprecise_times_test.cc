// Of times within bounds it is said who passes an exclusion that they may not pass.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class ImpreciseTimesTest : public ValuesTest {
 protected:
  static std::string With(const std::string& id, const std::string& onset, const std::string& birth = "") {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x")",
                        birth.empty() ? "" : absl::StrCat(R"(,"dateOfBirth":")", birth, "\""),
                        R"(},"diseases":[{"term":{"id":"MONDO:0005148"},"onset":)", onset, "}]}\n");
  }
  void SetUp() override {
    ValuesTest::SetUp();
    Import(With("young", R"({"age":{"iso8601duration":"P17Y"}})") +
           With("old", R"({"age":{"iso8601duration":"P40Y"}})") +
           With("range", R"({"ageRange":{"start":{"iso8601duration":"P10Y"},"end":{"iso8601duration":"P40Y"}}})") +
           With("term", R"({"ontologyClass":{"id":"HP:0003581"}})") + With("year", R"({"timestamp":"2018"})", "2000") +
           With("date", R"({"timestamp":"2018-05-05T00:00:00Z"})"));
  }
};

TEST_F(ImpreciseTimesTest, BehindNo) {
  EXPECT_THAT(Ids("no disease MONDO:0005148 with onset < 18 years"),
              ElementsAre("old", "range", "term", "year", "date"));
  EXPECT_THAT(said(), AllOf(HasSubstr("[imprecise-times]"), HasSubstr("3 of 6 diseases of MONDO:0005148"),
                            HasSubstr("have an onset that is known within bounds only"),
                            HasSubstr("has no disease MONDO:0005148 with possibly onset < 18 years"),
                            HasSubstr("1 of 6 diseases of MONDO:0005148"),
                            HasSubstr("has no onset as an age (1 has a date without a birth date, or a term), and who "
                                      "has only such is not left out by this")));
  EXPECT_THAT(Ids("not has disease MONDO:0005148 with possibly onset < 18 years"), ElementsAre("old", "date"));
  EXPECT_THAT(said(), Not(HasSubstr("imprecise-times")));
  Ids("no disease with onset between 10 years and 40 years");
  EXPECT_THAT(said(), AllOf(HasSubstr("1 of 6 diseases"), HasSubstr("[imprecise-times]")));
  Ids("no disease with (onset >= 9 years and onset < 2018-03-01)");
  EXPECT_THAT(said(), AllOf(HasSubstr("1 of 6 diseases"), HasSubstr("[imprecise-times]")));
}

TEST_F(ImpreciseTimesTest, BehindNotInACriterion) {
  EXPECT_THAT(Ids("has disease with not onset < 18 years"), ElementsAre("old", "range", "term", "year", "date"));
  EXPECT_THAT(said(), AllOf(HasSubstr("3 of 6 diseases have an onset"), HasSubstr("`not` holds for them as well"),
                            HasSubstr("has disease with (not possibly onset < 18 years)")));
  Ids("has disease with not possibly onset < 18 years");
  EXPECT_THAT(said(), Not(HasSubstr("imprecise-times")));
}

TEST_F(ImpreciseTimesTest, OfThePersonBehindNot) {
  EXPECT_THAT(Ids("not age as of 2018-06-01 >= 18 years"),
              ElementsAre("young", "old", "range", "term", "year", "date"));
  EXPECT_THAT(said(), AllOf(HasSubstr("1 of 6 individuals has a birth date that is known within bounds only"),
                            HasSubstr("not possibly age as of 2018-06-01 >= 18 years"), HasSubstr("imprecise-times")));
  Ids("not age as of 2030-06-01 >= 18 years");
  EXPECT_THAT(said(), Not(HasSubstr("imprecise-times")));
}

TEST_F(ImpreciseTimesTest, NumbersWithinBounds) {
  Import(Person("below", "LOINC:1988-5", Quantity("\"<5\"", "mg/L")) +
         Person("six", "LOINC:1988-5", Quantity("6", "mg/L")));
  Ids("has disease and no measurement LOINC:1988-5 with value > 4 mg/L");
  EXPECT_THAT(said(),
              AllOf(HasSubstr("1 of 2 measurements of LOINC:1988-5"), HasSubstr("has a value that is known within"),
                    HasSubstr("who has only such is not left out by this"), HasSubstr("with possibly value > 4 mg/L")));
  Ids("has disease and no measurement LOINC:1988-5 with value > 5 mg/L");
  EXPECT_THAT(said(), Not(HasSubstr("imprecise-times")));
}

TEST_F(ImpreciseTimesTest, ComparedWithOtherTimes) {
  const auto treated = [](const std::string& id, const std::string& onset, const std::string& start) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"diseases":[{"term":{"id":"MONDO:1"},"onset":)",
                        onset,
                        R"(}],"medicalActions":[{"treatment":{"agent":{"id":"NCIT:C1"},"doseIntervals":[{"interval":)",
                        R"({"start":")", start, R"(-01T00:00:00Z","end":"2021-01-01T00:00:00Z"}}]}}]})", "\n");
  };
  Import(treated("before", R"({"timestamp":"2018"})", "2017-05") + treated("in", R"({"timestamp":"2018"})", "2018-05") +
         treated("after", R"({"timestamp":"2018"})", "2019-05"));
  EXPECT_THAT(Ids("has disease MONDO:1 as d and no treatment NCIT:C1 with start before d.onset"),
              ElementsAre("in", "after"));
  EXPECT_THAT(said(), AllOf(HasSubstr("1 individual has treatments of NCIT:C1 that may meet this and may not"),
                            HasSubstr("[imprecise-times]")));
  EXPECT_THAT(Ids("has first disease MONDO:1 as d and not has treatment with (start before d.onset and end > 2020)"),
              ElementsAre("in", "after"));
  EXPECT_THAT(said(),
              AllOf(HasSubstr("1 individual has treatments that may meet this"), HasSubstr("[imprecise-times]")));
  EXPECT_THAT(Ids("has disease MONDO:1 as d and no treatment NCIT:C1 with possibly start before d.onset"),
              ElementsAre("after"));
  EXPECT_THAT(said(), Not(HasSubstr("imprecise-times")));
  Ids("has disease MONDO:1 as d and no treatment NCIT:C1 with (start before d.onset and end < 2020)");
  EXPECT_THAT(said(), Not(HasSubstr("imprecise-times")));
}

TEST_F(ImpreciseTimesTest, OnDistinctDates) {
  Ids("has disease MONDO:0005148 on at least 1 distinct dates");
  EXPECT_THAT(said(),
              AllOf(HasSubstr("3 of 6 diseases of MONDO:0005148 have an onset that is known within bounds only"),
                    HasSubstr("[imprecise-times]")));
}

TEST_F(ImpreciseTimesTest, NothingIsSaidWhereNoTimeIsOnTheEdge) {
  Ids("no disease MONDO:0005148 with onset < 9 years");
  EXPECT_THAT(said(), Not(HasSubstr("imprecise-times")));
  Ids("has disease MONDO:0005148 with onset < 18 years");
  EXPECT_THAT(said(), Not(HasSubstr("imprecise-times")));
  Ask("count individuals with certainty where no disease MONDO:0005148 with onset < 18 years");
  EXPECT_THAT(said(), Not(HasSubstr("imprecise-times")));
}

// Times of a person, or of records with names, that are compared with each other.
TEST_F(ImpreciseTimesTest, OfTwoTimesBehindNot) {
  const auto both = [](const std::string& id, const std::string& disease, const std::string& feature) {
    return absl::StrCat(R"({"id":")", id,
                        R"(","subject":{"id":"y"},"diseases":[{"term":{"id":"MONDO:0004992"},"onset":)", disease,
                        R"(}],"phenotypicFeatures":[{"type":{"id":"HP:0001250"},"onset":)", feature, "}]}\n");
  };
  const auto age = [](const std::string& duration) { return R"({"age":{"iso8601duration":")" + duration + "\"}}"; };
  Import(both("before", age("P10Y"), age("P20Y")) + both("after", age("P30Y"), age("P20Y")) +
         both("maybe", R"({"ageRange":{"start":{"iso8601duration":"P10Y"},"end":{"iso8601duration":"P30Y"}}})",
              age("P20Y")));
  const std::string named = "has disease MONDO:0004992 as d and has phenotype HP:0001250 as p and ";
  EXPECT_THAT(Ids(named + "not d.onset before p.onset"), ElementsAre("after", "maybe"));
  EXPECT_THAT(said(),
              AllOf(HasSubstr("1 individual has times that may be so and may not"), HasSubstr("[imprecise-times]")));
  EXPECT_THAT(Ids(named + "not possibly d.onset before p.onset"), ElementsAre("after"));
  EXPECT_THAT(said(), Not(HasSubstr("imprecise-times")));
  EXPECT_THAT(Ids(named + "d.onset before p.onset"), ElementsAre("before"));
  EXPECT_THAT(said(), Not(HasSubstr("imprecise-times")));
  EXPECT_THAT(Ids("not (" + named + "d.onset before p.onset)"), testing::IsSupersetOf({"after", "maybe"}));
  EXPECT_THAT(said(), AllOf(HasSubstr("1 individual has times that may be so"), HasSubstr("of all individuals")));
  // Without terms, too.
  Ids("has disease as d and has phenotype as p and not d.onset before p.onset");
  EXPECT_THAT(said(), HasSubstr("[imprecise-times]"));
  const auto seen = [](const std::string& id, const std::string& contact) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"z","timeAtLastEncounter":{"timestamp":")", contact,
                        R"("},"vitalStatus":{"status":"DECEASED","timeOfDeath":{"timestamp":"2018-05-05"}}}})", "\n");
  };
  Import(seen("early", "2010") + seen("same year", "2018"));
  EXPECT_THAT(Ids("age at last contact is recorded and not age at last contact before age at death"),
              ElementsAre("same year"));
  EXPECT_THAT(said(), AllOf(HasSubstr("1 individual has times that may be so"), HasSubstr("holds for it as well")));
}

// One disease certainly comes before the feature, or after it, and another may.
TEST_F(ImpreciseTimesTest, OfSeveralRowsWithinNot) {
  const auto person = [](const std::string& id, const std::string& years) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"y"},"diseases":[)",
                        R"({"term":{"id":"MONDO:0004992"},"onset":{"age":{"iso8601duration":")", years,
                        R"("}}},{"term":{"id":"MONDO:0004992"},"onset":{"ageRange":{"start":{"iso8601duration":)",
                        R"("P10Y"},"end":{"iso8601duration":"P30Y"}}}}],"phenotypicFeatures":[)",
                        R"({"type":{"id":"HP:0001250"},"onset":{"age":{"iso8601duration":"P20Y"}}}]})", "\n");
  };
  const std::string named = "has disease MONDO:0004992 as d and has phenotype HP:0001250 as p and ";
  Import(person("before", "P11Y"));
  Ids("not (" + named + "d.onset before p.onset)");
  EXPECT_THAT(said(), Not(HasSubstr("[imprecise-times]"))) << "one pair certainly is in this order";
  Ids(named + "not d.onset before p.onset");
  EXPECT_THAT(said(), HasSubstr("[imprecise-times]"));
  Import(person("after", "P29Y"));
  Ids("not (" + named + "d.onset before p.onset)");
  EXPECT_THAT(said(), HasSubstr("1 individual has times"));
  Ids("has disease MONDO:0004992 as d and not (has phenotype HP:0001250 as p and d.onset before p.onset)");
  EXPECT_THAT(said(), Not(HasSubstr("individual has times that may be so")));
}

}  // namespace
}  // namespace muster
