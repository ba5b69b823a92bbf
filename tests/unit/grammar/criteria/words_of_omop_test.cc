// Words of OMOP and its tools.
#include "grammar/habits/criteria/words_of_omop.h"

#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(WordsOfOmopTest, OccurrencesAreCountedByHas) {
  EXPECT_EQ(HintFor("at least 2 occurrences of disease \"melanoma\""), "write has at least 2 disease \"melanoma\"");
  EXPECT_EQ(HintFor("exactly 1 record of measurement LOINC:4548-4"), "write has exactly 1 measurement LOINC:4548-4");
}

TEST(WordsOfOmopTest, TheFirstOccurrenceIsTheFirstRecord) {
  EXPECT_EQ(HintFor("first occurrence of disease \"melanoma\""), "write has first disease \"melanoma\"");
}

// `excluded` would ask for what is recorded as absent.
TEST(WordsOfOmopTest, WhatIsToBeExcludedIsDenied) {
  EXPECT_EQ(HintFor("sex is female and exclude disease \"melanoma\""), "write no disease \"melanoma\"");
}

TEST(WordsOfOmopTest, EveryTermMeansItsDescendants) {
  EXPECT_EQ(HintFor("descendants of MONDO:0005105"),
            "write has disease MONDO:0005105, which means itself and everything below it");
  EXPECT_EQ(HintFor("has disease MONDO:0005105 with descendants"),
            "leave with descendants out: write MONDO:0005105, which means itself and everything below it");
}

TEST(WordsOfOmopTest, DaysBeforeTheIndexDateAreATime) {
  EXPECT_EQ(HintFor("has disease \"melanoma\" in the 365 days before index"),
            "write has disease \"melanoma\" with diagnosed within 365 days before study date, where study date "
            "2026-01-01; stands in front");
}

}  // namespace
}  // namespace muster::grammar
