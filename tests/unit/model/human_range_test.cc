#include "engine/model/units/human_range.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

bool IsIn(const char* assay, double value, const char* unit) {
  const std::optional<HumanRange> range = HumanRangeOf(assay, unit);
  EXPECT_TRUE(range.has_value()) << assay << " in " << unit;
  return range.has_value() && value >= range->low && value <= range->high;
}

TEST(HumanRangeTest, TheOtherUnitLiesOutside) {
  EXPECT_TRUE(IsIn("LOINC:4548-4", 7.2, "%"));  // haemoglobin A1c
  EXPECT_FALSE(IsIn("LOINC:4548-4", 53, "%"));
  EXPECT_FALSE(IsIn("LOINC:4548-4", 0.065, "%"));
  EXPECT_TRUE(IsIn("LOINC:4548-4", 53, "mmol/mol"));
  EXPECT_FALSE(IsIn("LOINC:4548-4", 7.2, "mmol/mol"));
  EXPECT_FALSE(IsIn("LOINC:2345-7", 5.4, "mg/dL"));  // glucose
  EXPECT_TRUE(IsIn("LOINC:2345-7", 5.4, "mmol/L"));
  EXPECT_FALSE(IsIn("LOINC:2345-7", 98, "mmol/L"));
  EXPECT_FALSE(IsIn("LOINC:2160-0", 88, "mg/dL"));  // creatinine
  EXPECT_TRUE(IsIn("LOINC:2160-0", 88, "umol/L"));
  EXPECT_FALSE(IsIn("LOINC:718-7", 135, "g/dL"));  // haemoglobin
  EXPECT_TRUE(IsIn("LOINC:718-7", 135, "g/L"));
  EXPECT_FALSE(IsIn("LOINC:8302-2", 1.7, "cm"));  // height
  EXPECT_TRUE(IsIn("LOINC:8302-2", 1.7, "m"));
  EXPECT_FALSE(IsIn("LOINC:8310-5", 98.6, "Cel"));  // temperature
  EXPECT_TRUE(IsIn("LOINC:8310-5", 98.6, "[degF]"));
  EXPECT_FALSE(IsIn("LOINC:59408-5", 0.97, "%"));  // oxygen saturation
  EXPECT_TRUE(IsIn("LOINC:59408-5", 0.97, "1"));
  EXPECT_FALSE(IsIn("LOINC:39156-5", 2450, "kg/m2"));  // body mass index
  EXPECT_FALSE(IsIn("LOINC:39156-5", 0.00245, "kg/m2"));
  EXPECT_TRUE(IsIn("LOINC:39156-5", 61.2, "kg/m2"));
  EXPECT_FALSE(IsIn("LOINC:777-3", 250000, "10*9/L"));  // platelets
  EXPECT_TRUE(IsIn("LOINC:777-3", 250000, "/uL"));
}

TEST(HumanRangeTest, WhoIsVerySickOrSmallLiesWithin) {
  EXPECT_TRUE(IsIn("LOINC:777-3", 0, "10*9/L"));
  EXPECT_TRUE(IsIn("LOINC:8867-4", 0, "/min"));
  EXPECT_TRUE(IsIn("LOINC:29463-7", 0.35, "kg"));
  EXPECT_TRUE(IsIn("LOINC:59408-5", 12, "%"));
  EXPECT_TRUE(IsIn("LOINC:6690-2", 900, "10*9/L"));
  EXPECT_TRUE(HumanRangeOf("LOINC:2089-1", "mg/dL")->some_are_below);  // LDL cholesterol
  EXPECT_TRUE(HumanRangeOf("LOINC:2089-1", "mmol/L")->some_are_below);
  EXPECT_FALSE(HumanRangeOf("LOINC:8302-2", "cm")->some_are_below);
}

TEST(HumanRangeTest, OfOthersNothingIsKnown) {
  EXPECT_FALSE(HumanRangeOf("LOINC:1988-5", "mg/L").has_value());  // C-reactive protein
  EXPECT_FALSE(HumanRangeOf("LOINC:8302-2", "kg").has_value());
  EXPECT_FALSE(HumanRangeOf("LOINC:8302-2", "").has_value());
  EXPECT_FALSE(HumanRangeOf("LOINC:8302-2", "fathoms of old").has_value());
}

}  // namespace
}  // namespace muster::model
