// Codes of which one lies below another, and which `distinct` counts as two.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;
using testing::Not;

class NestedCodesTest : public ValuesTest {
 protected:
  static std::string Person(const std::string& id, int first, int last) {
    std::string features;
    for (int i = first; i <= last; ++i) {
      absl::StrAppend(&features, i == first ? "" : ",", R"({"type":{"id":"ORPHA:)", i, "\"}}");
    }
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"phenotypicFeatures":[)", features, "]}\n");
  }
};

TEST_F(NestedCodesTest, WhoHasBothIsTold) {
  Import(
      "format-version: 1.2\nontology: ordo\n\n[Term]\nid: ORPHA:1\nname: all\n\n[Term]\nid: ORPHA:2\nname: some\n"
      "is_a: ORPHA:1\n");
  Import(Person("both", 1, 2) + Person("other", 3, 4));
  for (int i = 0; i < 2; ++i) {
    Ids("has at least 2 distinct phenotype");
    EXPECT_THAT(said(), HasSubstr("1 of 2 individuals has a term beside one that lies below it [general-term]"))
        << "time " << i;
  }
}

TEST_F(NestedCodesTest, OfVeryManyCodesNothingIsSaid) {
  Import(
      "format-version: 1.2\nontology: ordo\n\n[Term]\nid: ORPHA:1\nname: all\n\n[Term]\nid: ORPHA:2\nname: some\n"
      "is_a: ORPHA:1\n");
  Import(Person("both", 1, 2) + Person("many", 10, 2100));
  Ids("has at least 2 distinct phenotype");
  EXPECT_THAT(said(), Not(HasSubstr("general-term")));
}

}  // namespace
}  // namespace muster
