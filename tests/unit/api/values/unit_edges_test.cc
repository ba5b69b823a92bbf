// That records lie at the bound but for the rounding of their unit is told where it decides of some.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/unit/api/values/values_fixture.h"

namespace muster {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class UnitEdgesTest : public ValuesTest {
 protected:
  void SetUp() override {
    ValuesTest::SetUp();
    const auto percent = [](const std::string& id, const std::string& value) {
      return Person(id, "LOINC:4548-4", Quantity(value, "UCUM:%"));
    };
    const auto ifcc = [](const std::string& id, const std::string& value) {
      return Person(id, "LOINC:4548-4", Quantity(value, "UCUM:mmol/mol"));
    };
    Import(percent("a", "6.8") + percent("b", "7.0") + percent("c", "8.1") + ifcc("d", "52") + ifcc("e", "53") +
           ifcc("f", "64"));
  }
};

TEST_F(UnitEdgesTest, RecordsAtTheBound) {
  EXPECT_THAT(Ids("has measurement LOINC:4548-4 >= 53 mmol/mol"), ElementsAre("c", "e", "f"));
  EXPECT_THAT(said(), AllOf(HasSubstr("rounding decides for 1 of 6 individuals: 53 mmol/mol is 7.00044 %, and records "
                                      "have 7 % [edge-of-units]"),
                            HasSubstr("value >= 53 mmol/mol or value >= 7 %")));
  EXPECT_THAT(Ids("has measurement LOINC:4548-4 with (value >= 53 mmol/mol or value >= 7 %)"),
              ElementsAre("b", "c", "e", "f"));
  EXPECT_THAT(Ids("has measurement LOINC:4548-4 < 53 mmol/mol"), ElementsAre("a", "b", "d"));
  EXPECT_THAT(said(),
              AllOf(HasSubstr("rounding decides for 1 of 6"), HasSubstr("value < 53 mmol/mol and value < 7 %")));
  EXPECT_THAT(Ids("has measurement LOINC:4548-4 <= 8 %"), ElementsAre("a", "b", "d", "e"));
  EXPECT_THAT(said(), HasSubstr("and records have 64 mmol/mol [edge-of-units]"));
  EXPECT_THAT(Ids("has measurement LOINC:4548-4 between 7 and 8 %"), ElementsAre("b", "e"));
  EXPECT_THAT(said(), HasSubstr("8 % is 63.9"));
}

TEST_F(UnitEdgesTest, WhereRoundingDecidesOfNobodyNothingIsSaid) {
  for (const char* where : {
           "has measurement LOINC:4548-4 >= 7 %",         // 53 mmol/mol are more
           "has measurement LOINC:4548-4 >= 6.55 %",      // nothing is near
           "has measurement LOINC:4548-4 >= 60 mmol/mol"  // nor here
       }) {
    Ids(where);
    EXPECT_THAT(said(), Not(HasSubstr("edge-of-units"))) << where;
  }
}

}  // namespace
}  // namespace muster
