#include "engine/model/schema/standard_word.h"

#include <utility>

#include "gtest/gtest.h"

namespace muster::model {
namespace {

TEST(StandardWordTest, Assemblies) {
  for (const FieldId field : {field::kRunReference, field::kVariantAssembly, field::kFileAssembly}) {
    for (const auto& [word, standard] : {std::pair{"hg38", "GRCh38"},
                                         {"HG38 ", "GRCh38"},
                                         {"grch38", "GRCh38"},
                                         {"GRCh38.p14", "GRCh38"},
                                         {"b37", "GRCh37"},
                                         {"GRCh37.p13", "GRCh37"},
                                         {"hs37d5", "GRCh37"},
                                         {"hg18", "NCBI36"},
                                         {"hg-38", "GRCh38"},
                                         {"38", "GRCh38"},
                                         {"GCF_000001405.39", "GRCh38"},
                                         {"GCA_000001405.15", "GRCh38"},
                                         {"GRCh37/hg19", "GRCh37"},
                                         {"build37", "GRCh37"},
                                         {"hg 19", "GRCh37"},
                                         {"human_g1k_v37", "GRCh37"},
                                         {"GCF_000001405.25", "GRCh37"},
                                         {"hs1", "T2T-CHM13v2.0"},
                                         {"T2T-CHM13v2.0", "T2T-CHM13v2.0"}}) {
      EXPECT_EQ(StandardWord(field, word), standard) << word;
    }
    for (const char* other : {"GRCh38.part", "GCF_000001405", "GCF_000001405.x", "GCF_000001635.27", "GRCh38.p", "mm10",
                              "hg380", "", "ch\xC3\xA4"}) {
      EXPECT_EQ(StandardWord(field, other), other);
    }
  }
}

TEST(StandardWordTest, RolesInAFamily) {
  for (const auto& [word, standard] : {std::pair{"Index", "proband"},
                                       {"Proband", "proband"},
                                       {"Mutter", "mother"},
                                       {"mother of proband", "mother"},
                                       {"p\xC3\xA8re", "father"},
                                       {"sister", "sister"},
                                       {"grandmother", "grandmother"}}) {
    EXPECT_EQ(StandardWord(field::kPedigreeRole, word), standard) << word;
  }
}

TEST(StandardWordTest, Chromosomes) {
  for (const auto& [word, standard] : {std::pair{"chr8", "8"},
                                       {"CHR22", "22"},
                                       {"8", "8"},
                                       {"chrX", "X"},
                                       {"y", "Y"},
                                       {"chrM", "MT"},
                                       {"MT", "MT"},
                                       {"chrUn_KI270302v1", "chrUn_KI270302v1"},
                                       {"chr", "chr"},
                                       {"01", "1"},
                                       {"chr01", "1"},
                                       {"chromosome 1", "1"},
                                       {"NC_000001.11", "1"},
                                       {"NC_000001.10", "1"},
                                       {"NC_000022.11", "22"},
                                       {"NC_000023.11", "X"},
                                       {"NC_000024.10", "Y"},
                                       {"NC_012920.1", "MT"},
                                       {"CM000663.2", "1"},
                                       {"CM000685.2", "X"},
                                       {"23", "X"},
                                       {"chr23", "X"},
                                       {"26", "MT"},
                                       {"25", "25"},
                                       {"NC_000025.1", "NC_000025.1"},
                                       {"NC_000067.7", "NC_000067.7"}}) {
    EXPECT_EQ(StandardWord(field::kVariantChromosome, word), standard) << word;
  }
}

TEST(StandardWordTest, OtherFieldsKeepTheirWords) {
  EXPECT_EQ(StandardWord(field::kSampleType, "Tumor"), "tumour");
  EXPECT_EQ(StandardWord(field::kSampleType, "Reference"), "reference");
  EXPECT_EQ(StandardWord(field::kSampleType, "Other"), "Other");
  EXPECT_EQ(StandardWord(field::kCountry, "hg38"), "hg38");
  EXPECT_EQ(StandardWord(field::kRunPlatform, "chr1"), "chr1");
}

}  // namespace
}  // namespace muster::model
