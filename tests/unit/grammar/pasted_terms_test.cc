// Terms by their web address, and signs between a code and its label.
#include "grammar/text/pasted_terms.h"

#include "grammar/parse.h"
#include "gtest/gtest.h"
#include "tests/unit/grammar/first_hint.h"

namespace muster::grammar {
namespace {

TEST(PastedTermsTest, AddressesOfTerms) {
  EXPECT_EQ(HintFor("has phenotype http://purl.obolibrary.org/obo/HP_0001250"), "write its code: HP:0001250");
  EXPECT_EQ(HintFor("has phenotype https://identifiers.org/HP:0001250 and sex is female"),
            "write its code: HP:0001250");
  EXPECT_EQ(HintFor("has disease http://snomed.info/id/22298006"),
            "a term is written by its code, such as HP:0001250, and not by its address");
  // One mistake is told once.
  EXPECT_EQ(Parse("count individuals where has phenotype http://purl.obolibrary.org/obo/HP_0001250").diagnostics.size(),
            1u);
}

TEST(PastedTermsTest, SignsBetweenOtherThings) {
  EXPECT_EQ(InPlaceOfPastedTerm("a.value - 5", 8), "");
  EXPECT_EQ(InPlaceOfPastedTerm("HP:0001250 - ", 11), "");
  EXPECT_EQ(InPlaceOfPastedTerm("HP:0001250 | HP:0002349", 11), "");
  EXPECT_EQ(InPlaceOfPastedTerm("HP:0001250 - and sex", 11), "");
  EXPECT_EQ(InPlaceOfPastedTerm("SNOMED:22298006 |Myocardial infarction|", 16),
            "write SNOMED:22298006 \"Myocardial infarction\"");
}

}  // namespace
}  // namespace muster::grammar
