// Hints for how many records people have, said behind what is counted.
#include "grammar/habits/habits_of_quantities.h"

#include <string>
#include <utility>

#include "grammar/completion/written_hint.h"
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(HabitsOfQuantitiesTest, BehindWhatIsCounted) {
  const std::string at_least = "write count individuals where has at least 2 samples";
  for (const char* statement :
       {"count individuals with at least 2 samples", "count individuals having at least two samples",
        "count individuals with 2 or more samples", "count individuals with more than 1 samples",
        "count individuals with multiple samples", "count individuals with >= 2 samples",
        "count patients who have at least 2 samples"}) {
    EXPECT_EQ(HintOf(statement), at_least) << statement;
  }
  EXPECT_EQ(CanBeRead(at_least), true);
  EXPECT_EQ(HintOf("count individuals with fewer than 2 samples"),
            "write count individuals where has at most 1 samples");
  EXPECT_EQ(HintOf("count individuals with exactly 2 samples"), "write count individuals where has exactly 2 samples");
  EXPECT_EQ(HintOf("count women with at least 2 distinct diseases"),
            "write count individuals where sex is female and has at least 2 distinct diseases");
  EXPECT_EQ(HintOf("count samples with at least 2 runs"), "write count samples where has at least 2 runs");
}

TEST(HabitsOfQuantitiesTest, ANumberAloneMayMeanBoth) {
  EXPECT_EQ(HintOf("count individuals with two samples"),
            "write count individuals where has at least 2 samples, or exactly 2");
}

TEST(HabitsOfQuantitiesTest, WhatStandsBehindIsKept) {
  for (const auto& [behind, written] : {std::pair("by sex", "by sex"), std::pair("and sex is female", "and ..."),
                                        std::pair("before 2020", "with ...")}) {
    const std::string hint = HintOf(std::string("count individuals with at least 2 phenotypes \"a\" ") + behind);
    EXPECT_EQ(hint, std::string("write count individuals where has at least 2 phenotypes \"a\" ") + written);
    EXPECT_NE(CanBeRead(hint), false) << hint;
  }
}

TEST(HabitsOfQuantitiesTest, WordsOfNumbersAreNoDisease) {
  for (const char* words : {"at least stage III", "more than 30 depth", "at least 30 depth"}) {
    EXPECT_EQ(HintOf(std::string("count individuals with ") + words).find("disease \"at"), std::string::npos) << words;
    EXPECT_EQ(HintOf(std::string("count individuals with ") + words).find("disease \"more"), std::string::npos);
  }
  EXPECT_EQ(HintOf("count individuals with multiple sclerosis"), "write where has disease \"multiple sclerosis\"");
}

}  // namespace
}  // namespace muster::grammar
