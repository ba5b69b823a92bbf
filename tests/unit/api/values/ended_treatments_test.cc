// That a treatment of which no time is asked may have ended is told where many have ended it and some have not.
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

class EndedTreatmentsTest : public ValuesTest {
 protected:
  static std::string Course(const std::string& agent, bool ended) {
    return absl::StrCat(R"({"treatment":{"agent":{"id":")", agent,
                        R"("},"doseIntervals":[{"interval":{"start":"2015-05-05T00:00:00Z")",
                        ended ? R"(,"end":"2016-05-05T00:00:00Z")" : "", "}}]}}");
  }
  static std::string Of(const std::string& id, const std::string& courses) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"diseases":[{"term":{"id":"MONDO:0005148"}}],)",
                        R"("medicalActions":[)", courses, "]}\n");
  }
};

constexpr char kDrug[] = "DrugCentral:257";

TEST_F(EndedTreatmentsTest, CountWhereNoTimeIsAsked) {
  Import(Of("a", Course(kDrug, true)) + Of("b", Course(kDrug, true) + "," + Course(kDrug, false)) +
         Of("c", Course(kDrug, false)) + Of("d", Course(kDrug, true)) + Of("e", Course("DrugCentral:1", true)));
  EXPECT_THAT(Ids("has disease MONDO:0005148 and has treatment DrugCentral:257"), ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(said(), AllOf(HasSubstr("treatments that have ended count as well: 2 of the 4 individuals who have "
                                      "disease MONDO:0005148 and treatment DrugCentral:257 have an end of it in every "
                                      "record [ended-before]"),
                            HasSubstr("write list individuals where has disease MONDO:0005148 and has treatment "
                                      "DrugCentral:257 with end is missing")));
  EXPECT_THAT(Ids("has treatment DrugCentral:257 with end is missing"), ElementsAre("b", "c"));
  for (const char* where :
       {"has treatment DrugCentral:257 with end is missing",
        "has treatment DrugCentral:257 with start after 2014-01-01",
        "has treatment DrugCentral:257 with not end before 2020-01-01", "no treatment DrugCentral:257",
        "has first treatment DrugCentral:257", "has at least 2 treatment DrugCentral:257",
        "not has treatment DrugCentral:257", "has treatment",
        "has treatment DrugCentral:257 as t and t.start before 2020",
        "has treatment DrugCentral:257 and has treatment DrugCentral:257 with not end before 2020-01-01",
        // These tell whether it goes on.
        "has treatment DrugCentral:257 with status is missing",
        "has treatment DrugCentral:257 with termination reason is missing",
        // Nobody goes on.
        "has treatment DrugCentral:1"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("count as well"))) << where;
  }
  // A time of another treatment tells nothing of this one.
  Ids("has treatment DrugCentral:257 and no treatment DrugCentral:1 with start before 2010-01-01");
  EXPECT_THAT(said(), HasSubstr("count as well"));
}

TEST_F(EndedTreatmentsTest, CountWhereverTheyAreAskedFor) {
  Import(Of("a", Course(kDrug, true)) + Of("b", Course(kDrug, true) + "," + Course(kDrug, false)) +
         Of("c", Course(kDrug, false)) + Of("d", Course(kDrug, true)) + Of("e", Course("DrugCentral:1", true)));
  for (const char* where : {"has treatment DrugCentral:257 or has treatment DrugCentral:1",
                            "at least 1 of (has treatment DrugCentral:257, sex is female)",
                            "has treatment DrugCentral:257 as t", "has at least 1 treatment DrugCentral:257"}) {
    Ids(where);
    EXPECT_THAT(said(), HasSubstr("treatments that have ended count as well: 2 of the 4 individuals who have treatment "
                                  "DrugCentral:257 have an end of it in every record [ended-before]"))
        << where;
  }
  Rows("count diseases where has treatment DrugCentral:257");
  EXPECT_THAT(said(), HasSubstr("[ended-before]"));
}

TEST_F(EndedTreatmentsTest, AreNoneWhereEndsAreRare) {
  std::string people = Of("a", Course(kDrug, true));
  for (const char* id : {"b", "c", "d"}) people += Of(id, Course(kDrug, false));
  Import(people);
  Ids("has treatment DrugCentral:257");
  EXPECT_THAT(said(), Not(HasSubstr("ended-before")));  // 1 of 4
  Import(Of("e", Course(kDrug, true)));
  Ids("has treatment DrugCentral:257");
  EXPECT_THAT(said(), HasSubstr("2 of the 5 individuals who have treatment DrugCentral:257"));
}

TEST_F(EndedTreatmentsTest, WhoAsksForTheEndKnows) {
  Import(Of("a", Course(kDrug, true)) + Of("b", Course(kDrug, false)));
  EXPECT_THAT(Ids("has treatment DrugCentral:257 with start before 2020-01-01"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), HasSubstr("ended-before"));
  for (const char* where :
       {"has treatment DrugCentral:257 with (start before 2020-01-01 and end is missing)",
        "has treatment DrugCentral:257 with (start before 2020-01-01 and (end is missing or end after 2020-01-01))",
        "has treatment DrugCentral:257 as t and t.start before 2020-01-01 and t.end is missing"}) {
    EXPECT_THAT(Ids(where), ElementsAre("b"));
    EXPECT_THAT(said(), Not(HasSubstr("ended-before"))) << where;
  }
}

}  // namespace
}  // namespace muster
