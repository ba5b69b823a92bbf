// Hints for ages, dates and times as protocols write them.
#include <string>
#include <vector>

#include "grammar/parse.h"
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(HabitsOfTimesTest, Ages) {
  const std::string adult =
      "write age at last contact >= 18 years, or another age: age at enrolment, age at study date";
  EXPECT_EQ(HintFor("at least 18 years old"), adult);
  EXPECT_EQ(HintFor("sex is male and 18 years or older"), adult);
  EXPECT_EQ(HintFor("older than 18"),
            "write age at last contact > 18 years, or another age: age at enrolment, age at "
            "study date");
  const std::string aged =
      "write age at last contact aged 18 to 65, or another age: age at enrolment, age at study date";
  for (const char* range :
       {"aged 18 to 65", "aged 18-65", "aged between 18 and 65", "age 18 to 65", "age is 18 to 65"}) {
    EXPECT_EQ(HintFor(range), aged) << range;
  }
  EXPECT_EQ(HintFor("age at last contact aged 12 or more"), "write >= 12 years in place of aged 12 or more");
  EXPECT_EQ(HintFor("minimum age 18"), adult);
  EXPECT_EQ(HintFor(">= 18 years old"), adult);
  EXPECT_EQ(
      HintFor("women at least 18 years old"),
      "write sex is female and age at last contact >= 18 years, or another age: age at enrolment, age at study date");
  EXPECT_EQ(HintFor("age at last contact 18-65"), "write age at last contact aged 18 to 65");
  EXPECT_EQ(HintFor("age at last contact >= 18 and <= 65 years"),
            "say again what is compared: age at last contact >= 18 years and age at last contact <= 65 years");
  EXPECT_EQ(HintFor("18 <= age at last contact"), "what is compared stands first: age at last contact >= 18 years");
}

TEST(HabitsOfTimesTest, DistancesFromATimeOfThePerson) {
  EXPECT_EQ(HintFor("has disease \"cancer\" with diagnosed < 5 years before study date"),
            "write with diagnosed within 5 years before study date");
}

TEST(HabitsOfTimesTest, TimesWithoutAnAnchor) {
  const std::string in_five_years =
      "diagnosed within 5 years before study date, where study date 2026-01-01; stands in front";
  EXPECT_EQ(HintFor("has disease \"cancer\" within 5 years"), "write has disease \"cancer\" with " + in_five_years);
  EXPECT_EQ(HintFor("has disease \"cancer\" in the last 5 years"),
            "write has disease \"cancer\" with " + in_five_years);
  EXPECT_EQ(HintFor("has disease \"cancer\" diagnosed in the last 5 years"),
            "write has disease \"cancer\" with " + in_five_years);
  EXPECT_EQ(HintFor("has disease with diagnosed in the last 5 years"), "write " + in_five_years);
  EXPECT_EQ(HintFor("has procedure \"x\" within 12 months of a"),
            "write has procedure \"x\" with performed within 12 months of a");
  EXPECT_EQ(HintFor("has disease \"cancer\" since 2015"), "write has disease \"cancer\" with diagnosed >= 2015");
  EXPECT_EQ(HintFor("has treatment \"x\" before 2015"), "write has treatment \"x\" with start before 2015");
  EXPECT_EQ(HintFor("has disease \"x\" before 40 years"), "write has disease \"x\" with diagnosed before 40 years");
  EXPECT_EQ(HintFor("has disease with onset before age 40"), "write onset before 40 years");
  EXPECT_EQ(HintFor("enrolled in 2023"), "write enrolled = 2023");
  EXPECT_EQ(HintFor("has disease with diagnosed within 12 months"),
            "say of what: within 12 months before study date, of a date, or of a time of a named row such as "
            "surgery.performed");
}

TEST(HabitsOfTimesTest, DatesInOtherForms) {
  for (const char* date : {"28.02.2021", "02/28/2021", "2021-2-28", "28 Feb 2021", "February 28, 2021"}) {
    const ParseResult parsed = Parse("study date " + std::string(date) + "; count individuals");
    ASSERT_FALSE(parsed.diagnostics.empty()) << date;
    EXPECT_EQ(parsed.diagnostics[0].hints, std::vector<std::string>{"write the date as 2021-02-28"}) << date;
  }
}

TEST(HabitsOfTimesTest, TimesOfProtocols) {
  EXPECT_EQ(HintFor("has disease \"melanoma\" within 6 months prior to enrolment"),
            "write has disease \"melanoma\" with diagnosed within 6 months before enrolment");
  EXPECT_EQ(HintFor("has treatment \"cisplatin\" within 6 months before screening"),
            "write has treatment \"cisplatin\" with start within 6 months before study date");
  EXPECT_EQ(HintFor("has treatment \"cisplatin\" prior to enrolment"),
            "write has treatment \"cisplatin\" with start before enrolment");
  EXPECT_EQ(HintFor("has treatment \"cisplatin\" before enrolment"),
            "write has treatment \"cisplatin\" with start before enrolment");
  EXPECT_EQ(HintFor("has treatment \"cisplatin\" with start prior to enrolment"),
            "write before in place of prior to: before enrolment");
  EXPECT_EQ(HintFor("has disease \"asthma\" aged 18 to 40"),
            "write has disease \"asthma\" with diagnosed aged 18 to 40");
  EXPECT_EQ(HintFor("age at last contact >= 18 years or older"), "leave out or older: >= says it");
  EXPECT_EQ(HintFor("has phenotype \"a\" with onset in infancy").rfind("write its ages, such as >= 28 days", 0), 0U);
  EXPECT_EQ(HintFor("has phenotype \"a\" with onset at birth").rfind("write its ages, such as <= 0 days", 0), 0U);
}

TEST(HabitsOfTimesTest, TimesInFrontOfRecordsAndRangesAroundNames) {
  EXPECT_EQ(HintFor("within 6 months of screening has measurement LOINC:4548-4"),
            "write has measurement LOINC:4548-4 with time within 6 months before study date");
  EXPECT_EQ(HintFor("within 6 months before enrolment has measurement LOINC:4548-4 >= 7 %"),
            "write has measurement LOINC:4548-4 with (value >= 7 % and time within 6 months before enrolment)");
  EXPECT_EQ(HintFor("7% <= HbA1c <= 10%"), "write has measurement \"HbA1c\" with value between 7 and 10 %");
  // Who is 65 and a half is 65, and not between 18 and 65 years.
  EXPECT_EQ(HintFor("18 <= age at last contact <= 65"), "write age at last contact aged 18 to 65");
  EXPECT_EQ(HintFor("6 months <= age at last contact <= 18 months"),
            "write age at last contact between 6 and 18 months");
  EXPECT_EQ(HintFor("has measurement A:1 >= 7 % within 3 months before age at last contact"),
            "write has measurement A:1 with (value >= 7 % and time within 3 months before age at last contact)");
  EXPECT_EQ(HintFor("18 <= age < 65"), "write age at last contact >= 18 years and age at last contact < 65 years");
}

}  // namespace
}  // namespace muster::grammar
