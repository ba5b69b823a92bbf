// Of terms that are known and that no record has.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class NeverRecordedTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Import(
        "format-version: 1.2\nontology: mondo\n\n[Term]\nid: MONDO:0005812\nname: influenza\n\n[Term]\n"
        "id: MONDO:0004979\nname: asthma\n\n[Term]\nid: MONDO:0018076\nname: tuberculosis\n");
    Import(Ill("a", "MONDO:0004979", "asthma", "") + Ill("b", "ICD10:J11", "influenza, virus not identified", "") +
           Ill("c", "MONDO:0018076", "tuberculosis", R"(,"excluded":true)"));
  }
  static std::string Ill(const std::string& id, const std::string& code, const std::string& label,
                         const std::string& more) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"sex":"FEMALE"},"diseases":[{"term":{"id":")", code,
                        R"(","label":")", label, "\"}", more, "}]}\n");
  }
};

TEST_F(NeverRecordedTest, FindsOrLeavesOutNobody) {
  EXPECT_EQ(Rows("count individuals where has disease \"influenza\""), "0");
  EXPECT_THAT(said(), AllOf(HasSubstr("nobody in this catalogue is recorded as having disease \"influenza\": this "
                                      "finds nobody [never-recorded]"),
                            HasSubstr("recorded diseases with its words: ICD10:J11 influenza, virus not identified")));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0004979 and no disease MONDO:0005812"), "1");
  EXPECT_THAT(said(), HasSubstr("having disease MONDO:0005812: this leaves out nobody [never-recorded]"));
  EXPECT_EQ(Rows("count individuals where not has disease MONDO:0005812 by sex"), "female, 3");
  EXPECT_THAT(said(), HasSubstr("this leaves out nobody [never-recorded]"));
  EXPECT_EQ(Rows("count individuals where sex is male or has disease \"tuberculosis\""), "0");
  EXPECT_THAT(said(), HasSubstr("having disease \"tuberculosis\": this finds nobody [never-recorded]"));
}

TEST_F(NeverRecordedTest, NamesAmongOthers) {
  EXPECT_EQ(Rows("count individuals where has disease \"asthma\" or \"influenza\""), "1");
  EXPECT_THAT(said(), HasSubstr("having disease \"influenza\": this finds nobody [never-recorded]"));
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0004979 or MONDO:0005812"), "1");
  EXPECT_THAT(said(), Not(HasSubstr("never-recorded"))) << "codes are listed for several sources";
  EXPECT_EQ(Rows("count individuals where has disease \"asthma\" and has disease ICD10:J11"), "0");
  EXPECT_THAT(said(), Not(HasSubstr("never-recorded")));
}

TEST_F(NeverRecordedTest, OfGroupsAsWell) {
  EXPECT_EQ(Rows("count individuals where sex is female and has disease \"influenza\" by sex"), "");
  EXPECT_THAT(said(), AllOf(HasSubstr("never-recorded"), HasSubstr("no individuals meet all of these criteria")));
}

}  // namespace
}  // namespace muster
