#include "engine/import/record/rules/variant_text.h"

#include <gmock/gmock.h>

#include "tests/unit/import/table/tables.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(VariantTextTest, NamesOfGenes) {
  for (const char* gene :
       {"SCN1A", "C9orf72", "HLA-DRB1*15:01", "NKX2-1", "HGNC:10585", "ENSEMBL:ENSG00000144285", "Scn1a", "brca1",
        "ttn", "BCR::ABL1", "BCR-ABL1", "MT-TL1", "IGH@", "H19", "SOD1", "TP53-AS1", "Kit", ""}) {
    EXPECT_FALSE(IsNoGene(gene)) << gene;
  }
  for (const char* text : {"pending", "In progress", "awaiting results", "failed", "none found", "WES negative", "o.B.",
                           "ohne Befund", "unauff\xc3\xa4llig", "SCN1A neg", "SCN1A, SCN2A", "SCN1A/SCN2A", "SCN1A?",
                           "NO", "n.d.", "SCN1A - negative", "BRCA1/2"}) {
    EXPECT_TRUE(IsNoGene(text)) << text;
  }
}

TEST(VariantTextTest, NamesOfChanges) {
  for (const char* hgvs : {"NM_001165963.4:c.2134C>T",
                           "p.Phe508del",
                           "F508del",
                           "\xce\x94"
                           "F508",
                           "V600E",
                           "del(5q)",
                           "t(9;22)",
                           "47,XX,+21",
                           "trisomy",
                           "exon deletion",
                           "rs12345",
                           "chr1:123:A:T",
                           "IVS8-5T",
                           "frameshift variant",
                           "m.3243A>G",
                           "p.?",
                           "c.?",
                           "EGFRvIII",
                           "CA12345",
                           "BCR::ABL1 fusion",
                           "45,X",
                           ""}) {
    EXPECT_FALSE(IsNoExpression(hgvs)) << hgvs;
  }
  for (const char* text : {"pending", "sent", "yes", "no", "2021-05-01", "OMIM:154700", "Marfan syndrome",
                           "normal karyotype", "46,XX", "46, XY", "Undiagnosed", "unknown significance"}) {
    EXPECT_TRUE(IsNoExpression(text)) << text;
  }
}

std::vector<std::string> Problems(const std::string& column, const std::string& cells) {
  return ProblemsOf(ReadTables({{"p.csv", "id," + column + "\n" + cells}}, R"({
      "tables": {"p": {"files": "p.csv", "id": "id", "one": true}},
      "interpretations": {"from": "/p", "fields": {"id": "/id"}},
      "variants": {"from": "/p", "fields": {")" + column + R"(": "/)" + column +
                                                                               R"("}}})"));
}

TEST(VariantTextTest, WhatIsNeitherIsTold) {
  EXPECT_THAT(Problems("gene", "a,awaiting results\nb,SCN1A\n"),
              Contains(HasSubstr("no gene is called \"awaiting results\"")));
  EXPECT_THAT(Problems("gene", "a,SCN2A\nb,SCN1A\n"), IsEmpty());
  EXPECT_THAT(Problems("hgvs", "a,OMIM:154700\nb,c.2134C>T\n"), Contains(HasSubstr("\"OMIM:154700\" names no change")));
  EXPECT_THAT(Problems("hgvs", "a,c.76A>T\nb,c.2134C>T\n"), IsEmpty());
}

}  // namespace
}  // namespace muster::import
