#include "engine/model/codes/zygosity.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(ZygosityTest, AnswersOfLoincAndWords) {
  for (const char* text : {"LOINC:LA6706-1", "heterozygous", "HET", "Heterozygote", "0/1", "1|0", "LA6706-1"}) {
    ASSERT_NE(ZygosityOf(text), nullptr) << text;
    EXPECT_EQ(ZygosityOf(text)->code, "GENO:0000135") << text;
  }
  EXPECT_EQ(ZygosityOf("LOINC:LA6705-3")->code, "GENO:0000136");
  EXPECT_EQ(ZygosityOf("compound_heterozygous")->code, "GENO:0000402");
  EXPECT_EQ(ZygosityOf("hemizygous")->code, "GENO:0000134");
}

TEST(ZygosityTest, GenotypesAndWordsOfNoVariant) {
  for (const char* text : {"0/0", "0|0", "./.", "0", "WT", "wild-type", "Hom_Ref", "no variant", " Not detected ",
                           "GENO:0000036", "GENO:0000501"}) {
    EXPECT_TRUE(SaysNoVariant(text)) << text;
  }
  for (const char* text : {"", "0/1", "1/1", "./1", "G/G", "het", "WT1", "GENO:0000135", "normalised"}) {
    EXPECT_FALSE(SaysNoVariant(text)) << text;
  }
}

TEST(ZygosityTest, CodesOfStatesThatAreKnown) {
  for (const char* code : {"GENO:0000135", "GENO:0000604"}) EXPECT_TRUE(IsZygosity(code)) << code;
  for (const char* code : {"GENO:0000036", "GENO:0000137", "heterozygous", ""}) EXPECT_FALSE(IsZygosity(code)) << code;
}

TEST(ZygosityTest, OthersStayAsTheyAre) {
  for (const char* text : {"GENO:0000135", "SO:0001", "", "0/0", "1/2", "heterozygous?"}) {
    EXPECT_EQ(ZygosityOf(text), nullptr) << text;
  }
}

TEST(ZygosityTest, ADenialBesideAChangeOrOfAnotherOneIsNone) {
  for (const char* some :
       {"No second mutation found; c.35delG heterozygous", "No pathogenic variant, VUS c.1A>G in SCN1A",
        "no other variant than NM_004006.2:c.93+1G>A", "no second mutation", "No further variants",
        "no variant but rs123", "no pathogenic variant, VUS in SCN1A", "Keine weitere Mutation",
        "keine Mutation au\xc3\x9f"
        "er c.35delG"}) {
    EXPECT_FALSE(HgvsSaysNoVariant(some)) << some;
  }
  for (const char* none : {"no pathogenic variant found in NM_004006.2", "No mutation in SCN1A"}) {
    EXPECT_TRUE(HgvsSaysNoVariant(none)) << none;
  }
}

TEST(ZygosityTest, ResultsOfTestsThatFoundNothing) {
  for (const char* none : {"not amplified",
                           "no fusion",
                           "copy number neutral",
                           "CN=2",
                           "unmethylated",
                           "MSS",
                           "46,XX",
                           "46,XY[20]",
                           "arr(1-22)x2",
                           "*1/*1",
                           "E3/E3",
                           "diploid",
                           "normal karyotype",
                           "o.B.",
                           "not callable",
                           "V617F neg",
                           "V617F 0%",
                           "c.1A>G not found",
                           "negative for ITD",
                           "p.V600E wt",
                           "LOH absent",
                           "c.1A>G absent",
                           "JAK2 V617F: not detected",
                           "no evidence of deletion"}) {
    EXPECT_TRUE(HgvsSaysNoVariant(none)) << none;
  }
  for (const char* some : {"amplified", "*1/*2", "e3/e4", "46,XX,t(9;22)", "47,XY,+21", "V617F 10%", "V617F positive",
                           "c.1A>G found", "c.1A>G negative, c.2A>G positive", "R175H dominant negative",
                           "BRAF V600E and KRAS wt", "MSI-H", "c.1A>G", "VUS", "SMN1 exon 7 absent", "wt1 mutation"}) {
    EXPECT_FALSE(HgvsSaysNoVariant(some)) << some;
  }
}

