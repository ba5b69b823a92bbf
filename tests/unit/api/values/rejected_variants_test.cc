// That a variant of which only the gene is asked may have been rejected, or be benign, is told.
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

class RejectedVariantsTest : public ValuesTest {
 protected:
  static std::string Of(const std::string& id, const std::string& status, const std::string& classification) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"interpretations":[{"id":"i","diagnosis":)",
                        R"({"disease":{"id":"OMIM:607208"},"genomicInterpretations":[{"subjectOrBiosampleId":"x",)",
                        R"("interpretationStatus":")", status, R"(","variantInterpretation":)",
                        R"({"acmgPathogenicityClassification":")", classification,
                        R"(","variationDescriptor":{"geneContext":{"valueId":"HGNC:10585","symbol":"SCN1A"}}}}]}}]})",
                        "\n");
  }
};

TEST_F(RejectedVariantsTest, CountWhereOnlyTheGeneIsAsked) {
  Import(Of("a", "CAUSATIVE", "PATHOGENIC") + Of("b", "REJECTED", "PATHOGENIC") +
         Of("c", "CANDIDATE", "LIKELY_BENIGN") + Of("d", "CANDIDATE", "BENIGN"));
  EXPECT_THAT(Ids("has variant HGNC:10585"), ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(said(), AllOf(HasSubstr("rejected or benign variants count as well: 3 of the 4 individuals who have "
                                      "variant HGNC:10585 have no other of it [rejected-variants]"),
                            HasSubstr("has variant HGNC:10585 with (not status is rejected and not pathogenicity in "
                                      "(benign, \"likely benign\"))")));
  EXPECT_THAT(Ids("has variant HGNC:10585 with (not status is rejected and not pathogenicity in "
                  "(benign, \"likely benign\"))"),
              ElementsAre("a"));
  for (const char* where : {"has variant HGNC:10585 with status is causative", "no variant HGNC:10585",
                            "has variant HGNC:10585 and has variant HGNC:10585 with pathogenicity is pathogenic",
                            "has variant HGNC:10585 with pathogenicity is benign"}) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("rejected-variants"))) << where;
  }
}

TEST_F(RejectedVariantsTest, AreNotToldWhereOthersAreThere) {
  Import(Of("a", "CAUSATIVE", "PATHOGENIC") + Of("b", "CANDIDATE", "NOT_PROVIDED"));
  Ids("has variant HGNC:10585");
  EXPECT_THAT(said(), Not(HasSubstr("rejected-variants")));
}

}  // namespace
}  // namespace muster
