#include "engine/model/dictionary.h"

#include "gtest/gtest.h"

namespace muster::model {
namespace {

TEST(DictionaryTest, NumbersInOrderOfArrival) {
  Dictionary dictionary;
  EXPECT_EQ(dictionary.Intern("HP:0001250", "Seizure"), 0u);
  EXPECT_EQ(dictionary.Intern("female"), 1u);
  EXPECT_EQ(dictionary.Intern("HP:0001250", "Seizures"), 0u);
  EXPECT_EQ(dictionary.size(), 2u);
  EXPECT_EQ(dictionary.Find("female"), 1u);
  EXPECT_EQ(dictionary.Find("male"), std::nullopt);
  EXPECT_EQ(dictionary.Text(0), "HP:0001250");
  EXPECT_EQ(dictionary.Label(0), "Seizure");
}

TEST(DictionaryTest, KeepsTheFirstLabelThatComes) {
  Dictionary dictionary;
  dictionary.Intern("HP:1");
  EXPECT_EQ(dictionary.Label(0), "");
  dictionary.Intern("HP:1", "One");
  dictionary.Intern("HP:1", "Uno");
  EXPECT_EQ(dictionary.Label(0), "One");
  EXPECT_EQ(dictionary.Find("HP:1"), 0u);
}

TEST(DictionaryTest, CopiesGoOnByThemselves) {
  Dictionary original;
  original.Intern("a");
  Dictionary copy = original;
  original.Intern("a", "label");
  original.Intern("b");
  copy.Intern("c");
  EXPECT_EQ(copy.Label(0), "");
  EXPECT_EQ(copy.Find("b"), std::nullopt);
  EXPECT_EQ(copy.Find("c"), 1u);
  EXPECT_EQ(original.Find("b"), 1u);
}

TEST(DictionaryTest, BlocksBuildTheSameDictionary) {
  Dictionary original;
  original.Intern("a", "first");
  original.Intern("b");
  const std::string first = original.EncodeBlock(0);
  original.Intern("c", "third");
  const std::string second = original.EncodeBlock(2);
  Dictionary decoded;
  ASSERT_TRUE(decoded.DecodeBlock(first).ok());
  ASSERT_TRUE(decoded.DecodeBlock(second).ok());
  ASSERT_EQ(decoded.size(), 3u);
  EXPECT_EQ(decoded.Text(2), "c");
  EXPECT_EQ(decoded.Label(0), "first");
  EXPECT_TRUE(decoded.DecodeBlock(original.EncodeBlock(3)).ok());
}

TEST(DictionaryTest, DamagedBlocksAreDataLossAndChangeNothing) {
  Dictionary original;
  original.Intern("a", "first");
  original.Intern("b");
  const std::string block = original.EncodeBlock(0);
  for (size_t size = 0; size < block.size(); ++size) {
    Dictionary decoded;
    EXPECT_EQ(decoded.DecodeBlock(block.substr(0, size)).code(), absl::StatusCode::kDataLoss) << size;
    EXPECT_EQ(decoded.size(), 0u);
  }
  Dictionary decoded;
  EXPECT_EQ(decoded.DecodeBlock(block + "x").code(), absl::StatusCode::kDataLoss);
  ASSERT_TRUE(decoded.DecodeBlock(block).ok());
  EXPECT_EQ(decoded.DecodeBlock(block).code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(decoded.size(), 2u);
  EXPECT_EQ(decoded.DecodeBlock(std::string("\x01\xFF\xFF\xFF\xFF\x0F", 6)).code(), absl::StatusCode::kDataLoss);
}

struct Spelling {
  const char* code;
  const char* normal;
};

class NormalizeCodeTest : public testing::TestWithParam<Spelling> {};

TEST_P(NormalizeCodeTest, GivesTheUsualSpelling) {
  EXPECT_EQ(NormalizeCode(GetParam().code), GetParam().normal);
  EXPECT_EQ(NormalizeCode(GetParam().normal), GetParam().normal);
}

INSTANTIATE_TEST_SUITE_P(
    Codes, NormalizeCodeTest,
    testing::Values(
        Spelling{"HP:0001250", "HP:0001250"}, Spelling{"HP_0001250", "HP:0001250"},
        Spelling{"hp:0001250", "HP:0001250"}, Spelling{"  HP:0001250\t", "HP:0001250"},
        Spelling{"http://purl.obolibrary.org/obo/HP_0001250", "HP:0001250"},
        Spelling{"https://purl.obolibrary.org/obo/UBERON_0001256", "UBERON:0001256"},
        Spelling{"http://purl.obolibrary.org/obo/XYZ_12", "XYZ:12"}, Spelling{"UBERON_0001256", "UBERON:0001256"},
        Spelling{"NCIT_C3224", "NCIT:C3224"}, Spelling{"ncit:c3224", "NCIT:C3224"},
        Spelling{"NCIT:C1799", "NCIT:C1799"}, Spelling{"Orphanet:166", "ORPHA:166"},
        Spelling{"ORPHANET:166", "ORPHA:166"}, Spelling{"ORPHA:166", "ORPHA:166"},
        Spelling{"Orphanet_166", "ORPHA:166"}, Spelling{"http://www.orpha.net/ORDO/Orphanet_166", "ORPHA:166"},
        Spelling{"SNOMEDCT:73211009", "SNOMED:73211009"}, Spelling{"SNOMEDCT_US:73211009", "SNOMED:73211009"},
        Spelling{"SCTID:73211009", "SNOMED:73211009"}, Spelling{"http://snomed.info/id/73211009", "SNOMED:73211009"},
        Spelling{"http://snomed.info/sct/73211009", "SNOMED:73211009"},
        Spelling{"https://loinc.org/8302-2/", "LOINC:8302-2"}, Spelling{"http://loinc.org/rdf/8302-2", "LOINC:8302-2"},
        Spelling{"loinc:8302-2", "LOINC:8302-2"}, Spelling{"ICD10:C180", "ICD10:C18.0"},
        Spelling{"ICD10:c18.0", "ICD10:C18.0"}, Spelling{"ICD10:C18", "ICD10:C18"},
        Spelling{"ICD10CM:E1165", "ICD10CM:E11.65"}, Spelling{"ICD-10:C180", "ICD-10:C18.0"},
        Spelling{"ICD10CM:C7A00", "ICD10CM:C7A.00"}, Spelling{"ICD10:C18-C20", "ICD10:C18-C20"},
        Spelling{"DUO:00000044", "DUO:0000044"}, Spelling{"DUO_00000044", "DUO:0000044"},
        Spelling{"GAZ:00001086", "GAZ:00001086"}, Spelling{"OMIM:154700", "OMIM:154700"},
        Spelling{"MIM:154700", "OMIM:154700"}, Spelling{"OMIMPS:203655", "OMIMPS:203655"},
        Spelling{"OMIM:PS203655", "OMIMPS:203655"}, Spelling{"MeSH:D021782", "MESH:D021782"},
        Spelling{"HGNC:1100", "HGNC:1100"}, Spelling{"http://identifiers.org/hgnc/7883", "HGNC:7883"},
        Spelling{"https://identifiers.org/hgnc:7883", "HGNC:7883"}));

INSTANTIATE_TEST_SUITE_P(
    StayAsTheyAre, NormalizeCodeTest,
    testing::Values(Spelling{"", ""}, Spelling{":", ":"}, Spelling{"HP:", "HP:"}, Spelling{"_", "_"},
                    Spelling{"whole genome", "whole genome"}, Spelling{"NM_000123.4:c.12A>G", "NM_000123.4:c.12A>G"},
                    Spelling{"SO_1", "SO_1"}, Spelling{"cl_line", "cl_line"},
                    Spelling{"icd11.foundation:733056203", "icd11.foundation:733056203"},
                    Spelling{"DUO:0000019,DUO:00000020", "DUO:0000019,DUO:00000020"},
                    Spelling{"http://example.org/HP_1", "http://example.org/HP_1"},
                    Spelling{"http://purl.obolibrary.org/obo/hp.owl", "http://purl.obolibrary.org/obo/hp.owl"},
                    Spelling{"http://purl.obolibrary.org/obo/", "http://purl.obolibrary.org/obo/"}));

}  // namespace
}  // namespace muster::model
