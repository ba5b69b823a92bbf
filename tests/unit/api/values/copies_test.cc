// Of one copy or two of a variant, of which a homozygous one is one record.
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

class CopiesTest : public ValuesTest {
 protected:
  static std::string Carrier(const std::string& id, const std::string& state) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"interpretations":[{"id":"i","diagnosis":)",
                        R"({"genomicInterpretations":[{"variantInterpretation":{"variationDescriptor":{)",
                        R"("geneContext":{"valueId":"HGNC:1884","symbol":"CFTR"},"allelicState":{"id":")", state,
                        "\"}}}}]}}]}\n");
  }
};

TEST_F(CopiesTest, AHomozygousOneIsOneRecord) {
  Import(Carrier("one", "GENO:0000135") + Carrier("two", "GENO:0000136"));
  EXPECT_THAT(Ids("has exactly 1 variant HGNC:1884"), ElementsAre("one", "two"));
  EXPECT_THAT(said(), AllOf(HasSubstr("[homozygous-counts-once]"),
                            HasSubstr("for one copy write (has exactly 1 variant HGNC:1884 and no variant HGNC:1884 "
                                      "with allelic state is GENO:0000136)")));
  EXPECT_THAT(Ids("has exactly 1 variant HGNC:1884 and no variant HGNC:1884 with allelic state is GENO:0000136"),
              ElementsAre("one"));
  EXPECT_THAT(said(), Not(HasSubstr("homozygous-counts-once"))) << "of what the hint has proposed";
  Ids("has at most 1 variant HGNC:1884");
  EXPECT_THAT(said(), HasSubstr("[homozygous-counts-once]"));
  Ids("has at least 2 variant HGNC:1884");
  EXPECT_THAT(said(), HasSubstr("for two copies of any kind write"));
  Ids("has variant HGNC:1884");
  EXPECT_THAT(said(), Not(HasSubstr("homozygous-counts-once")));
  Ids("has no variant HGNC:1884");
  EXPECT_THAT(said(), Not(HasSubstr("homozygous-counts-once")));
}

}  // namespace
}  // namespace muster
