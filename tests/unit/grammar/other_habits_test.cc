#include "grammar/habits/other_habits.h"

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
  EXPECT_EQ(DateOf("19800501"), "1980-05-01");
  EXPECT_EQ(DateOf("19801301"), "-");
}

TEST(LooseDateTest, OfWhatMayBeTwoDaysBoth) { EXPECT_EQ(DateOf("2/1/2020"), "2020-01-02 or 2020-02-01"); }

TEST(LooseDateTest, MonthsInWords) {
  EXPECT_EQ(DateOf("1 Feb 1980"), "1980-02-01");
  EXPECT_EQ(DateOf("September 30, 2020"), "2020-09-30");
  EXPECT_EQ(DateOf("Sept 2020"), "2020-09");
  EXPECT_EQ(DateOf("1 Feb"), DateOf("none"));
}

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
            "say again what is compared: age at last contact >= 18 years and age at last contact <= 65 years");
  EXPECT_EQ(HintFor("18 <= age at last contact"), "what is compared stands first: age at last contact >= 18 years");
}

TEST(OtherHabitsTest, TimesWithoutAnAnchor) {
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
  EXPECT_EQ(HintFor("taking \"a\""), "write has treatment \"a\" with end is missing, as of what goes on");
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
  EXPECT_EQ(HintFor("has disease with stage III or IV"), "write stage is \"Stage III\" or \"Stage IV\"");
  EXPECT_EQ(HintFor("has measurement with assay \"a\""), "write assay is \"a\"");
  EXPECT_EQ(HintFor("country is de sex is female"), "write and between criteria");
}

TEST(OtherHabitsTest, Joints) {
  EXPECT_EQ(HintFor("both has sample and sex is male"), "leave out both: and and or join criteria by themselves");
  EXPECT_EQ(HintFor("has sample, sex is male"), "write and between criteria");
  EXPECT_EQ(HintFor("has sample and/or sex is male"), "write or: it holds for both as well");
  EXPECT_EQ(HintFor("has sample; and sex is male"),
            "leave out the ; or the empty line before it: either ends the statement");
  EXPECT_EQ(HintFor("no more than 2 of (has sample, sex is male)"), "write at most 2 of (...)");
}

