// Words that other criteria say than those in which people write them.
#include "grammar/habits/criteria/said_elsewhere.h"

#include "grammar/completion/written_hint.h"
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(SaidElsewhereTest, NamesTheCriterion) {
  EXPECT_EQ(*SaidElsewhere("Data  available"),
            "data are those of sequencing, or files: write has run, or has file; describe run lists what is said of a "
            "run");
  EXPECT_EQ(SaidElsewhere("frozen")->find("how a sample is kept is its storage"), 0u);
  EXPECT_EQ(SaidElsewhere("metastasis")->find("metastases are said of samples"), 0u);
  EXPECT_EQ(*SaidElsewhere("income"), "no field is for that; describe individual lists what is recorded of a person");
  EXPECT_EQ(SaidElsewhere("melanoma"), std::nullopt);
  EXPECT_EQ(SaidElsewhere(""), std::nullopt);
}

TEST(SaidElsewhereTest, TimesOfThePerson) {
  EXPECT_EQ(TimeSaidAs("last visit"), "last contact");
  EXPECT_EQ(TimeSaidAs("baseline"), "enrolment");
  EXPECT_EQ(TimeSaidAs("asthma"), "");
  EXPECT_EQ(*SaidElsewhere("last visit"),
            "that is a time of the person: write age at last contact >= 18 years, or last contact >= 2020-01-01 where "
            "dates are recorded");
}

TEST(SaidElsewhereTest, WhatItWritesCanBeRead) {
  for (const char* words : {"data", "frozen", "wgs data", "exome data", "transcriptome", "metastases", "dead", "alive",
                            "consented", "withdrawn", "solved", "responders", "last visit"}) {
    EXPECT_NE(CanBeRead(*SaidElsewhere(words)), false) << words;
  }
}

TEST(SaidElsewhereTest, IsToldWhereTheWordsAreACriterion) {
  EXPECT_EQ(HintFor("data available"), *SaidElsewhere("data available"));
  EXPECT_EQ(HintOf("count individuals with whole genome data"),
            "criteria stand behind where; write has run with assay is WGS");
  EXPECT_EQ(HintFor("frozen"), *SaidElsewhere("frozen"));
  EXPECT_EQ(HintFor("last visit within 1 year"),
            "write last contact within 1 year before study date, where study date 2026-01-01; stands in front");
}

}  // namespace
}  // namespace muster::grammar
