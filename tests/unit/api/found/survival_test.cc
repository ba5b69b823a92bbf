// Of whom survival is summarised, and in which unit.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class SurvivalTest : public ValuesTest {
 protected:
  static std::string Of(const std::string& id, const std::string& status, int days) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"sex":"FEMALE","vitalStatus":{"status":")", status, "\"",
                        days == 0 ? "" : absl::StrCat(R"(,"survivalTimeInDays":)", days), "}}}\n");
  }
};

TEST_F(SurvivalTest, IsOfTheDeceasedInDays) {
  Import(Of("a", "DECEASED", 100) + Of("b", "DECEASED", 300) + Of("c", "ALIVE", 0) + Of("d", "ALIVE", 0));
  for (const char* text : {"summarise individuals of survival", "summarise individuals of survival where sex is female",
                           "summarise individuals of survival where sex is female or sex is male"}) {
    EXPECT_THAT(Rows(text), StartsWith("survival, days, 2, 2, 0")) << text;
    EXPECT_THAT(said(), HasSubstr("of 2 individuals who are alive no survival is recorded: this is of those who have "
                                  "died, and their median is not that of all [survival-of-deceased]"))
        << text;
  }
  Ask("summarise individuals of survival where vital status is deceased");
  EXPECT_THAT(said(), Not(HasSubstr("survival-of-deceased")));
  // Who is alive has one as well: how long they were followed.
  Import(Of("c", "ALIVE", 500));
  Ask("summarise individuals of survival");
  EXPECT_THAT(said(), Not(HasSubstr("survival-of-deceased")));
}

}  // namespace
}  // namespace muster
