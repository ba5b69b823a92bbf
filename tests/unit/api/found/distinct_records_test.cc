// `distinct` of records that are more than their term: variants of one gene, samples of one tissue.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class DistinctRecordsTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Import(Sampled("a", {"UBERON:0002107", "UBERON:0002107"}) + Sampled("b", {"UBERON:0002107", "UBERON:0000955"}) +
           Sampled("c", {"UBERON:0002107"}));
  }
  static std::string Sampled(const std::string& id, const std::vector<std::string>& tissues) {
    std::string samples;
    for (size_t i = 0; i < tissues.size(); ++i) {
      absl::StrAppend(&samples, i == 0 ? "" : ",", R"({"id":")", id, i, R"(","sampledTissue":{"id":")", tissues[i],
                      "\"}}");
    }
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"sex":"FEMALE"},"biosamples":[)", samples, "]}\n");
  }
};

TEST_F(DistinctRecordsTest, AreCountedWithout) {
  EXPECT_EQ(Rows("count individuals where has at least 2 distinct samples"), "1");
  EXPECT_THAT(said(), AllOf(HasSubstr("`distinct` counts the samples of one tissue once, though they are different "
                                      "ones: without it 2 are found, and 1 with it [distinct-terms]"),
                            HasSubstr("to count each sample, write count individuals where has at least 2 samples")));
  EXPECT_EQ(Rows("count individuals where has at least 2 samples"), "2");
  EXPECT_THAT(said(), Not(HasSubstr("distinct-terms")));
  EXPECT_EQ(Rows("count individuals where has at least 1 distinct sample"), "3");
  EXPECT_THAT(said(), Not(HasSubstr("distinct-terms")));
}

TEST_F(DistinctRecordsTest, OfPersonsAsWell) {
  EXPECT_EQ(Rows("count distinct individuals where has at least 2 distinct samples"), "1");
  EXPECT_THAT(said(), HasSubstr("without it 2 are found, and 1 with it [distinct-terms]"));
}

TEST_F(DistinctRecordsTest, DifferentOnesAreRecords) {
  Ask("count individuals where has at least 2 different samples");
  EXPECT_THAT(said(), HasSubstr("write has at least 2 samples: each record is another one"));
  Ask("count individuals where has at least 2 different treatments");
  EXPECT_THAT(said(), HasSubstr("write distinct in place of different: has at least 2 distinct treatments"));
}

}  // namespace
}  // namespace muster
