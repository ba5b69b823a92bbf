// Who has something recorded as absent, and who has nothing recorded of it, is not told apart where criteria do.
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

class SettledAbsenceTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    Import(Of("seen", R"({"type":{"id":"HP:0001250"}})") +
           Of("absent", R"({"type":{"id":"HP:0001250"},"excluded":true})") +
           Of("silent", R"({"type":{"id":"HP:0001251"}})"));
  }
  static std::string Of(const std::string& id, const std::string& phenotype) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":"x"},"phenotypicFeatures":[)", phenotype, "]}\n");
  }
};

TEST_F(SettledAbsenceTest, NothingIsSaidOfWhomTheOthersLeaveOut) {
  EXPECT_THAT(Ids("not has phenotype HP:0001250"), ElementsAre("absent", "silent"));
  EXPECT_THAT(said(), HasSubstr("[absent-or-silent]"));
  EXPECT_THAT(Ids("not has phenotype HP:0001250 and not has excluded phenotype HP:0001250"), ElementsAre("silent"));
  EXPECT_THAT(said(), Not(HasSubstr("absent-or-silent")));
  EXPECT_THAT(Ids("no excluded phenotype HP:0001250 and no phenotype HP:0001250"), ElementsAre("silent"));
  EXPECT_THAT(said(), Not(HasSubstr("absent-or-silent")));
  EXPECT_THAT(Ids("has excluded phenotype HP:0001250 and no phenotype HP:0001250"), ElementsAre("absent"));
  EXPECT_THAT(said(), Not(HasSubstr("absent-or-silent")));
  EXPECT_THAT(Ids("(has phenotype HP:0001250 or has excluded phenotype HP:0001250) and no phenotype HP:0001250"),
              ElementsAre("absent"));
  EXPECT_THAT(said(), Not(HasSubstr("absent-or-silent")));
}

TEST_F(SettledAbsenceTest, OtherTermsAndOtherRowsSettleNothing) {
  EXPECT_THAT(Ids("no phenotype HP:0001250 and not has excluded phenotype HP:0001251"),
              ElementsAre("absent", "silent"));
  EXPECT_THAT(said(), HasSubstr("[absent-or-silent]"));
  EXPECT_THAT(Ids("no phenotype HP:0001250 and not has excluded phenotype HP:0001250 with onset is recorded"),
              ElementsAre("absent", "silent"));
  EXPECT_THAT(said(), HasSubstr("[absent-or-silent]"));
}

TEST_F(SettledAbsenceTest, WhereHardlyAnybodyHasItRecordedAsAbsentTheOthersAreSilent) {
  std::string people;
  for (int i = 0; i < 9; ++i) people += Of(absl::StrCat("p", i), R"({"type":{"id":"HP:0001251"}})");
  Import(people);  // 10 silent, 1 absent
  Ids("no phenotype HP:0001250");
  EXPECT_THAT(said(), AllOf(HasSubstr("10 of 12 individuals have no record of phenotype HP:0001250, and 1 has it "
                                      "recorded as absent: this holds for both [absent-or-silent]"),
                            HasSubstr("write has excluded phenotype HP:0001250")));
  Ids("has phenotype HP:0001251 and no phenotype HP:0001250");
  EXPECT_THAT(said(), AllOf(HasSubstr("10 of the 10 individuals who have phenotype HP:0001251 have no record of "
                                      "phenotype HP:0001250, and none has it recorded as absent"),
                            Not(HasSubstr("write has excluded"))));
  Ids("no phenotype HP:0001251");  // which nobody has recorded as absent
  EXPECT_THAT(said(), Not(HasSubstr("absent-or-silent")));
}

// Who has one of several terms recorded as absent has not the others recorded so.
TEST_F(SettledAbsenceTest, OfSeveralTermsItIsToldHowManyHaveEachRecordedAsAbsent) {
  Import(Of("both", R"({"type":{"id":"HP:0001250"},"excluded":true},{"type":{"id":"HP:0001251"},"excluded":true})") +
         Of("other", R"({"type":{"id":"HP:0002315"}})"));
  const std::string terms = "HP:0001250 or HP:0001251";
  EXPECT_THAT(Ids("no phenotype " + terms), ElementsAre("absent", "both", "other"));
  EXPECT_THAT(said(),
              AllOf(HasSubstr("1 of 5 individuals has no record of phenotype HP:0001250 or HP:0001251, 1 has some "
                              "of them recorded as absent and no record of the others, and 1 has all of them "
                              "recorded as absent: this holds for all of these [absent-or-silent]"),
                    HasSubstr("of those recorded as absent alone, write list individuals where has excluded "
                              "phenotype HP:0001250 and has excluded phenotype HP:0001251")));
  EXPECT_THAT(Ids("has excluded phenotype HP:0001250 and has excluded phenotype HP:0001251"), ElementsAre("both"));
  Ids("not has phenotype " + terms);
  EXPECT_THAT(said(), HasSubstr("write has excluded phenotype HP:0001250 and has excluded phenotype HP:0001251"));
  Ids("no phenotype HP:0001250 or HP:0002315");
  EXPECT_THAT(said(),
              AllOf(HasSubstr("2 have some of them recorded as absent and no record of the others, and none has "
                              "all of them recorded as absent"),
                    Not(HasSubstr("recorded as absent alone"))));
}

}  // namespace
}  // namespace muster