// One that is there would not count.
TEST(ZygosityTest, AChangeBesideOneThatIsDeniedIsThere) {
  for (const char* some : {"KRAS G12D / NRAS wt",
                           "KRAS G12D NRAS wt",
                           "KRAS G12D - NRAS wt",
                           "L858R pos / T790M neg",
                           "EGFR L858R | T790M not detected",
                           "L858R positive T790M negative",
                           "L858R\nT790M negative",
                           "c.35delG het with V27I not detected",
                           "c.35delG heterozygous, V27I not detected",
                           "L858R T790M not detected",
                           "G12D oder G12V nicht nachweisbar",
                           "c.35delG mother negative",
                           "c.1A>G mosaicism not detected",
                           "V600E VAF 12% wt",
                           "negative for T790M positive for L858R",
                           "no evidence of mosaicism",
                           "no evidence of pathogenicity",
                           "no evidence of germline origin",
                           "no evidence of pathogenicity of the variant",
                           "no evidence of deletion in mosaic"}) {
    EXPECT_FALSE(HgvsSaysNoVariant(some)) << some;
  }
  for (const char* none : {"BRAF p.V600E: wild-type", "EGFR T790M not detected", "no evidence of V617F",
                           "no evidence of fusion", "V617F (JAK2) negative", "exon 14 skipping not detected"}) {
    EXPECT_TRUE(HgvsSaysNoVariant(none)) << none;
  }
}

TEST(ZygosityTest, WhatWasNotCalledIsNotKnown) {
  for (const char* unknown : {"not callable", "Not_called", "no result", "FAILED", "pending", " low-coverage "}) {
    EXPECT_TRUE(SaysNotCalled(unknown)) << unknown;
    EXPECT_TRUE(SaysNoVariant(unknown)) << unknown;
  }
  for (const char* known : {"", "negative", "wild type", "0/0", "het", "failed twice"}) {
    EXPECT_FALSE(SaysNotCalled(known)) << known;
  }
}

TEST(ZygosityTest, TextsThatNameAChange) {
  for (const char* change : {"c.384-5T>G", "SCN1A c.1A>G", "NM_004006.2:c.(4_5)del", "c.-12del", "c.*3A>G", "g.123dup",
                             "rs123", "IVS3+1G>A", "p.Leu54=", "p.(Arg14Ter)"}) {
    EXPECT_TRUE(NamesChange(change)) << change;
  }
  for (const char* none : {"", "SCN1A", "p.(=)", "c.=", "negative", "genes 1", "Dr. 5", "NM_004006.2", "exon 3"}) {
    EXPECT_FALSE(NamesChange(none)) << none;
  }
  for (const char* same : {"p.=", "p.(=)", "NP_003997.1:p.(=)"}) EXPECT_TRUE(IsEqualProtein(same)) << same;
  for (const char* other : {"c.=", "p.Leu54=", ""}) EXPECT_FALSE(IsEqualProtein(other)) << other;
}

TEST(ZygosityTest, ExpressionsThatSayThatThereIsNone) {
  for (const char* none : {"c.=", "c.1=", "c.76_78=", "NM_004006.2:c.123=", "g.(=)", "p.=", "NP_003997.1:p.(=)",
                           "c.123A=", "WT", "negative", "no pathogenic variant found",
                           "No clinically relevant variants identified", "Keine Mutation gefunden"}) {
    EXPECT_TRUE(HgvsSaysNoVariant(none)) << none;
  }
  for (const char* some : {"c.1A>G", "p.Leu54=", "p.(Leu54=)", "c.[76A>C;83=]", "NM_004006.2:c.123del", "", "=",
                           "novel variant", "Nova mutation"}) {
    EXPECT_FALSE(HgvsSaysNoVariant(some)) << some;
  }
}

}  // namespace
}  // namespace muster::model
