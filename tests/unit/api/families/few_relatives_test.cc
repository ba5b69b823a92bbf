// A 0 of relatives says little where hardly anybody has any in the catalogue.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class FewRelativesTest : public ValuesTest {
 protected:
  // A family of a mother and a child, and `others` who have none.
  void ImportFamily(int others) {
    const std::string disease = R"("diseases":[{"term":{"id":"MONDO:0007254"}}])";
    std::string text = absl::StrCat(
        R"({"id":"F","proband":{"id":"child","subject":{"id":"child"}},"relatives":[{"id":"mother","subject":)",
        R"({"id":"mother"},)", disease, R"(}],"pedigree":{"persons":[{"familyId":"F","individualId":"child",)",
        R"("maternalId":"mother","paternalId":"0","sex":"FEMALE","affectedStatus":"AFFECTED"},{"familyId":"F",)",
        R"("individualId":"mother","paternalId":"0","maternalId":"0","sex":"FEMALE","affectedStatus":"AFFECTED"}]}})",
        "\n");
    for (int i = 0; i < others; ++i)
      absl::StrAppend(&text, R"({"id":"o)", i, R"(","subject":{"id":"x"},)", disease, "}\n");
    Import(text);
  }
};

TEST_F(FewRelativesTest, AreTold) {
  ImportFamily(10);
  EXPECT_THAT(Ids("has mother with has disease MONDO:0007254"), ElementsAre("child"));
  EXPECT_THAT(said(), HasSubstr("a mother is recorded of only 1 of 12 individuals; the others are left out by this, "
                                "whoever their relatives are [rarely-recorded]"));
  EXPECT_THAT(Ids("has father with has disease MONDO:0007254"), testing::IsEmpty());
  EXPECT_THAT(said(), HasSubstr("a father is recorded of none of 12 individuals; all of them are left out by this, "
                                "whoever their relatives are [rarely-recorded]"));
  Ids("has pedigree and has mother with has disease MONDO:0007254");
  EXPECT_THAT(said(), Not(HasSubstr("rarely-recorded")));
}

TEST_F(FewRelativesTest, AreNotToldWhereTheyAreMany) {
  ImportFamily(0);
  EXPECT_THAT(Ids("has mother with has disease MONDO:0007254"), ElementsAre("child"));
  EXPECT_THAT(said(), Not(HasSubstr("rarely-recorded")));
}

}  // namespace
}  // namespace muster
