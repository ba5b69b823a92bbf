// Hints for phrases of protocols: what people have, what became of it, whole sentences.
#include <string>

#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(HabitsOfPhrasesTest, VerbsOfHaving) {
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

TEST(HabitsOfPhrasesTest, LeaveNothingOutOfWhatIsSaidBehindARecord) {
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

// What protocols name without saying that somebody has it.
TEST(HabitsOfPhrasesTest, Phrases) {
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
TEST(HabitsOfPhrasesTest, RecordsWithoutWith) {
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

TEST(HabitsOfPhrasesTest, WhatBecameOfTreatments) {
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
TEST(HabitsOfPhrasesTest, Sentences) {
  EXPECT_EQ(HintFor("exclude diabetes"), "write no disease \"diabetes\"");
  EXPECT_EQ(HintFor("homozygous CFTR"), "write has variant \"CFTR\" with allelic state is \"homozygous\"");
  EXPECT_EQ(HintFor("heterozygous for SCN1A"), "write has variant \"SCN1A\" with allelic state is \"heterozygous\"");
  EXPECT_EQ(HintFor("SCN1A pathogenic"), "write has variant \"SCN1A\" with pathogenicity is pathogenic");
  EXPECT_EQ(HintFor("has gene \"BRCA1\" pathogenic variant"),
            "write has variant \"BRCA1\" with pathogenicity is pathogenic");
  EXPECT_EQ(HintFor("newly diagnosed \"breast cancer\""),
            "write has disease \"breast cancer\" with diagnosed within 1 year before study date");
  EXPECT_EQ(HintFor("histologically confirmed \"breast cancer\""),
            "write has disease \"breast cancer\" with status is confirmed, where that is recorded");
  EXPECT_EQ(HintFor("recurrent \"breast cancer\""),
            "write has disease \"breast cancer\"; whether something says that it is recurrent, describe disease shows: "
            "with its fields");
  EXPECT_EQ(HintFor("unable to consent"),
            "whether somebody can consent is not recorded; who gave none write no consent with status is granted");
  EXPECT_EQ(HintFor("on stable dose of metformin"),
            "write has treatment \"metformin\" with end is missing, as of what goes on");
  EXPECT_EQ(HintFor("hospitalised with COVID-19").rfind("who has it is has disease \"COVID-19\"; ", 0), 0U);
  const std::string often =
      "how often in a month is not counted here: terms like \"seizures\" in measurements shows whether it is measured; "
      "has at least 4 phenotype \"seizures\" counts records";
  EXPECT_EQ(HintFor("seizures at least 4 per month"), often);
  EXPECT_EQ(HintFor("at least 4 seizures per month"), often);
  EXPECT_EQ(HintFor("has treatment \"metformin\" 1000 mg per day").find("how often"), std::string::npos);
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

TEST(HabitsOfPhrasesTest, Drugs) {
  EXPECT_EQ(HintFor("prior metformin"), "write has treatment \"metformin\"");
  EXPECT_EQ(HintFor("has treatment \"metformin\" and atorvastatin"), "write has treatment \"atorvastatin\"");
  EXPECT_EQ(HintFor("on metformin"), "write has treatment \"metformin\" with end is missing, as of what goes on");
}

TEST(HabitsOfPhrasesTest, KindsOfRecordsAreNotGuessed) {
  EXPECT_EQ(HintFor("has disease \"a\" and excluding insulin"), "write no treatment \"insulin\"");
  EXPECT_EQ(HintFor("no disease \"a\" (stage III)"), "write no disease \"a\" with stage is \"Stage III\"");
  EXPECT_EQ(HintFor("female and melanoma"), "write sex is female and has disease \"melanoma\"");
  EXPECT_EQ(HintFor("melanoma stage III"), "write has disease \"melanoma\" with stage is \"Stage III\"");
  EXPECT_EQ(HintFor("has disease E11.9"), "write the code with its system: has disease ICD10:E11.9");
  EXPECT_EQ(HintFor("has at least 2 of (phenotype \"a\", disease \"b\")"),
            "leave out has before it: write at least 2 of (has phenotype \"a\", has disease \"b\")");
}

}  // namespace
}  // namespace muster::grammar
