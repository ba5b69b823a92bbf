// That many are found only by another disease below the one that is asked for is told where its name does not say it.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

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
  void ImportMany(const std::string& disease, const std::string& name, int number) {
    std::string people;
    for (int i = 0; i < number; ++i) absl::StrAppend(&people, Ill(absl::StrCat(name, i), disease));
    Import(people);
  }
};

TEST_F(TermBelowTest, OfAnotherName) {
  ImportMany("MONDO:0005575", "a", 4);
  ImportMany("MONDO:0005835", "b", 5);
  Import(Ill("c", "MONDO:0005835", R"({"term":{"id":"MONDO:0005575"}})"));
  for (const char* where : {"has disease MONDO:0005575", R"(has disease "colorectal cancer" with onset < 50 years)"}) {
    EXPECT_THAT(Ids(where), SizeIs(10)) << where;
    EXPECT_THAT(said(), AllOf(HasSubstr("5 of the 10 individuals who have disease "),
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

TEST_F(TermBelowTest, OfFewNothingIsSaid) {
  ImportMany("MONDO:0005575", "a", 4);
  ImportMany("MONDO:0005835", "b", 4);
  Ids("has disease MONDO:0005575");
  EXPECT_THAT(said(), Not(HasSubstr("term-below")));
}

TEST_F(TermBelowTest, OfOneWhoseNameSaysItNothingIsSaid) {
  ImportMany("MONDO:0005575", "a", 4);
  ImportMany("MONDO:0024331", "b", 5);
  Ids("has disease MONDO:0005575");
  EXPECT_THAT(said(), Not(HasSubstr("term-below")));
}

TEST_F(TermBelowTest, OfAGeneralTermNothingIsSaid) {
  ImportMany("MONDO:0024331", "a", 4);
  ImportMany("MONDO:0005835", "b", 5);
  Ids("has disease MONDO:0005575");
  EXPECT_THAT(said(), Not(HasSubstr("term-below")));
}

}  // namespace
}  // namespace muster
