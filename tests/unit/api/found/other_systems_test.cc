// People whose records are all coded in systems that what is asked for cannot reach.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class OtherSystemsTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Import(
        "format-version: 1.2\nontology: mondo\n\n[Term]\nid: MONDO:0005148\nname: type 2 diabetes mellitus\n"
        "xref: ICD10CM:E11\nxref: OMIM:125853 {source=\"MONDO:equivalentTo\"}\n\n[Term]\nid: MONDO:0005044\n"
        "name: hypertensive disorder\nxref: OMIM:145500 {source=\"MONDO:equivalentTo\"}\n");
    Add("m", "MONDO:0005148", 10);
    Add("o", "OMIM:145500", 10);
  }
  void Add(const std::string& name, const std::string& code, int people, const std::string& more = "",
           const std::string& dataset = "default") {
    std::string text;
    for (int i = 0; i < people; ++i) {
      absl::StrAppend(&text, R"({"id":")", name, i,
                      R"(","subject":{"id":"x","sex":"FEMALE"},"diseases":[{"term":{"id":")", code, "\"}}", more,
                      "]}\n");
    }
    ImportOptions options;
    options.dataset = dataset;
    if (dataset == "South") options.mapping = R"({"datasets": [{"id": "South", "name": "A hospital"}]})";
    Import(text, options);
  }
};

TEST_F(OtherSystemsTest, NothingWhereTheOntologyKnowsThem) {
  Ids("has disease MONDO:0005148");
  EXPECT_THAT(said(), Not(HasSubstr("other-systems")));
  Ids("no disease \"type 2 diabetes mellitus\"");
  EXPECT_THAT(said(), Not(HasSubstr("other-systems")));
  Ids("has disease OMIM:125853");
  EXPECT_THAT(said(), Not(HasSubstr("other-systems")));
}

TEST_F(OtherSystemsTest, OfThoseWhoHaveNothingElse) {
  Add("g", "ICD10GM:E11.9", 20);
  Add("both", "ICD10GM:E11.9", 5, R"(,{"term":{"id":"MONDO:0005044"}})");
  Ids("has disease MONDO:0005148");
  EXPECT_THAT(said(), AllOf(HasSubstr("20 of the 45 individuals who would be found with any disease in its place have "
                                      "diseases under ICD10GM: codes only, which MONDO:0005148 does not reach "
                                      "[other-systems]"),
                            HasSubstr("the ontology refers to ICD10GM:E11, which may mean more or less; to ask for "
                                      "these as well, write list individuals where has disease in (MONDO:0005148, "
                                      "ICD10GM:E11)"),
                            HasSubstr("count individuals by disease lists those that are recorded")));
  Ids("sex is female and no disease MONDO:0005148");
  EXPECT_THAT(said(), HasSubstr("20 of the 35 individuals who are found have diseases under ICD10GM: codes only"));
  for (const char* known :
       {"has disease MONDO:0005148 or ICD10GM:E11", "has disease MONDO:0005148 or has disease ICD10GM:E11",
        "no disease MONDO:0005148 and no disease ICD10GM:E11", "sex is male and has disease MONDO:0005148",
        "has disease exactly MONDO:0005148"}) {
    Ids(known);
    EXPECT_THAT(said(), Not(HasSubstr("other-systems"))) << known;
  }
}

// The other way round, and of one code system beside another without any ontology.
TEST_F(OtherSystemsTest, OfACodeWithoutAnOntology) {
  Add("g", "ICD10GM:E11.9", 20);
  Add("s", "SNOMED:44054006", 20);
  Ids("has disease ICD10GM:E11");
  EXPECT_THAT(said(),
              HasSubstr("40 of the 60 individuals who would be found with any disease in its place have diseases "
                        "under MONDO:, OMIM:, SNOMED: codes only, which ICD10GM:E11 does not reach"));
  Add("c", "ICD10CM:E11.9", 100);  // an edition, of which a warning of its own tells
  Ids("has disease ICD10GM:E11");
  EXPECT_THAT(said(), Not(HasSubstr("other-systems"))) << "40 of 160 may well have other diseases";
}

// A site that codes in another way is a small share of all, and falls away as a whole.
TEST_F(OtherSystemsTest, OfADatasetThatIsOutOfReach) {
  Add("n", "MONDO:0005044", 180);
  Add("g", "ICD10GM:I25.9", 20);
  Ids("has disease MONDO:0005148");
  EXPECT_THAT(said(), Not(HasSubstr("other-systems"))) << "20 of 220 may well have other diseases";
  Add("s", "ICD10GM:I25.9", 12, "", "south");
  const std::string south = "; 12 of them are in dataset south, where hardly any disease is in reach [other-systems]";
  Ids("has disease MONDO:0005148");
  EXPECT_THAT(said(), AllOf(HasSubstr("32 of the 232 individuals who would be found with any disease in its place"),
                            HasSubstr(south)));
  Ids("no disease MONDO:0005148");
  EXPECT_THAT(said(), AllOf(HasSubstr("32 of the 222 individuals who are found"), HasSubstr(south)));
  Ids("dataset is default and has disease MONDO:0005148");
  EXPECT_THAT(said(), Not(HasSubstr("other-systems")));
  Add("t", "MONDO:0005044", 3, "", "south");
  Ids("has disease MONDO:0005148");
  EXPECT_THAT(said(), Not(HasSubstr("other-systems"))) << "there, too, others have them";
}

// Each criterion gets the codes that its own term refers to, and a dataset its name as it is written.
TEST_F(OtherSystemsTest, TheCodesOfEachCriterion) {
  Import(
      "format-version: 1.2\nontology: mondo\n\n[Term]\nid: MONDO:0005148\nname: type 2 diabetes mellitus\n"
      "xref: ICD10CM:E11\n\n[Term]\nid: MONDO:0004979\nname: asthma\nxref: ICD10CM:J45\n");
  Add("g", "ICD10GM:E11.9", 20, "", "South");
  Add("j", "ICD10GM:J45.0", 20, "", "South");
  Add("a", "MONDO:0004979", 5);
  Ids("no disease MONDO:0005148 and no disease \"asthma\"");
  EXPECT_THAT(said(), AllOf(HasSubstr("of them are in dataset South, where"),
                            HasSubstr("list individuals where has no disease in (MONDO:0005148, ICD10GM:E11) and "
                                      "has no disease in (\"asthma\", ICD10GM:J45)")));
}

// Who counts once over all datasets is told the same.
TEST_F(OtherSystemsTest, OfDistinctIndividuals) {
  Add("g", "ICD10GM:E11.9", 20);
  Ask("count distinct individuals where has disease MONDO:0005148");
  EXPECT_THAT(said(), AllOf(HasSubstr("20 of the 40 individuals who would be found with any disease in its place"),
                            HasSubstr("write count distinct individuals where has disease in (MONDO:0005148, "
                                      "ICD10GM:E11)")));
  Ask("count distinct individuals where no disease MONDO:0005148");
  EXPECT_THAT(said(), HasSubstr("20 of the 30 distinct individuals who are found have diseases under ICD10GM:"));
}

TEST_F(OtherSystemsTest, NotOfFew) {
  Add("g", "ICD10GM:E11.9", 4);
  Ids("has disease MONDO:0005148");
  EXPECT_THAT(said(), Not(HasSubstr("other-systems")));
  Add("h", "ICD10GM:E11.9", 1);
  Ids("has disease MONDO:0005148");
  EXPECT_THAT(said(), HasSubstr("5 of the 25"));
  Add("n", "MONDO:0005044", 80);
  Ids("has disease MONDO:0005148");
  EXPECT_THAT(said(), Not(HasSubstr("other-systems")));
}

}  // namespace
}  // namespace muster
