#include "engine/model/record/dictionary.h"

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

// Whoever reads the block later has no label, and the same answer is to be the same for all.
TEST(DictionaryTest, AnEntryThatIsStoredWithoutALabelGetsNone) {
  Dictionary dictionary;
  dictionary.Intern("a");
  const std::string block = dictionary.TakeBlock();
  dictionary.Intern("a", "late");
  Dictionary read;
  ASSERT_TRUE(read.DecodeBlock(block).ok());
  EXPECT_EQ(dictionary.Label(0), read.Label(0));
}

TEST(DictionaryTest, LabelsThatAreMoreThanASpellingCanBeLeftOut) {
  Dictionary dictionary;
  dictionary.Intern("HP:1", "told by somebody");
  dictionary.Intern("dutch", "Dutch");
  dictionary.Intern("HP:2");
  const Dictionary spelt = dictionary.WithSpellingsOnly();
  EXPECT_EQ(spelt.Label(0), "");
  EXPECT_EQ(spelt.Label(1), "Dutch");
  EXPECT_EQ(spelt.Label(2), "");
  EXPECT_EQ(spelt.Find("HP:2"), 2u);
  EXPECT_EQ(dictionary.Label(0), "told by somebody");
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
  const std::string first = original.TakeBlock();
  original.Intern("c", "third");
  const std::string second = original.TakeBlock();
  Dictionary decoded;
  ASSERT_TRUE(decoded.DecodeBlock(first).ok());
  ASSERT_TRUE(decoded.DecodeBlock(second).ok());
  ASSERT_EQ(decoded.size(), 3u);
  EXPECT_EQ(decoded.Text(2), "c");
  EXPECT_EQ(decoded.Label(0), "first");
  EXPECT_TRUE(decoded.DecodeBlock(original.TakeBlock()).ok());
}

