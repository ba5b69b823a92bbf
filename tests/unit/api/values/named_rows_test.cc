// Times of records with a name that are not recorded are told of where they are compared behind `not`.
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

class NamedRowsTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Import(Of("soon", R"(,"onset":{"age":{"iso8601duration":"P50Y"}})") +
           Of("late", R"(,"onset":{"age":{"iso8601duration":"P20Y"}})") + Of("undated", ""));
  }
  // Who died at 51.
  static std::string Of(const std::string& id, const std::string& onset) {
    return absl::StrCat(R"({"id":")", id,
                        R"(","subject":{"id":"x","vitalStatus":{"status":"DECEASED","timeOfDeath":{"age":)",
                        R"({"iso8601duration":"P51Y"}}}},"diseases":[{"term":{"id":"MONDO:0005148"})", onset, "}]}\n");
  }
};

TEST_F(NamedRowsTest, WhoHasNoTimeMeetsWhatIsDenied) {
  EXPECT_THAT(Ids("has disease MONDO:0005148 as d and not death within 5 years after d.onset"),
              ElementsAre("late", "undated"));
  EXPECT_THAT(said(), AllOf(HasSubstr("1 disease of MONDO:0005148 has no onset, so that this also holds for who has "
                                      "one of these [missing-counts]"),
                            HasSubstr("write with onset is recorded before as d")));
  EXPECT_THAT(Ids("has disease MONDO:0005148 as d and not d.onset before 30 years"), ElementsAre("soon", "undated"));
  EXPECT_THAT(said(), HasSubstr("1 disease of MONDO:0005148 has no onset, so that this also holds"));
  EXPECT_THAT(Ids("has disease MONDO:0005148 with onset is recorded as d and not death within 5 years after d.onset"),
              ElementsAre("late"));
  EXPECT_THAT(said(), Not(HasSubstr("missing-counts")));
}

TEST_F(NamedRowsTest, AFirstOneHasTheTimeByWhichItIs) {
  for (const char* order : {"first", "last"}) {
    EXPECT_THAT(Ids(absl::StrCat("has ", order, " disease MONDO:0005148 as d and not d.onset before 30 years")),
                ElementsAre("soon"));
    EXPECT_THAT(said(), AllOf(HasSubstr("neither first nor last"), Not(HasSubstr("missing-counts"))));
  }
  // Another time of it may be missing.
  EXPECT_THAT(Ids("has first disease MONDO:0005148 as d and not d.resolution before 30 years"),
              ElementsAre("soon", "late"));
  EXPECT_THAT(said(), HasSubstr("3 diseases of MONDO:0005148 have no "));
  EXPECT_THAT(said(), HasSubstr("missing-counts"));
}

}  // namespace
}  // namespace muster
