// Times of which nobody can tell which came first.
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr char kAge[] = R"({"age":{"iso8601duration":"P40Y"}})";
constexpr char kDate[] = R"({"timestamp":"2010-05-05T00:00:00Z"})";

class IncomparableTimesTest : public ValuesTest {
 protected:
  static std::string With(const std::string& id, const std::string& disease, const std::string& phenotype,
                          const std::string& birth = "") {
    return R"({"id":")" + id + R"(","subject":{"id":"x")" +
           (birth.empty() ? "" : R"(,"dateOfBirth":")" + birth + R"(T00:00:00Z")") +
           R"(},"diseases":[{"term":{"id":"MONDO:0005148"},"onset":)" + disease +
           R"(}],"phenotypicFeatures":[{"type":{"id":"HP:0001250"},"onset":)" + phenotype + "}]}\n";
  }
};

TEST_F(IncomparableTimesTest, AreToldWhereTheyAreCompared) {
  Import(With("a", kDate, kAge, "1960-01-01") + With("b", kDate, kAge) + With("c", kAge, kDate) +
         With("d", kAge, kAge));
  EXPECT_THAT(Ids("has disease MONDO:0005148 as d and has phenotype HP:0001250 with onset before d.onset"),
              ElementsAre("a"));
  EXPECT_THAT(said(), AllOf(HasSubstr("[incomparable-times]"), HasSubstr("not found by this")));
  for (const char* where : {"has disease MONDO:0005148 as d and has phenotype HP:0001250 with onset after d",
                            "has disease MONDO:0005148 as d and has phenotype HP:0001250 with onset within 1 year of d",
                            "has disease MONDO:0005148 as d and has phenotype HP:0001250 as p and p.onset > d.onset"}) {
    Ids(where);
    EXPECT_THAT(said(), HasSubstr("of 2 individuals, a time of the onset of phenotypes of HP:0001250 and one of the "
                                  "onset of diseases of MONDO:0005148 can be put in no order"))
        << where;
  }
  Ids("has disease MONDO:0005148 as d and no phenotype HP:0001250 with onset before d.onset");
  EXPECT_THAT(said(), AllOf(HasSubstr("[incomparable-times]"), HasSubstr("not left out by this")));
  Ask("count individuals with certainty where has disease MONDO:0005148 as d and has phenotype HP:0001250 with onset "
      "before d.onset");
  EXPECT_THAT(said(), Not(HasSubstr("incomparable-times")));
}

TEST_F(IncomparableTimesTest, NothingIsSaidWhereAllCanBeCompared) {
  Import(With("a", kDate, kAge, "1960-01-01") + With("d", kAge, kAge));
  Ids("has disease MONDO:0005148 as d and has phenotype HP:0001250 with onset before d.onset");
  EXPECT_THAT(said(), Not(HasSubstr("incomparable-times")));
}

// One source has ages, another one dates: nobody has one of each.
TEST_F(IncomparableTimesTest, NothingIsSaidWhereNobodyHasBoth) {
  Import(With("a", kDate, kDate) + With("b", kDate, kDate) + With("c", kAge, kAge) + With("d", kAge, kAge));
  Ids("has disease MONDO:0005148 as d and has phenotype HP:0001250 with onset before d.onset");
  EXPECT_THAT(said(), Not(HasSubstr("incomparable-times")));
}

TEST_F(IncomparableTimesTest, RowsThatAreCountedThemselves) {
  Import(With("a", kDate, kAge) + With("b", kAge, kDate) + With("c", kAge, kAge));
  EXPECT_EQ(Rows("count diseases where onset < 50 years"), "2");
  EXPECT_THAT(said(), AllOf(HasSubstr("[undated-records]"), HasSubstr("1 of 3 diseases has no onset as an age")));
  EXPECT_EQ(Rows("count diseases where onset < 2015-01-01"), "1");
  EXPECT_THAT(said(), HasSubstr("[undated-records]"));
}

}  // namespace
}  // namespace muster
