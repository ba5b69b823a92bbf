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

}  // namespace
}  // namespace muster
