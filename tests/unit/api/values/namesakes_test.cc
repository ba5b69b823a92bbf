// One name for a phenotype and a disease: who has the other one is told.
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

class NamesakesTest : public ValuesTest {
 protected:
  static std::string Of(const std::string& id, const std::string& more) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},)", more, "}\n");
  }
  static std::string Disease(const std::string& id) {
    return Of(id, R"("diseases":[{"term":{"id":"MONDO:0005105","label":"melanoma"}}])");
  }
  static std::string Phenotype(const std::string& id) {
    return Of(id, R"("phenotypicFeatures":[{"type":{"id":"HP:0002861","label":"Melanoma"}}])");
  }
};

TEST_F(NamesakesTest, WhoHasTheOtherOneIsTold) {
  Import(Disease("a") + Phenotype("b") + Phenotype("c"));
  EXPECT_THAT(Ids("has disease MONDO:0005105"), ElementsAre("a"));
  EXPECT_THAT(said(), AllOf(HasSubstr("2 individuals have phenotype HP:0002861 Melanoma and no such disease: this does "
                                      "not ask for them [same-name]"),
                            HasSubstr("write (has disease MONDO:0005105 or has phenotype HP:0002861)")));
  EXPECT_THAT(Ids("no phenotype HP:0002861"), ElementsAre("a"));
  EXPECT_THAT(said(), AllOf(HasSubstr("1 individual has disease MONDO:0005105 melanoma and no such phenotype, and who "
                                      "has only that is not left out by this [same-name]"),
                            HasSubstr("write and no disease MONDO:0005105")));
}

TEST_F(NamesakesTest, WhoAsksForBothIsNotTold) {
  Import(Disease("a") + Phenotype("b"));
  EXPECT_THAT(Ids("(has disease MONDO:0005105 or has phenotype HP:0002861)"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
  Ids("no disease MONDO:0005105 and no phenotype HP:0002861");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
  Ids("has disease exactly MONDO:0005105");
  EXPECT_THAT(said(), Not(HasSubstr("same-name")));
}

}  // namespace
}  // namespace muster
