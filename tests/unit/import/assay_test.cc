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
      {"WGS (PCR-free, 2x150 bp, NovaSeq 6000)", "wgs"},
      {"PacBio HiFi long-read WGS", "wgs"},
      {"WGS 30.5x", "wgs"},
      {"rWGS", "wgs"},
      {"mRNA-Seq", "rna-seq"},
      {"Twist Comprehensive Exome", "wes"},
      {"germline WGS, blood", "wgs"},
      {"Tumour/normal WGS", "wgs"},
      {"Random sequencing of the whole genome", "wgs"},
      {"OBI:0002117", "wgs"},
      {"WES", "wes"},
      {"WXS", "wes"},
      {"exome", "wes"},
      {"Clinical exome panel", "wes"},
      {"Whole exome (Agilent SureSelect V6)", "wes"},
      {"exome target capture", "wes"},
      {"Epilepsy panel v3", "panel"},
      {"TruSight Oncology 500 panel", "panel"},
      {"exome array", "array"},
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
      {"poly-A mRNA, total RNA-seq", "rna-seq"},
      {"single-cell RNA sequencing", "scrna-seq"},
      {"sc-RNA", "scrna-seq"},
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
                           "WGS (planned)", "non-WGS", "WES failed", "WGS and WES", "WES/WGS", "WGS and array"}) {
    EXPECT_FALSE(NormalizeAssay(text).known) << text;
    EXPECT_NE(NormalizeAssay(text).keyword, "wgs") << text;
    EXPECT_NE(NormalizeAssay(text).keyword, "wes") << text;
  }
}

TEST(AssayTest, WordsThatLeaveDoubtLeaveTheTextAsItIs) {
  for (const char* text : {"WGS pending",
                           "declined WGS",
                           "WGS: nein",
                           "WGS requested",
                           "WGS in progress",
                           "WGS QC fail",
                           "WGS on hold",
                           "WGS folgt",
                           "insufficient DNA for WGS",
                           "WGS ?",
                           "WGS?",
                           "WGS: N",
                           "WGS=0",
                           "WGS (0)",
                           "WGS - N/A",
                           "WGS: unknown",
                           "without WGS",
                           "kein WGS",
                           "sans WGS",
                           "WGS to be done",
                           "consent for WGS",
                           "shallow WGS",
                           "0.1x WGS",
                           "low-pass WGS",
                           "ULP-WGS",
                           "WGS;RNA-Seq",
                           "RNA-Seq + WES",
                           "RNA: nein",
                           "WES & panel",
                           "panel pending",
                           "virtual panel on WGS",
                           "exome and array",
                           "kein Panel",
                           "whole genome amplification panel"}) {
    const Assay assay = NormalizeAssay(text);
    EXPECT_FALSE(assay.known) << text << " is taken as " << assay.keyword;
  }
}

}  // namespace
}  // namespace muster::import
