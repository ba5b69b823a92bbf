// Of a time of the person that is known as an age only and compared with a date: who is left out, or found by `not`.
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

class LeftOutPeopleTest : public ValuesTest {
 protected:
  static std::string Seen(const std::string& id, const std::string& when) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x","timeAtLastEncounter":)", when, "}}\n");
  }
  static std::string Treated(const std::string& id, const std::string& end) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"medicalActions":[{"treatment":{"agent":{"id":)",
                        R"("NCIT:C1"},"doseIntervals":[{"interval":{"start":"2020-01-01T00:00:00Z")",
                        end.empty() ? "" : absl::StrCat(R"(,"end":")", end, "T00:00:00Z\""), "}}]}}]}\n");
  }
};

TEST_F(LeftOutPeopleTest, OfWindowsAsOfBounds) {
  Import(Seen("dated", R"({"timestamp":"2025-05-05T00:00:00Z"})") +
         Seen("before", R"({"timestamp":"2015-05-05T00:00:00Z"})") +
         Seen("aged", R"({"age":{"iso8601duration":"P50Y"}})"));
  for (const char* where : {"last contact >= 2024-01-01", "last contact within 2 years before 2026-01-01"}) {
    EXPECT_THAT(Ids(where), ElementsAre("dated")) << where;
    EXPECT_THAT(said(), AllOf(HasSubstr("1 individual has no age at last contact as a date (1 has another: an age or a "
                                        "term), and is not found by this"),
                              HasSubstr("[undated-records]")))
        << where;
    EXPECT_THAT(Ids(absl::StrCat("not ", where)), ElementsAre("before", "aged")) << where;
    EXPECT_THAT(said(), AllOf(HasSubstr("1 individual has an age at last contact that is no date (but an age or a "
                                        "term): `not` holds for it as well"),
                              Not(HasSubstr("not found by this"))))
        << where;
  }
}

// What goes on has no end.
TEST_F(LeftOutPeopleTest, NothingIsSaidOfEndsBehindNot) {
  Import(Treated("a", "") + Treated("b", ""));
  Import(absl::StrCat(
      R"({"id":"c","subject":{"id":"x"},"medicalActions":[{"treatment":{"agent":{"id":"NCIT:C2"},)",
      R"("doseIntervals":[{"interval":{"start":"2020-01-01T00:00:00Z","end":"2021-01-01T00:00:00Z"}}]}}]})", "\n"));
  EXPECT_THAT(Ids("has treatment NCIT:C1 with (start before 2022-01-01 and not end before 2022-01-01)"),
              ElementsAre("a", "b"));
  EXPECT_THAT(said(), Not(HasSubstr("nothing matches")));
  Ids("has treatment NCIT:C1 with end before 2022-01-01");
  EXPECT_THAT(said(),
              HasSubstr("no end of the 2 treatments of NCIT:C1 is recorded, so nothing matches [not-recorded]"));
  Ids("no treatment NCIT:C1 with end before 2022-01-01");
  EXPECT_THAT(said(), HasSubstr("so nothing matches, and what is behind `no` or `not` leaves out nobody"));
}

}  // namespace
}  // namespace muster
