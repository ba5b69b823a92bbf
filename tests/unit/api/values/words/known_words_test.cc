// What words stand for is remembered, and is the same whatever was asked before.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class KnownWordsTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Import(Of("f", "FEMALE") + Of("m", "MALE"));
  }
  static std::string Of(const std::string& id, const std::string& sex) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x","sex":")", sex, "\"}}\n");
  }
};

// A quoted text may hold any byte, that between remembered words as well.
TEST_F(KnownWordsTest, OneWordIsNotTwo) {
  using std::string_literals::operator""s;
  for (const std::string& between : {"\0"s, "\n"s, "\4\0\0\0\0\0\0\0"s}) {
    const std::string one = absl::StrCat("sex is \"female", between, "male\"");
    EXPECT_THAT(Ids(one), ElementsAre("no answer"));
    EXPECT_THAT(Ids("sex in (\"female\", \"male\")"), ElementsAre("f", "m"));
    EXPECT_THAT(Ids(one), ElementsAre("no answer")) << "behind two words";
    EXPECT_THAT(said(), HasSubstr("unknown-value"));
    EXPECT_THAT(Ids("not " + one), ElementsAre("no answer"));
  }
}

}  // namespace
}  // namespace muster
