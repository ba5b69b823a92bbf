// Of a field that no record of a whole dataset has.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;
using testing::Not;

class SilentSitesTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Add("a", 60, R"(,"diseaseStage":[{"id":"NCIT:C27966"}])", "north");
    Add("b", 8, "", "south");
  }
  void Add(const std::string& name, int people, const std::string& stage, const std::string& dataset) {
    std::string text;
    for (int i = 0; i < people; ++i) {
      absl::StrAppend(&text, R"({"id":")", name, i, R"(","subject":{"sex":"FEMALE"},)",
                      R"("diseases":[{"term":{"id":"MONDO:0005105"})", stage, "}]}\n");
    }
    ImportOptions options;
    options.dataset = dataset;
    Import(text, options);
  }
};

TEST_F(SilentSitesTest, AreTold) {
  EXPECT_EQ(Rows("count individuals where has disease MONDO:0005105 with stage is NCIT:C27966"), "60");
  EXPECT_THAT(said(), HasSubstr("no stage of diseases is recorded in dataset south: 8 of 68 individuals have such "
                                "diseases there and are not found by this, whatever it would be [rarely-recorded]"));
  EXPECT_EQ(Rows("count individuals where has disease with stage is NCIT:C27966"), "60");
  EXPECT_THAT(said(), HasSubstr("no stage of diseases is recorded in dataset south"));
  for (const char* where : {"dataset is north and has disease with stage is NCIT:C27966",
                            "no disease with stage is NCIT:C27966", "has disease with stage is recorded"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("no stage of diseases"))) << where;
  }
  Add("c", 1, R"(,"diseaseStage":[{"id":"NCIT:C27966"}])", "south");
  Ids("has disease with stage is NCIT:C27966");
  EXPECT_THAT(said(), Not(HasSubstr("no stage of diseases"))) << "one there has a stage";
}

}  // namespace
}  // namespace muster
