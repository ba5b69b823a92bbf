#include "engine/model/units/analyte.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

#include "engine/model/units/codes_of_one_test.h"

namespace muster::model {
namespace {

double Of(const char* code, double value, const char* from, const char* to) {
  const auto converted = ConvertOf(FindAnalyte(code), value, *ParseUnit(from), *ParseUnit(to));
  EXPECT_TRUE(converted.ok()) << converted.status();
  return converted.ok() ? *converted : -1;
}

TEST(AnalyteTest, MassBecomesAmountByTheMolarMass) {
  EXPECT_NEAR(Of("LOINC:13457-7", 190, "mg/dL", "mmol/L"), 4.914, 0.001);  // LDL cholesterol
  EXPECT_NEAR(Of("LOINC:18262-6", 4.9, "mmol/L", "mg/dL"), 189.46, 0.01);
  EXPECT_NEAR(Of("LOINC:2345-7", 126, "mg/dL", "mmol/L"), 6.994, 0.001);  // glucose
  EXPECT_NEAR(Of("LOINC:2160-0", 1, "mg/dL", "umol/L"), 88.40, 0.01);     // creatinine
  EXPECT_NEAR(Of("LOINC:2571-8", 150, "mg/dL", "mmol/L"), 1.694, 0.001);  // triglycerides
}

TEST(AnalyteTest, EquivalentsAreAmountsByTheCharge) {
  EXPECT_EQ(Of("LOINC:17861-6", 4.6, "meq/L", "mmol/L"), 2.3);  // calcium
  EXPECT_NEAR(Of("LOINC:17861-6", 4.6, "meq/L", "mg/dL"), 9.218, 0.001);
  EXPECT_NEAR(Of("LOINC:17861-6", 9.218, "mg/dL", "meq/L"), 4.6, 0.001);
  EXPECT_EQ(Of("LOINC:19123-9", 0.8, "mmol/L", "meq/L"), 1.6);  // magnesium
  EXPECT_EQ(Of("LOINC:2951-2", 140, "meq/L", "mmol/L"), 140);   // sodium
  EXPECT_EQ(Of("LOINC:17861-6", 4.6, "meq/L", "meq/dL"), 0.46);
  EXPECT_FALSE(ConvertOf(nullptr, 5, *ParseUnit("meq/L"), *ParseUnit("mmol/L")).ok());
  EXPECT_FALSE(ConvertOf(FindAnalyte("LOINC:2777-1"), 5, *ParseUnit("meq/L"), *ParseUnit("mmol/L")).ok());  // phosphate
}

TEST(AnalyteTest, HaemoglobinA1cHasTwoScales) {
  EXPECT_NEAR(Of("LOINC:4548-4", 6.5, "%", "mmol/mol"), 47.53, 0.01);
  EXPECT_NEAR(Of("LOINC:4548-4", 48, "mmol/mol", "%"), 6.543, 0.001);
  EXPECT_EQ(Of("LOINC:4548-4", 6.5, "%", "%"), 6.5);
  EXPECT_NEAR(Of("LOINC:4548-4", 48000, "umol/mol", "%"), 6.543, 0.001);
  for (const char* code : {"LOINC:17855-8", "LOINC:55454-3", "SNOMED:43396009", "NCIT:C64849", "EFO:0004541"}) {
    EXPECT_NEAR(Of(code, 60, "mmol/mol", "%"), 7.641, 0.001) << code;
  }
}

TEST(AnalyteTest, SharesOfMolesAreNoPercentagesOfWhatIsNotKnown) {
  // It may be HbA1c by a code that is not in the table, whose 60 mmol/mol are 7.6 % and not 6.
  for (const char* other : {"%", "1", "[ppth]"}) {
    EXPECT_FALSE(ConvertOf(nullptr, 60, *ParseUnit("mmol/mol"), *ParseUnit(other)).ok()) << other;
    EXPECT_FALSE(ConvertOf(nullptr, 6, *ParseUnit(other), *ParseUnit("mmol/mol")).ok()) << other;
  }
  EXPECT_EQ(*ConvertOf(nullptr, 6, *ParseUnit("mmol/mmol{creat}"), *ParseUnit("mmol/mol")), 6000);
}

TEST(AnalyteTest, OtherAssaysConvertByTheirUnitsAlone) {
  EXPECT_EQ(FindAnalyte("LOINC:718-7"), nullptr);
  EXPECT_EQ(Of("LOINC:718-7", 65, "%", "1"), 0.65);
  EXPECT_EQ(Of("LOINC:32294-1", 3, "mmol/mol", "umol/mol"), 3000);
  EXPECT_FALSE(ConvertOf(nullptr, 1, *ParseUnit("mg/dL"), *ParseUnit("mmol/L")).ok());
  EXPECT_FALSE(ConvertOf(FindAnalyte("LOINC:2345-7"), 1, *ParseUnit("mg"), *ParseUnit("mmol/L")).ok());
}

TEST(AnalyteTest, ConversionKeepsShortDecimals) {
  const Analyte* ldl = FindAnalyte("LOINC:13457-7");
  EXPECT_EQ(*ConvertOf(ldl, 4.9, *ParseUnit("mmol/L"), *ParseUnit("mg/dL")), 189.4585);
  EXPECT_EQ(*ConvertOf(ldl, 189.4585, *ParseUnit("mg/dL"), *ParseUnit("mmol/L")), 4.9);
}

TEST(AnalyteTest, UnitsOfEnzymesAreInternational) {
  EXPECT_EQ(*ConvertOf(FindAnalyte("LOINC:1742-6"), 45, *ParseUnit("IU/L"), *ParseUnit("U/L")), 45);
  EXPECT_EQ(*ConvertOf(FindAnalyte("LOINC:3016-3"), 2.5, *ParseUnit("mU/L"), *ParseUnit("uIU/mL")), 2.5);
  EXPECT_FALSE(ConvertOf(nullptr, 45, *ParseUnit("IU/L"), *ParseUnit("U/L")).ok());
  EXPECT_FALSE(ConvertOf(FindAnalyte("LOINC:1742-6"), 45, *ParseUnit("IU/L"), *ParseUnit("mg/L")).ok());
}

TEST(AnalyteTest, CodesOfOneTestAreByMassAndByAmount) {
  EXPECT_THAT(CodesOfOneTest("LOINC:14682-9"), testing::ElementsAre("LOINC:2160-0", "LOINC:14682-9"));
  EXPECT_TRUE(CodesOfOneTest("LOINC:2161-8").empty());                                           // in urine
  EXPECT_THAT(CodesOfOneTest("LOINC:2345-7"), testing::Not(testing::Contains("LOINC:1558-6")));  // fasting
}

TEST(AnalyteTest, CodesOfOneTestConvertAlike) {
  for (const char* code : {"LOINC:2160-0", "LOINC:4548-4", "LOINC:2345-7", "LOINC:2339-0", "LOINC:2089-1",
                           "LOINC:2085-9", "LOINC:2093-3", "LOINC:2571-8", "LOINC:1975-2", "LOINC:3084-1",
                           "LOINC:2000-8", "LOINC:2601-3", "LOINC:2777-1", "LOINC:2498-4"}) {
    ASSERT_GT(CodesOfOneTest(code).size(), 1u) << code;
    for (const std::string_view other : CodesOfOneTest(code)) {
      EXPECT_EQ(FindAnalyte(other), FindAnalyte(code)) << other;
      EXPECT_NE(FindAnalyte(other), nullptr) << other;
    }
  }
}

}  // namespace
}  // namespace muster::model
