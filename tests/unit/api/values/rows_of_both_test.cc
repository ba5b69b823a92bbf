// Of two records or one it is told where one can be both.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class RowsOfBothTest : public ValuesTest {
 protected:
  static std::string Sample(const std::string& tissue, const std::string& histology) {
    return absl::StrCat(R"({"id":"s)", tissue, R"(","sampledTissue":{"id":"UBERON:)", tissue,
                        R"("},"histologicalDiagnosis":{"id":"NCIT:)", histology, R"("}})");
  }
  static std::string Of(const std::string& id, const std::string& samples) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"biosamples":[)", samples, "]}\n");
  }
  static constexpr char kBoth[] = "has sample with histology is NCIT:C1 and has sample with tissue is UBERON:0000178";
};

TEST_F(RowsOfBothTest, NoSampleIsBoth) {
  Import(Of("a", absl::StrCat(Sample("0000178", "C2"), ",", Sample("0002107", "C1"))));
  EXPECT_THAT(Ids(kBoth), ElementsAre("a"));
  EXPECT_THAT(said(), Not(HasSubstr("two-records")));
}

TEST_F(RowsOfBothTest, SomeSampleIsBoth) {
  Import(Of("a", absl::StrCat(Sample("0000178", "C2"), ",", Sample("0002107", "C1"))) +
         Of("b", Sample("0000178", "C1")));
  EXPECT_THAT(Ids(kBoth), ElementsAre("a", "b"));
  EXPECT_THAT(said(), HasSubstr("one sample may meet both of these, or two may meet one each [two-records]"));
  // One that is gone is none.
  ASSERT_TRUE(catalogue_->Delete("default", {"b"}).ok());
  EXPECT_THAT(Ids(kBoth), ElementsAre("a"));
  EXPECT_THAT(said(), Not(HasSubstr("two-records")));
}

// disease: melanoma; stage: IV
TEST_F(RowsOfBothTest, TermsAndWhatIsAskedOfAny) {
  Import(Of("a", absl::StrCat(Sample("0000178", "C2"), ",", Sample("0002107", "C1"))) +
         Of("b", Sample("0000178", "C1")));
  EXPECT_THAT(Ids("has sample UBERON:0000178 and has sample with histology is NCIT:C1"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), HasSubstr("write list individuals where has sample UBERON:0000178 with histology is NCIT:C1"));
  EXPECT_THAT(Ids("has sample UBERON:0000178 with histology is NCIT:C1"), ElementsAre("b"));
  EXPECT_THAT(said(), Not(HasSubstr("two-records")));
  Ids("has sample UBERON:0000178 and has sample with tissue is not UBERON:0000178");
  EXPECT_THAT(said(), Not(HasSubstr("two-records"))) << "of other terms";
  Ids("has sample UBERON:0000178 and has sample");
  EXPECT_THAT(said(), Not(HasSubstr("two-records")));
}

}  // namespace
}  // namespace muster
