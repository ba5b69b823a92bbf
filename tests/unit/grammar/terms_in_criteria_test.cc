// Hints for what stands behind the term of a record.
#include "grammar/habits/criteria/terms_in_criteria.h"

#include <string>

#include "grammar/completion/written_hint.h"
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(TermsInCriteriaTest, TheTimeOfAnotherRecord) {
  const std::string no = "write no phenotype \"a\" with onset before s.onset";
  EXPECT_EQ(HintFor("has phenotype \"b\" as s and no phenotype \"a\" before s.onset"), no);
  EXPECT_EQ(CanBeRead(no), true);
  EXPECT_EQ(HintFor("has phenotype \"b\" as s and has disease \"a\" after s.onset"),
            "write has disease \"a\" with diagnosed after s.onset");
}

TEST(TermsInCriteriaTest, ALimitBehindATermAlone) {
  EXPECT_EQ(HintFor("LOINC:4548-4 > 7 % and sex is female"), "write has measurement LOINC:4548-4 > 7 %");
  EXPECT_EQ(HintFor("LOINC:4548-4 > 7"), "write has measurement LOINC:4548-4 > 7");
}

TEST(TermsInCriteriaTest, WhatAllRecordsMeet) {
  EXPECT_EQ(HintFor("all measurement LOINC:4548-4 < 8 %"),
            "write has measurement LOINC:4548-4 and no measurement LOINC:4548-4 >= 8 %, which is so where all meet it");
  EXPECT_EQ(HintFor("every measurement LOINC:4548-4 >= 8 % and sex is female"),
            "write has measurement LOINC:4548-4 and no measurement LOINC:4548-4 < 8 %, which is so where all meet it");
}

TEST(TermsInCriteriaTest, OnlyOneDisease) {
  const std::string only = "write has disease \"melanoma\" and no disease with not term is \"melanoma\"";
  EXPECT_EQ(HintFor("has disease \"melanoma\" only"), only);
  EXPECT_EQ(HintFor("only has disease \"melanoma\""), only);
  EXPECT_EQ(CanBeRead(only), true);
}

TEST(TermsInCriteriaTest, WordsThatAreTheValueOfNoField) {
  for (const char* word : {"before", "after", "all", "every", "during"}) {
    EXPECT_EQ(HintFor(std::string("has phenotype \"a\" ") + word).find("FIELD is"), std::string::npos) << word;
  }
  EXPECT_EQ(HintFor("has phenotype \"a\" frontal"),
            "say which field it is: with FIELD is frontal; describe phenotype lists the fields");
}

}  // namespace
}  // namespace muster::grammar