TEST(DictionaryTest, DamagedBlocksAreDataLossAndChangeNothing) {
  Dictionary original;
  original.Intern("a", "first");
  original.Intern("b");
  const std::string block = original.TakeBlock();
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

TEST(DictionaryTest, TextsThatNothingHasAreTakenOut) {
  Dictionary original;
  original.Intern("a", "first");
  original.Intern("secret", "of one person");
  original.TakeBlock();
  original.Intern("c", "third");
  Dictionary kept = original.WithOnly({true, false, true});
  EXPECT_EQ(kept.size(), 3u);
  EXPECT_EQ(kept.Find("secret"), std::nullopt);
  EXPECT_TRUE(kept.IsDropped(1));
  EXPECT_FALSE(kept.IsDropped(0));
  EXPECT_EQ(kept.Label(1), "");
  EXPECT_EQ(kept.Find("c"), 2u);
  EXPECT_EQ(kept.Label(0), "first");
  const std::string block = kept.TakeBlock();
  EXPECT_EQ(block.find("secret"), std::string::npos);
  EXPECT_EQ(block.find("of one"), std::string::npos);
  Dictionary decoded;
  ASSERT_TRUE(decoded.DecodeBlock(block).ok());
  EXPECT_EQ(decoded.size(), 3u);
  EXPECT_EQ(decoded.checksum_of_blocks(), kept.checksum_of_blocks());
  // It may come again, under another number, and be taken out again.
  EXPECT_EQ(decoded.Intern("secret"), 3u);
  const Dictionary again = decoded.WithOnly({true, false, true, false});
  EXPECT_EQ(again.Find("secret"), std::nullopt);
  EXPECT_EQ(again.Text(1), kept.Text(1));
}

TEST(DictionaryTest, WhatStandsForATextThatIsGoneIsNoOther) {
  Dictionary original;
  original.Intern("gone");
  original.Intern(
      "\x7f"
      "0");
  original.Intern(
      "\x7f"
      "0\x7f");
  const Dictionary kept = original.WithOnly({false, true, true});
  EXPECT_EQ(kept.size(), 3u);
  EXPECT_EQ(kept.Text(1), original.Text(1));
  EXPECT_EQ(kept.Text(2), original.Text(2));
  EXPECT_EQ(kept.Find(original.Text(1)), 1u);
  EXPECT_EQ(kept.Find(original.Text(2)), 2u);
  EXPECT_TRUE(kept.IsDropped(0));
}

TEST(DictionaryTest, ABlockFollowsNoOther) {
  Dictionary first;
  first.Intern("a");
  const std::string a = first.TakeBlock();
  first.Intern("b");
  const std::string b = first.TakeBlock();
  Dictionary second;
  second.Intern("c");
  const std::string c = second.TakeBlock();
  // As many symbols before it, but not these.
  ASSERT_TRUE(Dictionary(second).DecodeBlock(a).code() == absl::StatusCode::kDataLoss);
  EXPECT_EQ(second.DecodeBlock(b).code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(Dictionary().DecodeBlock(b).code(), absl::StatusCode::kDataLoss);
  Dictionary decoded;
  ASSERT_TRUE(decoded.DecodeBlock(a).ok());
  ASSERT_TRUE(decoded.DecodeBlock(b).ok());
  EXPECT_EQ(decoded.checksum_of_blocks(), first.checksum_of_blocks());
  EXPECT_EQ(decoded.size_in_blocks(), 2u);
  // What is not in a block yet belongs to whoever numbered it: no block may come behind it.
  decoded.Intern("d");
  EXPECT_EQ(decoded.DecodeBlock(c).code(), absl::StatusCode::kDataLoss);
}

TEST(DictionaryTest, BlocksOfFormat3AreRead) {
  Dictionary decoded;
  ASSERT_TRUE(decoded
                  .DecodeBlock(std::string("\x01\x01\x01"
                                           "a\x00",
                                           5))
                  .ok());
  EXPECT_EQ(decoded.Text(0), "a");
  decoded.Intern("b");
  const std::string block = decoded.TakeBlock();
  Dictionary again;
  ASSERT_TRUE(again
                  .DecodeBlock(std::string("\x01\x01\x01"
                                           "a\x00",
                                           5))
                  .ok());
  EXPECT_TRUE(again.DecodeBlock(block).ok());
}

TEST(DictionaryTest, CopiesShareRoomAndNotWords) {
  auto last = std::make_unique<Dictionary>();
  for (int i = 0; i < 100; ++i) {
    auto next = std::make_unique<Dictionary>(*last);
    Dictionary given_up(*last);
    given_up.Intern("given up " + std::to_string(i));
    next->Intern("word " + std::to_string(i));
    last = std::move(next);
  }
  for (int i = 0; i < 100; ++i) EXPECT_EQ(last->Text(i), "word " + std::to_string(i));
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
        Spelling{"ICD10CM:E1165", "ICD10CM:E11.65"}, Spelling{"ICD-10:C180", "ICD10:C18.0"},
        Spelling{"ICD10CM:C7A00", "ICD10CM:C7A.00"}, Spelling{"ICD10:C18-C20", "ICD10:C18-C20"},
        Spelling{"DUO:00000044", "DUO:0000044"}, Spelling{"DUO_00000044", "DUO:0000044"},
        Spelling{"GAZ:00001086", "GAZ:00001086"}, Spelling{"OMIM:154700", "OMIM:154700"},
        Spelling{"MIM:154700", "OMIM:154700"}, Spelling{"OMIMPS:203655", "OMIMPS:203655"},
        Spelling{"OMIM:PS203655", "OMIMPS:203655"}, Spelling{"MeSH:D021782", "MESH:D021782"},
        Spelling{"HGNC:1100", "HGNC:1100"}, Spelling{"http://identifiers.org/hgnc/7883", "HGNC:7883"},
        Spelling{"https://identifiers.org/hgnc:7883", "HGNC:7883"}));

INSTANTIATE_TEST_SUITE_P(
    OtherPrefixes, NormalizeCodeTest,
    testing::Values(Spelling{"ICD-10-CM:E11.9", "ICD10CM:E11.9"}, Spelling{"ICD10-CM:E119", "ICD10CM:E11.9"},
                    Spelling{"ICD10_CM:E11.9", "ICD10CM:E11.9"}, Spelling{"ICD-10-GM:E11.90", "ICD10GM:E11.90"},
                    Spelling{"ICD10GM2023:E11.90", "ICD10GM:E11.90"}, Spelling{"ICD 10:E11.9", "ICD10:E11.9"},
                    Spelling{"ICD10 E11.9", "ICD10:E11.9"}, Spelling{"ICD-9-CM:25000", "ICD9CM:250.00"},
                    Spelling{"ICD9:V1005", "ICD9:V10.05"}, Spelling{"ICD9:E8120", "ICD9:E812.0"},
                    Spelling{"ICD9:4019", "ICD9:401.9"}, Spelling{"ICD-O-3:8140/3", "ICDO3:8140/3"},
                    Spelling{"ICD-O:M-8140/3", "ICDO3:8140/3"}, Spelling{"ICDO3:81403", "ICDO3:8140/3"},
                    Spelling{"ICDO3:8140.3", "ICDO3:8140/3"}, Spelling{"ICDO3:8140-3", "ICDO3:8140/3"},
                    Spelling{"ICDO3:814032", "ICDO3:8140/32"}, Spelling{"ICDO3:M-8140/32", "ICDO3:8140/32"},
                    Spelling{"ICD-O-3:C181", "ICDO3:C18.1"}, Spelling{"OPCS-4:k401", "OPCS4:K40.1"},
                    Spelling{"atc:a10ba02", "ATC:A10BA02"}, Spelling{"MSH:D003920", "MESH:D003920"},
                    Spelling{"SNOMEDCT_US_2020_09_01:73211009", "SNOMED:73211009"},
                    Spelling{"SNOMED CT:73211009", "SNOMED:73211009"}, Spelling{"ORDO:Orphanet_558", "ORPHA:558"},
                    Spelling{"ORPHA:ORPHA558", "ORPHA:558"}, Spelling{"ORPHA:0558", "ORPHA:558"},
                    Spelling{"LOINC:04548-4", "LOINC:4548-4"}, Spelling{"SNOMED:073211009", "SNOMED:73211009"},
                    Spelling{"OMIM:#154700", "OMIM:154700"}, Spelling{"OMIM:+154700", "OMIM:154700"},
                    Spelling{"ICD10WHO:E119", "ICD10:E11.9"}, Spelling{"ICD10WHO2019:E11.9", "ICD10:E11.9"},
                    Spelling{"https://meshb.nlm.nih.gov/record/ui?ui=D008382", "MESH:D008382"},
                    Spelling{"<http://purl.obolibrary.org/obo/HP_0001250>", "HP:0001250"},
                    Spelling{"RXCUI:6809", "RxNorm:6809"}, Spelling{"icd11.foundation:733056203", "ICD11:733056203"}));

INSTANTIATE_TEST_SUITE_P(
    Marks, NormalizeCodeTest,
    testing::Values(Spelling{"ICD10:E11.9-", "ICD10:E11.9"}, Spelling{"ICD10:E11.-", "ICD10:E11"},
                    Spelling{"ICD10:J81-", "ICD10:J81"}, Spelling{"ICD10GM:E11.30+", "ICD10GM:E11.30"},
                    Spelling{"ICD10GM:E11.30\xe2\x80\xa0", "ICD10GM:E11.30"},
                    Spelling{"ICD10GM:H36.0*", "ICD10GM:H36.0"}, Spelling{"ICD10:U69.00!", "ICD10:U69.00"},
                    Spelling{"ICD10:E11.9/", "ICD10:E11.9"}, Spelling{"ICD10:I10X", "ICD10:I10"},
                    Spelling{"ICD10:I10.X", "ICD10:I10"}, Spelling{"ICD10CM:T36.0X1A", "ICD10CM:T36.0X1A"},
                    Spelling{"ICD10CM:S72001A", "ICD10CM:S72.001A"},
                    Spelling{"ICD10:E11.3+H36.0*", "ICD10:E11.3+H36.0*"}));

INSTANTIATE_TEST_SUITE_P(Blanks, NormalizeCodeTest,
                         testing::Values(Spelling{"HP: 0001250", "HP:0001250"}, Spelling{"HP :0001250", "HP:0001250"},
                                         Spelling{"HP:0001250\xc2\xa0", "HP:0001250"},
                                         Spelling{"\xef\xbb\xbfHP:0001250", "HP:0001250"},
                                         Spelling{"HP:\xe2\x80\x8b"
                                                  "0001250",
                                                  "HP:0001250"},
                                         Spelling{"SNOMED:73211009 |Diabetes mellitus|", "SNOMED:73211009"},
                                         Spelling{"SNOMED:73211009|Diabetes mellitus|", "SNOMED:73211009"}));

INSTANTIATE_TEST_SUITE_P(
    Addresses, NormalizeCodeTest,
    testing::Values(Spelling{"http://hl7.org/fhir/sid/icd-10/E11.9", "ICD10:E11.9"},
                    Spelling{"http://hl7.org/fhir/sid/icd-10-cm/E11.9", "ICD10CM:E11.9"},
                    Spelling{"http://hl7.org/fhir/sid/icd-10-cm|E11.9", "ICD10CM:E11.9"},
                    Spelling{"http://fhir.de/CodeSystem/bfarm/icd-10-gm/E11.90", "ICD10GM:E11.90"},
                    Spelling{"http://fhir.de/CodeSystem/bfarm/icd-10-gm|2023|E11.90", "ICD10GM:E11.90"},
                    Spelling{"http://fhir.de/CodeSystem/bfarm/icd-10-gm/E11.90|2023", "ICD10GM:E11.90"},
                    Spelling{
                        "http://snomed.info/sct|http://snomed.info/sct/900000000000207008/version/20230131|73211009",
                        "SNOMED:73211009"},
                    Spelling{"http://snomed.info/sct/900000000000207008|73211009", "SNOMED:73211009"},
                    Spelling{"http://loinc.org|8302-2", "LOINC:8302-2"},
                    Spelling{"urn:oid:2.16.840.1.113883.6.90|E11.9", "ICD10CM:E11.9"},
                    Spelling{"http://www.whocc.no/atc|A10BA02", "ATC:A10BA02"},
                    Spelling{"http://human-phenotype-ontology.org|HP:0001250", "HP:0001250"},
                    Spelling{"http://purl.bioontology.org/ontology/ICD10CM/E11.9", "ICD10CM:E11.9"},
                    Spelling{"http://id.who.int/icd/entity/733056203", "ICD11:733056203"},
                    Spelling{"icd11.foundation:733056203", "ICD11:733056203"},
                    Spelling{"http://linkedlifedata.com/resource/umls/id/C1000001", "UMLS:C1000001"},
                    Spelling{"http://identifiers.org/medgen/10001", "MEDGEN:10001"}));

INSTANTIATE_TEST_SUITE_P(
    StayAsTheyAre, NormalizeCodeTest,
    testing::Values(Spelling{"", ""}, Spelling{":", ":"}, Spelling{"HP:", "HP:"}, Spelling{"_", "_"},
                    Spelling{"whole genome", "whole genome"}, Spelling{"NM_000123.4:c.12A>G", "NM_000123.4:c.12A>G"},
                    Spelling{"SO_1", "SO_1"}, Spelling{"NCI_H460", "NCI_H460"},
                    Spelling{"http://example.org|12", "http://example.org|12"}, Spelling{"cl_line", "cl_line"},
                    Spelling{"DUO:0000019,DUO:00000020", "DUO:0000019,DUO:00000020"},
                    Spelling{"http://example.org/HP_1", "http://example.org/HP_1"},
                    Spelling{"http://purl.obolibrary.org/obo/hp.owl", "http://purl.obolibrary.org/obo/hp.owl"},
                    Spelling{"http://purl.obolibrary.org/obo/", "http://purl.obolibrary.org/obo/"}));

}  // namespace
}  // namespace muster::model
