#include "engine/import/record/assay.h"

#include <gtest/gtest.h>

namespace muster::import {
namespace {

TEST(AssayTest, Normalisation) {
  const struct {
    const char* text;
    const char* keyword;
  } kCases[] = {
      {"WGS", "wgs"},
      {"Short read Illumina WGS sequencing", "wgs"},
      {"Whole Genome Sequencing", "wgs"},
      {"whole-genome sequencing, 30x", "wgs"},
      {"low pass WGS", "wgs"},
      {"OBI:0002117", "wgs"},
      {"WES", "wes"},
      {"WXS", "wes"},
      {"exome", "wes"},
      {"Clinical exome panel", "wes"},
      {"OBI:0002118", "wes"},
      {"PANEL", "panel"},
      {"Targeted-Capture", "panel"},
      {"AMPLICON", "panel"},
      {"genotyping array", "array"},
      {"genome-wide SNP array", "array"},
      {"Infinium Global Screening BeadChip", "array"},
      {"RNA-Seq", "rna-seq"},
      {"rnaseq", "rna-seq"},
      {"bulk RNA sequencing", "rna-seq"},
      {"Whole transcriptome", "rna-seq"},
      {"single-cell RNA sequencing", "scrna-seq"},
      {"miRNA-Seq", "mirna-seq"},
      {"Bisulfite-Seq", "bisulfite-seq"},
      {"whole genome bisulfite sequencing", "bisulfite-seq"},
      {"DNA methylation array", "methylation-array"},
      {"ChIP-Seq", "chip-seq"},
      {"ATAC-seq", "atac-seq"},
      {"Hi-C", "hi-c"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(NormalizeAssay(c.text).keyword, c.keyword) << c.text;
    EXPECT_TRUE(NormalizeAssay(c.text).known) << c.text;
  }
}

TEST(AssayTest, OnlyWholeWordsCount) {
  EXPECT_EQ(NormalizeAssay("powgsx").keyword, "powgsx");
  EXPECT_FALSE(NormalizeAssay("  Tea Leaves ").known);
  EXPECT_EQ(NormalizeAssay("  Tea Leaves ").keyword, "tea leaves");
  EXPECT_EQ(NormalizeAssay("").keyword, "");
}

TEST(AssayTest, WhatIsNoAssayOfThePersonIsReported) {
  for (const char* text : {"optical genome mapping", "Genome-wide association", "mitochondrial genome", "mtDNA genome",
                           "viral genome", "bacterial whole genome", "whole genome amplification", "WGS failed",
                           "WGS (planned)", "non-WGS", "WES failed", "WGS and WES", "WES/WGS"}) {
    EXPECT_FALSE(NormalizeAssay(text).known) << text;
    EXPECT_NE(NormalizeAssay(text).keyword, "wgs") << text;
    EXPECT_NE(NormalizeAssay(text).keyword, "wes") << text;
  }
}

}  // namespace
}  // namespace muster::import
