// Hints for words of other query languages and tongues, and what no hint may say.
#include <string>

#include "grammar/parse.h"
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(OtherHabitsTest, OfOneStatementSaysNothingOfOthers) {
  const std::string text = "count individuals where female and is male; list where; count x";
  const ParseResult parsed = Parse(text);
  ASSERT_GE(parsed.diagnostics.size(), 2u);
  EXPECT_EQ(parsed.diagnostics[0].begin, text.find("and"));
  EXPECT_GT(parsed.diagnostics[1].begin, text.find("list"));
}

TEST(OtherHabitsTest, WordsBehindWhatIsCounted) {
  for (const char* criteria : {"sex is male", "has phenotype \"a\"", "has phenotype \"a\" with onset before 5 years"}) {
    EXPECT_EQ(HintFor(std::string(criteria) + " with not recorded"),
              "it stands behind what is counted: count individuals with not recorded where ...")
        << criteria;
    EXPECT_EQ(HintFor(std::string(criteria) + " with certainty"),
              "it stands behind what is counted: count individuals with certainty where ...")
        << criteria;
  }
}

// What is right in itself gets no such hint for what is wrong elsewhere.
TEST(OtherHabitsTest, NoHabits) {
  for (const char* criterion : {"has at least 2 samples samples", "has at least 2 samples sex is",
                                "at least 2 of (sex is female,", "sex in (female male)"}) {
    EXPECT_EQ(HintFor(criterion).rfind("write", 0), std::string::npos) << criterion << ": " << HintFor(criterion);
  }
}

TEST(OtherHabitsTest, AgesBehindWhatIsCounted) {
  const std::string other = ", or another age: age at enrolment, age at study date";
  EXPECT_EQ(HintOf("count individuals older than 18"), "write where age at last contact > 18 years" + other);
  EXPECT_EQ(HintOf("count individuals > 18"), "write where age at last contact > 18 years" + other);
  EXPECT_EQ(HintOf("count women older than 50"),
            "write individuals where sex is female and age at last contact > 50 years" + other);
  EXPECT_NE(HintOf("count samples > 2"), "write where before the criteria: where samples > 2");
}

TEST(OtherHabitsTest, OtherQueryLanguages) {
  EXPECT_EQ(HintFor("has measurement loinc 4548-4 >= 7 %"), "write the code with its colon: LOINC:4548-4");
  EXPECT_EQ(HintFor("has measurement 4548-4 >= 7 %"), "write the code with its colon: LOINC:4548-4");
  EXPECT_EQ(HintFor("birth date before 4548-4"), "-");  // a month of that year
  EXPECT_EQ(HintFor("country in (DE; FR)"), "write commas between alternatives: in (DE, FR)");
  EXPECT_EQ(Parse("count individuals where country in (DE; FR)").diagnostics.size(), 1u);
  EXPECT_EQ(HintFor("country like 'D%'"), "write country starts with \"D\"");
  EXPECT_EQ(HintFor("count(samples) >= 2"), "write has at least 2 samples");
  EXPECT_EQ(HintFor("sex is female and count(samples) < 2"), "write has at most 1 samples");
  EXPECT_EQ(HintOf("list individuals where has disease \"melanoma\" show sex, country"),
            "a list has ids alone; write count individuals where has disease \"melanoma\" by sex, country");
}

// Nothing of the statement is left out.
TEST(OtherHabitsTest, GroupAndOrderBehindAValue) {
  EXPECT_EQ(HintOf("count individuals where sex = female group by country"),
            "write by alone: count individuals where sex = female by country");
  EXPECT_EQ(HintOf("count samples; count individuals where sex is female\n  order by country;"),
            "leave it out, as rows have an order; to count by what stands behind it: count individuals where sex is "
            "female by country");
}

TEST(OtherHabitsTest, OtherTongues) {
  EXPECT_EQ(HintFor("sexe est f\u00e9minin"), "the words of questions are English: write sex is female");
  EXPECT_EQ(HintFor("Geschlecht ist weiblich"), "the words of questions are English: write sex is female");
  EXPECT_EQ(HintOf("zaehle Personen"),
            "the words of questions are English: write count individuals where has disease \"...\", with names in "
            "English");
  EXPECT_EQ(HintOf("Wie viele Frauen haben Brustkrebs"),
            "the words of questions are English: write count individuals where sex is female and has disease \"...\", "
            "with names in English");
  EXPECT_EQ(HintOf("Sex Female"), "write count individuals where sex is Female; and joins it to further criteria");
  EXPECT_EQ(HintOf("how many women with melanoma"),
            "write count individuals where sex is female and has disease \"melanoma\"");
  EXPECT_EQ(
      HintOf("how many women with breast cancer are under 50"),
      "write count individuals where sex is female and has disease \"breast cancer\" and age at last contact < 50 "
      "years");
  EXPECT_EQ(HintOf("how many patients have asthma and are aged 18 to 65"),
            "write count individuals where has disease \"asthma\" and age at last contact aged 18 to 65");
  EXPECT_EQ(HintOf("how many women with melanoma in Germany"),
            "write count individuals where sex is female and has disease \"melanoma\", and its other criteria behind "
            "and");
  EXPECT_EQ(HintOf("number of patients with asthma"), "write count individuals where has disease \"asthma\"");
  EXPECT_EQ(HintOf("percentage of women with asthma"),
            "write count individuals where sex is female and has disease \"asthma\"; without a criterion it is the "
            "number of which this is a part");
}

TEST(OtherHabitsTest, Summaries) {
  EXPECT_EQ(HintOf("mean age of individuals"),
            "write summarise individuals of age at last contact, or of another field");
  EXPECT_EQ(HintOf("median of HbA1c"), "write summarise individuals of HbA1c");
  EXPECT_EQ(HintOf("mean body mass index where sex is female"), "write summarise individuals of body mass index");
  EXPECT_EQ(HintOf("average of measurement LOINC:4548-4"),
            "write summarise individuals of value of measurement LOINC:4548-4 in UNIT, with the unit that is meant");
}

TEST(OtherHabitsTest, HintsThatCanBePasted) {
  EXPECT_EQ(HintFor("has disease \"melanoma\" in stage III"),
            "write has disease \"melanoma\" with stage is \"Stage III\"");
  EXPECT_EQ(HintFor("has disease \"melanoma\" show age"),
            "a list has ids alone; write count individuals where has disease \"melanoma\" by age");
  EXPECT_EQ(
      HintFor("at least 2 visits"),
      "visits are not recorded; of days with a record write has measurement \"...\" on at least 2 distinct dates");
  EXPECT_EQ(HintFor("exactly 0 exposure \"Smoking\""), "write has exactly 0 exposure \"Smoking\"");
  EXPECT_EQ(HintFor("at most 1 measurement LOINC:718-7 < 10 g/dL and sex is female"),
            "write has at most 1 measurement LOINC:718-7 < 10 g/dL");
  EXPECT_EQ(HintFor("sex is female and first measurement LOINC:718-7 < 12 g/dL"),
            "write has first measurement LOINC:718-7");
}

}  // namespace
}  // namespace muster::grammar
