// People whose codes no loaded ontology knows, although it knows others of their system.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class UnknownCodesTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Import(
        "format-version: 1.2\nontology: mondo\n\n[Term]\nid: MONDO:0020642\nname: polycystic kidney disease\n\n"
        "[Term]\nid: MONDO:0008263\nname: polycystic kidney disease 1\nis_a: MONDO:0020642\n"
        "xref: OMIM:173900 {source=\"MONDO:equivalentTo\"}\n\n[Term]\nid: MONDO:0004979\nname: asthma\n");
    Add("known", "OMIM:173900", "Polycystic kidney disease 1", 20);
    Add("asthma", "MONDO:0004979", "asthma", 60);
  }
  void Add(const std::string& name, const std::string& code, const std::string& label, int people) {
    std::string text;
    for (int i = 0; i < people; ++i) {
      absl::StrAppend(&text, R"({"id":")", name, i, R"(","subject":{"id":"x"},"diseases":[{"term":{"id":")", code,
                      R"(","label":")", label, "\"}}]}\n");
    }
    Import(text);
  }
};

TEST_F(UnknownCodesTest, ThatAreCalledAsTheTerm) {
  Ids("has disease \"polycystic kidney disease\"");
  EXPECT_THAT(said(), Not(HasSubstr("unknown-codes")));
  Add("new", "OMIM:621164", "Polycystic kidney disease 9, susceptibility to", 7);
  Ids("has disease \"polycystic kidney disease\"");
  EXPECT_THAT(
      said(),
      AllOf(HasSubstr("besides the 20 individuals who are found, 7 have diseases with all words of \"polycystic "
                      "kidney disease\" in their names, under codes that no loaded ontology knows: "
                      "OMIM:621164 Polycystic kidney disease 9, susceptibility to: 7 [unknown-codes]"),
            HasSubstr("to find them as well, write list individuals where has disease in (\"polycystic kidney "
                      "disease\", OMIM:621164)")));
  Ids("no disease \"polycystic kidney disease\"");
  EXPECT_THAT(said(), AllOf(HasSubstr("7 of the 67 individuals who are found have diseases with all words"),
                            HasSubstr("to leave them out, write")));
  Ask("count distinct individuals where has disease \"polycystic kidney disease\"");
  EXPECT_THAT(said(), HasSubstr("besides the 20 distinct individuals who are found, 7 have"));
  for (const char* other :
       {"has disease \"asthma\"", "no disease \"asthma\"", "has disease \"polycystic kidney disease\" or OMIM:621164",
        "has disease exactly MONDO:0020642"}) {
    Ids(other);
    EXPECT_THAT(said(), Not(HasSubstr("unknown-codes"))) << other;
  }
}

TEST_F(UnknownCodesTest, OfHalfOfThosePeople) {
  Add("new", "OMIM:621097", "Immunodeficiency 131", 79);
  Ids("has disease \"asthma\"");
  EXPECT_THAT(said(), Not(HasSubstr("unknown-codes"))) << "79 of 159 may well have other diseases";
  Add("other", "OMIM:620931", "Immunodeficiency 126", 1);
  Ids("has disease \"asthma\"");
  EXPECT_THAT(said(), HasSubstr("80 of the 160 individuals who would be found with any disease in its place have "
                                "diseases only under codes that no loaded ontology knows: whether these are below "
                                "\"asthma\" is not known (OMIM:621097 Immunodeficiency 131; OMIM:620931 "
                                "Immunodeficiency 126) [unknown-codes]"));
  Ids("no disease \"asthma\"");
  EXPECT_THAT(said(), HasSubstr("80 of the 100 individuals who are found have diseases only under codes"));
}

// Of another system other-systems tells; where the code has the hierarchy, no ontology is needed.
TEST_F(UnknownCodesTest, NotOfOtherSystems) {
  Add("icd", "ICD10GM:J45.0", "Asthma bronchiale", 100);
  Ids("has disease \"asthma\"");
  EXPECT_THAT(said(), Not(HasSubstr("unknown-codes")));
}

}  // namespace
}  // namespace muster
