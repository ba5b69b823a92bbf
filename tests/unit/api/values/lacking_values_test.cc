// Of records that lack a value that is compared it is said how many these are, also where they pass an exclusion.
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

class LackingValuesTest : public ValuesTest {
 protected:
  static std::string Phenopacket(const std::string& id, const std::string& more, const std::string& subject = "") {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x")", subject, "}", more.empty() ? "" : ",", more,
                        "}\n");
  }
  // A person with a radiotherapy; no dose where `dosage` is empty.
  static std::string Irradiated(const std::string& id, const std::string& dosage) {
    return Phenopacket(id, absl::StrCat(R"("medicalActions":[{"radiationTherapy":{"modality":{"id":"NCIT:C15751"},)",
                                        R"("bodySite":{"id":"UBERON:0002367"},"fractions":10)",
                                        dosage.empty() ? "" : absl::StrCat(R"(,"dosage":)", dosage), "}}]"));
  }
};

TEST_F(LackingValuesTest, NumbersBehindNo) {
  Import(Irradiated("a", "60") + Irradiated("b", "20") + Irradiated("c", "") + Irradiated("d", ""));
  EXPECT_THAT(Ids("no procedure NCIT:C15751 with dosage >= 50"), ElementsAre("b", "c", "d"));
  EXPECT_THAT(said(), AllOf(HasSubstr("2 procedures of NCIT:C15751"),
                            HasSubstr("have no dosage, and who has only such is not left out by this"),
                            HasSubstr("(dosage >= 50 or dosage is missing)"), HasSubstr("[missing-counts]")));
  EXPECT_THAT(Ids("no procedure NCIT:C15751 with (dosage >= 50 or dosage is missing)"), ElementsAre("b"));
  EXPECT_THAT(said(), Not(HasSubstr("missing-counts")));
  Ids("no procedure with fractions >= 5");
  EXPECT_THAT(said(), Not(HasSubstr("missing-counts")));
}

TEST_F(LackingValuesTest, NumbersThatHaveToHold) {
  Import(Irradiated("a", "60") + Irradiated("b", "20") + Irradiated("c", "") + Irradiated("d", ""));
  EXPECT_THAT(Ids("has procedure NCIT:C15751 with dosage >= 50"), ElementsAre("a"));
  EXPECT_THAT(said(), AllOf(HasSubstr("only 2 of 4 procedures of NCIT:C15751"), HasSubstr("have a dosage recorded"),
                            HasSubstr("count individuals where has procedure NCIT:C15751 with dosage is recorded")));
}

TEST_F(LackingValuesTest, NumbersThatNobodyHas) {
  Import(Irradiated("a", "") + Irradiated("b", ""));
  EXPECT_THAT(Ids("has procedure NCIT:C15751 with dosage >= 50"), ElementsAre());
  EXPECT_THAT(said(), AllOf(HasSubstr("no dosage of a procedure is recorded, so nothing matches"),
                            HasSubstr("[not-recorded]")));
  EXPECT_THAT(Ids("no procedure NCIT:C15751 with dosage >= 50"), ElementsAre("a", "b"));
  EXPECT_THAT(said(), AllOf(HasSubstr("no dosage of a procedure is recorded"), HasSubstr("leaves out nobody"),
                            HasSubstr("2 procedures of NCIT:C15751")));
}

}  // namespace
}  // namespace muster
