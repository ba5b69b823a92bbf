// Words that other criteria express than those in which people write them.
#include "grammar/habits/criteria/criterion_for_words.h"

#include "grammar/completion/written_hint.h"
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(CriterionForWordsTest, NamesTheCriterion) {
  EXPECT_EQ(*CriterionForWords("Data  available"),
            "data are those of sequencing, or files: write has run, or has file; describe run lists what is said of a "
            "run");
  EXPECT_EQ(CriterionForWords("frozen")->find("how a sample is kept is its storage"), 0u);
  EXPECT_EQ(CriterionForWords("metastasis")->find("metastases are said of samples"), 0u);
  EXPECT_EQ(*CriterionForWords("income"),
            "no field is for that; describe individual lists what is recorded of a person");
  EXPECT_EQ(CriterionForWords("melanoma"), std::nullopt);
  EXPECT_EQ(CriterionForWords(""), std::nullopt);
}

TEST(CriterionForWordsTest, TimesOfThePerson) {
  EXPECT_EQ(TimeForWords("last visit"), "last contact");
  EXPECT_EQ(TimeForWords("baseline"), "enrolment");
  EXPECT_EQ(TimeForWords("asthma"), "");
  EXPECT_EQ(*CriterionForWords("last visit"),
            "that is a time of the person: write age at last contact >= 18 years, or last contact >= 2020-01-01 where "
            "dates are recorded");
}

TEST(CriterionForWordsTest, WhatItWritesCanBeRead) {
  for (const char* words : {"data",       "frozen",     "wgs data",   "exome data",    "transcriptome",
                            "metastases", "dead",       "alive",      "consented",     "remission",
                            "trio",       "duo",        "proband",    "ex-smokers",    "withdrawn",
                            "solved",     "responders", "last visit", "premenopausal", "adequate renal function"}) {
    EXPECT_NE(CanBeRead(*CriterionForWords(words)), false) << words;
  }
}

TEST(CriterionForWordsTest, IsToldWhereTheWordsAreACriterion) {
  EXPECT_EQ(HintFor("data available"), *CriterionForWords("data available"));
  EXPECT_EQ(HintFor("trio and has disease \"a\""), *CriterionForWords("trio"));
  EXPECT_EQ(HintFor("has disease \"a\" and remission"), *CriterionForWords("remission"));
  EXPECT_EQ(HintFor("lost to follow-up"), *CriterionForWords("lost to follow-up"));
  EXPECT_EQ(HintOf("count individuals with whole genome data"),
            "criteria stand behind where; write has run with assay is WGS");
  EXPECT_EQ(HintFor("frozen"), *CriterionForWords("frozen"));
  EXPECT_EQ(HintFor("last visit within 1 year"),
            "write last contact within 1 year before study date, where study date 2026-01-01; stands in front");
}

}  // namespace
}  // namespace muster::grammar
