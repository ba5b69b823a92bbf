// Hints for numbers and comparisons in words.
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(HabitsOfNumbersTest, NumbersOfRows) {
  EXPECT_EQ(HintFor("has 2 samples"), "write has at least 2 samples");
  EXPECT_EQ(HintFor("has >= 2 samples"), "write has at least 2 samples");
  EXPECT_EQ(HintFor("HAS > 2 samples"), "write has at least 3 samples");
  EXPECT_EQ(HintFor("has more than 2 samples"), "write has at least 3 samples");
  EXPECT_EQ(HintFor("has fewer than 2 samples"), "write has at most 1 samples");
  EXPECT_EQ(HintFor("has = 2 samples and sex is female"), "write has exactly 2 samples");
}

TEST(HabitsOfNumbersTest, ComparisonsInWords) {
  EXPECT_EQ(HintFor("has run with depth at least 30 and mean depth is at most 30"), "-");  // it is right
  EXPECT_EQ(HintFor("has run with depth above 30"), "write > 30 instead of above 30");
  EXPECT_EQ(HintFor("depth less than 30"), "write < 30 instead of less than 30");
  EXPECT_EQ(HintFor("HbA1c above 7%"), "write > 7 instead of above 7");
  EXPECT_EQ(HintFor("has measurement LOINC:1-8 with value 7 %"),
            "write value >= 7 %, or another comparison: =, <, between A and B");
  EXPECT_EQ(HintFor("has measurement LOINC:1-8 with value 7-10 %"), "write value between 7 and 10 %");
  EXPECT_EQ(HintFor("ecog 0-1"), "write ecog between 0 and 1");
  EXPECT_EQ(HintFor("has measurement LOINC:1-8 with value > 3 times ULN"), "write 3 times reference high");
  EXPECT_EQ(HintFor("has measurement LOINC:1-8 with value > 3 x reference high"), "write 3 times reference high");
}

TEST(HabitsOfNumbersTest, NumbersOfProtocols) {
  EXPECT_EQ(HintFor("has measurement \"BMI\" over 30"), "write > 30 instead of over 30");
  EXPECT_EQ(HintFor("body mass index of 30 or more"), "write body mass index >= 30");
  EXPECT_EQ(HintFor("life expectancy of at least 3 months"), "leave out of: life expectancy at least 3 months");
  EXPECT_EQ(HintFor("ECOG of 0 or 1"), "write has measurement \"ECOG\" with value between 0 and 1");
  EXPECT_EQ(HintFor("platelets >= 100,000"), "write 100000, or where the comma is that of a decimal number 100.000");
  EXPECT_EQ(HintFor("value >= 1,5 mg/dL"), "write 1.5");
  EXPECT_EQ(HintFor("has measurement LOINC:1-8 of 7 to 10 %"), "write has measurement LOINC:1-8 between 7 and 10 %");
  EXPECT_EQ(HintFor("has measurement LOINC:1-8 of 7-10 %"), "write has measurement LOINC:1-8 between 7 and 10 %");
  EXPECT_EQ(HintFor("BMI of 20 to 30"), "write has measurement \"BMI\" with value between 20 and 30");
  EXPECT_EQ(HintFor("has measurement \"BMI\" of at least 30 kg/m2"),
            "leave out of: has measurement \"BMI\" at least 30 kg/m2");
  EXPECT_EQ(HintFor("blood pressure > 140/90 mmHg"),
            "write one criterion for each: (has measurement \"Systolic blood pressure\" > 140 mmHg or has measurement "
            "\"Diastolic blood pressure\" > 90 mmHg)");
  EXPECT_EQ(
      HintFor("blood pressure <= 130/80 mmHg"),
      "write one criterion for each: (has measurement \"Systolic blood pressure\" <= 130 mmHg and has measurement "
      "\"Diastolic blood pressure\" <= 80 mmHg)");
  EXPECT_EQ(HintFor("has run with assay is WGS at 30x").rfind("write (assay is WGS and depth >= 30", 0), 0U);
}

TEST(HabitsOfNumbersTest, ComparisonsOfProtocols) {
  EXPECT_EQ(HintFor("age at last contact < 18 years or > 65 years"),
            "say again what is compared: or age at last contact > 65 years");
  EXPECT_EQ(HintFor("no measurement LOINC:4548-4 < 7 % or > 10 %"),
            "say again what is compared: and no measurement LOINC:4548-4 > 10 %");
  EXPECT_EQ(HintFor("sex is female and has no measurement LOINC:4548-4 < 7 % or > 10 %"),
            "say again what is compared: and has no measurement LOINC:4548-4 > 10 %");
  EXPECT_EQ(HintFor("has phenotype \"a\" with onset > 5 years before enrolment"),
            "write at least 5 years before ... in place of > 5 years before");
  EXPECT_EQ(HintFor("has phenotype \"a\" and excluded phenotype \"b\""), "write has excluded phenotype \"b\"");
  EXPECT_EQ(HintFor("has measurement LOINC:4548-4 >= 7 % with time before enrolment"),
            "write has measurement LOINC:4548-4 with (value >= 7 % and time before enrolment)");
}

TEST(HabitsOfNumbersTest, BareAnalytes) {
  EXPECT_EQ(HintFor("AST and ALT > 3 x ULN"),
            "write has measurement \"AST\" with value > 3 times reference high and has measurement \"ALT\" with value "
            "> 3 times reference high");
  EXPECT_EQ(HintFor("ALT > 3 x ULN"), "write has measurement \"ALT\" with value > 3 times reference high");
  EXPECT_EQ(HintFor("AST or ALT > 40 U/L"),
            "write has measurement \"AST\" with value > 40 U/L or has measurement \"ALT\" with value > 40 U/L");
}

}  // namespace
}  // namespace muster::grammar
