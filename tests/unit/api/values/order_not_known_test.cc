// Of records that may each be the first it is said that one of them is taken.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class OrderNotKnownTest : public ValuesTest {
 protected:
  static std::string On(const std::string& time, int value) {
    const std::string observed = time.find('P') == 0 ? absl::StrCat(R"({"age":{"iso8601duration":")", time, "\"}}")
                                                     : absl::StrCat(R"({"timestamp":")", time, "\"}");
    return absl::StrCat(R"({"assay":{"id":"LOINC:4548-4"},"timeObserved":)", observed,
                        R"(,"value":{"quantity":{"value":)", value, R"(,"unit":{"id":"UCUM:%"}}}})");
  }
  static std::string With(const std::string& id, const std::vector<std::string>& measurements) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"measurements":[)",
                        absl::StrJoin(measurements, ","), "]}\n");
  }
  void SetUp() override {
    ValuesTest::SetUp();
    Import(With("month", {On("2020-01", 5), On("2020-01-05", 9)}) +
           With("later", {On("2020-01", 5), On("2020-02", 9)}) +
           With("alike", {On("2019-01", 5), On("2019-01-05", 5)}) +
           With("day", {On("2020-03-05", 5), On("2020-03-05", 9)}) +
           With("both", {On("P30Y", 5), On("2020-01-07", 9)}) + With("year", {On("2020", 5), On("2020", 9)}));
  }
};

TEST_F(OrderNotKnownTest, BehindFirstAndLast) {
  // What may be the earliest is taken; of a whole year both are.
  EXPECT_THAT(Ids("has first measurement LOINC:4548-4 with value >= 7 %"), ElementsAre("day", "year"));
  EXPECT_THAT(
      said(),
      AllOf(
          HasSubstr("[order-not-known]"),
          HasSubstr("of 3 individuals in the catalogue it is not known which of several measurements of LOINC:4548-4"),
          HasSubstr("is the first, as times overlap or cannot be compared: what may be the earliest "
                    "is taken, and others would change whether this is met")));
  EXPECT_THAT(Ids("has last measurement LOINC:4548-4 with value >= 7 %"), ElementsAre("later", "day", "year"));
  EXPECT_THAT(said(), AllOf(HasSubstr("of 3 individuals"), HasSubstr("is the last"), HasSubstr("the latest")));
}

TEST_F(OrderNotKnownTest, NothingIsSaidWhereItIsTheSameWhich) {
  Ids("has first measurement LOINC:4548-4");
  EXPECT_THAT(said(), Not(HasSubstr("order-not-known")));
  Ids("has first measurement LOINC:4548-4 with value >= 3 %");
  EXPECT_THAT(said(), Not(HasSubstr("order-not-known")));
  Ids("has first measurement LOINC:4548-4 with time >= 2018-01-01");
  EXPECT_THAT(said(), HasSubstr("of 1 individual in the catalogue it"));  // `both`
}

TEST_F(OrderNotKnownTest, OfNamesAndOfValuesThatAreCountedBy) {
  Ids("has first measurement LOINC:4548-4 as one and has measurement with time after one");
  EXPECT_THAT(said(), HasSubstr("of 4 individuals in the catalogue it is not known"));
  Ask("count individuals by value of first measurement LOINC:4548-4 in bands of 1 %");
  EXPECT_THAT(said(),
              AllOf(HasSubstr("of 4 individuals in the catalogue it is not known"), Not(HasSubstr("change whether"))));
  Ask("summarise individuals of value of last measurement LOINC:4548-4 in %");
  EXPECT_THAT(said(),
              AllOf(HasSubstr("of 4 individuals in the catalogue it is not known"), HasSubstr("the latest is taken")));
}

}  // namespace
}  // namespace muster
