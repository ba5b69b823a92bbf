#include "grammar/text/other_habits.h"

#include "grammar/parse.h"
#include "grammar/text/loose_date.h"
#include "gtest/gtest.h"

namespace muster::grammar {
namespace {

std::string DateOf(std::string_view text) { return DateToWrite(text).value_or("-"); }

TEST(LooseDateTest, YearMonthAndDay) {
  EXPECT_EQ(DateOf("2020-1-1"), "2020-01-01");
  EXPECT_EQ(DateOf("2020-1"), "2020-01");
  EXPECT_EQ(DateOf("2020/01/31"), "2020-01-31");
  EXPECT_EQ(DateOf("01/01/2020"), "2020-01-01");
  EXPECT_EQ(DateOf("31.1.2020"), "2020-01-31");
  EXPECT_EQ(DateOf("1/31/2020"), "2020-01-31");
  EXPECT_EQ(DateOf("05/2020"), "2020-05");
}

TEST(LooseDateTest, OfWhatMayBeTwoDaysBoth) { EXPECT_EQ(DateOf("2/1/2020"), "2020-01-02 or 2020-02-01"); }

TEST(LooseDateTest, NoDates) {
  for (const char* text : {"", "-", "2020", "2020-", "-2020-1", "2020-13-1", "2020-1-32", "32/1/2020", "20-1-1",
                           "2020-1/1", "2020-1-1-1", "20201-1-1", "2020-100-1", "6.5", "1-1", "10/20", "a/b"}) {
    EXPECT_EQ(DateOf(text), "-") << text;
  }
}

// The first hint of the first problem, or "-".
std::string HintFor(const std::string& criterion) {
  const ParseResult parsed = Parse("count individuals where " + criterion);
  if (parsed.diagnostics.empty() || parsed.diagnostics[0].hints.empty()) return "-";
  return parsed.diagnostics[0].hints[0];
}

TEST(OtherHabitsTest, NumbersOfRows) {
  EXPECT_EQ(HintFor("has 2 samples"), "write has at least 2 samples");
  EXPECT_EQ(HintFor("has >= 2 samples"), "write has at least 2 samples");
  EXPECT_EQ(HintFor("HAS > 2 samples"), "write has at least 3 samples");
  EXPECT_EQ(HintFor("has more than 2 samples"), "write has at least 3 samples");
  EXPECT_EQ(HintFor("has fewer than 2 samples"), "write has at most 1 samples");
  EXPECT_EQ(HintFor("has = 2 samples and sex is female"), "write has exactly 2 samples");
}

TEST(OtherHabitsTest, ComparisonsInWords) {
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

TEST(OtherHabitsTest, Ages) {
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
  EXPECT_EQ(HintFor("minimum age 18"), adult);
  EXPECT_EQ(HintFor(">= 18 years old"), adult);
  EXPECT_EQ(
      HintFor("women at least 18 years old"),
      "write sex is female and age at last contact >= 18 years, or another age: age at enrolment, age at study date");
  EXPECT_EQ(HintFor("age at last contact 18-65"), "write age at last contact between 18 and 65 years");
  EXPECT_EQ(HintFor("age at last contact >= 18 and <= 65 years"),
            "say again what is compared, or write between A and B: age at last contact between 18 and 65 years");
  EXPECT_EQ(HintFor("18 <= age at last contact"), "what is compared stands first: age at last contact >= 18 years");
}

TEST(OtherHabitsTest, TimesWithoutAnAnchor) {
  const std::string in_five_years =
      "diagnosed within 5 years before study date, where study date 2026-01-01; stands in front";
  EXPECT_EQ(HintFor("has disease \"cancer\" within 5 years"), "write with " + in_five_years);
  EXPECT_EQ(HintFor("has disease \"cancer\" in the last 5 years"), "write with " + in_five_years);
  EXPECT_EQ(HintFor("has disease \"cancer\" diagnosed in the last 5 years"), "write with " + in_five_years);
  EXPECT_EQ(HintFor("has disease with diagnosed in the last 5 years"), "write " + in_five_years);
  EXPECT_EQ(HintFor("has procedure \"x\" within 12 months of a"), "write with performed within 12 months of ...");
  EXPECT_EQ(HintFor("has disease \"cancer\" since 2015"), "write with diagnosed >= 2015");
  EXPECT_EQ(HintFor("has treatment \"x\" before 2015"), "write with start before 2015");
  EXPECT_EQ(HintFor("has disease \"x\" before 40 years"), "write with diagnosed before 40 years");
  EXPECT_EQ(HintFor("has disease with onset before age 40"), "write onset before 40 years");
  EXPECT_EQ(HintFor("enrolled in 2023"), "write enrolled = 2023");
  EXPECT_EQ(HintFor("has disease with diagnosed within 12 months"),
            "say of what: within 12 months before study date, of a date, or of a time of a named row such as "
            "surgery.performed");
}

TEST(OtherHabitsTest, TermsWithoutTheirEntity) {
  EXPECT_EQ(HintFor("has disease \"a\" and disease \"b\""), "write has disease \"b\"");
  EXPECT_EQ(HintFor("has disease \"a\" and \"b\""), "write has disease \"b\"");
  EXPECT_EQ(HintFor("has treatment \"a\" and not \"b\""), "write no treatment \"b\" in place of not");
  EXPECT_EQ(HintFor("has disease \"a\" and not disease \"b\""), "write no disease \"b\" in place of not");
  EXPECT_EQ(HintFor("\"a\""), "write has disease \"a\"");
  EXPECT_EQ(HintFor("has \"a\""), "say what it is: has disease \"a\", or has phenotype \"a\"");
  EXPECT_EQ(HintFor("has both disease \"a\" and disease \"b\""), "say has for each: has disease \"a\" and has ...");
  EXPECT_EQ(HintFor("has disease type 2 diabetes and sex is male"),
            "a label is written in quotes: disease \"type 2 diabetes\"");
  EXPECT_EQ(HintFor("asthma"), "say what of it: asthma is ..., or has disease \"asthma\"");
}

TEST(OtherHabitsTest, VerbsOfHaving) {
  EXPECT_EQ(HintFor("does not have disease \"a\""), "write no disease \"a\"");
  EXPECT_EQ(HintFor("never had disease \"a\""), "write no disease \"a\"");
  EXPECT_EQ(HintFor("had disease \"a\""), "write has disease \"a\"");
  EXPECT_EQ(HintFor("diagnosed with \"a\""), "write has disease \"a\"");
  EXPECT_EQ(HintFor("has history of \"a\""), "write has disease \"a\"");
  EXPECT_EQ(HintFor("treated with \"a\""), "write has treatment \"a\"");
  EXPECT_EQ(HintFor("taking \"a\""), "write has treatment \"a\"");
  EXPECT_EQ(HintFor("no history of \"a\""), "write no disease \"a\"");
  EXPECT_EQ(HintFor("no prior treatment with \"a\""), "write no treatment \"a\"");
  EXPECT_EQ(HintFor("not treated with x"), "write no treatment \"x\"");
  EXPECT_EQ(HintFor("has not disease \"a\""), "write no disease \"a\"");
  EXPECT_EQ(HintFor("patients with x y"), "write has disease \"x y\"");
  EXPECT_EQ(HintFor("women with \"a\""), "write sex is female and has disease \"a\"");
  EXPECT_EQ(HintFor("diagnosed with x since 2015"), "write has disease \"x\" with diagnosed >= 2015");
  EXPECT_EQ(HintFor("HP:0001250"), "write has phenotype HP:0001250");
  EXPECT_EQ(HintFor("doesn't have disease \"a\""),
            "an apostrophe is a quotation mark here: write not has ..., or no disease ...");
}

TEST(OtherHabitsTest, WithoutIs) {
  EXPECT_EQ(HintFor("country de"), "write country is de");
  EXPECT_EQ(HintFor("has disease with stage III or IV"), "write stage is III or IV");
  EXPECT_EQ(HintFor("has measurement with assay \"a\""), "write assay is \"a\"");
  EXPECT_EQ(HintFor("country is de sex is female"), "write and between criteria");
}

TEST(OtherHabitsTest, Joints) {
  EXPECT_EQ(HintFor("both has sample and sex is male"), "leave out both: and and or join criteria by themselves");
  EXPECT_EQ(HintFor("has sample, sex is male"), "write and between criteria");
  EXPECT_EQ(HintFor("has sample and/or sex is male"), "write or: it holds for both as well");
  EXPECT_EQ(HintFor("has sample; and sex is male"), "leave out the ; before it: it ends the statement");
  EXPECT_EQ(HintFor("no more than 2 of (has sample, sex is male)"), "write at most 2 of (...)");
}

TEST(OtherHabitsTest, DatesInOtherForms) {
  for (const char* date : {"28.02.2021", "02/28/2021", "2021-2-28", "28 Feb 2021", "February 28, 2021"}) {
    const ParseResult parsed = Parse("study date " + std::string(date) + "; count individuals");
    ASSERT_FALSE(parsed.diagnostics.empty()) << date;
    EXPECT_EQ(parsed.diagnostics[0].hints, std::vector<std::string>{"write the date as 2021-02-28"}) << date;
  }
}

TEST(OtherHabitsTest, OfOneStatementSaysNothingOfOthers) {
  const std::string text = "count individuals where female and is male; list where; count x";
  const ParseResult parsed = Parse(text);
  ASSERT_GE(parsed.diagnostics.size(), 2u);
  EXPECT_EQ(parsed.diagnostics[0].begin, text.find("and"));
  EXPECT_GT(parsed.diagnostics[1].begin, text.find("list"));
}

TEST(OtherHabitsTest, OneWord) {
  EXPECT_EQ(HintFor("female"), "write sex is female");
  EXPECT_EQ(HintFor("male and country is DE"), "write sex is male");
  EXPECT_EQ(HintFor("is female"), "write sex is female");
  EXPECT_EQ(HintFor("not deceased"), "write not vital status is deceased");
  EXPECT_EQ(HintFor("smoker"), "write has exposure \"smoking\"");
}

TEST(OtherHabitsTest, WithoutATerm) {
  EXPECT_EQ(HintFor("without disease \"asthma\""), "write no disease \"asthma\"");
  EXPECT_EQ(HintFor("sex is female without disease MONDO:0004979"), "write and no disease MONDO:0004979");
  EXPECT_EQ(HintFor("has disease \"cancer\" without asthma"), "write and no disease \"asthma\"");
}

TEST(OtherHabitsTest, OneOfSeveral) {
  EXPECT_EQ(HintFor("one of (sex is female, has sample)"), "write at least 1 of (...), or exactly 1 of (...)");
}

TEST(OtherHabitsTest, Values) {
  EXPECT_EQ(HintFor("has phenotype \u201CSeizure\u201D"), "write straight quotes: \"Seizure\"");
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

TEST(OtherHabitsTest, OtherSigns) {
  EXPECT_EQ(HintFor("sex is male && has sample"), "write and");
  EXPECT_EQ(HintFor("sex is male | has sample"), "write or");
  EXPECT_EQ(HintFor("!has sample"), "write not");
  EXPECT_EQ(HintFor("aged 18\u201365"), "write a range in words: aged 18 to 65, or between 7 and 10 %");
  EXPECT_EQ(HintFor("has sample # a comment"), "a comment begins with --");
}

// What is right in itself gets no such hint for what is wrong elsewhere.
TEST(OtherHabitsTest, NoHabits) {
  for (const char* criterion : {"has at least 2 samples samples", "has at least 2 samples sex is",
                                "at least 2 of (sex is female,", "sex in (female male)"}) {
    EXPECT_EQ(HintFor(criterion).rfind("write", 0), std::string::npos) << criterion << ": " << HintFor(criterion);
  }
}

}  // namespace
}  // namespace muster::grammar
