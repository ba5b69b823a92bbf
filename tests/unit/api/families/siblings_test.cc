// Siblings whose parents the catalogue does not have, as registries of pairs and twins write them.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using SiblingsTest = ValuesTest;

TEST_F(SiblingsTest, ShareAParentWhomTheCatalogueDoesNotHave) {
  ImportOptions options;
  options.mapping = R"({"pedigrees": {"from": "/fam", "fields": {"family": "/f", "member": "/id", "mother": "/m",
                                                                 "father": "/d"}}})";
  const auto member = [](const std::string& id, const std::string& family, const std::string& parents) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":")", id, R"("},"fam":{"id":")", id, R"(","f":")", family,
                        "\",", parents, "}}\n");
  };
  Import(member("a1", "F1", R"("m":"MX","d":"DX")") + member("a2", "F1", R"("m":"MX","d":"DX")") +
             member("half", "F1", R"("m":"MX","d":"DY")") + member("b1", "F2", R"("m":"b3","d":"0")") +
             member("b2", "F2", R"("m":"b3","d":"0")") + member("b3", "F2", R"("m":"0","d":"0")") +
             member("other", "F3", R"("m":"MX","d":"DX")") + member("c1", "F4", R"("m":"0","d":"-9")") +
             member("c2", "F4", R"("m":"0","d":"-9")"),
         options);
  EXPECT_THAT(Ids("has sibling"), ElementsAre("a1", "a2", "half", "b1", "b2"));
  EXPECT_THAT(Ids("has at least 2 siblings"), ElementsAre("a1", "a2", "half"));
  EXPECT_THAT(Ids("has mother"), ElementsAre("b1", "b2")) << "a relative counts only if the catalogue has them";
  EXPECT_THAT(Ids("has child"), ElementsAre("b3"));
  EXPECT_THAT(Ids("has father"), IsEmpty());
}

}  // namespace
}  // namespace muster
