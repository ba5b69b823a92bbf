// That a treatment without an end goes on after a death is told where this decides who is found.
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

constexpr char kAliveStill[] = R"("status":"ALIVE")";
constexpr char kHasDied[] = R"("status":"DECEASED")";
constexpr char kDiedIn2022[] = R"("status":"DECEASED","timeOfDeath":{"timestamp":"2022-05-05T00:00:00Z"})";
constexpr char kDiedAtSixty[] = R"("status":"DECEASED","timeOfDeath":{"age":{"iso8601duration":"P60Y"}})";

class OpenTreatmentsTest : public ValuesTest {
 protected:
  // Born in 1960, treated since 2015, with an end or without.
  static std::string Of(const std::string& id, const std::string& status, const std::string& end = "",
                        const std::string& seen = "") {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x","dateOfBirth":"1960-01-01T00:00:00Z",)",
                        R"("vitalStatus":{)", status, "}",
                        seen.empty() ? "" : absl::StrCat(R"(,"timeAtLastEncounter":{"timestamp":")", seen, R"("})"),
                        R"(},"medicalActions":[{"treatment":{"agent":{"id":)",
                        R"("DrugCentral:257"},"doseIntervals":[{"interval":{"start":"2015-05-05T00:00:00Z")",
                        end.empty() ? "" : absl::StrCat(R"(,"end":")", end, R"(T00:00:00Z")"), "}}]}}]}\n");
  }
};

TEST_F(OpenTreatmentsTest, GoOnAfterDeath) {
  Import(Of("a", kAliveStill) + Of("b", kHasDied) + Of("c", kHasDied, "2016-05-05") + Of("d", kDiedIn2022));
  EXPECT_THAT(Ids("has treatment DrugCentral:257 with not end before 2026-12-01"), ElementsAre("a", "b", "d"));
  EXPECT_THAT(said(),
              AllOf(HasSubstr("2 of the 4 individuals who have treatment DrugCentral:257 are recorded as "
                              "deceased, with a treatment of DrugCentral:257"),
                    HasSubstr("that has no end: for this it goes on after their deaths [treatment-after-death]"),
                    HasSubstr("write and not vital status is deceased")));
  for (const char* same : {"has treatment DrugCentral:257 with end is missing",
                           "has treatment DrugCentral:257 with (end after 2026-12-01 or end is missing)",
                           "has treatment DrugCentral:257 as t and not t.end before 2026-12-01"}) {
    EXPECT_THAT(Ids(same), ElementsAre("a", "b", "d")) << same;
    EXPECT_THAT(said(), HasSubstr("2 of the 4 individuals")) << same;
    EXPECT_THAT(said(), HasSubstr("[treatment-after-death]")) << same;
  }
}

TEST_F(OpenTreatmentsTest, OfWhomTheDateDoesNotConcernNothingIsSaid) {
  Import(Of("a", kAliveStill) + Of("b", kDiedIn2022) + Of("c", kDiedAtSixty) +
         Of("d", kHasDied, "", "2021-06-06T00:00:00Z"));
  for (const char* where :
       {// They died later: in 2022, and at an age that was reached in 2020.
        "has treatment DrugCentral:257 with not end before 2018-01-01",
        // Nobody had begun by then.
        "has treatment DrugCentral:257 with (start before 2010 and not end before 2026-12-01)",
        // Who asks so knows of the dead.
        "has treatment DrugCentral:257 with not end before 2026-12-01 and not vital status is deceased",
        "has treatment DrugCentral:257 with not end before 2026-12-01 and vital status is deceased",
        // An end is needed, or has to be missing of nobody.
        "has treatment DrugCentral:257 with end after 2020-01-01",
        "no treatment DrugCentral:257 with not end before 2026-12-01"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("treatment-after-death"))) << where;
  }
  Ids("has treatment DrugCentral:257 with not end before 2021-01-01");
  EXPECT_THAT(said(), HasSubstr("1 of the 4 individuals who have treatment DrugCentral:257 is recorded as deceased"));
}

TEST_F(OpenTreatmentsTest, AreToldOfOnceBesideAges) {
  Import(Of("a", kAliveStill) + Of("b", kHasDied));
  Ids("has treatment DrugCentral:257 with not end before 2026-12-01 and age as of 2026-12-01 >= 18 years");
  EXPECT_THAT(said(), AllOf(HasSubstr("age-after-death"), Not(HasSubstr("treatment-after-death"))));
}

TEST_F(OpenTreatmentsTest, OfAgesThatAreCountedByTheDeadAreToldOfAsOfThoseThatAreAsked) {
  Import(Of("a", kAliveStill) + Of("b", kHasDied) +
         R"({"id":"c","subject":{"id":"x","dateOfBirth":)"
         R"("1974-03-05T00:00:00Z","vitalStatus":{"status":"DECEASED"}}})" +
         "\n");
  for (const char* question :
       {"count individuals where has treatment DrugCentral:257 by age as of 2026-12-01 in bands of 10 years",
        "count individuals where has treatment DrugCentral:257 by sex, age as of 2026-12-01 in bands of 10 years",
        "summarise individuals where has treatment DrugCentral:257 of age as of 2026-12-01"}) {
    Ask(question);
    EXPECT_THAT(said(), AllOf(HasSubstr("1 of the 2 individuals who have treatment DrugCentral:257 is recorded as "
                                        "deceased, and has an age at any date [age-after-death]"),
                              HasSubstr("to leave them out, write and not vital status is deceased")))
        << question;
  }
  Ask("count individuals by age as of 2026-12-01 in bands of 10 years");
  EXPECT_THAT(said(), AllOf(HasSubstr("2 of 3 individuals are recorded as deceased"),
                            HasSubstr("to leave them out, write where not vital status is deceased")));
  for (const char* question :
       {"count individuals where not vital status is deceased by age as of 2026-12-01 in bands of 10 years",
        "count treatments by age as of 2026-12-01 in bands of 10 years",
        // None of the dead is female.
        "count individuals where sex is female by age as of 2026-12-01 in bands of 10 years",
        "count individuals where sex is female and age as of 2026-12-01 >= 18 years",
        "summarise individuals where vital status is alive of age as of 2026-12-01"}) {
    Ask(question);
    EXPECT_THAT(said(), Not(HasSubstr("age-after-death"))) << question;
  }
}

TEST_F(OpenTreatmentsTest, AgesThatCohortsAreComparedByAreThoseOfTheDeadToo) {
  Import(Of("a", kAliveStill) + Of("b", kHasDied));
  Ask("compare one as individuals where has treatment DrugCentral:257, two as individuals where vital status is alive "
      "by age as of 2026-12-01 in bands of 10 years");
  const std::string note =
      "1 of the 2 individuals who have treatment DrugCentral:257 is recorded as deceased, and has an age at any date";
  const size_t first = said().find(note);
  ASSERT_NE(first, std::string::npos) << said();
  EXPECT_EQ(said().find("age-after-death", said().find("age-after-death") + 1), std::string::npos) << said();
}

TEST_F(OpenTreatmentsTest, AnAgeThatIsAskedAndCountedByIsToldOfOnce) {
  Import(Of("a", kAliveStill) + Of("b", kHasDied));
  Ask("count individuals where age as of 2026-12-01 >= 18 years by age as of 2026-12-01 in bands of 10 years");
  const size_t first = said().find("[age-after-death]");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(said().find("[age-after-death]", first + 1), std::string::npos);
}

}  // namespace
}  // namespace muster
