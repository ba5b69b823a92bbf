// Hints for criteria as they stand in notes and on lists of trials.
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(ClinicalShorthandTest, Abbreviations) {
  EXPECT_EQ(HintFor("h/o MI"), "write has disease \"MI\"");
  EXPECT_EQ(HintFor("Hx of CVA"), "write has disease \"CVA\"");
  EXPECT_EQ(HintFor("s/p CABG"), "write has procedure \"CABG\", or has disease \"CABG\" where it is one");
  EXPECT_EQ(HintFor("pt has HTN and sex is female"), "write has disease \"HTN\"");
  EXPECT_EQ(HintFor("T2DM on MTF"),
            "write has disease \"T2DM\" and has treatment \"MTF\" with end is missing, as of what goes on");
}

TEST(ClinicalShorthandTest, Genes) {
  EXPECT_EQ(HintFor("BRAF V600E"),
            "write has variant \"BRAF\"; the change V600E is kept in the records and not indexed: where its place is "
            "recorded, with (chromosome is \"...\" and position = ...) asks for that");
  EXPECT_EQ(HintFor("EGFR mut"), "write has variant \"EGFR\"");
  EXPECT_EQ(HintFor("KRAS wild-type"), "write no variant \"KRAS\", which also holds where none was looked for");
}

TEST(ClinicalShorthandTest, StagesWithASlash) {
  EXPECT_EQ(HintFor("NSCLC stage IIIB/IV"), "write has disease \"NSCLC\" with stage is \"Stage IIIB\" or \"Stage IV\"");
  EXPECT_EQ(HintFor("has disease \"asthma\" with stage III/IV"), "write stage is \"Stage III\" or \"Stage IV\"");
}

TEST(ClinicalShorthandTest, Sentences) {
  EXPECT_EQ(HintFor("mother has breast cancer"), "write has mother with has disease \"breast cancer\"");
  EXPECT_EQ(HintFor("diagnosed as a child"), "write has disease \"...\" with diagnosed < 18 years");
  EXPECT_EQ(HintFor("first treatment was cisplatin"), "write has first treatment with term is \"cisplatin\"");
  EXPECT_EQ(HintFor("everything but melanoma"), "write no disease \"melanoma\"");
  EXPECT_EQ(HintFor("has at least one tumour sample and one normal sample"),
            "write has at least 1 sample with type is tumour");
  EXPECT_EQ(HintFor("sex unknown"), "write sex is missing, or sex is unknown");
}

TEST(ClinicalShorthandTest, SomeOfSeveralNames) {
  EXPECT_EQ(HintFor("has two or more of asthma, copd, gout"),
            "write at least 2 of (has disease \"asthma\", has disease \"copd\", has disease \"gout\")");
  EXPECT_EQ(HintFor("has disease \"CKD\" stage 3b"), "write has disease \"CKD\" with stage is \"Stage 3B\"");
  EXPECT_EQ(HintOf("count individuals by country having count(*) > 10"),
            "write having individuals > 10, or another entity and number");
}

TEST(ClinicalShorthandTest, WhatIsNoneOfIt) {
  // A gene and a word that is no change; a record that is named.
  EXPECT_EQ(HintFor("CFTR homozygous"), "write has variant \"CFTR\" with allelic state is \"homozygous\"");
  EXPECT_EQ(HintFor("has disease \"asthma\" and ER+"),
            "of a test write has measurement \"...\" with coded value is positive");
}

}  // namespace
}  // namespace muster::grammar
