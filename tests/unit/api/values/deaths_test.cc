// That deaths are recorded of few is told where they are compared: of the deceased, and of whom nobody knows.
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

class DeathsTest : public ValuesTest {
 protected:
  static std::string Of(const std::string& id, const std::string& status) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x")",
                        status.empty() ? "" : absl::StrCat(R"(,"vitalStatus":{)", status, "}"),
                        R"(},"diseases":[{"term":{"id":"MONDO:0005148"}}]})", "\n");
  }
  static constexpr char kAlive[] = R"("status":"ALIVE")";
  static constexpr char kDied[] = R"("status":"DECEASED")";
  static constexpr char kOfCancer[] = R"("status":"DECEASED","causeOfDeath":{"id":"ICD10:C34"})";
  static constexpr char kAtFifty[] = R"("status":"DECEASED","timeOfDeath":{"age":{"iso8601duration":"P50Y"}})";
};

TEST_F(DeathsTest, OfTheDeceasedManyLackIt) {
  Import(Of("a", kAlive) + Of("b", kDied) + Of("c", kOfCancer));
  EXPECT_THAT(Ids("has disease MONDO:0005148 and cause of death is ICD10:C34"), ElementsAre("c"));
  EXPECT_THAT(said(), HasSubstr("cause of death is recorded of only 1 of the 2 individuals who have disease "
                                "MONDO:0005148 and are deceased; the others are left out by this"));
  EXPECT_THAT(said(), Not(HasSubstr("vital status")));
}

TEST_F(DeathsTest, OfManyNobodyKnowsWhetherTheyDied) {
  Import(Of("a", kAlive) + Of("b", "") + Of("c", kAtFifty));
  EXPECT_THAT(Ids("age at death < 60 years"), ElementsAre("c"));
  EXPECT_THAT(said(), AllOf(HasSubstr("note: vital status is recorded of only 2 of 3 individuals; the others are left "
                                      "out by this"),
                            Not(HasSubstr("age at death is recorded"))));
  Ids("age at death < 60 years and vital status is deceased");
  EXPECT_THAT(said(), HasSubstr("vital status is recorded of only 2 of 3 individuals"));
}

}  // namespace
}  // namespace muster
