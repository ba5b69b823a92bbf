// Addresses and prefixes of code systems, as sources write them.
#include <string_view>
#include <utility>

#include "engine/model/codes/code_prefix.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/keyword.h"
#include "gtest/gtest.h"

namespace muster::model {
namespace {

TEST(NormalizeCodeTest, ACodeBehindTheAddressOfAFileIsThatCode) {
  constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
      {"http://purl.obolibrary.org/obo/mondo.owl|MONDO:0005148", "MONDO:0005148"},
      {"http://purl.obolibrary.org/obo/hp.fhir|HP:0001250", "HP:0001250"},
      {"http://purl.obolibrary.org/obo/hp.owl|2024-01-01|HP:0001250", "HP:0001250"},
      {"http://snomed.info/sct|SNOMED:73211009", "SNOMED:73211009"},
      {"http://purl.obolibrary.org/obo/HP_0001250|Seizure", "HP:0001250"},
  };
  for (const auto& [written, code] : kCodes) EXPECT_EQ(NormalizeCode(written), code) << written;
}

TEST(NormalizeCodeTest, TheTwoFormsOfAnAccentAreOne) {
  EXPECT_EQ(NormalizeCode("E\xCC\x81pilepsie"), "\xC3\x89pilepsie");
  EXPECT_EQ(NormalizeKeyword(" Zu\xCC\x88rich "), "z\xC3\xBCrich");
  EXPECT_EQ(NormalizeKeyword("z\xC3\xBCrich"), "z\xC3\xBCrich");
  EXPECT_EQ(NormalizeWord(field::kPerson, "Zu\xCC\x88rich"), "Zu\xCC\x88rich") << "ids are as they stand";
}

TEST(NormalizeCodeTest, AddressesAndPrefixesWithVersions) {
  constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
      {"http://www.orpha.net|558", "ORPHA:558"},
      {"http://www.orpha.net/ORDO/Orphanet_558", "ORPHA:558"},
      {"http://hl7.org/fhir/sid/icd-10#E11.9", "ICD10:E11.9"},
      {"http://snomed.info/sct#73211009", "SNOMED:73211009"},
      {"http://terminology.hl7.org/CodeSystem/icd9cm|250.00", "ICD9CM:250.00"},
      {"https://fhir.hl7.org.uk/Id/opcs-4|K40.1", "OPCS4:K40.1"},
      {"urn:oid:2.16.840.1.113883.6.174|154700", "OMIM:154700"},
      {"http://purl.bioontology.org/ontology/UATC/A10BA02", "ATC:A10BA02"},
      {"OPCS-4.9:K40.1", "OPCS4:K40.1"},
      {"OPS-2021:5-511.1", "OPS:5-511.1"},
      {"ICD10-2019:E11.9", "ICD10:E11.9"},
      {"ICD10_2016:e119", "ICD10:E11.9"},
      {"ICD-O-3.2:8140/3", "ICDO3:8140/3"},
      {"ICD10PCS:0FT44ZZ", "ICD10PCS:0FT44ZZ"},
      {"ICD10X:E11.9", "ICD10X:E11.9"},
      {"http://example.org/a#b", "http://example.org/a#b"},
  };
  for (const auto& [written, code] : kCodes) EXPECT_EQ(NormalizeCode(written), code) << written;
}

TEST(NormalizeCodeTest, DrugBankHasOneSpelling) {
  for (const char* written : {"DRUGBANK:DB00331", "DrugBank:DB00331", "drugbank:db00331", "DrugBank:331",
                              "drugbank:00331", "DB00331", " DB00331 ", "DrugBank: DB00331"}) {
    EXPECT_EQ(NormalizeCode(written), "DRUGBANK:DB00331") << written;
  }
  for (const char* other : {"DB0331", "DB003310", "db00331", "DB0033A", "LOCAL:DB00331"}) {
    EXPECT_EQ(NormalizeCode(other), other);
  }
  EXPECT_EQ(NormalizeCode("DrugBank:DBSALT000001"), "DRUGBANK:DBSALT000001");
}

TEST(NormalizeCodeTest, NamesOfMiriam) {
  EXPECT_EQ(NormalizeCode("urn:miriam:icd:C50.9"), "ICD10:C50.9");
  EXPECT_EQ(NormalizeCode("urn:miriam:icd:c18"), "ICD10:C18");
  EXPECT_EQ(NormalizeCode("urn:miriam:orphanet:558"), "ORPHA:558");
  EXPECT_EQ(NormalizeCode("urn:miriam:orphanet.ordo:Orphanet_558"), "ORPHA:558");
  EXPECT_EQ(NormalizeCode("urn:miriam:hp:HP%3A0001250"), "HP:0001250");
  EXPECT_EQ(NormalizeCode("urn:miriam:hp:HP:0001250"), "HP:0001250");
  EXPECT_EQ(NormalizeCode("URN:MIRIAM:ICD:C50.9"), "ICD10:C50.9");
  EXPECT_EQ(NormalizeCode("urn:miriam:snomedct:73211009"), "SNOMED:73211009");
}

TEST(NormalizeCodeTest, PrefixesOfOtherSystemsInAnyCase) {
  constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
      {"unii:R16CO5Y76E", "UNII:R16CO5Y76E"},
      {"pubchem.compound:2244", "PUBCHEM.COMPOUND:2244"},
      {"drugcentral: 74", "DrugCentral:74"},
      {"Gard:0000558", "GARD:558"},
      {"GARD:0006975", "GARD:6975"},
      {"GARD:6975", "GARD:6975"},
      {"https://rarediseases.info.nih.gov/diseases/6975", "GARD:6975"},
      {"https://rarediseases.info.nih.gov/diseases/6975/marfan-syndrome", "GARD:6975"},
      {"MESH:d008382", "MESH:D008382"},
      {"mesh:c535297", "MESH:C535297"},
      {"MESH:dog", "MESH:dog"},
      {"DrugCentral:74", "DrugCentral:74"},
      {"local:1", "local:1"},
      {"read:", "read:"},
  };
  for (const auto& [written, code] : kCodes) EXPECT_EQ(NormalizeCode(written), code) << written;
}

TEST(NormalizeCodeTest, SystemsAreKnownByTheirPrefixes) {
  EXPECT_TRUE(IsSameSystem(FindCodePrefix("SNOMEDCT_US_2020_09_01"), FindCodePrefix("sctid")));
  EXPECT_FALSE(IsSameSystem(FindCodePrefix("ICD10"), FindCodePrefix("ICD10CM")));
  EXPECT_EQ(FindCodePrefix("-HP"), nullptr);
  EXPECT_FALSE(IsSameSystem(FindCodePrefix("nothing"), FindCodePrefix("nothing")));
}

}  // namespace
}  // namespace muster::model