TEST(OtherHabitsTest, LeaveNothingOutOfWhatIsSaidBehindARecord) {
  EXPECT_EQ(HintFor("has disease \"asthma\" at age 10 to 20"), "write with diagnosed aged 10 to 20");
  EXPECT_EQ(HintFor("has phenotype \"seizure\" exactly 2 times"), "write has exactly 2 phenotype \"seizure\"");
  EXPECT_EQ(
      HintFor("has treatment \"metformin\" before \"cisplatin\""),
      "write has treatment \"cisplatin\" as other_one and has treatment \"metformin\" with start before other_one");
  EXPECT_EQ(HintFor("has disease as m and has treatment after m.diagnosis"),
            "write has treatment with start after m.diagnosis");
  EXPECT_EQ(HintFor("age at last contact aged over 65"), "write > 65 years instead of aged over 65");
  EXPECT_EQ(HintFor("has consent for commercial use").rfind("write has consent with permission is", 0), 0u);
  EXPECT_EQ(HintFor("has WGS at 30x"), "write has run with (assay is WGS and depth >= 30)");
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

// What protocols name without saying that somebody has it.
TEST(OtherHabitsTest, Phrases) {
  EXPECT_EQ(HintFor("newly diagnosed melanoma"),
            "write has disease \"melanoma\" with diagnosed within 1 year before study date");
  EXPECT_EQ(HintFor("stage III melanoma"), "write has disease \"melanoma\" with stage is \"Stage III\"");
  EXPECT_EQ(HintFor("stage III"), "write has disease with stage is \"Stage III\"");
  EXPECT_EQ(HintFor("stage iiib or IV"), "write has disease with stage is \"Stage IIIB\" or \"Stage IV\"");
  EXPECT_EQ(HintFor("has disease \"melanoma\" with stage III"), "write stage is \"Stage III\"");
  EXPECT_EQ(HintFor("has disease \"melanoma\" with (status is confirmed and stage III or IV)"),
            "write stage is \"Stage III\" or \"Stage IV\"");
  EXPECT_EQ(HintFor("newly diagnosed"), "write has disease with diagnosed within 1 year before study date");
  EXPECT_EQ(HintFor("histologically confirmed melanoma"), "write has disease \"melanoma\"");
  EXPECT_EQ(HintFor("type 2 diabetes mellitus"), "write has disease \"type 2 diabetes mellitus\"");
  EXPECT_EQ(HintFor("signed informed consent"), "write has consent with status is granted");
  EXPECT_EQ(HintFor("BRCA1 mutation carriers"), "write has variant \"BRCA1\"");
  EXPECT_EQ(HintFor("EGFR mutated"), "write has variant \"EGFR\"");
  EXPECT_EQ(HintFor("positive for EGFR mutation"), "write has variant \"EGFR\"");
  EXPECT_EQ(HintFor("prior surgery"), "write has procedure, or has procedure \"...\" with what was done");
  EXPECT_EQ(HintFor("prior partial colectomy"), "write has procedure \"partial colectomy\"");
  EXPECT_EQ(
      HintFor("HIV positive"),
      "of a test write has measurement \"HIV\" with coded value is positive; of a condition, has disease \"...\"");
  EXPECT_EQ(HintFor("no malignancy within 5 years"),
            "write no disease \"malignancy\" with diagnosed within 5 years before study date, where study date "
            "2026-01-01; stands in front");
  EXPECT_EQ(HintFor("surgery within 4 weeks"),
            "write has procedure with performed within 4 weeks before study date, where study date 2026-01-01; stands "
            "in front");
  EXPECT_EQ(HintFor("has mother with disease \"melanoma\""), "write has mother with has disease \"melanoma\"");
}

// What is said of a record without `with`.
TEST(OtherHabitsTest, RecordsWithoutWith) {
  EXPECT_EQ(HintFor("has disease \"melanoma\" stage III or IV"),
            "write has disease \"melanoma\" with stage is \"Stage III\" or \"Stage IV\"");
  EXPECT_EQ(HintFor("has disease A:1 stage is \"Stage III\" and sex is female"),
            "write has disease A:1 with stage is \"Stage III\"");
  EXPECT_EQ(HintFor("has disease \"melanoma\" stage III diagnosed after 2020"),
            "write has disease \"melanoma\" with (stage is \"Stage III\" and diagnosed after 2020)");
  EXPECT_EQ(HintFor("has phenotype \"a\" onset < 1 year"), "write has phenotype \"a\" with onset < 1 year");
  EXPECT_EQ(HintFor("has phenotype \"a\" in the first year of life"), "write has phenotype \"a\" with onset < 1 year");
  EXPECT_EQ(HintFor("has sample type is tumour"), "write has sample with type is tumour");
  EXPECT_EQ(HintFor("has run assay is WGS depth >= 30"), "write has run with (assay is WGS and depth >= 30)");
  EXPECT_EQ(HintFor("has variant \"A\" pathogenicity is pathogenic"),
            "write has variant \"A\" with pathogenicity is pathogenic");
  EXPECT_EQ(HintFor("has measurement ldl > 4.9 mmol/L in the last 6 months"),
            "write has measurement \"ldl\" with (value > 4.9 mmol/L and time within 6 months before study date), where "
            "study date 2026-01-01; stands in front");
  EXPECT_EQ(HintFor("has measurement A:1 > 7 % within 6 months before study date"),
            "write has measurement A:1 with (value > 7 % and time within 6 months before study date)");
  EXPECT_EQ(HintFor("has treatment \"a\" started at least 12 weeks before last contact"),
            "write has treatment \"a\" with started at least 12 weeks before last contact");
  EXPECT_EQ(HintFor("no disease \"a\" diagnosed within 5 years before enrolment"),
            "write no disease \"a\" with diagnosed within 5 years before enrolment");
}

TEST(OtherHabitsTest, WhatBecameOfTreatments) {
  const std::string failed =
      "write has treatment \"metformin\" with response is \"...\", where the response is recorded; has treatment "
      "\"metformin\" alone is who was given it";
  for (const char* words : {"failed metformin", "sex is female and refractory to metformin", "failed \"metformin\"",
                            "metformin-resistant"}) {
    EXPECT_EQ(HintFor(words), failed) << words;
  }
  EXPECT_EQ(HintFor("heart failure"), "write has disease \"heart failure\"");
  EXPECT_EQ(
      HintFor("intolerant to metformin"),
      "write has treatment \"metformin\" with (termination reason is \"...\" or adverse event is recorded), where "
      "these are recorded");
  EXPECT_EQ(HintFor("not allergic to penicillin"),
            "write no disease \"penicillin allergy\", or no phenotype \"penicillin allergy\"; terms like \"allergy\" "
            "shows how allergies are recorded here, if they are");
  EXPECT_EQ(HintFor("naive to statins"), "write no treatment \"statins\"");
  EXPECT_EQ(HintFor("metformin naive"), "write no treatment \"metformin\"");
}

// Criteria of which a part alone would be read wrongly.
TEST(OtherHabitsTest, Sentences) {
  EXPECT_EQ(HintFor("exclude diabetes"), "write no disease \"diabetes\"");
  EXPECT_EQ(HintFor("homozygous CFTR"), "write has variant \"CFTR\" with allelic state is \"homozygous\"");
  EXPECT_EQ(HintFor("heterozygous for SCN1A"), "write has variant \"SCN1A\" with allelic state is \"heterozygous\"");
  EXPECT_EQ(HintFor("SCN1A pathogenic"), "write has variant \"SCN1A\" with pathogenicity is pathogenic");
  EXPECT_EQ(HintFor("has pathogenic variant in SCN1A"), "write has variant \"SCN1A\" with pathogenicity is pathogenic");
  EXPECT_EQ(HintFor("newly diagnosed type 2 diabetes"),
            "write has disease \"type 2 diabetes\" with diagnosed within 1 year before study date");
  EXPECT_EQ(HintFor("confirmed COVID-19"),
            "write has disease \"COVID-19\" with status is confirmed, where that is recorded");
  EXPECT_EQ(
      HintFor("no other malignancy within 5 years"),
      "write no disease \"malignancy\" except \"...\" with diagnosed within 5 years before study date, where study "
      "date 2026-01-01; stands in front; behind except stands what is allowed");
  EXPECT_EQ(HintFor("seizures before age 1"),
            "write has disease \"seizures\" with diagnosed before 1 year; a feature is has phenotype \"seizures\" with "
            "onset in its place");
  EXPECT_EQ(
      HintFor("metformin for at least 12 weeks"),
      "write has treatment \"metformin\" with end at least 12 weeks after start, or for what goes on with (end is "
      "missing and start at least 12 weeks before study date)");
  EXPECT_EQ(HintFor("age >= 18 years at diagnosis"), "write has disease \"...\" with age at diagnosis >= 18 years");
  EXPECT_EQ(HintFor("age at diagnosis of \"asthma\" < 18 years"),
            "write has disease \"asthma\" with age at diagnosis < 18 years");
  EXPECT_EQ(HintFor("at least two seizures"),
            "write has at least 2 phenotype \"seizures\", or another kind of record in place of phenotype");
  EXPECT_EQ(HintFor("has measurement A:1 with value < 100 x 10^9/L"), "write 100 10*9/L");
  EXPECT_EQ(HintFor("LDL >= 190 mg/dL on statin"), "write and has treatment \"statin\"");
  EXPECT_EQ(HintFor("has treatment \"a\" with start = b.start"),
            "write within 0 days of b.start, which is on the same day");
}

TEST(OtherHabitsTest, Drugs) {
  EXPECT_EQ(HintFor("prior metformin"), "write has treatment \"metformin\"");
  EXPECT_EQ(HintFor("has treatment \"metformin\" and atorvastatin"), "write has treatment \"atorvastatin\"");
  EXPECT_EQ(HintFor("on metformin"), "write has treatment \"metformin\" with end is missing, as of what goes on");
}

TEST(OtherHabitsTest, BareAnalytes) {
  EXPECT_EQ(HintFor("AST and ALT > 3 x ULN"),
            "write has measurement \"AST\" with value > 3 times reference high and has measurement \"ALT\" with value "
            "> 3 times reference high");
  EXPECT_EQ(HintFor("ALT > 3 x ULN"), "write has measurement \"ALT\" with value > 3 times reference high");
  EXPECT_EQ(HintFor("AST or ALT > 40 U/L"),
            "write has measurement \"AST\" with value > 40 U/L or has measurement \"ALT\" with value > 40 U/L");
}

TEST(OtherHabitsTest, TimesOfProtocols) {
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

TEST(OtherHabitsTest, TimesInFrontOfRecordsAndRangesAroundNames) {
  EXPECT_EQ(HintFor("within 6 months of screening has measurement LOINC:4548-4"),
            "write has measurement LOINC:4548-4 with time within 6 months before study date");
  EXPECT_EQ(HintFor("within 6 months before enrolment has measurement LOINC:4548-4 >= 7 %"),
            "write has measurement LOINC:4548-4 with (value >= 7 % and time within 6 months before enrolment)");
  EXPECT_EQ(HintFor("7% <= HbA1c <= 10%"), "write HbA1c between 7 and 10 %");
  EXPECT_EQ(HintFor("18 <= age < 65"), "write age at last contact >= 18 years and age at last contact < 65 years");
}

TEST(OtherHabitsTest, NumbersOfProtocols) {
  EXPECT_EQ(HintFor("has measurement \"BMI\" over 30"), "write > 30 instead of over 30");
  EXPECT_EQ(HintFor("body mass index of 30 or more"), "write body mass index >= 30");
  EXPECT_EQ(HintFor("life expectancy of at least 3 months"), "leave out of: life expectancy at least 3 months");
  EXPECT_EQ(HintFor("ECOG of 0 or 1"), "write ECOG between 0 and 1");
  EXPECT_EQ(HintFor("platelets >= 100,000"), "write 100000, or where the comma is that of a decimal number 100.000");
  EXPECT_EQ(HintFor("value >= 1,5 mg/dL"), "write 1.5");
  EXPECT_EQ(HintFor("blood pressure > 140/90 mmHg"),
            "write one criterion for each: has measurement \"Systolic blood pressure\" > 140 mmHg, and of \"Diastolic "
            "blood pressure\" > 90 mmHg");
  EXPECT_EQ(HintFor("has run with assay is WGS at 30x").rfind("write (assay is WGS and depth >= 30", 0), 0U);
}

TEST(OtherHabitsTest, ComparisonsOfProtocols) {
  EXPECT_EQ(HintFor("age at last contact < 18 years or > 65 years"),
            "say again what is compared: or age at last contact > 65 years");
  EXPECT_EQ(HintFor("has phenotype \"a\" with onset > 5 years before enrolment"),
            "write at least 5 years before ... in place of > 5 years before");
  EXPECT_EQ(HintFor("has phenotype \"a\" and excluded phenotype \"b\""), "write has excluded phenotype \"b\"");
  EXPECT_EQ(HintFor("has measurement LOINC:4548-4 >= 7 % with time before enrolment"),
            "write has measurement LOINC:4548-4 with (value >= 7 % and time before enrolment)");
}

TEST(OtherHabitsTest, EitherAndNone) {
  EXPECT_EQ(HintFor("sex is female or is male"), "leave out is behind or: ... is female or male");
  EXPECT_EQ(HintFor("no disease except \"asthma\""),
            "write no disease with term is not \"asthma\", which leaves out who has any but that and what is below it");
  EXPECT_EQ(HintFor("has sample with type is tumor and normal"),
            "these are two samples: has sample with type is tumour and has sample with type is reference");
}

TEST(OtherHabitsTest, HalfAComparisonSaysTheFieldAgain) {
  EXPECT_EQ(HintFor("birth date >= 1960-01-01 and <= 1979-12-31"),
            "say again what is compared: birth date >= 1960-01-01 and birth date <= 1979-12-31");
  EXPECT_EQ(HintFor("has measurement LOINC:4548-4 >= 7 % and < 9 %"),
            "write has measurement LOINC:4548-4 with (value >= 7 % and value < 9 %)");
  EXPECT_EQ(HintFor("has run with depth < 10 or > 30"),
            "say again what is compared, in parentheses: with (depth < 10 or depth > 30)");
  EXPECT_EQ(HintFor("18 years <= age at last contact"),
            "what is compared stands first: age at last contact >= 18 years");
  EXPECT_EQ(HintFor("has run with depth not > 30"), "write depth <= 30 in place of not >");
  EXPECT_EQ(HintFor("has run with depth => 30"), "write >= in place of =>");
  EXPECT_EQ(HintFor("age at last contact in 18 to 65"), "write age at last contact between 18 and 65 years");
}

TEST(OtherHabitsTest, KindsOfRecordsAreNotGuessed) {
  EXPECT_EQ(HintFor("has disease \"a\" and excluding insulin"), "write no treatment \"insulin\"");
  EXPECT_EQ(HintFor("no disease \"a\" (stage III)"), "write no disease \"a\" with stage is \"Stage III\"");
  EXPECT_EQ(HintFor("female and melanoma"), "write sex is female and has disease \"melanoma\"");
  EXPECT_EQ(HintFor("melanoma stage III"), "write has disease \"melanoma\" with stage is \"Stage III\"");
  EXPECT_EQ(HintFor("has disease E11.9"), "write the code with its system: has disease ICD10:E11.9");
  EXPECT_EQ(HintFor("has at least 2 of (phenotype \"a\", disease \"b\")"),
            "leave out has before it: write at least 2 of (has phenotype \"a\", has disease \"b\")");
}

// What is right in itself gets no such hint for what is wrong elsewhere.
TEST(OtherHabitsTest, NoHabits) {
  for (const char* criterion : {"has at least 2 samples samples", "has at least 2 samples sex is",
                                "at least 2 of (sex is female,", "sex in (female male)"}) {
    EXPECT_EQ(HintFor(criterion).rfind("write", 0), std::string::npos) << criterion << ": " << HintFor(criterion);
  }
}

// The first hint of the first problem of a whole statement, or "-".
std::string HintOf(const std::string& statement) {
  const ParseResult parsed = Parse(statement);
  if (parsed.diagnostics.empty() || parsed.diagnostics[0].hints.empty()) return "-";
  return parsed.diagnostics[0].hints[0];
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
            "the words of questions are English: write count individuals where sex is female and country is DE");
  EXPECT_EQ(HintOf("Sex Female"), "write count individuals where sex is Female; and joins it to further criteria");
  EXPECT_EQ(HintOf("how many women with melanoma"),
            "write count individuals where sex is female and has disease \"melanoma\"");
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
