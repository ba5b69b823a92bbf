// That some may meet a comparison of a time, as theirs is a span, is told behind `first` and `last`, too.
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

class PossibleTimesTest : public ValuesTest {
 protected:
  static std::string Between(const std::string& from, const std::string& to) {
    return absl::StrCat(R"({"ageRange":{"start":{"iso8601duration":")", from, R"("},"end":{"iso8601duration":")", to,
                        R"("}}})");
  }
  static std::string At(const std::string& age) {
    return absl::StrCat(R"({"age":{"iso8601duration":")", age, R"("}})");
  }
  static std::string With(const std::string& id, const std::vector<std::string>& onsets) {
    std::vector<std::string> features;
    for (const std::string& onset : onsets) {
      features.push_back(absl::StrCat(R"({"type":{"id":"HP:0001250"},"onset":)", onset, "}"));
    }
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"phenotypicFeatures":[)",
                        absl::StrJoin(features, ","), "]}\n");
  }
  void SetUp() override {
    ValuesTest::SetUp();
    Import(With("early", {At("P6M"), At("P9Y")}) + With("late", {At("P2Y"), At("P9Y")}) +
           With("span", {Between("P6M", "P3Y"), At("P9Y")}) +
           // Its first is known; a later one is a span.
           With("known", {At("P2Y"), Between("P8Y", "P12Y")}) +
           // Its first meets it, so that it is found.
           With("found", {At("P3M"), Between("P6M", "P3Y")}));
  }
};

TEST_F(PossibleTimesTest, OfTheFirst) {
  EXPECT_THAT(Ids("has first phenotype HP:0001250 with onset < 1 year"), ElementsAre("early", "found"));
  EXPECT_THAT(said(), AllOf(HasSubstr("1 of the 5 individuals who have phenotype HP:0001250 has a first onset that is "
                                      "imprecise and may meet this, and is not found [possibly-met]"),
                            HasSubstr("has first phenotype HP:0001250 with possibly onset < 1 year")));
  EXPECT_THAT(Ids("has first phenotype HP:0001250 with possibly onset < 1 year"),
              ElementsAre("early", "span", "found"));
  Ids("has first phenotype HP:0001250 with onset < 10 weeks");
  EXPECT_THAT(said(), Not(HasSubstr("possibly-met")));
}

TEST_F(PossibleTimesTest, OfTheLast) {
  EXPECT_THAT(Ids("has last phenotype HP:0001250 with onset >= 9 years"), ElementsAre("early", "late", "span"));
  EXPECT_THAT(said(),
              HasSubstr("1 of the 5 individuals who have phenotype HP:0001250 has a last onset that is imprecise"));
}

}  // namespace
}  // namespace muster
