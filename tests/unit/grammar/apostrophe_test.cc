// Possessives and other words with an apostrophe outside quotation marks.
#include "grammar/text/apostrophe.h"

#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(ApostropheTest, NamesArePutInQuotationMarks) {
  const std::string huntington = "write the name in quotation marks: disease \"Huntington's disease\"";
  EXPECT_EQ(HintFor("has disease Huntington's disease"), huntington);
  EXPECT_EQ(HintFor("has disease Huntington\u2019s disease and sex is female"), huntington);
  EXPECT_EQ(HintFor("has Huntington's disease with onset < 40 years"), huntington);
  EXPECT_EQ(HintFor("has phenotype early Raynaud's phenomenon"),
            "write the name in quotation marks: phenotype \"early Raynaud's phenomenon\"");
  EXPECT_EQ(HintFor("has disease with term is Crohn's disease"),
            "write the name in quotation marks: \"Crohn's disease\"");
}

// The apostrophe of the second would end a quotation that the first began.
TEST(ApostropheTest, OfTwoPossessivesTheFirstIsTold) {
  EXPECT_EQ(HintFor("has disease Huntington's disease and has disease Crohn's disease"),
            "write the name in quotation marks: disease \"Huntington's disease\"");
  EXPECT_EQ(HintFor("has disease 'melanoma' and sex is 'female'"), "-");
}

TEST(ApostropheTest, RelativesHaveTheirCriteriaBehindWith) {
  EXPECT_EQ(HintFor("mother's age at death is recorded"), "write has mother with age at death is recorded");
  EXPECT_EQ(HintFor("mother's breast cancer"), "write has mother with has disease \"breast cancer\"");
  EXPECT_EQ(HintFor("sample's type is tumour and sex is male"), "write has sample with type is tumour");
}

TEST(ApostropheTest, OfThePersonNothingIsSaid) {
  EXPECT_EQ(HintFor("individual's sex is female"),
            "leave out individual's: criteria are about the individual: sex is female");
  EXPECT_EQ(HintFor("patients' sex is female"),
            "leave out patients': criteria are about the individual: sex is female");
}

TEST(ApostropheTest, NegationsAndOtherLanguagesKeepTheirHints) {
  const std::string no = "an apostrophe is a quotation mark here: write not has ..., or no disease ...";
  EXPECT_EQ(HintFor("hasn't disease \"melanoma\""), no);
  EXPECT_EQ(HintFor("has maladie d'Alzheimer").substr(0, 36), "the words of questions are English: ");
}

}  // namespace
}  // namespace muster::grammar
