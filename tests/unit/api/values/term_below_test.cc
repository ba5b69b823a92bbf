// That many are found only by another disease below the one that is asked for is told where its name does not say it.
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

class TermBelowTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Import(
        "format-version: 1.2\nontology: mondo\n\n[Term]\nid: MONDO:0005575\nname: colorectal cancer\n\n[Term]\n"
        "id: MONDO:0005835\nname: Lynch syndrome\nis_a: MONDO:0005575\n\n[Term]\nid: MONDO:0024331\n"
        "name: colorectal carcinoma\nis_a: MONDO:0005575\n");
  }
  static std::string Ill(const std::string& id, const std::string& disease, const std::string& more = "") {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"diseases":[{"term":{"id":")", disease,
                        R"("},"onset":{"age":{"iso8601duration":"P40Y"}}})", more.empty() ? "" : ",", more, "]}\n");
  }
};

TEST_F(TermBelowTest, OfAnotherName) {
  Import(Ill("a", "MONDO:0005575") + Ill("b", "MONDO:0005575") + Ill("c", "MONDO:0005835") + Ill("d", "MONDO:0005835") +
         Ill("e", "MONDO:0005835", R"({"term":{"id":"MONDO:0005575"}})"));
  for (const char* where : {"has disease MONDO:0005575", R"(has disease "colorectal cancer" with onset < 50 years)"}) {
    EXPECT_THAT(Ids(where), ElementsAre("a", "b", "c", "d", "e")) << where;
    EXPECT_THAT(said(), AllOf(HasSubstr("2 of the 5 individuals who have disease "),
                              HasSubstr(" have nothing of this but MONDO:0005835 Lynch syndrome, which lies below it"),
                              HasSubstr("[term-below]"), HasSubstr("term not in (MONDO:0005835)")))
        << where;
  }
  for (const char* known : {"has disease MONDO:0005575 except MONDO:0005835", "has disease exactly MONDO:0005575",
                            "has disease MONDO:0005575 and no disease MONDO:0005835",
                            R"(has disease MONDO:0005575 with stage is "Stage III")"}) {
    Ids(known);
    EXPECT_THAT(said(), Not(HasSubstr("term-below"))) << known;
  }
}

TEST_F(TermBelowTest, OfOneWhoseNameSaysItNothingIsSaid) {
  Import(Ill("a", "MONDO:0005575") + Ill("b", "MONDO:0024331") + Ill("c", "MONDO:0024331"));
  Ids("has disease MONDO:0005575");
  EXPECT_THAT(said(), Not(HasSubstr("term-below")));
}

TEST_F(TermBelowTest, OfAGeneralTermNothingIsSaid) {
  Import(Ill("a", "MONDO:0024331") + Ill("b", "MONDO:0005835") + Ill("c", "MONDO:0005835"));
  Ids("has disease MONDO:0005575");
  EXPECT_THAT(said(), Not(HasSubstr("term-below")));
}

}  // namespace
}  // namespace muster
